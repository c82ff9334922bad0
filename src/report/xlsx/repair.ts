import { fixedArea, parseArea, reference } from './address.js'
import type { Book, Column, Sheet } from './book.js'
import { mayFit } from './row-height.js'
import { safeText, xmlText } from './safe-text.js'

/** The parts of a workbook as text while they are being changed: name inside the zip → XML. */
export type OpenParts = Map<string, string>

/** Throws when the part is not there, since the library always writes the parts asked for. */
export function changePart(parts: OpenParts, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name)
  if (xml === undefined) throw new Error(`the workbook has no part ${name}`)
  parts.set(name, change(xml))
}

/**
 * Mends what exceljs 4.4.0 writes against the file format, and adds what it cannot write: links inside the book as
 * links and not as web addresses, names, print areas, and notes large enough for their text.
 */
export function repairParts(parts: OpenParts, book: Book): void {
  changePart(parts, 'xl/styles.xml', orderFonts)
  changePart(parts, 'xl/workbook.xml', (xml) => addNames(xml, book))
  // The library says it were Excel.
  changePart(parts, 'docProps/app.xml', (xml) => xml.replace(/(<Application>)[^<]*/, '$1recp'))
  for (const [index, sheet] of book.sheets.entries()) repairSheet(parts, sheet, index + 1)
}

/** Only what the sheet has is looked for: the XML of a sheet is long. */
function repairSheet(parts: OpenParts, sheet: Sheet, number: number): void {
  const notes = notesOf(sheet)
  const changes = [
    ...(sheet.rows.some(mayFit) ? [freeHeights(sheet)] : []),
    ...(hasOutline(sheet) ? [orderOutline] : []),
    ...(sheet.conditionalFormats?.some(({ when }) => 'bar' in when) ? [endBars] : []),
    ...(hasInnerLinks(sheet) ? [linkInside(innerLinks(parts, number))] : []),
    ...(notes.length > 0 ? [orderNotes] : []),
  ]
  if (changes.length > 0) {
    changePart(parts, `xl/worksheets/sheet${number}.xml`, (xml) =>
      changes.reduce((text, change) => change(text), xml),
    )
  }
  if (notes.length > 0) {
    changePart(parts, `xl/drawings/vmlDrawing${number}.vml`, (xml) => fitNotes(xml, notes, sheet.columns))
  }
}

/** An estimated height is a start, not the reader's wish: the program may fit the row again. */
function freeHeights({ rows }: Sheet): (xml: string) => string {
  return (xml) =>
    xml.replace(/<row r="(\d+)" ht="[^"]*" customHeight="1"/g, (start, number: string) => {
      const row = rows[Number(number) - 1]
      return row && mayFit(row) ? start.replace(' customHeight="1"', '') : start
    })
}

/** Whether the sheet folds rows or columns. */
export function hasOutline(sheet: Sheet): boolean {
  return [...sheet.rows, ...sheet.columns].some((one) => one.outline)
}

/** The direction of an outline stands before the fit to the page. */
function orderOutline(xml: string): string {
  return xml.replace(/(<pageSetUpPr [^>]*\/>)(<outlinePr [^>]*\/>)/, '$2$1')
}

/** A bar points at an extension that is not there. */
function endBars(xml: string): string {
  return xml.replaceAll(/<extLst><ext\b[^>]*><x14:id\/><\/ext><\/extLst>(?=<\/cfRule>)/g, '')
}

const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]

/** Inside a font the elements have a fixed order (ISO/IEC 29500-1 §18.8.22 as validators read it). */
function orderFonts(xml: string): string {
  return xml.replace(/<font>(.*?)<\/font>/gs, (_, body: string) => {
    const elements = body.match(/<\w+\b[^>]*\/>/g) ?? []
    const place = (element: string) => FONT_ORDER.indexOf(/\w+/.exec(element)?.[0] ?? '')
    return `<font>${elements.toSorted((a, b) => place(a) - place(b)).join('')}</font>`
  })
}

/** Names of cells, repeated title rows and print areas: the library drops or mangles some of each. */
function addNames(xml: string, book: Book): string {
  const sheetNames = new Map(book.sheets.map((sheet) => [sheet.id, sheet.name]))
  const own = (book.names ?? []).map(({ name, sheet, area }) => {
    const target = reference(sheetNames.get(sheet) ?? sheet, fixedArea(parseArea(area)))
    return `<definedName name="${xmlText(name)}">${xmlText(target)}</definedName>`
  })
  const print = book.sheets.flatMap((sheet, index) => {
    const { area, titleRows } = sheet.print ?? {}
    const define = (name: string, address: string) =>
      `<definedName name="_xlnm.${name}" localSheetId="${index}">${xmlText(reference(sheet.name, address))}</definedName>`
    return [
      ...(area ? [define('Print_Area', fixedArea(parseArea(area)))] : []),
      ...(titleRows ? [define('Print_Titles', `$${titleRows[0]}:$${titleRows[1]}`)] : []),
    ]
  })
  const all = [...own, ...print].join('')
  return all === '' ? xml : xml.replace('</sheets>', () => `</sheets><definedNames>${all}</definedNames>`)
}

function hasInnerLinks(sheet: Sheet): boolean {
  return sheet.rows.some((row) => row.cells.some((cell) => cell && 'link' in cell && 'sheet' in cell.link))
}

/** Takes the links inside the book out of the relationships: id → cell. */
function innerLinks(parts: OpenParts, number: number): ReadonlyMap<string, string> {
  const inner = new Map<string, string>()
  changePart(parts, `xl/worksheets/_rels/sheet${number}.xml.rels`, (xml) =>
    xml.replace(
      /<Relationship Id="([^"]+)"[^>]*? Target="#([^"]*)"[^>]*\/>/g,
      (_, id: string, target: string) => {
        inner.set(id, target)
        return ''
      },
    ),
  )
  return inner
}

/** A link to a cell is a location, not a relationship to something outside called `#Sheet!A1`. */
function linkInside(inner: ReadonlyMap<string, string>): (xml: string) => string {
  return (xml) =>
    xml.replace(/<hyperlink ref="([^"]+)" r:id="([^"]+)"[^>]*\/>/g, (link, cell: string, id: string) => {
      const target = inner.get(id)
      return target === undefined ? link : `<hyperlink ref="${cell}" location="${target}"/>`
    })
}

/** The reference to the notes stands before the tables, not after. */
function orderNotes(xml: string): string {
  const note = /<legacyDrawing [^>]*\/>/.exec(xml)?.[0]
  const tables = xml.lastIndexOf('<tableParts')
  if (!note || tables < 0) return xml
  return xml.slice(0, tables) + note + xml.slice(tables).replace(note, '')
}

type NotePlace = { readonly row: number; readonly column: number; readonly text: string }

function notesOf(sheet: Sheet): readonly NotePlace[] {
  return sheet.rows.flatMap((row, index) =>
    row.cells.flatMap((cell, column) =>
      cell?.note ? [{ row: index, column, text: safeText(cell.note) }] : [],
    ),
  )
}

/** Boxes 260 pixels wide and as high as their text, in the order in which the cells come. */
function fitNotes(xml: string, notes: readonly NotePlace[], columns: readonly Column[]): string {
  let next = 0
  return xml.replace(/<x:Anchor>[^<]*<\/x:Anchor>/g, (anchor) => {
    const note = notes[next++]
    return note ? `<x:Anchor>${noteBox(note, columns).join(', ')}</x:Anchor>` : anchor
  })
}

function noteBox({ row, column, text }: NotePlace, columns: readonly Column[]): readonly number[] {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  let right = column + 1
  let rest = 260
  for (; rest > pixels(columns[right]); right++) rest -= pixels(columns[right])
  return [column + 1, 12, row, 4, right, rest, row + Math.ceil((lines * 17 + 12) / 20), 12]
}

function pixels(column: Column | undefined): number {
  return column?.hidden ? 0 : Math.round((column?.width ?? 9) * 7 + 5)
}
