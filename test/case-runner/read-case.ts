import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRawList, isRawMap, type Raw, type RawMap } from '../../src/model/raw.js'
import { parseFile } from '../../src/templates/read-pack.js'

/** One number that the source of a case prints, or that follows from what it prints. */
export type ExpectedNumber = {
  readonly what: string
  /** Method, entry, measure or indicator that gives it; without it the number is shown and not judged. */
  readonly of?: string
  readonly output?: string
  readonly value: number
  readonly unit: string
  /** Relative. */
  readonly tolerance: number
}

/** A published factory: what is known of it, and what an audit of it must say. */
export type Case = {
  readonly id: string
  readonly sector?: string
  readonly country?: string
  readonly currency?: string
  /** The year that its figures are of, in any words. */
  readonly period?: string
  readonly source: string
  /** By the names of the dictionary. */
  readonly inputs: RawMap
  readonly answersYes: readonly string[]
  /** More of a site file, where the source gives more than variables: energy, prices, measures. */
  readonly site: RawMap
  readonly mustFind: readonly string[]
  readonly shouldFind: readonly string[]
  readonly mustNot: readonly string[]
  readonly numbers: readonly ExpectedNumber[]
  readonly messages: readonly string[]
  /** What of the file could not be read. */
  readonly problems: readonly string[]
}

/** Where a number states no tolerance: three figures, as most sources print. */
const TOLERANCE = 0.005

const FIELDS = [
  'id',
  'status',
  'sector',
  'country',
  'currency',
  'source',
  'title',
  'period',
  'note',
  'company',
]
const PARTS = ['inputs', 'answers_yes', 'published', 'derived', 'expect', 'site']

/** All cases of a folder, by the name of the file. */
export function readCases(folder: string): readonly Case[] {
  const files = readdirSync(folder).filter((file) => /\.(ya?ml|json)$/.test(file))
  return files.sort().map((file) => readCase(file, readFileSync(join(folder, file), 'utf8')))
}

/** One case from the text of its file; what cannot be read is a problem of the case and not an error. */
export function readCase(file: string, text: string): Case {
  const problems: string[] = []
  const value = parsed(file, text, problems)
  // A list of sentences says what a reader would expect; only a map can be judged.
  const sentences = isRawList(value['expect'])
  const expect = sentences ? { messages: value['expect'] ?? '' } : mapAt(value, 'expect', problems)
  for (const key of Object.keys(value)) {
    if (![...FIELDS, ...PARTS].includes(key)) problems.push(`unknown field "${key}"`)
  }
  const words = ['sector', 'country', 'currency', 'period'].flatMap((key) => {
    const word = textAt(value, key)
    return word === undefined ? [] : [[key, word] as const]
  })
  return {
    id: textAt(value, 'id') ?? file.replace(/\.\w+$/, ''),
    ...Object.fromEntries(words),
    source: textAt(value, 'source') ?? '',
    inputs: mapAt(value, 'inputs', problems),
    answersYes: textsAt(value, 'answers_yes', problems),
    site: mapAt(value, 'site', problems),
    mustFind: textsAt(expect, 'must_find', problems),
    shouldFind: textsAt(expect, 'should_find', problems),
    mustNot: textsAt(expect, 'must_not', problems),
    numbers: listAt(expect, 'numbers', problems).flatMap((raw) => numberFrom(raw, problems)),
    messages: textsAt(expect, 'messages', problems),
    problems,
  }
}

function parsed(file: string, text: string, problems: string[]): RawMap {
  try {
    const value = parseFile(file, text) as Raw
    if (isRawMap(value)) return value
    problems.push('the file is no map')
  } catch (error) {
    problems.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
  return {}
}

function numberFrom(raw: Raw, problems: string[]): readonly ExpectedNumber[] {
  if (!isRawMap(raw)) {
    problems.push('expect.numbers: every row is a map with what, value, unit, tol')
    return []
  }
  const [of, output] = [textAt(raw, 'of'), textAt(raw, 'output')]
  const what = textAt(raw, 'what') ?? [of, output].filter((part) => part !== undefined).join(' ')
  const [, number = '', unit = ''] = /^(\S+)\s*(.*)$/.exec(textAt(raw, 'value') ?? '') ?? []
  const [value, tolerance] = [Number(number || Number.NaN), Number(textAt(raw, 'tol') ?? TOLERANCE)]
  if (Number.isNaN(value) || Number.isNaN(tolerance)) {
    problems.push(`"${what}": value and tol are numbers`)
    return []
  }
  const named = { ...(of === undefined ? {} : { of }), ...(output === undefined ? {} : { output }) }
  return [{ what, ...named, value, unit: textAt(raw, 'unit') ?? unit, tolerance }]
}

function textAt(map: RawMap, key: string): string | undefined {
  const value = map[key]
  return typeof value === 'string' && value !== '' && value !== 'null' && value !== '~' ? value : undefined
}

function listAt(map: RawMap, key: string, problems: string[]): readonly Raw[] {
  const value = map[key]
  if (value === undefined || value === '' || value === 'null') return []
  if (isRawList(value)) return value
  problems.push(`"${key}" is a list`)
  return []
}

function textsAt(map: RawMap, key: string, problems: string[]): readonly string[] {
  return listAt(map, key, problems).filter((item) => typeof item === 'string')
}

function mapAt(map: RawMap, key: string, problems: string[]): RawMap {
  const value = map[key]
  if (value === undefined || value === '' || value === 'null') return {}
  if (isRawMap(value)) return value
  problems.push(`"${key}" is a map`)
  return {}
}
