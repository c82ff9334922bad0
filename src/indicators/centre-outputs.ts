import type { Balance } from '../model/balances.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { isKnown, type Indicating } from './indicating.js'

/** What the outputs of a centre share its cost by: dry mass (ISO 14053 leaves water out), else water, else energy. */
export type Key = 'dry' | 'water' | 'energy'

/** A flow that leaves a centre, or what its balances miss. */
export type Output = {
  readonly flow: Pick<InventoryFlow, 'id' | 'from' | 'to' | 'recycle'>
  readonly keys: Readonly<Partial<Record<Key, readonly string[]>>>
}

/** Value of a figure. */
export type Get = (figure: string) => number

const KEYS: readonly Key[] = ['dry', 'water', 'energy']

const LOST: ReadonlySet<string> = new Set(['by-product', 'waste', 'wastewater', 'emission', 'heat', 'loss'])

/** Wastewater is lost where it leaves a process, whatever tank it passes on its way out; what is recycled is not. */
export function isLost(flow: InventoryFlow, good: InventoryGood | undefined): boolean {
  return !(flow.recycle && flow.to !== null) && LOST.has(flow.as ?? good?.as ?? '')
}

/** Utilities of which nothing but losses leaves as a flow: cold or air goes where no flow says, so its cost does too. */
export function servants({ inventory }: Indicating, lost: ReadonlySet<string>): ReadonlySet<string> {
  const utilities = inventory.steps.filter(({ kind }) => kind === 'utility')
  const hands = new Set(inventory.flows.filter(({ id }) => !lost.has(id)).map(({ from }) => from))
  return new Set(utilities.map(({ id }) => id).filter((id) => !hands.has(id)))
}

/** Steps that only take what others lose and hand nothing back are their waste management, no centres with output. */
export function wasteSteps({ inventory }: Indicating, lost: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    inventory.steps.flatMap(({ id, kind }) => {
      const inside = inventory.flows.filter(({ from, to }) => to === id && from !== null)
      const back = inventory.flows.some((flow) => flow.from === id && flow.to !== null && !lost.has(flow.id))
      const takes = inside.length > 0 && inside.every((flow) => kind === 'treatment' || lost.has(flow.id))
      return takes && !back ? [id] : []
    }),
  )
}

/** Figures that the keys of an output are made of: mass and water, or energy. */
export function keysOf(
  work: Indicating,
  prefix: string,
  contents: Readonly<Record<string, string>>,
): Output['keys'] {
  const figure = (layer: string): string | undefined =>
    contents[layer] !== undefined && isKnown(work, `${prefix}.${layer}`) ? `${prefix}.${layer}` : undefined
  const [mass, water, energy] = ['mass', 'water', 'energy'].map(figure)
  return {
    ...(mass !== undefined && (contents['water'] === undefined || water !== undefined)
      ? { dry: water === undefined ? [mass] : [mass, water] }
      : {}),
    ...(water === undefined ? {} : { water: [water] }),
    ...(energy === undefined ? {} : { energy: [energy] }),
  }
}

/** What the water and mass balances of a step miss leaves it too, nobody knows where. */
export function unaccounted(work: Indicating, balances: readonly Balance[], step: string): Output[] {
  const rest = (layer: string): string | undefined => {
    const figure = balances.find((balance) => balance.step === step && balance.layer === layer)?.unaccounted
    return isKnown(work, figure) && (work.ledger.get(figure)?.value ?? 0) > 0 ? figure : undefined
  }
  const [mass, water] = [rest('mass'), rest('water')]
  if (mass === undefined && water === undefined) return []
  const flow = { id: `unaccounted:${step}`, from: step, to: null, recycle: false }
  const keys = {
    ...(mass === undefined ? {} : { dry: water === undefined ? [mass] : [mass, water] }),
    ...(water === undefined ? {} : { water: [water] }),
  }
  return [{ flow, keys }]
}

/**
 * Amount of a key in an output; what rounding leaves of a mass that is all water is none. What has no place in the
 * layer, electricity among materials, has nothing of it.
 */
export function keyAmount({ keys }: Pick<Output, 'keys'>, key: Key, get: Get): number {
  const [first, water] = keys[key] ?? []
  if (first === undefined) return 0
  const all = get(first)
  if (water === undefined) return Math.max(all, 0)
  const dry = all - get(water) * get('choice.water-density')
  return dry > 1e-9 * Math.abs(all) ? dry : 0
}

/**
 * The first key that some output of the centre has something of; what it hands on or sells goes before what it loses, so
 * that the fuel of a boiler goes with its steam and not with the ash.
 */
export function keyOfCentre(
  outputs: readonly Output[],
  lost: ReadonlySet<string>,
  get: Get,
): Key | undefined {
  const keyIn = (list: readonly Output[]): Key | undefined =>
    KEYS.find((key) => list.some((output) => keyAmount(output, key, get) > 0))
  return keyIn(outputs.filter(({ flow }) => !lost.has(flow.id))) ?? keyIn(outputs)
}
