import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveNode } from '../../src/schema/schema-node.js'
import type { SchemaNode } from '../../src/schema/schema-node.js'
import { formatDimension, parseDimension, parseUnit } from '../../src/units/index.js'
import { measures } from '../../src/validate/expected-dimension.js'

const root = join(import.meta.dirname, '../..')

type Described = SchemaNode & { readonly description?: string; readonly 'x-description-vi'?: string }

const siteSchema = JSON.parse(readFileSync(join(root, 'schemas/site.schema.json'), 'utf8')) as SchemaNode

/** Every node of the schema with the path to it. */
function nodes(node: SchemaNode, path: string): [string, SchemaNode][] {
  const children: [string, SchemaNode | undefined][] = [
    ...Object.entries(node.properties ?? {}).map(([key, child]): [string, SchemaNode] => [
      `${path}.${key}`,
      child,
    ]),
    ...Object.entries(node.$defs ?? {}).map(([key, child]): [string, SchemaNode] => [key, child]),
    [`${path}[]`, node.items],
    [`${path}.*`, node.additionalProperties || undefined],
  ]
  return [
    [path, node],
    ...children.flatMap(([name, child]) => (child === undefined ? [] : nodes(child, name))),
  ]
}

const all = nodes(siteSchema, 'site')

describe('what is generated from the site schema', () => {
  it('is fresh', () => {
    const script = join(root, 'scripts/generate-schema.mjs')
    expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('')
  })

  it('the reference page of the site file is fresh', () => {
    const script = join(root, 'scripts/generate-site-reference.mjs')
    expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('')
  })

  it('compiles to a module without imports', () => {
    const text = readFileSync(join(root, 'src/schema/validate-site.js'), 'utf8')
    expect(/(^|[;}\n])import\b/.test(text)).toBe(false)
  })
})

describe('the site schema', () => {
  it('describes every field in English and Vietnamese', () => {
    const bare = all.filter(([, node]) =>
      Object.values(node.properties ?? {}).some((child) => {
        const { description, 'x-description-vi': vi } = resolveNode(child, siteSchema) as Described
        return child.properties === undefined && (!description || !vi)
      }),
    )
    expect(bare.map(([path]) => path)).toEqual([])
  })

  it('closes every object', () => {
    const open = all.filter(
      ([, node]) => node.properties !== undefined && node.additionalProperties !== false,
    )
    expect(open.map(([path]) => path)).toEqual([])
  })

  it('asks only for dimensions that the units know', () => {
    const plain = new Set(['any', 'share', 'number', 'goods', 'pressure-difference'])
    const unknown = all.flatMap(([path, { dimension }]) =>
      (dimension ?? '')
        .split(/[|/]/)
        .map((word) => word.trim())
        .filter((word) => word !== '' && !plain.has(word) && parseDimension(word) === undefined)
        .map((word) => `${path}: ${word}`),
    )
    expect(unknown).toEqual([])
  })

  it('gives each variable of the dictionary a unit that measures its dimension', () => {
    const wrong = all.flatMap(([path, node]) => {
      const { 'x-unit': unit, dimension } = node
      if (!unit || dimension === undefined) return []
      const parsed = parseUnit(unit)
      if ('problem' in parsed) return [`${path}: ${unit} is unknown`]
      return measures(dimension, parsed.unit)
        ? []
        : [`${path}: ${unit} is ${formatDimension(parsed.unit.dimension)}`]
    })
    expect(wrong).toEqual([])
  })

  it('keeps names that mean something to JavaScript out of maps', () => {
    const id = siteSchema.$defs?.['id']?.pattern ?? ''
    expect(new RegExp(id).test('__proto__')).toBe(false)
  })
})
