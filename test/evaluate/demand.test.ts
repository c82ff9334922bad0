import { describe, expect, it } from 'vitest'
import type { Saving } from '../../src/model/opportunities.js'
import { auditText, type Audited } from '../audit-text.js'

const ENTRIES = ['lighting-led', 'demand-control', 'power-factor-capacitors', 'tou-load-shift']

/** A factory with a lamp of 40 kW, answers and a tariff. */
function factory(prices: string, more = '', led = 'coincidence: 90 %'): Promise<Audited> {
  return auditText(
    `energy: { electricity: {} }
prices:
  - { of: electricity, price: 80 EUR/MWh }
${prices}
bills:
  - { of: electricity, start: 2023-01-01, end: 2023-07-01, amount: 1 000 MWh, demand: 700 kW, power-factor: 0.8 }
  - { of: electricity, start: 2023-07-01, end: 2024-01-01, amount: 1 100 MWh, demand: 800 kW, power-factor: 0.8 }
facts: { lighting.non-led-power: 40 kW, lighting.hours: 5 000 h/yr }
answers: { lighting-led: { answer: yes, with: { ratio: 40 %, control: 0 %, ${led} } } }
${more}`,
    ENTRIES,
  )
}

function savingOf({ audit }: Audited, id: string, medium: Saving['medium']): Saving | undefined {
  const found = audit.evaluation.opportunities.find((one) => one.id === id)
  return found?.savings.find((saving) => saving.medium === medium)
}

const CHARGE = '  - { of: electricity, price: 10 EUR/kW/month }'

describe('a charge for the highest demand', () => {
  it('is no price of energy, though the dimension is the same', async () => {
    const { value } = await factory(CHARGE)
    expect(value('good.electricity.price')).toBe(80)
  })

  it('pays every month for kW that run when the demand is highest', async () => {
    const one = await factory(CHARGE)
    const saving = savingOf(one, 'lighting-led', 'demand')
    expect(one.value(saving?.base ?? '')).toBeCloseTo(40 * 0.6 * 0.9, 12)
    expect(one.value(saving?.money ?? '')).toBeCloseTo(40 * 0.6 * 0.9 * 10 * 12, 9)
    expect(one.value('opportunity.lighting-led.net')).toBeCloseTo(120 * 80 + 21.6 * 120, 9)
  })

  it('asks how much of the power runs just then, and invents none', async () => {
    const one = await factory(CHARGE, '', '')
    const led = one.audit.evaluation.opportunities.find(({ id }) => id === 'lighting-led')
    expect(led?.savings.map(({ medium }) => medium)).toEqual(['electricity'])
    expect(led?.lacks).toEqual(['with.lighting-led.coincidence'])
  })

  it('where there is none nothing changes', async () => {
    const one = await factory('')
    expect(savingOf(one, 'lighting-led', 'demand')).toBeUndefined()
    expect((await factory('', '', '')).audit.evaluation.opportunities[0]?.lacks).toEqual([])
  })

  it('per kVA counts kW through the power factor', async () => {
    const one = await factory('  - { of: electricity, price: 10 EUR/kVA/month }')
    expect(one.value(savingOf(one, 'lighting-led', 'demand')?.money ?? '')).toBeCloseTo((21.6 / 0.8) * 120, 9)
    // 750 kW at 0.8 and at 0.95.
    const capacitors = savingOf(one, 'power-factor-capacitors', 'demand')
    expect(one.value(capacitors?.base ?? '')).toBeCloseTo(750 / 0.8 - 750 / 0.95, 9)
    expect(one.value(capacitors?.money ?? '')).toBeCloseTo((750 / 0.8 - 750 / 0.95) * 120, 9)
  })

  it('per kW is not lessened by capacitors', async () => {
    const one = await factory(CHARGE)
    expect(savingOf(one, 'power-factor-capacitors', 'demand')).toBeUndefined()
  })

  it('by tariff band counts in the bands that are named', async () => {
    const bands = `  - { of: electricity, band: peak, price: 10 EUR/kW/month }
  - { of: electricity, band: normal, price: 4 EUR/kW/month }`
    const measure = (more: string): Promise<Audited> =>
      factory(
        bands,
        `measures: { own: { title: M, acts-on: electricity, saves: 10 MWh, demand: 30 kW${more} } }\n`,
      )
    const named = await measure(', bands: { peak: 100 % }')
    expect(named.value(savingOf(named, 'own', 'demand')?.money ?? '')).toBeCloseTo(30 * 120, 9)
    const unnamed = await measure('')
    expect(unnamed.value(savingOf(unnamed, 'own', 'demand')?.money ?? '')).toBeNull()
  })

  it('of a band in which the machine never runs is not lessened', async () => {
    const worth = async (hours: string): Promise<number | null> => {
      const one = await factory(
        '  - { of: electricity, band: peak, price: 10 EUR/kW/month }',
        `steps: { hall: Hall, yard: Yard }
flows: { el-hall: { of: electricity, to: hall, amount: 500 MWh } }
equipment: { fan: { system: fan, uses: el-hall, bands: { ${hours} } } }
measures: { own: { title: M, acts-on: fan, saves: 10 MWh, demand: 30 kW } }\n`,
      )
      return one.value(savingOf(one, 'own', 'demand')?.money ?? '')
    }
    expect(await worth('off-peak: 3 000 h/yr, peak: 500 h/yr')).toBeCloseTo(30 * 120, 9)
    expect(await worth('off-peak: 3 000 h/yr')).toBeNull()
  })

  it('of another band than the one that is named is not lessened', async () => {
    const text = (shares: string): Promise<Audited> =>
      factory(
        '  - { of: electricity, band: peak, price: 10 EUR/kW/month }',
        `measures: { own: { title: M, acts-on: electricity, saves: 10 MWh, demand: 30 kW, bands: { ${shares} } } }\n`,
      )
    const worth = async (shares: string): Promise<number | null> => {
      const one = await text(shares)
      return one.value(savingOf(one, 'own', 'demand')?.money ?? '')
    }
    expect(await worth('peak: 100 %')).toBeCloseTo(30 * 120, 9)
    expect(await worth('off-peak: 100 %')).toBeNull()
    expect(await worth('off-peak: 100 %, peak: 0 %')).toBeNull()
  })

  it.each(['10 EUR/month/kW', '120 EUR/yr/kW', '0.01 thousand-EUR/kW/month', '10 000 EUR/MW/month'])(
    'is one in whatever order and size its unit is written: %s',
    async (price) => {
      const one = await factory(`  - { of: electricity, price: ${price} }`)
      expect(one.value('good.electricity.price')).toBe(80)
      expect(one.value(savingOf(one, 'lighting-led', 'demand')?.money ?? '')).toBeCloseTo(21.6 * 120, 9)
    },
  )

  it('avoids no greenhouse gas', async () => {
    const { audit } = await factory(CHARGE)
    const led = audit.evaluation.opportunities.find(({ id }) => id === 'lighting-led')
    expect(led?.savings.map(({ medium, co2e }) => [medium, co2e !== undefined])).toContainEqual([
      'demand',
      false,
    ])
  })

  it('without a period is asked about, and no worth is claimed', async () => {
    const one = await factory('  - { of: electricity, price: 10 EUR/kW }')
    expect(one.found('E307').map(({ at, args }) => [at, args['unit']])).toEqual([
      ['/prices/1/price', 'EUR/kW'],
    ])
    expect(one.value(savingOf(one, 'lighting-led', 'demand')?.money ?? '')).toBeNull()
  })
})

describe('the highest demand of the bills', () => {
  it('is the mean of the months, as sure as they are, and gives the load factor', async () => {
    const { value, figure } = await factory('')
    // A tenth of each, which nobody said otherwise.
    expect(figure('variable.electricity.peak-demand').sd).toBeCloseTo(Math.hypot(70, 80) / 2, 6)
    expect(value('variable.electricity.peak-demand')).toBe(750)
    expect(value('variable.electricity.load-factor')).toBeCloseTo(2100 / 8.766 / 750, 2)
  })

  it('is cut no further than to nothing', async () => {
    const own = 'measures: { own: { title: M, acts-on: electricity, saves: 10 MWh, demand: 900 kW } }\n'
    const one = await factory(CHARGE, own)
    const [led, mine] = ['lighting-led', 'own'].map((id) => savingOf(one, id, 'demand')?.inPackage ?? '')
    expect((one.value(led ?? '') ?? NaN) + (one.value(mine ?? '') ?? NaN)).toBeLessThanOrEqual(750 + 1e-9)
  })

  it('in kVA is what capacitors leave of the kW that others leave', async () => {
    const own =
      'measures: { own: { title: M, acts-on: electricity, saves: 10 MWh, demand: 300 kW, order: 1 } }\n'
    const one = await factory('  - { of: electricity, price: 10 EUR/kVA/month }', own, 'coincidence: 0 %')
    const inPackage = (id: string): number => one.value(savingOf(one, id, 'demand')?.inPackage ?? '') ?? NaN
    expect(inPackage('own')).toBeCloseTo(300, 9)
    // 750 kW at 0.8 become 450 kW at 0.95, and not less by the capacitors of 750 kW.
    const before = 750 / 0.8
    const after = 450 / 0.95
    expect(inPackage('own') / 0.8 + inPackage('power-factor-capacitors')).toBeCloseTo(before - after, 6)
  })

  it('in kVA is cut no further than to nothing', async () => {
    const own = 'measures: { own: { title: M, acts-on: electricity, saves: 10 MWh, demand: 900 kW } }\n'
    const one = await factory('  - { of: electricity, price: 10 EUR/kVA/month }', own)
    const cut = ['lighting-led', 'own', 'power-factor-capacitors'].map((id) => {
      const saving = savingOf(one, id, 'demand')
      return (one.value(saving?.moneyInPackage ?? '') ?? NaN) / 120
    })
    expect(cut.reduce((sum, kva) => sum + kva, 0)).toBeLessThanOrEqual(750 / 0.8 + 1e-9)
  })

  it('is lowered to what will be kept', async () => {
    const kept = 'demand-control: { answer: yes, with: { demand_after: 650 kW } }'
    const text = (await factory(CHARGE)).audit.findings.map(({ entry }) => entry)
    expect(text).toContain('demand-control')
    const one = await auditText(
      `energy: { electricity: { amount: 2 100 MWh } }
prices:
  - { of: electricity, price: 80 EUR/MWh }
${CHARGE}
facts: { electricity.peak-demand: 750 kW, electricity.load-factor: 32 % }
answers: { ${kept} }\n`,
      ENTRIES,
    )
    const saving = savingOf(one, 'demand-control', 'demand')
    expect(one.value(saving?.money ?? '')).toBeCloseTo(100 * 120, 9)
  })
})
