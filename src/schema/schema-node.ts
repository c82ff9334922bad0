/** One node of a JSON Schema, with the keywords that recp adds. */
export type SchemaNode = {
  readonly $schema?: string
  readonly $id?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, SchemaNode>>
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | number | boolean)[]
  readonly const?: string
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly maxLength?: number
  readonly minProperties?: number
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: SchemaNode | false
  readonly propertyNames?: SchemaNode
  readonly items?: SchemaNode
  readonly oneOf?: readonly SchemaNode[]
  readonly discriminator?: { readonly propertyName: string }
  /** What a quantity must measure, e.g. `mass/amount`; `|` separates alternatives. */
  readonly dimension?: string
  /** How a text is read. */
  readonly 'x-kind'?: string
  /** The field that a bare value fills. */
  readonly 'x-main'?: string
  /** What an id names: `good`, `flow`, `step` … */
  readonly 'x-ref'?: readonly string[]
  /** What the keys of a map name. */
  readonly 'x-key-ref'?: readonly string[]
  /** A list that may stand in a CSV file. */
  readonly 'x-rows'?: boolean
  /** Sibling field with the unit of bare numbers. */
  readonly 'x-unit-from'?: string
  /** Words in English and Vietnamese; only in the worded schema. */
  readonly title?: string
  readonly 'x-title-vi'?: string
  readonly 'x-label'?: string
  readonly 'x-label-vi'?: string
  readonly description?: string
  readonly 'x-description-vi'?: string
  readonly 'x-values-vi'?: readonly string[]
  /** Name in the trigger dictionary, and the unit there. */
  readonly 'x-variable'?: string
  readonly 'x-unit'?: string
}

/** Followed once and kept: a file of a thousand quantities asks for the same nodes a thousand times. */
const RESOLVED = new WeakMap<SchemaNode, WeakMap<SchemaNode, SchemaNode>>()

/** A node with its `$ref` followed; what stands beside the `$ref` wins. */
export function resolveNode(node: SchemaNode, root: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node
  const known = RESOLVED.get(root) ?? new WeakMap<SchemaNode, SchemaNode>()
  RESOLVED.set(root, known)
  const found = known.get(node) ?? followed(node, root)
  known.set(node, found)
  return found
}

function followed(node: SchemaNode, root: SchemaNode): SchemaNode {
  let resolved = node
  while (resolved.$ref !== undefined) {
    const { $ref, ...beside } = resolved
    let target: unknown = root
    for (const part of $ref.replace(/^#\//, '').split('/')) target = (target as Record<string, unknown>)[part]
    resolved = { ...(target as SchemaNode), ...beside }
  }
  return resolved
}

/** The node of a field, or of an entry of a map; `undefined` where there is none. */
export function childNode(node: SchemaNode, key: string): SchemaNode | undefined {
  if (node.properties !== undefined && Object.hasOwn(node.properties, key)) return node.properties[key]
  return node.additionalProperties === false ? undefined : node.additionalProperties
}
