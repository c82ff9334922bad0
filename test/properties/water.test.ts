import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dense, hotVapour, liquid, vapour } from '../../src/properties/water/regions.js'
import { saturationPressure, saturationTemperature } from '../../src/properties/water/saturation.js'
import { saturated, waterAt, waterBy, wetSteam, type WaterState } from '../../src/properties/water/state.js'

/** Nine digits, as the tables for the verification of programs in IAPWS R7-97(2012) print them. */
function nineDigits(state: WaterState): readonly string[] {
  return [state.volume, state.enthalpy, state.energy, state.entropy].map((value) => value.toExponential(8))
}

function digits(...values: readonly number[]): readonly string[] {
  return values.map((value) => value.toExponential(8))
}

describe('IAPWS-IF97, verification of programs', () => {
  it.each([
    [300, 3, 0.100215168e-2, 0.115331273e3, 0.112324818e3, 0.392294792],
    [300, 80, 0.971180894e-3, 0.184142828e3, 0.106448356e3, 0.368563852],
    [500, 3, 0.1202418e-2, 0.975542239e3, 0.971934985e3, 0.258041912e1],
  ])('table 5, liquid at %s K and %s MPa', (t, p, ...expected) => {
    expect(nineDigits(liquid(p, t))).toEqual(digits(...expected))
  })

  it.each([
    [300, 0.0035, 0.394913866e2, 0.254991145e4, 0.24116916e4, 0.852238967e1],
    [700, 0.0035, 0.923015898e2, 0.333568375e4, 0.301262819e4, 0.101749996e2],
    [700, 30, 0.542946619e-2, 0.263149474e4, 0.246861076e4, 0.517540298e1],
  ])('table 15, vapour at %s K and %s MPa', (t, p, ...expected) => {
    expect(nineDigits(vapour(p, t))).toEqual(digits(...expected))
  })

  it.each([
    [650, 500, 0.255837018e2, 0.186343019e4, 0.181226279e4, 0.405427273e1],
    [650, 200, 0.222930643e2, 0.237512401e4, 0.226365868e4, 0.485438792e1],
    [750, 500, 0.783095639e2, 0.225868845e4, 0.210206932e4, 0.446971906e1],
  ])('table 33, %s K and %s kg/m3', (t, density, p, ...expected) => {
    const state = dense(density, t)
    expect(nineDigits(state).slice(1)).toEqual(digits(...expected))
    expect(digits(state.pressure)).toEqual(digits(p))
    expect(1 / (waterAt(p, t)?.volume ?? NaN)).toBeCloseTo(density, 4)
  })

  it.each([
    [300, 0.353658941e-2],
    [500, 0.263889776e1],
    [600, 0.123443146e2],
  ])('table 35, saturation pressure at %s K', (t, p) => {
    expect(digits(saturationPressure(t) ?? NaN)).toEqual(digits(p))
  })

  it.each([
    [0.1, 0.372755919e3],
    [1, 0.453035632e3],
    [10, 0.584149488e3],
  ])('table 36, saturation temperature at %s MPa', (p, t) => {
    expect(digits(saturationTemperature(p) ?? NaN)).toEqual(digits(t))
  })

  it.each([
    [1500, 0.5, 0.13845509e1, 0.521976855e4, 0.45274931e4, 0.965408875e1],
    [1500, 30, 0.230761299e-1, 0.516723514e4, 0.447495124e4, 0.772970133e1],
    [2000, 30, 0.311385219e-1, 0.657122604e4, 0.563707038e4, 0.853640523e1],
  ])('table 42, vapour at %s K and %s MPa', (t, p, ...expected) => {
    expect(nineDigits(hotVapour(p, t))).toEqual(digits(...expected))
  })

  it.each([
    [3, 500, 0.391798509e3],
    [80, 500, 0.378108626e3],
    [80, 1500, 0.611041229e3],
    [0.001, 3000, 0.534433241e3],
    [3, 4000, 0.101077577e4],
    [5, 3500, 0.801299102e3],
    [60, 3200, 0.88275686e3],
    [20, 1700, 0.6293083892e3],
    [100, 2700, 0.8420460876e3],
  ])('backward equations of %s MPa and %s kJ/kg agree within 25 mK', (p, h, t) => {
    expect(Math.abs((waterBy('enthalpy', p, h)?.temperature ?? NaN) - t)).toBeLessThan(0.025)
  })
})

describe('states of water', () => {
  const pressures = fc.double({ min: 0.001, max: 100, noNaN: true })

  it('come back from enthalpy and from entropy', () => {
    fc.assert(
      fc.property(pressures, fc.double({ min: 273.2, max: 1073, noNaN: true }), (p, t) => {
        const state = waterAt(p, t) as WaterState
        for (const key of ['enthalpy', 'entropy'] as const) {
          const back = waterBy(key, p, state[key]) as WaterState
          expect(back[key]).toBeCloseTo(state[key], 6)
          expect(back.volume / state.volume).toBeCloseTo(1, 4)
        }
      }),
    )
  })

  it('obey u = h − p v', () => {
    fc.assert(
      fc.property(pressures, fc.double({ min: 273.15, max: 1073.15, noNaN: true }), (p, t) => {
        const { energy, enthalpy, volume } = waterAt(p, t) as WaterState
        expect(energy + 1000 * p * volume).toBeCloseTo(enthalpy, 6)
      }),
    )
  })

  it('have one chemical potential on both sides of the line of saturation', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 21.5, noNaN: true }), (p) => {
        const ends = saturated(p)
        const [first, second] = [ends?.liquid, ends?.vapour] as [WaterState, WaterState]
        const gibbs = (state: WaterState): number => state.enthalpy - state.temperature * state.entropy
        expect(Math.abs(gibbs(first) - gibbs(second))).toBeLessThan(0.3)
        expect(first.volume).toBeLessThan(second.volume)
      }),
    )
  })

  it('have no value outside the formulation', () => {
    expect(waterAt(1, 273)).toBeUndefined()
    expect(waterAt(60, 1100)).toBeUndefined()
    expect(waterAt(101, 500)).toBeUndefined()
    expect(wetSteam(1, 1.01)).toBeUndefined()
    expect(wetSteam(23, 0.5)).toBeUndefined()
    expect(waterBy('enthalpy', 1, -100)).toBeUndefined()
    expect(saturationPressure(700)).toBeUndefined()
    expect(waterAt(Number.NaN, 500)).toBeUndefined()
  })
})
