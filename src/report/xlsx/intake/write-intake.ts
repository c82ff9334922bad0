import { columnAt, columnsOf, ID, MARK, SERIES } from '../../../intake/columns.js'
import type { Column } from '../../../intake/columns.js'
import { rowText } from '../../../intake/flatten.js'
import { HIDDEN_WHEN_EMPTY, USUAL_SYSTEMS } from '../../../intake/layout.js'
import { INTAKE_VERSION, MARKER_SHEET } from '../../../intake/places.js'
import { ANSWERS, GENERAL, intakeSheets } from '../../../intake/sheets.js'
import type { IntakeSheet } from '../../../intake/sheets.js'
import type { Sheet } from '../book.js'
import { fieldSheet } from './field-sheet.js'
import { factLines, generalLines } from './field-lines.js'
import { listSheet } from './lists.js'
import type { IdSource, Offer } from './lists.js'
import type { IntakeRequest } from './request.js'
import { startSheet } from './start-sheet.js'
import { thingSheet } from './thing-sheet.js'
import type { SheetColumn, ThingSheet } from './thing-sheet.js'
import { WORDS } from './words.js'
import { writeBook } from '../write-book.js'

/** Rows to fill in below those that are there. */
const BLANKS = { main: 30, other: 12, after: 3 } as const

type Offers = (column: Column) => Offer | undefined

/** The intake workbook, as a form to fill in or with a site in it. The same request gives the same bytes. */
export async function writeIntake(request: IntakeRequest): Promise<Uint8Array> {
  const sheets = [...intakeSheets().values()].filter((sheet) => isWanted(sheet, request))
  const plans = sheets
    .filter(({ form }) => form === 'map' || form === 'list')
    .map((sheet) => thingPlan(sheet, request))
  const fields = sheets.filter(({ form }) => form === 'fields' || form === 'facts')
  const columns = [
    ...plans.flatMap((plan) => plan.columns.flatMap((one) => (one.kind === 'field' ? [one.column] : []))),
    ...fields.flatMap((sheet) => fieldColumns(sheet, request)),
  ]
  const lists = listSheet(plans.flatMap(idSource), columns, request.ids, request)
  const offers = byPath(lists.allow, columns)
  const built = sheets.map((sheet): Sheet => {
    const plan = plans.find((one) => one.sheet.id === sheet.id)
    return plan === undefined ? fieldsOf(sheet, request, offers) : thingSheet(plan, lists.allow)
  })
  const start = startSheet(request, built)
  return writeBook({
    title: request.title[request.lang],
    subject: WORDS.subtitle[request.lang],
    date: request.date,
    lang: request.lang,
    sheets: [start, ...built, lists.sheet, markerSheet(request, plans)],
  })
}

/** A form has the usual sheets; a site those that it fills, General, and the questions, for the walk to answer. */
function isWanted({ id, system }: IntakeSheet, { rows, form }: IntakeRequest): boolean {
  if (rows.has(id) || id === GENERAL || id === ANSWERS) return true
  return form && (system === undefined || (USUAL_SYSTEMS as readonly string[]).includes(system))
}

function thingPlan(sheet: IntakeSheet, request: IntakeRequest): ThingSheet {
  const { lang, form } = request
  const asked = sheet.id === ANSWERS && form ? request.questions : []
  const own = request.rows.get(sheet.id) ?? []
  const rows = asked.length === 0 ? own : asked.map(({ id }) => new Map([[ID, id]]))
  const examples = form ? (request.examples.get(sheet.id) ?? []) : []
  const extra = [...own, ...examples]
    .flatMap((row) => [...row.keys()])
    .filter((path) => path !== ID && path !== MARK)
  const columns = columnsOf(sheet, substancesOf(request), extra)
  const filled = new Set(extra)
  const shown: readonly SheetColumn[] = [
    { kind: 'shown', name: 'group', label: WORDS.group, width: 32 },
    { kind: 'shown', name: 'text', label: WORDS.question, width: 70 },
  ]
  const main = ['products', 'materials', 'water', 'energy', 'residues', 'steps', 'flows', 'readings', 'bills']
  return {
    sheet,
    lang,
    rows,
    examples,
    columns: [
      { kind: 'mark' },
      ...(sheet.form === 'map' ? [{ kind: 'id' as const }] : []),
      ...(asked.length > 0 ? shown : []),
      ...columns
        .filter(({ path }) => form || path !== SERIES || filled.has(path))
        .map((column) => ({
          kind: 'field' as const,
          column: filled.has(column.path) ? { ...column, more: false } : column,
        })),
    ],
    ...(asked.length > 0
      ? { beside: new Map(asked.map(({ id, group, text }) => [id, { group, text }])) }
      : {}),
    blanks: !form
      ? BLANKS.after
      : asked.length > 0
        ? 0
        : main.includes(sheet.id)
          ? BLANKS.main
          : BLANKS.other,
    hidden: own.length === 0 && HIDDEN_WHEN_EMPTY.has(sheet.id),
  }
}

function substancesOf({ rows }: IntakeRequest): readonly string[] {
  return (rows.get('substances') ?? []).flatMap((row) => row.get(ID) ?? [])
}

function idSource(plan: ThingSheet): readonly IdSource[] {
  const position = plan.columns.findIndex(({ kind }) => kind === 'id')
  if (position < 0) return []
  const ids = [...plan.examples.map(() => null), ...plan.rows.map((row) => row.get(ID) ?? null)]
  return [{ sheet: plan.sheet.name[plan.lang], section: plan.sheet.section, idColumn: position + 1, ids }]
}

/** Fields that may offer a list: those of the rows, and how a number is known. */
function fieldColumns(sheet: IntakeSheet, request: IntakeRequest): readonly Column[] {
  const lines = sheet.id === GENERAL ? generalLines(sheet, request) : factLines(sheet, request)
  return lines.flatMap((line) => {
    if (!('field' in line)) return []
    return [columnAt(sheet, line.field), columnAt(sheet, `${line.field}.basis`)].filter(
      (column) => column !== undefined,
    )
  })
}

/** Columns made anew find the offer of the first one with their path and kind. */
function byPath(allow: Offers, columns: readonly Column[]): Offers {
  const first = new Map(columns.toReversed().map((column) => [keyOf(column), column]))
  return (column) => {
    const known = first.get(keyOf(column))
    return known === undefined ? undefined : allow(known)
  }
}

const keyOf = ({ path, field }: Column): string => `${path}|${field.node['x-kind'] ?? ''}|${field.part ?? ''}`

function fieldsOf(sheet: IntakeSheet, request: IntakeRequest, offers: Offers): Sheet {
  const general = sheet.id === GENERAL
  const lines = general ? generalLines(sheet, request) : factLines(sheet, request)
  return fieldSheet(
    { sheet, lines, lang: request.lang, blanks: general ? 3 : request.form ? 12 : BLANKS.after },
    offers,
  )
}

/** What the reader must know and nobody needs to see: version, how decimals are written, what the examples were. */
function markerSheet({ lang, form }: IntakeRequest, plans: readonly ThingSheet[]): Sheet {
  const facts: readonly (readonly string[])[] = [
    ['format', INTAKE_VERSION],
    ['lang', lang],
    ...(form ? [] : [['decimal', 'point']]),
    ...plans.flatMap((plan) => plan.examples.map((row) => ['example', plan.sheet.id, rowText(row)] as const)),
  ]
  return {
    id: 'marker',
    name: MARKER_SHEET,
    hidden: 'very',
    columns: [],
    rows: facts.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
  }
}
