import type { Audit } from '../../model/audit.js'
import type { Lang } from '../../model/text.js'
import { cellAddress } from './address.js'
import type { Book, DefinedName } from './book.js'
import { findHomes, settle, type DraftSheet, type Homes } from './layout.js'
import { actionPlanSheet } from './sheets/action-plan.js'
import { balanceSheets } from './sheets/balances.js'
import { benchmarksSheet } from './sheets/benchmarks.js'
import { calculationsSheet } from './sheets/calculations.js'
import { changesSheet } from './sheets/changes.js'
import { checklistSheet } from './sheets/checklist.js'
import { coverSheet } from './sheets/cover.js'
import { complianceSheet } from './sheets/compliance.js'
import { dataQualitySheet } from './sheets/data-quality.js'
import { energySheet } from './sheets/energy.js'
import { factorsSheet } from './sheets/factors.js'
import { flowsSheet } from './sheets/flows.js'
import { companyOf } from './sheets/frame.js'
import { indicatorsSheet } from './sheets/indicators.js'
import { inputsSheet } from './sheets/inputs.js'
import { lossesSheet } from './sheets/losses.js'
import { quantityCentresSheet } from './sheets/quantity-centres.js'
import { materialsSheet } from './sheets/materials.js'
import { opportunitiesSheet } from './sheets/opportunities.js'
import { type Page, pageOf, say } from './sheets/page.js'
import { cellRows, recpSheet } from './sheets/recp.js'
import { summarySheet } from './sheets/summary.js'
import { waterSheet } from './sheets/water.js'
import { workingsSheet } from './sheets/workings.js'
import { TABS, TITLES } from './sheet-titles.js'
import { writeBook } from './write-book.js'

/** The audit as a workbook file (.xlsx) with live formulas. The same audit gives the same bytes. */
export async function writeWorkbook(audit: Audit, options: { readonly lang: Lang }): Promise<Uint8Array> {
  return writeBook(auditBook(audit, options.lang))
}

/**
 * The audit as sheets. Every figure of the ledger has one home cell: inputs and factors as constants, everything
 * derived as the formula the engine used, with the engine's number as its stored result. All else links to homes,
 * so a changed input moves whatever depends on it. Sheets with nothing to show are left out.
 */
export function auditBook(audit: Audit, lang: Lang): Book {
  const page = pageOf(audit, lang)
  const placed = contentSheets(page)
  const found = findHomes(byHomePriority(placed))
  const workings = workingsSheet(
    page,
    audit.figures.filter(({ id }) => !found.has(id)),
  )
  const homes = workings ? findHomes([workings], found) : found
  const content = workings ? [...placed, workings] : placed
  const cover = coverSheet(page, [{ id: 'cover', name: say(page, TABS.cover) }, ...content])
  const shown = [cover, ...content]
  const settled = settle([...shown, recpSheet(page, shown, homes)], homes, audit.figures)
  const watched = settled.flatMap((sheet) => (sheet.hidden ? [] : cellRows(sheet)))
  const sheets = settled.map((sheet) =>
    sheet.hidden ? { ...sheet, rows: [...sheet.rows, ...watched] } : sheet,
  )
  const { head } = audit
  return {
    title: `${say(page, TITLES.cover.title)}: ${companyOf(page)}`,
    subject: audit.inventory.period.label,
    company: companyOf(page),
    keywords: 'RECP',
    ...(head.by !== undefined && { author: head.by }),
    date: head.date,
    lang,
    sheets,
    names: headlineNames(audit, homes),
  }
}

/** In the order of the tabs. */
function contentSheets(page: Page): readonly DraftSheet[] {
  const sheets: readonly (DraftSheet | undefined)[] = [
    summarySheet(page),
    inputsSheet(page),
    materialsSheet(page),
    energySheet(page),
    waterSheet(page),
    flowsSheet(page),
    ...balanceSheets(page),
    lossesSheet(page),
    quantityCentresSheet(page),
    indicatorsSheet(page),
    changesSheet(page),
    benchmarksSheet(page),
    complianceSheet(page),
    checklistSheet(page),
    opportunitiesSheet(page),
    calculationsSheet(page),
    actionPlanSheet(page),
    dataQualitySheet(page),
    factorsSheet(page),
  ]
  return sheets.filter((sheet) => sheet !== undefined)
}

/** Sheets that own their figures whatever else shows them: what was given first, then what the others build on. */
const HOME_PRIORITY: readonly string[] = ['inputs', 'factors', 'flows']

function byHomePriority(sheets: readonly DraftSheet[]): readonly DraftSheet[] {
  const place = ({ id }: DraftSheet) => HOME_PRIORITY.indexOf(id) + 1 || HOME_PRIORITY.length + 1
  return [...sheets].sort((a, b) => place(a) - place(b))
}

/** Names for the cells that people refer to. */
function headlineNames({ indicators, evaluation }: Audit, homes: Homes): readonly DefinedName[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['TotalCost', indicators.totalCost],
    ['TotalLossCost', indicators.totalLoss],
    ['NetSaving', evaluation.totals.net],
    ['TotalInvestment', evaluation.totals.investment],
    ['PackagePayback', evaluation.totals.payback],
    ['PackageNPV', evaluation.totals.npv],
    ['EmissionsAvoided', evaluation.totals.co2e],
    ['DiscountRate', 'economics.discount-rate'],
    ['AcceptedPayback', 'economics.accepted-payback'],
  ]
  return named.flatMap(([name, id]) => {
    const home = id === undefined ? undefined : homes.get(id)
    return home ? [{ name, sheet: home.sheet, area: cellAddress(home.row, home.column) }] : []
  })
}
