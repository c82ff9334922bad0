import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemFromNetwork } from '../../src/reconcile/from-network.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import { reconcileLinear } from '../../src/reconcile/reconcile-linear.js'
import { FAMILIES } from '../vector-families/families.js'
import { isNear } from '../vector-families/differences.js'
import { reconcileDifferences, type ReconcileVector } from '../vector-families/reconcile.js'

const folder = new URL('../vectors/', import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

for (const { prefix, check } of FAMILIES) {
  describe(`vectors ${prefix}*`, () => {
    it.each(names.filter((name) => name.startsWith(prefix)))('%s', (name) => {
      expect.hasAssertions()
      for (const { name: one, differences } of check(read(name), name)) {
        expect({ one, differences }).toEqual({ one, differences: [] })
      }
    })
  })
}

const vectors = names
  .filter((name) => name.startsWith('reconcile-'))
  .map((name) => read(name) as ReconcileVector)
const linear = vectors.filter(
  ({ kind, expected }) => kind.startsWith('linear') && expected['error'] === undefined,
)

/** Every number of an expectation, as the path to it. */
function numbersIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'number') return [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, [...path, key]))
}

function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return (value as number) * 1.001 + 0.001
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = changed(copy[key], rest)
  return copy
}

describe('the comparison', () => {
  const vector = read('reconcile-yang1995-s7-s8-unmeasured.json') as ReconcileVector
  const { published: _, ...expected } = vector.expected as Record<string, unknown>

  it.each(numbersIn(expected).map((path) => [path.join('.'), path] as const))(
    'sees a change of %s',
    (_name, path) => {
      const wrong = { ...vector, expected: changed(expected, path) as ReconcileVector['expected'] }
      expect(reconcileDifferences(wrong).length).toBeGreaterThan(0)
    },
  )

  it('sees what is missing and what is too much', () => {
    const { reconciled, ...rest } = expected as { reconciled: Record<string, unknown> }
    const first = Object.keys(reconciled)[0] ?? ''
    const { [first]: gone, ...others } = reconciled
    const without = { ...vector, expected: { ...rest, reconciled: others } } as unknown as ReconcileVector
    const more = {
      ...vector,
      expected: { ...rest, reconciled: { ...reconciled, more: gone } },
    } as unknown as ReconcileVector
    expect(reconcileDifferences(without)).toHaveLength(1)
    expect(reconcileDifferences(more)).toHaveLength(1)
  })
})

describe('contradicting exact values', () => {
  it('name the streams and balances involved and give no numbers', () => {
    const result = reconcile(read('reconcile-exact-contradiction.json') as ReconcileVector)
    expect(result.conflicts).toEqual([
      { variables: ['in', 'out1', 'out2'], equations: ['A', 'B'], residual: 1 },
    ])
    expect(Object.values(result.reconciled)).toEqual([null, null, null, null])
    expect([result.chi2, result.critical95, result.pValue, result.globalTestPassed]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe.each(linear)('$name', (vector) => {
  it('gives every value as a linear response to the measurements', () => {
    expect.hasAssertions()
    const streams = vector.streams ?? []
    const result = reconcileLinear(problemFromNetwork({ nodes: [], ...vector, streams }), { bounds: false })
    const measured = new Map(streams.map(({ id, measured: m }) => [id, m?.value]))
    for (const { id, value } of result.variables.values()) {
      const response = result.responseOf(id)
      const sum = response?.terms.reduce(
        (total, { variable, coefficient }) => total + coefficient * (measured.get(variable) ?? NaN),
        response.constant,
      )
      const near = value === null ? response === null : isNear(sum, value)
      expect({ id, near }).toEqual({ id, near: true })
    }
  })
})
