import { describe, expect, it } from 'vitest'
import type { Opportunity } from '../../src/model/opportunities.js'
import { auditText, type Audited } from '../audit-text.js'

const POWER = `energy: { power: { amount: 1 000 MWh, fuel: electricity, price: 100 EUR/MWh } }
economics: { discount-rate: 12 % }
`

function measure(fields: string, more = ''): Promise<Audited> {
  return auditText(`${POWER}${more}measures: { m: { title: M, acts-on: power, ${fields} } }\n`)
}

function opportunity({ audit }: Audited, id = 'm'): Opportunity {
  const found = audit.evaluation.opportunities.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no opportunity ${id}`)
  return found
}

describe('the price of a saving', () => {
  const bands = `prices:
  - { of: power, band: peak, price: 200 EUR/MWh }
  - { of: power, band: off-peak, price: 50 EUR/MWh }
`
  it('is that of the bands it falls in, by their shares', async () => {
    const night = await measure('saves: 10 MWh, bands: { off-peak: 100 % }', bands)
    expect(night.value('opportunity.m.net')).toBeCloseTo(500, 9)
    const both = await measure('saves: 10 MWh, bands: { peak: 40 %, off-peak: 60 % }', bands)
    expect(both.value('opportunity.m.net')).toBeCloseTo(10 * (0.4 * 200 + 0.6 * 50), 9)
  })

  it('is the plain price where no band is named, and none where a band has no price', async () => {
    expect((await measure('saves: 10 MWh', bands)).value('opportunity.m.net')).toBeCloseTo(1000, 9)
    const missing = await measure('saves: 10 MWh, bands: { shoulder: 100 % }', bands)
    expect(missing.codes).toContain('E306')
  })
})

describe('what the field gives', () => {
  it('a stated share lessens base, low and high, and stays visible', async () => {
    const one = await measure('saves: 100 MWh, low: 80 MWh, high: 110 MWh, realisation: 60 % ± 0 %')
    const [saving] = opportunity(one).savings
    expect([saving?.low, saving?.base, saving?.high].map((id) => one.value(id ?? ''))).toEqual([48, 60, 66])
    expect(one.value(opportunity(one).realisation ?? '')).toBeCloseTo(0.6, 12)
    expect(one.value('opportunity.m.net')).toBeCloseTo(6000, 9)
  })
})

describe('investment and what stands beside it', () => {
  it('is the sum of its parts, less scrap value and grant', async () => {
    const one = await measure(
      'saves: 100 MWh, invest-parts: { equipment: 10 000 EUR, installation: 3 000 EUR, engineering: 1 000 EUR, lost-production: 500 EUR, contingency: 1 500 EUR, scrap-value: 400 EUR, grant: 2 000 EUR }',
    )
    expect(one.value('opportunity.m.investment')).toBeCloseTo(13_600, 9)
    const parts = opportunity(one).investmentParts?.map(({ part }) => part)
    expect(parts).toEqual(expect.arrayContaining(['scrap-value', 'grant', 'equipment']))
    expect(one.value('opportunity.m.payback')).toBeCloseTo(1.36, 9)
  })

  it('capacity stands apart from every saving', async () => {
    const one = await measure('saves: 100 MWh, invest: 10 000 EUR, capacity: 50 000 EUR/yr')
    expect(one.value('opportunity.m.net')).toBeCloseTo(10_000, 9)
    expect(one.value(opportunity(one).capacity ?? '')).toBe(50_000)
    expect(one.value('package.capacity')).toBe(50_000)
    expect(one.value('package.net')).toBeCloseTo(10_000, 9)
  })

  it('a carbon price gives a second value, and leaves the first', async () => {
    const fields = 'saves: 100 MWh, invest: 10 000 EUR, life: 5 yr'
    const own = POWER.replace('price:', 'ghg: 500 kgCO2e/MWh, price:')
    const text = (economics: string): string =>
      `${own.replace('12 %', economics)}measures: { m: { title: M, acts-on: power, ${fields} } }\n`
    const plain = await auditText(text('12 %'))
    const priced = await auditText(text('12 %, carbon-price: 20 EUR/tCO2e'))
    const annuity = (1 - 1.12 ** -5) / 0.12
    expect(opportunity(plain).npvWithCarbon).toBeUndefined()
    expect(priced.value('opportunity.m.npv')).toBeCloseTo(plain.value('opportunity.m.npv') ?? NaN, 9)
    const gain =
      (priced.value(opportunity(priced).npvWithCarbon ?? '') ?? NaN) -
      (priced.value('opportunity.m.npv') ?? 0)
    expect(gain).toBeCloseTo(50 * 20 * annuity, 6)
  })
})

describe('the three passes of screening', () => {
  const limit = 'quick-win-invest: 2 000 EUR'
  const screened = async (fields: string): Promise<Opportunity['screening']> => {
    const own = POWER.replace('12 %', `12 %, ${limit}`)
    const text = `${own}measures: { m: { title: M, acts-on: power, ${fields} } }\n`
    return opportunity(await auditText(text)).screening
  }

  it.each([
    ['saves: 100 MWh, invest: 1 500 EUR', 'do-now'],
    ['saves: 100 MWh, invest: 0 EUR', 'do-now'],
    // Production has to stop for it; it costs too much; it pays back too late; nobody knows what it costs.
    ['saves: 100 MWh, invest: 1 500 EUR, stops-production: yes', 'study'],
    ['saves: 100 MWh, invest: 2 500 EUR', 'study'],
    ['saves: 20 MWh, invest: 1 500 EUR', 'study'],
    ['saves: 100 MWh', 'study'],
    ['saves: 100 MWh, invest: 1 EUR, status: rejected', 'veto'],
  ] as const)('%s: %s', async (fields, pass) => {
    expect(await screened(fields)).toMatchObject({ pass })
  })

  it('what is rejected is kept with its reason, and in no total', async () => {
    const one = await measure('saves: 100 MWh, invest: 1 EUR, status: rejected, reason: No space')
    expect(opportunity(one).screening).toEqual({ pass: 'veto', reason: { en: 'No space', vi: 'No space' } })
    expect(one.value('package.net')).toBe(0)
  })
})

describe('what was done', () => {
  it('carries what was promised and what was verified, and is in no total', async () => {
    const one = await measure(
      'saves: 100 MWh, invest: 10 000 EUR, status: done, verified: 70 MWh, owner: Maintenance, start: 2022-03-01, due: 2022-09-01, budget: 9 000 EUR',
    )
    const done = opportunity(one)
    expect(done).toMatchObject({
      status: 'done',
      owner: 'Maintenance',
      start: '2022-03-01',
      due: '2022-09-01',
    })
    expect(one.value(done.verified?.figure ?? '')).toBe(70)
    expect(one.value(done.verified?.share ?? '')).toBeCloseTo(0.7, 12)
    expect(one.value(done.budget ?? '')).toBe(9000)
    expect(one.value('package.net')).toBe(0)
  })
})

describe('claims that are asked about', () => {
  it.each([
    // Days, and decades.
    ['saves: 100 MWh, invest: 50 EUR', 'E204'],
    ['saves: 1 MWh, invest: 3 000 EUR', 'E204'],
    // A third of all that is used.
    ['saves: 300 MWh, invest: 60 000 EUR', 'E202'],
  ])('%s: %s', async (fields, code) => {
    expect((await measure(fields)).codes).toContain(code)
    expect((await measure('saves: 100 MWh, invest: 15 000 EUR')).codes).not.toContain(code)
  })

  const AIR = `energy: { power: { amount: 3 000 MWh (billed), fuel: electricity, price: 80 EUR/MWh } }
steps: { air-house: Air house, rest: Rest }
flows:
  e-air: { of: power, to: air-house, amount: 300 MWh (measured) }
  e-rest: { of: power, to: rest }
equipment: { comp: { name: Compressor, system: air, step: air-house, uses: e-air, rated: 75 kW } }
`
  const claim = (id: string, fields: string): Promise<Audited> =>
    auditText(`${AIR}measures: { ${id}: { title: M, ${fields} } }\n`)

  it.each([
    // More than a quarter of what it acts on, though little of all that is used.
    ['m', 'acts-on: comp, saves: 60 %, invest: 40 000 EUR', 'E202', { percent: '60 %', limit: '25 %' }],
    // The sources of the entry give 25 % as the highest.
    ['air-leak-programme', 'acts-on: comp, saves: 45 %', 'E208', { limit: '25 %', source: 'DOE-CA3' }],
    // More than there is, in amount and in money.
    ['m', 'acts-on: comp, saves: 120 %', 'E201', { saving: '360 MWh/yr', base: '300 MWh/yr' }],
    [
      'm',
      'acts-on: e-air, saves: 60 000 EUR/yr',
      'E207',
      { cost: '24 000 EUR/yr', what: 'power (→ Air house)' },
    ],
    // Two weeks, where half of the energy measures took more than 0.65 years.
    ['m', 'acts-on: comp, saves: 50 MWh, invest: 150 EUR', 'E209', { median: 0.65, source: 'IE-BOX' }],
  ] as const)('%s, %s: %s', async (id, fields, code, args) => {
    const { codes, found } = await claim(id, fields)
    expect(codes.filter((one) => /^E20[1-46-9]$/.test(one))).toEqual([code])
    expect(found(code)[0]?.args).toMatchObject(args)
  })

  it.each([
    ['m', 'acts-on: comp, saves: 20 %, invest: 6 000 EUR'],
    ['m', 'acts-on: comp, saves: 60 % (measured), invest: 20 000 EUR'],
    ['air-leak-programme', 'acts-on: comp, saves: 25 %'],
    ['m', 'acts-on: e-air, saves: 20 000 EUR/yr'],
    // A repair pays back within weeks: five of them are ten times less than the median, four are asked about.
    ['m', 'acts-on: comp, saves: 50 MWh, invest: 280 EUR'],
    ['m', 'acts-on: comp, saves: 60 %, invest: 40 000 EUR, status: done'],
  ] as const)('%s, %s: nothing', async (id, fields) => {
    const { codes } = await claim(id, fields)
    expect(codes.filter((one) => /^E20[1-46-9]$/.test(one))).toEqual([])
  })

  it('a package against the mean of programmes, of the sector first', async () => {
    const share = async (sector: string, saves: string): Promise<unknown> => {
      const head = `recp: 1\nsite: { id: a, name: A, country: VN, currency: EUR, sector: ${sector} }\nperiod: 2024\n`
      const two = `{ a: { title: A, acts-on: power, saves: ${saves} }, b: { title: B, acts-on: power, saves: ${saves} } }`
      return (await auditText(`${head}${AIR}measures: ${two}\n`)).found('E203')[0]?.args
    }
    expect(await share('seafood', '500 MWh')).toMatchObject({ limit: '30 %', source: 'FLUKE-IAC' })
    expect(await share('seafood', '400 MWh')).toBeUndefined()
    expect(await share('textile-finishing', '200 MWh')).toMatchObject({ limit: '12 %', source: 'NRDC-CBD' })
  })

  it('name the good as its owner does', async () => {
    const { found } =
      await auditText(`energy: { power: { name: { en: Power, vi: Điện }, amount: 1 000 MWh, fuel: electricity } }
measures: { m: { title: M, acts-on: power, saves: 600 MWh } }\n`)
    for (const code of ['E202', 'E203'])
      expect(found(code)[0]?.args).toMatchObject({ what: 'Power', 'what-vi': 'Điện' })
  })

  it('a payback far from what was published of this kind, with its source', async () => {
    const led = (invest: string): Promise<Audited> =>
      auditText(
        `${POWER}measures: { lighting-led: { title: LED, acts-on: power, saves: 50 MWh, invest: ${invest} } }\n`,
      )
    const usual = await led('12 000 EUR')
    expect(opportunity(usual, 'lighting-led').publishedPayback).toBeDefined()
    expect(usual.found('E206')).toEqual([])
    const [said] = (await led('300 EUR')).found('E206')
    expect(said?.args).toMatchObject({ opportunity: 'lighting-led' })
    expect(String(said?.args['source'])).not.toBe('')
  })

  it('what is usual of its group stands beside a measure, and challenges none', async () => {
    const one = await auditText(
      `${POWER}measures: { motor-efficient-replace: { title: Motors, acts-on: power, saves: 50 MWh, invest: 500 EUR } }\n`,
    )
    expect(opportunity(one, 'motor-efficient-replace').typical).toMatchObject({
      codes: ['2'],
      payback: 1.9,
      implemented: 0.509,
    })
    expect(one.found('E206')).toEqual([])
  })

  it('a price far from the tariffs of the country', async () => {
    const price = (text: string): Promise<Audited> =>
      auditText(`recp: 1
site: { id: works, name: Works, country: VN, currency: VND }
period: 2025
energy: { power: { amount: 1 000 MWh, fuel: electricity, price: ${text} } }
measures: { m: { title: M, acts-on: power, saves: 1 MWh } }
`)
    expect((await price('2 000 VND/kWh')).codes).not.toContain('E205')
    expect((await price('20 VND/kWh')).codes).toContain('E205')
  })
})
