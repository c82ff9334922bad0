import type { Figure } from '../model/figure.js'
import { demandShare, demandStream } from './demand.js'
import type { Draft, Evaluating, StandAlone } from './evaluating.js'
import { goodPool, inUnit, poolAt, shareOf, type Act, type Effect, type Pool, type Share } from './pools.js'
import { streamOf } from './streams.js'

/** From this loading order on a measure acts on all that flows: conversion, recovery, supply. */
const ACTS_ON_ALL = 3

/** The measures in the order in which they act: loading order, fixed amounts before shares, payback, id. */
export function actsInOrder(
  work: Evaluating,
  drafts: readonly Draft[],
  payback: (draft: Draft) => number,
): readonly Act[] {
  const saving = drafts.filter(({ savings }) => savings.length > 0)
  const acts = saving.map((draft) => actOf(work, draft, saving))
  const paybacks = new Map(saving.map((draft) => [draft.id, payback(draft)]))
  const years = ({ draft }: Act): number => paybacks.get(draft.id) ?? Number.POSITIVE_INFINITY
  return acts.sort(
    (a, b) =>
      a.draft.order - b.draft.order ||
      Number(b.absolute) - Number(a.absolute) ||
      years(a) - years(b) ||
      a.draft.id.localeCompare(b.draft.id, 'en'),
  )
}

function actOf(work: Evaluating, draft: Draft, all: readonly Draft[]): Act {
  const [main] = draft.savings
  const saved = work.ledger.get(main?.base ?? '')
  const stream = main === undefined ? undefined : comparableStream(work, draft, main, saved)
  const known = saved?.value == null ? [] : draft.savings
  const effects = known.flatMap((saving, index): Effect[] => {
    const figure = work.ledger.get(saving.base)
    if (figure?.value == null) return []
    const good = wholeOf(work, saving, figure)
    const from = index === 0 && stream !== undefined ? asPool(work, stream, figure, saving, good) : undefined
    const { value: alone, unit } = figure
    return [{ index, saving, alone, unit, ...(from && { from }), ...(good && { good }) }]
  })
  const livesOn = livingOn(work, draft)
  return {
    draft,
    ...(stream && { stream }),
    absolute: stream !== undefined && draft.order < ACTS_ON_ALL && !dependsOn(work, saved, stream.base),
    ...(livesOn && { livesOn }),
    enabling: isEnabling(work, draft, all),
    effects,
  }
}

/** All of what is saved, from which a saving takes. */
function wholeOf(work: Evaluating, saving: StandAlone, figure: Figure): Share | undefined {
  if (saving.medium === 'demand') return demandShare(work, figure)
  const pool = goodPool(work, saving.good)
  return pool && shareOf(work, pool, figure, saving.good)
}

type OwnStream = { readonly base: string; readonly amount: number }

/** The stream, where the main saving is counted in the same thing, so that it can be taken off it. */
function comparableStream(
  work: Evaluating,
  draft: Draft,
  main: StandAlone,
  saved: Figure | undefined,
): OwnStream | undefined {
  if (main.medium === 'money' || saved?.value == null || saved.value < 0) return undefined
  // Power has the dimension of energy per year, and is none.
  if (main.medium === 'demand') return demandStream(work, saved)
  const base = work.ledger.get(draft.stream?.base ?? '')
  if (base?.value == null || base.value <= 0) return undefined
  const amount = inUnit(base.value, base.unit, saved.unit)
  return amount === undefined ? undefined : { base: base.id, amount }
}

/** Two figures of one amount are one pool: a stream that is all of the good is the good. */
const SAME = 1e-9

function asPool(
  work: Evaluating,
  stream: OwnStream,
  figure: Figure,
  saving: StandAlone,
  good: Share | undefined,
): Share | undefined {
  if (
    good !== undefined &&
    Math.abs(stream.amount * good.factor - good.pool.amount) <= SAME * good.pool.amount
  )
    return good
  const label = work.ledger.get(stream.base)?.label ?? { en: stream.base, vi: stream.base }
  const pool = poolAt(work, stream.base, label)
  return pool && shareOf(work, pool, figure, saving.good)
}

/** Whether a saving was computed from the size of its stream: from its figure, or from all that makes it up. */
function dependsOn(work: Evaluating, saved: Figure | undefined, base: string): boolean {
  if (saved === undefined) return false
  const used = ancestry(work, saved.id)
  if (used.has(base)) return true
  const roots = [...ancestry(work, base)].filter((id) => work.ledger.get(id)?.uses === undefined)
  return roots.length > 0 && roots.every((id) => used.has(id))
}

/** Ids of all figures that a figure is computed from, itself included. */
function ancestry(work: Evaluating, id: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const used of Object.values(work.ledger.get(id)?.uses ?? {})) ancestry(work, used, found)
  return found
}

function livingOn(work: Evaluating, draft: Draft): Pool | undefined {
  const id = work.content.economics.livesOn[draft.entry ?? '']
  const stream = id === undefined ? undefined : streamOf(work, id, draft.machine)
  return stream && poolAt(work, stream.base, stream.label)
}

/** Training and management systems bring about other measures; beside those they are not counted again. */
function isEnabling(work: Evaluating, draft: Draft, all: readonly Draft[]): boolean {
  const { enabling } = work.content.economics
  const leads = (id: string | undefined): boolean => id !== undefined && enabling.includes(id)
  if (!leads(draft.entry)) return false
  const goods = new Set(draft.savings.map(({ medium }) => medium))
  return all.some((other) => !leads(other.entry) && other.savings.some(({ medium }) => goods.has(medium)))
}
