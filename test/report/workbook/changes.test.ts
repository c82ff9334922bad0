import validate from '@ooxml-tools/validate'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { auditSite } from '../../../src/audit.js'
import { compareAudits } from '../../../src/compare/compare-audits.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { CONTENT } from '../../audit-text.js'
import { compareFormulas, recalculateWithIronCalc } from '../recalculate.js'
import { exampleAudit } from './example-audit.js'
import { full } from './design.js'

/** The brewery a year later: less cooling water and fuel oil, which became dearer. */
async function laterAudit(): Promise<Audit> {
  const text = readFileSync('examples/brewery/site.yaml', 'utf8')
    .replace('102 000 m3 (measured', '80 000 m3 (measured')
    .replace('272 000 m3', '250 000 m3')
    .replace('"700 t (billed', '"640 t (billed')
    .replace('price: "500 EUR/t', 'price: "610 EUR/t')
    .replace('period: 2002', 'period: 2003')
  const { audit } = auditSite(await loadSite({ text, name: 'site.yaml' }), { content: CONTENT })
  if (audit === null) throw new Error('no audit')
  return { ...audit, changes: compareAudits(await exampleAudit('brewery'), audit) }
}

const later = laterAudit()

describe('the sheet of changes', () => {
  it.each(['en', 'vi'] as const)('is a file without faults, alive and right (%s)', async (lang) => {
    const bytes = await writeWorkbook(await later, full(lang))
    expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([])
    const { mismatches } = compareFormulas(bytes, await recalculateWithIronCalc(bytes))
    expect(mismatches.filter(({ cell }) => /^'?(Changes|Thay đổi)/.test(cell))).toEqual([])
  })

  it('has a radar of six spokes over live cells', async () => {
    const sheet = auditBook(await later, full('en')).sheets.find(({ id }) => id === 'changes')
    const [chart] = sheet?.charts ?? []
    expect(chart).toMatchObject({ kind: 'radar', categories: { area: 'A7:A12' } })
    const now = sheet?.rows[6]?.cells[6]
    expect(now).toMatchObject({ formula: expect.stringContaining('C7/H7') as string, format: 'percent' })
  })

  it('is left out where nothing is compared', async () => {
    const ids = auditBook(await exampleAudit('brewery'), full('en')).sheets.map(({ id }) => id)
    expect(ids).not.toContain('changes')
  })

  it('stands in the saved audit as its schema says', async () => {
    const ajv = new Ajv2020({ allowUnionTypes: true })
    ajv.addVocabulary(['x-description-vi'])
    const fits = ajv.compile(JSON.parse(readFileSync('schemas/audit.schema.json', 'utf8')) as object)
    expect(fits(JSON.parse(JSON.stringify(await later))) ? [] : fits.errors).toEqual([])
  })
})
