import { createLedger } from '../formula/index.js'
import type { Finding, Stake } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import { present, type Draft, type Evaluating } from './evaluating.js'
import { draftOfFinding } from './opportunities.js'
import { plainMoney } from './plain-money.js'
import { valueOf } from './prices.js'
import { savedGood } from './saved-good.js'

const LABEL = {
  stake: { en: 'Saving if it applies', vi: 'Tiết kiệm nếu áp dụng' },
  stream: { en: 'Spent on what it acts on', vi: 'Chi phí của dòng mà nó tác động' },
} as const

/** An entry that is not decided, or an opportunity that cannot be computed, with what it might be worth. */
export type Open = {
  readonly entry: string
  readonly machine?: string
  readonly lacks: readonly string[]
  /** It waits for an answer, not for a number. */
  readonly asks: boolean
  /** It applies; only its number is open. */
  readonly applies: boolean
  /** Whether this part of the factory is there comes before everything else. */
  readonly part?: string
  readonly priority: number
  /** Of the sector of the site, not of every factory. */
  readonly ofSector: boolean
  readonly stake: Stake
}

/** What stands open, each with the money at stake: what it would save here, and what is spent on what it acts on. */
export function openWithStakes(work: Evaluating, drafts: readonly Draft[]): readonly Open[] {
  const scratch: Evaluating = { ...work, ledger: createLedger(work.ledger.all()), diagnostics: [] }
  const open = work.findings.filter(({ outcome }) => outcome === 'look' || outcome === 'needs-data')
  const undecided = open.map((finding): Open => {
    const { entry, machine, lacks, priority, part } = finding
    const one = {
      entry,
      ...present('machine', machine),
      lacks,
      asks: finding.outcome === 'look',
      applies: false,
      priority,
      ofSector: isOfSector(work, entry),
    }
    // Nothing is at stake in a part that may not be there.
    if (part !== undefined) return { ...one, part: part.id, stake: {} }
    const draft = draftOfFinding(scratch, finding)
    // What another machine saves on the same stream is no more to be had.
    const counted = drafts.some((one) => one.entry === entry && one.stream?.base === draft?.stream?.base)
    if (machine !== undefined && counted) return { ...one, stake: {} }
    const money = draft === undefined ? null : plainMoney(scratch, draft)
    return { ...one, stake: stakeOf(work, finding, money, draft) }
  })
  const unpriced = drafts.flatMap((draft): Open[] => {
    if (draft.origin !== 'entry' || draft.lacks.length === 0) return []
    const finding = work.findings.find((one) => one.entry === draft.entry && one.machine === draft.machine)
    if (finding === undefined) return []
    const stake = stakeOf(work, finding, null, draft)
    const { entry, machine, priority } = finding
    return [
      {
        entry,
        ...(machine === undefined ? {} : { machine }),
        lacks: draft.lacks,
        asks: false,
        applies: true,
        priority,
        ofSector: isOfSector(work, entry),
        stake,
      },
    ]
  })
  return [...undecided, ...unpriced]
}

function isOfSector({ content }: Evaluating, entry: string): boolean {
  return (content.entries.get(entry)?.sectors.length ?? 0) > 0
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
  const good =
    stream &&
    savedGood(work, stream.medium, {
      ...present('machine', draft.machine),
      ...present('entry', work.content.entries.get(draft.entry ?? '')),
    })
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
