import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadSite } from '../../src/load/load-site.js'
import type { Quantity } from '../../src/model/quantity.js'
import type { Raw, RawMap } from '../../src/model/raw.js'
import { siteSchema } from '../../src/schema/site-schema.js'
import type { Site } from '../../src/schema/site.js'
import { validateSite } from '../../src/validate/validate-site.js'

const HEAD = 'recp: 1\nsite: { id: mill, name: Mill, country: VN, currency: VND }\n'

async function check(text: string, entries?: readonly string[]) {
  const { value } = await loadSite({ text: HEAD + text, name: 'site.yaml' })
  return validateSite(value as RawMap, entries === undefined ? {} : { entries })
}

async function site(text: string): Promise<Site> {
  const { value, diagnostics } = await check(text)
  expect(diagnostics).toEqual([])
  return value as Site
}

const said = (q: Quantity | undefined): string => `${q?.value} ${q?.unit.text}`

describe('reading a site', () => {
  it('has every list and map, empty where the file says nothing', async () => {
    const empty = await site('period: 2024\n')
    expect([empty.readings, empty.bills, empty.assert]).toEqual([[], [], []])
    expect([empty.flows, empty.facts, empty.units].map((map) => Object.keys(map))).toEqual([[], [], []])
    expect(empty.economics).toBeUndefined()
  })

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['{ first: 2023-07-01, last: 2024-06-30 }', '2023-07-01', '2024-06-30'],
  ])('reads period %s', async (written, first, last) => {
    expect({ ...(await site(`period: ${written}\n`)).period }).toEqual({ first, last })
  })

  it('writes shorthands out', async () => {
    const read = await site(
      'period: 2024\nsteps: { dyeing: Nhuộm }\nmaterials: { dye: 12 t }\nmeters: { m: dye }\nanswers: { a-b: không }\nper: dye\n',
    )
    expect(read.steps['dyeing']?.name).toBe('Nhuộm')
    expect(said(read.materials['dye']?.amount)).toBe('12 t')
    expect(read.meters['m']?.reads).toEqual([{ of: 'dye', coefficient: 1 }])
    expect(read.answers['a-b']?.answer).toBe('no')
    expect(read.per?.of).toBe('dye')
  })

  it('gives bare numbers the unit of their row', async () => {
    const read = await site(
      'period: 2024\nproducts: { beer: {} }\nreadings: [{ of: beer, unit: hl, months: { 2024-01: 18 200, 2024-02: 17 m3 } }]\n',
    )
    expect(Object.values(read.readings[0]?.months ?? {}).map(said)).toEqual(['18200 hl', '17 m3'])
  })

  it('reads a quantity with its fields', async () => {
    const read = await site(
      'period: 2024\nmaterials: { dye: { amount: { value: 12, unit: t, plus-minus: 300 kg, basis: billed, source: INV 7, layer: mass } } }\n',
    )
    expect(read.materials['dye']?.amount).toMatchObject({
      value: 12,
      basis: 'billed',
      source: 'INV 7',
      layer: 'mass',
      at: '/materials/dye/amount',
    })
  })

  it('collects what the dictionary knows of a machine under its names there', async () => {
    const read = await site(
      'period: 2024\nequipment: { b: { system: boiler, count: 2, flue-gas: { o2: 8 % }, has-economizer: no, fuel-class: gas } }\nfacts: { steam.trap.failed-share: 12 % }\n',
    )
    const boiler = read.equipment['b']
    expect(boiler).toMatchObject({ system: 'boiler', count: 2 })
    expect(Object.keys(boiler?.facts ?? {})).toEqual([
      'boiler.flue_gas.o2',
      'boiler.has_economizer',
      'boiler.fuel_class',
    ])
    expect(boiler?.facts['boiler.has_economizer']).toBe(false)
    expect(said(read.facts['steam.trap.failed_share'] as Quantity)).toBe('12 %')
  })

  it('reads numbers with spaces, signs in sums and n/a', async () => {
    const read = await site(
      'period: 2024\nwater: { a: {}, b: { amount: n/a } }\nmeters: { m: { reads: a - b } }\nsteps: { s: { order: 1 200 } }\n',
    )
    expect(read.meters['m']?.reads.map(({ coefficient }) => coefficient)).toEqual([1, -1])
    expect(read.steps['s']?.order).toBe(1200)
    expect(read.water['b']?.amount).toBeUndefined()
  })

  it('leaves out the one bad quantity and keeps the rest', async () => {
    const { value, diagnostics } = await check(
      'period: 2024\nmaterials: { dye: { amount: 12 bar, price: 3 VND/t } }\n',
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['U201'])
    expect(value?.materials['dye']?.amount).toBeUndefined()
    expect(said(value?.materials['dye']?.price)).toBe('3 VND/t')
  })

  it.each([
    ['period: soon\n', 'S108'],
    ['period: { first: 2024-01-01, last: 2024-02-30 }\n', 'S107'],
    ['', 'S102'],
  ])('gives up without a period: %j', async (text, code) => {
    const { value, diagnostics } = await check(text)
    expect(value).toBeNull()
    expect(diagnostics.map((d) => d.code)).toEqual([code])
  })

  it('looks answers up where the entries are known', async () => {
    const { diagnostics } = await check('period: 2024\nanswers: { boiler-tun: yes, other: no }\n', [
      'boiler-tune',
    ])
    expect(diagnostics.map(({ code, args }) => [code, args['near']])).toEqual([
      ['S206', 'boiler-tune'],
      ['S206', ''],
    ])
  })
})

/** Names and texts that sites use, and some that nobody should. */
const words = fc.constantFrom(
  ...Object.keys(siteSchema.properties ?? {}),
  ...Object.values(siteSchema.$defs ?? {}).flatMap(({ properties }) => Object.keys(properties ?? {})).slice(0, 200),
  '__proto__', 'constructor', 'toString', 'a/b', '~', '', 'đ', '2024-01',
) // prettier-ignore
const texts = fc.oneof(
  fc.constantFrom(
    '1',
    '12 t',
    '5 %',
    '< 3 mg/l',
    '8 C',
    '-4 EUR',
    '2024',
    '2024-02-30',
    'yes',
    'boiler',
    'a + b',
    'n/a',
    '1 h/yr',
  ),
  fc.string(),
)
const raws = fc.letrec<{ raw: Raw }>((tie) => ({
  raw: fc.oneof(
    { maxDepth: 5 },
    texts,
    fc.array(tie('raw'), { maxLength: 4 }),
    fc.dictionary(words, tie('raw'), { maxKeys: 6, noNullPrototype: false }),
  ),
})).raw

describe('hostile input', () => {
  it('never throws, and says the same twice', () => {
    fc.assert(
      fc.property(fc.dictionary(words, raws, { maxKeys: 12 }), (raw) => {
        const once = JSON.stringify(validateSite(raw).diagnostics)
        expect(JSON.stringify(validateSite(raw).diagnostics)).toBe(once)
      }),
      { numRuns: 400, seed: 7 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('never throws on any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (a, b) => {
        const { value } = await loadSite({ text: `a: ${a}\n${b}`, name: 'site.yaml' })
        expect(value === null || Array.isArray(validateSite(value).diagnostics)).toBe(true)
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
