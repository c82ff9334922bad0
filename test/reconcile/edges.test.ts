import { describe, expect, it } from 'vitest'
import { problemFromNetwork } from '../../src/reconcile/from-network.js'
import type { LinearProblem, Variable } from '../../src/reconcile/linear-problem.js'
import { reconcileLinear } from '../../src/reconcile/reconcile-linear.js'

const variable = (id: string, value: number | null, sd = 1): Variable => ({
  id,
  measured: value === null ? null : { value, sd },
})
const balance = (id: string, ...signed: string[]): LinearProblem['equations'][number] => ({
  id,
  terms: signed.map((s) => ({ variable: s.slice(1), coefficient: s.startsWith('+') ? 1 : -1 })),
  rhs: 0,
})

describe('hard measurements', () => {
  it('keeps its digits where deviations lie nine powers of ten apart', () => {
    const result = reconcileLinear({
      variables: [variable('in', 100, 1), variable('guess', 5, 1e9), variable('out', 104, 1)],
      equations: [balance('first', '+in', '-guess'), balance('second', '+guess', '-out')],
    })
    expect(result.variables.get('guess')?.value).toBeCloseTo(102, 9)
    expect(result.variables.get('guess')?.sd).toBeCloseTo(Math.SQRT1_2, 12)
    expect(result.variables.get('in')?.sd).toBeCloseTo(Math.SQRT1_2, 12)
    expect(result.chi2).toBeCloseTo(8, 9)
  })

  it('follows a nearly exact meter', () => {
    const result = reconcileLinear({
      variables: [variable('in', 100, 1e-9), variable('out', 104, 1)],
      equations: [balance('only', '+in', '-out')],
    })
    expect(result.variables.get('out')?.value).toBeCloseTo(100, 12)
    expect(result.variables.get('out')?.sd).toBeCloseTo(1e-9, 18)
    expect(result.measurementTest.z.get('in')).toBeCloseTo(4, 9)
  })

  it('counts what is no number as unmeasured', () => {
    const result = reconcileLinear({
      variables: [variable('in', 100), variable('out', NaN), variable('other', 3, -1)],
      equations: [balance('only', '+in', '-out')],
    })
    expect([...result.variables.values()].map((v) => [v.classification, v.value])).toEqual([
      ['nonredundant', 100],
      ['observable', 100],
      ['unobservable', null],
    ])
  })

  it('leaves correlations out that contradict each other, and says so', () => {
    const problem = {
      variables: [variable('a', 1), variable('b', 2), variable('c', 3)],
      equations: [balance('x', '+a', '-b'), balance('y', '+b', '-c')],
    }
    const plain = reconcileLinear(problem)
    const correlations = [{ a: 'a', b: 'b', rho: 1 }]
    const result = reconcileLinear({ ...problem, correlations })
    expect(result.correlationsUsed).toBe(false)
    expect(result.variables).toEqual(plain.variables)
  })
})

describe('hard equations', () => {
  it('does not count a balance twice that others imply', () => {
    const closed = problemFromNetwork({
      nodes: ['a', 'b'],
      streams: [
        { id: 's', from: 'a', to: 'b', measured: { value: 10, sd: 1 } },
        { id: 't', from: 'b', to: 'a', measured: { value: 12, sd: 1 } },
      ],
    })
    const result = reconcileLinear(closed)
    expect([result.dof, result.infeasible, result.variables.get('s')?.value]).toEqual([1, [], 11])
    expect([...result.glr.leak.keys()]).toEqual([])
  })

  it('sees a sum of decimal fractions as the zero it is', () => {
    const shares = {
      id: 'z',
      terms: [0.1, 0.2, -0.3].map((coefficient) => ({ variable: 'x', coefficient })),
      rhs: 0,
    }
    const result = reconcileLinear({ variables: [variable('x', 5)], equations: [shares] })
    expect([result.dof, result.infeasible, result.variables.get('x')?.classification]).toEqual([
      0,
      [],
      'nonredundant',
    ])
  })

  it('names the equations that contradict each other', () => {
    const equals = (id: string, rhs: number): LinearProblem['equations'][number] => ({
      id,
      terms: [{ variable: 'x', coefficient: 1 }],
      rhs,
    })
    const result = reconcileLinear({
      variables: [variable('x', 5), variable('y', 7)],
      equations: [equals('five', 5), equals('six', 6)],
    })
    expect(result.infeasible.map(({ variables, equations }) => [variables, equations])).toEqual([
      [['x'], ['five', 'six']],
    ])
    expect(result.variables.get('x')?.value).toBe(null)
    expect(result.variables.get('y')?.value).toBe(7)
  })

  it('keeps the rest of a site when exact values contradict each other in one part', () => {
    const result = reconcileLinear({
      variables: [variable('a', 1, 0), variable('b', 2, 0), variable('c', 10), variable('d', 14)],
      equations: [balance('bad', '+a', '-b'), balance('good', '+c', '-d')],
    })
    expect([...result.variables.values()].map(({ value }) => value)).toEqual([null, null, 12, 12])
    expect(result.passed).toBe(null)
  })

  it('treats a variable that only an equation names as unmeasured', () => {
    const result = reconcileLinear({
      variables: [variable('in', 5)],
      equations: [balance('node', '+in', '-__proto__')],
    })
    expect(result.variables.get('__proto__')?.value).toBe(5)
  })

  it('answers an empty problem', () => {
    const result = reconcileLinear({ variables: [], equations: [] })
    expect([result.chi2, result.dof, result.passed, result.variables.size]).toEqual([0, 0, null, 0])
  })
})

describe('bounds', () => {
  it('says which flows exact values force below zero', () => {
    const flow = (id: string, value: number | null): Variable => ({
      ...variable(id, value, 0),
      lower: 0,
    })
    const result = reconcileLinear({
      variables: [flow('in', 10), flow('out', 12), flow('loss', null)],
      equations: [balance('node', '+in', '-out', '-loss')],
    })
    expect(result.bounds).toEqual({ active: [], unmet: ['loss'] })
    expect(result.variables.get('loss')?.value).toBe(-2)
  })

  it('tests the measurements as they are, not as the bound leaves them', () => {
    const flow = (id: string, value: number, sd: number): Variable => ({
      ...variable(id, value, sd),
      lower: 0,
    })
    const problem = {
      variables: [flow('in', 100, 1), flow('out', 103, 1), flow('side', 0.5, 1.5)],
      equations: [balance('node', '+in', '-out', '-side')],
    }
    const free = reconcileLinear(problem, { bounds: false })
    expect(reconcileLinear(problem).measurementTest).toEqual(free.measurementTest)
  })
})

describe('response', () => {
  it('has whole coefficients where the arithmetic is whole', () => {
    const result = reconcileLinear({
      variables: [variable('in', 10), variable('out', null), variable('loss', 3, 0)],
      equations: [{ ...balance('node', '+in', '-out', '-loss'), rhs: 2 }],
    })
    expect(result.responseOf('out')).toEqual({
      constant: -2,
      terms: [
        { variable: 'in', coefficient: 1 },
        { variable: 'loss', coefficient: -1 },
      ],
    })
    expect(result.responseOf('loss')).toEqual({ constant: 0, terms: [{ variable: 'loss', coefficient: 1 }] })
    expect(result.responseOf('nothing of this name')).toBe(null)
  })
})
