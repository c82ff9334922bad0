import { parseArea, type Area } from './address.js'
import type { Book, CellRange, ChartSpec, Result, Sheet } from './book.js'
import { cellValue } from './cells.js'
import { CHART_SPACE, chartXml, DRAWING_SPACE, RELATIONSHIPS, XML_HEAD, type RangeReader } from './charts.js'
import { changePart, type OpenParts } from './repair.js'
import { rowHeight } from './row-height.js'
import { xmlText } from './safe-text.js'
import { shapeGroup } from './shapes.js'

const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument'

/** Adds the charts and drawings of a book, which exceljs cannot write, as parts of the file; they are ours alone. */
export function addCharts(parts: OpenParts, book: Book): void {
  const kinds: string[] = []
  const language = book.lang === 'vi' ? 'vi-VN' : 'en-GB'
  let charts = 0
  for (const [index, sheet] of book.sheets.entries()) {
    const specs = sheet.charts ?? []
    const drawings = sheet.drawings ?? []
    if (specs.length + drawings.length === 0) continue
    const first = charts + 1
    charts += specs.length
    const drawing = `drawing${index + 1}`
    attachDrawing(parts, index + 1, drawing)
    kinds.push(contentType(`/xl/drawings/${drawing}.xml`, 'drawing'))
    parts.set(`xl/drawings/${drawing}.xml`, drawingXml(sheet, language))
    if (specs.length > 0) parts.set(`xl/drawings/_rels/${drawing}.xml.rels`, chartLinks(specs, first))
    for (const [offset, spec] of specs.entries()) {
      const path = `xl/charts/chart${first + offset}.xml`
      parts.set(path, chartXml(spec, rangeReader(book, sheet), language))
      kinds.push(contentType(`/${path}`, 'drawingml.chart'))
    }
  }
  if (kinds.length > 0) {
    changePart(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${kinds.join('')}</Types>`))
  }
}

function contentType(path: string, kind: string): string {
  return `<Override PartName="${path}" ContentType="${CONTENT}.${kind}+xml"/>`
}

function rangeReader(book: Book, home: Sheet): RangeReader {
  const sheets = new Map(book.sheets.map((sheet) => [sheet.id, sheet]))
  const sheetOf = (range: CellRange) => sheets.get(range.sheet ?? home.id) ?? home
  return {
    sheetName: (range) => sheetOf(range).name,
    values: (range) => readValues(sheetOf(range), parseArea(range.area)),
  }
}

function readValues(sheet: Sheet, { top, left, bottom, right }: Area): readonly Result[] {
  const rows = Array.from(
    { length: bottom - top + 1 },
    (_, index) => sheet.rows[top - 1 + index]?.cells ?? [],
  )
  return rows.flatMap((cells) => {
    return Array.from({ length: right - left + 1 }, (_, index) => cellValue(cells[left - 1 + index]))
  })
}

function attachDrawing(parts: OpenParts, number: number, drawing: string): void {
  const path = `xl/worksheets/_rels/sheet${number}.xml.rels`
  if (!parts.has(path)) parts.set(path, `${XML_HEAD}<Relationships xmlns="${PACKAGE}"></Relationships>`)
  const link = `<Relationship Id="rIdDrawing" Type="${RELATIONSHIPS}/drawing" Target="../drawings/${drawing}.xml"/>`
  changePart(parts, path, (xml) => {
    // Without any relationship left the library's element may be empty: `<Relationships .../>`.
    const open = xml.replace(/(<Relationships\b[^>]*?)\/>/, '$1></Relationships>')
    return open.replace('</Relationships>', `${link}</Relationships>`)
  })
  changePart(parts, `xl/worksheets/sheet${number}.xml`, (xml) => {
    // Behind the rules of the sheet, which may hold an `extLst` of their own: only a last one counts.
    const place =
      /(?:<legacyDrawing\b[^>]*\/>)?(?:<tableParts\b.*<\/tableParts>)?(?:<extLst>.*<\/extLst>)?<\/worksheet>\s*$/.exec(
        xml,
      )
    const end = place?.index ?? xml.length
    return `${xml.slice(0, end)}<drawing r:id="rIdDrawing"/>${xml.slice(end)}`
  })
}

function chartLinks(specs: readonly ChartSpec[], first: number): string {
  const links = specs.map((_, index) => {
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/chart" Target="../charts/chart${first + index}.xml"/>`
  })
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}">${links.join('')}</Relationships>`
}

function drawingXml(sheet: Sheet, language: string): string {
  const { charts: specs = [], drawings = [] } = sheet
  const frames = specs.map((spec, index) => {
    const { top, left, bottom, right } = parseArea(spec.at)
    const id = index + 2
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', left - 1, top - 1)}${lastCorner(sheet, right, bottom)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="Chart ${index + 1}"` +
      ` descr="${xmlText(spec.alt)}" title="${xmlText(spec.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART_SPACE}">` +
      `<c:chart xmlns:c="${CHART_SPACE}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>` +
      '<xdr:clientData/></xdr:twoCellAnchor>'
    )
  })
  let last = specs.length + 1
  const groups = drawings.map((drawing) => shapeGroup(drawing, language, () => (last += 1)))
  const spaces = `xmlns:xdr="${DRAWINGS}" xmlns:a="${DRAWING_SPACE}" xmlns:r="${RELATIONSHIPS}"`
  return `${XML_HEAD}<xdr:wsDr ${spaces}>${[...frames, ...groups].join('')}</xdr:wsDr>`
}

function corner(
  name: 'from' | 'to',
  column: number,
  row: number,
  [right, down]: readonly [number, number] = [0, 0],
): string {
  return `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${right}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${down}</xdr:rowOff></xdr:${name}>`
}

const PER_PIXEL = 9525
const PER_POINT = 12_700
/** On the edge of what is printed a frame would be cut. */
const INSET = 3 * PER_PIXEL

/** The lower right corner of a chart, just inside its last cell. */
function lastCorner({ columns, rows }: Sheet, right: number, bottom: number): string {
  const width = Math.round((columns[right - 1]?.width ?? 9) * 7 + 5) * PER_PIXEL
  const row = rows[bottom - 1]
  const height = (row?.height ?? (row && rowHeight(row, columns)) ?? 15) * PER_POINT
  return corner('to', right - 1, bottom - 1, [width - INSET, Math.round(height) - INSET])
}
