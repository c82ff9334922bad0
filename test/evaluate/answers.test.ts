import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const site = (answer: string): string => `energy: { heat: { fuel: diesel, amount: 100 t, price: 800 EUR/t } }
equipment: { b1: { system: boiler, fuel: heat, flue-gas: { o2: 9 %, temperature: 240 C } } }
answers: { boiler-economizer: { answer: yes, ${answer} } }\n`

describe('what the auditor says of an entry of the checklists', () => {
  it('goes before the estimate of the entry', async () => {
    const { audit, value } = await auditText(site('saves: 5 %, invest: 9 000 EUR'), ['boiler-economizer'])
    const [one] = audit.evaluation.opportunities
    expect(one?.entry).toBe('boiler-economizer')
    expect(value(one?.savings[0]?.base ?? '')).toBeCloseTo(100 * 43 * 0.05, 6)
    expect(value(one?.net ?? '')).toBeCloseTo(100 * 0.05 * 800, 6)
  })

  it('a value for the calculation that measures something else is said and not used', async () => {
    const plain = await auditText(site('invest: 9 000 EUR'), ['boiler-economizer'])
    const own = await auditText(site('with: { t_after: 140 C }'), ['boiler-economizer'])
    const wrong = await auditText(site('with: { t_after: 9 m3 }'), ['boiler-economizer'])
    expect(own.value('opportunity.boiler-economizer-b1.t_after-given')).toBe(140)
    expect(plain.codes).not.toContain('U313')
    expect(wrong.found('U313')[0]?.at).toBe('/answers/boiler-economizer/with/t_after')
    expect(wrong.audit.evaluation.opportunities[0]).toMatchObject({ evidence: 'range estimate' })
  })

  it('a value in another unit is held against the range of the method in the unit of the method', async () => {
    const celsius = await auditText(site('with: { t_after: 320 C }'), ['boiler-economizer'])
    const fahrenheit = await auditText(site('with: { t_after: 284 F }'), ['boiler-economizer'])
    const same = await auditText(site('with: { t_after: 140 C }'), ['boiler-economizer'])
    const saved = 'opportunity.boiler-economizer-b1.fuel_saved'
    expect(fahrenheit.value(saved)).toBeCloseTo(same.value(saved) ?? NaN, 6)
    // 620 F are 327 C, warmer than before and well below 600 C.
    const hot = await auditText(site('with: { t_after: 620 F }'), ['boiler-economizer'])
    const said = ({ codes }: typeof hot) => codes.filter((code) => code.startsWith('M'))
    expect(said(hot)).toEqual(said(celsius))
  })

  it('money in another currency than a method counts in is missing, not wrong', async () => {
    const abroad = `energy: { electricity: { amount: 2 000 MWh, price: 120 EUR/MWh } }
facts:
  tariff.peak-price: 0.25 EUR/kWh
  tariff.offpeak-price: 0.10 EUR/kWh
  electricity.power-factor: 0.78
  electricity.energy-charge: 200 000 EUR/yr
answers: { tou-load-shift: { answer: yes, with: { shifted: 120 000 kWh/yr } } }\n`
    const { audit, value } = await auditText(abroad, ['tou-load-shift', 'power-factor-capacitors'])
    const found = new Map(audit.evaluation.opportunities.map((one) => [one.id, one]))
    expect(value(found.get('tou-load-shift')?.net ?? '')).toBeCloseTo(120_000 * (0.25 - 0.1 * 1.02), 6)
    // The reactive charge is that of Viet Nam, in VND.
    expect(found.get('power-factor-capacitors')).toMatchObject({ evidence: 'needs data', savings: [] })
  })

  it('a measure of the name of an entry is that entry, counted once', async () => {
    const text = `${site('saves: 5 %')}measures: { boiler-economizer-b1: { title: E, acts-on: b1, saves: 4 % } }\n`
    const { audit } = await auditText(text, ['boiler-economizer'])
    expect(audit.evaluation.opportunities.map((one) => [one.id, one.origin, one.entry])).toEqual([
      ['boiler-economizer-b1', 'measure', 'boiler-economizer'],
    ])
  })

  it('a measure of the name of an entry that is open decides it', async () => {
    const text = `energy: { power: { amount: 300 MWh, fuel: electricity, price: 80 EUR/MWh } }
equipment: { comp: { system: air, uses: power, rated: 75 kW } }
measures: { air-leak-programme: { title: Leaks, acts-on: comp, saves: 10 % } }\n`
    const { audit } = await auditText(text, ['air-leak-programme'])
    expect(audit.findings.map(({ outcome }) => outcome)).toEqual(['needs-data'])
    expect(audit.evaluation.stakes).toEqual([])
    expect(audit.evaluation.requests).toEqual([])
  })

  it('an investment is not counted once for every machine', async () => {
    const boiler = '{ system: boiler, fuel: gas, flue-gas: { o2: 9 % } }'
    const site = (
      machines: string,
    ): string => `energy: { gas: { amount: 10 000 GJ, price: 5 EUR/GJ, fuel: natural-gas } }
equipment: { ${machines} }
answers: { boiler-excess-air-tune: { answer: yes, invest: 2 000 EUR } }\n`
    const one = await auditText(site(`b1: ${boiler}`), ['boiler-excess-air-tune'])
    expect(one.found('E302')).toEqual([])
    const two = await auditText(site(`b1: ${boiler}, b2: ${boiler}`), ['boiler-excess-air-tune'])
    expect(two.found('E302')).toHaveLength(1)
    expect(two.audit.evaluation.opportunities.map(({ investment }) => investment)).toEqual([
      undefined,
      undefined,
    ])
  })
})
