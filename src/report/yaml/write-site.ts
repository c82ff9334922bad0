import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Node } from 'yaml'
import { isRawList, isRawMap } from '../../model/raw.js'
import type { Raw, RawMap } from '../../model/raw.js'
import type { Lang } from '../../model/text.js'
import { childNode, resolveNode } from '../../schema/schema-node.js'
import type { SchemaNode } from '../../schema/schema-node.js'
import { wordedSchema } from '../../schema/worded-schema.js'

/** Longest thing that stands on one line. A choice of layout. */
const WIDE = 140

/**
 * A site as a YAML file that people like to read: in the order of the schema, a thing a line where it fits, what a
 * section is above it. Read again, it is the same site.
 */
export function siteYaml(site: RawMap, lang: Lang): string {
  const document = new Document(null, { schema: 'failsafe' })
  const root = new YAMLMap()
  document.contents = root as Document['contents']
  for (const [index, [section, value]] of ordered(site, wordedSchema).entries()) {
    const schema = childNode(wordedSchema, section) ?? {}
    const pair = new Pair(heading(section, schema, index, lang), nodeOf(value, schema, 0))
    root.items.push(pair)
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true, indent: 2 })
}

/** The name of a section, with what it is for above it. */
function heading(section: string, schema: SchemaNode, index: number, lang: Lang): Scalar {
  const key = new Scalar(section)
  const about = lang === 'vi' ? schema['x-description-vi'] : schema.description
  if (index === 0) key.commentBefore = ` yaml-language-server: $schema=site.schema.json`
  const things = resolveNode(schema, wordedSchema)
  if (about !== undefined && index > 0 && (things.items !== undefined || things.type === 'object')) {
    key.commentBefore = ` ${about}`
    key.spaceBefore = true
  }
  return key
}

/** Fields in the order of the schema; names that people gave in their own. */
function ordered(map: RawMap, node: SchemaNode): readonly (readonly [string, Raw])[] {
  const entries = Object.entries(map)
  const order = Object.keys(node.properties ?? {})
  if (order.length === 0 || node['x-kind'] === 'facts') return entries
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return entries.sort(([a], [b]) => rank(a) - rank(b))
}

function nodeOf(raw: Raw, schema: SchemaNode, depth: number): Node {
  const node = machineNode(resolveNode(schema, wordedSchema), raw)
  if (typeof raw === 'string') return textNode(raw)
  const short = depth > 0 && isRawMap(raw) ? shorthand(raw, node) : undefined
  if (short !== undefined) return textNode(short)
  const flow = depth > 0 && inlineLength(raw) <= WIDE
  if (isRawList(raw)) {
    const list = new YAMLSeq<Node>()
    list.flow = flow || raw.length === 0
    list.items.push(...raw.map((item) => nodeOf(item, node.items ?? {}, depth + 1)))
    return list
  }
  const map = new YAMLMap<Scalar, Node>()
  map.flow = flow || Object.keys(raw).length === 0
  for (const [key, value] of ordered(raw, node))
    map.items.push(new Pair(new Scalar(key), nodeOf(value, childNode(node, key) ?? {}, depth + 1)))
  return map
}

/** An empty text needs quotes, or it would be no value at all. */
function textNode(text: string): Scalar {
  const node = new Scalar(text)
  if (text === '') node.type = Scalar.QUOTE_DOUBLE
  return node
}

/** A thing with nothing but its main field is that field. */
function shorthand(raw: RawMap, node: SchemaNode): string | undefined {
  const [only, ...others] = Object.entries(raw)
  return only !== undefined &&
    others.length === 0 &&
    only[0] === node['x-main'] &&
    typeof only[1] === 'string'
    ? only[1]
    : undefined
}

/** Of a machine, the node of its kind. */
function machineNode(node: SchemaNode, raw: Raw): SchemaNode {
  if (node['x-kind'] !== 'machine' || !isRawMap(raw)) return node
  const { system } = raw
  const definition = `machine-${typeof system === 'string' ? system : ''}`
  return Object.hasOwn(wordedSchema.$defs ?? {}, definition)
    ? resolveNode({ $ref: `#/$defs/${definition}` }, wordedSchema)
    : node
}

function inlineLength(raw: Raw): number {
  if (typeof raw === 'string') return raw.length + (/[,:#{}[\]"']/.test(raw) ? 2 : 0)
  const inner = isRawList(raw)
    ? raw.map(inlineLength)
    : Object.entries(raw).map(([key, item]) => key.length + 2 + inlineLength(item))
  return inner.reduce((sum, length) => sum + length + 2, 4)
}
