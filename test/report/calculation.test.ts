import { describe, expect, it } from 'vitest'
import { calculate } from '../../src/calculate/calculate.js'
import type { Given } from '../../src/calculate/read-given.js'
import { writeCalculation } from '../../src/report/xlsx/write-calculation.js'
import { loadContent } from '../../src/templates/load-content.js'
import type { Method } from '../../src/templates/content.js'
import { readCells } from './read-cells.js'
import {
  compareFormulas,
  recalculateWithIronCalc,
  recalculateWithLibreOffice,
  runSoffice,
} from './recalculate.js'

const { value: content } = loadContent()
const methods = [...content.methods.values()]

/** The last example of a method as somebody would type it: `4 /d`, not `4 1/d`. */
function givenOf(method: Method): Given {
  return new Map(
    Object.entries(method.examples.at(-1)?.given ?? {}).map(([name, texts]) => [
      name,
      texts.map((text) => ({ text: text.replace(/ 1\//, ' /'), at: `/${name}` })),
    ]),
  )
}

async function sheetOf(method: Method, lang: 'en' | 'vi'): Promise<Uint8Array> {
  const { value, diagnostics } = calculate(method, givenOf(method), content)
  expect({ id: method.id, diagnostics }).toEqual({ id: method.id, diagnostics: [] })
  if (value === null) throw new Error(method.id)
  return writeCalculation(value, { lang })
}

describe('the sheet of a calculation', () => {
  it.each(methods.map((method) => [method.id, method] as const))(
    '%s recalculates to what the engine found',
    async (_, method) => {
      const bytes = await sheetOf(method, method.id.length % 2 === 0 ? 'en' : 'vi')
      const { compared, mismatches } = compareFormulas(bytes, await recalculateWithIronCalc(bytes))
      expect(mismatches).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(2)
    },
  )

  it('follows a changed input', async () => {
    const method = content.methods.get('steam-leak') as Method
    const bytes = await sheetOf(method, 'en')
    const [sheet] = readCells(bytes).sheets
    const formulas = [...(sheet?.cells ?? [])].filter(([, cell]) => cell.formula !== undefined)
    // Every step is a formula over cells: none is a number typed in.
    expect(formulas.length).toBeGreaterThanOrEqual(method.steps.length + 2)
  })

  it.runIf(runSoffice)(
    'recalculates in LibreOffice',
    async () => {
      for (const id of ['insulation-pipe', 'pinch-check', 'steam-leak', 'regression-cusum']) {
        const bytes = await sheetOf(content.methods.get(id) as Method, 'en')
        const { mismatches, compared } = compareFormulas(bytes, await recalculateWithLibreOffice(bytes))
        expect({ id, mismatches }).toEqual({ id, mismatches: [] })
        expect(compared).toBeGreaterThan(5)
      }
    },
    120_000,
  )
})
