import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemFromNetwork, type Network } from '../../src/reconcile/from-network.js'
import type { LinearProblem } from '../../src/reconcile/linear-problem.js'
import { reconcileLinear } from '../../src/reconcile/reconcile-linear.js'
import { randomNetwork } from './random-networks.js'

const runs = { numRuns: 300, seed: 14051 }

function near(a: number | null | undefined, b: number | null | undefined, scale: number): boolean {
  if (a == null || b == null) return (a ?? null) === (b ?? null)
  return Math.abs(a - b) <= 1e-9 * Math.max(scale, Math.abs(a))
}

function largestValue(network: Network): number {
  return Math.max(1, ...network.streams.map(({ measured }) => Math.abs(measured?.value ?? 0)))
}

function scaled(problem: LinearProblem, factor: (id: string) => number): LinearProblem {
  return {
    ...problem,
    variables: problem.variables.map(({ id, measured, ...rest }) => ({
      ...rest,
      id,
      measured: measured && { value: measured.value * factor(id), sd: measured.sd * factor(id) },
    })),
    equations: problem.equations.map((equation) => ({
      ...equation,
      terms: equation.terms.map(({ variable, coefficient }) => ({
        variable,
        coefficient: coefficient / factor(variable),
      })),
    })),
  }
}

describe('laws of reconciliation on random networks', () => {
  it.each([true, false])('balances close (bounds %s)', (bounds) => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        expect(reconcileLinear(problemFromNetwork(network), { bounds }).maxResidual).toBeLessThan(1e-9)
      }),
      runs,
    )
  })

  it('nothing that may not be negative is', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const result = reconcileLinear(problemFromNetwork(network))
        const scale = largestValue(network)
        expect(result.bounds.unmet).toEqual([])
        for (const { id, kind } of network.streams) {
          const value = result.variables.get(id)?.value ?? 0
          if (kind !== 'stock' && value < -1e-8 * scale) throw new Error(`${id} is ${value}`)
        }
      }),
      runs,
    )
  })

  it('a solution with bounds cannot be improved by moving a little towards any other', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const problem = problemFromNetwork(network)
        const held = reconcileLinear(problem)
        // Any other non-negative solution: the one for other measured values.
        const others = reconcileLinear({
          ...problem,
          variables: problem.variables.map((v, i) => ({
            ...v,
            measured: v.measured && { ...v.measured, value: 10 * ((i * 7) % 5) },
          })),
        })
        let slope = 0
        for (const { id, measured } of problem.variables) {
          const [x, other] = [held.variables.get(id)?.value, others.variables.get(id)?.value]
          if (measured === null || x == null || other == null) continue
          slope += ((x - measured.value) / measured.sd ** 2) * (other - x)
        }
        expect(slope).toBeGreaterThan(-1e-6 * largestValue(network) ** 2)
      }),
      runs,
    )
  })

  it.each([true, false])('the response reproduces every value (bounds %s)', (bounds) => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const result = reconcileLinear(problemFromNetwork(network), { bounds })
        const measured = new Map(network.streams.map((s) => [s.id, s.measured?.value ?? NaN]))
        for (const { id, value } of result.variables.values()) {
          const response = result.responseOf(id)
          const sum =
            response &&
            response.terms.reduce(
              (t, x) => t + x.coefficient * (measured.get(x.variable) ?? NaN),
              response.constant,
            )
          expect(near(sum, value, largestValue(network))).toBe(true)
        }
      }),
      runs,
    )
  })

  it('units change nothing', () => {
    const factor = (id: string): number => [1, 1000, 1 / 3.6, 0.001, 7][Number(id.slice(1)) % 5] as number
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const problem = problemFromNetwork(network)
        const [plain, other] = [reconcileLinear(problem), reconcileLinear(scaled(problem, factor))]
        const scale = largestValue(network)
        expect(near(other.chi2, plain.chi2, 1)).toBe(true)
        expect([other.dof, other.passed, other.bounds]).toEqual([plain.dof, plain.passed, plain.bounds])
        for (const v of plain.variables.values()) {
          const w = other.variables.get(v.id)
          expect(w?.classification).toBe(v.classification)
          const f = factor(v.id)
          expect(near(w?.value == null ? null : w.value / f, v.value, scale)).toBe(true)
          expect(near(w?.sd == null ? null : w.sd / f, v.sd, scale)).toBe(true)
        }
      }),
      runs,
    )
  })

  it('the order of streams and nodes changes nothing', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const turned = {
          ...network,
          nodes: network.nodes.toReversed(),
          streams: network.streams.toReversed(),
        }
        const [plain, other] = [
          reconcileLinear(problemFromNetwork(network)),
          reconcileLinear(problemFromNetwork(turned)),
        ]
        const scale = largestValue(network)
        expect(other.dof).toBe(plain.dof)
        expect(near(other.chi2, plain.chi2, 1)).toBe(true)
        for (const v of plain.variables.values()) {
          const w = other.variables.get(v.id)
          expect(w?.classification).toBe(v.classification)
          expect(near(w?.value, v.value, scale) && near(w?.sd, v.sd, scale)).toBe(true)
        }
      }),
      runs,
    )
  })

  it('no measurement gets less certain, and there are never more checks than balances', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        const result = reconcileLinear(problemFromNetwork(network), { bounds: false })
        for (const { id, measured } of network.streams) {
          const sd = result.variables.get(id)?.sd ?? 0
          if (measured !== null && sd > measured.sd * (1 + 1e-9))
            throw new Error(`${id}: ${sd} > ${measured.sd}`)
        }
        expect(result.dof).toBeLessThanOrEqual(network.nodes.length)
      }),
      runs,
    )
  })
})
