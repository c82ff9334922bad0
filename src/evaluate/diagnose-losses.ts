import type { Loss } from '../model/indicators.js'
import type { InventoryGood, Layer } from '../model/inventory.js'
import type { Finding, LossDiagnosis, Medium, OpenEntry, Opportunity } from '../model/opportunities.js'
import type { Evaluating } from './evaluating.js'
import { mediumOf } from './targets.js'

type Link = LossDiagnosis['entries'][number]
type Fit = Link['fit']

/** What a loss of a layer is a loss of. */
const LAYER_MEDIA: Readonly<Record<string, readonly Medium[]>> = {
  water: ['water', 'wastewater'],
  energy: ['fuel', 'electricity', 'heat'],
  mass: ['material', 'waste'],
}

/** A saving of one of these is a saving of the other too. */
const TOGETHER: Readonly<Partial<Record<Medium, readonly Medium[]>>> = {
  water: ['water', 'wastewater'],
  wastewater: ['wastewater', 'water'],
  material: ['material', 'waste'],
  waste: ['waste', 'material'],
  fuel: ['fuel', 'heat'],
  heat: ['heat', 'fuel'],
}

const FITS: readonly Fit[] = ['flow', 'good', 'medium']
const CLOSED: ReadonlySet<Finding['outcome']> = new Set(['not-applicable', 'waived', 'failed'])

/**
 * For every loss, what of the checklists addresses it, the nearest first: what acts on this very flow, what saves this
 * good, what saves the same medium; among those what is found, then what is open in its turn. The causes behind those entries are confirmed where one applies, possible where
 * one is still open, and ruled out where all are in place.
 */
export function diagnoseLosses(
  work: Evaluating,
  losses: readonly Loss[],
  opportunities: readonly Opportunity[],
  open: readonly OpenEntry[] = [],
): readonly LossDiagnosis[] {
  const turns = new Map([...open].reverse().map((one, index) => [one.entry, open.length - index] as const))
  const turn = ({ entry }: Link): number => turns.get(entry) ?? 0
  return losses.map((loss) => {
    const subject = subjectOf(work, loss)
    const links = [...ofFindings(work, subject, opportunities), ...ofMeasures(work, subject, opportunities)]
    const entries = links.sort(
      (a, b) =>
        FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || turn(a) - turn(b) || (a.entry < b.entry ? -1 : 1),
    )
    return { loss: loss.id, entries, causes: causesOf(work, entries) }
  })
}

type Subject = {
  readonly flow?: string
  readonly good?: InventoryGood
  readonly media: readonly Medium[]
}

function subjectOf(work: Evaluating, loss: Loss): Subject {
  const flow = work.inventory.flows.find(({ id }) => id === loss.flow)
  const named = /^material\.(.+)$/.exec(loss.id)?.[1]
  const good = work.inventory.goods.find(({ id }) => id === (flow?.of ?? named))
  const media = good === undefined ? mediaOf(loss.layer) : (TOGETHER[mediumOf(good)] ?? [mediumOf(good)])
  return { ...(flow && { flow: flow.id }), ...(good && { good }), media }
}

function mediaOf(layer: Layer | undefined): readonly Medium[] {
  return LAYER_MEDIA[layer ?? ''] ?? ['material', 'waste']
}

function ofFindings(
  work: Evaluating,
  subject: Subject,
  opportunities: readonly Opportunity[],
): readonly Link[] {
  return work.findings.flatMap((finding) => {
    const entry = work.content.entries.get(finding.entry)
    // Of a part of the factory that may not be there, nothing is the cause of a loss.
    if (entry === undefined || CLOSED.has(finding.outcome) || finding.part !== undefined) return []
    const own = opportunities.find((one) => one.entry === entry.id && one.machine === finding.machine)
    const saves = entry.saves.flatMap(({ medium, sign }) => (sign > 0 && medium !== 'money' ? [medium] : []))
    const fit =
      (own && fitOf(subject, own)) ??
      (saves.some((one) => subject.media.includes(one)) ? 'medium' : undefined)
    if (fit === undefined) return []
    const { machine, outcome } = finding
    return [
      {
        entry: entry.id,
        ...(machine === undefined ? {} : { machine }),
        outcome,
        fit,
        ...(own && { opportunity: own.id }),
      },
    ]
  })
}

function ofMeasures(
  work: Evaluating,
  subject: Subject,
  opportunities: readonly Opportunity[],
): readonly Link[] {
  const listed = new Set(work.findings.map(({ entry }) => entry))
  return opportunities.flatMap((one) => {
    if (one.origin !== 'measure' || listed.has(one.entry ?? '')) return []
    const fit = fitOf(subject, one)
    return fit === undefined ? [] : [{ entry: one.id, outcome: 'found', fit, opportunity: one.id }]
  })
}

function fitOf(subject: Subject, one: Opportunity): Fit | undefined {
  if (subject.flow !== undefined && one.stream?.base === `flow.${subject.flow}`) return 'flow'
  if (subject.good !== undefined && one.savings.some(({ good }) => good === subject.good?.id)) return 'good'
  return one.savings.some(({ medium }) => subject.media.includes(medium)) ? 'medium' : undefined
}

type Cause = LossDiagnosis['causes'][number]

function causesOf(work: Evaluating, links: readonly Link[]): readonly Cause[] {
  const byCause = new Map<string, Link[]>()
  for (const link of links) {
    for (const cause of work.content.entries.get(link.entry)?.causes ?? [])
      byCause.set(cause, [...(byCause.get(cause) ?? []), link])
  }
  const states: readonly Cause['state'][] = ['confirmed', 'possible', 'ruled-out']
  return [...byCause]
    .map(([cause, its]): Cause => {
      const confirmed = its.some(({ outcome }) => outcome === 'found')
      const open = its.some(({ outcome }) => outcome === 'look' || outcome === 'needs-data')
      const state = confirmed ? 'confirmed' : open ? 'possible' : 'ruled-out'
      const behind = its.filter(({ outcome }) => state !== 'confirmed' || outcome === 'found')
      return { cause, state, entries: [...new Set(behind.map(({ entry }) => entry))] }
    })
    .sort(
      (a, b) =>
        states.indexOf(a.state) - states.indexOf(b.state) ||
        b.entries.length - a.entries.length ||
        (a.cause < b.cause ? -1 : 1),
    )
}
