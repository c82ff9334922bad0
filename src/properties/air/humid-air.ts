import { findRoot } from '../find-root.js'

/**
 * Humid air as a mixture of ideal gases: ASHRAE Handbook Fundamentals 2017 (SI), chapter 1. Temperatures in K,
 * pressures in Pa absolute, humidity as kg of water in a kg of dry air. All `undefined` outside their range.
 */

const CELSIUS = 273.15
/** Water to dry air by molar mass. */
const MASS_RATIO = 0.621945
/** Gas constant of dry air, J/(kg K). */
const R_AIR = 287.042

const OVER_ICE = [-5674.5359, 6.3925247, -0.009677843, 6.2215701e-7, 2.0747825e-9, -9.484024e-13, 4.1635019]
const OVER_WATER = [-5800.2206, 1.3914993, -0.048640239, 4.1764768e-5, -1.4452093e-8, 0, 6.5459673]

/** Saturation pressure of water vapour over ice or water, Pa, −100 to 200 °C (Hyland and Wexler, equations 5 and 6). */
export function vapourPressure(t: number): number | undefined {
  if (!(t >= 173.15 && t <= 473.15)) return undefined
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0] = t < CELSIUS ? OVER_ICE : OVER_WATER
  return Math.exp(c1 / t + c2 + t * (c3 + t * (c4 + t * (c5 + t * c6))) + c7 * Math.log(t))
}

/** The saturation pressure over water as a formula over `t`, for a workbook. */
export const VAPOUR_PRESSURE_FORMULA = ((): string => {
  const text = ([c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0]: readonly number[]): string =>
    `exp((${c1}) / t + (${c2}) + t * ((${c3}) + t * ((${c4}) + t * ((${c5}) + t * (${c6})))) + (${c7}) * ln(t))`
  return `if(t < ${CELSIUS}, ${text(OVER_ICE)}, ${text(OVER_WATER)})`
})()

/** Humidity from the relative humidity, 0 to 1 (equations 12 and 20). */
export function humidity(t: number, relative: number, p: number): number | undefined {
  const saturated = vapourPressure(t)
  if (saturated === undefined || !(relative >= 0 && relative <= 1)) return undefined
  const vapour = relative * saturated
  return vapour < p ? (MASS_RATIO * vapour) / (p - vapour) : undefined
}

/** Humidity from the temperature of the wet bulb, over water from 0 °C and over ice below (equations 33 and 35). */
export function humidityByWetBulb(t: number, wet: number, p: number): number | undefined {
  const found = byWetBulb(t, wet, p)
  return wet <= t && found >= 0 ? found : undefined
}

/** The same as a bare relation, negative where no air is so dry. */
function byWetBulb(t: number, wet: number, p: number): number {
  const saturated = humidity(wet, 1, p) ?? NaN
  const [dry, bulb] = [t - CELSIUS, wet - CELSIUS]
  return bulb >= 0
    ? ((2501 - 2.326 * bulb) * saturated - 1.006 * (dry - bulb)) / (2501 + 1.86 * dry - 4.186 * bulb)
    : ((2830 - 0.24 * bulb) * saturated - 1.006 * (dry - bulb)) / (2830 + 1.86 * dry - 2.1 * bulb)
}

/** Temperature of the wet bulb, K, of air that is not oversaturated. */
export function wetBulb(t: number, w: number, p: number): number | undefined {
  const saturated = humidity(t, 1, p)
  if (saturated === undefined || !(w >= 0 && w <= saturated)) return undefined
  // Saturated air is its own wet bulb; a rounding beyond it has no root.
  if (byWetBulb(t, t, p) <= w) return t
  return findRoot((wet) => byWetBulb(t, wet, p) - w, Math.max(173.15, t - 100), t)
}

/** Dew point or frost point, K: where the vapour of the air is saturated. */
export function dewPoint(w: number, p: number): number | undefined {
  if (!(w > 0)) return undefined
  const vapour = (p * w) / (MASS_RATIO + w)
  return findRoot((t) => Math.log((vapourPressure(t) ?? NaN) / vapour), 173.15, 473.15)
}

/** Relative humidity, 0 to 1. */
export function relativeHumidity(t: number, w: number, p: number): number | undefined {
  const saturated = vapourPressure(t)
  return saturated === undefined || !(w >= 0) ? undefined : (p * w) / (MASS_RATIO + w) / saturated
}

/** Enthalpy in kJ for a kg of dry air, zero for dry air and liquid water at 0 °C (equation 30). */
export function enthalpy(t: number, w: number): number {
  return 1.006 * (t - CELSIUS) + w * (2501 + 1.86 * (t - CELSIUS))
}

/** Volume in m3 of a kg of dry air with its vapour (equation 26). */
export function volume(t: number, w: number, p: number): number {
  return (R_AIR * t * (1 + w / MASS_RATIO)) / p
}
