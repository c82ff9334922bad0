/** A command line of a document, with the output that the document shows for it. */
export type ShownCommand = { readonly line: string; readonly output: readonly string[] }

/** Code blocks of a Markdown text, fenced or indented, each as its lines. */
export function codeBlocks(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let fence: { readonly mark: string; readonly lines: string[] } | null = null
  let indented: string[] | null = null
  for (const line of markdown.split('\n')) {
    const mark = /^\s{0,3}(```+|~~~+)/.exec(line)?.[1]
    if (fence !== null) {
      if (mark !== undefined && mark.startsWith(fence.mark)) fence = null
      else fence.lines.push(line)
      continue
    }
    if (mark !== undefined) {
      fence = { mark, lines: [] }
      blocks.push(fence.lines)
    }
    if (!line.startsWith('    ')) indented = null
    else if (indented === null) blocks.push((indented = [line.slice(4)]))
    else indented.push(line.slice(4))
  }
  return blocks
}

const COMMAND = /^(\$ )?((?:npx (?:-y |--yes )?)?recp)(?= |$)/

/**
 * The command lines of recp in the code blocks. Where a command stands behind a `$`, the lines below it are its
 * output; a line that ends in a backslash goes on.
 */
export function shownCommands(markdown: string): readonly ShownCommand[] {
  return codeBlocks(markdown).flatMap((lines) => {
    const commands: { line: string; readonly output: string[]; readonly prompted: boolean }[] = []
    for (const line of lines) {
      const last = commands.at(-1)
      const [, prompt, program] = COMMAND.exec(line) ?? []
      if (last?.line.endsWith('\\')) last.line = `${last.line.slice(0, -1)}${line.trim()}`
      else if (program !== undefined)
        commands.push({ line: line.replace(COMMAND, 'recp'), output: [], prompted: prompt !== undefined })
      else if (last?.prompted && line.trim() !== '') last.output.push(line)
    }
    return commands.map(({ line, output }) => ({ line, output }))
  })
}

/** A command line as words, with the file that takes its output. */
export type Words = { readonly argv: readonly string[]; readonly into?: string }

/**
 * Splits a command line as a shell does: quotes, a comment behind `#`, output into a file. What stands behind a
 * pipe or `;` or `&&` belongs to other programs and is left out.
 */
export function wordsOf(line: string): Words {
  const tokens = line.match(/"[^"]*"|'[^']*'|[|;>]|&&|(?:[^\s"'|;>&]|&(?!&))+/g) ?? []
  const end = tokens.findIndex((token) => token.startsWith('#') || ['|', ';', '&&'].includes(token))
  const own = end < 0 ? tokens : tokens.slice(0, end)
  const arrow = own.indexOf('>')
  const plain = (token: string): string => token.replace(/^(["'])(.*)\1$/, '$2')
  const argv = (arrow < 0 ? own : own.slice(0, arrow)).slice(1).map(plain)
  const into = arrow < 0 ? undefined : own[arrow + 1]
  return { argv, ...(into !== undefined && { into: plain(into) }) }
}

/** Targets of the links and images of a Markdown text, outside of code. */
export function linkTargets(markdown: string): readonly string[] {
  const text = withoutCode(markdown)
  const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)/g)]
  const defined = [...text.matchAll(/^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$/gm)]
  const html = [...text.matchAll(/<(?:a|img)\b[^>]*\b(?:href|src)="([^"]*)"/g)]
  return [...inline, ...defined, ...html].map(([, target = '']) => target)
}

/** The anchors that a Markdown text offers, as its readers on the web find them. */
export function anchors(markdown: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, heading = ''] of withoutFences(markdown).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const plain = heading.replace(/[`*]|\]\([^)]*\)|\[/g, '').toLowerCase()
    const slug = plain.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-')
    let anchor = slug
    for (let i = 1; found.has(anchor); i += 1) anchor = `${slug}-${i}`
    found.add(anchor)
  }
  return found
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^\s{0,3}(```+|~~~+)[^]*?^\s{0,3}\1\s*$/gm, '')
}

function withoutCode(markdown: string): string {
  return withoutFences(markdown)
    .replace(/`[^`\n]*`/g, '')
    .replace(/^ {4}.*$/gm, '')
}
