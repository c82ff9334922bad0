import type { Quantity } from '../model/quantity.js'
import type { Unit } from '../model/unit.js'
import { convert, dimensionsEqual, parseUnit } from '../units/index.js'

/** Units of the tool that a site's own unit may stand for, tried in this order. */
const PLAIN = ['pcs', 'kg', 'm3', 'm2', 'm', 'h', 'kWh', 'kW', 'batch', 'Nm3', 'tCO2e']

/**
 * A quantity in a unit of the site's own (`crate: 24 pcs`) in units that everybody knows, so that a saved audit and
 * its workbook need no list of units: `1 000 crate` is 24 000 pcs, `5 EUR/crate` is 0.208 EUR/pcs. What was written
 * stays as it was.
 */
export function inKnownUnit(quantity: Quantity, custom: ReadonlyMap<string, Unit>): Quantity {
  if (custom.size === 0 || 'unit' in parseUnit(quantity.unit.text)) return quantity
  const text = quantity.unit.text.replace(
    /[\p{L}_][\p{L}\p{N}_-]*/gu,
    (name) => plainName(custom.get(name)) ?? name,
  )
  const known = parseUnit(text)
  if (!('unit' in known)) return quantity
  const value = convert(quantity.value, quantity.unit, known.unit)
  if (value === undefined) return quantity
  const { plusMinus } = quantity
  const spread =
    plusMinus?.kind === 'absolute' ? convert(plusMinus.value, quantity.unit, known.unit) : undefined
  return {
    ...quantity,
    value,
    unit: known.unit,
    ...(spread === undefined ? {} : { plusMinus: { kind: 'absolute', value: spread } }),
  }
}

function plainName(unit: Unit | undefined): string | undefined {
  if (unit === undefined) return undefined
  const currency = Object.keys(unit.dimension)
  return [...PLAIN, ...(currency.length === 1 ? currency : [])].find((name) => {
    const parsed = parseUnit(name)
    return 'unit' in parsed && dimensionsEqual(parsed.unit.dimension, unit.dimension)
  })
}
