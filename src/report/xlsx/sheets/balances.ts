import type { Balance } from '../../../model/balances.js'
import { layerName } from '../../../model/inventory.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ConditionalFormat, Format } from '../book.js'
import { columnFormat } from '../figure-format.js'
import type { DraftRow, DraftSheet, LiveCell } from '../layout.js'
import { BALANCE_STATES, capital, termOf } from '../term-texts.js'
import type { Tab } from '../sheet-titles.js'
import { HEADS, WORDS } from '../texts.js'
import { flowDrawings } from './flow-drawings.js'
import { FIRST_HEAD, framed } from './frame.js'
import {
  areaOf,
  laidList,
  type KnownColumns,
  type LaidList,
  rowUnder,
  TOTAL_LINE,
  totalUnit,
} from './laid-list.js'
import { EMPTY, heading, type ListColumn, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, linked, text, uncertainty, unit } from './page-cells.js'

const BUILT_IN = ['mass', 'water', 'energy']

type Laid = LaidList<Balance, ColumnId<'balances'>>

type BalanceTab = 'balance-mass' | 'balance-water' | 'balance-energy' | 'balance-substances'

/** One sheet a layer: an overview of all steps, then the flows of each. Declared substances share a sheet. */
export function balancesSheet(page: Page, tab: BalanceTab): DraftSheet | undefined {
  const layer = tab.slice('balance-'.length)
  const { balances } = page.audit.reconciled
  const list = balances.filter((one) =>
    layer === 'substances' ? !BUILT_IN.includes(one.layer) : one.layer === layer,
  )
  return list.length === 0 ? undefined : balanceSheet(page, tab, list)
}

function balanceSheet(page: Page, tab: Tab, balances: readonly Balance[]): DraftSheet {
  // The whole site last: it sums up the steps.
  const ordered = [
    ...balances.filter(({ step }) => step !== null),
    ...balances.filter(({ step }) => step === null),
  ]
  const ids = ordered.flatMap((balance) => [balance.in, balance.out])
  const format = columnFormat(ids.map((id) => page.ledger.get(id)))
  const look = format ? { format } : {}
  const laid = laidList(page, 'balances', overviewColumns(page, look))
  const { widths } = laid
  const overview = listRows(page, laid.columns, ordered)
  const layers = [...new Set(ordered.map(({ layer }) => layer))]
  const unseen = ordered.some(({ detectable }) => detectable === undefined)
  const note = unseen ? [paragraph(say(page, WORDS.unseen), widths.length, { style: 'muted' })] : []
  const flows = flowDrawings(page, layers, { widths, above: overview.length + note.length })
  const rows: DraftRow[] = [...overview, ...note, ...flows.rows]
  for (const balance of ordered) rows.push(EMPTY, ...blockRows(page, laid, { balance, look }))
  const states = areaOf(laid, 'state', FIRST_HEAD + 1, FIRST_HEAD + ordered.length)
  return framed(page, tab, {
    widths,
    rows,
    conditionalFormats: states === undefined ? [] : stateFormats(page, states.area),
    drawings: flows.drawings,
  })
}

type FormatLook = { readonly format?: Format }

function placeOf(page: Page, balance: Balance): string {
  const place =
    balance.step === null ? say(page, WORDS.wholeSite) : (page.steps.get(balance.step) ?? balance.step)
  if (BUILT_IN.includes(balance.layer)) return place
  return `${capital(layerName(page.audit.inventory, balance.layer)[page.lang])}: ${place}`
}

function overviewColumns(page: Page, look: FormatLook): KnownColumns<Balance, 'balances'> {
  const column = (
    head: (typeof HEADS)[keyof typeof HEADS],
    id: (balance: Balance) => string,
  ): ListColumn<Balance> => ({
    head,
    right: true,
    cell: (balance) => linked(id(balance), look),
  })
  return {
    step: {
      head: HEADS.step,
      cell: (balance) => ({ text: placeOf(page, balance), goTo: balance.id, style: 'link' }),
    },
    in: column(HEADS.in, (balance) => balance.in),
    out: column(HEADS.out, (balance) => balance.out),
    stock: column(HEADS.stock, (balance) => balance.stock),
    unaccounted: column(HEADS.unaccounted, (balance) => balance.unaccounted),
    closure: { head: HEADS.closure, right: true, cell: (balance) => linked(balance.closure) },
    tolerance: { head: HEADS.tolerance, right: true, cell: (balance) => linked(balance.tolerance) },
    state: { head: HEADS.state, cell: (balance) => stateCell(page, balance) },
    uncertainty: {
      head: HEADS.uncertainty,
      right: true,
      cell: (balance) => uncertainty(page, balance.unaccounted),
    },
    unit: { head: HEADS.unit, cell: (balance) => unit(page, balance.in) },
    // Where nothing checks a balance there is no size from which a loss would be seen.
    detectable: { head: HEADS.detectable, right: true, cell: ({ detectable }) => figure(detectable, look) },
  }
}

/** Follows the closure when inputs change. */
function stateCell(page: Page, balance: Balance): LiveCell {
  const word = (state: Balance['state']) => say(page, termOf(BALANCE_STATES, state))
  const text = (state: Balance['state']) => `"${word(state)}"`
  return {
    live: (at) => {
      const [closure, tolerance] = [at(balance.closure), at(balance.tolerance)]
      return `IF(COUNT(${closure})=0,${text('unknown')},IF(1-${closure}<=${tolerance}+1E-12,${text('closes')},${text('open')}))`
    },
    result: word(balance.state),
    style: 'text',
  }
}

function stateFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const equal = (state: string, look: 'good' | 'bad' | 'muted'): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(BALANCE_STATES, state))}"` },
    look,
  })
  return [equal('closes', 'good'), equal('open', 'bad'), equal('unknown', 'muted')]
}

type Block = { readonly balance: Balance; readonly look: FormatLook }

/** The flows of a balance under the heads of the overview, and its sums in the last row. */
function blockRows(page: Page, laid: Laid, { balance, look }: Block): readonly DraftRow[] {
  const line = (label: string, id: string, under: 'in' | 'out' | 'stock'): DraftRow =>
    rowUnder(laid, {
      step: text(label, { indent: 1 }),
      [under]: figure(id, look),
      uncertainty: uncertainty(page, id),
      unit: { ...unit(page, id), indent: 1 },
    })
  const name = (id: string) => page.flows.get(id) ?? id
  const sum = (id: string) => figure(id, { ...look, style: 'total' })
  const share = (id: string) => figure(id, { style: 'total', bold: false })
  const { inflows, outflows, stocks } = balance
  const total = { style: 'total', bold: false } as const
  return [
    heading(placeOf(page, balance), laid.widths.length, balance.id),
    ...inflows.map(({ flow, figure: id }) => line(name(flow), id, 'in')),
    ...outflows.map(({ flow, figure: id }) => line(name(flow), id, 'out')),
    ...stocks.map(({ stock, figure: id }) => line(stockName(page, stock), id, 'stock')),
    rowUnder(laid, {
      step: text(say(page, WORDS.total), { style: 'total' }),
      in: sum(balance.in),
      out: sum(balance.out),
      stock: sum(balance.stock),
      unaccounted: sum(balance.unaccounted),
      closure: share(balance.closure),
      tolerance: share(balance.tolerance),
      state: { ...stateCell(page, balance), ...total, indent: 1 },
      uncertainty: TOTAL_LINE,
      unit: totalUnit(page, balance.in),
    }),
  ]
}

function stockName(page: Page, stock: string): string {
  const found = page.audit.inventory.stocks.find(({ id }) => id === stock)
  return found ? (page.goods.get(found.of) ?? stock) : stock
}
