import { describe, expect, it } from 'vitest'
import { balanceReport } from '../../src/report/balance-report.js'
import { renderBalance } from '../../src/report/balance-text.js'
import { auditText } from '../audit-text.js'

/** Text of a site → value of `flow.x` in the unit of its good per year. */
async function flowX(text: string): Promise<number | null> {
  return (await auditText(text)).value('flow.x')
}

const OTHER_PERIOD = (period: string): string => `recp: 1
site: { id: works, name: Works, country: VN, currency: EUR, hours: 6 000 h/yr, working-days: 300 }
period: ${period}
`
const STEP = 'steps: { s: { name: S, hours: 2 000 h/yr, batches: 240 batch/yr } }\n'
const WATER = 'water: { w: {} }\n'

describe('an amount becomes an amount of the year', () => {
  it.each([
    ['a total of the year', 'amount: 120 m3', 120],
    ['a rate with the hours of the flow', 'amount: 12 m3/h, hours: 1 000 h/yr', 12_000],
    ['a rate with the hours of its step', 'amount: 12 m3/h', 24_000],
    ['litres a second, counted in litres', 'amount: 1 l/s', 7_200_000],
    ['a day on working days', 'amount: 12 m3/d', 3600],
    ['a batch', 'amount: 0.5 m3/batch', 120],
    ['batches of the period', 'amount: 0.5 m3/batch, batches: 100 batch', 50],
    ['a month of the calendar', 'amount: 10 m3/month', 120],
    ['hours a day on working days', 'amount: 1 m3/h, hours: 16 h/d', 4800],
    ['tonnes of water', 'amount: 120 t', 120],
    ['zero, which is known', 'amount: 0 m3', 0],
  ])('%s', async (_name, amount, expected) => {
    expect(await flowX(`${STEP}${WATER}flows: { x: { of: w, to: s, ${amount} } }\n`)).toBeCloseTo(expected, 9)
  })

  it.each([
    ['six months', '{ first: 2023-01-01, last: 2023-06-30 }', (60 * 365) / 181],
    ['two years', '{ first: 2022-01-01, last: 2023-12-31 }', 30],
    ['a leap year is one year', '2024', 60],
    ['a month', '2023-04', (60 * 365) / 30],
  ])('a total of %s', async (_name, period, expected) => {
    const text = `${OTHER_PERIOD(period)}${STEP}${WATER}flows: { x: { of: w, to: s, amount: 60 m3 } }\n`
    expect(await flowX(text)).toBeCloseTo(expected, 9)
  })

  it('a rate is the same whatever the period is', async () => {
    const text = `${OTHER_PERIOD('2023-04')}${STEP}${WATER}flows: { x: { of: w, to: s, amount: 12 m3/h } }\n`
    expect(await flowX(text)).toBeCloseTo(24_000, 9)
  })

  it('kW while running are energy', async () => {
    const { value } = await auditText('energy: { electricity: { amount: 50 kW } }\n')
    expect(value('flow.electricity')).toBeCloseTo(300_000, 9)
    expect(value('flow.electricity.energy')).toBeCloseTo(1080, 9)
  })

  it('missing is not zero, and nothing is assumed where no hours are known', async () => {
    const bare = 'recp: 1\nsite: { id: w, name: W, country: VN, currency: EUR }\nperiod: 2023\n'
    for (const amount of ['12 m3/h', '12 m3/d', '3 m3/batch']) {
      const { value, codes } = await auditText(`${bare}${WATER}flows: { x: { of: w, amount: ${amount} } }\n`)
      expect(value('flow.x')).toBe(null)
      expect(codes).toContain('U311')
    }
  })
})

describe('ratios to another flow', () => {
  const film = (amount: string): string =>
    `${STEP}materials: { film: {} }\nproducts: { parts: {} }
flows: { in: { of: parts, to: s, amount: 1 000 m2 }, x: { of: film, to: s, amount: ${amount} } }\n`

  it('litres of film a square metre: the norm decides the unit of nothing', async () => {
    const { value, codes } = await auditText(`water: { film: {} }\nproducts: { parts: {} }\n${STEP}
flows: { in: { of: parts, to: s, amount: 1 000 m2 (measured) }, x: { of: film, to: s, amount: 0.12 l/m2 of in } }\n`)
    expect(value('flow.x')).toBeCloseTo(0.12, 12)
    expect(codes).not.toContain('U313')
  })

  it('the claim says that it is no amount but should be 0', async () => {
    const { audit } = await auditText(`water: { film: {} }\nproducts: { parts: {} }\n${STEP}
flows:
  in: { of: parts, name: { en: Parts, vi: Chi tiết }, to: s, amount: 1 000 m2 ± 5 m2 }
  x: { of: film, name: { en: Film, vi: Màng }, to: s, amount: 0.12 l/m2 of in ± 10 % }\n`)
    const report = balanceReport(audit)
    expect(report.claims.find(({ norm }) => norm)?.claimed.value).toBe(0)
    for (const [lang, said] of [
      ['en', ['Film less its norm × Parts (should be 0)', 'should be 0: what is left of a flow']],
      ['vi', ['Màng trừ định mức × Chi tiết (lẽ ra bằng 0)', 'lẽ ra bằng 0: phần còn lại của dòng']],
    ] as const) {
      const text = renderBalance(audit, report, { lang, paint: (_, words) => words })
      for (const words of said) expect(text).toContain(words)
    }
  })

  it('a share of the feed', async () => {
    expect(
      await flowX(`${WATER}steps: { s: S }
flows: { feed: { of: w, to: s, amount: 200 m3 }, x: { of: w, from: s, as: wastewater, amount: 5 % of feed } }\n`),
    ).toBeCloseTo(10, 12)
  })

  it('what does not measure that ratio is asked for', async () => {
    const { found, value } = await auditText(film('3 l/kg of in'))
    expect(found('U313')).toHaveLength(1)
    expect(value('flow.x')).toBe(null)
  })
})

describe('electricity is energy', () => {
  it.each([
    ['an amount', '5 m3', 'amount: 5 m3'],
    ['a rate', '4 t/h', 'amount: 4 t/h'],
    ['a price', '3 EUR/t', 'amount: 5 MWh, price: 3 EUR/t'],
  ])('%s of another kind is refused where it stands', async (_name, written, fields) => {
    const { audit, found } = await auditText(`energy: { electricity: { ${fields} } }\n`)
    expect(found('U313').map(({ args }) => args?.['written'])).toEqual([written])
    expect(audit.inventory.goods.map(({ unit }) => unit)).toEqual(['MWh'])
  })
})

describe('contents', () => {
  it('below a detection limit is half of it, with the spread of anything up to it', async () => {
    const { figure } = await auditText(
      'substances: { cr: {} }\nwater: { e: { amount: 100 m3, as: wastewater, contains: { cr: < 5 mg/l } } }\n',
    )
    expect(figure('good.e.contains.cr').value).toBe(2.5)
    expect(figure('good.e.contains.cr').sd).toBeCloseTo(5 / Math.sqrt(12), 12)
    expect(figure('flow.e.cr').value).toBeCloseTo(0.00025, 15)
  })

  it('the amount of a layer is a claim on what the flow carries', async () => {
    const grain = (amount: string): string => `steps: { s: S }\nresidues: { g: { contains: { water: 80 % } } }
flows: { x: { of: g, from: s, amount: { value: ${amount}, layer: water } } }\n`
    expect(await flowX(grain('3 000 m3'))).toBeCloseTo(3750, 9)
    expect(await flowX(grain('3 000 t'))).toBeCloseTo(3750, 9)
  })

  it('pieces have a mass where somebody says it', async () => {
    const { value, has } = await auditText(
      'products: { part: { amount: 100 pcs, mass: 2 kg/pcs }, cap: { amount: 50 pcs } }\nper: { of: part }\n',
    )
    expect(value('flow.part.mass')).toBeCloseTo(0.2, 12)
    expect(has('flow.cap.mass')).toBe(false)
  })

  it('a mass that does not fit the unit is said, and the rest goes on', async () => {
    const { found, value } = await auditText('products: { part: { amount: 100 pcs, mass: 1 t/m3 } }\n')
    expect(found('U313')[0]?.at).toBe('/products/part/mass')
    expect(value('flow.part')).toBe(100)
  })

  it('a flow says what it contains and keeps the mass of its good', async () => {
    const { value } = await auditText(`steps: { s: S }
products: { beer: { mass: 1 t/m3, contains: { water: 90 % } } }
flows: { x: { of: beer, from: s, amount: 100 m3, contains: { water: 95 % } } }\n`)
    expect(value('flow.x.mass')).toBeCloseTo(100, 9)
    expect(value('flow.x.water')).toBeCloseTo(95, 9)
  })

  it('names of the user mean nothing to JavaScript', async () => {
    const { value } = await auditText(
      'substances: { constructor: {} }\nproducts: { valueof: { amount: 100 t, contains: { constructor: 3 % } } }\n',
    )
    expect(value('flow.valueof.constructor')).toBeCloseTo(3, 12)
  })

  it('asks for the heating value it counts with', async () => {
    const gross = await auditText('energy: { gas: { amount: 100 t, gcv: 50 GJ/t } }\n')
    expect(gross.codes).toContain('U322')
    const unknown = await auditText('energy: { gas: { amount: 100 t, fuel: moon-dust } }\n')
    expect(unknown.codes).toContain('K301')
    const volume = await auditText('energy: { gas: { amount: 100 m3, ncv: 48 GJ/t } }\n')
    expect(volume.codes).toContain('U321')
  })
})

describe('prices', () => {
  it.each([
    ['by mass', 'amount: 100 m3, mass: 0.9 t/m3, price: 300 EUR/t', 27_000],
    ['by energy', 'amount: 100 t, ncv: 40 GJ/t, price: 10 EUR/GJ', 40_000],
    ['by the thousand litres', 'amount: 5 000 l, price: 500 EUR/1000 l', 2500],
    ['zero', 'amount: 100 t, price: 0 EUR/t', 0],
  ])('%s', async (_name, good, expected) => {
    expect((await auditText(`materials: { a: { ${good} } }\n`)).value('cost.a')).toBeCloseTo(expected, 6)
  })

  it('another currency is said and never added', async () => {
    const { found, value } = await auditText(
      'materials: { a: { amount: 1 t, price: 3 USD/t }, b: { amount: 2 t, price: 5 EUR/t } }\n',
    )
    expect(found('U331')).toHaveLength(1)
    expect(value('total.cost')).toBe(10)
    expect(found('K102')[0]?.args['lacks']).toBe('a')
  })

  it('a price that leads nowhere is asked for', async () => {
    const { found, value } = await auditText('materials: { a: { amount: 1 m3, price: 3 EUR/t } }\n')
    expect(found('U313')[0]?.at).toBe('/materials/a/price')
    expect(value('total.cost')).toBe(null)
  })
})

describe("units of the site's own", () => {
  it('are brought to units that everybody knows', async () => {
    const { value, figure } = await auditText(`units: { crate: 24 pcs }
products: { beer: { amount: 1000 crate, mass: 12 kg/crate, price: 6 EUR/crate } }\n`)
    expect(value('flow.beer')).toBe(24_000)
    expect(figure('flow.beer').unit).toBe('pcs/yr')
    expect(value('flow.beer.mass')).toBeCloseTo(12, 12)
    expect(figure('claim.beer.written').written).toBe('1000 crate')
  })
})

describe('stocks', () => {
  it('closing less opening, per year, in the unit of the good', async () => {
    const { value } = await auditText(`${OTHER_PERIOD('{ first: 2022-01-01, last: 2023-12-31 }')}
materials: { a: { amount: 100 m3, mass: 0.5 t/m3 } }
stocks: { s: { of: a, opening: 10 t, closing: 30 t } }\n`)
    expect(value('stock.s.change')).toBeCloseTo(20, 12)
  })

  it('one end alone says nothing', async () => {
    const { found, audit } = await auditText(
      'materials: { a: { amount: 100 t } }\nstocks: { s: { of: a, opening: 10 t } }\n',
    )
    expect(found('U343')[0]?.args).toEqual({ stock: 's', missing: 'closing' })
    expect(audit.inventory.stocks).toEqual([])
  })
})

describe('messages of the stage', () => {
  it('a good without any unit', async () => {
    const flow = 'steps: { a: A }\nflows: { f: { of: e, to: a } }\n'
    const text = `products: { beer: {} }\nenergy: { e: { fuel: diesel } }\n${flow}`
    expect((await auditText(text)).codes).toContain('U312')
  })
})
