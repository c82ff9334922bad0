import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger, type Ledger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Gap, Indicators } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import { joined, type Text } from '../model/text.js'
import type { Site } from '../schema/site.js'
import type { Benchmark, Content } from '../templates/content.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'
import { sectorOf } from '../templates/sectors.js'
import { applicableRows } from './applicable-rows.js'
import { farOutside } from './far-outside.js'
import { gapBetween, isNorm, referenceFigures } from './gap-figures.js'
import { nearestSectors } from './nearest-sectors.js'
import { misfit, ownGaps } from './own-benchmarks.js'
import { weaknessOf } from './weakness.js'
import { comparedFigures, outputMass, type Comparing } from './what-is-compared.js'

/**
 * Indicators → gaps to the outside values that apply: same sector and process, same boundary, a unit that converts
 * without assumption, for legal norms the own country and the edition in force at the period. Norms are told apart
 * from surveys; where a norm still has rows of several scopes no verdict is given. Where the sector has no value at
 * all, the nearest sector is offered with its distance, and nothing of it is taken.
 */
export function compareBenchmarks(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly figures: readonly Figure[]
    readonly indicators: Indicators
  },
  context: { readonly content: Content; readonly sector?: string },
): Staged<{ readonly gaps: readonly Gap[]; readonly figures: readonly Figure[] }> {
  const { site, inventory } = input
  const ledger = createLedger(input.figures)
  const diagnostics: Diagnostic[] = []
  const year = Number(inventory.period.last.slice(0, 4))
  const sector = context.sector ?? site.site.sector
  const made = ledger.get('total.output')
  const output = made?.value == null ? undefined : { value: made.value, unit: made.unit }
  const rows = applicableRows(context.content, site, { sector, year, output })
  const work = { inventory, ledger, content: context.content, emissions: input.indicators.emissions }
  const gaps = rows.flatMap((row) => {
    const gap = gapOf(work, row, site.site.process, diagnostics)
    const ambiguous =
      isNorm(row) && rows.some((other) => other !== row && isNorm(other) && other.type === row.type)
    if (gap === undefined) return []
    return [{ ...gap, weak: weaknessOf(row, year), ...(ambiguous && { verdict: 'unknown' as const }) }]
  })
  diagnostics.push(...farOutside(gaps, ledger, context.content.thresholds.get('benchmark-times')))
  if (rows.length === 0) diagnostics.push(...offers(context.content, site, sector))
  return {
    value: { gaps: [...gaps, ...ownGaps(site, ledger, diagnostics)], figures: ledger.all() },
    diagnostics,
  }
}

/** `m3/yr` → `m3`: what is used and what is made cover the same time. */
const perPeriod = (unit: string): string => unit.replace(/\/yr$/, '')

function gapOf(
  work: Comparing,
  row: Benchmark,
  process: string | undefined,
  diagnostics: Diagnostic[],
): Gap | undefined {
  const figures = comparedFigures(work, row, process)
  if ('why' in figures) {
    if (figures.why !== 'type' && figures.why !== 'no-figure')
      diagnostics.push(diagnose('K404', '', { benchmark: row.id, why: figures.why, what: figures.what }))
    return undefined
  }
  const { ledger } = work
  const [use, counted] = [ledger.get(figures.above), ledger.get(figures.below)]
  if (use?.value == null || counted?.value == null) return undefined
  const text = unitAtHead(row.unit.en)
  const unit = parseUnit(text?.unit ?? '')
  const fitting = (output: Figure | undefined): boolean => {
    const own = parseUnit(`(${use.unit})/(${output?.unit ?? '?'})`)
    return 'unit' in unit && 'unit' in own && dimensionsEqual(own.unit.dimension, unit.unit.dimension)
  }
  const byMass = (): Figure | undefined => ledger.get(outputMass(work) ?? '')
  const output = fitting(counted) ? counted : row.per === 'product' ? byMass() : undefined
  if (!('unit' in unit) || output?.value == null || !fitting(output)) {
    diagnostics.push(
      misfit('', row.id, row.unit.en, use, `${perPeriod(use.unit)}/${perPeriod(counted.unit)}`),
    )
    return undefined
  }
  const value = valueFigure(row, unit.unit.text, use, output, ledger)
  const scope = joined([unitWords(row.unit), row.scope], '; ')
  return gapBetween({ ...row, scope }, value, referenceFigures(row, unit.unit.text, ledger), ledger)
}

function valueFigure(row: Benchmark, unit: string, use: Figure, output: Figure, ledger: Ledger): string {
  const per = row.per === 'raw' || row.per === 'raw-effluent' ? output.label : PRODUCT
  return ledger.derive({
    id: `benchmark.${row.id}.value`,
    label: {
      en: `${use.label.en} per ${per.en.toLowerCase()}`,
      vi: `${use.label.vi} trên ${per.vi.toLowerCase()}`,
    },
    ...(unit === '%' ? { unit: '1', show: '%' as const } : { unit }),
    formula: 'use / output',
    uses: { use: use.id, output: output.id },
    sd: 'independent',
  }).id
}

const PRODUCT = { en: 'product', vi: 'đơn vị sản phẩm' }

/**
 * The unit of a table's text, and the words in it: `kg COD/t product` is kg/t and "COD, product". `undefined` where
 * either side of the stroke is no unit.
 */
export function unitAtHead(written: string): { readonly unit: string; readonly words: string } | undefined {
  const sides = written.replace(/\(.*$/, '').split('/')
  const parts = sides.map((side) => {
    const [head = '', ...words] = side.trim().split(/\s+/)
    return { head, words: words.join(' ') }
  })
  const text = parts.map(({ head }) => head).join('/')
  if (sides.length > 2 || !('unit' in parseUnit(text))) return undefined
  // CO2e is a unit of its own: kg CO2e, g CO2.
  const gas = /^CO2e?$/.test(parts[0]?.words ?? '')
  const unit = gas ? `${parts[0]?.head}CO2e/${parts[1]?.head}` : text
  return {
    unit,
    words: parts
      .map(({ words }) => words)
      .filter((words, i) => words !== '' && !(gas && i === 0))
      .join(', '),
  }
}

/** The words beside the unit of a row: `product equivalent`. */
function unitWords({ en, vi }: Text): Text {
  return { en: unitAtHead(en)?.words ?? '', vi: unitAtHead(vi)?.words ?? '' }
}

/** What to look at where the sector has no benchmark, or the site names no sector. */
function offers(content: Content, site: Site, sector: string | undefined): readonly Diagnostic[] {
  const found = sectorOf(content, sector)
  const codes = [site.site.isic, site.site.vsic, ...(found?.isic ?? [])].flatMap((code) => code ?? [])
  if (sector === undefined && codes.length === 0) return []
  const near = nearestSectors(content, codes, found === undefined ? [] : [found.id])
  const [first] = near
  const args = {
    sector: sector ?? codes.join(', '),
    near: near.map(({ id }) => id).join(', '),
    distance: first?.distance ?? '',
    isic: first?.code ?? '',
  }
  return [diagnose('K403', '/site/sector', args)]
}
