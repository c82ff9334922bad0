import type { DataRequest } from '../model/opportunities.js'
import { present, type Evaluating } from './evaluating.js'
import type { Open } from './stakes.js'
import { byMoney, byRank, turnOf, TURNS } from './turns.js'

const LABEL = { en: 'Saving that it may unlock', vi: 'Tiết kiệm có thể mở ra' } as const

/**
 * What to ask for, the most valuable first: each missing number or answer with the entries that wait for it, what
 * they would save if they apply, and else what is spent on what they act on. A number that several entries wait for
 * is asked for once.
 */
export function dataRequests(work: Evaluating, open: readonly Open[]): readonly DataRequest[] {
  const wanted = new Map<string, Open[]>()
  for (const one of open) {
    const names =
      one.part !== undefined
        ? [`parts.${one.part}`]
        : one.lacks.length > 0
          ? one.lacks
          : one.asks
            ? [`answers.${one.entry}`]
            : []
    for (const name of names) wanted.set(name, [...(wanted.get(name) ?? []), one])
  }
  const ranked = [...wanted].map(([name, waiting]) => ({
    request: requestOf(work, name, waiting),
    rank: { entry: name, priority: least(waiting), ofSector: waiting.some(({ ofSector }) => ofSector) },
  }))
  return ranked
    .sort(
      ({ request: a, rank: first }, { request: b, rank: second }) =>
        TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) ||
        byMoney(work, a, b) ||
        b.entries.length - a.entries.length ||
        byRank(first, second),
    )
    .map(({ request }) => request)
}

function requestOf(work: Evaluating, name: string, waiting: readonly Open[]): DataRequest {
  const value = (id: string | undefined): number => work.ledger.get(id ?? '')?.value ?? -1
  const savings = [...new Set(waiting.flatMap(({ stake }) => stake.saving ?? []))]
  const streams = waiting.flatMap(({ stake }) => stake.stream ?? []).sort((a, b) => value(b) - value(a))
  const [largest] = streams
  const entries = [...new Set(waiting.map(({ entry }) => entry))].sort()
  const saving = savings.length > 1 ? sumOf(work, name, savings) : savings[0]
  return {
    ...askedFor(work, name),
    entries,
    turn: TURNS.find((turn) => waiting.some((one) => turnOf(one) === turn)) ?? 'last',
    priority: least(waiting),
    ...(saving === undefined ? {} : { saving }),
    ...(largest === undefined ? {} : { stream: largest }),
  }
}

function least(waiting: readonly Open[]): number {
  return Math.min(...waiting.map(({ priority }) => priority))
}

function askedFor({ content }: Evaluating, name: string): Pick<DataRequest, 'kind' | 'name' | 'question'> {
  const [, list, id = ''] = /^(parts|answers)\.(.*)$/.exec(name) ?? []
  if (list === undefined) return { kind: 'number', name }
  const asks = list === 'parts' ? content.parts.get(id) : content.entries.get(id)
  return { kind: list === 'parts' ? 'part' : 'answer', name: id, ...present('question', asks?.question) }
}

function sumOf(work: Evaluating, name: string, savings: readonly string[]): string {
  const uses = Object.fromEntries(savings.map((figure, index) => [`s${index + 1}`, figure]))
  const id = `request.${name.replaceAll('_', '-')}`
  return work.ledger.derive({
    id,
    label: LABEL,
    unit: `${work.site.site.currency}/yr`,
    formula: `sum(${Object.keys(uses).join(', ')})`,
    uses,
  }).id
}
