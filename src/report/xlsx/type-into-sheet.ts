import { cellAddress, columnLetters, columnNumber, parseArea } from './address.js'
import { safeText, xmlText } from './safe-text.js'
import { attributeOf } from './sheet-parts.js'

/** A text for a cell; row and column count from 1. */
export type TypedText = { readonly row: number; readonly column: number; readonly text: string }

/**
 * The XML of a sheet with texts typed into cells. Nothing else in it changes: the cell keeps its style, and a cell
 * that is new takes that of the row `like`. `undefined` where that cannot be done without touching more: the cell
 * holds a formula or lies inside a merged area, or the XML is written in an unusual way.
 */
export function typeIntoSheet(
  bytes: Uint8Array,
  texts: readonly TypedText[],
  like?: number,
): Uint8Array | undefined {
  // A letter a byte: what is not touched stays as it is, whatever it is.
  let xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (/<!--|<!\[CDATA\[/.test(xml)) return undefined
  for (const typed of texts) {
    const next = insideMerged(xml, typed) ? undefined : typedInto(xml, typed, like)
    if (next === undefined) return undefined
    xml = next
  }
  return Buffer.from(grown(xml, Math.max(...texts.map(({ row }) => row))), 'latin1')
}

/** A piece of XML by where it begins and ends, with its attributes and what is inside. */
type Element = {
  readonly from: number
  readonly to: number
  readonly attributes: string
  readonly body: string
}

function typedInto(xml: string, typed: TypedText, like: number | undefined): string | undefined {
  const data = elements(xml, 'sheetData', 0)[0]
  if (data === undefined) return undefined
  const rows = elements(xml.slice(data.from, data.to), 'row', data.from)
  const numbers = rows.map(({ attributes }) => Number(attributeOf(attributes, 'r') ?? Number.NaN))
  if (!numbers.every((number, i) => number > (numbers[i - 1] ?? 0))) return undefined
  const at = numbers.indexOf(typed.row)
  const style = styleOf(rows[numbers.indexOf(like ?? Number.NaN)], typed.column)
  const row = rows[at]
  if (row === undefined) {
    const after = rows[numbers.findIndex((number) => number > typed.row)]
    const written = `<row r="${typed.row}">${cellXml(typed, style)}</row>`
    if (after !== undefined) return spliced(xml, after.from, after.from, written)
    const inside = `${data.body}${written}`
    return spliced(xml, data.from, data.to, `<sheetData${data.attributes}>${inside}</sheetData>`)
  }
  const body = bodyWith(row, typed, style)
  // The columns that a row spans are a hint only, and wrong where a cell is added.
  const attributes = row.attributes.replace(/\s+spans="[^"]*"/, '')
  return body === undefined ? undefined : spliced(xml, row.from, row.to, `<row${attributes}>${body}</row>`)
}

/** What is inside a row, with one cell written. */
function bodyWith(row: Element, typed: TypedText, style: string | undefined): string | undefined {
  const cells = elements(row.body, 'c', 0)
  const columns = cells.map(({ attributes }) =>
    columnNumber(/^([A-Z]{1,3})\d+$/.exec(attributeOf(attributes, 'r') ?? '')?.[1] ?? ''),
  )
  if (!columns.every((column, i) => column > (columns[i - 1] ?? 0))) return undefined
  const old = cells[columns.indexOf(typed.column)]
  if (old !== undefined) {
    if (/<f\b/.test(old.body)) return undefined
    return spliced(row.body, old.from, old.to, cellXml(typed, attributeOf(old.attributes, 's')))
  }
  const at = cells[columns.findIndex((column) => column > typed.column)]?.from ?? cells.at(-1)?.to ?? 0
  return spliced(row.body, at, at, cellXml(typed, style))
}

/** A text of its own, so that the texts that cells share stay as they are. */
function cellXml({ row, column, text }: TypedText, style: string | undefined): string {
  const written = Buffer.from(xmlText(safeText(text)), 'utf8').toString('latin1')
  const look = style === undefined ? '' : ` s="${style}"`
  return `<c r="${cellAddress(row, column)}"${look} t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`
}

function styleOf(row: Element | undefined, column: number): string | undefined {
  const cells = row === undefined ? [] : elements(row.body, 'c', 0)
  const found = cells.find(({ attributes }) =>
    new RegExp(`(?:^|\\s)r="${columnLetters(column)}\\d+"`).test(attributes),
  )
  return found === undefined ? undefined : attributeOf(found.attributes, 's')
}

/** Every element of a name, none of which holds another of its kind; places count from `start`. */
function elements(xml: string, name: string, start: number): readonly Element[] {
  const found: Element[] = []
  const pattern = new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([^]*?)</${name}>)`, 'g')
  for (const match of xml.matchAll(pattern)) {
    const from = start + match.index
    found.push({ from, to: from + match[0].length, attributes: match[1] ?? '', body: match[2] ?? '' })
  }
  return found
}

function spliced(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to)
}

/** Whether a cell lies in a merged area without being the one that shows. */
function insideMerged(xml: string, { row, column }: TypedText): boolean {
  return elements(xml, 'mergeCell', 0).some(({ attributes }) => {
    const area = parseArea(attributeOf(attributes, 'ref') ?? 'A1')
    const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
    return inside && (row !== area.top || column !== area.left)
  })
}

/** The area of the sheet, which some readers trust, reaches down to the last row. */
function grown(xml: string, last: number): string {
  return xml.replace(/(<dimension\s+ref="[A-Z]+\d+:[A-Z]+)(\d+)"/, (whole, before: string, row: string) =>
    Number(row) < last ? `${before}${last}"` : whole,
  )
}
