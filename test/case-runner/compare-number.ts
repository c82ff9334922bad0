import type { Audit } from '../../src/model/audit.js'
import type { Figure } from '../../src/model/figure.js'
import type { Opportunity } from '../../src/model/opportunities.js'
import type { Content } from '../../src/templates/content.js'
import { nearest as nearestNames } from '../../src/model/near-names.js'
import { convert, parseUnit } from '../../src/units/index.js'
import { isProbe } from './probe-method.js'
import type { ExpectedNumber } from './read-case.js'

export type Compared = ExpectedNumber & {
  /** The result nearest to the number, in its unit; absent where nothing gives one. */
  readonly computed?: number
  /** Figure that holds it. */
  readonly figure?: string
  readonly within: boolean
  /** Why there is no result. */
  readonly why?: string
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
  if (of === undefined) return nearest(number, audit.figures) ?? { ...number, within: false }
  const own = candidates(number, of, audit, content)
  const probed = own.figures.length === 0 && content.methods.has(of) ? probe(of) : null
  const run = probed === null ? own : candidates(number, of, probed, content)
  const why = (): string =>
    whyNone(of, [own, run], [...namesOf(content), ...audit.figures.map(({ id }) => id)])
  return nearest(number, run.figures) ?? { ...number, within: false, why: why() }
}

function namesOf({ methods, entries, renamed }: Content): readonly string[] {
  return [...methods.keys(), ...entries.keys(), ...renamed.keys()]
}

/** Nothing has this name, or it has its results in other units, or lacks inputs, or calls its outputs otherwise. */
function whyNone(of: string, runs: readonly Candidates[], names: readonly string[]): string {
  const all = (part: 'units' | 'lacks' | 'outputs'): string => listed(runs.flatMap((run) => run[part]))
  if (all('units') !== '') return `no result in this unit; it is in ${all('units')}`
  if (all('lacks') !== '') return `no result; needs ${all('lacks')}`
  if (all('outputs') !== '') return `no result; outputs: ${all('outputs')}`
  if (names.includes(of)) return 'no result'
  const [near] = nearestNames(of, names)
  return `no method, entry, measure or figure has this name${near === undefined ? '' : `; the nearest is "${near}"`}`
}

function listed(words: readonly string[]): string {
  return [...new Set(words)].join(', ')
}

type Candidates = {
  readonly figures: readonly Figure[]
  readonly units: readonly string[]
  readonly lacks: readonly string[]
  readonly outputs: readonly string[]
}

function candidates(number: ExpectedNumber, of: string, audit: Audit, content: Content): Candidates {
  const now = content.renamed.get(of) ?? of
  const byId = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const about = audit.evaluation.opportunities.filter(
    ({ id, entry, calculation }) => id === now || entry === now || calculation?.method === now || isProbe(id),
  )
  const named = about.flatMap((one) => outputsOf(one, number.output, byId))
  const figures = [...named, ...resultsOf(now, number.output, byId)]
  return {
    figures,
    units: figures.flatMap(({ value, unit }) => (value === null ? [] : [unit])),
    lacks: about.flatMap(({ lacks }) => lacks),
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

function nearest(number: ExpectedNumber, figures: readonly Figure[]): Compared | undefined {
  const far = (value: number): number => Math.abs(value - number.value)
  const known = figures.flatMap((figure) => {
    const value = inUnitOf(number, figure)
    return value === undefined ? [] : [{ value, figure: figure.id }]
  })
  const [best] = known.sort((a, b) => far(a.value) - far(b.value) || (a.figure < b.figure ? -1 : 1))
  if (best === undefined) return undefined
  const within = far(best.value) <= number.tolerance * Math.abs(number.value) + 1e-12
  return { ...number, computed: best.value, figure: best.figure, within }
}

function inUnitOf(number: ExpectedNumber, figure: Figure): number | undefined {
  if (figure.value === null) return undefined
  const [from, to] = [parseUnit(figure.unit), parseUnit(number.unit === '' ? figure.unit : number.unit)]
  return 'unit' in from && 'unit' in to ? convert(figure.value, from.unit, to.unit) : undefined
}
