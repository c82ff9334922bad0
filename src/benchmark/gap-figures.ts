import type { Ledger } from '../formula/index.js'
import type { Figure } from '../model/figure.js'
import { referenceOf, type Gap } from '../model/indicators.js'
import { joined } from '../model/text.js'
import type { Benchmark } from '../templates/content.js'

export type Reference = 'best' | 'low' | 'typical' | 'high'

/** What a gap is measured against, first that is there: a typical value says more of a plant than the best one. */
export const AGAINST: readonly Reference[] = ['typical', 'high', 'low', 'best']

/** A legal maximum or limit is a norm; everything else is what others were found to do. */
export function isNorm(row: Pick<Benchmark, 'basis'>): boolean {
  return row.basis.en.startsWith('legal ')
}

/** Enters the values of a row of the table as factors. */
export function referenceFigures(
  row: Benchmark,
  unit: string,
  ledger: Ledger,
): Partial<Record<Reference, string>> {
  const figures: Partial<Record<Reference, string>> = {}
  for (const name of AGAINST) {
    const value = row[name]
    if (value === undefined) continue
    const id = `benchmark.${row.id}.${name}`
    const label = REFERENCE_LABEL[name]
    const { source, country, year, evidence, url, note } = row
    const key = { id: row.id, country, year, evidence, url, remark: note }
    const share = unit === '%'
    figures[name] = ledger.add({
      id,
      label,
      value: share ? value / 100 : value,
      unit: share ? '1' : unit,
      ...(share && { show: '%' as const }),
      kind: 'factor',
      source,
      key,
    }).id
  }
  return figures
}

export const REFERENCE_LABEL: Readonly<Record<Reference, { en: string; vi: string }>> = {
  best: { en: 'Benchmark: best', vi: 'Định mức so sánh: tốt nhất' },
  low: { en: 'Benchmark: low', vi: 'Định mức so sánh: thấp' },
  typical: { en: 'Benchmark: typical', vi: 'Định mức so sánh: điển hình' },
  high: { en: 'Benchmark: high', vi: 'Định mức so sánh: cao' },
}

/** How far a value of the site is from the references, and what that says. */
export function gapBetween(
  row: Pick<Benchmark, 'id' | 'type' | 'scope' | 'country' | 'year' | 'source' | 'evidence' | 'basis'>,
  value: string,
  references: Partial<Record<Reference, string>>,
  ledger: Ledger,
): Gap | undefined {
  const found = AGAINST.find((name) => references[name] !== undefined)
  if (found === undefined) return undefined
  const against = !isNorm(row) && isRange(references) ? 'range' : found
  const gap = ledger.derive({
    id: `benchmark.${row.id}.gap`,
    label: { en: 'Gap to the benchmark', vi: 'Chênh lệch so với định mức' },
    unit: '1',
    show: '%',
    ...(against === 'range'
      ? {
          formula: 'max(value / high - 1, 0) + min(value / low - 1, 0)',
          uses: { value, low: references.low ?? '', high: references.high ?? '' },
        }
      : { formula: 'value / reference - 1', uses: { value, reference: references[against] ?? '' } }),
  })
  // Of a range the end that the value lies beyond.
  const below = against === 'range' && gap.value !== null && gap.value < 0
  const reference = below ? references.low : referenceOf({ ...references, against })
  return {
    benchmark: row.id,
    indicator: row.type,
    value,
    ...references,
    gap: gap.id,
    against,
    gaps: gapsTo(row.id, value, references, against === 'range' ? {} : { [against]: gap.id }, ledger),
    weak: [],
    kind: isNorm(row) ? 'norm' : 'practice',
    scope: joined([row.basis, row.scope], '; '),
    country: row.country,
    year: Number(row.year) || 0,
    source: row.source,
    evidence: row.evidence,
    verdict: verdictOf(gap.value, ledger.get(value), ledger.get(reference ?? '')),
  }
}

/** What was only found to lie between two values: neither end is what a plant should be like. */
function isRange({ typical, low, high }: Partial<Record<Reference, string>>): boolean {
  return typical === undefined && low !== undefined && high !== undefined
}

/** The gap to each reference that the row has: `value ÷ reference − 1`. */
function gapsTo(
  id: string,
  value: string,
  references: Partial<Record<Reference, string>>,
  known: Partial<Record<Reference, string>>,
  ledger: Ledger,
): Gap['gaps'] {
  const entries = AGAINST.flatMap((name) => {
    const reference = references[name]
    if (reference === undefined) return []
    const what = REFERENCE_LABEL[name]
    const figure =
      known[name] ??
      ledger.derive({
        id: `benchmark.${id}.gap-to-${name}`,
        label: { en: `Gap: ${what.en}`, vi: `Chênh lệch: ${what.vi}` },
        unit: '1',
        show: '%',
        formula: 'value / reference - 1',
        uses: { value, reference },
      }).id
    return [[name, figure] as const]
  })
  return Object.fromEntries(entries)
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
