import { describe, expect, it } from 'vitest'
import { loadSite } from '../../src/load/load-site.js'
import { checkingContentOf } from '../../src/templates/checking-content.js'
import { validateSite } from '../../src/validate/validate-site.js'
import { CONTENT } from '../audit-text.js'

async function exampleIn(currency: string, fields: string): Promise<unknown> {
  const text = `recp: 1
site: { id: works, name: Works, country: VN, currency: ${currency} }
period: 2023
${fields}
`
  const { value } = await loadSite({ text, name: 'site.yaml' })
  if (value === null) throw new Error('not read')
  const { diagnostics } = validateSite(value, checkingContentOf(CONTENT))
  return diagnostics.find(({ code }) => code === 'U202' || code === 'U201')?.args['example']
}

const price = (written: string): string => `water: { mains: { amount: 5 m3, price: ${written} } }`

describe('the example of money in a message', () => {
  it.each([
    ['EUR', price('12'), '0.5 EUR/m3'],
    ['VND', price('12'), '5 000 VND/m3'],
    ['VND', price('12 kg'), '5 000 VND/m3'],
    ['VND', 'measures: { m: { title: M, acts-on: x, saves: 5 %, invest: 12 } }', '120 000 000 VND'],
    ['THB', 'economics: { carbon-price: 12 }', '2 500 THB/tCO2e'],
  ])('in %s of %s is %s', async (currency, fields, example) => {
    expect(await exampleIn(currency, fields)).toBe(example)
  })
})
