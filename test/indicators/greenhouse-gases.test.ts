import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

describe('greenhouse gases by scope', () => {
  it('scope 1 and 2 add up to the total; by market and biogenic CO2 stand apart', async () => {
    const { value, audit } = await auditText(`energy:
  electricity: { amount: 1 000 MWh, ghg-market: 0.1 tCO2e/MWh }
  husk: { amount: 100 t, fuel: rice-husk }
  oil: { amount: 10 t, fuel: diesel, ghg: 3.2 tCO2e/t }
  steam: { amount: 50 t, heat: 2.7 GJ/t, ghg: 0.2 tCO2e/t }\n`)
    // Grid of Viet Nam 2023; 14.45 GJ/t of husk, 100 kg CO2, 30 g CH4, 4 g N2O a GJ.
    const husk = 1_445
    expect(value('total.ghg-scope-2')).toBeCloseTo(659.2 + 10, 6)
    expect(value('total.ghg-scope-2-market')).toBeCloseTo(100 + 10, 6)
    expect(value('total.ghg-scope-1')).toBeCloseTo(32 + (husk * (30 * 28 + 4 * 265)) / 1e6, 6)
    expect(value('total.ghg')).toBeCloseTo((value('total.ghg-scope-1') ?? 0) + 669.2, 6)
    expect(value('total.ghg-biogenic')).toBeCloseTo(husk * 0.1, 1)
    expect(audit.indicators.emissions.map(({ of, scope, apart = '' }) => `${of} ${scope} ${apart}`)).toEqual([
      'electricity 2 ',
      'electricity 2 market',
      'husk 1 ',
      'husk 1 biogenic',
      'oil 1 ',
      'steam 2 ',
      'steam 2 market',
    ])
  })

  it('a refilled refrigerant was lost, a gas that leaves is an emission, CO2 of fermentation is biogenic', async () => {
    const { value, audit } = await auditText(`materials:
  refill: { gas: r22, amount: 10 kg }
  limestone: { amount: 100 t, ghg: 0.44 tCO2e/t }
residues:
  vent: { gas: ch4, as: emission, amount: 2 t }
  bubbles: { gas: co2, renewable: yes, as: emission, amount: 30 t }\n`)
    const of = (id: string): number | null => value(`ghg.${id}`)
    // AR5: R22 1 760, CH4 28.
    expect([of('refill'), of('limestone'), of('vent'), of('bubbles')]).toEqual([17.6, 44, 56, 30])
    expect(value('total.ghg')).toBeCloseTo(17.6 + 44 + 56, 9)
    expect(value('total.ghg-biogenic')).toBe(30)
    expect(audit.indicators.emissions.map(({ source }) => source)).toEqual([
      'refrigerant',
      'process',
      'process',
      'process',
    ])
  })

  it('wastewater: CH4 = COD · Bo · MCF, N2O = N · EF · 44 ÷ 28 (IPCC 2006, volume 5, chapter 6)', async () => {
    const treated = (way: string, country = 'VN'): string => `recp: 1
site: { id: w, name: W, country: ${country}, currency: EUR }
period: 2023
substances: { cod: { conserved: no }, total-n: { conserved: no } }
water: { effluent: { as: wastewater } }
steps: { pond: { kind: treatment, treatment: ${way} } }
flows:
  raw: { of: effluent, to: pond, amount: 10 000 m3, contains: { cod: 2 000 mg/l } }
  out: { of: effluent, from: pond, amount: 10 000 m3, contains: { total-n: 50 mg/l } }\n`
    const deep = await auditText(treated('anaerobic-lagoon-deep'))
    expect(deep.value('ghg.pond')).toBeCloseTo(20 * 0.25 * 0.8 * 28, 9)
    expect(deep.value('ghg.effluent-nitrogen')).toBeCloseTo(((0.5 * 0.005 * 44) / 28) * 265, 9)
    // The national list of Viet Nam gives 0.3 to aerobic plants, the IPCC 0 to well managed ones.
    expect((await auditText(treated('aerobic'))).value('ghg.pond')).toBeCloseTo(20 * 0.25 * 0.3 * 28, 9)
    expect((await auditText(treated('aerobic', 'TH'))).value('ghg.pond')).toBe(0)
  })

  it("of the grid of the site's zone, where the table has it", async () => {
    const of = async (zone: string): Promise<string> => {
      const text = `recp: 1\nsite: { id: w, name: W, country: US, currency: USD${zone} }\nperiod: 2022\nenergy: { electricity: { amount: 1 MWh } }\n`
      return (await auditText(text)).figure('factor.grid-electricity-us').key?.id ?? ''
    }
    expect(await of('')).toBe('grid-electricity-us')
    expect(await of(', zone: WECC California')).toBe('grid-electricity-us-wecc-california')
  })
})

describe('a factor', () => {
  it('keeps id, country, year, evidence and address of its row', async () => {
    const { figure } = await auditText(
      'energy: { electricity: { amount: 1 MWh }, oil: { amount: 1 t, fuel: diesel } }\n',
    )
    expect(figure('factor.grid-electricity-vn').key).toMatchObject({
      id: 'grid-electricity-vn',
      country: 'VN',
      year: '2023',
      evidence: 'secondary',
      bestBefore: '2026-12-31',
    })
    expect(figure('factor.diesel.ncv').key).toMatchObject({
      id: 'diesel.ncv',
      country: 'WORLD',
      year: '2006',
    })
    expect(figure('factor.gwp.ch4').key).toMatchObject({ id: 'gwp.ch4', year: 'AR5' })
  })

  it('past its best-before date is warned of, and used', async () => {
    const text = (period: string): string =>
      `recp: 1\nsite: { id: w, name: W, country: VN, currency: VND }\nperiod: ${period}\nenergy: { electricity: { amount: 1 MWh } }\n`
    expect((await auditText(text('2026'))).codes).not.toContain('K308')
    const late = await auditText(text('2027'))
    expect(late.found('K308')[0]).toMatchObject({
      at: '/period',
      args: { factor: 'grid-electricity-vn', best: '2026-12-31' },
    })
    expect(late.value('total.ghg')).toBeCloseTo(0.6592, 9)
  })

  it('that the table refuses is never taken, and recognised where the site gives it', async () => {
    const { audit, found } = await auditText(
      'energy: { electricity: { amount: 1 MWh } }\nfactors: { grid-electricity: { value: 377.9 kgCO2e/MWh, source: x } }\n',
    )
    expect(found('K310').map(({ at }) => at)).toEqual(['/factors/grid-electricity'])
    expect(audit.figures.filter(({ kind, value }) => kind === 'factor' && value === 0.3779)).toEqual([])
  })

  it.each([
    ['oil: { amount: 5 t, name: Dầu DO }', 'diesel'],
    ['than-cam: { amount: 5 t }', 'coal-dust-1-2, coal-dust-3-4, coal-dust-5-6'],
    ['x: { amount: 5 t, name: Củi }', 'wood-waste'],
    ['zzz: { amount: 5 t }', ''],
  ])('of a fuel known by a local name is asked for: %s', async (energy, near) => {
    const { found, value } = await auditText(`energy: { ${energy} }\n`)
    expect(found('K309')[0]?.args['near']).toBe(near)
    expect(value('total.energy')).toBe(null)
  })
})
