import { totalOf, type Ledger } from '../formula/index.js'
import type { LegalCheck } from '../model/compliance.js'
import type { Inventory, InventoryFlow } from '../model/inventory.js'
import type { Text } from '../model/text.js'
import type { Site } from '../schema/site.js'
import type { Content, WaterFactor } from '../templates/content.js'
import { factorFigure, waterRow } from '../templates/factor-rows.js'
import { REFUSED } from '../templates/select-factor.js'
import { parameterId } from '../templates/parameters.js'
import { resultFigure } from './compare-with-limit.js'
import { isInForce, notChecked } from './legal-checks.js'

type Fee = {
  readonly site: Site
  readonly inventory: Inventory
  readonly ledger: Ledger
  readonly content: Content
}

const FEE = { en: 'Fee for industrial wastewater', vi: 'Phí bảo vệ môi trường đối với nước thải công nghiệp' }

/**
 * The yearly fee for industrial wastewater by the table of the country, for the regulation in force at the end of the
 * period: a fixed part by the mean flow a day, and from its highest class on a part by the load of each parameter; or
 * a part by volume. Nothing where the table has no fee or the volume is not known.
 */
export function wastewaterFee(work: Fee): readonly LegalCheck[] {
  const { site, inventory, ledger, content } = work
  const last = inventory.period.last
  const rows = content.waterFactors.filter(
    (row) =>
      row.country === site.site.country &&
      row.itemId !== '' &&
      row.parameter.startsWith('fee_') &&
      row.validFrom !== '' &&
      row.status !== REFUSED &&
      isInForce(row, last),
  )
  const flows = inventory.flows.filter(
    ({ to, as, contents }) => to === null && as === 'wastewater' && contents['water'] !== undefined,
  )
  if (rows.length === 0 || flows.length === 0) return []
  const volume = totalOf(
    ledger,
    {
      id: 'compliance.fee.volume',
      label: { en: 'Wastewater discharged', vi: 'Nước thải xả ra' },
      unit: 'm3/yr',
    },
    flows.map(({ id }) => `flow.${id}.water`),
  ).id
  const value = ledger.get(volume)?.value
  const [first] = rows
  if (value == null || first === undefined) return []
  const parts = rows.some(({ parameter }) => parameter === 'fee_fixed')
    ? fixedAndVariable(work, rows, flows, value / DAYS)
    : rows.map((row) => product(ledger, row, volume, FEE))
  const fee = totalOf(ledger, { id: 'compliance.fee', label: FEE, unit: `${currencyOf(first)}/yr` }, parts).id
  return [check(content, first, fee)]
}

/** The mean over a year, as the decree counts it. */
const DAYS = 365

/** `VND` of `VND/kg`. */
function currencyOf(row: WaterFactor): string {
  return row.unit.slice(0, 3)
}

/** `from-20`: the class that begins at 20 m3 a day; only the highest one has a variable part. */
function fixedAndVariable(
  work: Fee,
  rows: readonly WaterFactor[],
  flows: readonly InventoryFlow[],
  daily: number,
): readonly string[] {
  const classes = rows
    .flatMap((row) => {
      const from = /^from-(\d+)$/.exec(row.itemId)?.[1]
      return from === undefined ? [] : [{ row, from: Number(from) }]
    })
    .sort((a, b) => b.from - a.from)
  const mine = classes.find(({ from }) => daily >= from)
  if (mine === undefined) return []
  const fixed = constant(work.ledger, mine.row, `${currencyOf(mine.row)}/yr`)
  if (mine !== classes[0]) return [fixed]
  const variable = rows.flatMap((row) => {
    if (row.parameter !== 'fee_per_kg') return []
    const load = loadOf(work, flows, row.itemId)
    return load === undefined ? [] : [product(work.ledger, row, load, partLabel(row))]
  })
  return [fixed, ...variable]
}

/** The yearly load of a parameter in what is discharged: what flows carry of it, else their analyses. */
function loadOf(work: Fee, flows: readonly InventoryFlow[], parameter: string): string | undefined {
  const { ledger, content, site } = work
  const figures = flows.flatMap((flow) => {
    const layer = Object.keys(flow.contents).find((one) => parameterId(one, content) === parameter)
    if (layer !== undefined) return [`flow.${flow.id}.${layer}`]
    const result = site.analyses
      .filter(({ at }) => at === flow.id)
      .flatMap(({ values }) => Object.entries(values))
      .find(([name]) => parameterId(name, content) === parameter)?.[1]
    const analysed = result && resultFigure(result)
    if (analysed === undefined || !ledger.has(analysed)) return []
    const uses = { concentration: analysed, volume: `flow.${flow.id}.water` }
    const label = { en: `${parameter} discharged`, vi: `${parameter} xả ra` }
    return [
      ledger.derive({
        id: `compliance.fee.load.${flow.id}.${parameter}`,
        label,
        unit: 't/yr',
        formula: 'concentration * volume',
        uses,
      }).id,
    ]
  })
  if (figures.length === 0) return undefined
  const name = content.parameters.get(parameter)?.name ?? { en: parameter, vi: parameter }
  return totalOf(ledger, { id: `compliance.fee.load.${parameter}`, label: name, unit: 't/yr' }, figures).id
}

/** The table names its parts in English. */
function partLabel({ item, itemId, parameter }: WaterFactor): Text {
  const [, last = item] = /([^,]+)$/.exec(item) ?? []
  if (parameter === 'fee_per_kg') return { en: item, vi: `phần phí biến đổi C, ${last.trim()}` }
  const from = /^from-(\d+)$/.exec(itemId)?.[1]
  if (from !== undefined) return { en: item, vi: `phần phí cố định f, lưu lượng từ ${from} m3/ngày` }
  return { en: item, vi: 'mức phí theo lưu lượng, cơ sở không quan trắc nước thải' }
}

function constant(ledger: Ledger, row: WaterFactor, unit: string): string {
  const found = waterRow(row)
  const id = `factor.${found?.id}`
  if (found === undefined || ledger.has(id)) return id
  return ledger.add(factorFigure(found, { id, label: partLabel(row), unit })).id
}

function product(ledger: Ledger, row: WaterFactor, amount: string, label: Text): string {
  const rate = constant(ledger, row, row.unit)
  const unit = `${currencyOf(row)}/yr`
  return ledger.derive({
    id: `compliance.fee.${row.itemId}`,
    label,
    unit,
    formula: 'amount * rate',
    uses: { amount, rate },
  }).id
}

/** `Viet Nam Decree 53/2020/ND-CP Article 6 (quoted …)` → the decree and its article. */
function check(content: Content, row: WaterFactor, fee: string): LegalCheck {
  const [, regulation = row.source, clause = ''] = /(Decree \S+)(?: (Article \d+))?/.exec(row.source) ?? []
  return {
    id: 'wastewater-fee',
    kind: 'fee',
    name: FEE,
    value: fee,
    verdict: 'amount',
    regulation,
    clause: { en: clause, vi: clause.replace('Article', 'Điều') },
    date: row.validFrom,
    evidence: row.evidence,
    note: row.note,
    url: row.url,
    notChecked: notChecked(content, regulation),
  }
}
