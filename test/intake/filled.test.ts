import { describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { severityOf } from '../../src/diagnostics/severity.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import { loadContent } from '../../src/templates/load-content.js'
import { readCells } from '../../src/verify/read-cells.js'
import { changeSheets, convertWithLibreOffice, runSoffice } from '../report/recalculate.js'
import { formOf } from './form-of.js'

/** What is entered: sheet, cell, text; a number becomes a number, what begins with `=` a formula without a result. */
type Typed = readonly [string, string, string]

/** The form with cells filled in, opened, calculated and saved by LibreOffice. */
async function filledIn(form: Uint8Array, typed: readonly Typed[]): Promise<Uint8Array> {
  const names = readCells(form).sheets.map(({ name }) => name)
  const entered = changeSheets(form, (xml, part) => {
    const name = names[Number(/(\d+)\.xml$/.exec(part)?.[1]) - 1]
    return typed
      .filter(([sheet]) => sheet === name)
      .reduce((text, [, cell, value]) => {
        const blank = new RegExp(`<c r="${cell}"( s="\\d+")?/>`)
        expect(text).toMatch(blank)
        return text.replace(blank, (_, style = '') => entry(cell, style, value))
      }, xml)
  })
  return convertWithLibreOffice(entered, 'xlsx')
}

function entry(cell: string, style: string, value: string): string {
  if (value.startsWith('=')) return `<c r="${cell}"${style}><f>${value.slice(1)}</f></c>`
  if (/^\d+$/.test(value)) return `<c r="${cell}"${style}><v>${value}</v></c>`
  return `<c r="${cell}"${style} t="inlineStr"><is><t>${value}</t></is></c>`
}

/** Where the value of a field stands on the sheet of General, and a column on another, in the form itself. */
function finder(form: Uint8Array) {
  const sheets = new Map(readCells(form).sheets.map(({ name, cells }) => [name, cells]))
  const column = (sheet: string, path: string): string => {
    const found = [...(sheets.get(sheet) ?? [])].find(
      ([address, { value }]) => /^[A-Z]+3$/.test(address) && String(value).replace(/ \[.*$/, '') === path,
    )
    return (found?.[0] ?? '').replace(/\d+$/, '')
  }
  const row = (sheet: string, key: string): string => {
    const found = [...(sheets.get(sheet) ?? [])].find(
      ([address, { value }]) => address.startsWith('B') && value === key,
    )
    return (found?.[0] ?? '').replace(/^[A-Z]+/, '')
  }
  return (sheet: string, key: string, path: string): string => `${column(sheet, path)}${row(sheet, key)}`
}

describe.runIf(runSoffice)('a form filled in with LibreOffice', () => {
  it('is audited, with what was typed and where it stands', async () => {
    const form = await formOf('generic', 'vi')
    const cell = finder(form)
    const general = (field: string, text: string): Typed => [
      'Thông tin chung',
      cell('Thông tin chung', field, 'value'),
      text,
    ]
    const water = (id: string, path: string, text: string): Typed => ['Nước', cell('Nước', id, path), text]
    const flow = (id: string, path: string, text: string): Typed => [
      'Các dòng',
      cell('Các dòng', id, path),
      text,
    ]
    const filled = await filledIn(form, [
      general('site.id', 'nha-may-a'),
      general('site.name', 'Nhà máy A'),
      general('site.country', 'VN'),
      general('site.currency', 'VND'),
      general('period', '2025'),
      general('audit.date', '2026-01-15'),
      water('supplied-water', 'amount', '12000'),
      water('supplied-water', 'amount.unit', 'm3'),
      water('supplied-water', 'amount.plus-minus', '2'),
      water('supplied-water', 'amount.basis', 'theo hóa đơn'),
      water('supplied-water', 'price', '=14000+500'),
      water('supplied-water', 'price.unit', 'VND/m3'),
      flow('w-production', 'amount', '7000'),
      flow('w-production', 'amount.unit', 'm3'),
      flow('w-production', 'amount.basis', 'đo'),
      flow('w-cleaning', 'amount', '1.500,5'),
      flow('w-cleaning', 'amount.unit', 'm³'),
      flow('w-sanitary', 'amount', '-'),
    ])
    const read = await readIntake(filled, 'intake.xlsx', 'auto')
    expect(read.diagnostics.map(({ code }) => code)).toEqual([])
    expect(read.value?.['water']).toMatchObject({
      'supplied-water': { amount: '12000 m3 ± 2 % (billed)', price: '14500 VND/m3' },
    })
    expect(read.value?.['flows']).toMatchObject({
      'w-production': { amount: '7000 m3 (measured)' },
      'w-cleaning': { amount: '1 500.5 m³' },
      'w-sanitary': { amount: 'n/a' },
    })
    const loaded = { ...read, files: [{ file: 'intake.xlsx', sha256: read.sha256 }] }
    const { audit, diagnostics } = auditSite(loaded, { content: loadContent().value })
    expect(diagnostics.filter((one) => severityOf(one) === 'error')).toEqual([])
    const bought = audit?.figures.find(({ at }) => at === '/water/supplied-water/amount')
    expect(bought?.place).toBe(`intake.xlsx › Nước!${cell('Nước', 'supplied-water', 'amount')}`)
  }, 300_000)
})
