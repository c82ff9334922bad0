import { readFileSync, writeFileSync } from 'node:fs'
import { readCells } from '../../src/verify/read-cells.js'
import { changeSheets } from '../report/recalculate.js'

/** A table of a page: its heads, and rows of what is typed. */
export type TypedTable = {
  readonly sheet: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows of a table of Markdown as their cells. */
export function tableOf(sheet: string, markdown: string): TypedTable {
  const [heads = [], , ...rows] = markdown
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  return { sheet, heads, rows }
}

/**
 * Types a table into a form as a person would: numbers and days become what Excel makes of them, text in quotes stays
 * text. The first column names the row by its id or number; `new` is the next empty one.
 */
export function typeIntoForm(file: string, { sheet, heads, rows }: TypedTable): void {
  const bytes = Uint8Array.from(readFileSync(file))
  const found = readCells(bytes).sheets.find(({ name }) => name === sheet)
  if (found === undefined) throw new Error(`${file} has no sheet ${sheet}`)
  const at = (address: string): string => String(found.cells.get(address)?.value ?? '')
  const columns = [...found.cells.keys()]
    .filter((address) => /^[A-Z]+4$/.test(address))
    .map((address) => [headText(at(address)), address.slice(0, -1)] as const)
  let last = Math.max(...[...found.cells.keys()].map((address) => Number(/\d+$/.exec(address)?.[0])))
  const typed = rows.flatMap(([key = '', ...texts]) => {
    const ids = [...found.cells].filter(([address, { value }]) => /^B\d+$/.test(address) && value === key)
    const known = ids[0]?.[0].slice(1) ?? (/^\d+$/.test(key) ? key : undefined)
    const row = known ?? String((last += 1))
    const isNew = known === undefined && key !== 'new'
    const own = texts.map((text, i) => [`${columnOf(columns, heads[i + 1] ?? '')}${row}`, text] as const)
    return [...(isNew ? [[`B${row}`, key] as const] : []), ...own].filter(([, text]) => text !== '')
  })
  const changed = changeSheets(bytes, (xml, part) =>
    part === found.part ? typed.reduce((text, [address, entry]) => entered(text, address, entry), xml) : xml,
  )
  writeFileSync(file, changed)
}

/** `Amount: ± [%] *` of a head in two languages → `Amount: ±` */
function headText(head: string): string {
  return (head.split('\n')[0] ?? '').replace(/\s*\*$/, '').replace(/\s*\[[^\]]*\]$/, '')
}

function columnOf(columns: readonly (readonly [string, string])[], head: string): string {
  const found = columns.find(([label]) => label === head)
  if (found === undefined) throw new Error(`no column ${head}: ${columns.map(([label]) => label).join(', ')}`)
  return found[1]
}

function entered(xml: string, address: string, typed: string): string {
  const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`)
  if (!cell.test(xml)) throw new Error(`the form has no cell ${address}`)
  return xml.replace(cell, (_, style = '') => `<c r="${address}"${style}${contentOf(typed)}</c>`)
}

function contentOf(typed: string): string {
  if (/^\d+(\.\d+)?$/.test(typed)) return `><v>${typed}</v>`
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) return `><v>${Date.parse(typed) / 86_400_000 + 25_569}</v>`
  return ` t="inlineStr"><is><t>${typed.replace(/^"(.*)"$/, '$1')}</t></is>`
}
