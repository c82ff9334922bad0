import { describe, expect, it } from 'vitest'
import { siteVariables } from '../../src/checklist/site-variables.js'
import type { SiteVariablesInput } from '../../src/checklist/site-variables.js'
import type { Quantity } from '../../src/model/quantity.js'
import type { Equipment } from '../../src/schema/site.js'
import { parseLiteral } from '../../src/templates/compute-method.js'

function quantity(text: string, at = '/x'): Quantity {
  const literal = parseLiteral(text)
  if (!literal) throw new Error(text)
  return { ...literal, written: text, at }
}

type Partly = Omit<Equipment, 'facts'> & { readonly facts?: Equipment['facts'] }

function variables(
  equipment: Readonly<Record<string, Partly>>,
  facts: Equipment['facts'] = {},
  more: Partial<SiteVariablesInput> = {},
) {
  const machines = Object.fromEntries(
    Object.entries(equipment).map(([id, one]) => [id, { facts: {}, ...one }]),
  )
  return siteVariables({ site: { equipment: machines, facts, energy: {} }, ...more })
}

const boiler = (facts: Equipment['facts'] = {}): Partly => ({ system: 'boiler', facts })

describe('siteVariables', () => {
  it('reads facts, shares as fractions', () => {
    const site = variables(
      {},
      { 'air.leak_share': quantity('28 %', '/facts/air.leak-share'), 'cip.recovery': false },
    )
    expect(site.get('air.leak_share')).toMatchObject({ value: 0.28, unit: '1', at: '/facts/air.leak-share' })
    expect(site.get('cip.recovery')).toMatchObject({ value: false })
    expect(site.get('air.pressure_margin')).toBeUndefined()
  })

  it('reads a machine, and for the site the only machine of its kind', () => {
    const site = variables({ b1: boiler({ 'boiler.flue_gas.o2': quantity('8 %') }) })
    expect(site.get('boiler.flue_gas.o2', 'b1')?.value).toBe(0.08)
    expect(site.get('boiler.flue_gas.o2')?.value).toBe(0.08)
    expect(site.machines('boiler')).toEqual(['b1'])
    expect(site.machines('pump')).toEqual([])
  })

  it('does not mix two machines', () => {
    const site = variables({ b1: boiler({ 'boiler.flue_gas.o2': quantity('8 %') }), b2: boiler() })
    expect(site.get('boiler.flue_gas.o2')).toBeUndefined()
    expect(site.get('boiler.flue_gas.o2', 'b2')).toBeUndefined()
  })

  it('gives the general fields of a machine the names of its system', () => {
    const site = variables({
      p1: {
        system: 'pump',
        rated: quantity('22 kW'),
        load: quantity('70 %'),
        hours: quantity('6000 h/yr'),
        count: 2,
      },
      c1: { system: 'air', rated: quantity('75 kW'), load: quantity('55 %') },
    })
    expect(site.get('pump.power', 'p1')?.value).toBe(22)
    expect(site.get('machine.hours', 'p1')).toMatchObject({ value: 6000, unit: 'h/yr' })
    expect(site.get('machine.load', 'p1')).toMatchObject({ value: 0.7, unit: '1' })
    expect(site.get('machine.count', 'p1')?.value).toBe(2)
    expect(site.get('air.compressor.power')?.value).toBe(75)
    expect(site.get('air.compressor.load_share')?.value).toBe(0.55)
    expect(site.get('air.compressor_count')?.value).toBe(1)
  })

  it('sums counts and installed power over machines, never other things', () => {
    const pump = (kw: string): Partly => ({
      system: 'pump',
      rated: quantity(kw),
      hours: quantity('1000 h/yr'),
    })
    const site = variables({ p1: pump('22 kW'), p2: pump('11 kW') })
    expect(site.get('pump.count')?.value).toBe(2)
    expect(site.get('pump.power')?.value).toBe(33)
    expect(site.get('pump.hours')).toBeUndefined()
    expect(site.get('pump.power', 'p2')?.value).toBe(11)
  })

  it('keeps a capacity that is no power apart', () => {
    const site = variables({ b1: { system: 'boiler', rated: quantity('6 t/h') } })
    expect(site.get('boiler.power', 'b1')).toBeUndefined()
  })

  it('puts derived values first, and does not give the whole to one of several', () => {
    const derived = new Map([
      ['boiler.fuel_use', { value: 5000, unit: 'GJ/yr', figure: 'flow.fuel.energy' }],
      ['boiler.efficiency@b2', { value: 0.8, unit: '1' }],
    ])
    const one = variables({ b1: boiler() }, {}, { derived })
    expect(one.get('boiler.fuel_use', 'b1')?.figure).toBe('flow.fuel.energy')
    const two = variables({ b1: boiler(), b2: boiler() }, {}, { derived })
    expect(two.get('boiler.fuel_use')?.value).toBe(5000)
    expect(two.get('boiler.fuel_use', 'b1')).toBeUndefined()
    expect(two.get('boiler.efficiency', 'b2')?.value).toBe(0.8)
    expect(two.get('boiler.efficiency', 'b1')).toBeUndefined()
  })

  it('classes the fuel of a boiler, unless the machine says it', () => {
    const energy = { gas: { fuel: 'natural-gas' } } as unknown as SiteVariablesInput['site']['energy']
    const fuelClasses = new Map([['natural-gas', 'gas']])
    const of = (facts: Equipment['facts']) =>
      siteVariables({
        site: { equipment: { b1: { system: 'boiler', fuel: 'gas', facts } }, facts: {}, energy },
        fuelClasses,
      }).get('boiler.fuel_class', 'b1')?.value
    expect(of({})).toBe('gas')
    expect(of({ 'boiler.fuel_class': 'oil' })).toBe('oil')
  })
})
