import { expect, it } from 'vitest'
import { loadSite } from '../../../src/load/load-site.js'
import { auditSite } from '../../../src/audit.js'
import { checkBook } from '../../../src/report/xlsx/check-book.js'
import { auditBook } from '../../../src/report/xlsx/write-workbook.js'
import { loadContent } from '../../../src/templates/load-content.js'
import { wrongResults } from './book-cells.js'
import { DESIGN } from './design.js'

const STEPS = 1_200

/** Material to each of many steps, from which it leaves as waste. */
const SITE = [
  'recp: 1',
  'site: { id: large, name: Large, country: VN, currency: EUR, hours: 6 000 h/yr }',
  'period: 2024',
  'materials: { raw: { name: Raw, price: 5 EUR/t } }',
  'residues: { scrap: { name: Scrap, as: waste, price: -1 EUR/t } }',
  'steps:',
  ...Array.from({ length: STEPS }, (_, step) => `  s${step}: { name: Step ${step} }`),
  'flows:',
  ...Array.from(
    { length: STEPS },
    (_, step) => `  in-${step}: { of: raw, to: s${step}, amount: 10 t ± 1 t }`,
  ),
  ...Array.from(
    { length: STEPS },
    (_, step) => `  out-${step}: { of: scrap, from: s${step}, amount: 10 t ± 1 t }`,
  ),
].join('\n')

it('audits a site of thousands of flows, with totals that add up and a book without faults', async () => {
  const content = { ...loadContent().value, entries: new Map() }
  const { audit, diagnostics } = auditSite(await loadSite({ text: SITE, name: 'site.yaml' }), { content })
  expect(diagnostics.filter(({ code }) => code.startsWith('X'))).toEqual([])
  if (audit === null) throw new Error('no audit')
  const figure = (id: string) => audit.figures.find((one) => one.id === id)
  expect(figure('use.raw')?.value).toBeCloseTo(10 * STEPS, 6)
  // In and out check each other at each step; what is independent adds up by squares.
  expect(figure('use.raw')?.sd).toBeCloseTo(Math.sqrt(STEPS / 2), 6)
  const book = auditBook(audit, { lang: 'en', design: DESIGN })
  checkBook(book)
  expect(wrongResults(book)).toEqual([])
}, 120_000)
