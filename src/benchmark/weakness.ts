import type { Gap } from '../model/indicators.js'
import type { Benchmark } from '../templates/content.js'
import { isNorm } from './gap-figures.js'

/** Years after which a survey says little of plants today; a choice of the tool. */
const OLD = 10

const SINGLE = /^(case average|study|field observation|field measurement|recipe range)$/
const DEFAULT = /^(IPCC inventory default|LCA default)$/

/** Why a benchmark is weak evidence for this period; nothing where it is not. */
export function weaknessOf(row: Benchmark, year: number): Gap['weak'] {
  const age = year - Number(row.year)
  return [
    ...(isNorm(row) && /\b(to|-)\s*\d{4}/.test(row.basis.en) && age > 0 ? (['lapsed'] as const) : []),
    ...(!isNorm(row) && age > OLD ? (['old'] as const) : []),
    ...(row.evidence === 'secondary' ? (['second-hand'] as const) : []),
    ...(row.evidence === 'calculated' ? (['calculated'] as const) : []),
    ...(row.evidence === 'recalled' ? (['recalled'] as const) : []),
    ...(SINGLE.test(row.basis.en) ? (['single'] as const) : []),
    ...(DEFAULT.test(row.basis.en) ? (['default'] as const) : []),
  ]
}
