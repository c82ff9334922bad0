import { alongViolation, type Estimate } from './estimate.js'
import type { SparseVector } from './factorise.js'
import type { LinearProblem } from './linear-problem.js'
import type { GrossErrorHypotheses, LikelihoodRatio, MeasurementTest, NodalTest } from './reconciliation.js'
import { normalLimit, sidakLimit } from './distributions.js'

type Levels = { readonly alpha: number; readonly power: number }

/** Redundant measurements of what can be solved, in the order of the problem: column and id. */
export function testedMeasurements(estimate: Estimate): { readonly column: number; readonly id: string }[] {
  const { variables, classification, blocked } = estimate.structure
  return variables
    .map(({ id }, column) => ({ id, column }))
    .filter(({ column }) => classification[column] === 'redundant' && !blocked.has(column))
}

/** Adjustment of each redundant measurement against the deviation that random errors give it. */
export function measurementTest(estimate: Estimate, { alpha }: Levels): MeasurementTest {
  const z = new Map<string, number>()
  for (const { column, id } of testedMeasurements(estimate)) {
    const pull = estimate.errors.gather(estimate.errors.spread([[column, 1]]))
    const sd = Math.sqrt(estimate.factor.square(pull))
    z.set(id, sd > 0 ? Math.abs(alongViolation(estimate, pull)) / sd : 0)
  }
  return {
    z,
    criticalSidak: z.size > 0 ? sidakLimit(alpha, z.size) : null,
    criticalSingle: normalLimit(alpha / 2),
  }
}

/** How each single bias and each single leak would show in the checks. */
function hypotheses(
  { structure, errors }: Estimate,
  tested: ReturnType<typeof testedMeasurements>,
): GrossErrorHypotheses<SparseVector> {
  const n = structure.variables.length
  const bias = new Map(tested.map(({ column, id }) => [id, errors.gather([[column, 1]])]))
  const byEquation = structure.equations.map(() => new Map<number, number>())
  for (const [k, row] of structure.checks.entries()) {
    for (const [column, { value }] of row) byEquation[column - n - 1]?.set(k, value)
  }
  const leak = new Map<string, SparseVector>()
  for (const [i, { id }] of structure.equations.entries()) {
    const shows = byEquation[i]
    // Where other equations imply this one, its deletion changes nothing and a leak has no size.
    if (shows !== undefined && shows.size > 0 && !structure.implied.has(i)) leak.set(id, shows)
  }
  return { bias, leak }
}

type Found = { readonly glr: LikelihoodRatio; readonly detectable: number }

/** Likelihood ratios of single gross errors, and the smallest size of each that would be found. */
export function grossErrors(
  estimate: Estimate,
  { alpha, power }: Levels,
): { glr: GrossErrorHypotheses<LikelihoodRatio>; detectability: GrossErrorHypotheses<number> } {
  const { bias, leak } = hypotheses(estimate, testedMeasurements(estimate))
  const distance = normalLimit(alpha / 2) + normalLimit(1 - power)
  const find = (shows: SparseVector): Found => {
    const length2 = estimate.factor.square(shows)
    const along = alongViolation(estimate, shows)
    return {
      glr: { T: along ** 2 / length2, size: along / length2 },
      detectable: distance / Math.sqrt(length2),
    }
  }
  const all = [bias, leak].map((of) => new Map([...of].map(([id, shows]) => [id, find(shows)])))
  const part = <T>(k: number, pick: (found: Found) => T): Map<string, T> =>
    new Map([...(all[k] ?? [])].map(([id, found]) => [id, pick(found)]))
  return {
    glr: { bias: part(0, ({ glr }) => glr), leak: part(1, ({ glr }) => glr) },
    detectability: {
      bias: part(0, ({ detectable }) => detectable),
      leak: part(1, ({ detectable }) => detectable),
    },
  }
}

/** Closure of every equation whose variables are all measured or exact, before anything is adjusted. */
export function nodalTest(estimate: Estimate, problem: LinearProblem): Map<string, NodalTest> {
  const { structure, errors } = estimate
  const { variables } = structure
  const tests = new Map<string, NodalTest>()
  for (const { id, row } of structure.equations) {
    const terms = [...row].filter(([column]) => column < variables.length)
    if (terms.length === 0 || terms.some(([column]) => variables[column]?.kind === 'unmeasured')) continue
    let imbalance = row.get(variables.length)?.value ?? 0
    let throughput = 0
    for (const [column, { value }] of terms) {
      const product = value * (variables[column]?.value ?? 0)
      imbalance += product
      throughput += Math.max(product, 0)
    }
    const combination = terms.map(([column, { value }]) => [column, value] as const)
    const coefficients = new Map(combination)
    const variance = errors
      .spread(combination)
      .reduce((sum, [c, s]) => sum + s * (coefficients.get(c) ?? 0), 0)
    const sd = Math.sqrt(Math.max(variance, 0))
    tests.set(id, { imbalance, sd, z: sd > 0 ? Math.abs(imbalance) / sd : null, throughput })
  }
  return new Map(
    problem.equations.flatMap(({ id }) => (tests.has(id) ? [[id, tests.get(id) as NodalTest]] : [])),
  )
}

// Columns of the checks whose directions differ by less than this are proportional.
const TIED = 1e-9

function proportional(a: SparseVector, b: SparseVector): boolean {
  if (a.size !== b.size) return false
  let ratio: number | null = null
  for (const [check, x] of a) {
    const y = b.get(check)
    if (y === undefined) return false
    ratio ??= y / x
    if (Math.abs(y / x - ratio) > TIED * Math.abs(ratio)) return false
  }
  return true
}

/** Other measurements that show in the checks exactly as this one does, up to size: no test separates them. */
export function tiedWith(estimate: Estimate, id: string): string[] {
  const tested = testedMeasurements(estimate)
  const own = tested.find((one) => one.id === id)
  if (own === undefined) return []
  const shows = (column: number): SparseVector => estimate.errors.gather([[column, 1]])
  const pattern = shows(own.column)
  return tested
    .filter((other) => other.id !== id && proportional(pattern, shows(other.column)))
    .map((other) => other.id)
}
