import type { StreamPackage } from '../model/opportunities.js'
import { figureId, type Evaluating } from './evaluating.js'
import type { Act } from './pools.js'

/**
 * Whom what a stream saves together is owed to, whatever the order: total × ln(1 − sᵢ) ÷ Σ ln(1 − sⱼ) with the shares
 * that the measures save alone. Only where all of them save shares of this one stream, and none all of it.
 */
export function orderFreeShares(
  work: Evaluating,
  acts: readonly Act[],
  streams: readonly StreamPackage[],
): void {
  for (const { base, saved, opportunities } of streams) {
    const members = acts.filter(({ draft }) => opportunities.includes(draft.id))
    if (members.length < 2 || !members.every((act) => savesShareOf(act, base))) continue
    const uses: Record<string, string> = { total: saved }
    const logs = members.map(({ effects, stream }, index) => {
      uses[`a${index + 1}`] = effects[0]?.saving.base ?? ''
      uses[`b${index + 1}`] = stream?.base ?? ''
      return `ln(1 - a${index + 1} / b${index + 1})`
    })
    for (const [index, { draft, effects }] of members.entries()) {
      work.ledger.derive({
        id: figureId(draft.id, 'order-free'),
        label: {
          en: 'Share of what all save together, without an order',
          vi: 'Phần đóng góp không phụ thuộc thứ tự',
        },
        unit: effects[0]?.unit ?? '1',
        formula: `total${through(effects[0]?.from?.content)} * ${logs[index]} / (${logs.join(' + ')})`,
        uses: { ...uses, ...(effects[0]?.from?.content && { content: effects[0].from.content }) },
      })
    }
  }
}

function through(content: string | undefined): string {
  return content === undefined ? '' : ' * content'
}

function savesShareOf({ effects, stream, absolute, enabling, livesOn }: Act, base: string): boolean {
  const [main] = effects
  if (main === undefined || stream === undefined || absolute || enabling || livesOn !== undefined)
    return false
  return main.from?.pool.base === base && main.alone > 0 && main.alone < stream.amount
}
