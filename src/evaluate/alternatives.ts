import type { Draft, Evaluating } from './evaluating.js'
import { plainMoney } from './plain-money.js'
import type { Act } from './pools.js'
import { packageWorth, plainPayback, weighed, type Weighed } from './worth.js'

/** Combinations of alternatives that are tried one by one; of more, group after group is settled. */
const MOST_COMBINATIONS = 10_000

type Group = readonly Draft[]
type Known = ReadonlyMap<string, Weighed>

/**
 * Of opportunities that exclude each other (same group on the same machine) one is taken: the one with which the
 * whole package is worth most within the budget, where rate, life, investment and prices are known for all of a
 * group; else the one with most yearly money. Returns the excluded ones with what excluded them; `budget` where no
 * alternative of the group can be afforded.
 */
export function chooseAlternatives(work: Evaluating, acts: readonly Act[]): ReadonlyMap<string, string> {
  const drafts = acts.map(({ draft }) => draft)
  const groups = groupsOf(drafts)
  const members = groups.flat()
  if (members.length === 0) return new Map()
  const known = weighed(work, drafts)
  const comparable = groups.filter((group) => group.every(({ id }) => known.has(id)))
  const taken = new Map<string, Draft | undefined>()
  for (const group of groups) if (!comparable.includes(group)) taken.set(keyOf(group), byMoney(work, group))
  const open = new Set(drafts.filter((draft) => !members.includes(draft) || settled(taken).includes(draft)))
  for (const [key, choice] of byWorth(work, acts, { groups: comparable, rest: open, known }))
    taken.set(key, choice)
  const excluded = new Map<string, string>()
  for (const group of groups) {
    const best = taken.get(keyOf(group))
    for (const draft of group) if (draft !== best) excluded.set(draft.id, best?.id ?? 'budget')
  }
  return excluded
}

function keyOf(group: Group): string {
  return group[0]?.group ?? ''
}

function settled(taken: ReadonlyMap<string, Draft | undefined>): readonly Draft[] {
  return [...taken.values()].filter((draft) => draft !== undefined)
}

/** Groups with more than one member that could be done. */
function groupsOf(drafts: readonly Draft[]): readonly Group[] {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.group === undefined || draft.savings.length === 0) continue
    groups.set(draft.group, [...(groups.get(draft.group) ?? []), draft])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort((a, b) => a.id.localeCompare(b.id, 'en')))
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'))
}

function byMoney(work: Evaluating, group: Group): Draft | undefined {
  const money = (draft: Draft): number => plainMoney(work, draft) ?? Number.NEGATIVE_INFINITY
  const paysIn = (draft: Draft): number => plainPayback(work, draft)
  return [...group].sort((a, b) => money(b) - money(a) || paysIn(a) - paysIn(b))[0]
}

type Open = { readonly groups: readonly Group[]; readonly rest: ReadonlySet<Draft>; readonly known: Known }

/** The choice with which the package is worth most; all combinations, or group by group where there are too many. */
function byWorth(
  work: Evaluating,
  acts: readonly Act[],
  { groups, rest, known }: Open,
): ReadonlyMap<string, Draft | undefined> {
  const budget = work.ledger.get('economics.budget')?.value ?? undefined
  const worth = (chosen: Choice): number => {
    const picked = new Set(chosen)
    const cost = [...picked].reduce((sum, draft) => sum + (known.get(draft?.id ?? '')?.investment ?? 0), 0)
    if (budget !== undefined && cost > budget) return Number.NEGATIVE_INFINITY
    return packageWorth(
      acts.filter(({ draft }) => rest.has(draft) || picked.has(draft)),
      known,
    )
  }
  const options = groups.map((group) => (budget === undefined ? group : [...group, undefined]))
  const count = options.reduce((product, { length }) => product * length, 1)
  const choice = count <= MOST_COMBINATIONS ? bestOf(options, worth) : greedy(options, worth)
  return new Map(groups.map((group, index) => [keyOf(group), choice[index]] as const))
}

type Choice = readonly (Draft | undefined)[]

function bestOf(options: readonly Choice[], worth: (choice: Choice) => number): Choice {
  let best: Choice = options.map(([first]) => first)
  let most = Number.NEGATIVE_INFINITY
  for (const choice of combinations(options)) {
    const value = worth(choice)
    if (value > most) [best, most] = [choice, value]
  }
  return best
}

function combinations(options: readonly Choice[]): readonly Choice[] {
  return options.reduce<readonly Choice[]>(
    (all, next) => all.flatMap((one) => next.map((draft) => [...one, draft])),
    [[]],
  )
}

function greedy(options: readonly Choice[], worth: (choice: Choice) => number): Choice {
  const chosen: (Draft | undefined)[] = []
  for (const option of options) chosen.push(bestOf([option], (one) => worth([...chosen, ...one]))[0])
  return chosen
}
