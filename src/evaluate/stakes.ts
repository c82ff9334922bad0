import { createLedger } from '../formula/index.js'
import type { DataRequest, Finding, Stake } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { Draft, Evaluating } from './evaluating.js'
import { draftOfFinding } from './opportunities.js'
import { plainMoney } from './plain-money.js'
import { savedGood, valueOf } from './prices.js'

const LABEL = {
  stake: { en: 'Saving if it applies', vi: 'Tiết kiệm nếu áp dụng' },
  stream: { en: 'Spent on what it acts on', vi: 'Chi phí của dòng mà nó tác động' },
  request: { en: 'Saving that it may unlock', vi: 'Tiết kiệm có thể mở ra' },
} as const

/** An entry that is not decided, or an opportunity that cannot be computed, with what it might be worth. */
export type Open = {
  readonly entry: string
  readonly machine?: string
  readonly lacks: readonly string[]
  /** It waits for an answer, not for a number. */
  readonly asks: boolean
  readonly priority: number
  readonly stake: Stake
}

/** What stands open, each with the money at stake: what it would save here, and what is spent on what it acts on. */
export function openWithStakes(work: Evaluating, drafts: readonly Draft[]): readonly Open[] {
  const scratch: Evaluating = { ...work, ledger: createLedger(work.ledger.all()), diagnostics: [] }
  const open = work.findings.filter(({ outcome }) => outcome === 'look' || outcome === 'needs-data')
  const undecided = open.map((finding): Open => {
    const draft = draftOfFinding(scratch, finding)
    return {
      entry: finding.entry,
      ...(finding.machine === undefined ? {} : { machine: finding.machine }),
      lacks: finding.lacks,
      asks: finding.outcome === 'look',
      priority: finding.priority,
      stake: stakeOf(work, finding, draft === undefined ? null : plainMoney(scratch, draft), draft),
    }
  })
  const unpriced = drafts.flatMap((draft): Open[] => {
    const finding = work.findings.find((one) => one.entry === draft.entry && one.machine === draft.machine)
    if (finding === undefined || draft.origin !== 'entry' || draft.lacks.length === 0) return []
    const stake = stakeOf(work, finding, null, draft)
    const { entry, machine, priority } = finding
    return [
      {
        entry,
        ...(machine === undefined ? {} : { machine }),
        lacks: draft.lacks,
        asks: false,
        priority,
        stake,
      },
    ]
  })
  return [...undecided, ...unpriced]
}

function stakeOf(work: Evaluating, finding: Finding, money: number | null, draft: Draft | undefined): Stake {
  const { currency } = work.site.site
  const id = ['stake', finding.entry, ...(finding.machine === undefined ? [] : [finding.machine])].join('.')
  const saving =
    money === null || money <= 0
      ? undefined
      : work.ledger.add({
          id,
          label: LABEL.stake,
          value: money,
          unit: `${currency}/yr`,
          kind: 'solved',
          method: 'estimate-if-it-applies',
        }).id
  const stream = draft && streamCost(work, draft)
  return { ...(saving === undefined ? {} : { saving }), ...(stream === undefined ? {} : { stream }) }
}

/** What is spent in a year on the stream of a draft: the most that anything on it could save. */
function streamCost(work: Evaluating, draft: Draft): string | undefined {
  const { stream } = draft
  const good = stream && savedGood(work, stream.medium, draft.machine)
  if (stream === undefined || good === undefined) return undefined
  const id = `stake.stream.${stream.base.replaceAll('.', '-')}`
  if (work.ledger.has(id)) return id
  if (!work.ledger.has(stream.base)) return undefined
  const valued = valueOf(work, { medium: stream.medium, good, base: stream.base }, { id: draft.id })
  if (valued === undefined) return undefined
  const label: Text = {
    en: `${LABEL.stream.en}: ${stream.label.en}`,
    vi: `${LABEL.stream.vi}: ${stream.label.vi}`,
  }
  const { formula, uses } = valued
  const unit = `${work.site.site.currency}/yr`
  return work.ledger.derive({ id, label, unit, formula, uses: { saved: stream.base, ...uses } }).id
}

/**
 * What to ask for, the most valuable first: each missing number or answer with the entries that wait for it, what
 * they would save if they apply, and else what is spent on what they act on. A number that several entries wait for
 * is asked for once.
 */
export function dataRequests(work: Evaluating, open: readonly Open[]): readonly DataRequest[] {
  const wanted = new Map<string, Open[]>()
  for (const one of open) {
    const names = one.lacks.length > 0 ? one.lacks : one.asks ? [`answers.${one.entry}`] : []
    for (const name of names) wanted.set(name, [...(wanted.get(name) ?? []), one])
  }
  const requests = [...wanted].map(([name, waiting]) => requestOf(work, name, waiting))
  const value = (id: string | undefined): number => work.ledger.get(id ?? '')?.value ?? -1
  return requests.sort(
    (a, b) =>
      value(b.saving) - value(a.saving) ||
      value(b.stream) - value(a.stream) ||
      a.priority - b.priority ||
      (a.name < b.name ? -1 : 1),
  )
}

function requestOf(work: Evaluating, name: string, waiting: readonly Open[]): DataRequest {
  const value = (id: string | undefined): number => work.ledger.get(id ?? '')?.value ?? -1
  const savings = [...new Set(waiting.flatMap(({ stake }) => stake.saving ?? []))]
  const streams = waiting.flatMap(({ stake }) => stake.stream ?? []).sort((a, b) => value(b) - value(a))
  const [largest] = streams
  const entries = [...new Set(waiting.map(({ entry }) => entry))].sort()
  const saving = savings.length > 1 ? sumOf(work, name, savings) : savings[0]
  return {
    kind: name.startsWith('answers.') ? 'answer' : 'number',
    name: name.replace(/^answers\./, ''),
    entries,
    priority: Math.min(...waiting.map(({ priority }) => priority)),
    ...(saving === undefined ? {} : { saving }),
    ...(largest === undefined ? {} : { stream: largest }),
  }
}

function sumOf(work: Evaluating, name: string, savings: readonly string[]): string {
  const uses = Object.fromEntries(savings.map((figure, index) => [`s${index + 1}`, figure]))
  const id = `request.${name.replaceAll('_', '-')}`
  return work.ledger.derive({
    id,
    label: LABEL.request,
    unit: `${work.site.site.currency}/yr`,
    formula: `sum(${Object.keys(uses).join(', ')})`,
    uses,
  }).id
}
