import { columnAt, FIELD } from '../../../intake/columns.js'
import type { Row } from '../../../intake/flatten.js'
import { joinPath, splitPath } from '../../../intake/path.js'
import { fieldAt, GENERAL } from '../../../intake/sheets.js'
import type { IntakeSheet } from '../../../intake/sheets.js'
import type { Text } from '../../../model/text.js'
import type { FieldLine } from './field-sheet.js'
import type { IntakeRequest } from './request.js'

const NONE: Row = new Map()

/** Groups of General, in the order in which they are filled in. */
const GROUPS: readonly { readonly heading: Text; readonly sections: readonly string[] }[] = [
  { heading: { en: 'Enterprise', vi: 'Doanh nghiệp' }, sections: ['site'] },
  {
    heading: { en: 'Period and boundary', vi: 'Kỳ và ranh giới' },
    sections: ['period', 'boundary', 'per', 'language', 'baseline'],
  },
  { heading: { en: 'Audit', vi: 'Cuộc đánh giá' }, sections: ['audit'] },
  { heading: { en: 'Economics', vi: 'Kinh tế' }, sections: ['economics'] },
  { heading: { en: 'Uncertainty', vi: 'Độ không đảm bảo' }, sections: ['uncertainty'] },
  { heading: { en: 'Own units', vi: 'Đơn vị riêng' }, sections: ['units'] },
]

/** The fields of General: all that the schema has, and those of the site that it has beside them. */
export function generalLines(sheet: IntakeSheet, { rows, form }: IntakeRequest): readonly FieldLine[] {
  const given = byField(rows.get(GENERAL) ?? [])
  return GROUPS.flatMap(({ heading, sections }) => {
    const all = sections.flatMap((section) => leaves(sheet, [section]))
    const own = [...given.keys()].filter((field) => sections.includes(splitPath(field)[0] ?? ''))
    // A name in two languages or a period with two days stands in place of the field as a whole.
    const replaced = new Set(own.map((field) => field.split('.').slice(0, -1).join('.')))
    const shown = form ? all.filter((field) => !replaced.has(field)) : all.filter((field) => given.has(field))
    const fields = [...shown, ...own.filter((field) => !shown.includes(field))]
    const lines = fields.map((field) => ({ field, cells: given.get(field) ?? NONE }))
    return lines.length === 0 ? [] : [{ heading }, ...lines]
  })
}

/** Facts of the site, then those to be asked for, each with the unit of the dictionary. */
export function factLines(sheet: IntakeSheet, { rows, facts }: IntakeRequest): readonly FieldLine[] {
  const given = byField(rows.get(sheet.id) ?? [])
  const asked = facts.map((fact) => joinPath(fact)).filter((field) => !given.has(field))
  return [...given.keys(), ...asked].map((field) => {
    const unit = columnAt(sheet, field)?.field.node['x-unit']
    const cells = given.get(field) ?? NONE
    const offered = cells.size > 0 || unit === undefined || unit === '1' ? {} : { unit }
    return { field, cells, ...offered }
  })
}

function byField(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.get(FIELD) ?? '', row]))
}

/** Paths of the fields below some keys that hold a value of their own. */
function leaves(sheet: IntakeSheet, keys: readonly string[]): readonly string[] {
  const node = fieldAt(sheet, keys)?.node
  if (node === undefined || node['x-kind'] === 'map') return []
  if (node['x-kind'] !== undefined || node.properties === undefined) return [joinPath(...keys)]
  return Object.keys(node.properties).flatMap((key) => leaves(sheet, [...keys, key]))
}
