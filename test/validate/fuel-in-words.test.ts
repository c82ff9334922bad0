import { describe, expect, it } from 'vitest'
import { checkingContentOf } from '../../src/templates/checking-content.js'
import { loadSite } from '../../src/load/load-site.js'
import { validateSite } from '../../src/validate/validate-site.js'
import { CONTENT, HEAD } from '../audit-text.js'

async function betterFor(fuel: string): Promise<unknown> {
  const { value } = await loadSite({
    text: `${HEAD}energy: { x: { amount: 5 t, fuel: ${fuel} } }\n`,
    name: 's',
  })
  if (value === null) throw new Error('not read')
  const { diagnostics } = validateSite(value, checkingContentOf(CONTENT))
  return diagnostics.find(({ code }) => code === 'S105')?.args['better']
}

describe('a fuel in the words of people is answered with ids of the factor tables', () => {
  it.each([
    ['dầu DO', 'diesel'],
    ['DO', 'diesel'],
    ['Dầu FO', 'fuel-oil-mazut'],
    ['Trấu', 'rice-husk'],
    ['Khí sinh học', 'biogas'],
    ['than cám', 'coal-dust-1-2|coal-dust-3-4|coal-dust-5-6'],
    ['Nước mắm', ''],
  ])('%s: %s', async (written, better) => {
    expect(await betterFor(written)).toBe(better)
  })
})
