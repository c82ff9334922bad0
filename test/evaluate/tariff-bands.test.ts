import { describe, expect, it } from 'vitest'
import type { Saving } from '../../src/model/opportunities.js'
import { auditText, type Audited } from '../audit-text.js'

const TARIFF = `prices:
  - { of: electricity, band: peak, price: 0.20 EUR/kWh }
  - { of: electricity, band: normal, price: 0.10 EUR/kWh }
  - { of: electricity, band: off-peak, price: 0.05 EUR/kWh }
`
const bill = (start: string, end: string, bands: string): string =>
  `  - { of: electricity, start: ${start}, end: ${end}, bands: { ${bands} } }\n`
// 100 + 500 + 400 MWh: (100 × 200 + 500 × 100 + 400 × 50) ÷ 1 000 = 90 EUR/MWh.
const BILLS = `bills:
${bill('2022-12-31', '2023-06-30', 'peak: 40 MWh, normal: 300 MWh, off-peak: 160 MWh')}${bill('2023-06-30', '2023-12-31', 'peak: 60 MWh, normal: 200 MWh, off-peak: 240 MWh')}`
const MACHINE = 'system: air, compressor: { power: 100 kW }'

/** A compressor of 400 MWh a year whose leaks go from 28 % to 10 %: 1 − 0.72 ÷ 0.9 = 20 % of it, 80 MWh. */
function compressor({
  fields = '',
  power = 'electricity: {}',
  more = TARIFF + BILLS,
  answer = '',
  second = '',
}): Promise<Audited> {
  const text = `energy: { ${power} }
${more}equipment: { c1: { ${MACHINE}${fields} }${second} }
facts: { air.electricity-use: 400 MWh/yr, air.leak-share: 28 % }
answers: { air-leak-programme: { answer: yes${answer} } }
`
  return auditText(text, ['air-leak-programme'])
}

function saving({ audit }: Audited): Saving {
  const found = audit.evaluation.opportunities.flatMap(({ savings }) => savings)[0]
  if (found === undefined) throw new Error('no saving')
  return found
}

describe('electricity that a checklist entry saves, bought by tariff bands', () => {
  it('has the price of the bands in which its machine runs, by the hours in each', async () => {
    const night = await compressor({ fields: ', bands: { off-peak: 2 000 h/yr, normal: 3 000 h/yr }' })
    expect(night.value(saving(night).base)).toBeCloseTo(80_000, 6)
    // (2 000 × 50 + 3 000 × 100) ÷ 5 000 = 80 EUR/MWh
    expect(night.value(saving(night).price ?? '')).toBeCloseTo(80, 9)
    expect(night.value(saving(night).money)).toBeCloseTo(6_400, 6)
    expect(saving(night).priceBasis).toBe('bands-of-machine')
  })

  it('has the price of the bands that the answer states, before those of the machine', async () => {
    const fields = ', bands: { off-peak: 2 000 h/yr }'
    const stated = await compressor({ fields, answer: ', bands: { peak: 25 %, normal: 75 % }' })
    expect(stated.value(saving(stated).money)).toBeCloseTo(80_000 * (0.25 * 0.2 + 0.75 * 0.1), 6)
    expect(saving(stated).priceBasis).toBe('bands-stated')
  })

  it('has the mean of the bands by the kWh billed where its hours are not known, and says so', async () => {
    const mean = await compressor({})
    expect(mean.value('good.electricity.price')).toBeCloseTo(90, 9)
    expect(mean.value(saving(mean).money)).toBeCloseTo(7_200, 6)
    expect(mean.value('cost.electricity')).toBeCloseTo(90_000, 6)
    expect(saving(mean).priceBasis).toBe('mean-of-bills')
  })

  it('is not given the hours of one machine where several share the stream', async () => {
    const fields = ', bands: { off-peak: 2 000 h/yr }'
    const two = await compressor({ fields, second: ', c2: { system: air }' })
    expect(saving(two).priceBasis).toBe('mean-of-bills')
  })

  it('keeps the one price that the site gives, and says that it stands for all hours', async () => {
    const power = 'electricity: { amount: 1 000 MWh, price: 0.12 EUR/kWh }'
    const one = await compressor({ power, more: TARIFF })
    expect(one.value(saving(one).money)).toBeCloseTo(9_600, 6)
    expect(saving(one).priceBasis).toBe('one-price')
    const plain = await compressor({ power, more: '' })
    expect(plain.value(saving(plain).money)).toBeCloseTo(9_600, 6)
    expect(saving(plain).priceBasis).toBeUndefined()
  })

  it('has no price where a bill is not split or a billed band has none: nothing is guessed', async () => {
    const whole = BILLS.replace(
      'bands: { peak: 60 MWh, normal: 200 MWh, off-peak: 240 MWh }',
      'amount: 500 MWh',
    )
    for (const more of [TARIFF + whole, TARIFF.replace(/^.*off-peak.*\n/m, '') + BILLS]) {
      const none = await compressor({ more })
      expect(none.has('good.electricity.price')).toBe(false)
      expect(none.value(saving(none).money)).toBeNull()
    }
  })

  it('says once a machine which band of its hours has no price', async () => {
    const said = await compressor({ fields: ', bands: { shoulder: 2 000 h/yr }' })
    expect(said.found('E306').map(({ at }) => at)).toEqual(['/equipment/c1/bands'])
    expect(saving(said).priceBasis).toBe('mean-of-bills')
  })

  it('prices a measure on a machine by the hours of the machine', async () => {
    const { value } = await auditText(
      `energy: { electricity: {} }
${TARIFF}${BILLS}equipment: { c1: { ${MACHINE}, uses: electricity, bands: { peak: 500 h/yr, normal: 1 500 h/yr } } }
measures: { m: { title: M, acts-on: c1, saves: 10 MWh } }
`,
    )
    // (500 × 0.20 + 1 500 × 0.10) ÷ 2 000 = 0.125 EUR/kWh
    expect(value('opportunity.m.net')).toBeCloseTo(1_250, 6)
  })

  it('counts a bill over the end of the period by its days inside', async () => {
    const more = `${TARIFF}bills:
${bill('2022-12-31', '2023-12-01', 'normal: 600 MWh')}${bill('2023-12-01', '2024-01-30', 'peak: 200 MWh, normal: 0 MWh')}`
    const { value } = await compressor({ more })
    // 30 of 60 days: 100 MWh at the peak beside 600 MWh.
    expect(value('good.electricity.price')).toBeCloseTo((100 * 200 + 600 * 100) / 700, 6)
  })
})
