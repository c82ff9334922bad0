import { describe, expect, it } from 'vitest'
import { formQuestions } from '../../src/checklist/form-questions.js'
import { CONTENT } from '../audit-text.js'

const asked = (sector: string | undefined): ReadonlySet<string> => {
  const { parts, entries } = formQuestions(CONTENT, sector)
  return new Set([...parts, ...entries].map(({ id }) => id))
}

describe('what an intake form asks', () => {
  it('of a seafood factory is nothing about painting, and all about cold', () => {
    const seafood = asked('seafood')
    for (const id of ['painting', 'powder-coating', 'paint-transfer-efficiency', 'kilns', 'solvent-distil'])
      expect([id, seafood.has(id)]).toEqual([id, false])
    for (const id of ['refrigeration-plant', 'steam-system', 'air-leak-programme', 'water-leak-repair'])
      expect([id, seafood.has(id)]).toEqual([id, true])
  })

  it('of a furniture factory is about painting', () => {
    expect(asked('wood-furniture').has('painting')).toBe(true)
  })

  it('without a sector is every part', () => {
    expect(formQuestions(CONTENT, undefined).parts).toHaveLength(CONTENT.parts.size)
  })

  it('leaves out generic entries that say the same as those of the sector, in every sector', () => {
    for (const sector of CONTENT.sectors.keys()) {
      const { entries } = formQuestions(CONTENT, sector)
      const ids = new Set(entries.map(({ id }) => id))
      expect(entries.flatMap(({ replaces }) => replaces).filter((id) => ids.has(id))).toEqual([])
    }
  })
})
