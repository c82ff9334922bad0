import type { Figure } from '../model/figure.js'
import type { Good, State } from '../schema/site.js'
import { measures, type Carrier } from './contents.js'
import { quotientUnit } from '../units/index.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { about, type Normalising } from './stage.js'

const LABELS = {
  temperature: { en: 'temperature', vi: 'nhiệt độ' },
  pressure: { en: 'pressure', vi: 'áp suất' },
  dryness: { en: 'dryness', vi: 'độ khô' },
} as const

/** Water in any state: its heat follows from temperature, pressure and dryness (IAPWS-IF97). */
export function isWater(list: string, good: Pick<Good, 'fluid'>): boolean {
  return good.fluid === 'water' || (list === 'water' && good.fluid === undefined)
}

/** By what is known of the state; liquid at its boiling pressure where only a temperature is, which no plant can tell. */
function formulaOf({ temperature, pressure, dryness }: State): string | undefined {
  if (pressure !== undefined && dryness !== undefined) return 'steam_h(pressure, dryness)'
  if (pressure !== undefined && temperature !== undefined) return 'steam_h_pt(pressure, temperature)'
  if (temperature === undefined) return undefined
  return dryness === undefined
    ? 'steam_h(steam_p_sat(temperature), 0)'
    : 'steam_h(steam_p_sat(temperature), dryness)'
}

/**
 * Heat that one unit of water or steam carries in its state, counted from liquid water at 0 °C. `undefined` where the
 * state does not say enough, or where the unit has no mass.
 */
export function enthalpyPerUnit(
  work: Normalising,
  carrier: Carrier,
  state: State,
  mass: string | undefined,
): Figure | undefined {
  const formula = formulaOf(state)
  if (formula === undefined || mass === undefined || measures(carrier.unit, 'energy')) return undefined
  const id = `${carrier.id}.carries.energy`
  const known = work.ledger.get(id)
  if (known !== undefined) return known
  const uses: Record<string, string> = { mass }
  for (const name of ['temperature', 'pressure', 'dryness'] as const) {
    const quantity = state[name]
    if (quantity !== undefined && formula.includes(name))
      uses[name] = enterQuantity(
        work,
        `${carrier.id}.state.${name}`,
        about(carrier.label, LABELS[name]),
        quantity,
      ).id
  }
  return work.ledger.derive({
    id,
    label: about(carrier.label, { en: 'heat carried', vi: 'nhiệt mang theo' }),
    unit: quotientUnit('GJ', carrier.unit),
    formula: `${formula} * mass`,
    uses,
    exact: ['mass'],
    sd: 'independent',
  })
}
