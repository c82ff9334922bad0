import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { printDiagnostic } from '../../src/diagnostics/print-diagnostic.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import { GENERAL, handMade, handRows, materials } from './hand-made.js'

const SHEET = 'xl/worksheets/sheet1.xml'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const withSheet = (xml: string): Uint8Array => handMade({ sheets: [GENERAL], parts: { [SHEET]: xml } })
const zip = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const ole = (text: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]),
  )

/** File → code and the word or number that its message must name. */
const CASES: Readonly<Record<string, readonly [() => Uint8Array, string, RegExp]>> = {
  'an empty file': [() => new Uint8Array(), 'L105', /empty/],
  'CSV with the name of a workbook': [() => strToU8('id;name\nbeer;Beer\n'), 'L105', /plain text/],
  'a picture': [
    () => readFileSync(fileURLToPath(new URL('../../docs/images/summary-en.png', import.meta.url))),
    'L105',
    /not a workbook/,
  ],
  'an old .xls': [() => ole('Workbook'), 'L105', /\.xls\)/],
  'a workbook with a password': [() => ole('EncryptedPackage'), 'L105', /password/],
  'a binary workbook': [() => zip({ 'xl/workbook.bin': 'x' }), 'L105', /\.xlsb/],
  'an OpenDocument workbook': [() => zip({ mimetype: 'x', 'content.xml': '<x/>' }), 'L105', /\.ods/],
  'a Word document': [() => zip({ 'word/document.xml': '<x/>' }), 'L105', /document/],
  'an archive': [() => zip({ 'a.txt': 'x' }), 'L105', /archive/],
  'half a file': [() => materials([[null, 'a', 'A', 1, 't']]).slice(0, 900), 'L105', /damaged/],
  'XML that ends in the middle': [
    () => withSheet(`<worksheet ${MAIN}><sheetData><row r="1"><c`),
    'L105',
    /damaged/,
  ],
  'a document type': [
    () =>
      withSheet(`<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(9)}">]><worksheet ${MAIN}><sheetData/></worksheet>`),
    'L105',
    /document type/,
  ],
  'a dialect with prefixes': [
    () => withSheet(`<x:worksheet xmlns:x="u"><x:sheetData/></x:worksheet>`),
    'L105',
    /dialect/,
  ],
  'a name that leads out': [
    () => handMade({ sheets: [GENERAL], parts: { '../../evil.txt': 'x' } }),
    'L105',
    /\.\./,
  ],
  'many parts': [
    () =>
      handMade({
        sheets: [GENERAL],
        parts: Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`a/${i}`, ''])),
      }),
    'L140',
    /2000/,
  ],
  'a bomb of 300 MB': [() => withSheet('<!--'.concat(' '.repeat(300 * 1024 * 1024))), 'L140', /48/],
  'a bomb below the limit of a part': [
    () => withSheet('<!--'.concat(' '.repeat(40 * 1024 * 1024))),
    'L140',
    /200/,
  ],
  'a text of 100 MB': [
    () =>
      handMade({
        sheets: [GENERAL],
        parts: { 'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>${'x'.repeat(100 * 1024 * 1024)}` },
      }),
    'L140',
    /48/,
  ],
  'a text longer than a cell': [() => materials([[null, 'a', 'x'.repeat(40_000), 1, 't']]), 'L140', /32767/],
  'a million rows': [
    () =>
      withSheet(
        `<worksheet ${MAIN}><sheetData>${Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}"/>`).join('')}</sheetData></worksheet>`,
      ),
    'L140',
    /100000/,
  ],
  'a row number of 999999999': [
    () =>
      withSheet(
        `<worksheet ${MAIN}><sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    'L140',
    /1048576/,
  ],
  'a result of recp': [
    () =>
      handMade({
        sheets: [GENERAL, { name: '_recp', rows: handRows([['recp 0.1.0']]), state: 'veryHidden' }],
      }),
    'L148',
    /result of recp/,
  ],
  'a workbook of something else': [
    () => handMade({ sheets: [{ name: 'Sheet1', rows: handRows([['a', 1]]) }] }),
    'L148',
    /no sheet/,
  ],
  'a newer intake': [
    () => handMade({ sheets: [GENERAL, { name: '_recp', rows: handRows([['format', 'recp.intake/9']]) }] }),
    'L154',
    /recp\.intake\/9/,
  ],
}

describe('files that are no intake, or made to do harm', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const [make, code, says] = CASES[name] as (typeof CASES)[string]
    const bytes = make()
    const start = process.cpuUsage()
    const { value, diagnostics } = await readIntake(bytes, 'intake.xlsx', 'auto')
    const { user } = process.cpuUsage(start)
    expect([value, diagnostics.map((one) => one.code)]).toEqual([null, [code]])
    const [only] = diagnostics
    expect(only === undefined ? '' : printDiagnostic(only, { lang: 'en' })).toMatch(says)
    // Seconds of this process, whatever else the machine does.
    expect(user / 1e6).toBeLessThan(5)
  })

  it('drop-downs over whole columns cost nothing', async () => {
    const rule = `<dataValidation type="list" sqref="A2:H1048576"><formula1>"a,b"</formula1></dataValidation>`
    const bytes = materials([[null, 'sugar', 'Sugar', 1, 't']], {
      after: `<dataValidations count="1">${rule}</dataValidations>`,
    })
    const start = process.cpuUsage()
    const { value } = await readIntake(bytes, 'intake.xlsx', 'auto')
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2)
    expect(value?.['materials']).toEqual({ sugar: { name: 'Sugar', amount: '1 t' } })
  })

  it('a stray cell in the last corner of a sheet is no million rows', async () => {
    const far = { xml: '<c r="XFD1048576"><v>1</v></c>' }
    const rows = `${handRows([
      ['recp:notes', 'text'],
      ['', 'Text'],
      [null, 'hello'],
    ])}<row r="1048576">${far.xml}</row>`
    const { value } = await readIntake(handMade({ sheets: [{ name: 'Notes', rows }] }), 'intake.xlsx', 'auto')
    expect(value?.['notes']).toEqual([{ text: 'hello' }])
  })
})
