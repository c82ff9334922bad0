import {
  REGION_1,
  REGION_2_IDEAL,
  REGION_2_RESIDUAL,
  REGION_3,
  REGION_3_LOGARITHM,
  REGION_5_IDEAL,
  REGION_5_RESIDUAL,
} from './tables.js'

/** A state of water or steam: MPa absolute, K, m3/kg, kJ/kg, kJ/(kg K). Enthalpy and entropy as IAPWS counts them. */
export type WaterState = {
  readonly pressure: number
  readonly temperature: number
  readonly volume: number
  readonly energy: number
  readonly enthalpy: number
  readonly entropy: number
  /** Share of vapour by mass, where liquid and vapour stand beside each other or on the line of saturation. */
  readonly quality?: number
}

/** Specific gas constant of the formulation, kJ/(kg K). */
const R = 0.461526

export const CRITICAL = { pressure: 22.064, temperature: 647.096, density: 322 } as const

/** Reduced Gibbs energy and its derivatives in reduced pressure and reciprocal reduced temperature. */
type Gibbs = { readonly value: number; readonly byPi: number; readonly byTau: number }

function stateOf(pressure: number, temperature: number, pi: number, tau: number, gibbs: Gibbs): WaterState {
  const { value, byPi, byTau } = gibbs
  const rt = R * temperature
  return {
    pressure,
    temperature,
    volume: (rt * pi * byPi) / (1000 * pressure),
    energy: rt * (tau * byTau - pi * byPi),
    enthalpy: rt * tau * byTau,
    entropy: R * (tau * byTau - value),
  }
}

/** Region 1, liquid: 273.15 to 623.15 K from saturation to 100 MPa (R7-97, equation 7). */
export function liquid(pressure: number, temperature: number): WaterState {
  const [pi, tau] = [pressure / 16.53, 1386 / temperature]
  const [x, y] = [7.1 - pi, tau - 1.222]
  let [value, byPi, byTau] = [0, 0, 0]
  for (const [i, j, n] of REGION_1) {
    value += n * x ** i * y ** j
    byPi -= n * i * x ** (i - 1) * y ** j
    byTau += n * x ** i * j * y ** (j - 1)
  }
  return stateOf(pressure, temperature, pi, tau, { value, byPi, byTau })
}

type Ideal = readonly (readonly [number, number])[]
type Residual = readonly (readonly [number, number, number])[]

function gas(pi: number, tau: number, shift: number, ideal: Ideal, residual: Residual): Gibbs {
  let [value, byPi, byTau] = [Math.log(pi), 1 / pi, 0]
  for (const [j, n] of ideal) {
    value += n * tau ** j
    byTau += n * j * tau ** (j - 1)
  }
  const y = tau - shift
  for (const [i, j, n] of residual) {
    value += n * pi ** i * y ** j
    byPi += n * i * pi ** (i - 1) * y ** j
    byTau += n * pi ** i * j * y ** (j - 1)
  }
  return { value, byPi, byTau }
}

/** Region 2, vapour: up to 1073.15 K and 100 MPa (R7-97, equation 15). */
export function vapour(pressure: number, temperature: number): WaterState {
  const tau = 540 / temperature
  return stateOf(
    pressure,
    temperature,
    pressure,
    tau,
    gas(pressure, tau, 0.5, REGION_2_IDEAL, REGION_2_RESIDUAL),
  )
}

/** Region 5, vapour: 1073.15 to 2273.15 K up to 50 MPa (R7-97, equation 32). */
export function hotVapour(pressure: number, temperature: number): WaterState {
  const tau = 1000 / temperature
  return stateOf(
    pressure,
    temperature,
    pressure,
    tau,
    gas(pressure, tau, 0, REGION_5_IDEAL, REGION_5_RESIDUAL),
  )
}

/** Region 3, around the critical point, from density in kg/m3 (R7-97, equation 28). */
export function dense(density: number, temperature: number): WaterState {
  const [delta, tau] = [density / CRITICAL.density, CRITICAL.temperature / temperature]
  let [value, byTau] = [REGION_3_LOGARITHM * Math.log(delta), 0]
  let byDelta = REGION_3_LOGARITHM / delta
  for (const [i, j, n] of REGION_3) {
    value += n * delta ** i * tau ** j
    byDelta += n * i * delta ** (i - 1) * tau ** j
    byTau += n * delta ** i * j * tau ** (j - 1)
  }
  const rt = R * temperature
  return {
    pressure: (density * rt * delta * byDelta) / 1000,
    temperature,
    volume: 1 / density,
    energy: rt * tau * byTau,
    enthalpy: rt * (tau * byTau + delta * byDelta),
    entropy: R * (tau * byTau - value),
  }
}
