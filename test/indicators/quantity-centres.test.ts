import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceReport } from '../../src/report/balance-report.js'
import { renderBalance } from '../../src/report/balance-text.js'
import { renderHtml } from '../../src/report/html.js'
import { renderMarkdown } from '../../src/report/markdown.js'
import { auditBook } from '../../src/report/xlsx/write-workbook.js'
import { auditText } from '../audit-text.js'
import { exampleAudit } from '../report/workbook/example-audit.js'
import { full } from '../report/workbook/design.js'

type Matrix = Readonly<Record<'product' | 'materialLoss' | 'total', { readonly total: number }>>
type Vector = {
  readonly expected: Readonly<Record<'carry' | 'materialOnly', { readonly matrix: Matrix }>>
}

const loop = JSON.parse(
  readFileSync(join(import.meta.dirname, '../vectors/mfca-recycling-loop.json'), 'utf8'),
) as Vector

/** Injection moulding with sprues that are melted again: the vector of this name as a site file. */
const MOULDING = `materials: { resin: { price: 2 EUR/t }, melt: { role: intermediate } }
products: { parts: {} }
residues: { dross: { as: waste }, sprue: {} }
steps: { melting: Melting, moulding: Moulding }
flows:
  in: { of: resin, to: melting, amount: 100 t ± 1 % }
  poured: { of: melt, from: melting, to: moulding, amount: 120 t ± 1 % }
  skimmed: { of: dross, from: melting, amount: 5 t ± 1 % }
  out: { of: parts, from: moulding, amount: 95 t ± 1 % }
  back: { of: sprue, from: moulding, to: melting, recycle: yes, amount: 25 t ± 1 % }
costs:
  - { step: melting, class: energy, amount: 60 EUR }
  - { step: melting, class: system, amount: 100 EUR }
  - { step: melting, class: waste, amount: 5 EUR }
  - { step: moulding, class: energy, amount: 40 EUR }
  - { step: moulding, class: system, amount: 150 EUR }
`

/** A dye house with softened, pumped water; every part of its cost is in the file. */
const WATER = `water:
  mains: { price: 2 EUR/m3 }
  soft: {}
  effluent: { as: wastewater, price: -1 EUR/m3, heat: 0.1 GJ/m3 }
materials: { salt: { role: chemical, price: 100 EUR/t }, flocculant: { role: chemical, price: 1 000 EUR/t } }
energy: { power: { price: 100 EUR/MWh }, steam: { price: 10 EUR/GJ } }
steps:
  softener: { kind: distribution }
  dyeing: Dyeing
  works: { kind: treatment }
flows:
  intake: { of: mains, to: softener, amount: 1 000 m3 }
  salt-in: { of: salt, to: softener, amount: 2 t }
  pumps: { of: power, to: softener, amount: 3 MWh }
  to-dyeing: { of: soft, from: softener, to: dyeing }
  heating: { of: steam, to: dyeing, amount: 150 GJ }
  drain: { of: effluent, from: dyeing, to: works }
  flocculant-in: { of: flocculant, to: works, amount: 0.4 t }
  out: { of: effluent, from: works }
costs:
  - { step: works, class: waste, amount: 250 EUR, name: Sludge }
`

describe('cost by quantity centre', () => {
  it.each(['carry', 'materialOnly'] as const)('gives what the reference says of a loop (%s)', async (of) => {
    const { audit, value } = await auditText(MOULDING)
    const matrix = audit.indicators.centres.find(({ convention }) => convention === of)!
    const expected = loop.expected[of].matrix
    expect(value(matrix.input)).toBeCloseTo(expected.total.total, 6)
    expect(value(matrix.product)).toBeCloseTo(expected.product.total, 6)
    expect(value(matrix.loss)).toBeCloseTo(expected.materialLoss.total, 6)
    expect(value(matrix.stock)).toBe(0)
  })

  it('hands cost on from step to step', async () => {
    const { audit, value } = await auditText(MOULDING)
    const [melting, moulding] = audit.indicators.centres[0]!.rows
    expect(value(melting!.input)).toBeCloseTo(365, 9)
    expect(value(melting!.carried)).toBeCloseTo(139.479166667, 6)
    expect(value(moulding!.carried)).toBeCloseTo(479.5, 6)
    expect(value(melting!.waste)).toBe(5)
  })

  it('knows how sure a cost is, with what flows have in common', async () => {
    // What is lost is all that is bought less the product, so its cost is known to √(2² + 1²), not worse.
    const { audit, figure } = await auditText(`materials: { raw: { price: 1 EUR/t ± 0 EUR/t } }
products: { good: {} }
residues: { rest: { as: waste } }
steps: { cutting: { balances: [mass] }, packing: {} }
flows:
  in: { of: raw, to: cutting, amount: 100 t ± 2 t }
  out: { of: good, from: cutting, amount: 70 t ± 1 t }
  off: { of: rest, from: cutting }
`)
    const { loss, product } = audit.indicators.centres[0]!
    expect(figure(loss).value).toBeCloseTo(30, 9)
    expect(figure(loss).sd).toBeCloseTo(Math.sqrt(5), 4)
    expect(figure(product).sd).toBeCloseTo(1, 4)
  })

  it('knows how sure stated costs and stock changes are', async () => {
    const { audit, figure } = await auditText(`materials: { raw: { price: 2 EUR/t ± 0 EUR/t } }
products: { good: {} }
steps: { cutting: { balances: [mass] }, packing: { balances: [mass] } }
flows:
  in: { of: raw, to: cutting, amount: 100 t ± 0 t }
  out: { of: good, from: cutting, to: packing }
  sold: { of: good, from: packing }
stocks: { left: { of: raw, at: cutting, opening: 20 t ± 1 t, closing: 26 t ± 1 t } }
costs:
  - { step: packing, class: system, amount: 100 EUR ± 5 EUR }
  - { step: packing, class: waste, amount: 40 EUR }
`)
    const [cutting, packing] = audit.indicators.centres[0]!.rows
    // Of 100 t for 200 EUR the stock took 6 t, known to √2 t.
    expect(figure(cutting!.stock).value).toBeCloseTo(12, 9)
    expect(figure(cutting!.stock).sd).toBeCloseTo(2 * Math.SQRT2, 3)
    expect(figure('balance.mass.cutting.stock').sd).toBeCloseTo(Math.SQRT2, 6)
    // A number without ± has the usual one of its kind: a tenth.
    expect(figure(packing!.waste).sd).toBeCloseTo(4, 6)
    expect(figure(packing!.input).sd).toBeCloseTo(Math.hypot(5, 4), 6)
  })

  it('ends all cost that entered in products, losses and stocks, whatever the factory', async () => {
    const amount = fc.integer({ min: 1, max: 500 })
    const cost = fc.record({
      step: fc.nat(2),
      of: fc.constantFrom('material', 'energy', 'system', 'waste'),
      amount,
    })
    // A line of three steps with what is lost, sold and bought on the way, and a loop from its end to its beginning.
    const factory = fc.record({
      amounts: fc.array(amount, { minLength: 8, maxLength: 8 }),
      loop: fc.boolean(),
      stock: fc.tuple(amount, amount),
      costs: fc.array(cost, { minLength: 1, maxLength: 6 }),
      balanced: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(factory, async ({ amounts, loop, stock: [opening, closing], costs, balanced }) => {
        const [one, two, three, four, five, six, seven, eight] = amounts
        const { audit, value } = await auditText(`materials:
  raw: { price: 3 EUR/t }
  half: { role: intermediate }
products: { good: {} }
water: { w: { price: 2 EUR/m3 }, e: { as: wastewater, treatment-cost: 1 EUR/m3 } }
residues: { off: { as: waste, price: -1 EUR/t }, scrap: {} }
steps: { s0: { balances: [${balanced ? 'mass' : ''}] }, s1: { balances: [] }, s2: { balances: [] } }
flows:
  in: { of: raw, to: s0, amount: ${one} t }
  more: { of: raw, to: s2, amount: ${two} t }
  first: { of: half, from: s0, to: s1, amount: ${three} t }
  second: { of: half, from: s1, to: s2, amount: ${four} t }
  off-1: { of: off, from: s1, amount: ${five} t }
  out: { of: good, from: s2, amount: ${six} t }
  wash: { of: w, to: s1, amount: ${seven} m3 }
  drain: { of: e, from: s1, amount: ${seven} m3 }
${loop ? `  back: { of: scrap, from: s2, to: s0, recycle: yes, amount: ${eight} t }` : ''}
stocks: { left: { of: raw, at: s0, opening: ${opening} t, closing: ${closing} t } }
costs:
${costs.map((row) => `  - { step: s${row.step}, class: ${row.of}, amount: ${row.amount} EUR }`).join('\n')}
`)
        for (const { input, product, loss, stock, rows } of audit.indicators.centres) {
          const entered = value(input) ?? NaN
          const ended = [product, loss, stock].reduce((sum, id) => sum + (value(id) ?? NaN), 0)
          expect(ended).toBeCloseTo(entered, 6)
          expect(rows.reduce((sum, row) => sum + (value(row.input) ?? NaN), 0)).toBeCloseTo(entered, 6)
        }
        expect(audit.indicators.centres.length).toBeGreaterThan(0)
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it('prints whole units that add up, whatever is rounded', async () => {
    for (const price of ['2', '2.37', '1.999', '333.3333']) {
      const { audit } = await auditText(MOULDING.replace('2 EUR/t', `${price} EUR/t`))
      for (const centres of balanceReport(audit).centres) {
        const { input, product, loss, stock, rows } = centres
        expect(product + loss + stock).toBe(input)
        const sum = (of: 'input' | 'product' | 'loss' | 'stock'): number =>
          rows.reduce((all, row) => all + row[of], 0)
        expect([sum('input'), sum('product'), sum('loss'), sum('stock')]).toEqual([
          input,
          product,
          loss,
          stock,
        ])
        for (const row of rows)
          expect(row.input + row.carried).toBe(row.product + row.loss + row.stock + row.handedOn)
      }
    }
  })

  it('prints nothing as handed on where nothing is', async () => {
    const audit = await exampleAudit('textile-dyeing')
    const rows = balanceReport(audit).centres.flatMap((centres) => centres.rows)
    const ends = rows.filter(({ step }) => ['sanitary', 'machine-cooling', 'treatment'].includes(step))
    expect(ends.length).toBeGreaterThanOrEqual(3)
    expect(ends.map(({ step, handedOn }) => ({ step, handedOn }))).toEqual(
      ends.map(({ step }) => ({ step, handedOn: 0 })),
    )
    for (const row of rows)
      expect(row.input + row.carried).toBe(row.product + row.loss + row.stock + row.handedOn)
  })

  it('values what is put into stock, and counts what is taken out as cost of the period', async () => {
    const stock = (opening: string, closing: string): string => `${MOULDING}stocks:
  resin-left: { of: resin, at: melting, opening: ${opening}, closing: ${closing} }
`
    const filled = await auditText(
      stock('0 t', '10 t').replace('melting: Melting', 'melting: { balances: [mass] }'),
    )
    const [carry] = filled.audit.indicators.centres
    expect(filled.value(carry!.stock)).toBeGreaterThan(0)
    const all = [carry!.product, carry!.loss, carry!.stock].reduce(
      (sum, id) => sum + (filled.value(id) ?? 0),
      0,
    )
    expect(all).toBeCloseTo(filled.value(carry!.input) ?? NaN, 6)
    const drawn = await auditText(stock('10 t', '0 t'))
    expect(drawn.value(drawn.audit.indicators.centres[0]!.input)).toBeCloseTo(555 + 20, 6)
  })

  it('leaves open what belongs to no step, and needs no materials at steps for the site as one centre', async () => {
    const { audit, value } =
      await auditText(`materials: { flour: { price: 1 EUR/kg, amount: 100 t, in-product: 70 % } }
products: { bread: { amount: 70 t } }
water: { w: { price: 1 EUR/m3 }, e: { as: wastewater } }
steps: { mixing: Mixing, baking: Baking }
flows: { in: { of: w, to: mixing, amount: 500 m3 }, wash: { of: e, from: mixing } }
`)
    const [carry] = audit.indicators.centres
    expect(value(carry!.input)).toBe(500)
    expect(value(carry!.unplaced)).toBe(100_000)
    expect(value(audit.indicators.costMatrix!.product)).toBeCloseTo(70_000, 6)
  })

  it('sends the fuel of a boiler with its steam, not with the ash', async () => {
    const { audit, value } = await auditText(`energy:
  coal: { price: 100 EUR/t, amount: 1 000 t, ncv: 20 GJ/t }
  steam: {}
materials: { cloth: { price: 1 EUR/t, amount: 100 t } }
products: { dyed: { amount: 100 t } }
residues: { ash: { as: waste, amount: 80 t } }
steps: { boiler: { kind: conversion }, dyeing: {} }
flows:
  c: { of: coal, to: boiler }
  s: { of: steam, from: boiler, to: dyeing, amount: 16 000 GJ }
  a: { of: ash, from: boiler }
  in: { of: cloth, to: dyeing }
  out: { of: dyed, from: dyeing }
`)
    const [boiler, dyeing] = audit.indicators.centres[0]!.rows
    expect(value(boiler!.loss)).toBe(0)
    expect(value(dyeing!.carried)).toBeCloseTo(100_000, 6)
  })

  it('follows the price whatever mass it is said for', async () => {
    const tonnes = await auditText(MOULDING)
    const kilograms = await auditText(MOULDING.replace('2 EUR/t', '0.002 EUR/kg'))
    const loss = ({ audit, value }: typeof tonnes): number => value(audit.indicators.centres[0]!.loss) ?? NaN
    expect(loss(kilograms)).toBeCloseTo(loss(tonnes), 9)
  })
})

describe('the true cost of water', () => {
  it('is the sum of its parts', async () => {
    const { audit, value } = await auditText(WATER)
    const water = audit.indicators.trueCostOfWater!
    expect(water.parts.map(({ kind, figure }) => [kind, Math.round(value(figure) ?? NaN)])).toEqual([
      ['purchase', 2000],
      ['treatment', 200],
      ['pumping', 300],
      // 100 GJ leave with the wastewater. The mean price of energy counts power and steam: 1 800 EUR for 160.8 GJ.
      ['heat', 1119],
      ['discharge', 650],
      ['fee', 1000],
    ])
    expect(value(water.perUnit)).toBeCloseTo(5.269, 3)
  })
})

const PRESSING = `
products: { juice: { amount: 100 t, price: 1000 EUR/t, mass: 1 t/t } }
materials: { fruit: { amount: 150 t, price: 10 EUR/t, in-product: 60 % } }
residues: { peel: { as: waste } }
steps: { press: { balances: [mass] }, pack: { balances: [mass] } }
flows:
  in: { of: fruit, to: press }
  mid: { of: juice, from: press, to: pack }
  out: { of: juice, from: pack }
  p1: { of: peel, from: press }
  p2: { of: peel, from: pack }
`

describe('a step of which an outflow is not known', () => {
  it('has no cost of its own told: the unknown is not zero, and all is not loss', async () => {
    const { audit } = await auditText(PRESSING)
    expect(audit.indicators.centres).toEqual([])
    expect(audit.indicators.centresLack).toEqual([
      { flow: 'mid', of: 'amount' },
      { flow: 'p1', of: 'amount' },
      { flow: 'p2', of: 'amount' },
    ])
  })
  it('says which flow is not known and what to measure, wherever costs are told', async () => {
    const { audit } = await auditText(PRESSING)
    for (const [lang, said] of [
      ['en', 'these flows are: juice (mid), peel (p1), peel (p2); measure them'],
      ['vi', 'lượng của các dòng: juice (mid), peel (p1), peel (p2); hãy đo'],
    ] as const) {
      const report = balanceReport(audit)
      expect(renderBalance(audit, report, { lang, paint: (_, text) => text })).toContain(said)
      expect(renderMarkdown(audit, { lang })).toContain(said)
      expect(renderHtml(audit, { lang })).toContain(said)
      const book = auditBook(audit, full(lang))
      const sheet = book.sheets.find(({ id }) => id === 'quantity-centres')
      expect(JSON.stringify(sheet)).toContain(said)
    }
  })

  it('tells no centre either where a priced purchase is not known, or where an outflow has no mass', async () => {
    const known = PRESSING.replace('from: press, to: pack', 'from: press, to: pack, amount: 110 t')
    const unknownPurchase = await auditText(`${known.replace('amount: 150 t, ', '')}`)
    expect(unknownPurchase.audit.indicators.centres).toEqual([])
    const pieces = await auditText(
      known
        .replace('amount: 100 t, price: 1000 EUR/t, mass: 1 t/t', 'amount: 100 000 pcs')
        .replace('amount: 110 t', 'amount: 100 000 pcs'),
    )
    expect(pieces.audit.indicators.centresLack).toContainEqual({ flow: 'out', of: 'mass' })
  })
})
