import { isRawList, isRawMap, rawMap } from '../model/raw.js'
import type { Raw } from '../model/raw.js'
import { childNode, resolveNode } from './schema-node.js'
import type { SchemaNode } from './schema-node.js'

/**
 * Writes shorthands out: where a field has a main field, a bare value becomes `{ main: value }`. What does not fit
 * the schema passes through unchanged; the shape check reports it.
 */
export function writeOut(raw: Raw, node: SchemaNode, root: SchemaNode): Raw {
  const here = resolveNode(node, root)
  if (typeof raw === 'string') {
    const main = here['x-main']
    return main === undefined ? raw : rawMap([[main, raw]])
  }
  if (isRawList(raw))
    return here.items === undefined ? raw : raw.map((item) => writeOut(item, here.items ?? {}, root))
  if (!isRawMap(raw)) return raw
  const result = rawMap()
  for (const key of Object.keys(raw)) {
    const child = childNode(here, key)
    const value = raw[key] as Raw
    result[key] = child === undefined ? value : writeOut(value, child, root)
  }
  return result
}
