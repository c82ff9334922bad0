import { addInfluence, influenceOn } from '../formula/index.js'
import { endOf, type Cell, type Cells } from './centre-cells.js'
import { centreInput, type CentreInput, type Run } from './centre-input.js'
import type { CentreModel } from './centre-model.js'
import type { Get } from './centre-outputs.js'
import { valueOf, type Indicating } from './indicating.js'
import { carries, responsesOf } from './mfca-loops.js'
import { allocate, byCentre, type Shares } from './mfca-shares.js'
import {
  CLASSES,
  type CostClass,
  type MfcaFlow,
  type MfcaInput,
  type MfcaResult,
  type RecycleConvention,
} from './mfca-types.js'

/** What the engine was given and gave, at the values that are. */
export type RunDone = { readonly of: Run; readonly input: MfcaInput; readonly result: MfcaResult }

/** `step.cell` → input → change of the cell when the input grows by one standard uncertainty. */
export type CentreInfluences = ReadonlyMap<string, ReadonlyMap<string, number>>

// Small beside what bends the shares, large beside rounding.
const STEP = 1 / 4096

// A billionth of a cell is what the arithmetic leaves where an input does not reach it.
const ROUNDING = 1e-9

/** What a figure moves at its own step: cost that enters there, its waste management, the share of a flow in its cost. */
type Lever =
  | { readonly kind: 'entering'; readonly step: string; readonly of: CostClass }
  | { readonly kind: 'waste'; readonly step: string }
  | { readonly kind: 'share'; readonly flow: MfcaFlow; readonly of: CostClass }

type Moves = ReadonlyMap<Lever, number>

type Emit = (step: string, cell: Cell, change: number) => void

/**
 * Influence of every uncertain input on every cell to the first order: what it moves at the steps of its figures by a
 * small difference, how that travels on from one solution, for cost travels through the centres linearly.
 */
export function centreInfluences(
  work: Indicating,
  model: CentreModel,
  convention: RecycleConvention,
  runs: readonly RunDone[],
  now: ReadonlyMap<string, Cells>,
): CentreInfluences {
  const found = new Map<string, Map<string, number>>()
  for (const run of runs) {
    const travel = travelOf(run, convention)
    for (const [input, moves] of movesOf(work, model, run)) {
      travel(moves, (step, cell, change) => {
        const key = `${step}.${cell}`
        const all = found.get(key) ?? new Map<string, number>()
        found.set(key, all.set(input, (all.get(input) ?? 0) + change))
      })
    }
  }
  for (const [step, cells] of now) {
    for (const [cell, value] of Object.entries(cells)) {
      const all = found.get(`${step}.${cell}`)
      for (const [input, change] of all ?? [])
        if (Math.abs(change) <= ROUNDING * Math.abs(value)) all?.delete(input)
    }
  }
  return found
}

/** Input → what it moves by one standard uncertainty of it, through all figures that it is behind. */
function movesOf(work: Indicating, model: CentreModel, run: RunDone): ReadonlyMap<string, Moves> {
  const found = new Map<string, Map<Lever, number>>()
  const value = valueOf(work)
  const leversAt = leversOf(model, run)
  for (const [id, steps] of model.movedBy) {
    const figure = work.ledger.get(id)
    if (figure === undefined) continue
    const influence = influenceOn(figure)
    const small = Math.hypot(...influence.values()) * STEP
    if (!(small > 0)) continue
    const moved: Get = (name) => value(name) + (name === id ? small : 0)
    for (const step of steps) {
      const slopes = leversAt(step, moved, small)
      if (slopes.size === 0) continue
      for (const [input, moves] of influence) {
        const all = found.get(input) ?? new Map<Lever, number>()
        addInfluence(all, slopes, moves)
        found.set(input, all)
      }
    }
  }
  return found
}

/** How the levers of a step move per unit of a figure, from their values where it is `small` larger. */
function leversOf(
  model: CentreModel,
  { of: run, input }: RunDone,
): (step: string, moved: Get, small: number) => Moves {
  const leaving = byCentre(input.flows)
  const known = new Map<string, Lever>()
  const lever = (key: string, made: Lever): Lever => {
    const before = known.get(key) ?? made
    known.set(key, before)
    return before
  }
  return (step, moved, small) => {
    const slopes = new Map<Lever, number>()
    const centre = input.quantityCentres[step]
    if (centre === undefined) return slopes
    const after = centreInput(model, step, run, moved)
    const put = (key: string, made: Lever, change: number): void => {
      if (change !== 0) slopes.set(lever(key, made), change / small)
    }
    put(`waste ${step}`, { kind: 'waste', step }, after.centre.wasteManagement - centre.wasteManagement)
    const flows = leaving.get(step) ?? []
    const [old, fresh] = [sharesAt(step, { centre, flows }), sharesAt(step, after)]
    for (const of of CLASSES) {
      const entering = after.centre.newInput[of] - centre.newInput[of]
      put(`entering ${of} ${step}`, { kind: 'entering', step, of }, entering)
      for (const flow of flows) {
        const share = (fresh.get(flow.id)?.[of] ?? 0) - (old.get(flow.id)?.[of] ?? 0)
        put(`share ${of} ${flow.id}`, { kind: 'share', flow, of }, share)
      }
    }
    return slopes
  }
}

function sharesAt(step: string, { centre, flows }: CentreInput): Shares {
  return allocate({ quantityCentres: { [step]: centre }, flows }).shares
}

/** Tells what moves do to every cell of a run. */
function travelOf(
  { input, result }: RunDone,
  convention: RecycleConvention,
): (moves: Moves, emit: Emit) => void {
  const { shares } = allocate(input)
  const steps = Object.keys(input.quantityCentres)
  const indexOf = new Map(steps.map((step, index) => [step, index]))
  const leaving = byCentre(input.flows)
  const solved = new Map<CostClass, ReturnType<typeof responsesOf>>()
  const responses = (of: CostClass): ReturnType<typeof responsesOf> => {
    const known = solved.get(of) ?? responsesOf(input, shares, of, convention)
    solved.set(of, known)
    return known
  }
  const ends = (flow: MfcaFlow, of: CostClass): Cell | undefined => {
    const end = endOf(flow, convention)
    return end !== undefined && (end.withMaterial || of !== 'material') ? end.cell : undefined
  }
  return (moves, emit) => {
    const entering: Record<CostClass, Map<number, number>> = {
      material: new Map(),
      energy: new Map(),
      system: new Map(),
    }
    const enter = (of: CostClass, step: string | null, cost: number): void => {
      const index = indexOf.get(step ?? '')
      if (index !== undefined) entering[of].set(index, (entering[of].get(index) ?? 0) + cost)
    }
    for (const [lever, by] of moves) {
      if (lever.kind === 'waste') {
        for (const cell of ['input', 'loss', 'waste'] as const) emit(lever.step, cell, by)
      } else if (lever.kind === 'entering') {
        emit(lever.step, 'input', by)
        emit(lever.step, 'carried', -by)
        enter(lever.of, lever.step, by)
      } else {
        const { flow, of } = lever
        const cost = by * (result.quantityCentreTotals[flow.from]?.[of] ?? 0)
        const end = ends(flow, of)
        if (end !== undefined) emit(flow.from, end, cost)
        if (carries(flow, of, convention)) enter(of, flow.to, cost)
      }
    }
    for (const of of CLASSES) {
      if (entering[of].size === 0) continue
      for (const [row, response] of responses(of).entries()) {
        let through = 0
        for (const [column, cost] of entering[of]) through += cost * (response[column] ?? 0)
        const step = steps[row]
        if (through === 0 || step === undefined) continue
        emit(step, 'carried', through)
        for (const flow of leaving.get(step) ?? []) {
          const end = ends(flow, of)
          if (end !== undefined) emit(step, end, through * (shares.get(flow.id)?.[of] ?? 0))
        }
      }
    }
  }
}
