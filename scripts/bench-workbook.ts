/**
 * Times the workbook of the brewery and of a large factory (500 flows, 400 entries, 36 months) against exceljs alone
 * writing the same values and formulas without looks, charts or drawings, with the size of the file and the most memory
 * that a process of its own takes for each. Ratios say more than times.
 *
 * Entries are what the checklist sheet lists, the whole catalogue taken for every kind of factory, and measures of the
 * site itself.
 *
 *   npm run bench:workbook [rounds]
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { auditSite } from '../src/audit.js'
import { loadSite } from '../src/load/load-site.js'
import type { Audit } from '../src/model/audit.js'
import type { Book } from '../src/report/xlsx/book.js'
import { cellValue } from '../src/report/xlsx/cells.js'
import { auditBook, writeWorkbook } from '../src/report/xlsx/write-workbook.js'
import type { Wanted } from '../src/report/xlsx/sheets/page.js'
import type { Content } from '../src/templates/content.js'
import { contentOfFolder } from '../src/templates/own-content.js'
import { designOfFolder } from '../src/templates/workbook-design.js'

const catalogue = contentOfFolder('templates').value
/** Every entry is asked of the large factory, of whatever sector it is and whatever it stands for. */
const everyEntry = {
  ...catalogue,
  entries: new Map(
    [...catalogue.entries].map(([id, entry]) => [id, { ...entry, sectors: [], replaces: [] }]),
  ),
}
const { value: design } = designOfFolder('templates')

const STEPS = 250

/** Water to each of 250 steps and wastewater from it, three years of months, and no sector, so that every entry is asked. */
function largeSite(): string {
  const steps = Array.from({ length: STEPS }, (_, index) => `s${index}`)
  const months = Array.from(
    { length: 36 },
    (_, index) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
  const monthly = (least: number) =>
    months.map((month, index) => `${month}: ${least + ((index * 37) % 50)}`).join(', ')
  return [
    'recp: 1',
    'site: { id: large, name: Large works, country: VN, currency: VND, hours: 6 000 h/yr }',
    'audit: { date: 2025-12-31 }',
    'period: 2024',
    'per: { of: product, unit: t }',
    'products: { product: { name: Product, mass: 1 t/t } }',
    'water: { town: { price: 15 000 VND/m3 }, effluent: { as: wastewater } }',
    'energy: { electricity: { price: 2 000 VND/kWh } }',
    'steps:',
    ...steps.map((step) => `  ${step}: { balances: [water] }`),
    'flows:',
    ...steps.map(
      (step, index) => `  in-${step}: { of: town, to: ${step}, amount: ${1000 + index} m3 (measured) }`,
    ),
    ...steps.map((step) => `  out-${step}: { of: effluent, from: ${step} }`),
    'measures:',
    ...['s0', 's1'].map(
      (step) => `  less-${step}: { title: Less water in ${step}, acts-on: in-${step}, saves: 10 % }`,
    ),
    'readings:',
    `  - { of: product, unit: t, months: { ${monthly(900)} } }`,
    `  - { of: electricity, unit: MWh, months: { ${monthly(400)} } }`,
  ].join('\n')
}

type Case = { readonly text: string; readonly folder: string; readonly content: Content }

async function audited({ text, folder, content }: Case): Promise<Audit> {
  const { audit, diagnostics } = auditSite(await loadSite({ text, name: 'site.yaml', folder }), { content })
  if (audit === null) throw new Error(JSON.stringify(diagnostics.slice(0, 3)))
  return audit
}

/** The same values and formulas, by the library alone. */
async function byLibrary(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, rows } of book.sheets) {
    const sheet = workbook.addWorksheet(name)
    for (const { cells } of rows) {
      sheet.addRow(
        cells.map((cell) =>
          cell && 'formula' in cell ? { formula: cell.formula, result: cell.result ?? '' } : cellValue(cell),
        ),
      )
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function median(rounds: number, task: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = process.hrtime.bigint()
    await task()
    times.push(Number(process.hrtime.bigint() - begin) / 1e6)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

const SITES: Readonly<Record<string, Case>> = {
  brewery: {
    text: readFileSync('examples/brewery/site.yaml', 'utf8'),
    folder: 'examples/brewery',
    content: catalogue,
  },
  large: { text: largeSite(), folder: '.', content: everyEntry },
}

const WRITERS: Readonly<Record<string, (audit: Audit, wanted: Wanted) => Promise<Uint8Array>>> = {
  own: writeWorkbook,
  library: (audit, wanted) => byLibrary(auditBook(audit, wanted)),
}

/** Most memory, in MB, of a process that audits a site and writes it once. */
function memory(site: string, preset: string, writer: string): number {
  const { stdout } = spawnSync(process.execPath, [process.argv[1] ?? '', site, preset, writer], {
    encoding: 'utf8',
  })
  return Number(stdout)
}

async function writtenOnce(site: Case, preset: string, writer: string): Promise<void> {
  await WRITERS[writer]?.(await audited(site), { lang: 'en', design, preset })
  // Kilobytes, on every system that Node runs on.
  console.log(process.resourceUsage().maxRSS / 1000)
}

async function table(rounds: number): Promise<void> {
  console.log(
    'site      preset  flows  entries  figures   cells  formulas     kB      ms  exceljs  ratio     MB  exceljs  ratio',
  )
  for (const [name, site] of Object.entries(SITES)) {
    const audit = await audited(site)
    for (const preset of ['full', 'quick']) {
      const wanted = { lang: 'en', design, preset } as const
      const book = auditBook(audit, wanted)
      const cells = book.sheets.flatMap(({ rows }) =>
        rows.flatMap((row) => row.cells.filter((cell) => cell !== null)),
      )
      const formulas = cells.filter((cell) => 'formula' in cell).length
      const bytes = await writeWorkbook(audit, wanted)
      const own = await median(rounds, () => writeWorkbook(audit, wanted))
      const library = await median(rounds, () => byLibrary(book))
      const [most, others] = [memory(name, preset, 'own'), memory(name, preset, 'library')]
      const { inventory, findings, evaluation, figures } = audit
      const measures = evaluation.opportunities.filter(({ origin }) => origin === 'measure')
      const entries = findings.length + measures.length
      const numbers = [inventory.flows.length, entries, figures.length, cells.length, formulas]
      const shown = [
        ...[...numbers, bytes.length / 1000, own, library].map((one) => String(Math.round(one))),
        (own / library).toFixed(2),
        String(Math.round(most)),
        String(Math.round(others)),
        (most / others).toFixed(2),
      ]
      const widths = [5, 9, 9, 8, 10, 7, 8, 9, 7, 7, 9, 7]
      console.log(
        `${name.padEnd(10)}${preset.padEnd(8)}${shown.map((one, index) => one.padStart(widths[index] ?? 8)).join('')}`,
      )
    }
  }
}

const [first = '5', preset, writer] = process.argv.slice(2)
const alone = SITES[first]
if (alone !== undefined && preset !== undefined && writer !== undefined)
  await writtenOnce(alone, preset, writer)
else await table(Number(first))
