import type { Quantity } from '../model/quantity.js'
import { pointerOf } from '../model/pointer.js'
import type { VariableLookup, VariableValue } from '../model/variables.js'
import type { Equipment, Fact, Site } from '../schema/site.js'
import { convert, parseUnit } from '../units/index.js'

type Values = Map<string, VariableValue>

export type SiteVariablesInput = {
  readonly site: Pick<Site, 'equipment' | 'facts' | 'energy'>
  /**
   * What follows from balances and bills, by the name of the dictionary, or by `name@machine` for one machine.
   * A share is a fraction with unit `1`.
   */
  readonly derived?: ReadonlyMap<string, VariableValue>
  /** Fuel of the factor tables → `gas`, `oil`, `solid`, `electric`. */
  readonly fuelClasses?: ReadonlyMap<string, string>
}

/**
 * The variables of the dictionary as this site knows them: derived values first, then facts, then what a single
 * machine says, then counts and installed power summed over the machines. For one of several machines an amount
 * per year of the whole site is not its own, and is left unknown.
 */
export function siteVariables(input: SiteVariablesInput): VariableLookup {
  const { site, derived = new Map<string, VariableValue>() } = input
  const machines = new Map(
    Object.entries(site.equipment).map(([id, machine]) => [id, ownValues(input, id, machine)]),
  )
  const facts = factValues(site.facts, '/facts')
  const listed = (system: string): readonly string[] =>
    Object.keys(site.equipment).filter((id) => site.equipment[id]?.system === system)

  const ofSite = (name: string): VariableValue | undefined => {
    const known = derived.get(name) ?? facts.get(name)
    if (known !== undefined) return known
    const system = systemOf(name)
    const ids = listed(system)
    const own = ids.flatMap((id) => machines.get(id)?.get(name) ?? [])
    if (ids.length === 1) return own[0]
    return ids.length > 1 && own.length === ids.length && isSummed(name) ? sumOf(own) : undefined
  }
  const ofMachine = (name: string, machine: string): VariableValue | undefined => {
    const own = machines.get(machine)?.get(name) ?? derived.get(`${name}@${machine}`)
    if (own !== undefined) return own
    const value = ofSite(name)
    const several = listed(systemOf(name)).length > 1
    return several && (isYearlyAmount(value?.unit) || isSummed(name)) ? undefined : value
  }
  return {
    get: (name, machine) => (machine === undefined ? ofSite(name) : ofMachine(name, machine)),
    machines: listed,
  }
}

function systemOf(name: string): string {
  return (name.split('.')[0] ?? '').replaceAll('_', '-')
}

/** What a list of machines makes together: their number and installed power. */
function isSummed(name: string): boolean {
  return /(?:\.|_)count$|\.power$/.test(name)
}

function sumOf(values: readonly VariableValue[]): VariableValue | undefined {
  const unit = values[0]?.unit
  const same = values.every((one) => typeof one.value === 'number' && one.unit === unit)
  if (!same || unit === undefined) return undefined
  return { value: values.reduce((sum, one) => sum + Number(one.value), 0), unit }
}

/** A mass, volume or energy per time; hours per year and plain rates are not. */
function isYearlyAmount(unit: string | undefined): boolean {
  return unit !== undefined && unit.endsWith('/yr') && !unit.startsWith('h/')
}

function factValues(facts: Readonly<Record<string, Fact>>, pointer: string): Values {
  return new Map(
    Object.entries(facts).map(([name, fact]) => [name, valueOf(fact, `${pointer}${factPointer(name)}`)]),
  )
}

function factPointer(name: string): string {
  return pointerOf(name.replaceAll('_', '-'))
}

function valueOf(fact: Fact, at: string): VariableValue {
  return typeof fact === 'object' ? quantityValue(fact) : { value: fact, at }
}

/** The number in its own unit; shares as fractions. */
function quantityValue(quantity: Quantity): VariableValue {
  const { value, unit, at } = quantity
  return unit.text === '%'
    ? { value: value / 100, unit: '1', at, quantity }
    : { value, unit: unit.text, at, quantity }
}

/** What the fields that every machine has mean in the names of its system. */
const FIELD_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  air: {
    power: 'air.compressor.power',
    load: 'air.compressor.load_share',
    hours: 'air.compressor.hours',
    count: 'air.compressor_count',
  },
  refrigeration: { power: 'refrigeration.compressor.power', load: 'refrigeration.compressor.load_share' },
  boiler: { load: 'boiler.load_factor' },
  furnace: { load: 'furnace.load_factor' },
  transformer: { load: 'transformer.load_share' },
}

/**
 * What one machine says, by the names of the dictionary: its own words and what its general fields mean for its system.
 * Without their number, and without the names that every machine has.
 */
export function machineValues(input: SiteVariablesInput, id: string): ReadonlyMap<string, VariableValue> {
  const machine = input.site.equipment[id]
  if (machine === undefined) return new Map()
  const count = `/equipment${pointerOf(id)}/count`
  const given = [...ownValues(input, id, machine)].filter(
    ([name, { at }]) => !name.startsWith('machine.') && at !== count,
  )
  return new Map(given)
}

/** What is said of the site as a whole. */
export function siteFacts({ facts }: Pick<Site, 'facts'>): ReadonlyMap<string, VariableValue> {
  return factValues(facts, '/facts')
}

function ownValues({ site, fuelClasses }: SiteVariablesInput, id: string, machine: Equipment): Values {
  const values: Values = new Map()
  const at = `/equipment${pointerOf(id)}`
  const put = (field: string, value: VariableValue): void => {
    const system = machine.system.replaceAll('-', '_')
    values.set(FIELD_NAMES[machine.system]?.[field] ?? `${system}.${field}`, value)
    values.set(`machine.${field}`, value)
  }
  put('count', { value: machine.count ?? 1, unit: '1', at: `${at}/count` })
  if (machine.hours) put('hours', quantityValue(machine.hours))
  if (machine.load) put('load', quantityValue(machine.load))
  const power = machine.rated && powerOf(machine.rated)
  if (power) {
    put('power', power)
    values.set('machine.rated', power)
  }
  const fuel = machine.fuel === undefined ? undefined : (site.energy[machine.fuel]?.fuel ?? machine.fuel)
  const fuelClass = fuel === undefined ? undefined : fuelClasses?.get(fuel)
  if (fuel !== undefined) put('fuel', { value: fuel, at: `${at}/fuel` })
  if (fuelClass !== undefined) put('fuel_class', { value: fuelClass, at: `${at}/fuel` })
  // What the machine says in the words of the dictionary goes before what its general fields imply.
  for (const [name, fact] of Object.entries(machine.facts)) values.set(name, valueOf(fact, at))
  return values
}

/** The rated capacity, where it is a power. */
function powerOf(rated: Quantity): VariableValue | undefined {
  const kilowatt = parseUnit('kW')
  const isPower = 'unit' in kilowatt && convert(rated.value, rated.unit, kilowatt.unit) !== undefined
  return isPower ? quantityValue(rated) : undefined
}
