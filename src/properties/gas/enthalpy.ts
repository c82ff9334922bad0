import { HEAT_CAPACITIES, type HeatCapacity } from './tables.js'

/** Molar gas constant, kJ/(mol K): CODATA 2018. */
const R = 8.314462618e-3

/** Temperature at which the sensible enthalpy is zero, K. */
const REFERENCE = 298.15

/** Temperature at which the two parts of a polynomial meet, K. */
const JOINT = 1000

/** Dry air by volume (ISO 2533:1975), carbon dioxide at the level of today. */
export const DRY_AIR: ReadonlyMap<string, number> = new Map([
  ['n2', 0.78084],
  ['o2', 0.20946],
  ['ar', 0.00928],
  ['co2', 0.00042],
])

/** Mass of dry air, kg/mol (ISO 2533:1975). */
export const AIR_MASS = 0.028964

/** Every gas of which the sensible enthalpy is known. */
export const GASES: readonly string[] = [...HEAT_CAPACITIES.keys(), 'air']

/** Sensible enthalpy of a gas above 25 °C, kJ/mol at K, ideal gas. `undefined` outside the range of its polynomial. */
export function sensibleEnthalpy(gas: string, temperature: number): number | undefined {
  if (gas !== 'air') return ofSpecies(HEAT_CAPACITIES.get(gas), temperature)
  let sum = 0
  for (const [part, share] of DRY_AIR)
    sum += share * (ofSpecies(HEAT_CAPACITIES.get(part), temperature) ?? NaN)
  return Number.isNaN(sum) ? undefined : sum
}

function ofSpecies(gas: HeatCapacity | undefined, temperature: number): number | undefined {
  if (gas === undefined || !(temperature >= gas.from && temperature <= gas.to)) return undefined
  const [first, second] = branches(gas)
  return temperature < JOINT ? polynomial(first, temperature) : polynomial(second, temperature)
}

/** Coefficients of 1, T, T^2 … of the enthalpy above the reference, below and above the joint. */
function branches(gas: HeatCapacity): readonly [readonly number[], readonly number[]] {
  const integral = (parts: readonly number[]): number[] => [0, ...parts.map((a, i) => (R * a) / (i + 1))]
  const [cold, hot] = [integral(gas.cold), integral(gas.hot)]
  cold[0] = -polynomial(cold, REFERENCE)
  hot[0] = polynomial(cold, JOINT) - polynomial(hot, JOINT)
  return [cold, hot]
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}

/** The same as a formula over `t`, for a workbook. */
export function enthalpyFormula(gas: string): string {
  const parts = gas === 'air' ? [...DRY_AIR] : [[gas, 1] as const]
  const sums = [0, 1].map((branch) => {
    const total = [0, 0, 0, 0, 0, 0]
    for (const [part, share] of parts) {
      const own = HEAT_CAPACITIES.get(part)
      if (own === undefined) throw new Error(`there is no polynomial of "${part}"`)
      branches(own)[branch]?.forEach((coefficient, i) => (total[i] = (total[i] ?? 0) + share * coefficient))
    }
    return horner(total)
  })
  return `if(t < ${JOINT}, ${sums.join(', ')})`
}

function horner(coefficients: readonly number[]): string {
  return coefficients.reduceRight((text, coefficient) => {
    const number = `(${coefficient < 0 ? '-' : ''}${Math.abs(coefficient)})`
    return text === '' ? number : `(${number} + t * ${text})`
  }, '')
}
