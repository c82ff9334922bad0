import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runRecp } from '../cli/run-recp.js'
import { loadContent } from '../../src/templates/load-content.js'
import { codeDocs } from './code-docs.js'
import { benchmarkDocs, factorDocs, indicatorDocs } from './outside-docs.js'

const DOCS = join(import.meta.dirname, '../../docs')

/** The steps of a page in their order: files that it shows, replacements in them, and commands with their output. */
function stepsOf(page: string): readonly RegExpMatchArray[] {
  const file = /<!-- file: (?<file>\S+) -->\s*```yaml\n(?<text>[\s\S]*?)```/
  const replace = /<!-- replace in (?<where>\S+): (?<from>.+?) → (?<to>.+?) -->/
  const command = /```console\n\$ recp (?<line>.*)\n(?<output>[\s\S]*?)```/
  return [...page.matchAll(new RegExp([file, replace, command].map(({ source }) => source).join('|'), 'g'))]
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

  it('docs/first-audit.md does what it says', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'recp first '))
    try {
      const steps = stepsOf(readFileSync(join(DOCS, 'first-audit.md'), 'utf8'))
      expect(steps.length).toBeGreaterThanOrEqual(9)
      for (const { groups = {} } of steps) {
        const { file, text = '', where, from = '', to = '', line, output = '' } = groups
        if (file !== undefined) writeFileSync(join(cwd, file), text)
        if (where !== undefined) {
          const before = readFileSync(join(cwd, where), 'utf8')
          if (!before.includes(from)) throw new Error(`${where} has no ${from}`)
          writeFileSync(join(cwd, where), before.replace(from, to))
        }
        if (line === undefined) continue
        const ran = await runRecp(wordsOf(line), { cwd })
        const said = ran.stdout + ran.stderr
        for (const shown of output.split('\n').filter((one) => one.trim() !== ''))
          expect(said).toContain(shown.trim())
        expect(ran.exit).toBe(0)
      }
    } finally {
      rmSync(cwd, { recursive: true, force: true })
    }
  }, 300_000)
})
