import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { BASES } from '../model/quantity.js'
import type { Basis, Quantity } from '../model/quantity.js'
import { isRawMap } from '../model/raw.js'
import type { Raw } from '../model/raw.js'
import type { Unit } from '../model/unit.js'
import type { SchemaNode } from '../schema/schema-node.js'
import { formatDimension, parseQuantity, parseUnit } from '../units/index.js'
import type { UnitOptions } from '../units/index.js'
import { inKnownUnit } from './known-unit.js'
import { unreadable } from './unreadable.js'
import { exampleFor, isDifference, measures, takesBareNumber, type Money } from './expected-dimension.js'

/** Units that the site defines, and the money that it counts in. */
export type QuantityOptions = UnitOptions & { readonly money?: Money }

export type QuantityRead = { readonly quantity: Quantity } | { readonly problem: Diagnostic }

/** Reads a quantity of the input and checks what it measures. `unit` is that of bare numbers, where the row has one. */
export function readQuantity(
  raw: Raw,
  node: SchemaNode,
  at: string,
  options: QuantityOptions,
  unit: string | undefined,
): QuantityRead {
  const fields = isRawMap(raw) ? raw : undefined
  const text = fields === undefined ? raw : fields['value']
  const value = typeof text === 'string' ? text : ''
  const spread = fields?.['plus-minus']
  const written = typeof spread === 'string' ? `${value} ± ${spread}` : value
  const parsed = parseQuantity(written, at, options)
  if ('problem' in parsed) return { problem: unreadable(parsed.problem, at) }
  const own = fields?.['unit']
  const sized = withUnit(parsed.quantity, typeof own === 'string' ? own : unit, at, options)
  if ('problem' in sized) return sized
  const problem = misfit(sized.quantity, node, at, options.money)
  if (problem !== undefined) return { problem }
  const quantity = inKnownUnit(sized.quantity, options.custom ?? new Map())
  return { quantity: fields === undefined ? quantity : withFields(quantity, fields) }
}

/** A bare number takes the unit of its row. */
function withUnit(
  quantity: Quantity,
  unit: string | undefined,
  at: string,
  options: UnitOptions,
): QuantityRead {
  if (unit === undefined || quantity.unit.text !== '1') return { quantity }
  const parsed = parseUnit(unit, options)
  if ('unit' in parsed)
    return { quantity: { ...quantity, unit: parsed.unit, written: `${quantity.written} ${unit}` } }
  const { part } = parsed.problem
  const problem = {
    kind: 'unit',
    written: unit,
    part,
    unit: parsed.problem,
    start: 0,
    length: unit.length,
  } as const
  return { problem: unreadable(problem, at) }
}

function withFields(quantity: Quantity, fields: Readonly<Record<string, Raw>>): Quantity {
  const basis = fields['basis']
  const known = BASES.find((b) => b === basis) satisfies Basis | undefined
  const texts = ['source', 'date', 'note', 'layer'].flatMap((key) => {
    const text = fields[key]
    return typeof text === 'string' ? [[key, text]] : []
  })
  return { ...quantity, ...(known === undefined ? {} : { basis: known }), ...Object.fromEntries(texts) }
}

/** What is wrong with the unit for this place; `undefined` where it fits. */
function misfit(quantity: Quantity, node: SchemaNode, at: string, money?: Money): Diagnostic | undefined {
  const wants = node.dimension ?? 'any'
  const { unit, written } = quantity
  if (quantity.of !== undefined && wants.includes('goods')) return undefined
  const example = exampleFor(wants, node['x-unit'], money)
  if (unit.text === '1' && !takesBareNumber(wants))
    return diagnose('U202', at, { thing: at, written, wants, example })
  if (wants === 'time/time') return timeShare(unit) ? undefined : diagnose('U204', at, { thing: at, written })
  if (!measures(wants, unit)) {
    return diagnose('U201', at, { thing: at, written, has: formatDimension(unit.dimension), wants, example })
  }
  if (!isDifference(wants) || unit.offset === 0) return undefined
  const better = wants.startsWith('temperature') ? 'K' : 'bar'
  return diagnose('U203', at, { thing: at, written, unit: unit.text, better })
}

/** `h/yr` and `d/wk` measure time per time, which a plain `70 %` does not say. */
function timeShare(unit: Unit): boolean {
  return Object.keys(unit.dimension).length === 0 && unit.text.includes('/')
}
