import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { pointerOf } from '../model/pointer.js'
import { isRawList, isRawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import type { Fact, PeriodSpan, Term } from '../schema/site.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { siteSchema } from '../schema/site-schema.js'
import { CURRENCIES, isCurrency } from '../units/index.js'
import type { Quantity } from '../model/quantity.js'
import { COUNTRIES } from './countries.js'
import { nearNames } from './near-names.js'
import { nodeOf } from './node-at.js'
import { readQuantity, type QuantityOptions } from './read-quantity.js'

/** An id found in a field, to be looked up when all of them are known. */
export type Mention = {
  readonly at: string
  readonly written: string
  readonly kinds: readonly string[]
  /** Where it begins in the text of the field; 0 where it is the whole of it. */
  readonly start?: number
}

/** A quantity that was read, with what the schema says of its place. */
export type Measured = { readonly quantity: Quantity; readonly node: SchemaNode }

/** What the reader needs and what it collects on its way. */
export type Reading = {
  readonly bad: ReadonlySet<string>
  readonly units: QuantityOptions
  readonly diagnostics: Diagnostic[]
  readonly mentions: Mention[]
  readonly quantities: Measured[]
  /** Quantities that the site says it does not have. */
  readonly notApplicable: Set<string>
  /** Where each row of a list stands: rows that were left out shift the others. */
  readonly rows: Map<unknown, string>
}

/** Reads one place by what the schema says of it. `undefined`: absent, or left out with its diagnostic. */
export function readNode(reading: Reading, schema: SchemaNode, raw: Raw, at: string, unit?: string): unknown {
  if (reading.bad.has(at)) return undefined
  const node = nodeOf(schema, raw, siteSchema)
  const kind = node['x-kind']
  if (kind === 'quantity') return quantity(reading, node, raw, at, unit)
  if (kind === 'name') return typeof raw === 'string' ? raw : { ...(raw as RawMap) }
  if (kind === 'period') return hasBadField(reading, raw, at) ? undefined : period(raw)
  if (kind === 'machine') return machine(reading, node, raw as RawMap, at)
  if (kind === 'facts') return collectFacts(reading, node, raw as RawMap, at)
  if (kind === 'map') return map(reading, node, raw as RawMap, at, unit)
  if (isRawList(raw)) return list(reading, node, raw, at)
  if (isRawMap(raw)) return object(reading, node, raw, at)
  return scalar(reading, node, raw, at)
}

function quantity(
  reading: Reading,
  node: SchemaNode,
  raw: Raw,
  at: string,
  unit?: string,
): Quantity | undefined {
  if (typeof raw === 'string' && /^n\/a$/i.test(raw.trim())) {
    reading.notApplicable.add(at)
    return undefined
  }
  if (hasBadField(reading, raw, at)) return undefined
  const read = readQuantity(raw, node, at, reading.units, unit)
  if ('problem' in read) {
    reading.diagnostics.push(read.problem)
    return undefined
  }
  const { of, layer } = read.quantity
  if (of !== undefined)
    reading.mentions.push({
      at,
      written: of,
      // A transfer coefficient may also be a share of all that enters a step.
      kinds: ['flow', 'good', 'stock', ...(layer === undefined ? [] : ['step'])],
      start: read.quantity.written.lastIndexOf(of),
    })
  if (layer !== undefined) reading.mentions.push({ at: `${at}/layer`, written: layer, kinds: ['layer'] })
  reading.quantities.push({ quantity: read.quantity, node })
  return read.quantity
}

function hasBadField(reading: Reading, raw: Raw, at: string): boolean {
  if (!isRawMap(raw)) return false
  return ['value', 'first', 'last', ...Object.keys(raw)].some((key) => reading.bad.has(at + pointerOf(key)))
}

function map(reading: Reading, node: SchemaNode, raw: RawMap, at: string, unit?: string): unknown {
  const result = emptyMap()
  for (const key of Object.keys(raw)) {
    const here = at + pointerOf(key)
    const kinds = node['x-key-ref']
    if (kinds !== undefined && !reading.bad.has(here))
      reading.mentions.push({ at: here, written: key, kinds })
    const value = readNode(reading, node.additionalProperties || {}, raw[key] as Raw, here, unit)
    if (value !== undefined) result[key] = value
  }
  return result
}

function list(reading: Reading, node: SchemaNode, raw: readonly Raw[], at: string): unknown {
  return raw.flatMap((item, i) => {
    const here = `${at}/${i}`
    const value = readNode(reading, node.items ?? {}, item, here)
    if (typeof value === 'object') reading.rows.set(value, here)
    return value === undefined ? [] : [value]
  })
}

/** An object whose required fields are all there; else it is left out, for they were reported. */
function object(reading: Reading, node: SchemaNode, raw: RawMap, at: string): unknown {
  const result = emptyMap()
  for (const key of Object.keys(raw)) {
    const child =
      node.properties !== undefined && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined
    if (child === undefined) continue
    const sibling = child['x-unit-from'] === undefined ? undefined : raw[child['x-unit-from']]
    const unit = typeof sibling === 'string' ? sibling : undefined
    const value = readNode(reading, child, raw[key] as Raw, at + pointerOf(key), unit)
    if (value !== undefined) result[key] = value
  }
  return (node.required ?? []).every((key) => key in result || key === 'recp') ? result : undefined
}

/** Fields of the dictionary go to `facts` by their name there, all others stay. */
function machine(reading: Reading, node: SchemaNode, raw: RawMap, at: string): unknown {
  const common = Object.entries(node.properties ?? {}).filter(
    ([, child]) => child.$ref?.includes('/machine/') === true,
  )
  const fields = Object.fromEntries([...common, ['system', node.properties?.['system'] ?? {}]])
  const own = object(reading, { ...node, properties: fields }, raw, at)
  if (own === undefined) return undefined
  const rest = Object.entries(node.properties ?? {}).filter(([key]) => !Object.hasOwn(fields, key))
  const facts = collectFacts(reading, { properties: Object.fromEntries(rest) }, raw, at)
  return Object.assign(own as Record<string, unknown>, { facts })
}

function collectFacts(reading: Reading, node: SchemaNode, raw: RawMap, at: string): Record<string, Fact> {
  const facts = emptyMap() as Record<string, Fact>
  const walk = (here: SchemaNode, fields: RawMap, pointer: string): void => {
    for (const key of Object.keys(fields)) {
      const child =
        here.properties !== undefined && Object.hasOwn(here.properties, key)
          ? here.properties[key]
          : undefined
      const value = fields[key] as Raw
      if (child === undefined) continue
      const variable = child['x-variable']
      if (variable === undefined && isRawMap(value)) walk(child, value, pointer + pointerOf(key))
      if (variable === undefined) continue
      const fact = readNode(reading, child, value, pointer + pointerOf(key))
      if (fact !== undefined) facts[variable] = fact as Fact
    }
  }
  walk(node, raw, at)
  return facts
}

function emptyMap(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

function scalar(reading: Reading, node: SchemaNode, raw: string, at: string): unknown {
  const refs = node['x-ref']
  switch (node['x-kind']) {
    case 'yes-no':
      return isYes(raw)
    case 'answer':
      return /^n\/a$/i.test(raw) ? 'n/a' : isYes(raw) ? 'yes' : 'no'
    case 'whole-number':
      return Number(raw.replaceAll(/\s/g, ''))
    case 'year':
      return Number(raw)
    case 'sum':
      return sum(reading, raw, at, refs ?? [])
    case 'country':
      return COUNTRIES.has(raw) ? raw : unknownCode(reading, raw, at, 'country', COUNTRIES)
    case 'currency':
      return isCurrency(raw)
        ? raw
        : unknownCode(
            reading,
            raw,
            at,
            'currency',
            CURRENCIES.map(({ code }) => code),
          )
    default:
      if (refs !== undefined) reading.mentions.push({ at, written: raw, kinds: refs })
      return raw
  }
}

function isYes(raw: string): boolean {
  return /^(yes|có|true)$/i.test(raw.normalize('NFC'))
}

function sum(reading: Reading, raw: string, at: string, kinds: readonly string[]): readonly Term[] {
  const terms: Term[] = []
  let sign: 1 | -1 = 1
  for (const { 0: word, index } of raw.matchAll(/\S+/g)) {
    const name = word.replace(/^[+-]/, '')
    if (/^[+-]/.test(word)) sign = word.startsWith('-') ? -1 : 1
    if (name === '') continue
    reading.mentions.push({ at, written: name, kinds, start: index + word.length - name.length })
    terms.push({ of: name, coefficient: sign })
    sign = 1
  }
  return terms
}

function unknownCode(
  reading: Reading,
  written: string,
  at: string,
  what: 'country' | 'currency',
  legal: Iterable<string>,
): undefined {
  reading.diagnostics.push(
    diagnose('S109', at, { thing: at, written, what, near: nearNames(written, legal) }),
  )
  return undefined
}

/** A year or a month becomes its first and last day. */
function period(raw: Raw): PeriodSpan {
  if (isRawMap(raw)) return raw as unknown as PeriodSpan
  const [year = '', month] = typeof raw === 'string' ? raw.split('-') : []
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` }
}
