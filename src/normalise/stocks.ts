import type { InventoryGood, StockChange } from '../model/inventory.js'
import { enter, type Normalising } from './stage.js'
import { asText } from '../model/text.js'

/** Stock changes: closing minus opening over the period, per year; positive is build-up. */
export function stockChanges(work: Normalising, goods: readonly InventoryGood[]): StockChange[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  const changes: StockChange[] = []
  for (const [id, stock] of Object.entries(work.site.stocks)) {
    const good = byId.get(stock.of)
    if (good === undefined || stock.opening === undefined || stock.closing === undefined) continue
    const name = asText(good.name, good.id)
    const opening = enter(
      work,
      `stock.${id}.opening`,
      { en: `${name.en}: opening stock`, vi: `${name.vi}: tồn đầu kỳ` },
      stock.opening,
    )
    const closing = enter(
      work,
      `stock.${id}.closing`,
      { en: `${name.en}: closing stock`, vi: `${name.vi}: tồn cuối kỳ` },
      stock.closing,
    )
    const change = work.ledger.derive({
      id: `stock.${id}.change`,
      label: { en: `${name.en}: stock change`, vi: `${name.vi}: thay đổi tồn kho` },
      unit: `${good.unit}/yr`,
      formula: '(closing - opening) / years',
      uses: { closing: closing.id, opening: opening.id, years: 'period.years' },
      sd: 'independent',
    })
    changes.push({
      id,
      of: good.id,
      step: stock.at ?? null,
      change: change.id,
      contents: good.contents,
      at: `/stocks/${id}`,
    })
  }
  return changes
}
