import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const WATER = 'water: { w: {}, e: { as: wastewater } }\n'

describe('one side of a balance', () => {
  it('what enters and never leaves', async () => {
    const { found, value } = await auditText(
      `${WATER}steps: { a: A }\nflows: { in: { of: w, to: a, amount: 9 m3 } }\n`,
    )
    expect(found('B404')).toHaveLength(1)
    expect(value('balance.water.a.unaccounted')).toBe(9)
  })

  it('what leaves and never entered', async () => {
    const { found } = await auditText(`${WATER}steps: { a: { name: A, balances: [water] } }
flows: { out: { of: e, from: a, amount: 9 m3 } }\n`)
    expect(found('B405')).toHaveLength(1)
  })

  it('a flow that says nothing of its mass', async () => {
    const { found } = await auditText(`materials: { a: { amount: 5 t }, b: { amount: 5 pcs } }
products: { p: {} }\nsteps: { s: S }
flows: { fa: { of: a, to: s }, fb: { of: b, to: s }, fp: { of: p, from: s, amount: 4 t } }\n`)
    expect(found('B101')[0]?.args).toEqual({ flow: 'fb', layer: 'mass', step: 's' })
  })
})

describe('which laws are asked for', () => {
  const laws = async (text: string): Promise<string[]> =>
    (await auditText(text)).audit.reconciled.balances.map((balance) => balance.id)

  it('no mass balance where a fuel burns and the flue gas is not written', async () => {
    const oven = `materials: { dough: {} }\nproducts: { bread: {} }\nenergy: { oil: { fuel: diesel } }\nsteps: { oven: Oven }
flows: { d: { of: dough, to: oven, amount: 10 t }, b: { of: bread, from: oven, amount: 9 t }, o: { of: oil, to: oven, amount: 1 t } }\n`
    expect(await laws(oven)).toEqual([])
    expect(await laws(oven.replace('oven: Oven', 'oven: { name: Oven, balances: [mass] }'))).toEqual([
      'mass@oven',
      'mass@site',
    ])
  })

  it('no mass balance of the site where a fuel burns elsewhere: its flue gas would be missing', async () => {
    const mill = `materials: { wheat: {} }\nproducts: { flour: {} }\nenergy: { oil: { fuel: diesel } }
steps: { mill: Mill, boiler: { kind: conversion } }
flows: { w: { of: wheat, to: mill, amount: 10 t }, f: { of: flour, from: mill, amount: 9 t } }\n`
    expect(await laws(mill)).toEqual(['mass@mill', 'mass@site'])
    expect(await laws(mill.replace('9 t }', '9 t }, o: { of: oil, to: boiler, amount: 1 t }'))).toEqual([
      'mass@mill',
    ])
  })

  it('a mass balance where steam comes in, which burns nothing', async () => {
    const cooker = `materials: { dough: {} }\nproducts: { bread: {} }
energy: { steam: { heat: 2.7 GJ/t, contains: { water: 100 % } } }\nsteps: { cooker: Cooker }
flows: { d: { of: dough, to: cooker, amount: 10 t }, b: { of: bread, from: cooker, amount: 9 t }, s: { of: steam, to: cooker, amount: 1 t } }\n`
    expect(await laws(cooker)).toContain('mass@cooker')
  })

  it('water where water enters; a conserved substance where it enters and leaves, but not in treatment', async () => {
    const site = (kind: string): string => `substances: { zinc: {}, cod: { conserved: no } }
water: { w: { contains: { zinc: 1 g/l, cod: 1 g/l } } }\nsteps: { a: { name: A, kind: ${kind} } }
flows: { i: { of: w, to: a, amount: 3 m3 }, o: { of: w, from: a } }\n`
    expect(await laws(site('process'))).toEqual(['water@a', 'zinc@a', 'water@site', 'zinc@site'])
    expect(await laws(site('treatment'))).toEqual(['water@a', 'water@site'])
  })

  it('laws that no measurement can tell apart: the substance gives way, not the water', async () => {
    const { value, found } = await auditText(`substances: { zinc: {} }\nwater: { w: {} }\nsteps: { a: A }
flows:
  i: { of: w, to: a, amount: 100 m3, contains: { zinc: 2 g/l } }
  o: { of: w, from: a, contains: { zinc: 1 g/l } }\n`)
    expect(value('flow.o')).toBeCloseTo(100, 9)
    expect(found('B402').map((told) => told.args['layer'])).toEqual(['zinc'])
  })
})
