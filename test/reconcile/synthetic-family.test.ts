import { describe, expect, it } from 'vitest'
import { problemFromNetwork } from '../../src/reconcile/from-network.js'
import { reconcile } from '../../src/reconcile/reconcile.js'
import { generate, type FamilyCase } from './synthetic-family.js'
import { expectNear, readVector } from './vector-files.js'

type Sample = { stream: number; class: string; value: number | null; sd: number | null; z: number | null }
type Case = FamilyCase & {
  readonly generatorCheck: {
    streams: number
    sumTrueFlow: number
    sumMeasuredAll: number
    measuredCount: number
  }
  readonly expected: {
    readonly counts: Readonly<Record<string, number>>
    readonly dof: number
    readonly chi2: number
    readonly critical95: number
    readonly pValue: number
    readonly sumReconciledDeterminable: number
    readonly sumSquaresReconciledDeterminable: number
    readonly normAdjustments: number
    readonly sumSdReconciledRedundant: number
    readonly maxZ: { stream: number; z: number }
    readonly zCriticalSidak95: number
    readonly samples: readonly Sample[]
  }
}

// The dense factor takes 3 s for a thousand nodes; one network of that size is enough.
const TESTED_SIZES = [10, 100, 1024]
const { cases } = readVector<{ cases: readonly Case[] }>('reconcile-synthetic-family.json')
const tested = cases.filter(({ n }) => TESTED_SIZES.includes(n))

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

describe.each(tested)('$family of $n nodes, biased $plantedBias', (one) => {
  const { network, drawn } = generate(one)

  it('is the network that was meant', () => {
    expect(drawn.length).toBe(one.generatorCheck.streams)
    expect(drawn.filter((d) => d.measured).length).toBe(one.generatorCheck.measuredCount)
    expectNear(sum(drawn.map((d) => d.trueFlow)), one.generatorCheck.sumTrueFlow, 'true flows')
    expectNear(sum(drawn.map((d) => d.value)), one.generatorCheck.sumMeasuredAll, 'measured flows')
  })

  it('reconciles to the reference', () => {
    expect.hasAssertions()
    const wanted = one.expected
    const result = reconcile(problemFromNetwork(network), { nonNegative: false })
    const variables = [...result.variables.values()]
    for (const [name, count] of Object.entries(wanted.counts)) {
      expect(variables.filter((v) => v.classification === name).length).toBe(count)
    }
    const values = variables.flatMap(({ value }) => (value === null ? [] : [value]))
    const redundant = variables.filter((v) => v.classification === 'redundant')
    expect(result.dof).toBe(wanted.dof)
    expectNear(result.chi2, wanted.chi2, 'chi2')
    expectNear(result.critical, wanted.critical95, 'limit')
    expectNear(result.pValue, wanted.pValue, 'p')
    expectNear(sum(values), wanted.sumReconciledDeterminable, 'sum')
    expectNear(sum(values.map((x) => x * x)), wanted.sumSquaresReconciledDeterminable, 'sum of squares')
    expectNear(
      Math.sqrt(sum(variables.map((v) => (v.adjustment ?? 0) ** 2))),
      wanted.normAdjustments,
      'adjustments',
    )
    expectNear(sum(redundant.map((v) => v.sd ?? 0)), wanted.sumSdReconciledRedundant, 'deviations')
    expectNear(result.measurementTest.criticalSidak, wanted.zCriticalSidak95, 'Sidak limit')
    expectNear(result.measurementTest.z.get(`${wanted.maxZ.stream}`), wanted.maxZ.z, 'largest z')
    expectNear(Math.max(...result.measurementTest.z.values()), wanted.maxZ.z, 'largest z of all')
    for (const sample of wanted.samples) {
      const found = result.variables.get(`${sample.stream}`)
      expect(found?.classification).toBe(sample.class)
      expectNear(found?.value, sample.value, `value of ${sample.stream}`)
      if (sample.sd !== null) expectNear(found?.sd, sample.sd, `sd of ${sample.stream}`)
      if (sample.z !== null) expectNear(result.measurementTest.z.get(`${sample.stream}`), sample.z, 'z')
    }
  })
})

describe('coverage of the family', () => {
  it('leaves out two networks of a thousand and those of ten thousand nodes', () => {
    const left = cases.filter((one) => !tested.includes(one)).map(({ n }) => n)
    expect(left).toEqual([1000, 1000, 10_000, 10_000, 10_000, 10_000])
  })
})
