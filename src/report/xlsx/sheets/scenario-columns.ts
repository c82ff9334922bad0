import { NO_VALUE } from '../../../formula/index.js'
import type { Figure } from '../../../model/figure.js'
import type { Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { Format } from '../book.js'
import { columnFormat, figureFormat } from '../figure-format.js'
import type { DraftCell } from '../layout.js'
import { HEADS } from '../texts.js'
import { laidList, type KnownColumn, type KnownColumns, type LaidList } from './laid-list.js'
import { titleWithMachine } from '../../finding-words.js'
import { type Page, valueOf } from './page.js'
import { figure, linked, text, unit } from './page-cells.js'
import { COUNTED_PARTS, leverNames, tickable } from './scenario-plan.js'

/** Heads of the columns, and what the column of ticks is called elsewhere. */
export const SCENARIO_HEADS = {
  audited: words('As audited', 'Theo đánh giá'),
  scenario: words('Scenario', 'Kịch bản'),
  change: words('Change', 'Thay đổi'),
  in: words('In: 1, out: 0', 'Chọn: 1, bỏ: 0'),
} as const

type Compared = {
  readonly head: Text
  /** How what it is now stands there. */
  readonly now: typeof figure
  /** Row of the first item. */
  readonly first: number
}

/** What it is in the audit as a number that stays, what it is now, and by how much that is more. */
export function comparedColumns(
  page: Page,
  { head, now, first }: Compared,
): KnownColumns<Figure, 'scenario.results' | 'scenario.levers'> {
  const nameOf = leverNames(page)
  return {
    name: { head, cell: (one) => text(nameOf(one)) },
    audited: { head: SCENARIO_HEADS.audited, right: true, cell: auditedCell },
    scenario: { head: SCENARIO_HEADS.scenario, right: true, cell: ({ id }) => now(id) },
    change: {
      head: SCENARIO_HEADS.change,
      right: true,
      needs: ['audited', 'scenario'],
      cell: ({ value }, index, lettersOf) => {
        const row = first + index
        const [before, after] = [`${lettersOf('audited')}${row}`, `${lettersOf('scenario')}${row}`]
        return {
          formula: `IF(COUNT(${before},${after})<2,"${NO_VALUE}",IF(${before}=0,"${NO_VALUE}",${after}/${before}-1))`,
          result: value ? 0 : NO_VALUE,
          format: 'percent1',
          style: 'derived',
          align: 'right',
        }
      },
    },
    unit: { head: HEADS.unit, cell: ({ id }) => unit(page, id) },
  }
}

function auditedCell(found: Figure): DraftCell {
  if (found.value === null) return { text: NO_VALUE, style: 'missing', align: 'right' }
  const format = figureFormat(found)
  return {
    number: found.value,
    style: 'solved',
    align: 'right',
    ...(format !== undefined && { format }),
  }
}

type CountedPart = (typeof COUNTED_PARTS)[number]

/** The column of each part of a measure that a total adds up. */
export const COUNTED_COLUMNS = {
  netInPackage: 'inPackage',
  investment: 'investment',
  npv: 'npv',
  co2e: 'co2e',
} as const satisfies Readonly<Record<CountedPart, ColumnId<'scenario.measures'>>>

/** The measures that can be taken out, the first of them in row `first`. */
export function laidMeasures(
  page: Page,
  first: number,
): LaidList<Opportunity, ColumnId<'scenario.measures'>> {
  const formatOf = (name: CountedPart) =>
    columnFormat(tickable(page).map((one) => page.ledger.get(one[name] ?? '')))
  const formats = {
    netInPackage: formatOf('netInPackage'),
    investment: formatOf('investment'),
    npv: formatOf('npv'),
    co2e: formatOf('co2e'),
  }
  const part = (head: Text, name: CountedPart): KnownColumn<Opportunity, ColumnId<'scenario.measures'>> => ({
    head,
    right: true,
    cell: (one, index, lettersOf) =>
      partCell(page, one[name], { tick: lettersOf('in'), row: first + index, format: formats[name] }),
  })
  return laidList(page, 'scenario.measures', {
    measure: { head: HEADS.measure, cell: (one) => text(titleWithMachine(page, one)) },
    in: {
      head: SCENARIO_HEADS.in,
      right: true,
      // A total counts what stands in these; without one of them it would still count a measure that is out.
      needs: Object.values(COUNTED_COLUMNS),
      cell: () => ({ number: 1, format: 'integer', style: 'input', align: 'right' }),
    },
    inPackage: part(HEADS.inPackage, 'netInPackage'),
    investment: part(HEADS.investment, 'investment'),
    npv: part(HEADS.npv, 'npv'),
    co2e: part(HEADS.co2e, 'co2e'),
    payback: {
      head: HEADS.payback,
      right: true,
      cell: (one) => (one.payback === undefined ? null : linked(one.payback)),
    },
  })
}

type PartPlace = {
  readonly tick: string | undefined
  readonly row: number
  readonly format: Format | undefined
}

/** What a total counts of a measure: nothing while its tick is 0. */
function partCell(page: Page, id: string | undefined, { tick, row, format }: PartPlace): DraftCell | null {
  if (id === undefined || !page.ledger.has(id)) return null
  const value = valueOf(page, id)
  return {
    live: (at) => (tick === undefined ? at(id) : `IF($${tick}${row}=1,${at(id)},0)`),
    result: value ?? NO_VALUE,
    style: value === null ? 'missing' : 'derived',
    align: 'right',
    ...(format !== undefined && { format }),
  }
}
