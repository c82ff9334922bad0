import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditSite } from '../../../src/audit.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import type { Lang } from '../../../src/model/text.js'
import { editionOf } from '../../../src/report/edition.js'
import { renderHtml } from '../../../src/report/html.js'
import { renderJson } from '../../../src/report/json.js'
import { renderMarkdown } from '../../../src/report/markdown.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { loadContent } from '../../../src/templates/load-content.js'
import { compareFormulas } from '../recalculate.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { recalculate } from '../../../src/verify/recalculate.js'
import { DESIGN } from './design.js'
import { EXAMPLES, exampleAudit } from './example-audit.js'

/** Texts that stand in the site below, each where an edition might forget it. */
const SECRETS = {
  address: 'Ngõ Bí Mật 7',
  auditor: 'Auditor Anon',
  legal: 'Legal Secret JSC',
  noteOfAudit: 'NoteOfTheAuditor',
  noteOfAnswer: 'NoteOfTheAnswer',
  material: 'Recipe Agent Nine',
  materialId: 'agent-nine',
  source: 'SupplierInvoice',
  measure: 'Measure Of The Site',
  owner: 'Owner Anon',
  price: '7331',
  investment: '987654',
  file: 'secret-file.yaml',
}

const SITE = `recp: 1
site: { id: works, name: Works, legal-name: ${SECRETS.legal}, address: ${SECRETS.address}, country: VN, currency: EUR, hours: 6 000 h/yr, employees: 4242, sector: brewery }
audit: { date: 2025-03-01, by: ${SECRETS.auditor} }
period: 2024
per: { of: beer, unit: hl }
products: { beer: { name: Beer, amount: 1 000 hl (recorded), mass: 1 t/m3, contains: { water: 100 % } } }
materials:
  ${SECRETS.materialId}: { name: ${SECRETS.material}, role: raw, amount: "12.5 t (billed, ${SECRETS.source})", price: ${SECRETS.price} EUR/t, in-product: 50 % }
water: { town: { amount: "1 500 m3 (measured, ${SECRETS.source})", price: 0.5 EUR/m3 } }
energy: { electricity: { amount: 80 MWh (billed), price: 100 EUR/MWh } }
answers: { water-metering: { answer: yes, note: ${SECRETS.noteOfAnswer} } }
measures:
  own: { title: ${SECRETS.measure}, acts-on: electricity, saves: 10 %, invest: ${SECRETS.investment} EUR, life: 10 yr, owner: ${SECRETS.owner} }
economics: { discount-rate: 8 % }
notes: [{ date: 2024-12-01, text: ${SECRETS.noteOfAudit} }]
`

let audit: Audit
beforeAll(async () => {
  const loaded = await loadSite({ text: SITE, name: SECRETS.file, folder: '.' })
  const run = auditSite(loaded, { content: loadContent().value })
  if (run.audit === null) throw new Error(JSON.stringify(run.diagnostics))
  audit = run.audit
})

/** Everything in the file: sheets that are shown and hidden, names, caches of charts, comments, properties. */
async function everything(edition: string | undefined, lang: Lang): Promise<string> {
  const wanted = { lang, design: DESIGN, ...(edition !== undefined && { edition }) }
  const parts = unzipSync(await writeWorkbook(audit, wanted))
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n')
}

const found = (text: string): readonly string[] =>
  Object.entries(SECRETS).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []))

/** What stays with whoever made the audit. */
const OF_AUDITOR: readonly string[] = ['noteOfAudit', 'noteOfAnswer', 'file']

const LANGS: readonly Lang[] = ['en', 'vi']

describe.each(LANGS)('an edition in %s', (lang) => {
  it('of everything has all of it, so that the search finds what there is', async () => {
    const searched = `${await everything(undefined, lang)}${renderJson(audit)}`
    expect(found(searched)).toEqual(Object.keys(SECRETS))
    expect(found(await everything('internal', lang))).toEqual(found(await everything(undefined, lang)))
  })

  it('for the client has no word of the auditor to himself and none of his files', async () => {
    const left = found(await everything('client', lang))
    expect(left.filter((name) => OF_AUDITOR.includes(name))).toEqual([])
    expect(left).toEqual(expect.arrayContaining(['material', 'price', 'investment', 'measure', 'address']))
  })

  it('for the park has no money, no person, no material, no measure, in no part of the file', async () => {
    const text = await everything('park', lang)
    expect(found(text)).toEqual([])
    expect(text).not.toMatch(/\bEUR\//)
    expect(text).toContain('Beer')
  })
})

it.each(EXAMPLES)('every edition of %s is written, whatever it goes without', async (name) => {
  const audit = await exampleAudit(name)
  for (const edition of DESIGN.editions.keys()) {
    const { sheets } = auditBook(editionOf(audit, DESIGN.editions.get(edition)), {
      lang: 'en',
      design: DESIGN,
      edition,
    })
    expect(sheets.length).toBeGreaterThan(3)
  }
})

it.each(['client', 'park'])(
  'what is computed in the edition for the %s gives its stored results',
  async (edition) => {
    const bytes = await writeWorkbook(audit, { lang: 'en', design: DESIGN, edition })
    const { mismatches } = compareFormulas(bytes, recalculate(readCells(bytes)))
    expect(mismatches).toEqual([])
  },
)

it('no other form of the report says more', () => {
  const park = editionOf(audit, DESIGN.editions.get('park'))
  expect(found(renderJson(park))).toEqual([])
  expect(found(renderHtml(park, { lang: 'en' }))).toEqual([])
  expect(found(renderMarkdown(park, { lang: 'vi' }))).toEqual([])
  const client = editionOf(audit, DESIGN.editions.get('client'))
  expect(found(renderJson(client)).filter((name) => OF_AUDITOR.includes(name))).toEqual([])
})

it('an edition that nobody knows is refused', async () => {
  await expect(writeWorkbook(audit, { lang: 'en', design: DESIGN, edition: 'press' })).rejects.toThrow(
    '"press"',
  )
  await expect(writeWorkbook(audit, { lang: 'en', design: DESIGN, preset: 'long' })).rejects.toThrow('"long"')
})

it('an edition without losses tells no cost by quantity centre, nor what it lacks', async () => {
  const park = DESIGN.editions.get('park')
  const told = await exampleAudit('textile-dyeing')
  expect(told.indicators.centres.length).toBeGreaterThan(0)
  expect(editionOf(told, park).indicators.centres).toEqual([])
  const lacking = {
    ...told,
    indicators: { ...told.indicators, centresLack: [{ flow: 'wet-fabric', of: 'amount' as const }] },
  }
  expect(editionOf(lacking, park).indicators.centresLack).toBeUndefined()
})
