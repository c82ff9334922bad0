import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../src/report/xlsx/write-workbook.js'
import { readCells } from '../../src/verify/read-cells.js'
import { verifyWorkbook, type Verification } from '../../src/verify/verify-workbook.js'
import { changeSheets, convertWithLibreOffice, runSoffice } from '../report/recalculate.js'
import { exampleAudit } from '../report/workbook/example-audit.js'
import { full } from '../report/workbook/design.js'
import { withoutResults } from '../../src/verify/without-results.js'

let book: Uint8Array = new Uint8Array()
beforeAll(async () => {
  book = await writeWorkbook(await exampleAudit('brewery'), full('en'))
})

function verified(bytes: Uint8Array): Verification {
  const result = verifyWorkbook(bytes)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

/** The workbook with the body of one cell replaced; `null` takes the cell out. */
function withCell(sheet: string, address: string, body: string | null): Uint8Array {
  const part = readCells(book).sheets.find(({ name }) => name === sheet)?.part
  let hits = 0
  const changed = changeSheets(book, (xml, path) =>
    path !== part
      ? xml
      : xml.replace(new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`), (_, attributes: string) => {
          hits += 1
          const plain = attributes.replace(/\st="\w+"/, '')
          return body === null ? '' : `<c r="${address}"${plain}>${body}</c>`
        }),
  )
  if (hits !== 1) throw new Error(`no cell ${sheet}!${address}`)
  return changed
}

/** An input with a number, and the formulas that follow from it directly. */
const PRICE = { sheet: 'Scenario', id: 'good.well-water.price' }

function homeOf(id: string): string {
  const hidden = readCells(book).sheets.find(({ name }) => name === '_recp')?.cells
  const lines = [...(hidden?.values() ?? [])].flatMap(({ value }) => String(value).split('\n'))
  return lines.find((line) => line.startsWith(`${id}\t`))?.split('\t')[2] ?? ''
}

describe('a workbook as recp wrote it', () => {
  it.each(['en', 'vi'] as const)('has nothing changed and gives its own results (%s)', async (lang) => {
    const one = verified(await writeWorkbook(await exampleAudit('textile-dyeing'), full(lang)))
    expect(one).toMatchObject({ changedInputs: [], changedFormulas: [], missingSheets: [], differences: [] })
    expect(one.recalculated).toBeGreaterThan(800)
    expect(one.inputs).toHaveLength(1)
  })

  it.runIf(runSoffice)('is still so when another program has saved it', async () => {
    expect(verified(await convertWithLibreOffice(book, 'xlsx'))).toMatchObject({
      changedInputs: [],
      changedFormulas: [],
      differences: [],
    })
  })
})

describe('a workbook that was changed', () => {
  it('names an input with what it was, and every result that no longer follows', () => {
    const address = homeOf(PRICE.id)
    const one = verified(withCell(PRICE.sheet, address, '<v>0.75</v>'))
    expect(one.changedInputs).toEqual([
      { cell: `Scenario!${address}`, figure: PRICE.id, was: '0.5', now: '0.75' },
    ])
    expect(one.changedFormulas).toEqual([])
    expect(one.differences.length).toBeGreaterThan(5)
    const cost = one.differences.find(({ cell }) => cell === `Water!${homeOf('cost.well-water')}`)
    expect(cost?.stored).toBeCloseTo(136_000, 6)
    expect(cost?.recalculated).toBeCloseTo(204_000, 6)
  })

  it('names a formula that was overwritten by a number', () => {
    const address = homeOf('total.loss')
    const one = verified(withCell('Losses', address, '<v>1</v>'))
    expect(one.changedInputs).toEqual([])
    expect(one.changedFormulas).toMatchObject([{ cell: `Losses!${address}`, figure: 'total.loss', now: '1' }])
  })

  it('names a formula that was changed, and takes another spelling of it for the same', () => {
    const address = homeOf('cost.well-water')
    const formula =
      readCells(book)
        .sheets.find(({ name }) => name === 'Water')
        ?.cells.get(address)?.formula ?? ''
    const spelled = formula.replaceAll("'Scenario'", 'Scenario').replaceAll(',', ' , ').toLowerCase()
    const same = withCell(
      'Water',
      address,
      `<f>${spelled.replace(/scenario/g, 'Scenario').replace(/\b([a-z]+)(\d+)\b/g, (whole) => whole.toUpperCase())}</f><v>136000</v>`,
    )
    expect(verified(same)).toMatchObject({ changedFormulas: [], differences: [] })
    const other = verified(withCell('Water', address, '<f>1+1</f><v>2</v>'))
    expect(other.changedFormulas).toMatchObject([{ was: `=${formula}`, now: '=1+1' }])
  })

  it('names an input that was emptied', () => {
    const address = homeOf(PRICE.id)
    const one = verified(withCell(PRICE.sheet, address, null))
    expect(one.changedInputs).toMatchObject([{ cell: `Scenario!${address}`, was: '0.5', now: '' }])
  })

  it('without stored results differs in every formula', () => {
    const one = verified(withoutResults(book))
    expect(one.differences).toHaveLength(one.recalculated)
  })
})

describe('another file', () => {
  it('that is no workbook is said to be none', () => {
    expect(verifyWorkbook(strToU8('recp: 1'))).toEqual({ problem: 'not-a-workbook' })
    expect(verifyWorkbook(zipSync({ 'a.txt': strToU8('a') }))).toEqual({ problem: 'not-a-workbook' })
    expect(verifyWorkbook(new Uint8Array())).toEqual({ problem: 'not-a-workbook' })
  })

  it('that recp did not write is said so', () => {
    const workbook = zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets/></workbook>') })
    expect(verifyWorkbook(workbook)).toEqual({ problem: 'not-from-recp' })
  })

  it('that unpacks without end is refused before it does', () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/sharedStrings.xml': new Uint8Array(60_000_000),
    })
    expect(bomb.length).toBeLessThan(200_000)
    expect(verifyWorkbook(bomb)).toEqual({ problem: 'too-large' })
  })
})

describe('shared formulas', () => {
  it('are read for every cell that shares them', () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>4</v></c></row>' +
      '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>10</v></c></row></sheetData></worksheet>'
    const parts = {
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    }
    const cells = readCells(zipSync(parts)).sheets[0]?.cells
    expect(cells?.get('B2')).toEqual({ value: 10, formula: 'A2*2' })
  })
})
