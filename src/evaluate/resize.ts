import { figureId, type Draft, type Evaluating } from './evaluating.js'
import { inPackageId } from './figure-amounts.js'

/**
 * A measure whose investment follows the load, with the investment for the load that earlier measures leave: price
 * grows with size to the power 0.6 (six-tenths rule, textbook).
 */
export function resized(work: Evaluating, draft: Draft): Draft {
  const saving = work.ledger.get(inPackageId(draft.id, 0))
  const [rest, whole] = [saving?.uses?.['rest'], saving?.uses?.['pool'] ?? saving?.uses?.['stream']]
  if (draft.resize !== true || draft.investment === undefined || rest === undefined || whole === undefined)
    return draft
  const exponent = 'choice.size-exponent'
  if (!work.ledger.has(exponent)) {
    const label = { en: 'Exponent of price over size', vi: 'Số mũ giá theo công suất' }
    const { sizeExponent: value } = work.content.economics
    work.ledger.add({ id: exponent, label, value, unit: '1', kind: 'choice' })
  }
  const investment = work.ledger.derive({
    id: figureId(draft.id, 'investment-resized'),
    label: { en: 'Investment for the load that is left', vi: 'Vốn đầu tư theo phụ tải còn lại' },
    unit: work.site.site.currency,
    formula: 'invest * (rest / whole) ^ exponent',
    uses: { invest: draft.investment, rest, whole, exponent },
  }).id
  return { ...draft, investment }
}
