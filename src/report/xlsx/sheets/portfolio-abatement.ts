import type { Opportunity } from '../../../model/opportunities.js'
import { say as words } from '../../../model/text.js'
import { counted, type DraftRow } from '../layout.js'
import { HEADS } from '../texts.js'
import { headRow } from './list-rows.js'
import { opportunityName } from './opportunities.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'
import type { PortfolioBlock } from './portfolio.js'
import { tickable } from './scenario-plan.js'

const SAID = {
  title: words('Abatement curve: cost of a tonne avoided', 'Đường chi phí giảm phát thải: chi phí mỗi tấn'),
  from: words('From, tCO₂e/yr', 'Từ, tCO₂e/năm'),
  to: words('To, tCO₂e/yr', 'Đến, tCO₂e/năm'),
  along: words('Avoided, tCO₂e/yr', 'Lượng giảm, tCO₂e/năm'),
} as const

/**
 * What avoids greenhouse gases in the order of its cost, each as a step as wide as it avoids. Every measure has two
 * rows, the left and the right end of its step, which the line of the chart goes through.
 */
export function abatementBlock(page: Page, first: number): PortfolioBlock | undefined {
  const measures = page.audit.evaluation.abatement.flatMap((id) => stepOf(page, id))
  if (measures.length === 0) return undefined
  const top = first + 1
  const right = true as const
  let sum = 0
  const rows: DraftRow[] = measures.flatMap(({ one, co2e, cost }, index) => {
    const row = top + 2 * index
    const start = index === 0 ? '0' : `C${row - 1}`
    const before = sum
    sum += valueOf(page, co2e) ?? 0
    const amount = { format: 'number1', style: 'derived', align: 'right' } as const
    return [
      {
        cells: [
          text(opportunityName(page, one)),
          { live: (at) => at(counted(co2e)), result: valueOf(page, co2e) ?? 0, ...amount },
          { formula: start, result: before, ...amount },
          linked(cost, { format: 'money' }),
        ],
      },
      {
        cells: [
          null,
          null,
          { formula: `C${row}+B${row}`, result: sum, ...amount },
          linked(cost, { format: 'money' }),
        ],
      },
    ] satisfies DraftRow[]
  })
  const area = (letters: string) => ({ area: `${letters}${top}:${letters}${top + rows.length - 1}` })
  return {
    title: SAID.title,
    rows: [
      headRow(page, [
        { head: HEADS.measure },
        { head: HEADS.co2e, right },
        { head: SAID.along, right },
        { head: HEADS.costOfCo2e, right },
      ]),
      ...rows,
    ],
    chart: {
      kind: 'steps',
      title: say(page, SAID.title),
      alt: say(page, SAID.title),
      categories: area('A'),
      series: [{ name: say(page, HEADS.costOfCo2e), x: area('C'), values: area('D') }],
      categoryTitle: say(page, SAID.along),
      categoryFormat: 'number1',
      valueTitle: `${page.audit.head.currency}/tCO₂e`,
      format: 'money',
      legend: false,
    },
  }
}

type Step = { readonly one: Opportunity; readonly co2e: string; readonly cost: string }

function stepOf(page: Page, id: string): readonly Step[] {
  const one = tickable(page).find((measure) => measure.id === id)
  if (one?.co2e === undefined || one.costOfCo2e === undefined) return []
  if (!((valueOf(page, one.co2e) ?? 0) > 0) || valueOf(page, one.costOfCo2e) === null) return []
  return [{ one, co2e: one.co2e, cost: one.costOfCo2e }]
}
