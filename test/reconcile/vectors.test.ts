import { describe, expect, it } from 'vitest'
import { problemFromNetwork } from '../../src/reconcile/from-network.js'
import type { Reconciliation } from '../../src/reconcile/reconciliation.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import { expectNear, readVector, vectorFiles, type Expected } from './vector-files.js'

const files = vectorFiles('reconcile-').map((file) => ({ file, vector: readVector(file) }))
const isLinear = (kind: string): boolean => kind === 'linear-network' || kind === 'linear-general'
const linear = files.filter(({ vector }) => isLinear(vector.kind) && vector.expected.error === undefined)
const contradictory = files.filter(({ vector }) => vector.expected?.error !== undefined)
const bounded = files.filter(({ vector }) => vector.kind === 'linear-network-bounded')

function expectVariables(
  result: Reconciliation,
  reconciled: Readonly<Record<string, { value: number; sd?: number } | null>>,
): void {
  for (const [id, wanted] of Object.entries(reconciled)) {
    const found = result.variables.get(id)
    expectNear(found?.value, wanted?.value ?? null, `value of ${id}`)
    if (wanted?.sd !== undefined) expectNear(found?.sd, wanted.sd, `sd of ${id}`)
  }
}

function classesOf(result: Reconciliation): Record<string, string> {
  return Object.fromEntries([...result.variables].map(([id, v]) => [id, v.classification]))
}

function expectNumbers(
  found: ReadonlyMap<string, number>,
  wanted: Readonly<Record<string, number>>,
  what: string,
): void {
  expect([...found.keys()].toSorted(byText)).toEqual(Object.keys(wanted).toSorted())
  for (const [id, value] of Object.entries(wanted)) expectNear(found.get(id), value, `${what} ${id}`)
}

function part<T, K extends keyof T>(map: ReadonlyMap<string, T>, key: K): Map<string, T[K]> {
  return new Map([...map].map(([id, value]) => [id, value[key]]))
}

function pick<T, K extends keyof T>(record: Readonly<Record<string, T>>, key: K): Record<string, T[K]> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, value[key]]))
}

function expectSerialElimination(result: Reconciliation, wanted: Expected): void {
  const { steps, final } = result.serialElimination()
  expect(steps.length).toBe(wanted.serialElimination.steps.length)
  for (const [k, step] of wanted.serialElimination.steps.entries()) {
    const found = steps[k]
    expect([found?.remove, ...(found?.tiedWith ?? [])].toSorted(byText)).toEqual(
      [step.remove, ...step.tiedWith].toSorted(byText),
    )
    expect(found?.remove).toBe(step.remove)
    expectNear(found?.z, step.z, `z of step ${k}`)
    expectNear(found?.biasEstimate, step.biasEstimate, `bias of step ${k}`)
    expectNear(found?.chi2Before, step.chi2Before, `chi2 before step ${k}`)
    expect(found?.dofBefore).toBe(step.dofBefore)
    expectNear(found?.criticalBefore, step.critical95Before, `limit before step ${k}`)
    expectNear(found?.zCritical, step.zCriticalSidak, `z limit of step ${k}`)
  }
  const last = wanted.serialElimination.final
  expectNear(final.chi2, last.chi2, 'final chi2')
  expect(final.dof).toBe(last.dof)
  expectNear(final.critical, last.critical95, 'final limit')
  expect(final.passed).toBe(last.passed)
  if (last.reconciled !== null) expectVariables(final, last.reconciled)
  expect(classesOf(final)).toEqual(last.classification ?? wanted.classification)
}

describe.each(linear)('$file', ({ vector }) => {
  const wanted = vector.expected
  const result = reconcile(problemFromNetwork(vector), { nonNegative: false })

  it('classifies every variable', () => {
    expect(classesOf(result)).toEqual(wanted.classification)
  })

  it('finds the reconciled values and deviations', () => {
    expectVariables(result, wanted.reconciled)
    expect(result.infeasible).toEqual([])
    expect(result.correlationsUsed).toBe(true)
    expect(result.maxResidual).toBeLessThan(1e-13)
  })

  it('gives the verdict of the global test', () => {
    expectNear(result.chi2, wanted.chi2, 'chi2')
    expect(result.dof).toBe(wanted.dof)
    expectNear(result.critical, wanted.critical95, 'limit')
    expectNear(result.pValue, wanted.pValue, 'p')
    expect(result.passed).toBe(wanted.globalTestPassed)
  })

  it('tests every redundant measurement', () => {
    expect.hasAssertions()
    expectNumbers(result.measurementTest.z, wanted.measurementTest.z, 'z')
    expectNear(result.measurementTest.criticalSidak, wanted.measurementTest.criticalSidak95, 'Sidak limit')
    expectNear(result.measurementTest.criticalSingle, wanted.measurementTest.criticalPlain95, 'single limit')
  })

  it('tests every fully measured balance', () => {
    expect.hasAssertions()
    const z = new Map([...result.nodalTest].map(([id, test]) => [id, test.z ?? NaN]))
    expectNumbers(z, pick(wanted.nodalTest, 'z'), 'z')
    expectNumbers(part(result.nodalTest, 'imbalance'), pick(wanted.nodalTest, 'imbalance'), 'imbalance')
    expectNumbers(part(result.nodalTest, 'sd'), pick(wanted.nodalTest, 'sd'), 'sd')
  })

  it.each(['bias', 'leak'] as const)('sizes and detects a %s', (kind) => {
    expect.hasAssertions()
    expectNumbers(part(result.glr[kind], 'T'), pick(wanted.glr[kind], 'T'), 'T')
    expectNumbers(part(result.glr[kind], 'size'), pick(wanted.glr[kind], 'estimate'), 'size')
    expectNumbers(result.detectability[kind], wanted.detectability[kind], 'detectable')
  })

  it('eliminates suspects one by one', () => {
    expect.hasAssertions()
    expectSerialElimination(result, wanted)
  })

  it('gives every value as a linear response to the measurements', () => {
    expect.hasAssertions()
    const measured = new Map(vector.streams.map(({ id, measured: m }) => [id, m?.value]))
    for (const { id, value } of result.variables.values()) {
      const response = result.responseOf(id)
      const sum = response?.terms.reduce(
        (total, { variable, coefficient }) => total + coefficient * (measured.get(variable) ?? NaN),
        response.constant,
      )
      expectNear(sum, value, `response of ${id}`)
    }
  })
})

const derived = linear.filter(({ vector: { expected: e } }) => e.derivedRatios ?? e.combinations)

describe.each(derived)('$file', ({ vector }) => {
  const wanted = vector.expected
  const result = reconcile(problemFromNetwork(vector), { nonNegative: false })

  it('propagates covariances into ratios and sums', () => {
    expect.hasAssertions()
    for (const { ratio, value, sd, covariance } of wanted.derivedRatios ?? []) {
      const [top = '', bottom = ''] = ratio.split('/')
      const [x, y] = [result.variables.get(top)?.value ?? NaN, result.variables.get(bottom)?.value ?? NaN]
      expectNear(x / y, value, ratio)
      expectNear(result.covariance(top, bottom), covariance, `covariance of ${ratio}`)
      const gradient = [
        { variable: top, coefficient: 1 / y },
        { variable: bottom, coefficient: -x / y ** 2 },
      ]
      expectNear(result.sdOf(gradient), sd, `sd of ${ratio}`)
    }
    for (const { terms, value, sd } of wanted.combinations ?? []) {
      const combination = Object.entries(terms).map(([variable, coefficient]) => ({ variable, coefficient }))
      expectNear(result.valueOf(combination), value, 'value of the sum')
      expectNear(result.sdOf(combination), sd, 'sd of the sum')
    }
  })
})

describe.each(contradictory)('$file', ({ vector }) => {
  it('reports the contradiction of exact values and gives no numbers', () => {
    const result = reconcile(problemFromNetwork(vector))
    expect(classesOf(result)).toEqual(vector.expected.classification)
    expect(result.infeasible).toEqual([
      { variables: ['in', 'out1', 'out2'], equations: ['A', 'B'], residual: 1 },
    ])
    expect([...result.variables.values()].map(({ value }) => value)).toEqual([null, null, null, null])
    expect([result.chi2, result.critical, result.pValue, result.passed]).toEqual([null, null, null, null])
  })
})

describe.each(bounded)('$file', ({ vector }) => {
  const problem = problemFromNetwork(vector)

  it('leaves negative values without bounds', () => {
    const result = reconcile(problem, { nonNegative: false })
    expectVariables(result, vector.expected.unbounded?.reconciled ?? {})
    expectNear(result.chi2, vector.expected.unbounded?.chi2 ?? null, 'chi2')
    expect(result.dof).toBe(vector.expected.unbounded?.dof)
  })

  it('holds flows at zero, never stock changes', () => {
    const result = reconcile(problem)
    const wanted = vector.expected.bounded
    expect(result.bounds).toEqual({ active: wanted?.activeAtLowerBound, unmet: [] })
    expectVariables(result, wanted?.reconciled ?? {})
    expectNear(result.chi2, wanted?.objective ?? null, 'objective')
    // A stock change that may be negative activates nothing, but there is no check either: no verdict in all three.
    expect([result.critical, result.pValue, result.passed]).toEqual([null, null, null])
    for (const id of result.bounds.active) expect(result.variables.get(id)?.sd).toBe(null)
  })
})

const byText = (a = '', b = ''): number => (a < b ? -1 : Number(a > b))

describe('coverage of the vectors', () => {
  it('covers all files but the nonlinear ones', () => {
    const covered = new Set([...linear, ...contradictory, ...bounded].map(({ file }) => file))
    const left = files
      .filter(({ file }) => !covered.has(file))
      .map(({ file, vector }) => `${vector.kind}: ${file}`)
    expect(left).toEqual([
      'nonlinear: reconcile-goods-substance-splitter.json',
      'nonlinear: reconcile-pai-fisher-1988.json',
      'nonlinear: reconcile-plating-rinse-water-chromium.json',
      'nonlinear: reconcile-stan-cencic2016-ratio.json',
      'nonlinear: reconcile-stan-cencic2016.json',
      'nonlinear: reconcile-swartz1989-heat-exchanger-network.json',
      // Covered by synthetic-family.test.ts.
      'generator-family: reconcile-synthetic-family.json',
    ])
  })
})
