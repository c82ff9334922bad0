import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import { standardUncertainty } from '../inputs/standard-uncertainty.js'
import type { Quantity } from '../model/quantity.js'
import type { Unit } from '../model/unit.js'
import type { MethodInput, UncertaintyDefaults } from '../templates/content.js'
import { convert, convertDifference, parseUnit } from '../units/index.js'

/**
 * The figure of a given input, in the unit of the method. Its uncertainty is what stands after ±, one standard
 * deviation as in a site file, else that of the basis it names; a value that says neither has none.
 */
export function givenFigure(
  input: MethodInput,
  quantity: Quantity,
  defaults: UncertaintyDefaults,
): Figure | Diagnostic {
  const { name, label, unit, show } = input
  const parsed = parseUnit(unit)
  const wrong = diagnose('M103', quantity.at, {
    input: name,
    written: quantity.written,
    unit: shownUnit(input),
  })
  if ('problem' in parsed || lacksUnit(quantity, parsed.unit) || quantity.of !== undefined || quantity.below)
    return wrong
  const value = convert(quantity.value, quantity.unit, parsed.unit)
  if (value === undefined) return wrong
  const own = standardUncertainty(quantity, (basis) => basis && defaults.byBasis[basis])
  const sd = own === undefined ? undefined : convertDifference(own.sd, quantity.unit, parsed.unit)
  return {
    id: name,
    label,
    value,
    unit,
    ...(show !== undefined && { show }),
    kind: 'input',
    ...(quantity.basis !== undefined && { basis: quantity.basis }),
    ...(quantity.source !== undefined && { source: quantity.source }),
    ...(sd !== undefined && sd > 0 && { sd }),
    at: quantity.at,
    written: quantity.written,
  }
}

/** How the unit of an input is asked for. */
export function shownUnit({ unit, show }: MethodInput): string {
  return show ?? unit.replace(/^1\//, '/')
}

/** `hours: 6000` for h/yr: a bare number would be read as years per year. */
function lacksUnit({ unit: given }: Quantity, wanted: Unit): boolean {
  const timeShare = Object.keys(wanted.dimension).length === 0 && /^(h|min|s|d)\//.test(wanted.text)
  return timeShare && !given.text.includes('/')
}
