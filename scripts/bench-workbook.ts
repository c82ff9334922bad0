/**
 * Times the workbook of the brewery and of a large factory (500 flows, every checklist entry, 36 months) against
 * exceljs alone writing the same values and formulas without looks, charts or drawings. Ratios say more than times.
 *
 *   npm run bench:workbook [rounds]
 */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { auditSite } from '../src/audit.js'
import { loadSite } from '../src/load/load-site.js'
import type { Audit } from '../src/model/audit.js'
import type { Book } from '../src/report/xlsx/book.js'
import { cellValue } from '../src/report/xlsx/cells.js'
import { auditBook, writeWorkbook } from '../src/report/xlsx/write-workbook.js'
import { contentOfFolder } from '../src/templates/own-content.js'
import { designOfFolder } from '../src/templates/workbook-design.js'

const rounds = Number(process.argv[2] ?? 5)
const content = contentOfFolder('templates').value
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
    'readings:',
    `  - { of: product, unit: t, months: { ${monthly(900)} } }`,
    `  - { of: electricity, unit: MWh, months: { ${monthly(400)} } }`,
  ].join('\n')
}

async function audited(text: string, folder: string): Promise<Audit> {
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

async function median(task: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = process.hrtime.bigint()
    await task()
    times.push(Number(process.hrtime.bigint() - begin) / 1e6)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

const sites = {
  brewery: [readFileSync('examples/brewery/site.yaml', 'utf8'), 'examples/brewery'],
  large: [largeSite(), '.'],
} as const

console.log(
  'site      preset       flows  entries  figures   cells  formulas     kB      ms   exceljs  ratio',
)
for (const [name, [text, folder]] of Object.entries(sites)) {
  const audit = await audited(text, folder)
  for (const preset of ['full', 'quick']) {
    const wanted = { lang: 'en', design, preset } as const
    const book = auditBook(audit, wanted)
    const cells = book.sheets.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.filter((cell) => cell !== null)),
    )
    const formulas = cells.filter((cell) => 'formula' in cell).length
    const bytes = await writeWorkbook(audit, wanted)
    const [own, library] = [
      await median(() => writeWorkbook(audit, wanted)),
      await median(() => byLibrary(book)),
    ]
    const { inventory, findings, figures } = audit
    const numbers = [inventory.flows.length, findings.length, figures.length, cells.length, formulas]
    const shown = [...numbers, Math.round(bytes.length / 1000), Math.round(own), Math.round(library)]
    const widths = [6, 9, 9, 8, 10, 7, 8, 10]
    console.log(
      `${name.padEnd(10)}${preset.padEnd(10)}${shown.map((one, index) => String(one).padStart(widths[index] ?? 8)).join('')}${(own / library).toFixed(2).padStart(7)}`,
    )
  }
}
