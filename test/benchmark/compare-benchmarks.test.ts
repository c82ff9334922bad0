import { describe, expect, it } from 'vitest'
import { ofSize } from '../../src/benchmark/applicable-rows.js'
import { auditText } from '../audit-text.js'

const brewery = (period: number, more = ''): string => `recp: 1
site: { id: b, name: B, country: VN, currency: VND, sector: brewery }
period: ${period}
products: { beer: { amount: 10 000 hl } }
water: { well: { amount: 6 000 m3 (measured) } }
energy: { electricity: { amount: 1 000 MWh } }
${more}`

describe('benchmarks', () => {
  it('a legal norm is that of the period and of the size of the plant', async () => {
    const norms = async (period: number, output = '10 000 hl'): Promise<(number | string)[][]> =>
      (await auditText(brewery(period).replace('10 000 hl', output))).audit.gaps
        .filter((gap) => gap.kind === 'norm')
        .map((gap) => [gap.benchmark, gap.year])
    expect(await norms(2024)).toEqual([['brewery-02', 2025]])
    expect(await norms(2019)).toEqual([['brewery-01', 2020]])
    expect(await norms(2024, '250 000 hl')).toEqual([['brewery-04', 2025]])
    expect(await norms(2024, '2 000 000 hl')).toEqual([['brewery-06', 2025]])
    const abroad = await auditText(brewery(2024).replace('country: VN', 'country: AT'))
    expect(abroad.audit.gaps.some((gap) => gap.kind === 'norm')).toBe(false)
  })

  it('a norm that has lapsed, and other weak evidence, say so', async () => {
    const weak = async (period: number): Promise<Map<string, readonly string[]>> =>
      new Map((await auditText(brewery(period))).audit.gaps.map((gap) => [gap.benchmark, gap.weak]))
    expect((await weak(2024)).get('brewery-02')).toEqual(['second-hand'])
    expect((await weak(2027)).get('brewery-02')).toEqual(['lapsed', 'second-hand'])
    expect((await weak(2024)).get('brewery-07')).toEqual(['old', 'second-hand'])
  })

  it('a norm of several processes does not judge until the site names its own', async () => {
    const paper = (process: string): string => `recp: 1
site: { id: p, name: P, country: VN, currency: VND, sector: paper${process} }
period: 2024
products: { tissue: { amount: 20 000 t } }
energy: { gas: { amount: 1 000 t, fuel: natural-gas } }\n`
    const norms = async (process: string): Promise<string[][]> =>
      (await auditText(paper(process))).audit.gaps
        .filter(({ kind }) => kind === 'norm')
        .map(({ benchmark, verdict }) => [benchmark, verdict])
    // Of the classes by output those of 10,000-50,000 t: recycled packaging, tissue, printing.
    expect(await norms('')).toEqual([
      ['paper-02', 'unknown'],
      ['paper-04', 'unknown'],
      ['paper-07', 'unknown'],
    ])
    expect(await norms(', process: tissue')).toEqual([['paper-04', 'better']])
  })

  it('the gap to every reference, and legal limits of the own country only', async () => {
    const { audit, value } = await auditText(`recp: 1
site: { id: d, name: D, country: VN, currency: VND, sector: textile-finishing }
period: 2020
products: { fabric: { amount: 100 t } }
water: { well: { amount: 11 000 m3 } }\n`)
    const gap = audit.gaps.find(({ benchmark }) => benchmark === 'textile-finishing-01')
    expect(value(gap?.gaps.best ?? '')).toBeCloseTo(110 / 70 - 1, 9)
    expect(value(gap?.gaps.typical ?? '')).toBeCloseTo(110 / 250 - 1, 9)
    expect(gap?.gap).toBe(gap?.gaps.typical)
  })

  it.each([
    ['chain', 'seafood', 'products: { fish: { amount: 100 t } }', 'seafood-03'],
    [
      'process',
      'steel',
      'products: { billet: { amount: 100 t } }\nenergy: { electricity: { amount: 9 MWh } }',
      'steel-02',
    ],
    [
      'raw',
      'dairy',
      'products: { cheese: { amount: 100 t } }\nmaterials: { milk: { amount: 900 t, role: raw }, cream: { amount: 9 t, role: raw } }\nenergy: { electricity: { amount: 9 MWh } }',
      'dairy-01',
    ],
  ])('a value of another boundary (%s) is named and not taken', async (why, sector, rest, benchmark) => {
    const { audit, found } = await auditText(
      `recp: 1\nsite: { id: d, name: D, country: VN, currency: VND, sector: ${sector} }\nperiod: 2024\n${rest}\n`,
    )
    expect(audit.gaps.map((gap) => gap.benchmark)).not.toContain(benchmark)
    expect(found('K404').map(({ args }) => [args['benchmark'], args['why']])).toContainEqual([benchmark, why])
  })

  it('the nearest sector is offered with its distance, and never taken', async () => {
    const site = (head: string): string =>
      `recp: 1\nsite: { id: d, name: D, country: VN, currency: VND, ${head} }\nperiod: 2024\nproducts: { p: { amount: 100 t } }\nwater: { well: { amount: 9 m3 } }\n`
    const malting = await auditText(site('sector: malting'))
    expect(malting.audit.gaps).toEqual([])
    expect(malting.found('K403')[0]?.args).toMatchObject({ near: 'brewery', distance: 'class', isic: '1103' })
    const bakery = await auditText(site('sector: bakery, isic: "1071"'))
    expect(bakery.found('K403')[0]?.args).toMatchObject({
      near: 'sugar, coffee',
      distance: 'group',
      isic: '107',
    })
    expect((await auditText(site('sector: brewery'))).codes).not.toContain('K403')
  })

  it('surveys are compared in their own unit', async () => {
    const { audit, value } = await auditText(brewery(2024))
    const gap = audit.gaps.find((one) => one.benchmark === 'brewery-07')
    expect(value(gap?.value ?? '')).toBeCloseTo(6, 9)
    expect(value(gap?.gap ?? '')).toBeCloseTo(6 / 4.3 - 1, 9)
    expect(gap?.verdict).toBe('worse')
  })

  it('a unit that is not that of the output is said', async () => {
    const pieces = brewery(2024).replace('10 000 hl', '10 000 pcs')
    const { audit, codes } = await auditText(pieces)
    expect(audit.gaps).toEqual([])
    expect(codes).toContain('K401')
  })

  it("the site's own, in any unit of the same kind", async () => {
    const own = `benchmarks:
  goal: { indicator: specific-well, typical: 500 l/hl, source: Plan }
  wrong: { indicator: specific-well, typical: 5 kg/hl, source: Plan }
  none: { indicator: moonlight, typical: 5 kg/hl, source: Plan }\n`
    const { audit, value, found } = await auditText(brewery(2024, own))
    const gap = audit.gaps.find((one) => one.benchmark === 'goal')
    expect(value(gap?.gap ?? '')).toBeCloseTo(0.2, 9)
    expect(found('K401').map((told) => told.args['benchmark'])).toEqual(
      expect.arrayContaining(['wrong', 'none']),
    )
  })
})

describe('size classes in the scope of a benchmark', () => {
  it.each([
    ['capacity < 20 million L/yr', 150_000, 'hl/yr', true],
    ['capacity < 20 million L/yr', 200_000, 'hl/yr', false],
    ['capacity 20-100 million L/yr', 250_000, 'hl/yr', true],
    ['capacity > 100 million L/yr', 1_000_001, 'hl/yr', true],
    ['tissue, 10,000-50,000 t/yr', 9_999, 't/yr', false],
    ['catfish (pangasius), plants >= 300 t/yr', 300, 't/yr', true],
    ['1-2 t starch per day', 11_000, 't/yr', false],
    ['1-2 t starch per day', 500, 't/yr', true],
    ['1-2 t starch per day', 500, 'hl/yr', undefined],
    ['tunnel kiln', 500, 't/yr', undefined],
  ])('%s with %d %s', (scope, value, unit, fits) => expect(ofSize(scope, { value, unit })).toBe(fits))
})
