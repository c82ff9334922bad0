import type { Text } from '../model/text.js'
import type { Evaluating } from './evaluating.js'

/** A share or factor that is a choice of the tool, once in the ledger. */
export function choiceFigure(
  work: Evaluating,
  id: string,
  label: Text,
  value: number,
  source?: string,
): string {
  if (!work.ledger.has(id)) {
    const reference = source === undefined ? {} : { source }
    work.ledger.add({ id, label, value, unit: '1', show: '%', kind: 'choice', ...reference })
  }
  return id
}
