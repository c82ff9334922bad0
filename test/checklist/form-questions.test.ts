import { describe, expect, it } from 'vitest'
import { formQuestions } from '../../src/checklist/form-questions.js'
import { CONTENT } from '../audit-text.js'

const asked = (sector: string | undefined): ReadonlySet<string> => {
  const { parts, entries } = formQuestions(CONTENT, sector)
  return new Set([...parts, ...entries.map(({ entry }) => entry)].map(({ id }) => id))
}

describe('what an intake form asks', () => {
  it('of a seafood factory is nothing about painting, and all about cold', () => {
    const seafood = asked('seafood')
    for (const id of ['painting', 'powder-coating', 'paint-transfer-efficiency', 'kilns', 'solvent-distil'])
      expect([id, seafood.has(id)]).toEqual([id, false])
    for (const id of ['refrigeration-plant', 'steam-system', 'air-leak-programme', 'water-leak-repair'])
      expect([id, seafood.has(id)]).toEqual([id, true])
  })

  it('begins with what is looked at first, and of that with the sector', () => {
    const { parts, entries } = formQuestions(CONTENT, 'seafood')
    expect(entries[0]?.entry.sectors).toContain('seafood')
    const priorities = entries.filter(({ part }) => part === undefined).map(({ entry }) => entry.priority)
    expect(priorities).toEqual(priorities.toSorted((a, b) => a - b))
    // Part by part, in the order in which the parts are asked for.
    const blocks = entries.map(({ part }) => (part === undefined ? -1 : parts.indexOf(part)))
    expect(blocks).toEqual(blocks.toSorted((a, b) => a - b))
  })

  it('leaves out what the classes of a sector cannot have', () => {
    const none: Readonly<Record<string, readonly string[]>> = {
      seafood: ['oil-coolant-life', 'cutting-optimise', 'infrared-or-local-heating', 'recycled-content'],
      'textile-finishing': ['oil-coolant-life', 'cip-optimise', 'furnace-openings', 'overfill-reduce'],
      brewery: ['oil-coolant-life', 'cutting-optimise', 'scrap-inhouse-reuse', 'furnace-openings'],
      electroplating: ['cip-optimise', 'waste-organics-use', 'overfill-reduce'],
    }
    for (const [sector, ids] of Object.entries(none)) {
      const here = asked(sector)
      expect([sector, ids.filter((id) => here.has(id))]).toEqual([sector, []])
    }
    expect(asked('foundry').has('furnace-openings')).toBe(true)
    expect(asked('dairy').has('cip-optimise')).toBe(true)
  })

  it('of a furniture factory is about painting', () => {
    expect(asked('wood-furniture').has('painting')).toBe(true)
  })

  it('without a sector is every part that settles more than one question', () => {
    const parts = new Set(formQuestions(CONTENT, undefined).parts.map(({ id }) => id))
    for (const id of ['furnaces', 'painting', 'steam-system', 'all-machines-listed'])
      expect([id, parts.has(id)]).toEqual([id, true])
  })

  it('leaves out generic entries that say the same as those of the sector, in every sector', () => {
    for (const sector of CONTENT.sectors.keys()) {
      const entries = formQuestions(CONTENT, sector).entries.map(({ entry }) => entry)
      const ids = new Set(entries.map(({ id }) => id))
      expect(entries.flatMap(({ replaces }) => replaces).filter((id) => ids.has(id))).toEqual([])
    }
  })
})
