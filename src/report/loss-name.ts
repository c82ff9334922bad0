import type { Audit } from '../model/audit.js'
import type { Loss } from '../model/indicators.js'
import { wording, type Lang } from '../model/text.js'

/** The label of a loss; where two share one, with the step that it comes from. */
export function lossName({ indicators, inventory }: Audit, loss: Loss, lang: Lang): string {
  const label = loss.label[lang]
  if (indicators.losses.filter((other) => other.label[lang] === label).length < 2) return label
  const from = inventory.flows.find(({ id }) => id === loss.flow)?.from
  const step = inventory.steps.find(({ id }) => id === from)
  const place = step === undefined ? loss.id : wording(step.name, lang) || step.id
  return `${label} (${place})`
}
