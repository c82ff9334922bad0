import { describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import type { Audit } from '../../src/model/audit.js'
import { loadContent } from '../../src/templates/load-content.js'
import { parseFile } from '../../src/templates/read-pack.js'
import type { Raw } from '../../src/model/raw.js'

const { value: content } = loadContent()

function audit(text: string): Audit {
  const loaded = {
    value: parseFile('site.yaml', text) as Raw & object,
    diagnostics: [],
    places: { byPointer: new Map(), lines: new Map() },
    files: [],
  }
  const { audit: made, diagnostics } = auditSite(loaded as Parameters<typeof auditSite>[0], { content })
  if (made === null) throw new Error(diagnostics.map(({ code }) => code).join(', '))
  return made
}

const value = ({ figures }: Audit, id: string): number | undefined =>
  figures.find((figure) => figure.id === id)?.value ?? undefined

const finding = ({ findings }: Audit, entry: string) => findings.find((one) => one.entry === entry)

const HEAD = `
recp: 1
site: { id: plant, name: Plant, country: VN, currency: VND, sector: seafood, employees: 250 }
period: 2025
per: { of: goods, unit: t }
products: { goods: { amount: 1 000 t } }
`

it('running hours of the site, and how they are known', () => {
  const text = HEAD.replace('employees: 250', 'hours: "7 200 h/yr (recorded, A1)"')
  const figure = audit(text).figures.find(({ id }) => id === 'site.hours')
  expect(figure).toMatchObject({ value: 7200, unit: 'h/yr', basis: 'recorded', source: 'A1' })
})

describe('what bills say', () => {
  const bills = (rows: string, more = ''): Audit =>
    audit(`${HEAD}
energy: { electricity: { name: Electricity } }
bills:
${rows}
prices:
  - { of: electricity, price: 2 000 VND/kWh }
  - { of: electricity, band: peak, price: 3 000 VND/kWh }
  - { of: electricity, band: off-peak, price: 1 200 VND/kWh }
${more}`)
  const half = (start: string, end: string, more: string): string =>
    `  - { of: electricity, start: ${start}, end: ${end}, ${more} }`
  const first = (more: string): string => half('2024-12-31', '2025-06-30', more)
  const second = (more: string): string => half('2025-06-30', '2025-12-31', more)

  it('the share of peak hours, over all bills', () => {
    const one = bills(
      [
        first('amount: 100 MWh, bands: { normal: 50 MWh, peak: 30 MWh, off-peak: 20 MWh }'),
        second('amount: 300 000 kWh, bands: { normal: 240 000 kWh, peak: 30 000 kWh, off-peak: 30 000 kWh }'),
      ].join('\n'),
    )
    expect(value(one, 'variable.electricity.peak-share')).toBeCloseTo(60 / 400, 12)
    expect(value(one, 'variable.tariff.peak-offpeak-ratio')).toBeCloseTo(2.5, 12)
  })

  it('nothing of the peak where one bill does not say it', () => {
    const one = bills(
      [first('amount: 100 MWh, bands: { normal: 70 MWh, peak: 30 MWh }'), second('amount: 100 MWh')].join(
        '\n',
      ),
    )
    expect(value(one, 'variable.electricity.peak-share')).toBeUndefined()
    expect(finding(one, 'tou-load-shift')?.outcome).toBe('needs-data')
  })

  it('nothing from what is billed as electricity and is none', () => {
    const one = bills(
      [
        first('amount: 100 m3, reactive: 150 Mvarh, bands: { normal: 70 MWh, peak: 30 m3 }'),
        second('amount: 100 MWh, reactive: 150 Mvarh, bands: { normal: 70 MWh, peak: 30 MWh }'),
      ].join('\n'),
    )
    expect(value(one, 'variable.electricity.peak-share')).toBeUndefined()
    expect(value(one, 'variable.electricity.power-factor')).toBeUndefined()
  })

  it('the power factor, from both energies: 300 and 400 make 0.6', () => {
    const one = bills(
      [first('amount: 100 MWh, reactive: 150 Mvarh'), second('amount: 200 MWh, reactive: 250 Mvarh')].join(
        '\n',
      ),
    )
    expect(value(one, 'variable.electricity.power-factor')).toBeCloseTo(0.6, 12)
    expect(finding(one, 'power-factor-capacitors')).toMatchObject({
      outcome: 'found',
      evidence: 'measured',
      why: [{ what: 'electricity.power_factor', value: '0.6', op: '<', limit: '0.9', limitFrom: 'choice' }],
    })
  })

  it('a charge for demand, by a price per power', () => {
    const demand = '  - { of: electricity, price: 60 000 VND/kW }'
    const seen = (one: Audit) =>
      finding(one, 'demand-control')?.seen.find(({ name }) => name === 'tariff.has_demand_charge')
    expect(seen(bills(first('amount: 100 MWh'), demand))).toMatchObject({
      value: 'yes',
      at: '/prices/3/price',
    })
    expect(seen(bills(first('amount: 100 MWh')))?.value).toBeNull()
  })
})

describe('what balances say', () => {
  const water = (cleaning: string, more = ''): Audit =>
    audit(`${HEAD}
water: { mains: { amount: 1 000 m3, price: 10 000 VND/m3 }, effluent: { as: wastewater } }
substances: { cod: { conserved: no } }
steps:
  supply: { name: Supply, kind: distribution }
  hall: Hall
  cleaning: Cleaning
  treatment: { name: Treatment, kind: treatment }
flows:
  intake: { of: mains, to: supply }
  w-hall: { of: mains, from: supply, to: hall, amount: 300 m3 (measured) }
  w-cleaning: { of: mains, from: supply, to: cleaning, ${cleaning} }
  e-hall: { of: effluent, from: hall, to: treatment, amount: 300 m3, contains: { cod: 4 000 mg/l } }
  e-cleaning: { of: effluent, from: cleaning, to: treatment, amount: 600 m3, contains: { cod: 1 000 mg/l } }
  out: { of: effluent, from: treatment }
${more}`)

  it('how much of the water is metered at its users', () => {
    const estimated = water('amount: 700 m3 (estimated)')
    expect(value(estimated, 'variable.water.submeter-coverage')).toBeCloseTo(0.3, 1)
    const read = water('amount: 700 m3 (measured)')
    expect(value(read, 'variable.water.submeter-coverage')).toBeCloseTo(1, 2)
    const bare = audit(`${HEAD}\nwater: { mains: { amount: 1 000 m3 } }`)
    expect(value(bare, 'variable.water.submeter-coverage')).toBeUndefined()
  })

  it('what the effluent carries into treatment', () => {
    const one = water('amount: 700 m3 (measured)')
    const mean = (300 * 4000 + 600 * 1000) / 900
    expect(value(one, 'variable.wastewater.cod')).toBeGreaterThan(mean * 0.9)
    expect(value(one, 'variable.wastewater.cod')).toBeLessThan(mean * 1.1)
    const load = value(one, 'variable.wastewater.cod-load') ?? 0
    expect(load * 365).toBeCloseTo(1.8, 0)
  })

  it('what a cubic metre costs, in dollars, by a rough rate that says so', () => {
    const one = water('amount: 700 m3 (measured)')
    // 10 000 dong to buy, nothing for the discharge.
    expect(value(one, 'variable.water.cost')).toBeCloseTo(10_000 / 25_000, 6)
    expect(one.figures.find(({ id }) => id === 'choice.dollar-rate')).toMatchObject({ kind: 'choice' })
    const dollars = audit(
      `${HEAD.replace('VND', 'USD')}\nwater: { mains: { amount: 1 000 m3, price: 0.5 USD/m3 } }`,
    )
    expect(value(dollars, 'variable.water.cost')).toBeCloseTo(0.5, 12)
  })

  it('employees, and packaging over product', () => {
    const one = audit(`${HEAD}
materials: { cartons: { role: packaging, amount: 50 t, price: 20 000 VND/kg } }`)
    expect(value(one, 'site.employees')).toBe(250)
    expect(value(one, 'variable.packaging.mass-share')).toBeCloseTo(0.05, 12)
    expect(finding(one, 'sanitary-fixtures')?.why).toMatchObject([{ value: '250', op: '>', limit: '200' }])
  })
})
