import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.js'
import { runRecp } from '../cli/run-recp.js'
import { EXAMPLES, exampleAudit } from '../report/workbook/example-audit.js'
import { modelTypes, typeShape } from './model-shape.js'
import { resolved, schemaShape, type Schema } from './schema-shape.js'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'schemas/audit.schema.json'), 'utf8')) as Schema

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
ajv.addVocabulary(['x-description-vi'])
const validate = ajv.compile(schema)

function problems(audit: unknown): readonly string[] {
  validate(audit)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

type Plain = { [key: string]: unknown }

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A saved audit, as it is read back. */
const saved = (audit: Audit): Plain => JSON.parse(JSON.stringify(audit)) as Plain

/** Every schema of an object with named fields, with the path to it. */
function objects(node: Schema, path: string): readonly [string, Schema][] {
  const children: [string, Schema | false | undefined][] = [
    ...Object.entries(node.properties ?? {}).map(([key, child]): [string, Schema] => [
      `${path}.${key}`,
      child,
    ]),
    ...Object.entries(node.$defs ?? {}).map(([key, child]): [string, Schema] => [key, child]),
    ...(node.oneOf ?? []).map((child): [string, Schema] => [path, child]),
    [`${path}[]`, node.items],
    [`${path}.*`, node.additionalProperties],
  ]
  const below = children.flatMap(([name, child]) => (child ? objects(child, name) : []))
  return node.properties === undefined ? below : [[path, node], ...below]
}

/**
 * One object of each kind in a value, by its path without the numbers of list items; what a map holds under a
 * free key counts as one kind.
 */
function specimens(value: unknown, path: string, found: Map<string, Plain>): Map<string, Plain> {
  if (Array.isArray(value)) for (const item of value) specimens(item, `${path}[]`, found)
  if (!isPlain(value)) return found
  const isMap = /\.(contents|layers|uses|args|names)$/.test(path)
  if (!isMap && !found.has(path)) found.set(path, value)
  for (const [key, item] of Object.entries(value)) specimens(item, `${path}.${isMap ? '*' : key}`, found)
  return found
}

describe('the schema of a saved audit', () => {
  it('says what src/model says, field by field', () => {
    const types = modelTypes(join(root, 'src/model'))
    expect(schemaShape(schema, schema)).toEqual(typeShape('Audit', types))
  })

  it('describes every field in English and Vietnamese, and closes every object', () => {
    const all = objects(schema, 'audit')
    expect(all.length).toBeGreaterThan(40)
    const bare = all.flatMap(([path, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([, child]) => !resolved(child, schema).description || !resolved(child, schema)['x-description-vi'],
        )
        .map(([key]) => `${path}.${key}`),
    )
    expect(bare).toEqual([])
    expect(all.filter(([, node]) => node.additionalProperties !== false).map(([path]) => path)).toEqual([])
  })

  it('uses every definition', () => {
    const text = JSON.stringify(schema)
    const names = Object.keys(schema.$defs ?? {})
    expect(names.filter((name) => !text.includes(`"#/$defs/${name}"`))).toEqual([])
  })

  it.each(['audit', 'entry', 'method', 'site'])('is printed by recp schema %s', async (name) => {
    const { exit, stdout } = await runRecp(['schema', name])
    expect(exit).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })
})

describe.each(EXAMPLES)('the audit of %s', (name) => {
  it('fits the schema', async () => {
    expect(problems(saved(await exampleAudit(name)))).toEqual([])
  })

  it('does not fit with a key that nobody knows, wherever it stands', async () => {
    const audit = saved(await exampleAudit(name))
    const found = specimens(audit, 'audit', new Map())
    expect(found.size).toBeGreaterThan(30)
    const unseen = [...found].filter(([, object]) => {
      object['unheard-of'] = 1
      validate(audit)
      delete object['unheard-of']
      return validate.errors === null || validate.errors === undefined
    })
    expect(unseen.map(([path]) => path)).toEqual([])
  })

  it('does not fit with a number that lacks its ancestry', async () => {
    const { figures, ...rest } = await exampleAudit(name)
    const derived = figures.find(({ kind }) => kind === 'derived')
    const { formula: _, ...bare } = { ...derived }
    expect(problems({ ...saved({ figures: [], ...rest }), figures: [bare] })).toContain(
      "/figures/0 must have required property 'formula'",
    )
    const silent = { ...figures[0], value: null }
    expect(problems({ ...saved({ figures: [], ...rest }), figures: [silent] })).not.toEqual([])
  })
})
