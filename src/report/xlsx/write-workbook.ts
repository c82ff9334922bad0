import type { Audit } from '../../model/audit.js'
import type { LayoutTab } from '../../model/workbook-design.js'
import { editionOf } from '../edition.js'
import { cellAddress } from './address.js'
import type { Book, DefinedName } from './book.js'
import { findHomes, settle, type DraftSheet, type Homes } from './layout.js'
import { actionPlanSheet } from './sheets/action-plan.js'
import { balancesSheet } from './sheets/balances.js'
import { benchmarksSheet } from './sheets/benchmarks.js'
import { calculationsSheet } from './sheets/calculations.js'
import { changesSheet } from './sheets/changes.js'
import { checklistSheet } from './sheets/checklist.js'
import { coverSheet } from './sheets/cover.js'
import { complianceSheet } from './sheets/compliance.js'
import { dataQualitySheet } from './sheets/data-quality.js'
import { energySheet } from './sheets/energy.js'
import { equipmentSheet } from './sheets/equipment.js'
import { factorsSheet } from './sheets/factors.js'
import { flowsSheet } from './sheets/flows.js'
import { companyOf } from './sheets/frame.js'
import { glossarySheet } from './sheets/glossary.js'
import { indicatorsSheet } from './sheets/indicators.js'
import { inputsSheet } from './sheets/inputs.js'
import { lossesSheet } from './sheets/losses.js'
import { quantityCentresSheet } from './sheets/quantity-centres.js'
import { materialsSheet } from './sheets/materials.js'
import { monthlySheet } from './sheets/monthly.js'
import { opportunitiesSheet } from './sheets/opportunities.js'
import { type Page, pageOf, say, type Wanted } from './sheets/page.js'
import { portfolioSheet } from './sheets/portfolio.js'
import { programmeSheet } from './sheets/programme.js'
import { cellRows, recpSheet } from './sheets/recp.js'
import { scenarioSheet, switchesOf } from './sheets/scenario.js'
import { summarySheet } from './sheets/summary.js'
import { waterSheet } from './sheets/water.js'
import { workingsSheet } from './sheets/workings.js'
import { TITLES } from './sheet-titles.js'
import { writeBook } from './write-book.js'

/**
 * The audit as a workbook file (.xlsx) with live formulas, in the preset and edition that are wanted. The same audit
 * gives the same bytes.
 */
export async function writeWorkbook(audit: Audit, wanted: Wanted): Promise<Uint8Array> {
  return writeBook(auditBook(audit, wanted))
}

/**
 * The audit as sheets. Every figure of the ledger has one home cell: inputs and factors as constants, everything
 * derived as the formula the engine used, with the engine's number as its stored result. All else links to homes,
 * so a changed input moves whatever depends on it. Sheets with nothing to show are left out; the cover names them.
 */
export function auditBook(whole: Audit, wanted: Wanted): Book {
  const edition = wanted.edition === undefined ? undefined : wanted.design.editions.get(wanted.edition)
  const audit = editionOf(whole, edition)
  const page = pageOf(audit, wanted)
  const placed = contentSheets(page)
  const found = findHomes(byHomePriority(placed))
  const homeless = audit.figures.filter(({ id }) => !found.has(id))
  const workings = edition?.withoutSheets.includes('workings') ? undefined : workingsSheet(page, homeless)
  const homes = workings ? findHomes([workings], found) : found
  const content = workings ? [...placed, workings] : placed
  const cover = coverSheet(page, content)
  const shown = [cover, ...content]
  const switches = placed.some(({ id }) => id === 'scenario') ? switchesOf(page) : undefined
  const settled = settle([...shown, recpSheet(page, shown, homes)], homes, audit.figures, switches)
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
    lang: wanted.lang,
    sheets,
    names: headlineNames(audit, homes),
  }
}

/** In the order of the layout. */
function contentSheets(page: Page): readonly DraftSheet[] {
  return page.layout.sheets.flatMap(({ sheet }) => {
    if (page.edition?.withoutSheets.includes(sheet)) return []
    const made = SHEETS[sheet](page)
    return made === undefined ? [] : [made]
  })
}

/** Whoever makes a sheet; `undefined` where it has nothing to show. */
const SHEETS: Readonly<Record<LayoutTab, (page: Page) => DraftSheet | undefined>> = {
  summary: summarySheet,
  scenario: scenarioSheet,
  portfolio: portfolioSheet,
  inputs: inputsSheet,
  materials: materialsSheet,
  energy: energySheet,
  water: waterSheet,
  monthly: monthlySheet,
  equipment: equipmentSheet,
  flows: flowsSheet,
  'balance-mass': (page) => balancesSheet(page, 'balance-mass'),
  'balance-water': (page) => balancesSheet(page, 'balance-water'),
  'balance-energy': (page) => balancesSheet(page, 'balance-energy'),
  'balance-substances': (page) => balancesSheet(page, 'balance-substances'),
  losses: lossesSheet,
  'quantity-centres': quantityCentresSheet,
  indicators: indicatorsSheet,
  changes: changesSheet,
  benchmarks: benchmarksSheet,
  compliance: complianceSheet,
  checklist: checklistSheet,
  opportunities: opportunitiesSheet,
  calculations: calculationsSheet,
  'action-plan': actionPlanSheet,
  programme: programmeSheet,
  'data-quality': dataQualitySheet,
  factors: factorsSheet,
  glossary: glossarySheet,
}

/**
 * Sheets that own their figures whatever else shows them: what can be varied, then what was given, then what the
 * others build on.
 */
const HOME_PRIORITY: readonly string[] = ['scenario', 'inputs', 'factors', 'flows']

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
