import { NO_VALUE, parseFormula, toText } from '../../../formula/index.js'
import type { Audit } from '../../../model/audit.js'
import type { Figure } from '../../../model/figure.js'
import { WHOLE_SITE } from '../../../model/inventory.js'
import { pointerKeys } from '../../../model/pointer.js'
import { wording, type Lang, type Text } from '../../../model/text.js'
import { formatUnit } from '../../../units/index.js'
import { columnLetters } from '../address.js'
import type { Cell, Format, Look } from '../book.js'
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
  /** Labels that several figures have. */
  readonly shared: ReadonlySet<string>
}

export function pageOf(audit: Audit, lang: Lang): Page {
  const named = (list: readonly { readonly id: string; readonly name: Parameters<typeof wording>[0] }[]) =>
    new Map(list.map(({ id, name }) => [id, wording(name, lang) || id]))
  const { goods, steps, flows } = audit.inventory
  const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const goodNames = named(goods)
  // Flows of one good mostly have its name: then the id of the flow tells them apart.
  const names = flows.map((flow) => wording(flow.name, lang) || (goodNames.get(flow.of) ?? flow.of))
  const often = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  const flowNames = new Map(
    flows.map(({ id }, index) => {
      const name = names[index] ?? id
      return [id, often.has(name) ? `${name} (${id})` : name]
    }),
  )
  return {
    audit,
    lang,
    ledger,
    goods: goodNames,
    steps: new Map([...named(steps), [WHOLE_SITE, WORDS.wholeSite[lang]]]),
    flows: flowNames,
    shared: sharedLabels(audit.figures, lang),
  }
}

/** Ids whose label needs the name of its flow or good beside it, because another figure of the kind has the same. */
const NAMED_BY_ID = /^(?:claim|flow|norm|loss|stock)\.([^.]+)/

function sharedLabels(figures: readonly Figure[], lang: Lang): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { id, label } of figures) {
    if (!NAMED_BY_ID.test(id)) continue
    const key = `${id.split('.')[0] ?? ''}|${label[lang]}`
    if (seen.has(key)) shared.add(key)
    seen.add(key)
  }
  return shared
}

/** What a figure is called: its label, and the id of its flow where the label alone could be another's. */
export function labelOf(page: Page, id: string): string {
  const label = page.ledger.get(id)?.label[page.lang]
  if (label === undefined) return id
  const [, name] = NAMED_BY_ID.exec(id) ?? []
  const shared = name !== undefined && page.shared.has(`${id.split('.')[0] ?? ''}|${label}`)
  return shared ? `${label} (${name})` : label
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
  return formatUnit(unit, lang).replaceAll('CO2', 'CO₂').replace('toe-vn', 'TOE')
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
  if (/^flow\.[^.]+$/.test(id) && COEFFICIENT.test(found.formula ?? '')) return reconciledFrom(page, found)
  const label = (name: string): string => labelOf(page, found.uses?.[name] ?? name)
  const { ast } = parsed
  const parts = ast.kind === 'call' && ast.name === 'sum' ? ast.args : [ast]
  const words = shortNumbers(parts.map((part) => toText(part, label)).join(' + '))
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words
}

const COEFFICIENT = /\d\.\d{5}/

/** A flow that the balances found is a weighted sum: its parts say more than their coefficients. */
function reconciledFrom(page: Page, { uses }: Figure): string {
  const parts = Object.values(uses ?? {}).map((used) => labelOf(page, used))
  const words = `${say(page, termOf(METHODS, 'reconciliation'))}: ${parts.join(', ')}`
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words
}

/** Coefficients of a reconciliation have 17 digits; four are enough to read. */
function shortNumbers(words: string): string {
  return words.replace(/\d+\.\d{5,}(?:e-?\d+)?|\d+(?:\.\d+)?e-\d+/g, (number) =>
    String(Number(Number(number).toPrecision(4))),
  )
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
export type ListColumn<T> = ListHead & { readonly cell: (item: T, index: number) => DraftCell | null }

export type ListHead = {
  readonly head: Text
  /** Numbers stand at the right, and so does their head. */
  readonly right?: true
  /** Columns of the sheet that it covers. */
  readonly span?: number
}

/** A head row and one row an item. */
export function listRows<T>(
  page: Page,
  columns: readonly ListColumn<T>[],
  items: readonly T[],
): readonly DraftRow[] {
  return [headRow(page, columns), ...itemRows(columns, items)]
}

/** One row an item. */
export function itemRows<T>(columns: readonly ListColumn<T>[], items: readonly T[]): readonly DraftRow[] {
  return items.map((item, index) => ({
    cells: columns.flatMap((column, place) => {
      const cell = column.cell(item, index)
      const apart = cell && afterNumber(columns, place) && !cell.align && !cell.indent && !('blank' in cell)
      return covering(apart ? { ...cell, indent: 1 } : cell, column.span)
    }),
  }))
}

export function headRow(page: Page, columns: readonly ListHead[]): DraftRow {
  return {
    cells: columns.flatMap(({ head, right, span }, place) => {
      const look: Look = right ? { align: 'right' } : afterNumber(columns, place) ? { indent: 1 } : {}
      return covering({ text: say(page, head), style: 'head', ...look }, span)
    }),
  }
}

/** A text right of a number would touch it. */
function afterNumber(columns: readonly ListHead[], place: number): boolean {
  return columns[place]?.right !== true && columns[place - 1]?.right === true
}

function covering(cell: DraftCell | null, span = 1): readonly (DraftCell | null)[] {
  if (span === 1 || cell === null) return [cell, ...Array.from({ length: span - 1 }, () => null)]
  return [{ ...cell, span: { columns: span } }, ...Array.from({ length: span - 1 }, () => null)]
}

export const EMPTY: DraftRow = { cells: [] }

/** An empty row, after which a new page begins on paper. */
export const PAGE_BREAK: DraftRow = { cells: [], pageBreak: true }

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
