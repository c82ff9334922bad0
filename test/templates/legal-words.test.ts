import { describe, expect, it } from 'vitest'
import { isNorm } from '../../src/benchmark/gap-figures.js'
import type { Text } from '../../src/model/text.js'
import { CONTENT } from '../audit-text.js'

/** Everything that a report prints from a row of law. */
const WORDS: readonly (readonly [string, Text])[] = [
  ...CONTENT.limits.flatMap(({ id, clause, scope, note }) =>
    [clause, scope, note].map((text) => [id, text] as const),
  ),
  ...CONTENT.legalThresholds.flatMap(({ id, clause, note }) =>
    [clause, note].map((text) => [id, text] as const),
  ),
  ...CONTENT.waterFactors
    .filter(({ parameter }) => parameter.startsWith('fee_'))
    .map(({ itemId, note }) => [itemId, note] as const),
  ...CONTENT.benchmarks
    .filter(isNorm)
    .flatMap(({ id, unit, basis, scope, note }) =>
      [unit, basis, scope, note].map((text) => [id, text] as const),
    ),
]

describe('what the tables of law say', () => {
  it('is there in both languages', () => {
    expect(WORDS.length).toBeGreaterThan(400)
    expect(WORDS.filter(([, { en, vi }]) => (en === '') !== (vi === ''))).toEqual([])
    expect(WORDS.filter(([, { en, vi }]) => en !== '' && en === vi)).toEqual([])
  })
})
