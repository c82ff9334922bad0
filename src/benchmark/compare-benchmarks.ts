import { diagnose } from '../diagnostics/catalogue.js'
import { createLedger, type Ledger } from '../formula/index.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Gap } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import type { Site } from '../schema/site.js'
import type { Benchmark, Content } from '../templates/content.js'
import { leadingUnit } from '../templates/select-factor.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'

/** Which figure of the site a type of benchmark is about. */
const NUMERATOR: Readonly<Record<string, string>> = {
  energy_total: 'total.energy',
  water: 'total.water',
  wastewater: 'total.wastewater',
  electricity: 'use.electricity',
}

type Reference = 'best' | 'low' | 'typical' | 'high'

/** What a gap is measured against, first that is there: a typical value says more of a plant than the best one. */
const AGAINST: readonly Reference[] = ['typical', 'high', 'low', 'best']

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
    readonly sector?: string
  },
  context: { readonly content: Content },
): Staged<{ readonly gaps: readonly Gap[]; readonly figures: readonly Figure[] }> {
  const ledger = createLedger(input.figures)
  const diagnostics: Diagnostic[] = []
  const year = Number(input.inventory.period.last.slice(0, 4))
  const rows = applicable(
    context.content,
    input.sector ?? input.site.site.sector,
    input.site.site.country,
    year,
  )
  const gaps = rows.flatMap((row) => {
    const gap = gapOf(row, ledger, diagnostics)
    const ambiguous = isNorm(row) && rows.some((other) => other !== row && isNorm(other) && other.type === row.type)
    return gap === undefined ? [] : [ambiguous ? { ...gap, verdict: 'unknown' as const } : gap]
  })
  return {
    value: { gaps: [...gaps, ...ownGaps(input.site, ledger, diagnostics)], figures: ledger.all() },
    diagnostics,
  }
}

function isNorm(row: Benchmark): boolean {
  return row.basis.startsWith('legal maximum')
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
  const rows = content.benchmarks.filter((row) => ids.has(row.sector) && Object.hasOwn(NUMERATOR, row.type))
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

function gapOf(row: Benchmark, ledger: Ledger, diagnostics: Diagnostic[]): Gap | undefined {
  const numerator = NUMERATOR[row.type] ?? ''
  const head = leadingUnit(row.unit)
  const unit = parseUnit(head?.unit ?? '')
  const [use, output] = [ledger.get(numerator), ledger.get('total.output')]
  if (!('unit' in unit) || use === undefined || output === undefined) return undefined
  const site = parseUnit(`(${use.unit})/(${output.unit})`)
  if (!('unit' in site) || !dimensionsEqual(site.unit.dimension, unit.unit.dimension)) {
    diagnostics.push(
      diagnose('K401', '', { benchmark: row.id, why: `${row.unit} ≠ ${use.unit} / ${output.unit}` }),
    )
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
  return finishGap({ ...row, scope }, value.id, references, ledger)
}

function referenceFigures(row: Benchmark, unit: string, ledger: Ledger): Partial<Record<Reference, string>> {
  const figures: Partial<Record<Reference, string>> = {}
  for (const name of AGAINST) {
    const value = row[name]
    if (value === undefined) continue
    figures[name] = ledger.add({
      id: `benchmark.${row.id}.${name}`,
      label: REFERENCE_LABEL[name],
      value,
      unit,
      kind: 'factor',
      source: row.source,
    }).id
  }
  return figures
}

const REFERENCE_LABEL: Readonly<Record<Reference, { en: string; vi: string }>> = {
  best: { en: 'Benchmark: best', vi: 'Định mức so sánh: tốt nhất' },
  low: { en: 'Benchmark: low', vi: 'Định mức so sánh: thấp' },
  typical: { en: 'Benchmark: typical', vi: 'Định mức so sánh: điển hình' },
  high: { en: 'Benchmark: high', vi: 'Định mức so sánh: cao' },
}

function finishGap(
  row: Pick<Benchmark, 'id' | 'type' | 'scope' | 'country' | 'year' | 'source' | 'evidence' | 'basis'>,
  value: string,
  references: Partial<Record<Reference, string>>,
  ledger: Ledger,
): Gap | undefined {
  const against = AGAINST.find((name) => references[name] !== undefined)
  const reference = against === undefined ? undefined : references[against]
  if (against === undefined || reference === undefined) return undefined
  const gap = ledger.derive({
    id: `benchmark.${row.id}.gap`,
    label: { en: 'Gap to the benchmark', vi: 'Chênh lệch so với định mức' },
    unit: '1',
    show: '%',
    formula: 'value / reference - 1',
    uses: { value, reference },
  })
  return {
    benchmark: row.id,
    indicator: row.type,
    value,
    ...references,
    gap: gap.id,
    against,
    kind: row.basis.startsWith('legal maximum') ? 'norm' : 'practice',
    scope: [row.basis, row.scope].filter((text) => text !== '').join('; '),
    country: row.country,
    year: Number(row.year) || 0,
    source: row.source,
    evidence: row.evidence,
    verdict: verdictOf(gap.value, ledger.get(value), ledger.get(reference)),
  }
}

/** Better or worse only where the gap is larger than the uncertainty of the site's own value. */
function verdictOf(
  gap: number | null,
  value: Figure | undefined,
  reference: Figure | undefined,
): Gap['verdict'] {
  if (gap === null || value?.value == null || reference?.value == null) return 'unknown'
  const noise = (2 * (value.sd ?? 0)) / Math.abs(reference.value)
  return Math.abs(gap) <= noise ? 'within' : gap < 0 ? 'better' : 'worse'
}

/** Benchmarks of the site's own choosing, by the id of an indicator. */
function ownGaps(site: Site, ledger: Ledger, diagnostics: Diagnostic[]): Gap[] {
  return Object.entries(site.benchmarks).flatMap(([id, own]) => {
    const value = ['indicator.', 'total.', '']
      .map((prefix) => prefix + own.indicator)
      .find((name) => ledger.has(name))
    if (value === undefined) {
      diagnostics.push(diagnose('K401', `/benchmarks/${id}`, { benchmark: id, why: own.indicator }))
      return []
    }
    const references: Partial<Record<Reference, string>> = {}
    for (const name of AGAINST) {
      const quantity = own[name]
      if (quantity === undefined) continue
      references[name] = ledger.add({
        id: `benchmark.${id}.${name}`,
        label: REFERENCE_LABEL[name],
        value: quantity.value,
        unit: quantity.unit.text,
        kind: 'input',
        source: own.source,
        at: quantity.at,
        written: quantity.written,
      }).id
    }
    const row = {
      id,
      type: own.indicator,
      scope: '',
      country: site.site.country,
      year: String(own.year ?? ''),
      source: own.source,
      evidence: 'site',
      basis: '',
    }
    const gap = finishGap(row, value, references, ledger)
    return gap === undefined ? [] : [gap]
  })
}
