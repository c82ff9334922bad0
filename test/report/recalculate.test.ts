import { beforeAll, describe, expect, it } from 'vitest'
import { writeBook } from '../../src/report/xlsx/write-book.js'
import {
  changeSheets,
  compareFormulas,
  hasSoffice,
  recalculateWithIronCalc,
  recalculateWithLibreOffice,
  runSoffice,
  type Values,
} from './recalculate.js'
import { readCells } from '../../src/verify/read-cells.js'
import { demoBook } from './xlsx/demo-book.js'
import { withoutResults } from '../../src/verify/without-results.js'

const LOSSES = "Tổn thất & 'giải' pháp"

let right: Uint8Array
let wrongReference: Uint8Array
let wrongResult: Uint8Array

beforeAll(async () => {
  right = await writeBook(demoBook())
  wrongReference = changeSheets(right, (xml) => xml.replace('D6/B6)</f>', 'D6/B7)</f>'))
  wrongResult = changeSheets(right, (xml) =>
    xml.replace('<f>SUM(B5:B9)</f><v>1900</v>', '<f>SUM(B5:B9)</f><v>1901</v>'),
  )
})

const engines: readonly (readonly [string, (bytes: Uint8Array) => Promise<Values>, boolean])[] = [
  ['IronCalc', recalculateWithIronCalc, true],
  ['LibreOffice', recalculateWithLibreOffice, runSoffice],
]

for (const [name, recalculate, run] of engines) {
  describe.runIf(run)(`recalculation with ${name}`, () => {
    it('agrees with a right book in every formula', async () => {
      const { compared, worst, mismatches } = compareFormulas(right, await recalculate(right))
      expect(mismatches).toEqual([])
      expect(compared).toBe(16)
      expect(worst).toBeLessThan(1e-14)
    })

    it('catches a wrong reference', async () => {
      const { mismatches } = compareFormulas(wrongReference, await recalculate(wrongReference))
      expect(mismatches).toHaveLength(1)
      expect(mismatches[0]).toMatchObject({
        cell: `${LOSSES}!E6`,
        formula: 'IF(B6=0,"–",D6/B7)',
        stored: 420 / 510,
      })
      expect(mismatches[0]?.recalculated).toBeCloseTo(420 / 260, 12)
    })

    it('catches a wrong stored number', async () => {
      const { mismatches, worst } = compareFormulas(wrongResult, await recalculate(wrongResult))
      expect(mismatches).toEqual([
        { cell: `${LOSSES}!B10`, formula: 'SUM(B5:B9)', stored: 1901, recalculated: 1900 },
      ])
      expect(worst).toBeCloseTo(1 / 1901, 12)
    })

    it('moves what depends on a changed input, and nothing else', async () => {
      const changed = changeSheets(right, (xml) =>
        xml.replace(/(<c r="D5"[^>]*>)<v>300<\/v>/, '$1<v>600</v>'),
      )
      const { mismatches } = compareFormulas(changed, await recalculate(changed))
      expect(mismatches.map(({ cell }) => cell)).toEqual([`${LOSSES}!E5`])
      expect(mismatches[0]?.recalculated).toBeCloseTo(600 / 820, 12)
    })

    it('gives errors, truth values and empty results as they are', async () => {
      const broken = changeSheets(right, (xml) =>
        xml.replace('<f>SUM(B5:B9)</f><v>1900</v>', '<f>1/0</f><v>1900</v>'),
      )
      const values = await recalculate(broken)
      expect(values.get(`${LOSSES}!B10`)).toBe('#DIV/0!')
      expect(values.get('Bìa!B8')).toBe(true)
      expect(values.get('Bìa!B9') ?? '').toBe('')
    })

    it('may run several times at once', async () => {
      const all = await Promise.all([recalculate(right), recalculate(wrongResult), recalculate(right)])
      expect(all.map((values) => values.get(`${LOSSES}!B10`))).toEqual([1900, 1900, 1900])
    })
  })
}

it.runIf(process.env['CI'] === 'true')('LibreOffice is there for the automatic checks', () => {
  expect(hasSoffice).toBe(true)
})

it('removes every stored result', () => {
  const stripped = readCells(withoutResults(right)).sheets.flatMap(({ cells }) => [...cells.values()])
  expect(stripped.filter(({ formula, value }) => formula !== undefined && value !== null)).toEqual([])
  expect(stripped.filter(({ formula }) => formula !== undefined)).toHaveLength(16)
})

it('counts a formula without a stored result as a difference', async () => {
  const { mismatches } = compareFormulas(withoutResults(right), await recalculateWithIronCalc(right))
  expect(mismatches).toHaveLength(16)
})
