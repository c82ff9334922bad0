import { parseFormula, toText } from '../../../formula/index.js'
import type { Audit } from '../../../model/audit.js'
import type { Figure } from '../../../model/figure.js'
import { pointerKeys } from '../../../model/pointer.js'
import { wording, type Lang, type Text } from '../../../model/text.js'
import { formatUnit } from '../../../units/index.js'
import { columnLetters } from '../address.js'
import type { Cell, Format, Look } from '../book.js'
import { figureFormat } from '../figure-format.js'
import { NO_VALUE } from '../../../formula/index.js'
import type { DraftCell, DraftRow, FigureCell } from '../layout.js'
import { METHODS, termOf } from '../term-texts.js'
import { WORDS } from '../texts.js'

/** What every sheet is drawn from. */
export type Page = {
  readonly audit: Audit
  readonly lang: Lang
  readonly ledger: ReadonlyMap<string, Figure>
  /** Names of goods, steps and flows in the language of the book, by id. */
  readonly goods: ReadonlyMap<string, string>
  readonly steps: ReadonlyMap<string, string>
  readonly flows: ReadonlyMap<string, string>
}

export function pageOf(audit: Audit, lang: Lang): Page {
  const named = (list: readonly { readonly id: string; readonly name: Parameters<typeof wording>[0] }[]) =>
    new Map(list.map(({ id, name }) => [id, wording(name, lang) || id]))
  const { goods, steps, flows } = audit.inventory
  const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const goodNames = named(goods)
  // A flow without a name of its own is called by its id: then the name of what flows says more.
  const flowNames = new Map(
    flows.map((flow) => {
      const name = wording(flow.name, lang)
      return [
        flow.id,
        name === '' || name === flow.id ? `${goodNames.get(flow.of) ?? flow.of} (${flow.id})` : name,
      ]
    }),
  )
  return { audit, lang, ledger, goods: goodNames, steps: named(steps), flows: flowNames }
}

/** The value of a figure, `null` when it is not known or not there. */
export function valueOf(page: Page, id: string | undefined): number | null {
  return (id === undefined ? undefined : page.ledger.get(id))?.value ?? null
}

/** A figure in a cell; a dash where there is no figure. */
export function figure(id: string | null | undefined, look: Look = {}): FigureCell | Cell {
  if (id === undefined || id === null) return { text: NO_VALUE, style: 'missing', align: 'right' }
  return { figure: id, ...look }
}

/** A figure that is at home elsewhere. */
export function linked(id: string | null | undefined, look: Look = {}): FigureCell | Cell {
  const cell = figure(id, look)
  return 'figure' in cell ? { ...cell, link: true } : cell
}

export function text(content: string, look: Look = {}): Cell {
  return { text: content, style: 'text', ...look }
}

/** `m³/yr`; nothing for shares and counts. */
export function unitText(page: Page, id: string | null | undefined): string {
  const found = typeof id === 'string' ? page.ledger.get(id) : undefined
  return found === undefined ? '' : unitWords(found.unit, page.lang)
}

export function unitWords(unit: string, lang: Lang): string {
  return formatUnit(unit, lang).replaceAll('CO2', 'CO₂')
}

export function unit(page: Page, id: string | null | undefined): Cell {
  return { text: unitText(page, id), style: 'muted', wrap: false }
}

export function say(page: Page, words: Text): string {
  return words[page.lang]
}

/** The standard uncertainty of a figure, in its unit and format. */
export function uncertainty(page: Page, id: string | null | undefined): Cell | null {
  const found = typeof id === 'string' ? page.ledger.get(id) : undefined
  if (found?.sd === undefined || !(found.sd > 0) || !Number.isFinite(found.sd)) return null
  return { number: found.sd, style: 'factor', align: 'right', format: uncertaintyFormat(found) }
}

function uncertaintyFormat(found: Figure): Format {
  if (found.show === '%') return 'percent1'
  const sd = found.sd ?? 0
  if (sd >= 100) return 'integer'
  if (sd >= 10) return 'number1'
  if (sd >= 1) return 'number2'
  return sd >= 0.001 ? 'number4' : 'scientific'
}

const LONGEST_WORDS = 360

/** How a figure came to be: its formula in words, its method, or nothing for what was given. */
export function howWords(page: Page, id: string): string {
  const found = page.ledger.get(id)
  if (!found) return ''
  if (found.kind === 'solved' && found.method !== undefined) return say(page, termOf(METHODS, found.method))
  const parsed = found.formula === undefined ? undefined : parseFormula(found.formula)
  if (parsed === undefined || 'problem' in parsed) return ''
  const words = toText(
    parsed.ast,
    (name) => page.ledger.get(found.uses?.[name] ?? '')?.label[page.lang] ?? name,
  )
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words
}

/** Where a figure comes from: its source and note. */
export function sourceWords(page: Page, id: string): string {
  const found = page.ledger.get(id)
  if (!found) return ''
  const parts = [found.source, found.note?.[page.lang]].filter((part) => part !== undefined && part !== '')
  return [...new Set(parts)].join('; ')
}

/** `flows › w-bottles › amount`. */
export function placeWords(pointer: string | undefined): string {
  return pointer === undefined ? '' : pointerKeys(pointer).join(' › ')
}

/** The total of a column of rows `first` to `last`: a live sum, a dash where nothing is known. */
export function sumCell(
  column: number,
  first: number,
  last: number,
  values: readonly (number | null)[],
  format: Format,
): Cell {
  const letters = columnLetters(column)
  const area = `${letters}${first}:${letters}${last}`
  const known = values.filter((value) => value !== null)
  const result = known.length === 0 ? NO_VALUE : known.reduce((sum, value) => sum + value, 0)
  return {
    formula: `IF(COUNT(${area})=0,"${NO_VALUE}",SUM(${area}))`,
    result,
    format,
    style: 'total',
    align: 'right',
  }
}

/** Columns of a plain list: the head, and the cell for each item. */
export type ListColumn<T> = {
  readonly head: Text
  /** Numbers stand at the right, and so does their head. */
  readonly right?: true
  readonly cell: (item: T, index: number) => DraftCell | null
}

/** A head row and one row an item. */
export function listRows<T>(
  page: Page,
  columns: readonly ListColumn<T>[],
  items: readonly T[],
): readonly DraftRow[] {
  return [
    headRow(page, columns),
    ...items.map((item, index) => ({ cells: columns.map(({ cell }) => cell(item, index)) })),
  ]
}

export function headRow(
  page: Page,
  columns: readonly { readonly head: Text; readonly right?: true }[],
): DraftRow {
  return {
    cells: columns.map(({ head, right }) => ({
      text: say(page, head),
      style: 'head',
      ...(right && { align: 'right' as const }),
    })),
  }
}

export const EMPTY: DraftRow = { cells: [] }

/** A heading over the next block, its rule as wide as the sheet. */
export function heading(words: string, width: number, anchor?: string): DraftRow {
  const rest = Array.from({ length: width - 1 }, () => ({ blank: true, style: 'heading' }) as const)
  return {
    cells: [{ text: words, style: 'heading', wrap: false }, ...rest],
    ...(anchor !== undefined && { anchor }),
  }
}

/** A sentence across the sheet. */
export function paragraph(words: string, width: number, look: Look = {}): DraftRow {
  return { cells: [{ text: words, style: 'paragraph', span: { columns: width }, ...look }] }
}

export function nothing(page: Page): DraftRow {
  return { cells: [{ text: say(page, WORDS.none), style: 'muted' }] }
}

export { figureFormat }
