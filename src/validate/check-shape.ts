import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { pointerOf } from '../model/pointer.js'
import { isRawList, isRawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { siteSchema } from '../schema/site-schema.js'
import { validate } from '../schema/validate-site.js'
import type { ShapeError } from '../schema/validate-site.js'
import { betterDates } from './better-dates.js'
import { fuelsCalled, type FuelNames } from '../templates/fuel-names.js'
import { nearNames } from './near-names.js'
import { nodeAt, nodeOf } from './node-at.js'

export type Shape = {
  readonly diagnostics: readonly Diagnostic[]
  /** Places that must not be read: each has its diagnostic. */
  readonly bad: ReadonlySet<string>
}

type Report = { readonly at: string; readonly diagnostic: Diagnostic }

/** Compares the input with the schema and words every difference. */
export function checkShape(raw: RawMap, fuels: FuelNames = new Map()): Shape {
  validate(raw)
  const reports = new Map<string, Report>()
  for (const error of validate.errors ?? []) {
    const report = reportOf(error, raw, fuels)
    if (report !== undefined && !reports.has(report.at)) reports.set(report.at, report)
  }
  const all = [...reports.values()]
  return { diagnostics: all.map(({ diagnostic }) => diagnostic), bad: new Set(reports.keys()) }
}

function reportOf(error: ShapeError, raw: RawMap, fuels: FuelNames): Report | undefined {
  const at = error.instancePath
  const { params } = error
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(at, String(params['additionalProperty']), raw)
    case 'required':
      return missing(at, String(params['missingProperty']))
    case 'discriminator':
      return params['error'] === 'tag' ? undefined : badSystem(at, raw)
    case 'propertyNames':
      return badKey(at, String(params['propertyName']), raw)
    default:
      return badValue(at, raw, fuels)
  }
}

function unknownKey(at: string, key: string, raw: RawMap): Report {
  const { node } = nodeAt(at, raw, siteSchema)
  const legal = Object.keys(node.properties ?? {})
  const short = legal.length <= 12 ? legal.join('|') : ''
  const here = at + pointerOf(key)
  return {
    at: here,
    diagnostic: diagnose('S101', here, { thing: at, key, near: nearNames(key, legal), legal: short }),
  }
}

function missing(at: string, key: string): Report {
  return { at: `${at}${pointerOf(key)}`, diagnostic: diagnose('S102', at, { thing: at, key }) }
}

function badSystem(at: string, raw: RawMap): Report {
  const { node, raw: machine } = nodeAt(at, raw, siteSchema)
  const allowed = (node.oneOf ?? []).map(({ $ref }) => ($ref ?? '').replace(/^.*machine-/, ''))
  const written = isRawMap(machine) && typeof machine['system'] === 'string' ? machine['system'] : ''
  const here = `${at}/system`
  const args = { thing: here, written, allowed: allowed.join('|'), near: nearNames(written, allowed) }
  return { at: here, diagnostic: diagnose('S104', here, args) }
}

function badKey(at: string, key: string, raw: RawMap): Report {
  const { node } = nodeAt(at, raw, siteSchema)
  const names = nodeOf(node.propertyNames ?? {}, undefined, siteSchema)
  const here = at + pointerOf(key)
  const diagnostic =
    names['x-kind'] === 'id'
      ? diagnose('S105', here, { thing: at, written: key, better: plainId(key) })
      : diagnose('S108', here, { thing: at, written: key, ...valueKind(names) })
  return { at: here, diagnostic }
}

/** An id from any text: `Bể nhuộm 1` → `be-nhuom-1`. */
export function plainId(text: string): string {
  const ascii = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
  const id = ascii
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  const numbered = /^(\d[^-]*)-([a-z].*)$/.exec(id)
  if (numbered !== null) return `${numbered[2]}-${numbered[1]}`
  return /^\d/.test(id) ? `x-${id}` : id
}

function badValue(at: string, raw: RawMap, fuels: FuelNames): Report | undefined {
  const { node, raw: value } = nodeAt(at, raw, siteSchema)
  // A key of a map is judged at the map first; its own report follows.
  if (typeof value !== 'string')
    return isCollection(node, value) ? undefined : { at, diagnostic: wrongForm(at, node, value) }
  return { at, diagnostic: badText(at, node, value, fuels) }
}

function isCollection(node: SchemaNode, value: Raw | undefined): boolean {
  return isRawMap(value) && node.type === 'object'
}

function formOf(value: Raw | undefined): string {
  return isRawList(value) ? 'list' : isRawMap(value) ? 'map' : 'text'
}

function wrongForm(at: string, node: SchemaNode, value: Raw | undefined): Diagnostic {
  const types = [node.type ?? []].flat()
  const wants = [
    ...(types.includes('array') ? ['list'] : []),
    ...(types.includes('object') || node.oneOf !== undefined ? ['map'] : []),
    ...(types.includes('string') && node.items === undefined ? ['text'] : []),
  ]
  return diagnose('S103', at, { thing: at, has: formOf(value), wants: wants.join('|') })
}

function badText(at: string, node: SchemaNode, written: string, fuels: FuelNames): Diagnostic {
  const types = [node.type ?? []].flat()
  if (!types.includes('string')) return wrongForm(at, node, written)
  switch (node['x-kind']) {
    case 'version':
      return diagnose('S110', at, { written })
    case 'yes-no':
      return diagnose('S106', at, { thing: at, written, answers: 'yes|no' })
    case 'answer':
      return diagnose('S106', at, { thing: at, written, answers: 'yes|no|n/a' })
    case 'date':
      return diagnose('S107', at, { thing: at, written, better: betterDates(written) })
    case 'id':
      return diagnose('S105', at, { thing: at, written, better: betterId(node, written, fuels) })
    case 'sum':
      return diagnose('S111', at, { thing: at, written })
    case 'choice': {
      const allowed = (node.enum ?? []).map(String)
      return diagnose('S104', at, {
        thing: at,
        written,
        allowed: allowed.join('|'),
        near: nearNames(written, allowed),
      })
    }
    default:
      return diagnose('S108', at, { thing: at, written, ...valueKind(node) })
  }
}

/** The id to write instead: of a fuel in words those of the tables that it may mean, never an id that none has. */
function betterId(node: SchemaNode, written: string, fuels: FuelNames): string {
  const ofFuel = node['x-ref']?.includes('fuel') === true && fuels.size > 0
  return ofFuel ? fuelsCalled(fuels, written).join('|') : plainId(written)
}

/** What a text should be, with an example. */
function valueKind(node: SchemaNode): { what: string; example: string } {
  const month = node.pattern?.includes('{4}-(0') === true
  const what = node['x-kind'] ?? (month ? 'month' : 'name')
  return { what, example: EXAMPLES[what] ?? 'oven-dry-1' }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  'whole-number': '109',
  year: '2024',
  country: 'VN',
  currency: 'VND',
  period: '2024',
  month: '2024-05',
  text: 'B402',
}
