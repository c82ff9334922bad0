import type { Figure } from '../model/figure.js'
import type { UnitOptions } from '../units/index.js'
import { compileFigure, unitOf } from './compile-figure.js'
import { evaluate } from './evaluate.js'
import { influenceThrough, rememberInfluence, spreadOf } from './influence.js'
import { calculationIn } from './live-form.js'

/** A figure that follows from others. */
export type Derivation = Omit<
  Figure,
  'kind' | 'value' | 'lacks' | 'reason' | 'sd' | 'formula' | 'uses' | 'method' | 'at' | 'written'
> & {
  readonly formula: string
  /** Name in the formula → id of a figure that is already in the ledger. */
  readonly uses: Readonly<Record<string, string>>
  /**
   * `independent`: also carry the standard uncertainty of the inputs to the first order. Inputs are independent of each
   * other; what the figures used have in common, such as a meter, counts once. A number is a standard uncertainty
   * known otherwise; the figure then counts as an input.
   */
  readonly sd?: 'independent' | number
}

/** All numbers of the audit, in the order in which they came to be, which is also an order of calculation. */
export type Ledger = {
  readonly get: (id: string) => Figure | undefined
  readonly has: (id: string) => boolean
  /** Takes a figure as it is: inputs, factors, choices, solved values. Throws when the id is taken. */
  readonly add: (figure: Figure) => Figure
  /** Computes a figure from its formula now and takes it. Throws on a formula that cannot be right. */
  readonly derive: (derivation: Derivation) => Figure
  readonly all: () => readonly Figure[]
}

/** A ledger that begins with `from`, for instance the figures of a saved audit. `units` holds the site's own units. */
export function createLedger(from: readonly Figure[] = [], units?: UnitOptions): Ledger {
  const figures = new Map<string, Figure>()
  const get = (id: string): Figure | undefined => figures.get(id)
  const add = (figure: Figure): Figure => {
    if (figures.has(figure.id)) throw new Error(`figure "${figure.id}" is in the ledger already`)
    unitOf(figure.unit, figure.id, units)
    if (figure.value !== null && !Number.isFinite(figure.value)) {
      throw new Error(`figure "${figure.id}" is ${figure.value}, which is no number and not null`)
    }
    figures.set(figure.id, figure)
    return figure
  }
  from.forEach(add)
  return {
    get,
    has: (id) => figures.has(id),
    add,
    derive: (derivation) => add(derived(derivation, get, units)),
    all: () => [...figures.values()],
  }
}

const NO_INFLUENCE = { influence: new Map<string, number>(), size: 0 }

type Get = (id: string) => Figure | undefined

function derived(derivation: Derivation, get: Get, units: UnitOptions | undefined): Figure {
  const { sd: wanted, ...rest } = derivation
  const typed = compileFigure(rest, { get }, units)
  const used = (name: string): Figure | undefined => get(rest.uses[name] ?? '')
  const { value, lacks, reason } = evaluate(typed, (name) => used(name)?.value ?? null)
  if (typeof value === 'boolean') throw new Error(`figure "${rest.id}" is true or false, not a number`)
  const { influence, size } =
    value === null || wanted !== 'independent' ? NO_INFLUENCE : influenceThrough(typed, rest, get)
  const sd = value !== null && typeof wanted === 'number' ? wanted : spreadOf(influence, size)
  const calculation = calculationIn(typed)
  const figure: Figure = {
    ...rest,
    ...(calculation === undefined ? { kind: 'derived' } : { kind: 'solved', method: calculation }),
    value,
    ...(value === null && { lacks: rootLacks(lacks, used) }),
    ...(value === null && reason && { reason }),
    ...(sd !== undefined && { sd }),
  }
  if (typeof wanted === 'number') return figure
  return rememberInfluence(figure, sd === undefined ? new Map() : influence)
}

/** What is missing in the end: what the missing figures lack themselves, or their own ids. */
function rootLacks(names: readonly string[], used: (name: string) => Figure | undefined): readonly string[] {
  const roots = names.flatMap((name) => {
    const figure = used(name)
    if (!figure) return [name]
    return figure.lacks && figure.lacks.length > 0 ? figure.lacks : [figure.id]
  })
  return [...new Set(roots)]
}
