/**
 * Material flow cost accounting (ISO 14051): what products and material losses cost, per class of cost.
 * Costs are in one currency and one period; masses in one unit.
 */

export type CostClass = 'material' | 'energy' | 'system'

const CLASSES = ['material', 'energy', 'system'] as const satisfies readonly CostClass[]

/** What a recycled stream takes back: all its cost, or its material while energy and system cost are loss. */
export type RecycleConvention = 'carry' | 'materialOnly'

export type QuantityCentre = {
  readonly id: string
  /** Cost that enters here from outside, without what other centres hand over. */
  readonly newInput: Readonly<Record<CostClass, number>>
  /** Wholly cost of material loss. */
  readonly wasteManagement: number
}

export type MfcaFlow = {
  readonly id: string
  readonly from: string
  /** The next centre; `null` leaves the system. */
  readonly to: string | null
  readonly kind: 'product' | 'loss' | 'recycle' | 'stock'
  /** `null` where every class has its own share. */
  readonly mass: number | null
  /** Mass that counts for the allocation, where a material is left out of it (process water, ISO 14053). */
  readonly basisMass?: number
  /** Share of the cost of its centre, as a fraction, where it does not follow mass. */
  readonly share?: Readonly<Partial<Record<CostClass, number>>>
}

export type MfcaInput = {
  readonly centres: readonly QuantityCentre[]
  readonly flows: readonly MfcaFlow[]
}

export type FlowCost = Readonly<Record<CostClass | 'total', number>>
export type MatrixRow = Readonly<Record<CostClass | 'wasteManagement' | 'total', number>>

export type MfcaResult = {
  readonly convention: RecycleConvention
  /** Centre → cost that passes through it: new input and what is carried over. */
  readonly centres: ReadonlyMap<string, Readonly<Record<CostClass, number>>>
  readonly flows: ReadonlyMap<string, FlowCost>
  readonly matrix: {
    readonly product: MatrixRow
    readonly materialLoss: MatrixRow
    /** Cost in what stays behind as stock. */
    readonly stock: MatrixRow
    /** Everything that entered: product + material loss + stock. */
    readonly total: MatrixRow
    /** Material loss ÷ total, a fraction; `null` where nothing was spent. */
    readonly lossShare: number | null
  }
}

/** Why there is no result; each names the centre or flow. */
export type MfcaProblem =
  /** Outputs have neither mass nor a share of this class, so its cost has nowhere to go. */
  | { readonly kind: 'no-share'; readonly centre: string; readonly class: CostClass }
  /** The shares of the outputs add up to something else than 1. */
  | {
      readonly kind: 'shares-do-not-add-up'
      readonly centre: string
      readonly class: CostClass
      readonly sum: number
    }
  /** A flow names a centre that does not exist. */
  | { readonly kind: 'unknown-centre'; readonly flow: string; readonly centre: string }
  /** Cost circulates and never leaves. */
  | { readonly kind: 'closed-loop'; readonly centre: string; readonly class: CostClass }

export type MfcaOutcome =
  | { readonly result: MfcaResult; readonly problems: readonly [] }
  | { readonly result: null; readonly problems: readonly MfcaProblem[] }

// Shares given as decimals are taken as adding up to 1 within this; the rest would be cost lost or invented.
const SHARE_TOLERANCE = 1e-9

type Shares = ReadonlyMap<string, Readonly<Record<CostClass, number>>>

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

/** Shares of one centre's outputs in one class: given ones, and the rest by mass over what they leave. */
function sharesOf(outputs: readonly MfcaFlow[], of: CostClass): (number | null)[] {
  const given = outputs.map(({ share }) => share?.[of] ?? null)
  const left = 1 - sum(given.map((s) => s ?? 0))
  const masses = outputs.map(({ mass, basisMass }, k) => (given[k] === null ? (basisMass ?? mass) : 0))
  const total = sum(masses.map((m) => m ?? 0))
  return given.map((share, k) => {
    if (share !== null) return share
    const mass = masses[k] ?? null
    return mass === null || !(total > 0) ? null : (left * mass) / total
  })
}

function allocate({ centres, flows }: MfcaInput): { shares: Shares; problems: MfcaProblem[] } {
  const shares = new Map<string, Record<CostClass, number>>()
  const problems: MfcaProblem[] = []
  for (const { id, newInput } of centres) {
    const outputs = flows.filter(({ from }) => from === id)
    for (const { id: flow } of outputs) shares.set(flow, { material: 0, energy: 0, system: 0 })
    for (const of of CLASSES) {
      const found = sharesOf(outputs, of)
      const receives = newInput[of] !== 0 || flows.some(({ to }) => to === id)
      if (receives && (found.length === 0 || found.includes(null))) {
        problems.push({ kind: 'no-share', centre: id, class: of })
        continue
      }
      const total = sum(found.map((s) => s ?? 0))
      if (receives && !(Math.abs(total - 1) <= SHARE_TOLERANCE)) {
        problems.push({ kind: 'shares-do-not-add-up', centre: id, class: of, sum: total })
      }
      for (const [k, flow] of outputs.entries()) {
        const entry = shares.get(flow.id)
        if (entry !== undefined) entry[of] = found[k] ?? 0
      }
    }
  }
  return { shares, problems }
}

function unknownCentres({ centres, flows }: MfcaInput): MfcaProblem[] {
  const known = new Set(centres.map(({ id }) => id))
  return flows.flatMap(({ id, from, to }) =>
    [from, to]
      .filter((centre) => centre !== null && !known.has(centre))
      .map((centre) => ({ kind: 'unknown-centre', flow: id, centre: centre as string }) as const),
  )
}

/** Does this flow hand cost of this class on to another centre? */
function carries({ kind, to }: MfcaFlow, of: CostClass, convention: RecycleConvention): boolean {
  if (to === null || kind === 'loss' || kind === 'stock') return false
  return kind !== 'recycle' || convention === 'carry' || of === 'material'
}

/**
 * Solves (I − P') C = new by Gaussian elimination with partial pivoting. `null` with the row where cost that entered
 * cannot leave.
 */
function solveLoops(matrix: number[][], right: number[]): { totals: number[] } | { stuck: number } {
  const n = right.length
  const rows = matrix.map((row, i) => [...row, right[i] as number])
  const at = (i: number, j: number): number => rows[i]?.[j] as number
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) pivot = i
    // Entries are shares: below this, what leaves a loop is rounding.
    if (Math.abs(at(pivot, k)) < 1e-12) return { stuck: k }
    ;[rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]]
    for (let i = 0; i < n; i++) {
      const factor = i === k ? 0 : at(i, k) / at(k, k)
      if (factor === 0) continue
      rows[i] = (rows[i] as number[]).map((x, j) => x - factor * at(k, j))
    }
  }
  return { totals: rows.map((row, i) => (row[n] as number) / (row[i] as number)) }
}

function totalsOf(
  { centres, flows }: MfcaInput,
  shares: Shares,
  of: CostClass,
  convention: RecycleConvention,
): ReturnType<typeof solveLoops> {
  const indexOf = new Map(centres.map(({ id }, i) => [id, i]))
  const matrix = centres.map((_, i) => centres.map((__, j) => (i === j ? 1 : 0)))
  for (const flow of flows) {
    if (!carries(flow, of, convention)) continue
    const row = matrix[indexOf.get(flow.to ?? '') as number] as number[]
    const column = indexOf.get(flow.from) as number
    row[column] = (row[column] as number) - (shares.get(flow.id)?.[of] ?? 0)
  }
  return solveLoops(
    matrix,
    centres.map(({ newInput }) => newInput[of]),
  )
}

function matrixRow(classes: Readonly<Record<CostClass, number>>, wasteManagement: number): MatrixRow {
  return { ...classes, wasteManagement, total: sum(CLASSES.map((of) => classes[of])) + wasteManagement }
}

function matrixOf(
  { centres, flows }: MfcaInput,
  costs: ReadonlyMap<string, FlowCost>,
  convention: RecycleConvention,
): MfcaResult['matrix'] {
  const ending = (belongs: (flow: MfcaFlow, of: CostClass) => boolean): Record<CostClass, number> => {
    const one = (of: CostClass): number =>
      sum(
        flows
          .filter((flow) => !carries(flow, of, convention) && belongs(flow, of))
          .map(({ id }) => costs.get(id)?.[of] ?? 0),
      )
    return { material: one('material'), energy: one('energy'), system: one('system') }
  }
  const waste = sum(centres.map(({ wasteManagement }) => wasteManagement))
  const product = matrixRow(
    ending(({ kind }) => kind === 'product'),
    0,
  )
  // A recycled stream that hands nothing on, or leaves the system, is cost without a product.
  const materialLoss = matrixRow(
    ending(({ kind }) => kind === 'loss' || kind === 'recycle'),
    waste,
  )
  const stock = matrixRow(
    ending(({ kind }) => kind === 'stock'),
    0,
  )
  const spent = (of: CostClass): number => sum(centres.map(({ newInput }) => newInput[of]))
  const total = matrixRow(
    { material: spent('material'), energy: spent('energy'), system: spent('system') },
    waste,
  )
  return {
    product,
    materialLoss,
    stock,
    total,
    lossShare: total.total === 0 ? null : materialLoss.total / total.total,
  }
}

/**
 * Splits the cost of every quantity centre over its outputs and follows it through the system, recycling loops
 * included (Schmidt 2015 for `carry`; `materialOnly` counts energy and system cost of recycled mass as loss, as METI
 * does). Product + material loss + stock equals what entered. Waste management is wholly material loss.
 */
export function mfca(input: MfcaInput, convention: RecycleConvention): MfcaOutcome {
  const { shares, problems: unshared } = allocate(input)
  const problems = [...unknownCentres(input), ...unshared]
  if (problems.length > 0) return { result: null, problems }
  const centres = new Map(input.centres.map(({ id }) => [id, { material: 0, energy: 0, system: 0 }]))
  for (const of of CLASSES) {
    const solved = totalsOf(input, shares, of, convention)
    if ('stuck' in solved) {
      const centre = input.centres[solved.stuck]?.id ?? ''
      return { result: null, problems: [{ kind: 'closed-loop', centre, class: of }] }
    }
    for (const [i, { id }] of input.centres.entries()) {
      const entry = centres.get(id)
      if (entry !== undefined) entry[of] = (solved.totals[i] as number) + 0
    }
  }
  const costs = new Map(
    input.flows.map((flow): [string, FlowCost] => {
      const part = (of: CostClass): number =>
        (centres.get(flow.from)?.[of] ?? 0) * (shares.get(flow.id)?.[of] ?? 0)
      const [material, energy, system] = [part('material'), part('energy'), part('system')]
      return [flow.id, { material, energy, system, total: material + energy + system }]
    }),
  )
  return {
    result: { convention, centres, flows: costs, matrix: matrixOf(input, costs, convention) },
    problems: [],
  }
}

/**
 * Rounds parts so that they add up to their rounded sum (largest remainder), in units of `step`. For print: the matrix
 * closes to the cent. Ties go to the earlier part.
 */
export function roundToSum(parts: readonly number[], step: number): number[] {
  const scaled = parts.map((part) => part / step)
  const whole = scaled.map(Math.floor)
  const missing = Math.round(sum(scaled)) - sum(whole)
  const byRemainder = scaled
    .map((x, i) => ({ i, remainder: x - (whole[i] as number) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.i - b.i)
  for (const { i } of byRemainder.slice(0, missing)) whole[i] = (whole[i] as number) + 1
  return whole.map((x) => x * step)
}
