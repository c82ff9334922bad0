import { isRawList, isRawMap, rawMap } from '../model/raw.js'
import type { Raw } from '../model/raw.js'
import { childNode, resolveNode } from '../schema/schema-node.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { joinPath, splitPath } from './path.js'
import { composeQuantity, QUANTITY_PARTS, quantityCells, unitsClash } from './quantity-cells.js'
import type { QuantityCells } from './quantity-cells.js'

/** One thing of a site as a row: name of the column → text of the cell. */
export type Row = ReadonlyMap<string, string>

/** A row as one text, whatever the order of its columns: two rows agree where these do. */
export function rowText(row: Iterable<readonly [string, string]>): string {
  return JSON.stringify([...row].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const EMPTY_MAP = '{}'
const EMPTY_LIST = '[]'

/**
 * The cells of one thing. `split` says for which quantities unit, basis and the like have columns of their own.
 * `assemble` makes the same thing of them again.
 */
export function flatten(
  raw: Raw,
  node: SchemaNode,
  root: SchemaNode,
  split: (path: string) => boolean,
): Map<string, string> {
  const cells = new Map<string, string>()
  const walk = (value: Raw, schema: SchemaNode, path: string): void => {
    const here = resolveNode(schema, root)
    const quantity = here['x-kind'] === 'quantity' ? quantityCells(value, split(path)) : undefined
    if (quantity !== undefined) return putQuantity(cells, path, quantity)
    if (typeof value === 'string') return void cells.set(path, value)
    const joined = isRawList(value) ? joinedList(value, here) : undefined
    if (joined !== undefined) return void cells.set(path, joined)
    const inner = isRawList(value)
      ? value.map((item, i) => [String(i + 1), item] as const)
      : Object.entries(value)
    if (inner.length === 0 && path !== '') cells.set(path, isRawList(value) ? EMPTY_LIST : EMPTY_MAP)
    for (const [key, item] of inner)
      walk(item, (isRawList(value) ? here.items : childNode(here, key)) ?? {}, below(path, key))
  }
  walk(raw, node, '')
  return cells
}

function below(path: string, key: string): string {
  return path === '' ? joinPath(key) : `${path}.${joinPath(key)}`
}

function putQuantity(cells: Map<string, string>, path: string, quantity: QuantityCells): void {
  if (quantity.main !== undefined) cells.set(path, quantity.main)
  for (const part of QUANTITY_PARTS) {
    const text = quantity[part]
    if (text !== undefined) cells.set(below(path, part), text)
  }
}

/** Short texts stand in one cell: ids parted by commas, sentences by semicolons. */
function joinedList(list: readonly Raw[], node: SchemaNode): string | undefined {
  const mark = listMark(node)
  const texts = list.filter((item) => typeof item === 'string')
  if (mark === undefined || texts.length === 0 || texts.length < list.length) return undefined
  const joined = texts.join(`${mark} `)
  const again = splitList(joined, mark)
  return again.length === texts.length && again.every((text, i) => text === texts[i]) ? joined : undefined
}

function listMark(node: SchemaNode): string | undefined {
  const item = node.items
  if (item?.$ref === '#/$defs/id') return ','
  return item?.$ref === '#/$defs/text' ? ';' : undefined
}

function splitList(text: string, mark: string): readonly string[] {
  return text
    .split(mark === ',' ? /[,;]/ : mark)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

type Tree = { text?: string; readonly children: Map<string, Tree> }

/** A thing put together from its cells; `clashes` are quantities with two units. `undefined` where nothing stands. */
export function assemble(
  cells: Iterable<readonly [string, string]>,
  node: SchemaNode,
  root: SchemaNode,
): { readonly raw: Raw | undefined; readonly clashes: readonly string[] } {
  const tree: Tree = { children: new Map() }
  for (const [path, text] of cells) {
    let branch = tree
    for (const key of splitPath(path)) {
      const next: Tree = branch.children.get(key) ?? { children: new Map() }
      branch.children.set(key, next)
      branch = next
    }
    branch.text = text
  }
  const clashes: string[] = []
  return { raw: rawOf(tree, node, root, '', clashes), clashes }
}

function rawOf(
  tree: Tree,
  schema: SchemaNode,
  root: SchemaNode,
  path: string,
  clashes: string[],
): Raw | undefined {
  const node = resolveNode(schema, root)
  if (node['x-kind'] === 'quantity') return quantityOf(tree, path, clashes)
  if (tree.children.size === 0) return tree.text === undefined ? undefined : leafOf(tree.text, node)
  const main = node['x-main']
  const text: readonly (readonly [string, Tree])[] =
    tree.text === undefined || main === undefined || tree.children.has(main)
      ? []
      : [[main, { text: tree.text, children: new Map() }]]
  if (node.items !== undefined) {
    const rows = [...tree.children].sort(([a], [b]) => Number(a) - Number(b))
    return rows.flatMap(
      ([key, child]) => rawOf(child, node.items ?? {}, root, below(path, key), clashes) ?? [],
    )
  }
  return rawMap(
    [...text, ...tree.children].flatMap(([key, child]) => {
      const raw = rawOf(child, childNode(node, key) ?? {}, root, below(path, key), clashes)
      return raw === undefined ? [] : [[key, raw] as const]
    }),
  )
}

function leafOf(text: string, node: SchemaNode): Raw {
  if (node.items !== undefined) {
    const mark = listMark(node)
    return text === EMPTY_LIST || mark === undefined ? [] : splitList(text, mark)
  }
  const isMap = node.properties !== undefined || node['x-kind'] === 'map'
  return isMap && text === EMPTY_MAP ? rawMap() : text
}

function quantityOf(tree: Tree, path: string, clashes: string[]): Raw | undefined {
  const parts = [...tree.children].flatMap(([key, { text }]) =>
    text === undefined ? [] : [[key, text] as const],
  )
  const cells: QuantityCells = {
    ...Object.fromEntries(parts),
    ...(tree.text === undefined ? {} : { main: tree.text }),
  }
  if (unitsClash(cells)) {
    clashes.push(path)
    return undefined
  }
  return composeQuantity(cells)
}

/** Whether two things are the same, whatever the order of the fields in them. */
export function sameRaw(a: Raw | undefined, b: Raw | undefined): boolean {
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return a === b
  if (isRawList(a) || isRawList(b))
    return isRawList(a) && isRawList(b) && a.length === b.length && a.every((item, i) => sameRaw(item, b[i]))
  const keys = Object.keys(a)
  return (
    isRawMap(a) &&
    isRawMap(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => sameRaw(a[key], b[key]))
  )
}
