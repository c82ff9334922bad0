import { findRoot } from '../find-root.js'
import { cylinderConvection, radiationCoefficient } from './surface.js'

/** A pipe with or without insulation. SI units, temperatures in K. */
export type Pipe = {
  /** Outer diameter of the bare pipe, and the thickness of its wall, m. */
  readonly diameter: number
  readonly wall: number
  readonly conductivity: number
  /** Thickness of the insulation, m; 0 for a bare pipe, whose insulation conducts nothing that matters. */
  readonly insulation: number
  readonly insulationConductivity: number
  /** Emissivity of what is outside. */
  readonly emissivity: number
  /** Temperature of the inside, of the air and of what surrounds the pipe. */
  readonly inside: number
  readonly air: number
  /** Speed of the air across the pipe, m/s. */
  readonly wind: number
}

/**
 * Surface temperature (K) and loss (W for a metre) of a pipe: wall and insulation in series with radiation and with
 * wind and buoyancy together (Churchill-Bernstein, Churchill-Chu); the surface temperature by iteration.
 * A pipe colder than the air gains: its loss is negative. `undefined` where a size or a conductivity makes no sense.
 */
export function pipeLoss(pipe: Pipe): { readonly surface: number; readonly loss: number } | undefined {
  const { diameter, wall, conductivity, insulation, insulationConductivity, emissivity, inside, air, wind } =
    pipe
  const sound =
    diameter > 0 &&
    wall >= 0 &&
    2 * wall < diameter &&
    insulation >= 0 &&
    conductivity > 0 &&
    (insulation === 0 || insulationConductivity > 0) &&
    emissivity >= 0 &&
    emissivity <= 1 &&
    inside > 0 &&
    air > 0 &&
    wind >= 0
  if (!sound) return undefined
  const outer = diameter + 2 * insulation
  const shell = Math.log(diameter / (diameter - 2 * wall)) / conductivity
  const jacket = insulation === 0 ? 0 : Math.log(outer / diameter) / insulationConductivity
  const resistance = (shell + jacket) / (2 * Math.PI)
  const given = (surface: number): number =>
    Math.PI *
    outer *
    (surface - air) *
    (radiationCoefficient(emissivity, surface, air) + cylinderConvection(outer, surface, air, wind))
  if (inside === air || resistance === 0) return { surface: inside, loss: given(inside) }
  const surface = findRoot((at) => (inside - at) / resistance - given(at), air, inside)
  return surface === undefined ? undefined : { surface, loss: given(surface) }
}

/** A flat wall or the side of a tank. SI units, temperatures in K. */
export type Plate = {
  readonly inside: number
  readonly air: number
  readonly insulation: number
  readonly conductivity: number
  /** Convection coefficient, W/(m2 K). */
  readonly convection: number
  readonly emissivity: number
}

/** Surface temperature in K of an insulated plate that convection and radiation cool; `undefined` as for a pipe. */
export function plateSurface(plate: Plate): number | undefined {
  const { inside, air, insulation, conductivity, convection, emissivity } = plate
  const sound =
    insulation > 0 &&
    conductivity > 0 &&
    convection >= 0 &&
    emissivity >= 0 &&
    emissivity <= 1 &&
    inside > 0 &&
    air > 0
  if (!sound) return undefined
  if (inside === air) return inside
  const excess = (at: number): number =>
    ((inside - at) * conductivity) / insulation -
    (convection + radiationCoefficient(emissivity, at, air)) * (at - air)
  return findRoot(excess, air, inside)
}
