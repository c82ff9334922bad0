import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GENERAL, handMade, handRows } from './hand-made.js'

const folder = mkdtempSync(join(tmpdir(), 'recp large '))
const script = join(folder, 'read.mjs')

/** A process that reads and checks one workbook, and says what that took. */
const READER = `
import { loadSite } from './src/load/load-site.ts'
import { validateSite } from './src/validate/validate-site.ts'
const { value, diagnostics } = await loadSite(process.argv[2])
const { value: site } = validateSite(value)
const { maxRSS } = process.resourceUsage()
const cpu = process.cpuUsage().user
const months = site.readings.flatMap((one) => Object.keys(one.months ?? {})).length
process.stdout.write(JSON.stringify({ months, said: diagnostics.length, megabytes: maxRSS / 1024, seconds: cpu / 1e6 }))
`

beforeAll(async () => {
  await build({
    stdin: { contents: READER, resolveDir: process.cwd(), loader: 'ts' },
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Took = {
  readonly months: number
  readonly said: number
  readonly megabytes: number
  readonly seconds: number
}

/** A filled form with a month a row: five cells with content, ten with a style only. */
function readingOf(rows: number): Took {
  const heads = ['recp:readings', 'of', 'month', 'value', 'unit', 'note']
  const blank = { xml: '<c @ s="1"/>' }
  const body = Array.from({ length: rows }, (_, i) => [
    null,
    'w',
    `2025-${String((i % 12) + 1).padStart(2, '0')}`,
    100 + ((i * 7) % 50),
    'm3',
    `meter ${Math.floor(i / 12)}`,
    ...Array.from({ length: 10 }, () => blank),
  ])
  const shown = ['', 'Good', 'Month', 'Value', 'Unit', 'Note']
  const water = handRows([
    ['recp:water', 'id'],
    ['', 'Id'],
    [null, 'w'],
  ])
  const file = join(folder, `${rows}.xlsx`)
  const sheets = [
    GENERAL,
    { name: 'Water', rows: water },
    { name: 'Readings', rows: handRows([heads, shown, ...body]) },
  ]
  writeFileSync(file, handMade({ sheets }))
  return JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' })) as Took
}

describe('a large intake', () => {
  it('of 50 000 rows is read in bounded memory, and four times the rows take four times as long', () => {
    const [quarter, whole] = [readingOf(12_500), readingOf(50_000)]
    expect([quarter.months, whole.months, whole.said]).toEqual([12_500, 50_000, 0])
    expect(whole.megabytes).toBeLessThan(400)
    // Both begin with the same half second of a program that starts; growth by the square would be sixteen.
    expect(whole.seconds / quarter.seconds).toBeLessThan(6)
  }, 120_000)
})
