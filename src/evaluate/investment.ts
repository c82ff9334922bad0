import { diagnose } from '../diagnostics/catalogue.js'
import type { InvestmentPart, Opportunity } from '../model/opportunities.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { InvestmentParts } from '../schema/site.js'
import { figureId, type Evaluating } from './evaluating.js'
import { moneyInput } from './money-input.js'

const PARTS: Readonly<Record<InvestmentPart, Text>> = {
  equipment: { en: 'Equipment and material', vi: 'Thiết bị và vật tư' },
  installation: { en: 'Installation', vi: 'Lắp đặt' },
  engineering: { en: 'Design, permits, commissioning', vi: 'Thiết kế, giấy phép, chạy thử' },
  'lost-production': { en: 'Output lost while fitting', vi: 'Sản lượng mất khi lắp đặt' },
  contingency: { en: 'Contingency', vi: 'Dự phòng' },
  'scrap-value': { en: 'Scrap value of the old equipment', vi: 'Giá trị thanh lý thiết bị cũ' },
  grant: { en: 'Grant', vi: 'Hỗ trợ, tài trợ' },
}

const LESSENS: ReadonlySet<string> = new Set<InvestmentPart>(['scrap-value', 'grant'])

type Invested = Pick<Opportunity, 'investment' | 'investmentParts'>

/**
 * The investment as it is stated, in one amount or by its parts; parts go before the amount, and where the two
 * differ by more than a thousandth that is said.
 */
export function investmentOf(
  work: Evaluating,
  id: string,
  given: { readonly invest?: Quantity; readonly 'invest-parts'?: InvestmentParts },
): Invested {
  const { invest, 'invest-parts': parts = {} } = given
  const names = (Object.keys(PARTS) as InvestmentPart[]).filter((part) => parts[part] !== undefined)
  if (names.length === 0) {
    const investment = invest && moneyInput(work, id, 'investment', invest)
    return investment === undefined ? {} : { investment }
  }
  const figures = names.flatMap((part) => {
    const quantity = parts[part]
    const figure = quantity && moneyInput(work, id, `investment-${part}`, quantity, PARTS[part])
    return figure === undefined ? [] : [{ part, figure }]
  })
  if (figures.length === 0) return {}
  const uses = Object.fromEntries(figures.map(({ part, figure }) => [part.replaceAll('-', '_'), figure]))
  const sum = figures.map(({ part }, index) => {
    const sign = LESSENS.has(part) ? '- ' : '+ '
    return `${index === 0 && sign === '+ ' ? '' : sign}${part.replaceAll('-', '_')}`
  })
  const investment = work.ledger.derive({
    id: figureId(id, 'investment'),
    label: { en: 'Investment', vi: 'Vốn đầu tư' },
    unit: work.site.site.currency,
    formula: sum.join(' ').replace(/^- /, '-'),
    uses,
  }).id
  if (invest !== undefined) compareStated(work, id, invest, investment)
  return { investment, investmentParts: figures }
}

function compareStated(work: Evaluating, id: string, invest: Quantity, sum: string): void {
  const stated = moneyInput(work, id, 'investment-stated', invest)
  const [one, other] = [work.ledger.get(stated ?? '')?.value, work.ledger.get(sum)?.value]
  if (one == null || other == null || Math.abs(one - other) <= 0.001 * Math.abs(other)) return
  const sumText = `${Number(other.toPrecision(6))} ${work.site.site.currency}`
  work.diagnostics.push(
    diagnose('E303', invest.at, { opportunity: id, written: invest.written, sum: sumText }),
  )
}
