import { CRITICAL } from './regions.js'
import { REGION_4 } from './tables.js'

/** Range of the line of saturation in the formulation, K and MPa. */
const SATURATION = {
  coldest: 273.15,
  hottest: CRITICAL.temperature,
  lowest: 0.000611212677,
  highest: CRITICAL.pressure,
}

/** Coefficient n1 … n10 of the saturation line. */
function n(index: number): number {
  return REGION_4[index - 1] as number
}

/** Saturation pressure in MPa at K, 273.15 to 647.096 K (R7-97, equation 30); `undefined` outside. */
export function saturationPressure(temperature: number): number | undefined {
  if (!(temperature >= SATURATION.coldest && temperature <= SATURATION.hottest)) return undefined
  const theta = temperature + n(9) / (temperature - n(10))
  const a = theta ** 2 + n(1) * theta + n(2)
  const b = n(3) * theta ** 2 + n(4) * theta + n(5)
  const c = n(6) * theta ** 2 + n(7) * theta + n(8)
  return ((2 * c) / (-b + Math.sqrt(b ** 2 - 4 * a * c))) ** 4
}

/** Saturation temperature in K at MPa, up to 22.064 MPa (R7-97, equation 31); `undefined` outside. */
export function saturationTemperature(pressure: number): number | undefined {
  if (!(pressure >= SATURATION.lowest && pressure <= SATURATION.highest)) return undefined
  const beta = pressure ** 0.25
  const e = beta ** 2 + n(3) * beta + n(6)
  const f = n(1) * beta ** 2 + n(4) * beta + n(7)
  const g = n(2) * beta ** 2 + n(5) * beta + n(8)
  const d = (2 * g) / (-f - Math.sqrt(f ** 2 - 4 * e * g))
  return (n(10) + d - Math.sqrt((n(10) + d) ** 2 - 4 * (n(9) + n(10) * d))) / 2
}

function written(...parts: readonly (readonly [index: number, factor: string])[]): string {
  return parts.map(([index, factor]) => `(${n(index)})${factor}`).join(' + ')
}

/** Equation 30 as a formula over `t` in K, MPa, for a workbook. */
export const SATURATION_PRESSURE_FORMULA = ((): string => {
  const theta = `(t + (${n(9)}) / (t - ${n(10)}))`
  const quadratic = (lead: string, first: number, second: number): string =>
    `(${lead}${theta} ^ 2 + ${written([first, ` * ${theta}`], [second, ''])})`
  const [a, b, c] = [quadratic('', 1, 2), quadratic(`(${n(3)}) * `, 4, 5), quadratic(`${n(6)} * `, 7, 8)]
  return `(2 * ${c} / (sqrt(${b} ^ 2 - 4 * ${a} * ${c}) - ${b})) ^ 4`
})()

/** Equation 31 as a formula over `p` in MPa, K, for a workbook. */
export const SATURATION_TEMPERATURE_FORMULA = ((): string => {
  const beta = '(p ^ 0.25)'
  const quadratic = (lead: string, first: number, second: number): string =>
    `(${lead}sqrt(p) + ${written([first, ` * ${beta}`], [second, ''])})`
  const [e, f, g] = [quadratic('', 3, 6), quadratic(`${n(1)} * `, 4, 7), quadratic(`(${n(2)}) * `, 5, 8)]
  const d = `(-2 * ${g} / (${f} + sqrt(${f} ^ 2 - 4 * ${e} * ${g})))`
  const sum = `(${n(10)} + ${d})`
  return `(${sum} - sqrt(${sum} ^ 2 - 4 * ((${n(9)}) + ${n(10)} * ${d}))) / 2`
})()
