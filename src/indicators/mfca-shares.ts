import { CLASSES, type CostClass, type MfcaFlow, type MfcaInput, type MfcaProblem } from './mfca-types.js'

// Shares given as decimals are taken as adding up to 1 within this; the rest would be cost lost or invented.
const SHARE_TOLERANCE = 1e-9

export type Shares = ReadonlyMap<string, Readonly<Record<CostClass, number>>>

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

/** `0.94`, `"0.94"` or `"47/50"`. */
function fraction(share: number | string): number {
  if (typeof share === 'number') return share
  const [top = NaN, bottom = 1] = share.split('/').map((part) => (part.trim() === '' ? NaN : Number(part)))
  return top / bottom
}

/** Shares of one centre's outputs in one class: given ones, and the rest by mass over what they leave. */
function sharesOf(outputs: readonly MfcaFlow[], of: CostClass): (number | null)[] {
  const given = outputs.map(({ share }) => {
    const own = share?.[of]
    return own === undefined ? null : fraction(own)
  })
  const left = 1 - sum(given.map((s) => s ?? 0))
  const masses = outputs.map(({ mass, basisMass }, k) => (given[k] === null ? (basisMass ?? mass) : 0))
  const total = sum(masses.map((m) => m ?? 0))
  return given.map((share, k) => {
    if (share !== null) return share
    const mass = masses[k] ?? null
    return mass === null || !(total > 0) ? null : (left * mass) / total
  })
}

function problemOf(
  centre: string,
  of: CostClass,
  found: readonly (number | null)[],
  receives: boolean,
): MfcaProblem | null {
  if (!receives) return null
  if (found.length === 0 || found.includes(null)) return { kind: 'no-share', centre, class: of }
  const total = sum(found.map((s) => s ?? 0))
  if (Math.abs(total - 1) <= SHARE_TOLERANCE) return null
  return { kind: 'shares-do-not-add-up', centre, class: of, sum: total }
}

/** Flows by the centre that they leave. */
export function byCentre(flows: readonly MfcaFlow[]): ReadonlyMap<string, readonly MfcaFlow[]> {
  const found = new Map<string, MfcaFlow[]>()
  for (const flow of flows) {
    const list = found.get(flow.from)
    if (list === undefined) found.set(flow.from, [flow])
    else list.push(flow)
  }
  return found
}

/** Share of every flow in the cost of its centre, by class, and what hinders the allocation. */
export function allocate({ quantityCentres, flows }: MfcaInput): { shares: Shares; problems: MfcaProblem[] } {
  const shares = new Map<string, Record<CostClass, number>>()
  const problems: MfcaProblem[] = []
  const leaving = byCentre(flows)
  const handedTo = new Set(flows.map(({ to }) => to))
  for (const [id, { newInput }] of Object.entries(quantityCentres)) {
    const outputs = leaving.get(id) ?? []
    for (const { id: flow } of outputs) shares.set(flow, { material: 0, energy: 0, system: 0 })
    for (const of of CLASSES) {
      const found = sharesOf(outputs, of)
      const receives = newInput[of] !== 0 || handedTo.has(id)
      const problem = problemOf(id, of, found, receives)
      if (problem !== null) problems.push(problem)
      if (problem?.kind === 'no-share') continue
      for (const [k, flow] of outputs.entries()) {
        const entry = shares.get(flow.id)
        if (entry !== undefined) entry[of] = found[k] ?? 0
      }
    }
  }
  return { shares, problems }
}

/** Flows that name a centre that does not exist. */
export function unknownCentres({ quantityCentres, flows }: MfcaInput): MfcaProblem[] {
  return flows.flatMap(({ id, from, to }) =>
    [from, to]
      .filter((centre) => centre !== null && !Object.hasOwn(quantityCentres, centre))
      .map((centre) => ({ kind: 'unknown-centre', flow: id, centre: centre as string }) as const),
  )
}
