import { innerProduct, type Estimate } from './estimate.js'
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
    const pull = estimate.seen(estimate.errors.spread([[column, 1]]))
    const sd = Math.sqrt(innerProduct(pull, pull))
    z.set(id, sd > 0 ? Math.abs(innerProduct(pull, estimate.violation)) / sd : 0)
  }
  return {
    z,
    criticalSidak: z.size > 0 ? sidakLimit(alpha, z.size) : null,
    criticalSingle: normalLimit(alpha / 2),
  }
}

type Hypotheses = GrossErrorHypotheses<Float64Array>

/** How each single bias and each single leak would show in the checks, scaled like the violation. */
function hypotheses(estimate: Estimate): Hypotheses {
  const { structure, factor } = estimate
  const n = structure.variables.length
  const bias = new Map<string, Float64Array>()
  for (const { column, id } of testedMeasurements(estimate)) bias.set(id, estimate.seen([[column, 1]]))
  const leak = new Map<string, Float64Array>()
  for (const [i, { id }] of structure.equations.entries()) {
    // Where other equations imply this one, its deletion changes nothing and a leak has no size.
    if (structure.implied.has(i)) continue
    const shows = Float64Array.from(structure.checks, (row) => row.get(n + 1 + i)?.value ?? 0)
    if (shows.some((x) => x !== 0)) leak.set(id, factor.halfSolve(shows))
  }
  return { bias, leak }
}

function mapHypotheses<T>(
  { bias, leak }: Hypotheses,
  f: (shows: Float64Array) => T,
): GrossErrorHypotheses<T> {
  const apply = (of: ReadonlyMap<string, Float64Array>): Map<string, T> =>
    new Map([...of].map(([id, shows]) => [id, f(shows)]))
  return { bias: apply(bias), leak: apply(leak) }
}

/** Likelihood ratios of single gross errors, and the smallest size of each that would be found. */
export function grossErrors(
  estimate: Estimate,
  { alpha, power }: Levels,
): { glr: GrossErrorHypotheses<LikelihoodRatio>; detectability: GrossErrorHypotheses<number> } {
  const shown = hypotheses(estimate)
  const distance = normalLimit(alpha / 2) + normalLimit(1 - power)
  return {
    glr: mapHypotheses(shown, (shows) => {
      const length2 = innerProduct(shows, shows)
      const along = innerProduct(shows, estimate.violation)
      return { T: along ** 2 / length2, size: along / length2 }
    }),
    detectability: mapHypotheses(shown, (shows) => distance / Math.sqrt(innerProduct(shows, shows))),
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

/** Other measurements that show in the checks exactly as this one does, up to size: no test separates them. */
export function tiedWith(estimate: Estimate, id: string): string[] {
  const { bias } = hypotheses(estimate)
  const own = bias.get(id)
  if (own === undefined) return []
  const length = Math.sqrt(innerProduct(own, own))
  return [...bias.keys()].filter((other) => {
    const shows = bias.get(other)
    if (other === id || shows === undefined) return false
    const ratio = innerProduct(own, shows) / length ** 2
    const rest = shows.map((x, i) => x - ratio * (own[i] as number))
    return Math.sqrt(innerProduct(rest, rest)) <= TIED * Math.sqrt(innerProduct(shows, shows))
  })
}
