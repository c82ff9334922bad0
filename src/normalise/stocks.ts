import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { InventoryGood, StockChange } from '../model/inventory.js'
import { asText } from '../model/text.js'
import type { Stock } from '../schema/site.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Normalising } from './stage.js'

/** Stock changes: closing minus opening over the period, per year; positive is build-up. */
export function stockChanges(work: Normalising, goods: readonly InventoryGood[]): StockChange[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  return Object.entries(work.site.stocks).flatMap(([id, stock]) => {
    const good = byId.get(stock.of)
    if (good === undefined || (stock.opening === undefined && stock.closing === undefined)) return []
    const change = changeOf(work, id, stock, good)
    if (change === undefined) return []
    return [{ id, of: good.id, step: stock.at ?? null, change, contents: good.contents, at: `/stocks/${id}` }]
  })
}

function changeOf(work: Normalising, id: string, stock: Stock, good: InventoryGood): string | undefined {
  const { opening, closing } = stock
  if (opening === undefined || closing === undefined) {
    const missing = opening === undefined ? 'opening' : 'closing'
    work.diagnostics.push(diagnose('U343', `/stocks/${id}`, { stock: id, missing }))
    return undefined
  }
  const name = asText(good.name, good.id)
  const label = (en: string, vi: string): { en: string; vi: string } => ({
    en: `${name.en}: ${en}`,
    vi: `${name.vi}: ${vi}`,
  })
  const uses = {
    closing: enterQuantity(work, `stock.${id}.closing`, label('closing stock', 'tồn cuối kỳ'), closing).id,
    opening: enterQuantity(work, `stock.${id}.opening`, label('opening stock', 'tồn đầu kỳ'), opening).id,
    years: 'period.years',
  }
  const unit = `${good.unit}/yr`
  const contents = [good.contents['mass'], good.contents['energy']].filter((content) => content !== undefined)
  const derivation = [
    { unit, formula: '(closing - opening) / years', uses },
    ...contents.map((content) => ({
      unit,
      formula: '(closing - opening) / years / content',
      uses: { ...uses, content },
    })),
  ].find((attempt) => fits(attempt, work.ledger))
  if (derivation === undefined) {
    const what = label('stock', 'tồn kho')
    work.diagnostics.push(
      diagnose('U313', closing.at, {
        what: what.en,
        'what-vi': what.vi,
        written: closing.written,
        unit: good.unit,
      }),
    )
    return undefined
  }
  return work.ledger.derive({
    id: `stock.${id}.change`,
    label: label('stock change', 'thay đổi tồn kho'),
    ...derivation,
    sd: 'independent',
  }).id
}
