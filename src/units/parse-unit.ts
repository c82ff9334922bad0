import type { Unit } from '../model/unit.js'
import { readQuotient } from './read-quotient.js'
import type { CustomUnits, PointFactor } from './read-quotient.js'
import {
  divideQuotients,
  multiplyQuotients,
  powerQuotient,
  quotientDimension,
  quotientScale,
  quotientText,
} from './unit-factors.js'
import type { Factor, Quotient } from './unit-factors.js'
import { normaliseUnitText } from './unit-index.js'
import type { UnitProblem } from './unit-problem.js'

export type ParsedUnit = { readonly unit: Unit } | { readonly problem: UnitProblem }
export type UnitOptions = { readonly custom?: CustomUnits }

const MAX_LENGTH = 120
const MAX_FACTORS = 16
const NO_CUSTOM: CustomUnits = new Map()

const points = ({ above, below }: Quotient): readonly PointFactor[] =>
  [...above, ...below].filter((f: PointFactor) => f.difference !== undefined)

/** In a product or quotient a degree is a step, not a point: `W/(m2 C)` is `W/(m2.K)`. */
function withSteps(quotient: Quotient): Quotient {
  const replaced = (factor: Factor): Quotient => {
    const { difference, power } = factor as PointFactor
    const read =
      difference === undefined
        ? undefined
        : readQuotient({ text: difference, custom: NO_CUSTOM, depth: 0 }, 0)
    const steps = read !== undefined && 'value' in read ? powerQuotient(read.value, power) : undefined
    const [first, ...rest] = steps?.above ?? []
    if (steps === undefined || first === undefined) return { above: [factor], below: [] }
    const counted = factor.count === undefined ? first : { ...first, count: factor.count }
    return { above: [counted, ...rest], below: steps.below }
  }
  const product = (factors: readonly Factor[]): Quotient =>
    factors.map(replaced).reduce(multiplyQuotients, { above: [], below: [] })
  return divideQuotients(product(quotient.above), product(quotient.below))
}

function unitOf(quotient: Quotient): Unit {
  const all = [...quotient.above, ...quotient.below]
  const [only] = quotient.above
  const lone = all.length === 1 && only !== undefined && only.power === 1 && only.count === undefined
  const steps = lone || points(quotient).length === 0 ? quotient : withSteps(quotient)
  return {
    text: quotientText(steps),
    dimension: quotientDimension(steps),
    scale: quotientScale(steps),
    offset: lone ? ((only as PointFactor).offset ?? 0) : 0,
  }
}

/** Another spelling of the whole that the grammar does take: `kg per t` → `kg/t`, `kJ/kg.K` → `kJ/(kg.K)`. */
function respelled(text: string, custom: CustomUnits): readonly string[] {
  const candidates = [
    text.replace(/ (?:per|trên|mỗi) /giu, '/'),
    text.replace(/^([^/]+)\/([^/()]+[. ][^/()]+)$/u, '$1/($2)'),
    text.replace(/^([^/ ]+) ([^/ ]+)(\/|$)/u, '$1.$2$3'),
  ]
  const good = candidates.filter((c) => c !== text && 'value' in readWhole(c, custom))
  return [...new Set(good)].slice(0, 1)
}

function readWhole(text: string, custom: CustomUnits): ReturnType<typeof readQuotient> {
  const read = readQuotient({ text, custom, depth: 0 }, 0)
  if ('fault' in read || read.next === text.length) return read
  return { fault: { kind: 'syntax', part: text.slice(read.next), suggestions: [] } }
}

/**
 * Reads a unit: products (`.`, `*`, `·`), quotients (`/`), powers (`m3`, `m³`, `m^3`), brackets (`kJ/(kg K)`) and
 * numbers before a name (`EUR/1000 pcs`), in English or Vietnamese names. Names that mean more than one thing are
 * refused with their meanings, unless `custom` defines them. The `text` of the result reads back as the same unit.
 */
export function parseUnit(text: string, options: UnitOptions = {}): ParsedUnit {
  if (options.custom !== undefined && options.custom.size > 0) return readUnit(text, options.custom)
  const known = KNOWN.get(text)
  if (known !== undefined) return known
  const read = readUnit(text, NO_CUSTOM)
  if ('unit' in read && KNOWN.size < MOST_KNOWN) KNOWN.set(text, read)
  return read
}

/** An audit asks for the same few units thousands of times. Reading is pure, so what was read once is kept. */
const KNOWN = new Map<string, ParsedUnit>()
const MOST_KNOWN = 2_000

function readUnit(text: string, custom: CustomUnits): ParsedUnit {
  const problem = (fault: Omit<UnitProblem, 'written'>): ParsedUnit => ({
    problem: { ...fault, written: text },
  })
  if (text.length > MAX_LENGTH) return problem({ kind: 'syntax', part: text.slice(0, 40), suggestions: [] })
  const plain = normaliseUnitText(text)
  if (plain === '' || plain === '/') return problem({ kind: 'syntax', part: text, suggestions: [] })
  if (plain === '-' && custom.get('-') === undefined) return parseUnit('1')
  const read = readWhole(plain, custom)
  if ('fault' in read) {
    const whole = read.fault.kind === 'ambiguous' ? [] : respelled(plain, custom)
    return problem(whole.length > 0 ? { ...read.fault, suggestions: whole } : read.fault)
  }
  const unit = unitOf(read.value)
  const sane = Number.isFinite(unit.scale) && unit.scale > 0 && unit.text.length <= MAX_LENGTH
  if (!sane || read.value.above.length + read.value.below.length > MAX_FACTORS) {
    return problem({ kind: 'syntax', part: text.slice(0, 40), suggestions: [] })
  }
  const own = custom.get(plain)
  return { unit: own === undefined ? unit : { ...own, text: plain } }
}

/** The pure number. */
export const UNIT_ONE: Unit = Object.freeze({ text: '1', dimension: Object.freeze({}), scale: 1, offset: 0 })
