import type { ClaimCheck } from '../../../model/balances.js'
import type { Figure } from '../../../model/figure.js'
import { say as words } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ConditionalFormat, Format } from '../book.js'
import { figureFormat } from '../figure-format.js'
import type { DraftRow } from '../layout.js'
import { areaOf, type LaidList, rowUnder } from './laid-list.js'
import { EMPTY, heading, paragraph } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { text, unit } from './page-cells.js'
import { leverNames, leversOf } from './scenario-plan.js'

const SAID = {
  title: words('Whether the numbers still agree', 'Các số liệu có còn khớp nhau không'),
  below: words('Flows below zero', 'Số dòng âm'),
  cost: words('Cost of losses that counts them', 'Chi phí tổn thất tính cả các dòng đó'),
  adjusted: words('Adjustment ÷ its spread', 'Mức hiệu chỉnh ÷ độ lệch của nó'),
  meaning: words(
    'A flow below zero, or a number adjusted by more than 1.96 of its spread, says that what is typed contradicts other numbers. A fresh audit then holds the flow at zero, leaves it and its cost out, or gives up a balance: the results above differ from it, by about the cost of the flows below zero.',
    'Dòng âm, hoặc số liệu bị hiệu chỉnh quá 1,96 lần độ lệch của nó, cho thấy số đã nhập mâu thuẫn với các số liệu khác. Khi đó lần đánh giá mới giữ dòng ở mức không, bỏ dòng và chi phí của nó, hoặc bỏ một cân bằng: kết quả ở trên sẽ khác, chừng bằng chi phí của các dòng âm.',
  ),
} as const

/** The test on a balance at 5 %, in deviations. */
const CONTRADICTS = 1.96

/** A formula of Excel has room for this many flows; those nearest to zero in their own ± are watched. */
const WATCHED = 100

/** A number that tells of a contradiction once it leaves `most` to either side. */
type Check = {
  readonly name: string
  readonly audited: number
  readonly live: (at: (figure: string) => string) => string
  readonly most: number
  readonly format: Format
  /** Figure whose unit it has. */
  readonly like?: string
}

/** Productions that can be varied and that other numbers check. */
export function checkedProduction(
  page: Page,
): readonly { readonly lever: Figure; readonly claim: ClaimCheck }[] {
  const checked = page.audit.reconciled.claims.filter((claim) => claim.class === 'redundant')
  return leversOf(page).production.flatMap((lever) =>
    checked.flatMap((claim) => {
      const { measured } = claim
      const own = measured === lever.id || page.ledger.get(measured)?.uses?.['written'] === lever.id
      return own ? [{ lever, claim }] : []
    }),
  )
}

/** Flows that follow from a production and are above zero in the audit. */
function watchedFlows(page: Page): readonly Figure[] {
  const following = new Set(leversOf(page).production.map(({ id }) => id))
  // The ledger is in the order of calculation.
  for (const { id, uses } of page.audit.figures)
    if (Object.values(uses ?? {}).some((used) => following.has(used))) following.add(id)
  const room = ({ value, sd }: Figure): number => (sd ? (value ?? 0) / sd : Infinity)
  return page.audit.reconciled.flows
    .flatMap((flow) => (flow.class === 'claimed' ? [] : (page.ledger.get(flow.figure) ?? [])))
    .filter(({ id, value }) => following.has(id) && value !== null && value >= 0)
    .sort((a, b) => room(a) - room(b))
    .slice(0, WATCHED)
}

/** Below this a flow is negative, and not nought with what rounding leaves; the audit takes the same. */
function belowZero(page: Page): string {
  const claims = page.audit.reconciled.claims.map(({ measured }) => Math.abs(valueOf(page, measured) ?? 0))
  return (-1e-9 * claims.reduce((most, value) => Math.max(most, value), 1)).toPrecision(1).toUpperCase()
}

function flowChecks(page: Page): readonly Check[] {
  const flows = watchedFlows(page)
  if (flows.length === 0) return []
  const limit = belowZero(page)
  const watched = new Set(flows.map(({ id }) => id))
  const { losses } = page.audit.indicators
  const costed = losses.filter(({ amount, cost }) => watched.has(amount) && valueOf(page, cost) !== null)
  const [first] = costed
  const sum = (terms: readonly string[]): string => `SUM(${terms.join(',')})`
  const found = first && page.ledger.get(first.cost)
  return [
    {
      name: say(page, SAID.below),
      audited: 0,
      live: (at) => sum(flows.map(({ id }) => `IF(${at(id)}<${limit},1,0)`)),
      most: 0,
      format: 'integer',
    },
    ...(found === undefined
      ? []
      : [
          {
            name: say(page, SAID.cost),
            audited: 0,
            live: (at: (figure: string) => string) =>
              sum(costed.map(({ amount, cost }) => `IF(${at(amount)}<${limit},${at(cost)},0)`)),
            most: 0,
            format: figureFormat(found) ?? 'money',
            like: found.id,
          },
        ]),
  ]
}

/** By how many standard deviations of its adjustment a production is adjusted. */
function claimChecks(page: Page): readonly Check[] {
  const nameOf = leverNames(page)
  return checkedProduction(page).flatMap(({ lever, claim }): readonly Check[] => {
    const [measured, reconciled] = [page.ledger.get(claim.measured), page.ledger.get(claim.reconciled)]
    const spread = Math.sqrt((measured?.sd ?? 0) ** 2 - (reconciled?.sd ?? 0) ** 2)
    const adjustment = valueOf(page, claim.adjustment)
    if (!(spread > 0) || adjustment === null) return []
    const deviation = Number(spread.toPrecision(12))
    return [
      {
        name: `${say(page, SAID.adjusted)}: ${nameOf(lever)}`,
        audited: adjustment / deviation,
        live: (at) => `${at(claim.adjustment)}/${deviation}`,
        most: CONTRADICTS,
        format: 'number2',
      },
    ]
  })
}

type Under = LaidList<Figure, ColumnId<'scenario.levers'>>

const checksOf = (page: Page): readonly Check[] => [...flowChecks(page), ...claimChecks(page)]

/** Rows of the block between its heading and its paragraph, and what else it takes. */
const [ABOVE, BELOW] = [2, 1]

/** How many rows the block takes; none where no production bears on a flow. */
export function agreementHeight(page: Page): number {
  const { length } = checksOf(page)
  return length === 0 ? 0 : ABOVE + length + BELOW
}

/**
 * Whether the scenario still is one that an audit would accept: what follows from a production is linear in it, and
 * stays so where an audit would hold a flow at zero or give up a balance. The block begins in row `top`.
 */
export function agreement(
  page: Page,
  laid: Under,
  top: number,
): { readonly rows: readonly DraftRow[]; readonly formats: readonly ConditionalFormat[] } {
  const checks = checksOf(page)
  if (checks.length === 0) return { rows: [], formats: [] }
  const rows = [
    EMPTY,
    heading(say(page, SAID.title), laid.widths.length),
    ...checks.map((check) => checkRow(page, laid, check)),
    paragraph(say(page, SAID.meaning), laid.widths.length, { style: 'muted' }),
  ]
  const formats = checks.flatMap(({ most }, index): ConditionalFormat[] => {
    const { area } = areaOf(laid, 'scenario', top + ABOVE + index) ?? {}
    return area === undefined ? [] : [{ area, when: { formula: `ABS(${area})>${most}` }, look: 'bad' }]
  })
  return { rows, formats }
}

function checkRow(page: Page, laid: Under, { name, audited, live, format, like }: Check): DraftRow {
  const look = { format, align: 'right' } as const
  return rowUnder(laid, {
    name: text(name),
    audited: { number: audited, style: 'solved', ...look },
    scenario: { live, result: audited, style: 'derived', ...look },
    unit: like === undefined ? null : unit(page, like),
  })
}
