import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { auditSite } from '../../../src/audit.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import { writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { loadContent } from '../../../src/templates/load-content.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { changeSheets, recalculateWithIronCalc, type Values } from '../recalculate.js'
import { exampleAudit } from './example-audit.js'
import { full } from './design.js'
import { homesIn } from './homes-in.js'

/** The workbook with another number typed into the cell of an input, recalculated. */
async function retyped(bytes: Uint8Array, figure: string, value: number): Promise<Values> {
  const [sheet, address] = (homesIn(bytes).get(figure) ?? '').split('!')
  const part = readCells(bytes).sheets.find(({ name }) => name === sheet)?.part
  const cell = new RegExp(`(<c r="${address}"[^>]*>)<v>[^<]*</v>`)
  let changed = 0
  const edited = changeSheets(bytes, (xml, path) =>
    path === part ? xml.replace(cell, (_, start: string) => (changed++, `${start}<v>${value}</v>`)) : xml,
  )
  expect(changed).toBe(1)
  return recalculateWithIronCalc(edited)
}

/** The engine's audit of the brewery with another text in its site file. */
async function reaudited(from: string, to: string): Promise<Audit> {
  const folder = 'examples/brewery'
  const text = await readFile(`${folder}/site.yaml`, 'utf8')
  expect(text.split(from)).toHaveLength(2)
  const loaded = await loadSite({ text: text.replace(from, to), name: 'site.yaml', folder })
  const { audit } = auditSite(loaded, { content: loadContent().value })
  if (audit === null) throw new Error('no audit of the changed site')
  return audit
}

const CHANGES = [
  [
    'the price of water',
    'good.well-water.price',
    'amount: "272 000 m3 (measured, ws 3-2 I-1)", price: "0.50 EUR/m3',
    1.1,
  ],
  ['the price of fuel', 'good.fuel-oil.price', 'price: "500 EUR/t', 650],
  ['an investment', 'opportunity.bottle-nozzles.investment-written', 'invest: "12 000 EUR', 30_000],
] as const

it.each(CHANGES)(
  'a change of %s in the workbook gives what the engine gives',
  async (_, id, written, value) => {
    const before = await exampleAudit('brewery')
    const bytes = await writeWorkbook(before, full('en'))
    const cells = homesIn(bytes)
    const values = await retyped(bytes, id, value)
    const after = await reaudited(
      written,
      written.replace(/[\d. ]+(?= EUR)/, () => ` ${value}`.trim()),
    )
    const wrong: string[] = []
    let moved = 0
    for (const figure of after.figures) {
      // RATE with a start value is beyond IronCalc.
      if (figure.kind !== 'derived' || figure.value === null || figure.id.endsWith('.irr')) continue
      const shown = Number(values.get(cells.get(figure.id) ?? ''))
      const distance = Math.abs(shown - figure.value) / Math.max(1, Math.abs(figure.value))
      if (!(distance < 1e-9)) wrong.push(figure.id)
      if (figure.value !== before.figures.find((one) => one.id === figure.id)?.value) moved++
    }
    expect(wrong).toEqual([])
    expect(moved).toBeGreaterThan(5)
  },
)

it('payback and rank follow when an investment is changed in its cell', async () => {
  const audit = await exampleAudit('brewery')
  const bytes = await writeWorkbook(audit, full('vi'))
  const cells = homesIn(bytes)
  const { opportunities } = audit.evaluation
  const [first, second] = [1, 2].map((place) =>
    opportunities.find(({ rank }) => audit.figures.find(({ id }) => id === rank)?.value === place),
  )
  const invested = audit.figures.find(({ id }) => id === first?.investment)
  const written = Object.values(invested?.uses ?? {})[0] ?? ''
  const values = await retyped(bytes, written, (invested?.value ?? 0) * 10)
  const at = (id: string | undefined) => values.get(cells.get(id ?? '') ?? '')
  const paybackBefore = audit.figures.find(({ id }) => id === first?.payback)?.value ?? 0
  expect(at(first?.payback)).toBeCloseTo(paybackBefore * 10, 9)
  expect(at(first?.rank)).toBe(2)
  expect(at(second?.rank)).toBe(1)
})
