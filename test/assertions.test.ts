import { describe, expect, it } from 'vitest'
import { normalise } from '../src/normalise/normalise.js'
import type { Site } from '../src/schema/site.js'
import { auditText, CONTENT } from './audit-text.js'

const STEP = `water: { w: {}, e: { as: wastewater } }
steps: { a: A }
flows: { in: { of: w, to: a, amount: 100 m3 ± 1 % }, out: { of: e, from: a, amount: 90 m3 ± 1 % } }
`

describe('assertions', () => {
  it.each([
    ['balance: water, closes-within: 12 %', 0],
    ['balance: water, step: a, closes-within: 5 %', 1],
    ['balance: water, closes-within: 5 %', 2],
    ['balance: energy, closes-within: 5 %', 1],
    ['flow: in, max: 110 m3', 0],
    ['flow: in, max: 110 m3/yr, min: 95 000 l', 0],
    ['flow: in, max: 9 m3/month', 0],
    ['flow: in, max: 8 m3/month', 1],
    ['flow: out, min: 95 m3', 1],
    ['indicator: water, max: 50 m3', 1],
    ['indicator: energy, max: 50 GJ', 1],
  ])('{ %s } is broken %i times', async (assertion, times) => {
    const { found } = await auditText(`${STEP}assert: [ { ${assertion} } ]\n`)
    expect(found('B501')).toHaveLength(times)
    for (const told of found('B501')) expect(told.at).toBe('/assert/0')
  })

  it('a limit without a time is one on the total of the period', async () => {
    const head = `recp: 1\nsite: { id: w, name: W, country: VN, currency: EUR }\nperiod: { first: 2022-01-01, last: 2023-12-31 }\n`
    const { found } = await auditText(
      `${head}water: { w: { amount: 100 m3 } }\nassert: [ { flow: w, max: 101 m3, min: 99 m3 } ]\n`,
    )
    expect(found('B501')).toEqual([])
  })
})

describe('waivers', () => {
  const waived = async (waiver: string): Promise<readonly string[]> =>
    (await auditText(`${STEP}audit: { date: 2024-05-01 }\nwaive: [ { reason: R, by: B, ${waiver} } ]\n`))
      .codes

  it('hold for their code, at one place or everywhere, as long as they last', async () => {
    expect(await waived('code: E301')).toContain('B402')
    expect(await waived('code: B402')).not.toContain('B402')
    expect(await waived('code: B402, at: a')).not.toContain('B402')
    expect(await waived('code: B402, at: b')).toContain('B402')
    expect(await waived('code: B402, until: 2024-05-01')).not.toContain('B402')
  })

  it('are said when they have ended, and hold no longer', async () => {
    expect(await waived('code: B402, until: 2024-04-30')).toEqual(expect.arrayContaining(['B402', 'G101']))
  })
})

describe('the period', () => {
  it('that is no span of days ends the stage with its diagnostic', () => {
    const site = { period: { first: '2023-12-31', last: '2023-01-01' } } as Site
    const { value, diagnostics } = normalise(site, { content: CONTENT })
    expect(value).toBe(null)
    expect(diagnostics.map((told) => told.code)).toEqual(['U301'])
  })
})
