import { fileURLToPath } from 'node:url'
import validate from '@ooxml-tools/validate'
import { beforeAll, describe, expect, it } from 'vitest'
import { severityOf } from '../../src/diagnostics/severity.js'
import { columnsOf } from '../../src/intake/columns.js'
import { NO_SHEET_OF_THEIR_OWN, SHEET_ORDER } from '../../src/intake/layout.js'
import { intakeSheets } from '../../src/intake/sheets.js'
import { loadSite } from '../../src/load/load-site.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import { isRawMap } from '../../src/model/raw.js'
import { siteSchema } from '../../src/schema/site-schema.js'
import { loadContent } from '../../src/templates/load-content.js'
import { starterNames } from '../../src/templates/starters.js'
import { validateSite } from '../../src/validate/validate-site.js'
import { changeSheets, convertWithLibreOffice, runSoffice } from '../report/recalculate.js'
import { readCells } from '../../src/verify/read-cells.js'
import { formOf, smallWorkbook } from './form-of.js'

const names = starterNames(fileURLToPath(new URL('../../templates/sites/', import.meta.url)))

describe('the sheets follow from the schema', () => {
  it('every section has a sheet, or is a row of General', () => {
    const sections = Object.keys(siteSchema.properties ?? {})
    const covered = new Set<string>([...SHEET_ORDER, ...NO_SHEET_OF_THEIR_OWN])
    expect(sections.filter((section) => !covered.has(section))).toEqual([])
  })

  it('every sheet has a name Excel takes in both languages, no two alike', () => {
    for (const lang of ['en', 'vi'] as const) {
      const tabs = [...intakeSheets().values()].map(({ name }) => name[lang])
      expect(tabs.filter((tab) => tab.length > 31 || /[[\]:*?/\\]/.test(tab))).toEqual([])
      expect(new Set(tabs.map((tab) => tab.toLowerCase())).size).toBe(tabs.length)
    }
  })

  it('every column has a label and an explanation in both languages', () => {
    const poor = [...intakeSheets().values()]
      .filter(({ form }) => form === 'map' || form === 'list')
      .flatMap((sheet) => columnsOf(sheet, [], []).map((column) => ({ sheet, column })))
      .filter(({ column: { field, label } }) => {
        const { node } = field
        return label.en === '' || label.vi === '' || !node.description || !node['x-description-vi']
      })
      .map(({ sheet, column }) => `${sheet.id}.${column.path}`)
    expect(poor).toEqual([])
  })
})

describe('a form to fill in', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await formOf('brewery', 'vi')
  })

  it('is a workbook by the letter of the format', async () => {
    // Of the same parts as the form, but few rows: the validator takes its time for each cell.
    expect(await validate(await smallWorkbook('vi'), 'xlsx', 'Office2019')).toEqual([])
  }, 240_000)

  it('has no macros, and no merged cells outside the first sheet', () => {
    const merged: string[] = []
    changeSheets(bytes, (xml, part) => {
      if (xml.includes('<mergeCell ')) merged.push(part)
      return xml
    })
    expect(merged).toEqual(['xl/worksheets/sheet1.xml'])
  })

  it('looks the same each time', async () => {
    expect(await formOf('brewery', 'vi')).toEqual(bytes)
  })

  it('offers lists of units, words and ids of other sheets', () => {
    const rules: string[] = []
    changeSheets(bytes, (xml) => {
      const found = [...xml.matchAll(/<formula1>([^<]*)<\/formula1>/g)].map(([, rule = '']) => rule)
      rules.push(...found.map((rule) => rule.replaceAll('&apos;', "'").replaceAll('&quot;', '"')))
      return xml
    })
    expect(rules.some((rule) => rule.includes('OFFSET('))).toBe(true)
    expect(rules).toContain('"có,không"')
    expect(rules.filter((rule) => /^'_lists'!\$[A-Z]+\$1:/.test(rule)).length).toBeGreaterThan(3)
  })

  it.each(names)('of %s reads back as what it was made of, lacking only what General asks', async (name) => {
    const form = name === 'brewery' ? bytes : await formOf(name, 'en')
    const { value, diagnostics } = await readIntake(form, 'intake.xlsx', 'auto')
    expect(diagnostics).toEqual([])
    const general = { id: 'works', name: 'Works', country: 'VN', currency: 'VND' }
    const site = { ...value, period: '2025', site: { ...(value?.['site'] as object), ...general } }
    const checked = validateSite(site, { entries: [...loadContent().value.entries.keys()] })
    expect(checked.diagnostics.filter((one) => severityOf(one) !== 'note')).toEqual([])
    expect(isRawMap(value?.['steps']) ? Object.keys(value['steps']).length : 0).toBeGreaterThan(3)
    expect(value?.['answers']).toBeUndefined()
  })
})

describe.runIf(runSoffice)('with LibreOffice', () => {
  it('lists of ids follow what is typed on the other sheets', async () => {
    const form = await formOf('brewery', 'en')
    const again = await convertWithLibreOffice(form, 'xlsx')
    const lists = readCells(again).sheets.find(({ name }) => name === '_lists')
    const texts = [...(lists?.cells.values() ?? [])].map(({ value }) => value)
    expect(texts).toContain('w-bottles')
    expect(texts.filter((text) => typeof text === 'string' && text.startsWith('#'))).toEqual([])
  }, 120_000)

  it('a saved copy of the form is read as the form is', async () => {
    const form = await formOf('seafood', 'vi')
    const again = await convertWithLibreOffice(form, 'xlsx')
    const [first, second] = [
      await readIntake(form, 'a.xlsx', 'auto'),
      await readIntake(again, 'b.xlsx', 'auto'),
    ]
    expect(second.diagnostics.map(({ code }) => code)).toEqual([])
    expect(second.value).toEqual(first.value)
  }, 120_000)
})

describe('the path of a workbook through the loader', () => {
  it('a file that is not there', async () => {
    const { value, diagnostics } = await loadSite('nowhere/intake.xlsx')
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([null, ['L101']])
  })
})
