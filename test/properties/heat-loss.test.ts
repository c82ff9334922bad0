import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pipeLoss, plateSurface, type Pipe } from '../../src/properties/heat-loss/insulated.js'
import { nusseltForced, nusseltFree, radiationCoefficient } from '../../src/properties/heat-loss/surface.js'

const PIPE: Pipe = {
  diameter: 0.1143,
  wall: 0.00602,
  conductivity: 50,
  insulation: 0.05,
  insulationConductivity: 0.045,
  emissivity: 0.15,
  inside: 433.15,
  air: 303.15,
  wind: 0.5,
}

describe('heat loss of surfaces', () => {
  it('follows the published relations of the surface', () => {
    // Unit tests of the public US DOE/ORNL calculators.
    expect(nusseltForced(9975, 0.707)).toBeCloseTo(53.4659543621, 6)
    expect(nusseltFree(511_466, 0.707)).toBeCloseTo(12.0557933229, 6)
    expect(radiationCoefficient(0.1, 300.817, 299.817)).toBeCloseTo(0.6143453478, 4)
  })

  it('balances: what passes the insulation leaves the surface', () => {
    const { surface, loss } = pipeLoss(PIPE) as { surface: number; loss: number }
    const outer = PIPE.diameter + 2 * PIPE.insulation
    const passes =
      (2 * Math.PI * (PIPE.inside - surface)) /
      (Math.log(PIPE.diameter / (PIPE.diameter - 2 * PIPE.wall)) / PIPE.conductivity +
        Math.log(outer / PIPE.diameter) / PIPE.insulationConductivity)
    expect(loss).toBeCloseTo(passes, 6)
    expect(loss).toBeCloseTo(53.07, 1)
  })

  it('falls with insulation and grows with wind and temperature', () => {
    const loss = (change: Partial<Pipe>): number => pipeLoss({ ...PIPE, ...change })?.loss ?? NaN
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.2, noNaN: true }), (thickness) => {
        expect(loss({ insulation: thickness + 0.01 })).toBeLessThan(loss({ insulation: thickness }))
      }),
    )
    expect(loss({ wind: 4 })).toBeGreaterThan(loss({ wind: 0 }))
    expect(loss({ inside: 500 })).toBeGreaterThan(loss({}))
    expect(loss({ insulation: 0 })).toBeGreaterThan(8 * loss({}))
    expect(loss({ inside: 263.15 })).toBeLessThan(0)
    expect(loss({ inside: PIPE.air })).toBe(0)
  })

  it('has no value where a size makes no sense', () => {
    for (const change of [
      { wall: 0.06 },
      { diameter: 0 },
      { insulationConductivity: 0 },
      { emissivity: 1.5 },
      { wind: -1 },
    ]) {
      expect(pipeLoss({ ...PIPE, ...change })).toBeUndefined()
    }
  })

  it('finds the surface of a tank', () => {
    const plate = {
      inside: 363.15,
      air: 303.15,
      insulation: 0.05,
      conductivity: 0.04,
      convection: 6,
      emissivity: 0.2,
    }
    expect(plateSurface(plate)).toBeCloseTo(309.07496, 4)
    expect(plateSurface({ ...plate, insulation: 0 })).toBeUndefined()
    expect(plateSurface({ ...plate, inside: plate.air })).toBe(plate.air)
  })
})
