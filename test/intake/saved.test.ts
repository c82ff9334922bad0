import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { orderDiagnostics } from '../../src/diagnostics/order-diagnostics.js'
import { severityOf } from '../../src/diagnostics/severity.js'
import type { DecimalRule } from '../../src/load/xlsx/read-intake.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import { siteYaml } from '../../src/report/yaml/write-site.js'
import { loadContent } from '../../src/templates/load-content.js'
import { validateSite } from '../../src/validate/validate-site.js'

const FOLDER = join(import.meta.dirname, 'golden')
const FILE = 'libreoffice-vi.xlsx'

const read = (rule: DecimalRule) => readIntake(Uint8Array.from(readFileSync(join(FOLDER, FILE))), FILE, rule)

/**
 * The form of a seafood plant, typed into LibreOffice in a Vietnamese locale by its own keyboard commands and saved by it:
 * 4.200 and 42.000,75, days as 31/12/2024, months as 01/2025, a formula, 2% and -, a price with its unit in one cell, a
 * step and a column put in between, a sheet in front, half a name in bold.
 */
describe('a form filled in and saved by LibreOffice', () => {
  it('is the site that was typed', async () => {
    const { value } = await read('comma')
    await expect(siteYaml(value ?? {}, 'en')).toMatchFileSnapshot('golden/libreoffice-vi.yaml')
  })

  it('asks about the one number that can be both, and says what it did not read', async () => {
    const { value, diagnostics, places } = await read('auto')
    const found = [...diagnostics, ...validateSite(value ?? {}).diagnostics]
    const said = orderDiagnostics(found, places).map(({ code, at }) => {
      const place = places.byPointer.get(at)
      return [code, place?.sheet?.name, place?.line]
    })
    expect(said).toEqual([
      ['L152', undefined, 1],
      ['L144', 'Nước', 10],
      ['L151', 'Các dòng', 4],
    ])
  })

  it('is audited', async () => {
    const intake = await read('comma')
    const loaded = { ...intake, files: [{ file: FILE, sha256: intake.sha256 }] }
    const { audit, diagnostics } = auditSite(loaded, { content: loadContent().value })
    expect(diagnostics.filter((one) => severityOf(one) === 'error')).toEqual([])
    const value = (id: string): number | null | undefined =>
      audit?.figures.find((one) => one.id === id)?.value
    expect(value('claim.supplied-water.written')).toBeCloseTo(12 * 11_500, 6)
    expect(value('total.output')).toBeCloseTo(4200, 6)
    expect(value('use.electricity')).toBeCloseTo(3_150_000, 3)
    expect(audit?.findings.find(({ entry }) => entry === 'water-leak-repair')?.outcome).toBe('found')
  })
})
