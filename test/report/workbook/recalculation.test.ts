import { describe, expect, it } from 'vitest'
import type { Lang } from '../../../src/model/text.js'
import { writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import {
  compareFormulas,
  recalculateWithIronCalc,
  recalculateWithLibreOffice,
  runSoffice,
  withoutRates,
} from '../recalculate.js'
import { exampleAudit, EXAMPLES } from './example-audit.js'
import { full } from './design.js'

const TOLERANCE = 1e-9
const LANGS: readonly Lang[] = ['en', 'vi']

describe.each(EXAMPLES)('the workbook of %s', (name) => {
  it.each(LANGS)('recalculates to the numbers of the engine (%s)', async (lang) => {
    const audit = await exampleAudit(name)
    const bytes = await writeWorkbook(audit, full(lang))
    const derived = audit.figures.filter(({ kind }) => kind === 'derived').length
    const { compared, mismatches } = withoutRates(
      compareFormulas(bytes, await recalculateWithIronCalc(bytes), TOLERANCE),
    )
    expect(mismatches).toEqual([])
    expect(compared).toBeGreaterThan(derived)
  })

  it.runIf(runSoffice)('recalculates to the numbers of the engine in LibreOffice', async () => {
    const audit = await exampleAudit(name)
    const bytes = await writeWorkbook(audit, full('vi'))
    const derived = audit.figures.filter(({ kind }) => kind === 'derived').length
    const { compared, mismatches } = compareFormulas(
      bytes,
      await recalculateWithLibreOffice(bytes),
      TOLERANCE,
    )
    expect(mismatches).toEqual([])
    expect(compared).toBeGreaterThan(derived)
  })
})
