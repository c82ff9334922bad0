import type { Typical } from '../model/opportunities.js'
import type { Recommendation } from '../templates/content.js'
import type { Draft, Evaluating } from './evaluating.js'

/**
 * What recommendations of the kind of an entry took to pay back and how many were carried out: of its own code, else of
 * the nearest group that the code belongs to (`2.8121`, `2.812`, `2.81`, `2.8`, `2`), never of its neighbours.
 * `undefined` where nobody published any.
 */
export function typicalOf(work: Evaluating, { entry }: Draft): Typical | undefined {
  const codes = work.content.recommendationCodes.get(entry ?? '') ?? []
  const lists = codes.map((code) => [code, ...groupsOf(code)])
  const longest = Math.max(0, ...lists.map((list) => list.length))
  // Own codes of all before the groups of any.
  const nearest = Array.from({ length: longest }, (_, step) =>
    lists.flatMap((list) => list[step] ?? []),
  ).flat()
  const [best] = nearest
    .flatMap((code) => work.content.recommendations.get(code) ?? [])
    .filter(({ payback, implemented }) => payback !== undefined || implemented !== undefined)
  return best && typicalFrom(best)
}

/** `2.8121` → `2.812`, `2.81`, `2.8`, `2`. */
function groupsOf(code: string): readonly string[] {
  const [area = '', rest = ''] = code.split('.')
  const inner = Array.from(
    { length: Math.max(0, rest.length - 1) },
    (_, cut) => `${area}.${rest.slice(0, -1 - cut)}`,
  )
  return rest === '' ? [] : [...inner, area]
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
