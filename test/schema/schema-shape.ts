import { eitherOf, type Shape } from './model-shape.js'

/** The keywords that the audit schema uses. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false | Schema
  readonly description?: string
  readonly 'x-description-vi'?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

const atom = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value))

/** The schema behind a reference, with what stands beside the reference. */
export function resolved(schema: Schema, root: Schema): Schema {
  const { $ref, ...beside } = schema
  if ($ref === undefined) return schema
  return { ...root.$defs?.[$ref.replace('#/$defs/', '')], ...beside }
}

/** What a schema says of the shape of a value; ranges and patterns are left out. */
export function schemaShape(schema: Schema, root: Schema): Shape {
  const {
    type,
    enum: values,
    oneOf,
    items,
    properties,
    additionalProperties,
    ...rest
  } = resolved(schema, root)
  if ('const' in rest) return atom(rest.const)
  if (values !== undefined) return eitherOf(values.map(atom))
  if (oneOf !== undefined) return eitherOf(oneOf.map((one) => schemaShape(one, root)))
  if (items !== undefined) return { list: schemaShape(items, root) }
  if (properties !== undefined) {
    const fields = Object.entries(properties).map(([key, child]): [string, Shape] => [
      rest.required?.includes(key) === true ? key : `${key}?`,
      schemaShape(child, root),
    ])
    return { fields: Object.fromEntries(fields) }
  }
  if (additionalProperties) return { map: schemaShape(additionalProperties, root) }
  const names = typeof type === 'string' ? [type] : (type ?? [])
  return eitherOf(names.map((name) => (name === 'integer' ? 'number' : name)))
}
