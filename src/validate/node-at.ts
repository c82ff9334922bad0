import { pointerKeys } from '../model/pointer.js'
import { isRawMap } from '../model/raw.js'
import type { Raw } from '../model/raw.js'
import { childNode, resolveNode } from '../schema/schema-node.js'
import type { SchemaNode } from '../schema/schema-node.js'

/** A node with its `$ref` followed; of several kinds of machine the one that `system` names. */
export function nodeOf(node: SchemaNode, raw: Raw | undefined, root: SchemaNode): SchemaNode {
  const here = resolveNode(node, root)
  const tag = here.discriminator?.propertyName
  if (tag === undefined || !isRawMap(raw)) return here
  const system = typeof raw[tag] === 'string' ? raw[tag] : ''
  const branch = (here.oneOf ?? []).find(({ $ref }) => $ref === `#/$defs/machine-${system}`)
  return branch === undefined ? here : { ...here, ...resolveNode(branch, root) }
}

/** What the schema says about a place, and what stands there. */
export function nodeAt(
  pointer: string,
  raw: Raw,
  root: SchemaNode,
): { node: SchemaNode; raw: Raw | undefined } {
  let value: Raw | undefined = raw
  let node = nodeOf(root, value, root)
  for (const key of pointerKeys(pointer)) {
    const child: SchemaNode | undefined = Array.isArray(value) ? node.items : childNode(node, key)
    value = Array.isArray(value)
      ? (value as readonly Raw[])[Number(key)]
      : isRawMap(value)
        ? value[key]
        : undefined
    node = nodeOf(child ?? {}, value, root)
  }
  return { node, raw: value }
}
