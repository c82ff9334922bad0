import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { nearest } from '../model/near-names.js'
import type { Text } from '../model/text.js'

/** A map of a template while it is read: its fields, where it stands, and the list that collects what is wrong. */
export type Fields = {
  readonly file: string
  /** Path of the map in its file, empty at the top. */
  readonly at: string
  readonly value: Readonly<Record<string, unknown>>
  readonly problems: Diagnostic[]
}

const LONGEST = 4_000

/** Whether something read from YAML or JSON is a map. */
export function isMapValue(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The map `value`, or an empty one with a diagnostic. */
export function fieldsOf(file: string, at: string, value: unknown, problems: Diagnostic[]): Fields {
  if (isMapValue(value)) return { file, at, value, problems }
  problems.push(diagnose('C104', '', { file, field: at, written: shown(value), expected: 'key: value' }))
  return { file, at, value: {}, problems }
}

function get(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields.value, name) ? fields.value[name] : undefined
}

function path(fields: Fields, name: string): string {
  return fields.at === '' ? name : `${fields.at}.${name}`
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function wrong(fields: Fields, name: string, expected: string): void {
  const written = shown(get(fields, name))
  fields.problems.push(
    diagnose('C104', '', { file: fields.file, field: path(fields, name), written, expected }),
  )
}

function missing(fields: Fields, name: string): void {
  fields.problems.push(diagnose('C103', '', { file: fields.file, field: path(fields, name) }))
}

/** Whether the field is there at all. */
export function has(fields: Fields, name: string): boolean {
  return get(fields, name) !== undefined
}

/** A text, number or truth value as text; `undefined` where there is none. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = get(fields, name)
  if (value === undefined) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST)
    return value.trim().normalize('NFC')
  wrong(fields, name, 'text')
  return undefined
}

/** A text that must be there; an empty one after a diagnostic where it is not. */
export function text(fields: Fields, name: string): string {
  if (!has(fields, name)) missing(fields, name)
  return optionalText(fields, name) ?? ''
}

/** A text in every language, `{ en:, vi: }`. */
export function optionalWords(fields: Fields, name: string): Text | undefined {
  const value = get(fields, name)
  if (value === undefined) return undefined
  const inner = fieldsOf(fields.file, path(fields, name), value, fields.problems)
  return { en: text(inner, 'en'), vi: text(inner, 'vi') }
}

/** A text in every language that must be there. */
export function words(fields: Fields, name: string): Text {
  if (!has(fields, name)) missing(fields, name)
  return optionalWords(fields, name) ?? { en: '', vi: '' }
}

/** One of a few words. */
export function oneOf<T extends string>(
  fields: Fields,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const value = text(fields, name)
  if (allowed.includes(value as T)) return value as T
  if (value !== '') wrong(fields, name, allowed.join(' | '))
  return otherwise
}

/** A number without unit; `undefined` where there is none. */
export function optionalNumber(fields: Fields, name: string): number | undefined {
  const value = optionalText(fields, name)
  if (value === undefined) return undefined
  const number = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(value) ? Number(value) : NaN
  if (Number.isFinite(number)) return number
  wrong(fields, name, '1.5')
  return undefined
}

/** Yes or no; `undefined` where nothing is said. */
export function optionalTruth(fields: Fields, name: string): boolean | undefined {
  const value = optionalText(fields, name)
  if (value === undefined) return undefined
  if (value === 'true' || value === 'yes') return true
  if (value === 'false' || value === 'no') return false
  wrong(fields, name, 'true | false')
  return undefined
}

/** A list of texts; empty where there is none. */
export function textList(fields: Fields, name: string): readonly string[] {
  return items(fields, name).flatMap((value, index) => {
    if (typeof value === 'string' && value.trim() !== '') return [value.trim().normalize('NFC')]
    if (typeof value === 'number') return [String(value)]
    wrong(fields, name, `text (${index + 1})`)
    return []
  })
}

function items(fields: Fields, name: string): readonly unknown[] {
  const value = get(fields, name)
  if (value === undefined) return []
  if (Array.isArray(value)) return value as readonly unknown[]
  wrong(fields, name, '[ … ]')
  return []
}

/** The maps of a list; empty where there is none. */
export function mapList(fields: Fields, name: string): readonly Fields[] {
  return items(fields, name).map((value, index) =>
    fieldsOf(fields.file, `${path(fields, name)}[${index + 1}]`, value, fields.problems),
  )
}

/** The maps of a map, by their names. */
export function mapOfMaps(fields: Fields, name: string): readonly (readonly [string, Fields])[] {
  const value = get(fields, name)
  if (value === undefined) return []
  const inner = fieldsOf(fields.file, path(fields, name), value, fields.problems)
  return Object.keys(inner.value).map((key) => [
    key,
    fieldsOf(fields.file, `${inner.at}.${key}`, inner.value[key], fields.problems),
  ])
}

/** The texts of a map, by their names. */
export function mapOfTexts(fields: Fields, name: string): readonly (readonly [string, string])[] {
  const value = get(fields, name)
  if (value === undefined) return []
  const inner = fieldsOf(fields.file, path(fields, name), value, fields.problems)
  return Object.keys(inner.value).map((key) => [key, text(inner, key)])
}

/** Texts or lists of texts of a map, by their names. */
export function mapOfTextLists(
  fields: Fields,
  name: string,
): readonly (readonly [string, readonly string[]])[] {
  const value = get(fields, name)
  if (value === undefined) return []
  const inner = fieldsOf(fields.file, path(fields, name), value, fields.problems)
  return Object.keys(inner.value).map((key) => [
    key,
    Array.isArray(get(inner, key)) ? textList(inner, key) : [text(inner, key)],
  ])
}

/** A field that holds one map. */
export function optionalMap(fields: Fields, name: string): Fields | undefined {
  const value = get(fields, name)
  return value === undefined ? undefined : fieldsOf(fields.file, path(fields, name), value, fields.problems)
}

/** Reports what nobody reads; a word close to a known one is offered. */
export function noOthers(fields: Fields, known: readonly string[]): void {
  for (const name of Object.keys(fields.value)) {
    if (known.includes(name)) continue
    const near = nearest(name, known)[0] ?? ''
    fields.problems.push(diagnose('C105', '', { file: fields.file, field: path(fields, name), near }))
  }
}

/** A map without a prototype, for names that somebody else wrote. */
export function recordOf<T>(pairs: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record = Object.create(null) as Record<string, T>
  for (const [key, value] of pairs) record[key] = value
  return record
}
