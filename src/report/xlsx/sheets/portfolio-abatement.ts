import type { Opportunity } from '../../../model/opportunities.js'
import { say as words } from '../../../model/text.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import { counted } from '../layout.js'
import { HEADS } from '../texts.js'
import { areaOf, laidList, type KnownColumns, type LaidList } from './laid-list.js'
import { listRows } from './list-rows.js'
import { titleWithMachine } from '../../finding-words.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'
import type { PortfolioBlock } from './portfolio.js'
import { tickable } from './scenario-plan.js'

const SAID = {
  title: words('Abatement curve: cost of a tonne avoided', 'Đường chi phí giảm phát thải: chi phí mỗi tấn'),
  along: words('Avoided, tCO₂e/yr', 'Lượng giảm, tCO₂e/năm'),
} as const

/**
 * What avoids greenhouse gases in the order of its cost, each as a step as wide as it avoids. Every measure has two
 * rows, the left and the right end of its step, which the line of the chart goes through.
 */
export function abatementBlock(page: Page, first: number): PortfolioBlock | undefined {
  const measures = stepsOf(page)
  if (measures.length === 0) return undefined
  const laid = laidList(page, 'portfolio.abatement', stepColumns(page, first + 1))
  const ends = measures.flatMap((step) => [
    { ...step, end: 'left' as const },
    { ...step, end: 'right' as const },
  ])
  return {
    title: SAID.title,
    rows: listRows(page, laid.columns, ends),
    chart: stepsChart(page, laid, first + 1, first + ends.length),
  }
}

type Step = Opportunity & { readonly co2e: string; readonly costOfCo2e: string; readonly before: number }
type End = Step & { readonly end: 'left' | 'right' }

function stepColumns(page: Page, top: number): KnownColumns<End, 'portfolio.abatement'> {
  const amount = { format: 'number1', style: 'derived', align: 'right' } as const
  const avoided = ({ co2e }: End) => valueOf(page, co2e) ?? 0
  return {
    measure: {
      head: HEADS.measure,
      cell: (one) => (one.end === 'left' ? text(titleWithMachine(page, one)) : null),
    },
    co2e: {
      head: HEADS.co2e,
      right: true,
      cell: (one) =>
        one.end === 'left' ? { live: (at) => at(counted(one.co2e)), result: avoided(one), ...amount } : null,
    },
    along: {
      head: SAID.along,
      right: true,
      needs: ['co2e'],
      cell: (one, index, lettersOf) => {
        const [along, co2e, above] = [lettersOf('along'), lettersOf('co2e'), top + index - 1]
        if (one.end === 'left')
          return { formula: index === 0 ? '0' : `${along}${above}`, result: one.before, ...amount }
        return { formula: `${along}${above}+${co2e}${above}`, result: one.before + avoided(one), ...amount }
      },
    },
    costOfCo2e: {
      head: HEADS.costOfCo2e,
      right: true,
      cell: (one) => linked(one.costOfCo2e, { format: 'money' }),
    },
  }
}

function stepsChart(
  page: Page,
  laid: LaidList<End, ColumnId<'portfolio.abatement'>>,
  first: number,
  last: number,
): PortfolioBlock['chart'] {
  const names = areaOf(laid, 'measure', first, last)
  const along = areaOf(laid, 'along', first, last)
  const costs = areaOf(laid, 'costOfCo2e', first, last)
  if (names === undefined || along === undefined || costs === undefined) return undefined
  return {
    kind: 'steps',
    title: say(page, SAID.title),
    alt: say(page, SAID.title),
    categories: names,
    series: [{ name: say(page, HEADS.costOfCo2e), x: along, values: costs }],
    categoryTitle: say(page, SAID.along),
    categoryFormat: 'number1',
    valueTitle: `${page.audit.head.currency}/tCO₂e`,
    format: 'money',
    legend: false,
  }
}

/** What avoids something at a known cost, each with what those before it avoid. */
function stepsOf(page: Page): readonly Step[] {
  let before = 0
  return page.audit.evaluation.abatement.flatMap((id): readonly Step[] => {
    const one = tickable(page).find((measure) => measure.id === id)
    if (one?.co2e === undefined || one.costOfCo2e === undefined) return []
    const avoided = valueOf(page, one.co2e) ?? 0
    if (!(avoided > 0) || valueOf(page, one.costOfCo2e) === null) return []
    const step = { ...one, co2e: one.co2e, costOfCo2e: one.costOfCo2e, before }
    before += avoided
    return [step]
  })
}
