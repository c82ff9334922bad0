import { describe, expect, it } from 'vitest'
import { printDiagnostic } from '../../src/diagnostics/print-diagnostic.js'
import { isReached } from '../../src/model/indicators.js'
import { auditText } from '../audit-text.js'

const SITE = `products: { beer: { amount: 1 000 hl, mass: 1 t/m3 } }
materials: { malt: { amount: 20 t, price: 400 EUR/t, in-product: 60 % } }
water: { well: { amount: 600 m3, price: 0.5 EUR/m3 }, sewage: { as: wastewater, amount: 400 m3, treatment-cost: 1.5 EUR/m3 } }
energy: { electricity: { amount: 10 MWh, price: 100 EUR/MWh }, oil: { amount: 5 t, fuel: diesel, price: 800 EUR/t } }
residues: { waste: { amount: 2 t, as: waste, price: -50 EUR/t }, grain: { amount: 8 t, as: by-product, price: 20 EUR/t } }
`

describe('the RECP indicators', () => {
  it('seven absolute ones', async () => {
    const { value, audit } = await auditText(SITE)
    expect(value('total.energy')).toBeCloseTo(36 + 5 * 43, 9)
    expect(value('total.materials')).toBe(20)
    expect(value('total.water')).toBe(600)
    expect(value('total.wastewater')).toBe(400)
    expect(value('total.waste')).toBe(2)
    expect(value('total.output')).toBe(1000)
    const groups = audit.indicators.indicators.map((one) => one.group)
    expect(groups.filter((group) => ['resource', 'pollution', 'production'].includes(group))).toHaveLength(7)
    expect(groups.filter((group) => ['productivity', 'intensity'].includes(group))).toHaveLength(6)
  })

  it('six relative ones, in the unit that the site names', async () => {
    const { figure } = await auditText(`${SITE}per: { of: beer, unit: t }\n`)
    expect(figure('total.output')).toMatchObject({ unit: 't/yr' })
    expect(figure('total.output').value).toBeCloseTo(100, 9)
    expect(figure('indicator.water-productivity').value).toBeCloseTo(100 / 600, 12)
    expect(figure('indicator.wastewater-intensity').value).toBeCloseTo(4, 12)
    expect(figure('indicator.specific-electricity')).toMatchObject({ unit: 'kWh/t' })
    expect(figure('indicator.specific-electricity').value).toBeCloseTo(100, 9)
  })

  it('a unit of the output that cannot be reached is asked for', async () => {
    const { found, figure } = await auditText(
      'products: { beer: { amount: 9 hl } }\nper: { of: beer, unit: t }\n',
    )
    expect(found('U313')[0]?.at).toBe('/per/unit')
    expect(figure('total.output').unit).toBe('hl/yr')
  })

  it('what leaves as waste is no output', async () => {
    const { value } = await auditText(`products: { beer: {} }
flows: { good: { of: beer, amount: 90 t }, off: { of: beer, as: waste, amount: 10 t } }\n`)
    expect(value('total.output')).toBe(90)
    expect(value('total.waste')).toBe(10)
  })

  it('what nobody wrote down is unknown, not zero', async () => {
    const { figure } = await auditText('products: { beer: { amount: 9 t } }\n')
    for (const id of ['energy', 'materials', 'water', 'ghg', 'wastewater', 'waste', 'cost', 'loss'])
      expect([id, figure(`total.${id}`).value]).toEqual([id, null])
    expect((await auditText('water: { w: { amount: 0 m3 } }\n')).value('total.water')).toBe(0)
  })

  it('a total is shown with what is known and names the rest', async () => {
    const { value, found } = await auditText('materials: { a: { amount: 3 t }, b: { amount: 9 pcs } }\n')
    expect(value('total.materials')).toBe(3)
    expect(found('K102').map((told) => [told.args['indicator'], told.args['lacks']])).toContainEqual([
      'Materials use',
      'b',
    ])
  })

  it('tells apart what lacks an amount and what lacks its mass, by name', async () => {
    const { found } = await auditText(`materials:
  a: { amount: 3 t }
  b: { name: { en: Labels, vi: Nhãn }, amount: 9 pcs }
  c: { name: { en: Caps, vi: Nắp } }
steps: { fill: Filling }
flows: { caps-in: { of: c, to: fill } }
`)
    const said = found('K102').find((told) => told.args['indicator'] === 'Materials use')
    const [en, vi] = (['en', 'vi'] as const).map((lang) => said && printDiagnostic(said, { lang }))
    expect(en).toContain(
      "'Materials use' leaves out Caps (caps-in) (amount not known), and Labels (mass of one unit not known)",
    )
    expect(en).toContain("help: give their amounts; give 'mass', such as 2.5 g/pcs")
    expect(vi).toContain('Nắp (caps-in) (chưa biết lượng), và Nhãn (chưa biết khối lượng một đơn vị)')
  })

  it.each([
    ['30 t', 't/hl', 0.3],
    ['0.4 t', 'kg/hl', 4],
    ['400 g', 'g/hl', 4],
  ])('an intensity in a unit that reads well: %s of waste in 100 hl', async (waste, unit, value) => {
    const site = `per: { of: beer, unit: hl }
products: { beer: { amount: 100 hl } }
residues: { ash: { as: waste, amount: ${waste} } }
`
    const figure = (await auditText(site)).audit.figures.find(({ id }) => id === 'indicator.waste-intensity')
    expect(figure).toMatchObject({ unit, value: expect.closeTo(value, 9) as number })
  })

  it('no product, no relation', async () => {
    expect((await auditText('water: { w: { amount: 3 m3 } }\n')).codes).toContain('K101')
    expect((await auditText('products: { p: { price: 3 EUR/t } }\n')).found('K101')[0]?.args).toEqual({
      product: 'p',
    })
  })
})

describe('greenhouse gases', () => {
  const fuel = (fields: string): string => `energy: { f: { ${fields} } }\n`

  it('CO2, CH4 and N2O of a fuel by their warming potential (IPCC 2006, AR5)', async () => {
    const { value } = await auditText(fuel('amount: 1 000 t, fuel: diesel'))
    const gigajoules = 43_000
    expect(value('total.ghg')).toBeCloseTo((gigajoules * (74_100 + 3 * 28 + 0.6 * 265)) / 1e6, 6)
  })

  it('biogenic CO2 is not among them', async () => {
    const { value, figure } = await auditText(fuel('amount: 1 000 t, fuel: wood-waste'))
    expect(value('total.ghg')).toBeCloseTo((15_600 * (30 * 28 + 4 * 265)) / 1e6, 6)
    expect(figure('good.f.ghg').note?.en).toContain('Biogenic')
  })

  it('electricity by the grid of the country and the year', async () => {
    const text = (period: string): string => `recp: 1\nsite: { id: w, name: W, country: VN, currency: VND }
period: ${period}\nenergy: { electricity: { amount: 1 000 MWh } }\n`
    const same = await auditText(text('2022'))
    expect(same.value('total.ghg')).toBeCloseTo(676.6, 9)
    expect(same.codes).not.toContain('K303')
    const later = await auditText(text('2025'))
    expect(later.value('total.ghg')).toBeCloseTo(659.2, 9)
    expect(later.found('K303')[0]?.args).toMatchObject({
      country: 'VN',
      'country-vi': 'Việt Nam',
      year: 2023,
      wanted: '2025',
    })
    const nowhere = await auditText(text('2022').replace('country: VN', 'country: AQ'))
    expect(nowhere.codes).toContain('K302')
    expect(nowhere.value('total.ghg')).toBe(null)
  })

  it("the site's own figure goes before the tables, also through the energy of a unit", async () => {
    expect(
      (await auditText(fuel('amount: 10 t, fuel: diesel, ghg: 3 tCO2e/t'))).value('total.ghg'),
    ).toBeCloseTo(30, 9)
    expect(
      (await auditText(fuel('amount: 10 t, heat: 2.7 GJ/t, ghg: 60 kgCO2e/GJ'))).value('total.ghg'),
    ).toBeCloseTo(1.62, 9)
  })
})

describe('factors of the site', () => {
  const energy = 'energy: { electricity: { amount: 100 MWh }, oil: { amount: 10 t, fuel: diesel } }\n'

  it('go before the tables, and carry their source', async () => {
    const own = `factors:
  grid-electricity: { value: 0.5 tCO2e/MWh, source: supplier, year: 2023 }
  diesel-ncv: { value: 40 GJ/t, source: laboratory }
  diesel-ef-co2: { value: 70 kg/GJ, source: laboratory }
  diesel-ef-ch4: { value: 0 kg/GJ, source: laboratory }
  diesel-ef-n2o: { value: 0 kg/GJ, source: laboratory }\n`
    const { value, figure, codes } = await auditText(energy + own)
    expect(value('total.energy')).toBeCloseTo(360 + 400, 9)
    expect(value('total.ghg')).toBeCloseTo(50 + 28, 9)
    expect(figure('factor.grid-electricity-vn').source).toBe('supplier, 2023')
    expect(codes).not.toContain('K304')
  })

  it('that nothing uses are said', async () => {
    const { found } = await auditText(
      `${energy}factors: { dieel-ncv: { value: 40 GJ/t, source: x }, grid-electricity: { value: 0.5 kg/l, source: x } }\n`,
    )
    expect(found('K304').map(({ at }) => at)).toEqual(['/factors/dieel-ncv', '/factors/grid-electricity'])
  })
})

describe('electricity of the own roof', () => {
  it('does not carry the factor of the grid', async () => {
    const text = (own: string): string =>
      `energy: { electricity: { amount: 100 MWh }, electricity-roof: { amount: 50 MWh${own} } }\n`
    const both = (await auditText(text(''))).value('total.ghg') ?? 0
    const grid = (await auditText(text(', renewable: yes'))).value('total.ghg') ?? 0
    expect(grid).toBeCloseTo((both * 2) / 3, 9)
  })
})

describe('tonnes of oil equivalent', () => {
  it('by the table of Viet Nam, electricity as primary energy', async () => {
    const { figure } = await auditText(
      `energy: { electricity: { amount: 1 000 MWh }, d1: { fuel: diesel, amount: 100 t }, d2: { fuel: diesel, amount: 1 000 l } }\n`,
    )
    expect(figure('total.toe')).toMatchObject({ unit: 'toe-vn/yr' })
    expect(figure('total.toe').value).toBeCloseTo(154.3 + 102 + 0.88, 6)
  })

  it('by 41.868 GJ elsewhere', async () => {
    const text =
      'recp: 1\nsite: { id: w, name: W, country: AT, currency: EUR }\nperiod: 2022\nenergy: { electricity: { amount: 11 630 MWh } }\n'
    expect((await auditText(text)).value('total.toe')).toBeCloseTo(1000, 6)
  })
})

describe('cost of losses', () => {
  it('is the sum of its parts, each counted once', async () => {
    const { value, audit } = await auditText(SITE)
    expect(value('total.cost')).toBeCloseTo(8000 + 300 + 1000 + 4000, 6)
    expect(value('loss.material.malt.cost')).toBeCloseTo(20 * 0.4 * 400, 6)
    expect(value('loss.sewage.water')).toBeCloseTo(400 * 0.5, 6)
    expect(value('loss.sewage.treatment')).toBeCloseTo(400 * 1.5, 6)
    expect(value('loss.waste.cost')).toBeCloseTo(100, 6)
    expect(value('loss.grain.cost')).toBeCloseTo(-160, 6)
    // 200 m3 of water that nobody found again, at 0.5.
    expect(value('loss.unaccounted.water.site.cost')).toBeCloseTo(100, 6)
    const sum = audit.indicators.losses.reduce((total, loss) => total + (value(loss.cost) ?? 0), 0)
    expect(value('total.loss')).toBeCloseTo(sum, 6)
    expect(sum).toBeCloseTo(3200 + 200 + 600 + 100 - 160 + 100, 6)
    for (const loss of audit.indicators.losses) {
      const parts = loss.parts.reduce(
        (total, part) => total + (value(part.figure) ?? 0) * (part.kind === 'revenue' ? -1 : 1),
        0,
      )
      expect(value(loss.cost)).toBeCloseTo(parts, 6)
    }
  })

  const DRYER = `materials: { fish: { price: 1 000 EUR/t, contains: { water: 80 % } } }
products: { dried: { contains: { water: 20 % } } }\nwater: { w: { amount: 100 m3, price: 1 EUR/m3 } }
steps: { dryer: { name: Dryer, balances: [mass, water] } }
flows: { in: { of: fish, to: dryer, amount: 100 t ± 1 % }, out: { of: dried, from: dryer, amount: 20 t ± 1 % } }\n`

  it('water that evaporates is not valued as raw material', async () => {
    const { value } = await auditText(DRYER)
    expect(value('balance.mass.dryer.unaccounted')).toBeCloseTo(80, 6)
    expect(value('balance.water.dryer.unaccounted')).toBeCloseTo(76, 6)
    expect(value('loss.unaccounted.mass.dryer.cost')).toBeCloseTo(4 * 1000, 6)
    expect(value('loss.unaccounted.water.dryer.cost')).toBeCloseTo(76, 6)
  })

  it('sludge of a treatment plant is not valued as raw material', async () => {
    const text = (kind: string): string => `materials: { fish: { price: 1 000 EUR/t } }
residues: { rest: { as: waste } }\nsteps: { plant: { name: Plant, kind: ${kind}, balances: [] } }
flows: { in: { of: fish, to: plant, amount: 100 t }, out: { of: rest, from: plant, amount: 20 t } }\n`
    expect((await auditText(text('process'))).value('loss.out.material')).toBeCloseTo(20_000, 6)
    expect((await auditText(text('treatment'))).has('loss.out.material')).toBe(false)
  })

  it('raw material whose share in the product is known is not counted again in an open balance', async () => {
    const { has } = await auditText(
      DRYER.replace('price: 1 000 EUR/t', 'price: 1 000 EUR/t, in-product: 90 %'),
    )
    expect(has('loss.material.fish.cost')).toBe(true)
    expect(has('loss.unaccounted.mass.dryer.cost')).toBe(false)
  })

  it('names raw material whose share in the product is not known beside one whose share is', async () => {
    const { found } = await auditText(`materials:
  fruit: { price: 90 EUR/t, amount: 800 t, in-product: 70 % }
  tomato: { name: Tomatoes, price: 40 EUR/t, amount: 1 800 t }
products: { juice: { amount: 560 t } }
`)
    const told = found('K102').find(({ args }) => args['indicator'] === 'Cost of losses')
    expect(told?.args).toMatchObject({ others: 'Tomatoes', what: 'in-product' })
  })

  it('costs of waste that stand by themselves: per year, or of the period', async () => {
    const { value, found } = await auditText(
      'costs: [ { class: waste, amount: 300 EUR }, { class: waste, amount: 10 EUR/month }, { class: waste, amount: 9 USD } ]\n',
    )
    expect(value('total.loss')).toBeCloseTo(420, 6)
    expect(found('U331')).toHaveLength(1)
  })
})

describe('targets', () => {
  const site = (targets: string): string =>
    `per: { of: beer, unit: t }\n${SITE}targets:\n${targets.replace(/^/gm, '  - ').trimEnd()}\n`

  it.each([
    // 600 m3 of well water for 100 t of beer
    ['{ indicator: specific-well, value: 4 m3/t }', 4, 'm3/t', 0.5],
    ['{ indicator: specific-well, value: 8000 l/t }', 8000, 'l/t', -0.25],
    ['{ indicator: specific-well, value: -20 % }', 4.8, 'm3/t', 0.25],
    ['{ indicator: water-productivity, value: 0.25 t/m3 }', 0.25, 't/m3', -1 / 3],
  ])('%s', async (target, value, unit, gap) => {
    const { audit, figure } = await auditText(site(target))
    const [told] = audit.indicators.targets ?? []
    expect(figure(told?.target ?? '').value).toBeCloseTo(value, 12)
    expect(figure(told?.target ?? '').unit).toBe(unit)
    expect(figure(told?.gap ?? '').value).toBeCloseTo(gap, 12)
  })

  it('say for which indicators more is better, and when', async () => {
    const { audit } = await auditText(
      site(
        '{ indicator: water-productivity, value: 1 t/m3, year: 2030 }\n{ indicator: specific-well, value: 4 m3/t }',
      ),
    )
    expect(audit.indicators.targets?.map(({ better, year }) => [better, year])).toEqual([
      ['more', 2030],
      ['less', undefined],
    ])
    expect(isReached(-0.1, 'more')).toBe(false)
    expect(isReached(-0.1, 'less')).toBe(true)
  })

  it('without a product have no gap', async () => {
    const { audit, figure } = await auditText(
      'per: { of: beer, unit: t }\nproducts: { beer: { price: 5 EUR/t } }\nwater: { well: { amount: 600 m3 } }\ntargets: [{ indicator: water, value: 500 m3/yr }, { indicator: water-productivity, value: 1 t/m3 }]\n',
    )
    expect((audit.indicators.targets ?? []).map(({ gap }) => figure(gap).value)).toEqual([
      600 / 500 - 1,
      null,
    ])
  })
})
