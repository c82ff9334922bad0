import { describe, expect, it } from 'vitest'
import { editionOf } from '../src/report/edition.js'
import { auditBook } from '../src/report/xlsx/write-workbook.js'
import { auditText } from './audit-text.js'
import { DESIGN } from './report/workbook/design.js'
import { exampleAudit } from './report/workbook/example-audit.js'

describe('machines of an audit', () => {
  it('say what the site file says, and which figure an estimate made of it', async () => {
    const { machines = [], facts = [], figures } = await exampleAudit('seafood')
    const store = machines.find(({ id }) => id === 'cold-store')
    expect(store).toMatchObject({ system: 'refrigeration', step: 'refrigeration', count: 2 })
    expect(store?.facts.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['refrigeration.defrost_per_day', 4, '1'],
      ['refrigeration.door.open_hours', 3, 'h/d'],
      ['refrigeration.room.fill_share', 45, '%'],
      ['refrigeration.room.setpoint_margin', 2, 'K'],
    ])
    const lamps = machines.find(({ id }) => id === 'hall-lighting')?.facts ?? []
    const power = lamps.find(({ name }) => name === 'lighting.power')
    expect(figures.find(({ id }) => id === power?.figure)).toMatchObject({ value: 26, unit: 'kW' })
    expect(facts.find(({ name }) => name === 'seafood.offal_flumed')).toMatchObject({ value: true })
  })

  it('keep that a number was below a limit, and are called by whatever name they have', async () => {
    const { audit } = await auditText(`equipment:
  presses: { system: air, name: { en: "", vi: Máy nén }, leak-share: < 5 %, hours: 1 500 h/yr }
  spare: { system: pump, name: { en: "", vi: "" } }
`)
    const { sheets } = auditBook(audit, { lang: 'en', design: DESIGN })
    const rows = sheets.find(({ id }) => id === 'equipment')?.rows ?? []
    const shown = rows.map(({ cells }) =>
      cells.flatMap((cell) => (cell && 'text' in cell && cell.text !== '' ? [cell.text] : [])),
    )
    expect(shown.find((texts) => texts.includes('< 5'))).toEqual(expect.arrayContaining(['Máy nén', '%']))
    expect(shown.some((texts) => texts.includes('spare'))).toBe(true)
  })

  it('are absent where none is listed, and so is their sheet, for a reason', async () => {
    const { audit } = await auditText('water: { mains: { amount: 100 m3 } }\n')
    expect([audit.machines, audit.facts]).toEqual([undefined, undefined])
    const { sheets } = auditBook(audit, { lang: 'en', design: DESIGN })
    expect(sheets.some(({ id }) => id === 'equipment')).toBe(false)
    expect(JSON.stringify(sheets[0])).toContain('no machine and no fact was given')
  })

  it('are withheld from a park, and without sources from whoever may not see those', async () => {
    const audit = await exampleAudit('seafood')
    const park = editionOf(audit, DESIGN.editions.get('park'))
    expect([park.machines, park.facts]).toEqual([undefined, undefined])
    const bare = { ...DESIGN.editions.get('internal'), withoutParts: ['sources', 'notes'] as const }
    const shown = editionOf(audit, bare as NonNullable<ReturnType<typeof DESIGN.editions.get>>)
    expect(shown.machines?.length).toBe(audit.machines?.length)
    expect(shown.machines?.flatMap(({ facts }) => facts).some((fact) => fact.source !== undefined)).toBe(
      false,
    )
  })
})
