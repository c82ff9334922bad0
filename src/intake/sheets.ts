import type { Text } from '../model/text.js'
import { childNode, resolveNode } from '../schema/schema-node.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { wordedSchema } from '../schema/worded-schema.js'
import { SHEET_ORDER, TAB_NAMES } from './layout.js'

/**
 * How the things of a section lie on their sheet: `map`, a thing a row with its id; `list`, a row each;
 * `fields`, a field a row (General); `facts`, a fact a row.
 */
export type Form = 'map' | 'list' | 'fields' | 'facts'

/** A sheet of the intake workbook. All there can be follow from the schema of the site file. */
export type IntakeSheet = {
  /** `flows`, `equipment.boiler`, `general`; it stands in the hidden row, so that a sheet may be renamed. */
  readonly id: string
  readonly form: Form
  readonly section: string
  /** Kind of the machines on the sheet. */
  readonly system?: string
  readonly name: Text
  readonly about: Text
  /** The schema of one row; of the whole site for `fields`. */
  readonly entry: SchemaNode
}

/** The id of the sheet with everything that is no list. */
export const GENERAL = 'general'

/** The id of the sheet with the answers to the questions of the checklists. */
export const ANSWERS = 'answers'

let known: ReadonlyMap<string, IntakeSheet> | undefined

/** Every sheet there can be, by id and in order. */
export function intakeSheets(): ReadonlyMap<string, IntakeSheet> {
  known ??= new Map(SHEET_ORDER.flatMap(sheetsOf).map((sheet) => [sheet.id, sheet]))
  return known
}

function sheetsOf(section: string): readonly IntakeSheet[] {
  if (section === GENERAL) return [general()]
  const field = wordedSchema.properties?.[section]
  if (field === undefined) throw new Error(`the schema has no section ${section}`)
  const node = resolveNode(field, wordedSchema)
  const common = { section, name: labelOf(node, section), about: aboutOf(node) }
  if (section === 'equipment') return systems(node.additionalProperties || {}).map(machines)
  if (node['x-kind'] === 'facts') return [{ ...common, id: section, form: 'facts', entry: node }]
  const list = node.items !== undefined
  const entry = resolveNode((list ? node.items : node.additionalProperties) || {}, wordedSchema)
  return [{ ...common, id: section, form: list ? 'list' : 'map', entry }]
}

function general(): IntakeSheet {
  return {
    id: GENERAL,
    form: 'fields',
    section: '',
    name: { en: 'General', vi: 'Thông tin chung' },
    about: {
      en: 'Who is audited, for which period, and what applies to the whole site',
      vi: 'Ai được đánh giá, cho kỳ nào, và những gì áp dụng cho cả cơ sở',
    },
    entry: wordedSchema,
  }
}

/** Kinds of machines, as the schema orders them. */
function systems(machine: SchemaNode): readonly string[] {
  return (resolveNode(machine, wordedSchema).oneOf ?? []).map(({ $ref }) =>
    ($ref ?? '').replace(/^.*machine-/, ''),
  )
}

function machines(system: string): IntakeSheet {
  const entry = resolveNode({ $ref: `#/$defs/machine-${system}` }, wordedSchema)
  const id = `equipment.${system}`
  const name = TAB_NAMES[id] ?? { en: entry.title ?? system, vi: entry['x-title-vi'] ?? system }
  return {
    id,
    form: 'map',
    section: 'equipment',
    system,
    name,
    about: {
      en: `${name.en}: one row a machine; a number in a column with a unit has that unit`,
      vi: `${name.vi}: mỗi máy một hàng; số trong cột có đơn vị thì mang đơn vị đó`,
    },
    entry,
  }
}

/** A field of the schema as a column sees it; `part` where the column holds only a part of a quantity. */
export type Field = { readonly node: SchemaNode; readonly part?: string }

/** What a path leads to below the node of a row; `undefined` where the schema has no such field. */
export function fieldAt(sheet: IntakeSheet, keys: readonly string[]): Field | undefined {
  let node = sheet.entry
  for (const [i, key] of keys.entries()) {
    if (node['x-kind'] === 'quantity' && i === keys.length - 1) {
      const part = node.properties?.[key]
      return part === undefined ? undefined : { node: resolveNode(part, wordedSchema), part: key }
    }
    const child = node.items !== undefined && /^\d+$/.test(key) ? node.items : childNode(node, key)
    if (child === undefined) return undefined
    node = resolveNode(child, wordedSchema)
  }
  return { node }
}

/** A word or two for a node: its label, else what describes it. */
export function labelOf(node: SchemaNode, key: string): Text {
  const en = node['x-label'] ?? node.description ?? key
  return { en: capital(en), vi: capital(node['x-label-vi'] ?? node['x-description-vi'] ?? en) }
}

export function aboutOf(node: SchemaNode): Text {
  const en = node.description ?? ''
  return { en: capital(en), vi: capital(node['x-description-vi'] ?? en) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
