import { strFromU8, unzipSync } from 'fflate'
import { parseArea } from '../report/xlsx/address.js'
import { attributeOf, sheetParts, unescapeXml } from '../report/xlsx/sheet-parts.js'
import { moveFormula } from './area-cells.js'

/** A cell as it stands in a file: its stored value, and the formula where it has one. An error is its text. */
export type StoredCell = { readonly value: number | string | boolean | null; readonly formula?: string }

export type StoredSheet = {
  readonly name: string
  readonly part: string
  /** Address → cell. */
  readonly cells: ReadonlyMap<string, StoredCell>
}

export type StoredBook = {
  readonly sheets: readonly StoredSheet[]
  /** Name → what it refers to; names that belong to one sheet are left out. */
  readonly names: ReadonlyMap<string, string>
}

/** Reads the cells of a workbook from its XML, with nothing of the library that wrote it. */
export function readCells(bytes: Uint8Array): StoredBook {
  return cellsOf(unzipSync(bytes))
}

/** The same from the parts of the file: path → bytes. */
export function cellsOf(parts: Readonly<Record<string, Uint8Array>>): StoredBook {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map((si) =>
    runs(si[1] ?? ''),
  )
  const workbook = text('xl/workbook.xml')
  const sheets = sheetParts(workbook, text('xl/_rels/workbook.xml.rels')).map(({ name, part }) => {
    return { name, part, cells: sheetCells(text(part), strings) }
  })
  const names = [...workbook.matchAll(/<definedName\b([^>]*)>([^<]*)<\/definedName>/g)]
    .filter(([, attributes = '']) => !attributes.includes('localSheetId'))
    .map(([tag, , target = '']) => [attributeOf(tag, 'name') ?? '', unescapeXml(target)] as const)
  return { sheets, names: new Map(names) }
}

function sheetCells(xml: string, strings: readonly string[]): ReadonlyMap<string, StoredCell> {
  const cells = new Map<string, StoredCell>()
  const shared = new Map<string, Shared>()
  for (const [, attributes = '', body = ''] of xml.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const address = attributeOf(attributes, 'r')
    if (!address) continue
    const formula = formulaIn(body, address, shared)
    const value = storedValue(attributeOf(attributes, 't'), body, strings)
    if (formula === undefined && value === null) continue
    cells.set(address, { value, ...(formula !== undefined && { formula }) })
  }
  return cells
}

/** A formula that Excel wrote once for several cells, and the cell it was written for. */
type Shared = { readonly formula: string; readonly address: string }

function formulaIn(body: string, address: string, shared: Map<string, Shared>): string | undefined {
  const match = /<f\b([^>]*?)(?:\/>|>([^<]*)<\/f>)/.exec(body)
  if (match === null) return undefined
  const [, attributes = '', text = ''] = match
  const group = attributeOf(attributes, 't') === 'shared' ? attributeOf(attributes, 'si') : undefined
  if (text !== '') {
    const formula = unescapeXml(text)
    if (group !== undefined) shared.set(group, { formula, address })
    return formula
  }
  const first = group === undefined ? undefined : shared.get(group)
  if (first === undefined) return undefined
  const [from, to] = [parseArea(first.address), parseArea(address)]
  return moveFormula(first.formula, to.top - from.top, to.left - from.left)
}

function storedValue(
  type: string | undefined,
  body: string,
  strings: readonly string[],
): StoredCell['value'] {
  if (type === 'inlineStr') return runs(body)
  const match = /<v(?: [^>]*)?>([^<]*)<\/v>|<v\/>/.exec(body)
  if (!match) return null
  const raw = unescapeXml(match[1] ?? '')
  if (type === 's') return strings[Number(raw)] ?? ''
  if (type === 'b') return raw === '1'
  if (type === 'str' || type === 'e') return unescapeText(raw)
  return Number(raw)
}

function runs(xml: string): string {
  return unescapeText(
    [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((t) => unescapeXml(t[1] ?? '')).join(''),
  )
}

/** `_x000A_` is how a file spells characters XML cannot hold. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
