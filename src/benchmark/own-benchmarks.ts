import { diagnose } from '../diagnostics/catalogue.js'
import type { Ledger } from '../formula/index.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Gap } from '../model/indicators.js'
import { sameText } from '../model/text.js'
import type { Site, SiteBenchmark } from '../schema/site.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'
import { AGAINST, gapBetween, REFERENCE_LABEL, type Reference } from './gap-figures.js'

/** Benchmarks of the site's own choosing, by the id of an indicator. */
export function ownGaps(site: Site, ledger: Ledger, diagnostics: Diagnostic[]): Gap[] {
  return Object.entries(site.benchmarks).flatMap(([id, own]) => {
    const value = ['indicator.', 'total.', '']
      .map((prefix) => ledger.get(prefix + own.indicator))
      .find((figure) => figure !== undefined)
    const unit = parseUnit(value?.unit ?? '?')
    const other = AGAINST.map((name) => own[name]).find(
      (quantity) =>
        quantity !== undefined &&
        !('unit' in unit && dimensionsEqual(quantity.unit.dimension, unit.unit.dimension)),
    )
    if (value === undefined) {
      const none = { indicator: '', 'indicator-vi': '', has: '' }
      const args = { benchmark: id, why: 'indicator', wants: own.indicator, ...none }
      diagnostics.push(diagnose('K401', `/benchmarks/${id}`, args))
      return []
    }
    if (other !== undefined) {
      diagnostics.push(misfit(`/benchmarks/${id}`, id, other.unit.text, value, value.unit))
      return []
    }
    const row = {
      id: `own.${id}`,
      type: own.indicator,
      scope: sameText(''),
      country: site.site.country,
      year: String(own.year ?? ''),
      source: own.source,
      evidence: 'site',
      basis: sameText(''),
    }
    const gap = gapBetween(row, value.id, ownReferences(id, own, ledger), ledger)
    return gap === undefined ? [] : [{ ...gap, benchmark: id }]
  })
}

/** A benchmark in another unit than the indicator that it is for. */
export function misfit(
  at: string,
  benchmark: string,
  wants: string,
  { label }: Pick<Figure, 'label'>,
  has: string,
): Diagnostic {
  const names = { indicator: label.en, 'indicator-vi': label.vi }
  return diagnose('K401', at, { benchmark, why: 'unit', wants, ...names, has })
}

function ownReferences(id: string, own: SiteBenchmark, ledger: Ledger): Partial<Record<Reference, string>> {
  const figures: Partial<Record<Reference, string>> = {}
  for (const name of AGAINST) {
    const quantity = own[name]
    if (quantity === undefined) continue
    const share = quantity.unit.text === '%'
    figures[name] = ledger.add({
      id: `benchmark.own.${id}.${name}`,
      label: REFERENCE_LABEL[name],
      value: share ? quantity.value / 100 : quantity.value,
      unit: share ? '1' : quantity.unit.text,
      ...(share ? { show: '%' as const } : {}),
      kind: 'input',
      source: own.source,
      at: quantity.at,
      written: quantity.written,
    }).id
  }
  return figures
}
