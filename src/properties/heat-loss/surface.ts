/** How a hot surface gives heat to the air around it. SI units, temperatures in K. */

/** Stefan-Boltzmann constant, W/(m2 K4): CODATA 2018. */
const SIGMA = 5.670374419e-8
const GRAVITY = 9.80665
/** Air as an ideal gas at the standard atmosphere. */
const PRESSURE = 101_325
const R_AIR = 287.05
const CP_AIR = 1007

/** Radiation to surroundings of the temperature of the air, as a coefficient over the difference, W/(m2 K). */
export function radiationCoefficient(emissivity: number, surface: number, air: number): number {
  return emissivity * SIGMA * (surface ** 2 + air ** 2) * (surface + air)
}

type Film = { readonly conductivity: number; readonly viscosity: number; readonly prandtl: number }

/** Air at the mean of surface and surroundings: Sutherland's laws (White, Viscous Fluid Flow, table 1-2 and 1-3). */
function filmOf(temperature: number): Film {
  const sutherland = (at0: number, s: number): number =>
    at0 * (temperature / 273.15) ** 1.5 * ((273.15 + s) / (temperature + s))
  const [dynamic, conductivity] = [sutherland(1.716e-5, 110.4), sutherland(0.0241, 194.4)]
  const viscosity = dynamic / (PRESSURE / (R_AIR * temperature))
  return { conductivity, viscosity, prandtl: (dynamic * CP_AIR) / conductivity }
}

/** Cylinder across the wind (Churchill and Bernstein, 1977). */
export function nusseltForced(reynolds: number, prandtl: number): number {
  const part = (0.62 * reynolds ** 0.5 * prandtl ** (1 / 3)) / (1 + (0.4 / prandtl) ** (2 / 3)) ** 0.25
  return 0.3 + part * (1 + (reynolds / 282_000) ** (5 / 8)) ** 0.8
}

/** Horizontal cylinder in still air (Churchill and Chu, 1975). */
export function nusseltFree(rayleigh: number, prandtl: number): number {
  const part = (0.387 * rayleigh ** (1 / 6)) / (1 + (0.559 / prandtl) ** (9 / 16)) ** (8 / 27)
  return (0.6 + part) ** 2
}

/** Wind and buoyancy together, W/(m2 K), for a horizontal cylinder. */
export function cylinderConvection(diameter: number, surface: number, air: number, wind: number): number {
  const mean = (surface + air) / 2
  const { conductivity, viscosity, prandtl } = filmOf(mean)
  const rayleigh = ((GRAVITY / mean) * Math.abs(surface - air) * diameter ** 3 * prandtl) / viscosity ** 2
  const forced = wind > 0 ? nusseltForced((wind * diameter) / viscosity, prandtl) : 0
  return ((forced ** 4 + nusseltFree(rayleigh, prandtl) ** 4) ** 0.25 * conductivity) / diameter
}
