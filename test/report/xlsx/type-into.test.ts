import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPart, swapPart } from '../../../src/report/xlsx/swap-part.js'
import { typeIntoSheet, type TypedText } from '../../../src/report/xlsx/type-into-sheet.js'

/** A zip written as a stream: sizes stand behind each part, as Java and LibreOffice write them. */
function streamed(parts: Readonly<Record<string, string>>): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((_error, chunk) => void chunks.push(chunk))
  for (const [i, [name, text]] of Object.entries(parts).entries()) {
    const part = i % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name)
    zip.add(part)
    part.push(strToU8(text), true)
  }
  zip.end()
  return Uint8Array.from(Buffer.concat(chunks))
}

const texts = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('a part of a zip', () => {
  const NAMES = ['a.xml', 'b/c.xml', 'ữ.bin', 'd'] as const
  const content = fc.record(
    Object.fromEntries(NAMES.map((name) => [name, fc.string({ maxLength: 300 })])),
  ) as fc.Arbitrary<Record<string, string>>

  it('is exchanged, and back again to the byte', () => {
    fc.assert(
      fc.property(
        content,
        fc.constantFrom(...NAMES),
        fc.string(),
        fc.boolean(),
        (parts, name, text, stream) => {
          const bytes = Object.fromEntries(Object.entries(parts).map(([key, one]) => [key, strToU8(one)]))
          const zip = stream ? streamed(parts) : zipSync(bytes)
          const swapped = swapPart(zip, name, packPart(name, strToU8(text)))
          expect(texts(swapped?.zip ?? zip)).toEqual({ ...parts, [name]: text })
          const back = swapPart(swapped?.zip ?? zip, name, swapped?.old ?? packPart(name, zip))
          expect(Buffer.from(back?.zip ?? []).equals(zip)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([
    ['is not there', zipSync({ a: strToU8('x') }), 'b'],
    ['lies in no zip', strToU8('PK'), 'a'],
    ['lies in a cut zip', zipSync({ a: strToU8('x') }).slice(0, -5), 'a'],
    [
      'lies behind bytes that its directory does not know',
      Buffer.concat([strToU8('xx'), zipSync({ a: strToU8('x') })]),
      'a',
    ],
  ])('is left alone where it %s', (_, zip, name) => {
    expect(swapPart(zip, name, packPart(name, strToU8('y')))).toBeUndefined()
  })
})

const sheet = (rows: string, after = ''): string =>
  `<worksheet><dimension ref="A1:C3"/><sheetData>${rows}</sheetData>${after}</worksheet>`
const cell = (address: string, text: string, style = ''): string =>
  `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`

function typed(xml: string, texts: readonly TypedText[], like?: number): string | undefined {
  const bytes = typeIntoSheet(strToU8(xml), texts, like)
  return bytes && strFromU8(bytes)
}

describe('a text typed into the XML of a sheet', () => {
  const B2 = { row: 2, column: 2, text: 'có' }
  it.each<[string, string, readonly TypedText[], string, number?]>([
    [
      'an empty sheet',
      '<worksheet><sheetData/></worksheet>',
      [B2],
      `<worksheet><sheetData><row r="2">${cell('B2', 'có')}</row></sheetData></worksheet>`,
    ],
    [
      'a cell with a style',
      sheet('<row r="2"><c r="B2" s="7"/></row>'),
      [B2],
      sheet(`<row r="2">${cell('B2', 'có', ' s="7"')}</row>`),
    ],
    [
      'a cell with a shared text',
      sheet('<row r="2"><c r="B2" t="s"><v>4</v></c><c r="C2"><v>1</v></c></row>'),
      [B2],
      sheet(`<row r="2">${cell('B2', 'có')}<c r="C2"><v>1</v></c></row>`),
    ],
    [
      'a row between cells',
      sheet('<row r="2" spans="1:3"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row>'),
      [B2],
      sheet(`<row r="2"><c r="A2"><v>1</v></c>${cell('B2', 'có')}<c r="C2"><v>2</v></c></row>`),
    ],
    [
      'an empty row',
      sheet('<row r="2" ht="20"/>'),
      [B2],
      sheet(`<row r="2" ht="20">${cell('B2', 'có')}</row>`),
    ],
    [
      'a row that is missing',
      sheet('<row r="1"/><row r="3"/>'),
      [B2],
      sheet(`<row r="1"/><row r="2">${cell('B2', 'có')}</row><row r="3"/>`),
    ],
    [
      'the look of the row above',
      sheet('<row r="1"><c r="B1" s="9"/></row>'),
      [B2],
      sheet(`<row r="1"><c r="B1" s="9"/></row><row r="2">${cell('B2', 'có', ' s="9"')}</row>`),
      1,
    ],
    [
      'two cells',
      sheet(''),
      [B2, { row: 2, column: 27, text: '<&>' }],
      sheet(`<row r="2">${cell('B2', 'có')}${cell('AA2', '&lt;&amp;&gt;')}</row>`),
    ],
    [
      'a row below the area',
      sheet(''),
      [{ row: 12, column: 1, text: 'x' }],
      sheet(`<row r="12">${cell('A12', 'x')}</row>`).replace('A1:C3', 'A1:C12'),
    ],
    [
      'letters that no cell can hold',
      sheet(''),
      [{ ...B2, text: 'a\u0001_x0041_' }],
      sheet(`<row r="2">${cell('B2', 'a_x005F_x0041_')}</row>`),
    ],
    [
      'the cell that a merged area shows',
      sheet('', '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>'),
      [B2],
      sheet(`<row r="2">${cell('B2', 'có')}</row>`, '<mergeCells><mergeCell ref="B2:C3"/></mergeCells>'),
    ],
  ])('fills %s', (_, before, texts, after, like) => {
    expect(typed(before, texts, like)).toBe(after)
  })

  it.each([
    ['a formula', sheet('<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>')],
    ['a covered cell', sheet('', '<mergeCells><mergeCell ref="A1:C3"/></mergeCells>')],
    ['rows without numbers', sheet('<row><c><v>1</v></c></row>')],
    ['cells without addresses', sheet('<row r="2"><c><v>1</v></c></row>')],
    ['rows out of order', sheet('<row r="3"/><row r="2"/>')],
    ['a remark in the XML', sheet('<!-- <row r="2"/> -->')],
    ['no cells at all', '<chartsheet/>'],
  ])('leaves %s alone', (_, before) => {
    expect(typed(before, [B2])).toBeUndefined()
  })

  it('keeps bytes that are no text', () => {
    const odd = Buffer.concat([
      Buffer.from('\u{FEFF}<worksheet a="'),
      Buffer.from([0xff]),
      Buffer.from('"><sheetData/></worksheet>'),
    ])
    const after = Buffer.from(typeIntoSheet(odd, [B2]) ?? [])
    expect(after.subarray(0, 18)).toEqual(odd.subarray(0, 18))
  })
})
