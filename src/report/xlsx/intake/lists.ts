import type { Column } from '../../../intake/columns.js'
import { FIRST_ROW, LISTS_SHEET } from '../../../intake/places.js'
import type { Lang } from '../../../model/text.js'
import { cellAddress, columnLetters, fixedAddress, reference } from '../address.js'
import type { Allowed, Cell, Row, Sheet } from '../book.js'
import { choiceShown } from './entry-cell.js'
import type { IntakeRequest } from './request.js'

/** Id of the hidden sheet that holds the lists. */
export const LISTS = 'lists'

/** Rows of a sheet whose ids a list offers, in a form to fill in; a choice that keeps the file small. */
const OFFERED_ROWS = 60
const OFFERED_MACHINES = 10
/** Further rows that a list looks at below those that are filled. */
const OFFERED_BELOW = 5

/** Everyday units, offered and never imposed; any unit that recp knows may be typed. */
const GOODS_UNITS = ['t', 'kg', 'm3', 'l', 'hl', 'kWh', 'MWh', 'GJ', 'pcs', 'm2', 'm', 'Nm3'] as const

/** The sections whose ids a reference may name. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  good: ['products', 'materials', 'water', 'energy', 'residues'],
  flow: ['flows'],
  stock: ['stocks'],
  meter: ['meters'],
  step: ['steps'],
  substance: ['substances'],
}

/** Ids that are there without being declared. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = { layer: ['mass', 'water', 'energy'] }

/** A sheet as a list sees it: its name, the column of its ids, and the ids it begins with, row by row. */
export type IdSource = {
  readonly sheet: string
  readonly section: string
  readonly idColumn: number
  readonly ids: readonly (string | null)[]
}

type Listed = { readonly sheet: Sheet; readonly allow: (column: Column) => Offer | undefined }

/** What a cell offers; `free` where other texts may be typed too. */
export type Offer = { readonly allow: Allowed; readonly free: boolean }

type Block = { readonly at: number; readonly rows: number; readonly count?: number }

/**
 * The hidden sheet of lists, and what each column offers from it. Lists of ids follow what is typed on the other
 * sheets: a column gathers the ids, one counts them, one closes the gaps.
 */
export function listSheet(
  sources: readonly IdSource[],
  columns: readonly Column[],
  given: ReadonlyMap<string, readonly string[]>,
  { lang, currency, form }: Pick<IntakeRequest, 'lang' | 'currency' | 'form'>,
): Listed {
  const cells: (Cell | null)[][] = []
  const blocks = new Map<string, Block>()
  let next = 1
  const putFixed = (key: string, words: readonly string[]): Block => {
    const block = blocks.get(key) ?? { at: next, rows: words.length }
    if (blocks.has(key)) return block
    blocks.set(key, block)
    words.forEach((text, i) => put(cells, i + 1, next, { text }))
    next += 1
    return block
  }
  const putIds = (key: string, gathered: readonly Gathered[]): Block => {
    const block = blocks.get(key) ?? { at: next + 2, rows: gathered.length, count: next + 1 }
    if (blocks.has(key)) return block
    blocks.set(key, block)
    gather(cells, next, gathered)
    next += 3
    return block
  }
  function offerFor(column: Column): Offer | undefined {
    const { node } = column.field
    const refs = node['x-ref']
    const units = unitWords(column, currency)
    if (units !== undefined) return { allow: area(putFixed(`units ${units.join(' ')}`, units)), free: true }
    if (node['x-kind'] === 'yes-no' || node['x-kind'] === 'answer')
      return { allow: { list: yesNo(lang, node['x-kind'] === 'answer') }, free: true }
    if (node['x-kind'] === 'choice' && node.enum !== undefined) {
      const words = node.enum.map((word) => choiceShown(String(word), column, lang))
      return { allow: area(putFixed(`words ${words.join(',')}`, words)), free: true }
    }
    const fixed = (refs ?? []).flatMap((ref) => given.get(ref) ?? [])
    if (fixed.length > 0) return { allow: area(putFixed(`ids ${String(refs)}`, fixed)), free: true }
    const gathered = (refs ?? []).flatMap((ref) => gatheredFrom(ref, sources, form))
    if (gathered.length === 0) return undefined
    return { allow: area(putIds(`refs ${String(refs)}`, gathered)), free: true }
  }
  const offers = new Map(columns.map((column) => [column, offerFor(column)]))
  const rows: readonly Row[] = cells.map((row) => ({ cells: row }))
  const sheet: Sheet = { id: LISTS, name: LISTS_SHEET, hidden: 'very', columns: [], rows }
  return { sheet, allow: (column) => offers.get(column) }
}

function put(cells: (Cell | null)[][], row: number, column: number, cell: Cell): void {
  while (cells.length < row) cells.push([])
  const line = cells[row - 1] as (Cell | null)[]
  while (line.length < column) line.push(null)
  line[column - 1] = cell
}

/** A list of words, or the part of a gathered list that is filled. */
function area({ at, rows, count }: Block): Allowed {
  if (count === undefined)
    return { listFrom: { sheet: LISTS, area: `${cellAddress(1, at)}:${cellAddress(rows, at)}` } }
  const counted = `${fixedAddress(1, count)}:${fixedAddress(rows, count)}`
  const size = `MAX(1,MAX(${reference(LISTS_SHEET, counted)}))`
  return { listFormula: `OFFSET(${reference(LISTS_SHEET, fixedAddress(1, at))},0,0,${size},1)` }
}

/** An id that stands in a cell of another sheet, or one that is always there. */
type Gathered =
  { readonly cell: string; readonly mark: string; readonly id: string } | { readonly id: string }

function gatheredFrom(ref: string, sources: readonly IdSource[], form: boolean): readonly Gathered[] {
  const sections = ref === 'equipment' ? ['equipment'] : (SOURCES[ref === 'layer' ? 'substance' : ref] ?? [])
  const cells = sources
    .filter(({ section }) => sections.includes(section))
    .flatMap(({ sheet, section, idColumn, ids }) =>
      Array.from({ length: offered(section, ids.length, form) }, (_, i) => ({
        cell: reference(sheet, `$${columnLetters(idColumn)}${FIRST_ROW + i}`),
        mark: reference(sheet, `$A${FIRST_ROW + i}`),
        id: ids[i] ?? '',
      })),
    )
  return [...(ALWAYS[ref] ?? []).map((id) => ({ id })), ...cells]
}

/** Rows that a list looks at: those that are filled and some below them. */
function offered(section: string, filled: number, form: boolean): number {
  const room = section === 'equipment' ? OFFERED_MACHINES : OFFERED_ROWS
  return Math.max(form ? room : 0, filled + OFFERED_BELOW)
}

function gather(cells: (Cell | null)[][], at: number, gathered: readonly Gathered[]): void {
  const [ids, counts] = [columnLetters(at), columnLetters(at + 1)]
  const filled = gathered.map(({ id }) => id).filter((id) => id !== '')
  const last = gathered.length
  let count = 0
  gathered.forEach((one, i) => {
    const row = i + 1
    count += one.id === '' ? 0 : 1
    const before = i === 0 ? '0' : `${counts}${i}`
    const closed = `IF(ROW()>MAX($${counts}$1:$${counts}$${last}),"",INDEX($${ids}$1:$${ids}$${last},MATCH(ROW(),$${counts}$1:$${counts}$${last},0)))`
    const text =
      'cell' in one
        ? // A row with a word in its first column is an example, one with a number is none.
          { formula: `IF(ISTEXT(${one.mark}),"",IF(${one.cell}="","",${one.cell}))`, result: one.id }
        : { text: one.id }
    put(cells, row, at, text)
    put(cells, row, at + 1, { formula: `IF(${ids}${row}="",${before},${before}+1)`, result: count })
    put(cells, row, at + 2, { formula: closed, result: filled[i] ?? '' })
  })
}

/** The words for yes and no that a workbook offers, in its language. */
export function yesNo(lang: Lang, answer: boolean): readonly string[] {
  const words = lang === 'vi' ? ['có', 'không'] : ['yes', 'no']
  return answer ? [...words, 'n/a'] : words
}

/** Units for a column of units, by what the quantity beside it measures; a field of its own called unit is of goods. */
function unitWords(
  { field, keys, measures = 'goods' }: Column,
  currency: string,
): readonly string[] | undefined {
  if (keys.at(-1) !== 'unit' || (field.part === undefined && keys.length > 1)) return undefined
  if (measures.startsWith('goods')) return GOODS_UNITS
  if (measures.startsWith('money/goods')) return GOODS_UNITS.map((unit) => `${currency}/${unit}`)
  return measures.startsWith('money') ? [currency] : undefined
}
