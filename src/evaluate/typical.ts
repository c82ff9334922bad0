import type { Typical } from '../model/opportunities.js'
import type { Recommendation } from '../templates/content.js'
import type { Draft, Evaluating } from './evaluating.js'

/**
 * What recommendations of the kind of an entry took to pay back and how many were carried out; `undefined` where
 * nobody published it. Statistics of one code are not spread to its neighbours.
 */
export function typicalOf(work: Evaluating, { entry }: Draft): Typical | undefined {
  const codes = work.content.recommendationCodes.get(entry ?? '') ?? []
  const known = codes.flatMap((code) => work.content.recommendations.get(code) ?? [])
  const [best] = known.filter(
    ({ payback, implemented }) => payback !== undefined || implemented !== undefined,
  )
  return best && typicalFrom(best)
}

function typicalFrom({ code, description, payback, implemented, source }: Recommendation): Typical {
  return {
    codes: [code],
    description,
    ...(payback === undefined ? {} : { payback }),
    ...(implemented === undefined ? {} : { implemented }),
    source,
  }
}
