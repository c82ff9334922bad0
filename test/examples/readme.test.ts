import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commandTable } from '../../src/cli/options.js'
import { runRecp } from '../cli/run-recp.js'
import { anchors, linkTargets, shownCommands, wordsOf, type ShownCommand } from './markdown.js'

const root = join(import.meta.dirname, '../..')
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git'])

/** Every Markdown file of the project, from its root. */
function documents(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (LEFT_OUT.has(entry.name)) return []
    if (entry.isDirectory()) return documents(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const all = documents()
const text = (file: string): string => readFileSync(join(root, file), 'utf8')

const desks: string[] = []
afterAll(() => desks.forEach((desk) => rmSync(desk, { recursive: true, force: true })))

/** A folder that looks to the commands of a document like a copy of the project. */
function newDesk(): string {
  const desk = mkdtempSync(join(tmpdir(), 'recp readme '))
  desks.push(desk)
  for (const folder of ['examples', 'templates'])
    cpSync(join(root, folder), join(desk, folder), { recursive: true })
  return desk
}

/** `recp audit <file>…` shows how to call, and is not meant to be typed. */
const isPattern = ({ line }: ShownCommand): boolean => /<[a-z][\w .-]*>|\[[a-z-]|…|\.\.\./i.test(line)

const stories = all.filter((file) => /^(README\.md|examples\/[^/]+\/README\.md)$/.test(file))

describe.each(stories)('the commands of %s', (file) => {
  const commands = shownCommands(text(file))

  it('do what they say, one after the other', { timeout: 180_000 }, async () => {
    expect(commands.length).toBeGreaterThan(0)
    const desk = newDesk()
    for (const command of commands.filter((one) => !isPattern(one))) {
      const { argv, into } = wordsOf(command.line)
      const { exit, stdout, stderr } = await runRecp(argv, { cwd: desk })
      expect({ line: command.line, exit, stderr: exit === 0 ? '' : stderr }).toEqual({
        line: command.line,
        exit: 0,
        stderr: '',
      })
      if (into !== undefined) writeFileSync(join(desk, into), stdout)
      const said = `${stdout}${stderr}`
        .replaceAll(`${desk}${sep}`, '')
        .split('\n')
        .map((line) => line.trim())
      const shown = command.output.map((line) => line.trim()).filter((line) => !/^(\.\.\.|…)$/.test(line))
      expect(shown.filter((line) => !said.includes(line))).toEqual([])
    }
  })

  it('name commands that there are', () => {
    const names: readonly string[] = commandTable.map(({ name }) => name)
    const called = commands.map(({ line }) => wordsOf(line).argv[0] ?? '')
    expect(called.filter((name) => !names.includes(name) && !/^(-|<|\[|$)/.test(name))).toEqual([])
  })
})

describe('the documents', () => {
  it('are there', () => {
    expect(all).toEqual(expect.arrayContaining(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']))
    expect(stories).toHaveLength(1 + readdirSync(join(root, 'examples')).length)
  })

  it.each(all)('%s links to what exists', (file) => {
    const local = linkTargets(text(file)).filter((target) => !/^[a-z][\w+.-]*:/i.test(target))
    expect(local.filter((target) => !leadsSomewhere(file, target))).toEqual([])
  })
})

describe('the first section of the README', () => {
  it('shows what the audit prints', async () => {
    const ran = await runRecp(['audit', 'examples/brewery/site.yaml'], { cwd: newDesk() })
    // The last line names the file, which stands elsewhere in a test.
    const [summary = ''] = ran.stdout.split('\n  problems ')
    expect(summary.length).toBeGreaterThan(200)
    expect(text('README.md')).toContain(`\n\`\`\`\n${summary}\n  problems `)
  })
})

function leadsSomewhere(file: string, target: string): boolean {
  const [path = '', anchor = ''] = decodeURI(target).split('#')
  const found = path === '' ? join(root, file) : join(root, dirname(file), path)
  const inside = relative(root, found).replaceAll('\\', '/')
  if (inside.startsWith('..') || !isThere(inside)) return false
  return anchor === '' || (inside.endsWith('.md') && anchors(text(inside)).has(anchor))
}

/** With the same letters: some systems take `Readme.md` for `README.md`, the web does not. */
function isThere(path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '')
  return parts.every((part, i) => {
    const folder = join(root, ...parts.slice(0, i))
    return existsSync(folder) && readdirSync(folder).includes(part)
  })
}

describe('reading commands from a document', () => {
  it('finds them in fences and indented blocks, with their output', () => {
    const page = [
      'Type `recp check x`:',
      '',
      '    recp check a.yaml # looks',
      '    npx recp audit "my site.yaml" \\',
      '      -o x.json',
      '',
      '```console',
      '$ recp list units > units.txt',
      'm3',
      '$ npm ci',
      '```',
    ].join('\n')
    expect(shownCommands(page)).toEqual([
      { line: 'recp check a.yaml # looks', output: [] },
      { line: 'recp audit "my site.yaml" -o x.json', output: [] },
      { line: 'recp list units > units.txt', output: ['m3', '$ npm ci'] },
    ])
    expect(wordsOf('recp check a.yaml # looks')).toEqual({ argv: ['check', 'a.yaml'] })
    expect(wordsOf('recp audit "my site.yaml" -o x.json | head')).toEqual({
      argv: ['audit', 'my site.yaml', '-o', 'x.json'],
    })
    expect(wordsOf('recp list units > units.txt')).toEqual({ argv: ['list', 'units'], into: 'units.txt' })
  })

  it('knows anchors as the web does', () => {
    expect([...anchors('# One `two`, three\n## Nước & hơi\n## Nước & hơi\n')]).toEqual([
      'one-two-three',
      'nước--hơi',
      'nước--hơi-1',
    ])
    expect(linkTargets('[a](b.md#c) `[x](y)` ![p](q.png "t")\n[r]: s.md\n')).toEqual([
      'b.md#c',
      'q.png',
      's.md',
    ])
  })
})
