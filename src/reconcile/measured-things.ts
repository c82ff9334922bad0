import type { Inventory } from '../model/inventory.js'

/** Something with a measured value: its variable in the problem, and the figure of the value. */
export type MeasuredThing = {
  readonly variable: string
  readonly id: string
  readonly figure: string
  readonly at: string
}

const known = new WeakMap<Inventory, ReadonlyMap<string, MeasuredThing>>()

/** Claims, assays, transfer coefficients and stock changes by variable. */
export function measuredThings(inventory: Inventory): ReadonlyMap<string, MeasuredThing> {
  const before = known.get(inventory)
  if (before !== undefined) return before
  const { claims, stocks, composition } = inventory
  const things = [
    ...claims.map((claim) => thing('claim', claim)),
    ...stocks.map(({ id, change, at }) => thing('stock', { id, figure: change, at })),
    ...(composition?.assays ?? []).map((assay) => thing('assay', assay)),
    ...(composition?.transfers ?? []).map((transfer) => thing('transfer', transfer)),
  ]
  const found = new Map(things.map((one) => [one.variable, one]))
  known.set(inventory, found)
  return found
}

function thing(kind: string, { id, figure, at }: Omit<MeasuredThing, 'variable'>): MeasuredThing {
  return { variable: `${kind}:${id}`, id, figure, at }
}
