import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/model/audit.js'
import type { Lang } from '../../../src/model/text.js'
import { writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import {
  compareFormulas,
  recalculateAllWithLibreOffice,
  recalculateWithIronCalc,
  runSoffice,
  withoutRates,
  type Values,
} from '../recalculate.js'
import { exampleAudit, EXAMPLES, starchInTwoYears } from './example-audit.js'
import { DESIGN, full } from './design.js'

const TOLERANCE = 1e-9
const LANGS: readonly Lang[] = ['en', 'vi']

const derivedIn = (audit: Audit) => audit.figures.filter(({ kind }) => kind === 'derived').length

describe.each(EXAMPLES)('the workbook of %s', (name) => {
  it.each(LANGS)('recalculates to the numbers of the engine (%s)', async (lang) => {
    const audit = await exampleAudit(name)
    const bytes = await writeWorkbook(audit, full(lang))
    const { compared, mismatches } = withoutRates(
      compareFormulas(bytes, await recalculateWithIronCalc(bytes), TOLERANCE),
    )
    expect(mismatches).toEqual([])
    expect(compared).toBeGreaterThan(derivedIn(audit))
  })
})

const AUDITS: readonly (readonly [name: string, audit: () => Promise<Audit>])[] = [
  ...EXAMPLES.map((name) => [name, () => exampleAudit(name)] as const),
  ['starch-two-years', starchInTwoYears],
]

const WORKBOOKS = AUDITS.flatMap(([name, audit]) =>
  [...DESIGN.layouts.keys()].flatMap((preset) => LANGS.map((lang) => ({ name, preset, lang, audit }))),
)

/** LibreOffice starts once for all workbooks: starting takes longer than recalculating one. */
describe.runIf(runSoffice)('recalculated in LibreOffice', () => {
  let written: readonly Uint8Array[] = []
  let recalculated: readonly Values[] = []
  beforeAll(async () => {
    const books: Uint8Array[] = []
    for (const { audit, lang, preset } of WORKBOOKS)
      books.push(await writeWorkbook(await audit(), { ...full(lang), preset }))
    written = books
    recalculated = await recalculateAllWithLibreOffice(books)
  }, 600_000)

  it.each(WORKBOOKS.map((book, index) => ({ ...book, index })))(
    '$name, preset $preset, in $lang: every formula gives the number of the engine',
    async ({ index, audit }) => {
      const [bytes, values] = [written[index], recalculated[index]]
      if (bytes === undefined || values === undefined) throw new Error('not recalculated')
      const { compared, mismatches } = compareFormulas(bytes, values, TOLERANCE)
      expect(mismatches).toEqual([])
      expect(compared).toBeGreaterThan(derivedIn(await audit()))
    },
  )
})
