import { wording, type Lang, type Name } from '../../../model/text.js'
import type { LayoutColumn } from '../../../model/workbook-design.js'
import { EMPTY_COLUMN, type ColumnId, type ListId } from '../../../model/workbook-lists.js'
import { columnLetters } from '../address.js'
import type { Cell, CellRange, Format, TableSpec } from '../book.js'
import type { DraftCell, DraftRow } from '../layout.js'
import { safeLine } from '../safe-text.js'
import { WORDS } from '../texts.js'
import { moneyWidth } from './frame.js'
import { sumCell, type ListColumn, type ListHead } from './list-rows.js'
import { say, type Page } from './page.js'
import { text, uncertainty, unit } from './page-cells.js'

/** Letters of a column of a list by its id; `undefined` where the layout does without it. */
export type LettersOf<Id extends string> = (id: Id) => string | undefined

/** A column that a list makes itself. Its formulas find other columns by their ids. */
export type KnownColumn<T, Id extends string> = ListHead & {
  readonly cell: (item: T, index: number, lettersOf: LettersOf<Id>) => DraftCell | null
  /** Columns that it counts with: without one of them it says nothing and is left out. */
  readonly needs?: readonly Id[]
}

/** Every column that a list makes itself, by its id: several where it is one for each of something, none where it has nothing to say. */
export type KnownColumns<T, L extends ListId> = {
  readonly [Id in ColumnId<L>]:
    KnownColumn<T, ColumnId<L>> | readonly KnownColumn<T, ColumnId<L>>[] | undefined
}

/** Columns of a list as the layout chooses and orders them. */
export type LaidList<T, Id extends string> = {
  readonly columns: readonly ListColumn<T>[]
  /** Of the columns of the sheet; 0 where one is covered by a column that asks for no width. */
  readonly widths: readonly number[]
  /** Number of a column of the sheet, from 1. */
  readonly numberOf: (id: Id) => number | undefined
  readonly lettersOf: LettersOf<Id>
}

/** The columns of a list in the order, with the widths and the words of the layout. */
export function laidList<T extends object, L extends ListId>(
  page: Page,
  list: L,
  known: KnownColumns<T, L>,
): LaidList<T, ColumnId<L>> {
  type Id = ColumnId<L>
  const layout = page.design.columns.get(list) ?? []
  const own = new Map<string, readonly KnownColumn<T, Id>[]>(
    (Object.entries(known) as [Id, KnownColumns<T, L>[Id]][]).map(([id, made]) => [id, severalOf(made)]),
  )
  const there = new Set<string>(
    layout.flatMap(({ id, from }) => (from === undefined && (own.get(id)?.length ?? 0) > 0 ? id : [])),
  )
  const columns: ListColumn<T>[] = []
  const widths: number[] = []
  const numbers = new Map<string, number>()
  const numberOf = (id: Id): number | undefined => numbers.get(id)
  const lettersOf = (id: Id): string | undefined => {
    const number = numbers.get(id)
    return number === undefined ? undefined : columnLetters(number)
  }
  for (const column of layout) {
    const { id, from, head, span = 1 } = column
    const made: readonly KnownColumn<T, Id>[] =
      from === undefined
        ? (own.get(id) ?? (id === EMPTY_COLUMN ? [BLANK] : []))
        : [ofProperty<T>(page, column)]
    for (const one of made) {
      if (one.needs?.some((needed) => !there.has(needed))) continue
      if (from === undefined && !numbers.has(id)) numbers.set(id, widths.length + 1)
      columns.push({
        ...one,
        ...(head !== undefined && made.length === 1 && { head }),
        ...(span > 1 && { span }),
        cell: (item, index) => one.cell(item, index, lettersOf),
      })
      widths.push(...widthsOf(page, column))
    }
  }
  return { columns, widths, numberOf, lettersOf }
}

const BLANK = { head: { en: '', vi: '' }, cell: () => null }

function severalOf<T>(made: T | readonly T[] | undefined): readonly T[] {
  if (made === undefined) return []
  return Array.isArray(made) ? (made as readonly T[]) : [made as T]
}

/** What covers several columns of the sheet asks for a width of its own only where it says so. */
function widthsOf(page: Page, { width, overMoney, span = 1 }: LayoutColumn): readonly number[] {
  const free = width === undefined && overMoney === undefined && span > 1
  const whole = free ? 0 : (width ?? moneyWidth(page) + (overMoney ?? 0))
  return Array.from({ length: span }, () => whole / span)
}

/** The widths that the layout gives to a list, whatever of it has something to say here. */
export function layoutWidths(page: Page, list: ListId): readonly number[] {
  return (page.design.columns.get(list) ?? []).flatMap((column) => widthsOf(page, column))
}

/** Widths of the columns of a sheet under its lists and whatever else stands there: the widest counts. */
export function sheetWidths(...parts: readonly (readonly number[])[]): readonly number[] {
  const count = Math.max(0, ...parts.map((widths) => widths.length))
  return Array.from({ length: count }, (_, place) => Math.max(...parts.map((widths) => widths[place] ?? 0)))
}

/** A property of what is listed, by its path. */
function ofProperty<T extends object>(page: Page, { id, head, from }: LayoutColumn): ListColumn<T> {
  const path = id.split('.')
  const shown = { head: head ?? { en: id, vi: id } }
  if (from === 'text')
    return { ...shown, cell: (item) => ({ text: shownText(page.lang, valueAt(item, path)), style: 'text' }) }
  return {
    ...shown,
    right: true,
    cell: (item) => {
      const figure = valueAt(item, path)
      return typeof figure === 'string' ? { figure, link: true } : null
    },
  }
}

function valueAt(item: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    item,
  )
}

function shownText(lang: Lang, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (value === true) return say({ lang }, WORDS.yes)
  if (Array.isArray(value)) return value.map((one) => shownText(lang, one)).join('; ')
  return typeof value === 'object' && value !== null ? shownText(lang, wording(value as Name, lang)) : ''
}

/** The cell `first` of a column, or those to `last`; `undefined` where the layout does without it. */
export function areaOf<Id extends string>(
  { lettersOf }: Pick<LaidList<never, Id>, 'lettersOf'>,
  id: NoInfer<Id>,
  first: number,
  last?: number,
): CellRange | undefined {
  const letters = lettersOf(id)
  if (letters === undefined) return undefined
  return { area: last === undefined ? `${letters}${first}` : `${letters}${first}:${letters}${last}` }
}

type Under<Id extends string> = Readonly<Partial<Record<Id, DraftCell | null>>>

/** A row below a list whose cells stand under columns by their ids. `rest` fills what is free between them. */
export function rowUnder<Id extends string>(
  { widths, numberOf }: Pick<LaidList<never, Id>, 'widths' | 'numberOf'>,
  under: Under<NoInfer<Id>>,
  rest: DraftCell | null = null,
): DraftRow {
  const cells: (DraftCell | null)[] = widths.map(() => rest)
  for (const [id, cell] of Object.entries(under) as [Id, DraftCell | null][]) {
    const number = numberOf(id)
    if (number !== undefined) cells[number - 1] = cell
  }
  return { cells }
}

type Sums<Id extends string> = {
  /** The column of names: without it no sum can be told. */
  readonly label: Id
  readonly sums: Readonly<Partial<Record<Id, Sum>>>
  readonly rows: { readonly first: number; readonly count: number }
  /** What else stands there. */
  readonly beside?: Readonly<Partial<Record<Id, DraftCell>>>
}

type Sum = { readonly values: readonly (number | null)[]; readonly format: Format }

/** The sums of columns in a row below the list; nothing where the layout shows none of them or not what they are of. */
export function totalRows<Id extends string>(
  page: Page,
  laid: Pick<LaidList<never, Id>, 'widths' | 'numberOf'>,
  { label, sums, rows: { first, count }, beside }: Sums<NoInfer<Id>>,
): readonly DraftRow[] {
  const cells = (Object.entries(sums) as [Id, Sum][]).flatMap(([id, { values, format }]) => {
    const number = laid.numberOf(id)
    return number === undefined
      ? []
      : [[id, sumCell(number, first, first + count - 1, values, format)] as const]
  })
  if (cells.length === 0 || laid.numberOf(label) === undefined) return []
  const under = { ...beside, [label]: text(say(page, WORDS.total), { style: 'total' }) }
  return [rowUnder(laid, { ...under, ...Object.fromEntries(cells) } as Under<Id>, TOTAL_LINE)]
}

/** The unit of a total, under the rule over it. */
export function totalUnit(page: Page, id: string | undefined): Cell {
  return { ...unit(page, id), style: 'total', bold: false, indent: 1 }
}

/** The uncertainty of a total, under the rule over it. */
export function totalUncertainty(page: Page, id: string): DraftCell {
  const cell = uncertainty(page, id)
  return cell === null ? TOTAL_LINE : { ...cell, style: 'total', bold: false }
}

/** Below a column that a total says nothing of. */
export const TOTAL_LINE = { blank: true, style: 'total' } as const

/** The rows of a list, the head in row `top`, as a table to filter and sort; none where its heads are not one each. */
export function listTable<T>(
  page: Page,
  name: string,
  { columns, widths }: Pick<LaidList<T, never>, 'columns' | 'widths'>,
  { top, count }: { readonly top: number; readonly count: number },
): readonly TableSpec[] {
  const heads = columns.map(({ head }) => safeLine(say(page, head)).toLowerCase())
  const fits = heads.length === widths.length && !heads.includes('') && new Set(heads).size === heads.length
  if (!fits || heads.length === 0 || count === 0) return []
  return [{ name, area: `A${top}:${columnLetters(widths.length)}${top + count}` }]
}
