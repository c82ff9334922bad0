import { carriedBy } from '../model/carried.js'
import type { Ledger } from '../formula/index.js'
import type { Claim, Composition, Inventory, Transfer } from '../model/inventory.js'
import type { BalanceLaw, Share } from '../model/law.js'
import type { Equation, ReconcileOptions, Term, Variable } from './linear-problem.js'
import type { PolynomialProblem } from './linearise.js'
import { residualAt, tangentAt, type PolynomialEquation, type PolynomialTerm } from './polynomial.js'
import { reconcileLinear } from './reconcile-linear.js'
import { reconcilePolynomial } from './reconcile-polynomial.js'
import type { Reconciliation } from './reconciliation.js'

/** The variables and equations of a site, in products of variables where its composition needs them. */
export type SiteProblem = PolynomialProblem & { readonly linear: boolean }

const NOTHING: Composition = { contents: [], loads: [], assays: [], transfers: [] }

const times = (coef: number, ...names: readonly string[]): PolynomialTerm => ({
  coef,
  factors: names.map((name) => ({ var: name, power: 1 })),
})

const shareTerm = ({ flow, coefficient, content, load }: Share): PolynomialTerm =>
  times(coefficient, load ?? flow, ...(content === undefined ? [] : [content]))

/** The balance of a law: what enters less what leaves less what is put into stock. */
export function lawEquation(law: BalanceLaw): PolynomialEquation {
  const stocks = law.stocks.map((stock) => times(-stock.coefficient, `stock:${stock.stock}`))
  return { id: law.id, terms: [...law.terms.map(shareTerm), ...stocks], rhs: 0 }
}

/** Whether an equation is a sum: no term multiplies two unknowns. */
function isSum({ terms }: PolynomialEquation): boolean {
  return terms.every(({ factors }) => factors.length === 1)
}

/** What the terms of an equation come to, less its right side, and the sum that it is close to these values. */
export type Linearised = {
  readonly value: number | null
  readonly sd: number | null
  readonly terms: readonly Term[]
}

/** The value of an equation in a solution with its standard uncertainty; `null` where a variable is unknown. */
export function equationIn(solution: Reconciliation, equation: PolynomialEquation): Linearised {
  if (isSum(equation)) {
    const { terms } = asSum(equation)
    return { value: solution.valueOf(terms), sd: solution.sdOf(terms), terms }
  }
  const at = new Map<string, number>()
  for (const { factors } of equation.terms) {
    for (const { var: name } of factors) {
      const value = solution.variables.get(name)?.value
      if (value == null) return { value: null, sd: null, terms: [] }
      at.set(name, value)
    }
  }
  const { terms } = tangentAt(equation, at)
  return { value: residualAt(equation, at).sum, sd: solution.sdOf(terms), terms }
}

/** What is found in the flow, less the coefficient times what all the others carry. */
function transferEquation(transfer: Transfer, inventory: Inventory, ledger: Ledger): PolynomialEquation[] {
  const valueOf = (figure: string): number | null | undefined => ledger.get(figure)?.value
  const share = (id: string): Share | undefined => {
    const flow = inventory.flows.find((candidate) => candidate.id === id)
    return flow && carriedBy(flow, transfer.layer, valueOf)
  }
  const own = share(transfer.flow)
  const others = transfer.of.flatMap((id) => share(id) ?? [])
  if (own === undefined || others.length === 0) return []
  const terms = others.map((other) => {
    const { coef, factors } = shareTerm(other)
    return { coef: -coef, factors: [...factors, { var: `transfer:${transfer.id}`, power: 1 }] }
  })
  return [{ id: `transfer:${transfer.id}`, terms: [shareTerm(own), ...terms], rhs: 0 }]
}

/**
 * Flows and contents are unmeasured; claims, assays, transfer coefficients and stock changes are measured. A claim is
 * one more equation: what it is about less what it says is zero.
 */
export function siteProblem(
  inventory: Inventory,
  claims: readonly Claim[],
  laws: readonly BalanceLaw[],
  ledger: Ledger,
): SiteProblem {
  const { contents, loads, assays, transfers } = inventory.composition ?? NOTHING
  const measured = (id: string): Variable['measured'] => {
    const figure = ledger.get(id)
    return figure?.value == null ? null : { value: figure.value, sd: figure.sd ?? 0 }
  }
  const variables: Variable[] = [
    ...inventory.flows.map((flow) => ({ id: flow.id, measured: null })),
    ...claims.map((claim) => ({ id: `claim:${claim.id}`, measured: measured(claim.figure) })),
    ...inventory.stocks.map((stock) => ({ id: `stock:${stock.id}`, measured: measured(stock.change) })),
    ...[...contents, ...loads].map(({ id }) => ({ id, measured: null })),
    ...assays.map((assay) => ({ id: `assay:${assay.id}`, measured: measured(assay.figure) })),
    ...transfers.map((transfer) => ({ id: `transfer:${transfer.id}`, measured: measured(transfer.figure) })),
  ]
  const equations: PolynomialEquation[] = [
    ...laws.map(lawEquation),
    ...claims.map((claim) => ({
      id: `claim:${claim.id}`,
      terms: [...claim.terms.map(shareTerm), times(-1, `claim:${claim.id}`)],
      rhs: 0,
    })),
    ...assays.map((assay) => ({
      id: `assay:${assay.id}`,
      terms: [times(assay.coefficient, assay.content), times(-1, `assay:${assay.id}`)],
      rhs: 0,
    })),
    ...transfers.flatMap((transfer) => transferEquation(transfer, inventory, ledger)),
  ]
  return { variables, equations, linear: equations.every(isSum) }
}

/**
 * Where the search begins: flows where the sums alone put them, if that is above zero, and what is contained where
 * nobody measured it, like what others contain of it.
 */
function begun({ variables, equations }: SiteProblem): readonly Variable[] {
  const sums = reconcileLinear(
    { variables, equations: equations.filter(isSum).map(asSum) },
    { bounds: false },
  )
  return variables.map((variable) => {
    const value = sums.variables.get(variable.id)?.value
    return variable.measured === null && value != null && value > 0 ? { ...variable, start: value } : variable
  })
}

function asSum({ id, terms, rhs }: PolynomialEquation): Equation {
  const sum = terms.map(({ coef, factors }) => ({ variable: factors[0]?.var ?? '', coefficient: coef }))
  return { id, terms: sum, rhs }
}

/** The most likely values; `null` where the search for a solution with products of unknowns came to none. */
export function solveSite(problem: SiteProblem, options: ReconcileOptions): Reconciliation | null {
  const { variables, equations } = problem
  if (!problem.linear) {
    const { reconciliation, converged } = reconcilePolynomial(
      { variables: begun(problem), equations },
      options,
    )
    return converged || reconciliation.infeasible.length > 0 ? reconciliation : null
  }
  return reconcileLinear({ variables, equations: equations.map(asSum) }, options)
}

/** Variables whose values follow from the measured ones by more than a sum: what hangs together with a product. */
export function curvedVariables({ equations, linear }: SiteProblem): ReadonlySet<string> {
  if (linear) return new Set()
  const byVariable = new Map<string, PolynomialEquation[]>()
  for (const equation of equations) {
    for (const name of namesIn(equation)) byVariable.set(name, [...(byVariable.get(name) ?? []), equation])
  }
  const curved = new Set<string>()
  const open = equations.filter((equation) => !isSum(equation)).flatMap(namesIn)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (curved.has(name)) continue
    curved.add(name)
    open.push(...(byVariable.get(name) ?? []).flatMap(namesIn))
  }
  return curved
}

function namesIn({ terms }: PolynomialEquation): string[] {
  return terms.flatMap(({ factors }) => factors.map((factor) => factor.var))
}
