import type { Quantity } from '../model/quantity.js'
import { asText, type Name, type Text } from '../model/text.js'
import type { Bill, Meter, Reading, Site, Term } from '../schema/site.js'
import { convert } from '../units/index.js'
import type { Normalising } from './stage.js'

/** What rows are about: a meter, or a good or flow without one. */
export type Source = {
  readonly name: string
  readonly label: Text
  readonly reads: readonly Term[]
  readonly meter?: Meter
}

export function sourceOf(work: Normalising, row: Reading | Bill): Source | undefined {
  if (row.meter !== undefined) {
    const meter = work.site.meters[row.meter]
    if (meter === undefined) return undefined
    return { name: row.meter, label: asText(meter.name, row.meter), reads: meter.reads, meter }
  }
  return row.of === undefined
    ? undefined
    : {
        name: row.of,
        label: asText(nameOf(work.site, row.of), row.of),
        reads: [{ of: row.of, coefficient: 1 }],
      }
}

/** What the site calls a good or a flow. */
function nameOf(site: Site, id: string): Name | undefined {
  const { products, materials, water, energy, residues, flows } = site
  const lists = [products, materials, water, energy, residues, flows]
  return lists.find((list) => Object.hasOwn(list, id))?.[id]?.name
}

/** Multiplies by the meter's factor (current transformer, pulse value) and gives it the meter's accuracy. */
export function throughMeter(quantity: Quantity, meter: Meter | undefined): Quantity {
  return withAccuracy(times(quantity, meter?.factor), meter)
}

function times(quantity: Quantity, factor: Quantity | undefined): Quantity {
  if (factor === undefined || factor.value === 1) return quantity
  const { plusMinus } = quantity
  const scaled =
    plusMinus?.kind === 'absolute'
      ? { plusMinus: { ...plusMinus, value: plusMinus.value * Math.abs(factor.value) } }
      : {}
  return { ...quantity, value: quantity.value * factor.value, ...scaled }
}

function withAccuracy(quantity: Quantity, meter: Meter | undefined): Quantity {
  const accuracy = meter?.accuracy
  if (quantity.plusMinus !== undefined || accuracy === undefined) return quantity
  const value = accuracy.value / (accuracy.unit.text === '%' ? 100 : 1)
  return { ...quantity, plusMinus: { kind: 'relative', value } }
}

/** The sum of quantities in the unit of the first, with weights; `undefined` where they measure different things. */
export function sumOf(
  parts: readonly { readonly quantity: Quantity; readonly weight: number }[],
  at: string,
  otherwise: 'measured' | 'billed',
): Quantity | undefined {
  const first = parts[0]?.quantity
  if (first === undefined) return undefined
  const values = parts.map(({ quantity, weight }) => {
    const value = convert(quantity.value, quantity.unit, first.unit)
    return value === undefined ? undefined : value * weight
  })
  if (values.includes(undefined)) return undefined
  const bases = new Set(parts.map(({ quantity }) => quantity.basis))
  return {
    value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    unit: first.unit,
    written: `Σ ${parts.length} × ${first.unit.text}`,
    basis: bases.size === 1 ? (first.basis ?? otherwise) : otherwise,
    at,
  }
}
