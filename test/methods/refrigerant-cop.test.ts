import { describe, expect, it } from 'vitest'
import { computeMethod } from '../../src/templates/compute-method.js'
import { loadContent } from '../../src/templates/load-content.js'

const method = loadContent().value.methods.get('refrigerant-cop')

/** Ideal single-stage cycles by CoolProp 8.0: saturated suction gas, no subcooling, temperatures of blends are dew points. */
const CYCLES: readonly (readonly [
  evaporation: number,
  condensation: number,
  cop: Readonly<Record<string, number>>,
])[] = [
  [
    -40,
    20,
    {
      r717: 2.9843,
      r22: 3.009,
      r134a: 2.9519,
      r404a: 2.7112,
      r407c: 2.9139,
      r410a: 2.8668,
      r32: 2.913,
      r290: 2.9408,
    },
  ],
  [
    -35,
    40,
    {
      r717: 2.2911,
      r22: 2.2121,
      r134a: 2.1141,
      r404a: 1.791,
      r407c: 2.089,
      r410a: 2.0092,
      r32: 2.1241,
      r290: 2.0903,
    },
  ],
  [
    -15,
    30,
    {
      r717: 4.7684,
      r22: 4.6642,
      r134a: 4.6053,
      r404a: 4.2096,
      r407c: 4.5292,
      r410a: 4.4048,
      r32: 4.5177,
      r290: 4.5536,
    },
  ],
  [
    -10,
    40,
    {
      r717: 4.2819,
      r22: 4.1062,
      r134a: 4.0295,
      r404a: 3.554,
      r407c: 3.9483,
      r410a: 3.7823,
      r32: 3.9454,
      r290: 3.9657,
    },
  ],
  [
    5,
    35,
    {
      r717: 8.1908,
      r22: 7.9144,
      r134a: 7.8955,
      r404a: 7.2438,
      r407c: 7.723,
      r410a: 7.4579,
      r32: 7.6621,
      r290: 7.7694,
    },
  ],
  [
    10,
    55,
    {
      r717: 5.1905,
      r22: 4.7851,
      r134a: 4.7143,
      r404a: 3.8592,
      r407c: 4.5324,
      r410a: 4.1458,
      r32: 4.4856,
      r290: 4.5837,
    },
  ],
]

function cops(evaporation: number, condensation: number) {
  if (method === undefined) throw new Error('refrigerant-cop is gone')
  const values = computeMethod(
    method,
    new Map([
      ['t_evaporation', evaporation],
      ['t_condensation', condensation],
      ['efficiency', 1],
    ]),
  )
  if ('step' in values) throw new Error(values.detail)
  return values
}

describe('coefficients of performance by refrigerant', () => {
  it.each(CYCLES)(
    'are those of the computed cycles at %s and %s degrees',
    (evaporation, condensation, cycle) => {
      const found = cops(evaporation, condensation)
      for (const [refrigerant, cop] of Object.entries(cycle)) {
        const off = Math.abs((found.get(`cop_${refrigerant}`) ?? NaN) / cop - 1)
        expect({ refrigerant, near: off < 0.0105 }).toEqual({ refrigerant, near: true })
      }
    },
  )

  it('give R22 at -15 and 45 °C what a textbook gives', () => {
    // Borgnakke and Sonntag, ideal cycle with R-22: 3.172.
    expect((cops(-15, 45).get('cop_r22') ?? NaN) / 3.172).toBeCloseTo(1, 2)
  })

  it('stay below the coefficient of Carnot', () => {
    for (const [evaporation, condensation] of CYCLES) {
      const found = cops(evaporation, condensation)
      const carnot = found.get('carnot') ?? NaN
      const reached = [...found].filter(([name]) => name.startsWith('cop_')).map(([, cop]) => cop ?? NaN)
      expect(reached).toHaveLength(8)
      expect(Math.max(...reached)).toBeLessThan(carnot)
    }
  })
})
