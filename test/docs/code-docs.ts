import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { catalogue, entryOf } from '../../src/diagnostics/catalogue.js'

/** What the letter of a code stands for. */
const FAMILIES: Readonly<Record<string, string>> = {
  L: 'L: reading and writing files',
  S: 'S: shape, names and references',
  U: 'U: units, quantities and their period',
  P: 'P: what can hardly be true',
  B: 'B: balances',
  R: 'R: reconciliation',
  K: 'K: indicators, factors and benchmarks',
  C: 'C: content and checklists',
  E: 'E: opportunities and money',
  G: 'G: gates and waivers',
  X: 'X: mistakes of recp itself',
}

type Sample = { readonly en: string; readonly vi: string }

/** The first message of each code in the table of specimens. */
function samples(): ReadonlyMap<string, Sample> {
  const lines = readFileSync(join(import.meta.dirname, '../specimens/table.txt'), 'utf8').split('\n')
  const found = new Map<string, Sample>()
  lines.forEach((line, i) => {
    const code = /^([A-Z]\d{3}) /.exec(line)?.[1]
    if (code === undefined || found.has(code)) return
    found.set(code, { en: lines[i + 1]?.trim() ?? '', vi: lines[i + 2]?.trim() ?? '' })
  })
  return found
}

const plain = (text: string): string =>
  text.replaceAll('<', '\\<').replaceAll('*', '\\*').replaceAll('_', '\\_')

function chapter(code: string, sample: Sample | undefined): string {
  const entry = entryOf(code)
  if (entry === undefined) throw new Error(`no code ${code}`)
  const said = sample === undefined ? '' : `\`\`\`text\n${sample.en}\n${sample.vi}\n\`\`\`\n\n`
  return `### ${code} ${entry.name} (${entry.severity})\n\n**${plain(entry.title.en)}. ${plain(entry.title.vi)}.**\n\n${said}${plain(entry.explanation.en)}\n\n${plain(entry.explanation.vi)}\n`
}

/** The page of all codes: what each is about, how it reads, and what to do, in both languages. */
export async function codeDocs(): Promise<string> {
  const sample = samples()
  const codes = Object.keys(catalogue).sort()
  const families = [...new Set(codes.map((code) => code.charAt(0)))]
  const chapters = families.map((letter) => {
    const own = codes.filter((code) => code.startsWith(letter))
    return `## ${FAMILIES[letter] ?? letter}\n\n${own.map((code) => chapter(code, sample.get(code))).join('\n')}`
  })
  const head = `# The codes\n\nGenerated from \`src/diagnostics/codes/\`; \`recp explain <code>\` and \`recp list codes\` say the same. An error has to be corrected, a warning should be looked at, a note is for information; \`recp check --fail-on\` decides which of them fails a run. A code or a family of codes is left out with \`--ignore\`, or waived in the site file with a reason and an end.\n\n`
  const config = { parser: 'markdown', printWidth: 110 } as const
  return format(head + chapters.join('\n'), config)
}
