import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as air from '../../src/properties/air/humid-air.js'
import { GASES, sensibleEnthalpy } from '../../src/properties/gas/enthalpy.js'

const ATMOSPHERE = 101_325

describe('sensible enthalpy of gases', () => {
  // H(T) − H(298.15 K), kJ/mol: NIST-JANAF Thermochemical Tables, 4th edition, 1998.
  it.each([
    ['co2', 500, 8.305],
    ['co2', 1000, 33.397],
    ['co2', 1500, 61.705],
    ['h2o', 500, 6.925],
    ['h2o', 1000, 26.0],
    ['h2o', 1500, 48.151],
    ['n2', 1000, 21.463],
    ['n2', 2000, 56.137],
    ['o2', 1000, 22.703],
    ['so2', 1000, 34.428],
    ['co', 1000, 21.69],
    ['h2', 1000, 20.68],
  ])('%s at %s K', (gas, t, expected) => {
    expect(Math.abs((sensibleEnthalpy(gas, t) ?? NaN) / expected - 1)).toBeLessThan(2e-3)
  })

  it('is zero at 25 °C, grows, and has no step at 1000 K', () => {
    for (const gas of GASES) {
      expect(sensibleEnthalpy(gas, 298.15)).toBeCloseTo(0, 9)
      const [below, above] = [999.999999, 1000.000001].map((t) => sensibleEnthalpy(gas, t) ?? NaN) as [
        number,
        number,
      ]
      expect(above - below).toBeGreaterThan(0)
      expect(above - below).toBeLessThan(1e-6)
    }
  })

  it('has no value outside the polynomial or for an unknown gas', () => {
    expect(sensibleEnthalpy('co2', 199)).toBeUndefined()
    expect(sensibleEnthalpy('so2', 5001)).toBeUndefined()
    expect(sensibleEnthalpy('he', 300)).toBeUndefined()
    expect(sensibleEnthalpy('air', 6001)).toBeUndefined()
  })
})

describe('humid air', () => {
  // Saturation pressure, kPa: ASHRAE Handbook Fundamentals, thermodynamic properties of water at saturation.
  it.each([
    [-20, 0.10324],
    [0.01, 0.61165],
    [20, 2.3389],
    [50, 12.3503],
    [100, 101.418],
  ])('is saturated at %s °C with %s kPa', (t, kPa) => {
    expect(Math.abs((air.vapourPressure(t + 273.15) ?? NaN) / (1000 * kPa) - 1)).toBeLessThan(1e-3)
  })

  it('gives the humidity of 25 °C and 50 %, its dew point and wet bulb', () => {
    const w = air.humidity(298.15, 0.5, ATMOSPHERE) as number
    expect(w).toBeCloseTo(0.00988, 4)
    expect((air.dewPoint(w, ATMOSPHERE) ?? NaN) - 273.15).toBeCloseTo(13.86, 1)
    expect((air.wetBulb(298.15, w, ATMOSPHERE) ?? NaN) - 273.15).toBeCloseTo(17.89, 1)
    expect(air.enthalpy(298.15, w)).toBeCloseTo(50.3, 1)
    expect(air.volume(298.15, w, ATMOSPHERE)).toBeCloseTo(0.858, 3)
  })

  it('comes back from wet bulb, dew point and relative humidity', () => {
    const states = fc.tuple(
      fc.double({ min: 275, max: 340, noNaN: true }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(states, ([t, rh]) => {
        const w = air.humidity(t, rh, ATMOSPHERE) as number
        expect(air.relativeHumidity(t, w, ATMOSPHERE)).toBeCloseTo(rh, 9)
        const wet = air.wetBulb(t, w, ATMOSPHERE) as number
        expect(wet).toBeLessThanOrEqual(t + 1e-9)
        expect(air.humidityByWetBulb(t, Math.min(wet, t), ATMOSPHERE)).toBeCloseTo(w, 7)
        expect(air.humidity(air.dewPoint(w, ATMOSPHERE) as number, 1, ATMOSPHERE)).toBeCloseTo(w, 9)
      }),
      { numRuns: 500 },
    )
  })

  it('is its own wet bulb when saturated, also by a rounding', () => {
    const [t, rh] = [336.75994116362153, 0.9999999999999997]
    expect(air.wetBulb(t, air.humidity(t, rh, ATMOSPHERE) as number, ATMOSPHERE)).toBeCloseTo(t, 9)
    expect(air.wetBulb(t, air.humidity(t, 1, ATMOSPHERE) as number, ATMOSPHERE)).toBeCloseTo(t, 9)
  })

  it('has no value where there is no such air', () => {
    expect(air.humidity(400, 1, ATMOSPHERE)).toBeUndefined()
    expect(air.humidity(300, 1.2, ATMOSPHERE)).toBeUndefined()
    expect(air.humidityByWetBulb(300, 301, ATMOSPHERE)).toBeUndefined()
    expect(air.humidityByWetBulb(340, 276, ATMOSPHERE)).toBeUndefined()
    expect(air.dewPoint(0, ATMOSPHERE)).toBeUndefined()
  })
})
