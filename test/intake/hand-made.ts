import { strToU8, zipSync } from 'fflate'

/** A sheet in the XML of the file format, which a library would not write so. */
export type HandSheet = {
  readonly name: string
  readonly rows: string
  readonly state?: string
  readonly after?: string
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export type HandMade = {
  readonly sheets: readonly HandSheet[]
  /** Inside `<workbook>`, before the sheets. */
  readonly properties?: string
  /** Inside `<workbook>`, after the sheets. */
  readonly calculation?: string
  readonly parts?: Readonly<Record<string, string>>
}

/** A workbook made of XML by hand. Styles: 1 is a day, 2 is `0%`, 3 is `#,##0.00`. */
export function handMade({ sheets, properties = '', calculation = '', parts = {} }: HandMade): Uint8Array {
  const list = sheets
    .map(
      ({ name, state = 'visible' }, i) =>
        `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="rId${i + 1}"/>`,
    )
    .join('')
  const relations = sheets
    .map(
      (_, i) =>
        `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
    )
    .join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${list}</sheets>${calculation}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...parts,
  }
  for (const [i, { rows, after = '' }] of sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] ??=
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${rows}</sheetData>${after}</worksheet>`
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    level: 6,
  })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A cell: text or a number, or the XML of a cell with `@` for its address. */
export type HandCell = string | number | { readonly xml: string } | null

/** Rows of cells from A1 on; `hidden` are row numbers. */
export function handRows(rows: readonly (readonly HandCell[])[], hidden: readonly number[] = []): string {
  return rows
    .map((cells, i) => {
      const row = i + 1
      const inner = cells
        .map((cell, column) => {
          const address = `${String.fromCharCode(65 + column)}${row}`
          if (cell === null) return ''
          if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
          if (typeof cell === 'string')
            return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
          return cell.xml.replace('@', `r="${address}"`)
        })
        .join('')
      return `<row r="${row}"${hidden.includes(row) ? ' hidden="1"' : ''}>${inner}</row>`
    })
    .join('')
}

/** The sheet General with what every site must say. */
export const GENERAL: HandSheet = {
  name: 'General',
  rows: handRows([
    ['recp:general', 'field', 'value', 'value.unit'],
    ['', 'Field', 'Value', 'Unit'],
    [null, 'site.id', 'works'],
    [null, 'site.name', 'Works'],
    [null, 'site.country', 'VN'],
    [null, 'site.currency', 'VND'],
    [null, 'period', '2025'],
  ]),
}

const HEADS = ['recp:materials', 'id', 'name', 'amount', 'amount.unit', 'price', 'note'] as const

/** A workbook with one sheet of materials below its hidden row and its heads. */
export function materials(
  rows: readonly (readonly HandCell[])[],
  more: Partial<HandMade> & { readonly hidden?: readonly number[]; readonly after?: string } = {},
): Uint8Array {
  const { hidden = [], after = '', sheets = [], ...rest } = more
  const heads = ['', 'Id *', 'Name', 'Amount', 'Unit', 'Price', 'Note']
  return handMade({
    ...rest,
    sheets: [
      GENERAL,
      { name: 'Materials', rows: handRows([HEADS, heads, ...rows], [1, ...hidden]), after },
      ...sheets,
    ],
  })
}
