import type { Audit } from '../../src/model/audit.js'
import type { Figure } from '../../src/model/figure.js'
import type { Opportunity } from '../../src/model/opportunities.js'
import type { Content } from '../../src/templates/content.js'
import { convert, parseUnit } from '../../src/units/index.js'
import type { ExpectedNumber } from './read-case.js'

export type Compared = ExpectedNumber & {
  /** The result nearest to the number, in its unit; absent where nothing gives one. */
  readonly computed?: number
  /** Figure that holds it. */
  readonly figure?: string
  readonly within: boolean
  /** What `output` may be, where it is none of them. */
  readonly outputs: readonly string[]
}

/** Runs a method on what is known of the case, whether or not an entry that uses it applies. */
export type Probe = (method: string) => Audit | null

/** A number of the case beside the result of the same name; without a name, beside the nearest of all results. */
export function compareNumber(
  number: ExpectedNumber,
  audit: Audit,
  content: Content,
  probe: Probe,
): Compared {
  const { of } = number
  if (of === undefined) return nearest(number, audit.figures, [])
  const own = candidates(number, of, audit, content)
  if (own.figures.length > 0) return nearest(number, own.figures, [])
  const probed = content.methods.has(of) ? probe(of) : null
  const run = probed === null ? own : candidates(number, of, probed, content)
  return nearest(number, run.figures, [...new Set([...own.outputs, ...run.outputs])])
}

type Candidates = { readonly figures: readonly Figure[]; readonly outputs: readonly string[] }

function candidates(number: ExpectedNumber, of: string, audit: Audit, content: Content): Candidates {
  const now = content.renamed.get(of) ?? of
  const byId = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const about = audit.evaluation.opportunities.filter(
    ({ id, entry, calculation }) => id === now || entry === now || calculation?.method === now,
  )
  const named = about.flatMap((one) => outputsOf(one, number.output, byId))
  const others = resultsOf(now, number.output, byId)
  return {
    figures: [...named, ...others],
    outputs: about.flatMap((one) =>
      [...byId.keys()].flatMap((id) => new RegExp(`^opportunity\\.${one.id}\\.(.+)$`).exec(id)?.[1] ?? []),
    ),
  }
}

/** A step, a figure of money, or a medium of one opportunity; its main saving where no output is named. */
function outputsOf(
  { id, savings }: Opportunity,
  output: string | undefined,
  figures: ReadonlyMap<string, Figure>,
): readonly Figure[] {
  const names = output === undefined ? [] : spellings(output).map((name) => `opportunity.${id}.${name}`)
  const media = savings
    .filter(({ medium }) => output === undefined || output === 'saving' || output === medium)
    .map(({ base }) => base)
  // `fuel` may be the name of an input and of what is saved: both stand for comparison.
  const found = output === undefined ? media.slice(0, 1) : [...names, ...media]
  return found.flatMap((name) => figures.get(name) ?? [])
}

/** An indicator, a total, the package, a variable or any other figure by its id or the last parts of it. */
function resultsOf(
  of: string,
  output: string | undefined,
  figures: ReadonlyMap<string, Figure>,
): readonly Figure[] {
  const names = output === undefined ? spellings(of) : spellings(`${of}.${output}`)
  const ids = names.flatMap((name) => [
    name,
    `indicator.${name}`,
    `total.${name}`,
    `variable.${name}`,
    `facts.${name}`,
    `opportunity.${name}`,
  ])
  return ids.flatMap((id) => figures.get(id) ?? [])
}

function spellings(name: string): readonly string[] {
  return [...new Set([name, name.replaceAll('-', '_'), name.replaceAll('_', '-')])]
}

function nearest(number: ExpectedNumber, figures: readonly Figure[], outputs: readonly string[]): Compared {
  const far = (value: number): number => Math.abs(value - number.value)
  const known = figures.flatMap((figure) => {
    const value = inUnitOf(number, figure)
    return value === undefined ? [] : [{ value, figure: figure.id }]
  })
  const [best] = known.sort((a, b) => far(a.value) - far(b.value) || (a.figure < b.figure ? -1 : 1))
  if (best === undefined) return { ...number, within: false, outputs }
  const within = far(best.value) <= number.tolerance * Math.abs(number.value) + 1e-12
  return { ...number, computed: best.value, figure: best.figure, within, outputs }
}

function inUnitOf(number: ExpectedNumber, figure: Figure): number | undefined {
  if (figure.value === null) return undefined
  const [from, to] = [parseUnit(figure.unit), parseUnit(number.unit === '' ? figure.unit : number.unit)]
  return 'unit' in from && 'unit' in to ? convert(figure.value, from.unit, to.unit) : undefined
}
