import { findRoot } from '../find-root.js'
import { dense, hotVapour, liquid, vapour, type WaterState } from './regions.js'
import { saturationPressure, saturationTemperature } from './saturation.js'

export type { WaterState } from './regions.js'

const COLDEST = 273.15
/** From here to the critical point liquid and vapour belong to region 3. */
const DENSE_FROM = 623.15
const DENSE_TO = 863.15
const HOT_FROM = 1073.15
const HOTTEST = 2273.15
const HIGHEST = { below: 100, hot: 50 } as const

/** Pressure between vapour and region 3, MPa at K (R7-97, equation 5). */
function boundary(temperature: number): number {
  return 348.05185628969 - 1.1671859879975 * temperature + 0.0010192970039326 * temperature ** 2
}

type Phase = 'liquid' | 'vapour'

/**
 * Water or steam at MPa absolute and K: 273.15 to 1073.15 K up to 100 MPa and to 2273.15 K up to 50 MPa.
 * `undefined` outside. On the line of saturation it is the liquid.
 */
export function waterAt(pressure: number, temperature: number): WaterState | undefined {
  const hot = temperature > HOT_FROM
  if (!(pressure > 0 && pressure <= (hot ? HIGHEST.hot : HIGHEST.below))) return undefined
  if (!(temperature >= COLDEST && temperature <= HOTTEST)) return undefined
  const line = saturationPressure(temperature)
  return inPhase(
    line === undefined ? undefined : pressure >= line ? 'liquid' : 'vapour',
    pressure,
    temperature,
  )
}

/** The same where the phase is given, so that the line of saturation can be come up to from both sides. */
function inPhase(phase: Phase | undefined, pressure: number, temperature: number): WaterState | undefined {
  if (temperature > HOT_FROM) return hotVapour(pressure, temperature)
  if (temperature <= DENSE_FROM) return (phase === 'liquid' ? liquid : vapour)(pressure, temperature)
  if (temperature > DENSE_TO || pressure <= boundary(temperature)) return vapour(pressure, temperature)
  return denseAt(pressure, temperature, phase)
}

/** Densities between which region 3 lies, kg/m3. */
const DENSITIES = { least: 50, most: 800 } as const

/**
 * Region 3 at MPa and K. Above the critical temperature density grows with pressure all along. Below it the curve of
 * the liquid bends one way and that of the vapour the other, so that Newton's steps from the far end cannot pass the root.
 */
function denseAt(pressure: number, temperature: number, phase: Phase | undefined): WaterState | undefined {
  const excess = (density: number): number => dense(density, temperature).pressure - pressure
  const density =
    phase === undefined
      ? findRoot(excess, DENSITIES.least, DENSITIES.most)
      : newton(excess, phase === 'liquid' ? DENSITIES.most : DENSITIES.least)
  return density === undefined ? undefined : { ...dense(density, temperature), pressure }
}

function newton(excess: (x: number) => number, start: number): number | undefined {
  let x = start
  for (let step = 0; step < 200; step++) {
    const width = x * 1e-6
    const move = (excess(x) * 2 * width) / (excess(x + width) - excess(x - width))
    if (!Number.isFinite(move)) return undefined
    x -= move
    if (Math.abs(move) < 1e-10 * x) return x
  }
  return x
}

/** Saturated liquid and vapour at one pressure, MPa. `undefined` outside the line of saturation. */
export function saturated(
  pressure: number,
): { readonly liquid: WaterState; readonly vapour: WaterState } | undefined {
  const temperature = saturationTemperature(pressure)
  if (temperature === undefined) return undefined
  const [first, second] =
    temperature <= DENSE_FROM
      ? [liquid(pressure, temperature), vapour(pressure, temperature)]
      : [denseAt(pressure, temperature, 'liquid'), denseAt(pressure, temperature, 'vapour')]
  return first && second && { liquid: { ...first, quality: 0 }, vapour: { ...second, quality: 1 } }
}

/** Wet steam at MPa and a share of vapour by mass from 0 to 1; `undefined` outside. */
export function wetSteam(pressure: number, quality: number): WaterState | undefined {
  const ends = saturated(pressure)
  if (ends === undefined || !(quality >= 0 && quality <= 1)) return undefined
  const between = (key: 'volume' | 'energy' | 'enthalpy' | 'entropy'): number =>
    ends.liquid[key] + quality * (ends.vapour[key] - ends.liquid[key])
  return {
    pressure,
    temperature: ends.liquid.temperature,
    volume: between('volume'),
    energy: between('energy'),
    enthalpy: between('enthalpy'),
    entropy: between('entropy'),
    quality,
  }
}

/**
 * Water, wet steam or steam from its pressure (MPa) and its enthalpy (kJ/kg) or entropy (kJ/(kg K)), by iteration on
 * the basic equations: the backward equations of the formulation are not needed. `undefined` outside its range.
 */
export function waterBy(
  key: 'enthalpy' | 'entropy',
  pressure: number,
  value: number,
): WaterState | undefined {
  const ends = saturated(pressure)
  const hottest = pressure <= HIGHEST.hot ? HOTTEST : HOT_FROM
  if (ends === undefined) return between(key, undefined, pressure, value, [COLDEST, hottest])
  const [low, high] = [ends.liquid[key], ends.vapour[key]]
  const line = ends.liquid.temperature
  if (value < low) return between(key, 'liquid', pressure, value, [COLDEST, line])
  if (value > high) return between(key, 'vapour', pressure, value, [line, hottest])
  return wetSteam(pressure, (value - low) / (high - low))
}

function between(
  key: 'enthalpy' | 'entropy',
  side: Phase | undefined,
  pressure: number,
  value: number,
  [coldest, hottest]: readonly [number, number],
): WaterState | undefined {
  const at = (temperature: number): WaterState | undefined =>
    side === undefined ? waterAt(pressure, temperature) : inPhase(side, pressure, temperature)
  const temperature = findRoot((t) => (at(t)?.[key] ?? NaN) - value, coldest, hottest)
  return temperature === undefined ? undefined : at(temperature)
}
