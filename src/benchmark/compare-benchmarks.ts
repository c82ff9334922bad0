import { createLedger, type Ledger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Gap } from '../model/indicators.js'
import { type Inventory, isElectricity } from '../model/inventory.js'
import type { Site } from '../schema/site.js'
import type { Benchmark, Content } from '../templates/content.js'
import { farOutside } from './far-outside.js'
import { gapBetween, isNorm, referenceFigures } from './gap-figures.js'
import { misfit, ownGaps } from './own-benchmarks.js'
import { leadingUnit } from '../templates/select-factor.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'

/** Which figure of the site a type of benchmark is about; that of electricity is the use of the good. */
const NUMERATOR: ReadonlyMap<string, string> = new Map([
  ['energy_total', 'total.energy'],
  ['water', 'total.water'],
  ['wastewater', 'total.wastewater'],
  ['electricity', 'use.electricity'],
])

function numeratorOf(type: string, inventory: Inventory): string {
  const electricity = inventory.goods.find(isElectricity)
  if (type === 'electricity' && electricity !== undefined) return `use.${electricity.id}`
  return NUMERATOR.get(type) ?? ''
}

/**
 * Indicators → gaps to the outside values that apply: same sector, same kind of use, a unit that converts without
 * assumption, for legal norms the own country and the edition in force at the period. Norms are told apart from
 * surveys; the scope of a row (plant size, product) is printed for the auditor to judge, and where a norm has rows of
 * several scopes no verdict is given.
 */
export function compareBenchmarks(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly figures: readonly Figure[]
  },
  context: { readonly content: Content; readonly sector?: string },
): Staged<{ readonly gaps: readonly Gap[]; readonly figures: readonly Figure[] }> {
  const ledger = createLedger(input.figures)
  const diagnostics: Diagnostic[] = []
  const year = Number(input.inventory.period.last.slice(0, 4))
  const rows = applicable(
    context.content,
    context.sector ?? input.site.site.sector,
    input.site.site.country,
    year,
  )
  const gaps = rows.flatMap((row) => {
    const gap = gapOf(row, numeratorOf(row.type, input.inventory), ledger, diagnostics)
    const ambiguous =
      isNorm(row) && rows.some((other) => other !== row && isNorm(other) && other.type === row.type)
    return gap === undefined ? [] : [ambiguous ? { ...gap, verdict: 'unknown' as const } : gap]
  })
  diagnostics.push(...farOutside(gaps, ledger, context.content.thresholds.get('benchmark-times')))
  return {
    value: { gaps: [...gaps, ...ownGaps(input.site, ledger, diagnostics)], figures: ledger.all() },
    diagnostics,
  }
}

function applicable(
  content: Content,
  sector: string | undefined,
  country: string,
  year: number,
): Benchmark[] {
  if (sector === undefined) return []
  const found = [...content.sectors.values()].find(
    (entry) => entry.id === sector || entry.also.includes(sector),
  )
  const ids = new Set([sector, ...(found === undefined ? [] : [found.id, ...found.also])])
  const rows = content.benchmarks.filter((row) => ids.has(row.sector) && NUMERATOR.has(row.type))
  const norms = rows.filter((row) => isNorm(row) && row.country === country)
  const inForce = norms.filter((row) => Number(row.year) === editionFor(norms, row, year))
  const surveys = rows.filter((row) => !isNorm(row))
  return [...inForce, ...surveys]
}

/** Of the editions of one norm (same type and scope), the first whose last year is not before the period, else the last. */
function editionFor(norms: readonly Benchmark[], row: Benchmark, year: number): number {
  const years = norms
    .filter((other) => other.type === row.type && other.scope === row.scope)
    .map((other) => Number(other.year))
  const later = years.filter((edition) => edition >= year)
  return later.length > 0 ? Math.min(...later) : Math.max(...years)
}

/** `m3/yr` → `m3`: what is used and what is made cover the same time. */
const perPeriod = (unit: string): string => unit.replace(/\/yr$/, '')

function gapOf(
  row: Benchmark,
  numerator: string,
  ledger: Ledger,
  diagnostics: Diagnostic[],
): Gap | undefined {
  const head = leadingUnit(row.unit)
  const unit = parseUnit(head?.unit ?? '')
  const [use, output] = [ledger.get(numerator), ledger.get('total.output')]
  if (!('unit' in unit) || use === undefined || output === undefined) return undefined
  const site = parseUnit(`(${use.unit})/(${output.unit})`)
  if (!('unit' in site) || !dimensionsEqual(site.unit.dimension, unit.unit.dimension)) {
    diagnostics.push(misfit('', row.id, row.unit, use, `${perPeriod(use.unit)}/${perPeriod(output.unit)}`))
    return undefined
  }
  const value = ledger.derive({
    id: `benchmark.${row.id}.value`,
    label: { en: `${use.label.en} per product`, vi: `${use.label.vi} trên đơn vị sản phẩm` },
    unit: unit.unit.text,
    formula: 'use / output',
    uses: { use: numerator, output: 'total.output' },
    sd: 'independent',
  })
  const references = referenceFigures(row, unit.unit.text, ledger)
  const scope = [head?.rest ?? '', row.scope].filter((text) => text !== '').join('; ')
  return gapBetween({ ...row, scope }, value.id, references, ledger)
}
