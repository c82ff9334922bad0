import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const gas = (
  amount: string,
  o2: string,
): string => `energy: { gas: { amount: ${amount}, price: 5 EUR/GJ, fuel: natural-gas } }
equipment: { b1: { system: boiler, fuel: gas, flue-gas: { o2: ${o2}, temperature: 200 C ± 0 K } } }
answers: { boiler-economizer: { answer: yes, saves: 400 GJ ± 30 GJ } }\n`

const measure = (saves: string, more = ''): string => `site: { hours: 6000 h/yr ± 0 h/yr }
energy: { gas: { amount: 10 000 GJ ± 0 %, price: 5 EUR/GJ ± 0 %, fuel: natural-gas } }
measures: { m: { title: M, acts-on: gas, saves: ${saves}${more} } }\n`

async function rangeOf(text: string) {
  const { audit, value } = await auditText(text, [])
  const [one] = audit.evaluation.opportunities
  const [main] = one?.savings ?? []
  const at = (id: string | undefined): number => value(id ?? '') ?? NaN
  const { low, high } = one?.netRange ?? {}
  return { low: at(main?.low), base: at(main?.base), high: at(main?.high), net: [at(low), at(high)] }
}

describe('the range of a saving', () => {
  it('is two standard uncertainties to either side', async () => {
    expect(await rangeOf(measure('400 GJ ± 30 GJ'))).toEqual({
      low: 340,
      base: 400,
      high: 460,
      net: [1700, 2300],
    })
  })

  it('holds what the whole and the share are uncertain by', async () => {
    const text = measure('5 % ± 0.5 %').replace('10 000 GJ ± 0 %', '10 000 GJ ± 4 %')
    const { low, base, high } = await rangeOf(text)
    const half = 2 * base * Math.hypot(0.1, 0.04)
    expect([low, high].map((end) => end / base)).toEqual([
      expect.closeTo(1 - half / base, 6),
      expect.closeTo(1 + half / base, 6),
    ])
  })

  it('adds up with the cases of the auditor as the root of the squares', async () => {
    const { low, high } = await rangeOf(measure('400 GJ ± 30 GJ', ', low: 320 GJ, high: 445 GJ'))
    // √(80² + 60²) = 100 and √(45² + 60²) = 75
    expect([low, high]).toEqual([expect.closeTo(300, 9), expect.closeTo(475, 9)])
  })

  it('is that of the cases alone where nothing is uncertain', async () => {
    const text = measure('400 GJ ± 0 GJ', ', low: 320 GJ, high: 445 GJ')
    expect(await rangeOf(text)).toEqual({ low: 320, base: 400, high: 445, net: [1600, 2225] })
  })

  it('follows what ± means on the site', async () => {
    const { low, high } = await rangeOf(`${measure('400 GJ ± 30 GJ')}uncertainty: { plus-minus: 95 % }\n`)
    expect([low, high]).toEqual([expect.closeTo(400 - 60 / 1.96, 9), expect.closeTo(400 + 60 / 1.96, 9)])
  })
})

describe('what a range comes from', () => {
  const tuned = async (amount: string, o2: string) => {
    const text = gas(amount, o2).replace(/answers.*\n/, '')
    const { audit } = await auditText(text, ['boiler-excess-air-tune'])
    const [one] = audit.evaluation.opportunities
    return one?.calculation?.influences ?? []
  }

  it('names the inputs, the most important first, with their parts of the variance', async () => {
    const found = await tuned('10 000 GJ ± 1 %', '9 % ± 10 %')
    expect(found[0]?.input).toBe('equipment.b1.flue-gas.o2')
    expect(found.map(({ input }) => input)).toContain('claim.gas.written')
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  })

  it('moves with how well each of them is known', async () => {
    const share = async (amount: string, o2: string) =>
      (await tuned(amount, o2)).find(({ input }) => input === 'equipment.b1.flue-gas.o2')?.share ?? 0
    expect(await share('10 000 GJ ± 1 %', '9 % ± 1 %')).toBeLessThan(
      await share('10 000 GJ ± 1 %', '9 % ± 5 %'),
    )
    expect(await share('10 000 GJ ± 20 %', '9 % ± 1 %')).toBeLessThan(
      await share('10 000 GJ ± 1 %', '9 % ± 1 %'),
    )
  })

  it('counts the low and high of a parameter of the method', async () => {
    const found = await tuned('10 000 GJ ± 0 %', '9 % ± 0 %')
    expect(found.map(({ input }) => input)).toContain('opportunity.boiler-excess-air-tune-b1.o2_after')
  })
})
