import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runRecp } from '../cli/run-recp.js'
import { loadContent } from '../../src/templates/load-content.js'
import { codeDocs } from './code-docs.js'
import { benchmarkDocs, factorDocs, indicatorDocs } from './outside-docs.js'
import { tableOf, typeIntoForm } from './type-into-form.js'

const DOCS = join(import.meta.dirname, '../../docs')

/**
 * The steps of a page in their order: files that it shows, replacements in them, tables that are typed into a form, and
 * commands with their output.
 */
function stepsOf(page: string): readonly RegExpMatchArray[] {
  const file = /<!-- file: (?<file>\S+) -->\s*```yaml\n(?<text>[\s\S]*?)```/
  const replace = /<!-- replace in (?<where>\S+): (?<from>.+?) → (?<to>.+?) -->/
  const table = /<!-- type into (?<form>\S+), sheet (?<sheet>.+?) -->\s*(?<table>(?:\|.*\|\n)+)/
  const command =
    /(?:```console\n|(?<=```console\n(?:(?!```)[\s\S])*?))\$ recp (?<line>.*)\n(?<output>(?:(?!\$ recp |```).*\n)*)/
  const parts = [file, replace, table, command]
  return [...page.matchAll(new RegExp(parts.map(({ source }) => source).join('|'), 'g'))]
}

/** Words of a command line, with those in double quotes kept together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

describe('documents', () => {
  it('docs/codes.md has every code', async () => {
    await expect(await codeDocs()).toMatchFileSnapshot('../../docs/codes.md')
  })

  it.each([
    ['factors', factorDocs],
    ['benchmarks', benchmarkDocs],
    ['indicators', indicatorDocs],
  ] as const)('docs/reference/%s.md is what the tables say', async (name, docs) => {
    await expect(await docs(loadContent().value)).toMatchFileSnapshot(`../../docs/reference/${name}.md`)
  })

  it.each(['first-audit.md', 'first-audit-excel.md'])(
    'docs/%s does what it says',
    async (name) => {
      const cwd = mkdtempSync(join(tmpdir(), 'recp first '))
      try {
        const steps = stepsOf(readFileSync(join(DOCS, name), 'utf8'))
        expect(steps.length).toBeGreaterThanOrEqual(9)
        for (const { groups = {} } of steps) await follow(cwd, groups)
      } finally {
        rmSync(cwd, { recursive: true, force: true })
      }
    },
    300_000,
  )
})

async function follow(cwd: string, groups: Readonly<Record<string, string>>): Promise<void> {
  const {
    file,
    text = '',
    where,
    from = '',
    to = '',
    form,
    sheet = '',
    table = '',
    line,
    output = '',
  } = groups
  if (file !== undefined) writeFileSync(join(cwd, file), text)
  if (form !== undefined) typeIntoForm(join(cwd, form), tableOf(sheet, table))
  if (where !== undefined) {
    const before = readFileSync(join(cwd, where), 'utf8')
    if (!before.includes(from)) throw new Error(`${where} has no ${from}`)
    writeFileSync(join(cwd, where), before.replace(from, to))
  }
  if (line === undefined) return
  const ran = await runRecp(wordsOf(line), { cwd })
  const said = (ran.stdout + ran.stderr).replaceAll(`${cwd}/`, '')
  for (const shown of output.split('\n').filter((one) => one.trim() !== ''))
    expect(said).toContain(shown.trim())
  // A page that shows an error shows what the command ends with too.
  expect(ran.exit).toBe(/^error\[/m.test(output) ? 1 : 0)
}
