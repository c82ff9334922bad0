import { isRawList, isRawMap, rawMap, type Raw, type RawMap } from '../../src/model/raw.js'
import type { Content, Variable } from '../../src/templates/content.js'
import { nearest } from '../../src/model/near-names.js'
import { isCurrency } from '../../src/units/index.js'
import { COUNTRIES } from '../../src/validate/countries.js'
import type { Case } from './read-case.js'

export type CaseSite = { readonly value: RawMap; readonly problems: readonly string[] }

/** The period that a site file needs, where a published case does not state its own. */
const PERIOD = '2024'

type Building = {
  readonly content: Content
  readonly facts: { [key: string]: Raw }
  /** Machine → its fields; the fields of a system are nested as in a site file. */
  readonly machines: Map<string, { [key: string]: Raw }>
  readonly problems: string[]
}

/**
 * A case as the site file that an auditor would write of it: single values as facts, one value for each of several
 * machines as machines, answers, and what else the case says of its site.
 */
export function caseSite(one: Case, content: Content): CaseSite {
  const building: Building = { content, facts: rawMap(), machines: new Map(), problems: [] }
  for (const [name, raw] of Object.entries(one.inputs)) addInput(building, name, raw)
  const { facts, machines, problems } = building
  const answers = one.answersYes.map((id) => [id, 'yes'] as const)
  const own = rawMap(Object.entries(one.site))
  const value = rawMap([
    ['recp', '1'],
    ['period', /\b(?:19|20)\d\d\b/.exec(one.period ?? '')?.[0] ?? PERIOD],
    ...Object.entries(own),
    ['site', headOf(one, content, isRawMap(own['site']) ? own['site'] : {}, problems)],
    ['facts', merged(facts, own['facts'])],
    ['equipment', merged(rawMap(machines), own['equipment'])],
    ['answers', merged(rawMap(answers), own['answers'])],
  ])
  return { value, problems }
}

function merged(base: RawMap, over: Raw | undefined): RawMap {
  return isRawMap(over) ? rawMap([...Object.entries(base), ...Object.entries(over)]) : base
}

function headOf(one: Case, content: Content, own: RawMap, problems: string[]): RawMap {
  const sector = one.sector === undefined ? undefined : sectorOf(one.sector, content)
  if (one.sector !== undefined && sector === undefined) {
    const near = nearest(one.sector, content.sectors.keys())[0]
    problems.push(`unknown sector "${one.sector}"${near === undefined ? '' : `; the nearest is "${near}"`}`)
  }
  return rawMap([
    ['id', kebab(one.id)],
    ['name', one.id],
    ['country', countryOf(one.country, problems)],
    ['currency', currencyOf(one.currency, problems)],
    ...(sector === undefined ? [] : [['sector', sector] as const]),
    ...Object.entries(own),
  ])
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** A sector by its id, or by any id that other tables use for it. */
function sectorOf(written: string, content: Content): string | undefined {
  const id = kebab(written)
  const known = [...content.sectors.values()].some((sector) => sector.id === id || sector.also.includes(id))
  return known ? id : undefined
}

function countryOf(written: string | undefined, problems: string[]): string {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  const word = written?.trim().toLowerCase().replace('viet nam', 'vietnam')
  const code = [...COUNTRIES].find(
    (country) => country.toLowerCase() === word || names.of(country)?.toLowerCase() === word,
  )
  if (code === undefined) problems.push(`${unstated('country', written)}; VN is taken`)
  return code ?? 'VN'
}

function currencyOf(written: string | undefined, problems: string[]): string {
  const code = written?.trim().toUpperCase()
  if (code !== undefined && isCurrency(code)) return code
  problems.push(`${unstated('currency', written)}; USD is taken`)
  return 'USD'
}

function unstated(what: string, written: string | undefined): string {
  return written === undefined ? `no ${what} is stated` : `${what} "${written}" is not known`
}

function addInput(building: Building, name: string, raw: Raw): void {
  const { variables } = building.content
  const variable = variables.get(name.replaceAll('-', '_')) ?? variables.get(name)
  if (variable === undefined) return addOthers(building, name, raw)
  const each = perMachine(variable, raw)
  if (each === undefined) building.facts[written(variable.name)] = valueOf(variable, raw)
  else for (const [machine, value] of each) addToMachine(building, machine, variable, value)
}

/** A name that is no variable: a system with its machines, or the head of nested names. */
function addOthers(building: Building, name: string, raw: Raw): void {
  const heads = [...building.content.variables.keys()].some((known) => known.startsWith(`${name}.`))
  const inside = (machine: string | undefined, fields: RawMap): void => {
    for (const [key, value] of Object.entries(fields)) {
      const variable = building.content.variables.get(`${name}.${key}`)
      if (machine === undefined || variable === undefined) addInput(building, `${name}.${key}`, value)
      else addToMachine(building, machine, variable, value)
    }
  }
  if (heads && isRawMap(raw)) return inside(undefined, raw)
  if (heads && isRawList(raw)) {
    raw.forEach((item, index) => {
      if (isRawMap(item)) inside(`${kebab(name)}-${index + 1}`, item)
    })
    return
  }
  const near = nearest(name, building.content.variables.keys())[0] ?? ''
  building.problems.push(
    `unknown input "${name}": no variable of the dictionary has this name${near === '' ? '' : `; the nearest is "${near}"`}`,
  )
}

/** Machine → value, where one input holds a value for each of several machines. */
function perMachine(variable: Variable, raw: Raw): readonly (readonly [string, Raw])[] | undefined {
  const system = kebab(variable.name.split('.')[0] ?? '')
  if (isRawList(raw)) return raw.map((value, index) => [`${system}-${index + 1}`, value] as const)
  if (isRawMap(raw) && raw['value'] === undefined)
    return Object.entries(raw).map(([machine, value]) => [kebab(machine), value] as const)
  return undefined
}

/** The unit of a bare number is that of the dictionary. */
function valueOf(variable: Variable, raw: Raw): Raw {
  const map = isRawMap(raw) ? raw : undefined
  const value = map === undefined ? raw : map['value']
  const unit = typeof map?.['unit'] === 'string' ? map['unit'] : variable.unit
  if (typeof value !== 'string' || variable.type !== 'number') return value ?? raw
  const bare = /^-?[\d.]+(e[+-]?\d+)?$/i.test(value.trim())
  return bare && unit !== '' && unit !== '1' ? `${value} ${unit}` : value
}

function written(name: string): string {
  return name.replaceAll('_', '-')
}

function addToMachine(building: Building, machine: string, variable: Variable, raw: Raw): void {
  const [system = '', ...path] = written(variable.name).split('.')
  const fields = building.machines.get(machine) ?? rawMap([['system', system]])
  building.machines.set(machine, fields)
  let place = fields
  for (const part of path.slice(0, -1)) {
    const next = place[part]
    const map = isRawMap(next) ? (next as { [key: string]: Raw }) : rawMap()
    place[part] = map
    place = map
  }
  place[path.at(-1) ?? ''] = valueOf(variable, raw)
}
