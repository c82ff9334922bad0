import fc from 'fast-check'

/** An amount in a base unit, and the unit in which it is written. */
export type Amount = { readonly size: number; readonly unit: string; readonly basis: string }

type Kind = { readonly units: Readonly<Record<string, number>> }

/** Units of each kind and how many base units one is. */
export const KINDS: Readonly<Record<string, Kind>> = {
  volume: { units: { m3: 1, l: 0.001, hl: 0.1 } },
  mass: { units: { t: 1, kg: 0.001 } },
  energy: { units: { MWh: 1, kWh: 0.001, GJ: 1 / 3.6 } },
  pieces: { units: { pcs: 1 } },
}

type GoodSpec = { readonly id: string; readonly list: string; readonly kind: string; readonly fields: object }

const GOODS: readonly GoodSpec[] = [
  { id: 'well', list: 'water', kind: 'volume', fields: { price: '0.50 EUR/m3' } },
  { id: 'rinse', list: 'water', kind: 'volume', fields: { contains: { zinc: '40 mg/l' } } },
  {
    id: 'sewage',
    list: 'water',
    kind: 'volume',
    fields: { as: 'wastewater', 'treatment-cost': '1.2 EUR/m3' },
  },
  {
    id: 'grain',
    list: 'materials',
    kind: 'mass',
    fields: { price: '290 EUR/t', contains: { water: '12 %' } },
  },
  { id: 'acid', list: 'materials', kind: 'mass', fields: { role: 'chemical', price: '90 USD/t' } },
  { id: 'part', list: 'products', kind: 'pieces', fields: { mass: '0.4 kg/pcs', contains: { zinc: '3 %' } } },
  { id: 'beer', list: 'products', kind: 'volume', fields: { mass: '1.0 t/m3', contains: { water: '90 %' } } },
  { id: 'box', list: 'materials', kind: 'pieces', fields: { role: 'packaging' } },
  {
    id: 'sludge',
    list: 'residues',
    kind: 'mass',
    fields: { as: 'waste', price: '-30 EUR/t', contains: { water: '80 %' } },
  },
  { id: 'draff', list: 'residues', kind: 'mass', fields: { as: 'by-product', price: '20 EUR/t' } },
  { id: 'electricity', list: 'energy', kind: 'energy', fields: { price: '100 EUR/MWh' } },
  { id: 'oil', list: 'energy', kind: 'mass', fields: { fuel: 'diesel', price: '20 EUR/GJ' } },
]

export type RandomFlow = {
  readonly of: string
  readonly from?: string
  readonly to?: string
  readonly amount?: Amount
  readonly ratio?: string
  readonly zinc?: number
}

export type RandomSite = {
  readonly steps: number
  readonly country: string
  readonly period: string
  readonly flows: Readonly<Record<string, RandomFlow>>
  readonly amounts: Readonly<Record<string, Amount>>
  readonly stocks: Readonly<
    Record<string, { readonly of: string; readonly opening: Amount; readonly closing: Amount }>
  >
  readonly bills: readonly { readonly of: string; readonly amount: Amount }[]
  readonly measures: Readonly<
    Record<
      string,
      { readonly on: string; readonly share: number; readonly invest?: number; readonly also?: string }
    >
  >
}

const kindOf = (good: string): string => GOODS.find((spec) => spec.id === good)?.kind ?? 'mass'

const amountOf = (good: string): fc.Arbitrary<Amount> =>
  fc.record({
    size: fc.oneof(
      fc.integer({ min: 1, max: 5000 }),
      fc.constant(0),
      fc.double({ min: 0.5, max: 900, noNaN: true }),
    ),
    unit: fc.constantFrom(...Object.keys(KINDS[kindOf(good)]?.units ?? {})),
    basis: fc.constantFrom('', ' (measured)', ' (estimated)', ' ± 3 %', ' ± 0 %'),
  })

const goodId = fc.constantFrom(...GOODS.map((good) => good.id))

const flowArbitrary = (steps: number): fc.Arbitrary<RandomFlow> => {
  const place = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: steps }).map((n) => `step-${n}`) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  )
  return goodId.chain((of) =>
    fc
      .record({
        from: place,
        to: place,
        amount: fc.option(amountOf(of), { nil: undefined, freq: 2 }),
        zinc: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined, freq: 6 }),
      })
      .filter(({ from, to }) => from === undefined || from !== to)
      .map(({ from, to, amount, zinc }) => ({
        of,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(amount === undefined ? {} : { amount }),
        ...(zinc === undefined ? {} : { zinc }),
      })),
  )
}

/** Small factories with holes: some flows measured, some not, in mixed units, some twice. */
export const randomSite: fc.Arbitrary<RandomSite> = fc.integer({ min: 0, max: 6 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    country: fc.constantFrom('VN', 'AT'),
    period: fc.constantFrom(
      '2023',
      '{ first: 2023-01-01, last: 2023-06-30 }',
      '{ first: 2022-01-01, last: 2023-12-31 }',
    ),
    flows: steps === 0 ? fc.constant({}) : dictionary('f', flowArbitrary(steps), 10),
    amounts: fc
      .uniqueArray(goodId, { maxLength: 5 })
      .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, amountOf(id)])))),
    stocks: dictionary(
      's',
      goodId.chain((of) => fc.record({ of: fc.constant(of), opening: amountOf(of), closing: amountOf(of) })),
      2,
    ),
    bills: fc.array(
      goodId.chain((of) => fc.record({ of: fc.constant(of), amount: amountOf(of) })),
      { maxLength: 2 },
    ),
    measures: dictionary(
      'm',
      fc
        .record({
          on: goodId,
          share: fc.integer({ min: 0, max: 120 }),
          invest: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }),
          also: fc.option(goodId, { nil: undefined, freq: 4 }),
        })
        .map(({ on, share, invest, also }) => ({
          on,
          share,
          ...(invest === undefined ? {} : { invest }),
          ...(also === undefined ? {} : { also }),
        })),
      4,
    ),
  }),
)

function dictionary<T>(
  prefix: string,
  values: fc.Arbitrary<T>,
  most: number,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .array(values, { maxLength: most })
    .map((list) => Object.fromEntries(list.map((value, index) => [`${prefix}-${index + 1}`, value])))
}

/** How the sizes and units of a site are written; the laws change them here. */
export type Writing = {
  readonly times?: number
  readonly unit?: (kind: string, unit: string) => string
  readonly reverse?: boolean
}

/** The site as a text that a person could have written. */
export function siteText(site: RandomSite, writing: Writing = {}): string {
  const { times = 1, unit = (_kind, own) => own, reverse = false } = writing
  const say = (good: string, amount: Amount): string => {
    const kind = kindOf(good)
    const written = unit(kind, amount.unit)
    return `${(amount.size * times) / (KINDS[kind]?.units[written] ?? 1)} ${written}${amount.basis}`
  }
  const lists: Record<string, Record<string, object>> = {}
  for (const good of GOODS) {
    const amount = site.amounts[good.id]
    const fields = { ...good.fields, ...(amount === undefined ? {} : { amount: say(good.id, amount) }) }
    lists[good.list] = { ...lists[good.list], [good.id]: fields }
  }
  const flows = Object.entries(site.flows).map(([id, { of, amount, zinc, ...ends }]) => [
    id,
    {
      of,
      ...ends,
      ...(amount === undefined ? {} : { amount: say(of, amount) }),
      ...(zinc === undefined ? {} : { contains: { zinc: `${zinc} mg/kg` } }),
    },
  ])
  const measures = Object.entries(site.measures).map(([id, { on, share, invest, also }]) => [
    id,
    {
      title: id,
      'acts-on': on,
      saves: `${share} %`,
      life: '8 yr',
      ...(invest === undefined ? {} : { invest: `${invest} EUR` }),
      ...(also === undefined ? {} : { also: [{ of: also, saves: '-2 %' }] }),
    },
  ])
  const whole = {
    recp: '1',
    site: { id: 'works', name: 'Works', country: site.country, currency: 'EUR' },
    per: { of: 'beer', unit: 't' },
    substances: { zinc: {} },
    economics: { 'discount-rate': '8 %' },
    ...lists,
    steps: Object.fromEntries(
      Array.from({ length: site.steps }, (_, n) => [`step-${n + 1}`, `Step ${n + 1}`]),
    ),
    flows: Object.fromEntries(flows),
    stocks: Object.fromEntries(
      Object.entries(site.stocks).map(([id, { of, opening, closing }]) => [
        id,
        { of, opening: say(of, opening), closing: say(of, closing) },
      ]),
    ),
    bills: site.bills.map(({ of, amount }) => ({
      of,
      start: '2021-12-31',
      end: '2023-12-31',
      amount: say(of, amount),
    })),
    measures: Object.fromEntries(reverse ? measures.reverse() : measures),
  }
  return `period: ${site.period}\n${Object.entries(whole)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n`
    .replace(/^/, 'recp: 1\n')
    .replace('\nrecp: "1"', '')
}
