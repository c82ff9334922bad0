import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import { figureId, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import { enterQuantity } from '../inputs/enter-quantity.js'

const LABEL = { en: 'Share of the saving that the field gives', vi: 'Tỷ lệ tiết kiệm đạt được thực tế' }

/** The savings with the share that the auditor expects to come true; unchanged where none is stated. */
export function realised(
  work: Evaluating,
  id: string,
  share: Quantity | undefined,
  savings: readonly StandAlone[],
): Pick<Draft, 'savings' | 'realisation'> {
  if (share === undefined || savings.length === 0) return { savings }
  const realisation = enterQuantity(work, figureId(id, 'realisation'), LABEL, share).id
  const times = (saving: string | undefined, what: string): string | undefined => {
    const figure = work.ledger.get(saving ?? '')
    if (saving === undefined || figure === undefined) return undefined
    const label: Text = { en: `${figure.label.en}, realised`, vi: `${figure.label.vi}, đạt được` }
    const uses = { saving, realisation }
    return work.ledger.derive({
      id: figureId(id, what),
      label,
      unit: figure.unit,
      formula: 'saving * realisation',
      uses,
      sd: 'independent',
    }).id
  }
  return {
    realisation,
    savings: savings.map((saving, index) => {
      const tag = index === 0 ? '' : `-${index + 1}`
      const [low, high] = [times(saving.low, `realised-low${tag}`), times(saving.high, `realised-high${tag}`)]
      return {
        ...saving,
        base: times(saving.base, `realised${tag}`) ?? saving.base,
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      }
    }),
  }
}
