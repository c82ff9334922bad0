import type { Balance } from '../../../model/balances.js'
import { layerName } from '../../../model/inventory.js'
import type { ConditionalFormat, Format } from '../book.js'
import { columnFormat } from '../figure-format.js'
import type { DraftRow, DraftSheet, LiveCell } from '../layout.js'
import { BALANCE_STATES, termOf } from '../term-texts.js'
import type { Tab } from '../sheet-titles.js'
import { HEADS, WORDS } from '../texts.js'
import { flowDrawings } from './flow-drawings.js'
import { FIRST_HEAD, framed } from './frame.js'
import { EMPTY, heading, type ListColumn, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, linked, text, uncertainty, unit } from './page-cells.js'

const WIDTHS = [44, 14, 14, 14, 14, 11, 11, 17, 12, 11, 14]
const BUILT_IN = ['mass', 'water', 'energy']

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
  const overview = listRows(page, overviewColumns(page, look), ordered)
  const layers = [...new Set(ordered.map(({ layer }) => layer))]
  const unseen = ordered.some(({ detectable }) => detectable === undefined)
  const note = unseen ? [paragraph(say(page, WORDS.unseen), WIDTHS.length, { style: 'muted' })] : []
  const flows = flowDrawings(page, layers, { widths: WIDTHS, above: overview.length + note.length })
  const rows: DraftRow[] = [...overview, ...note, ...flows.rows]
  for (const balance of ordered) rows.push(EMPTY, ...blockRows(page, balance, look))
  const state = `H${FIRST_HEAD + 1}:H${FIRST_HEAD + ordered.length}`
  return framed(page, tab, {
    widths: WIDTHS,
    rows,
    conditionalFormats: stateFormats(page, state),
    drawings: flows.drawings,
  })
}

type FormatLook = { readonly format?: Format }

function placeOf(page: Page, balance: Balance): string {
  const place =
    balance.step === null ? say(page, WORDS.wholeSite) : (page.steps.get(balance.step) ?? balance.step)
  return BUILT_IN.includes(balance.layer)
    ? place
    : `${layerName(page.audit.inventory, balance.layer)[page.lang]}: ${place}`
}

function overviewColumns(page: Page, look: FormatLook): readonly ListColumn<Balance>[] {
  const column = (
    head: (typeof HEADS)[keyof typeof HEADS],
    id: (balance: Balance) => string,
  ): ListColumn<Balance> => ({
    head,
    right: true,
    cell: (balance) => linked(id(balance), look),
  })
  return [
    {
      head: HEADS.step,
      cell: (balance) => ({ text: placeOf(page, balance), goTo: balance.id, style: 'link' }),
    },
    column(HEADS.in, (balance) => balance.in),
    column(HEADS.out, (balance) => balance.out),
    column(HEADS.stock, (balance) => balance.stock),
    column(HEADS.unaccounted, (balance) => balance.unaccounted),
    { head: HEADS.closure, right: true, cell: (balance) => linked(balance.closure) },
    { head: HEADS.tolerance, right: true, cell: (balance) => linked(balance.tolerance) },
    { head: HEADS.state, cell: (balance) => stateCell(page, balance) },
    { head: HEADS.uncertainty, right: true, cell: (balance) => uncertainty(page, balance.unaccounted) },
    { head: HEADS.unit, cell: (balance) => unit(page, balance.in) },
    // Where nothing checks a balance there is no size from which a loss would be seen.
    { head: HEADS.detectable, right: true, cell: ({ detectable }) => figure(detectable, look) },
  ]
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

/** The flows of a balance under the heads of the overview, and its sums in the last row. */
function blockRows(page: Page, balance: Balance, look: FormatLook): readonly DraftRow[] {
  const line = (label: string, id: string, column: 1 | 2 | 3): DraftRow => ({
    cells: [
      text(label, { indent: 1 }),
      ...[1, 2, 3].map((place) => (place === column ? figure(id, look) : null)),
      ...Array.from({ length: 4 }, () => null),
      uncertainty(page, id),
      { ...unit(page, id), indent: 1 },
    ],
  })
  const name = (id: string) => page.flows.get(id) ?? id
  const sum = (id: string) => figure(id, { ...look, style: 'total' })
  const share = (id: string) => figure(id, { style: 'total', bold: false })
  const { inflows, outflows, stocks } = balance
  return [
    heading(placeOf(page, balance), WIDTHS.length, balance.id),
    ...inflows.map(({ flow, figure: id }) => line(name(flow), id, 1)),
    ...outflows.map(({ flow, figure: id }) => line(name(flow), id, 2)),
    ...stocks.map(({ stock, figure: id }) => line(stockName(page, stock), id, 3)),
    {
      cells: [
        text(say(page, WORDS.total), { style: 'total' }),
        sum(balance.in),
        sum(balance.out),
        sum(balance.stock),
        sum(balance.unaccounted),
        share(balance.closure),
        share(balance.tolerance),
        { ...stateCell(page, balance), style: 'total' as const, bold: false, indent: 1 },
        { blank: true, style: 'total' as const },
        { ...unit(page, balance.in), style: 'total' as const, bold: false, indent: 1 },
      ],
    },
  ]
}

function stockName(page: Page, stock: string): string {
  const found = page.audit.inventory.stocks.find(({ id }) => id === stock)
  return found ? (page.goods.get(found.of) ?? stock) : stock
}
