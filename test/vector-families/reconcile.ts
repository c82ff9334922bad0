import type { Model } from '../../src/reconcile/model.js'
import { reconcile, type ReconcileResult, type SuspectStep } from '../../src/reconcile/reconcile.js'
import { differences, type Comparing } from './differences.js'
import type { Family, Outcome } from './family.js'
import { checkGenerated, type FamilyCase } from './synthetic-family.js'

type ExpectedFinal = Readonly<Record<string, unknown>>
type Expected = Readonly<Record<string, unknown>> & {
  readonly derivedRatios?: readonly { readonly ratio: string }[]
  readonly combinations?: readonly { readonly terms: Readonly<Record<string, number>> }[]
  readonly detectability?: { readonly power?: number }
  readonly gross_error_suspects?: readonly string[]
  readonly gross_error_suspects_ungated?: readonly string[]
  readonly serialElimination?: { readonly steps: readonly SuspectStep[]; readonly final: ExpectedFinal }
}
export type ReconcileVector = Model & {
  readonly name: string
  readonly kind: string
  readonly expected: Expected
}

const HOW: Comparing = {
  notes: new Set(['note', 'notes', 'reason', 'published', 'gross_error_suspects_note']),
  complete: new Set(['reconciled', 'classification', 'z', 'nodalTest', 'bias', 'leak']),
}

/** Compared with what no test can tell apart in mind, and so not with the rest. */
const SUSPECTS = ['gross_error_suspects', 'gross_error_suspects_ungated', 'serialElimination'] as const

const same = (found: SuspectStep | undefined, id: string): boolean =>
  found !== undefined && [found.remove, ...found.tiedWith].includes(id)

/** Names agree where each is the expected one or tied with it. Of a nonlinear model only the first is given. */
function suspectDifferences(
  vector: ReconcileVector,
  result: ReconcileResult,
  key: (typeof SUSPECTS)[0 | 1],
): string[] {
  const wanted = vector.expected[key]
  if (wanted === undefined) return []
  const names = vector.kind === 'nonlinear' ? result[key].slice(0, 1) : result[key]
  const { steps } = result.serialElimination
  const agree = names.length === wanted.length && wanted.every((id, k) => same(steps[k], id))
  return agree ? [] : [`${key} is ${JSON.stringify(names)}, expected ${JSON.stringify(wanted)}`]
}

function eliminationDifferences({ expected }: ReconcileVector, result: ReconcileResult): string[] {
  const wanted = expected.serialElimination
  if (wanted === undefined) return []
  const { steps, final } = result.serialElimination
  if (steps.length !== wanted.steps.length)
    return [`serialElimination has ${steps.length} steps, expected ${wanted.steps.length}`]
  const path = (k: number): string => `serialElimination.steps[${k}]`
  const group = (step: SuspectStep | undefined): string[] =>
    step === undefined ? [] : [step.remove, ...step.tiedWith].toSorted()
  const found = wanted.steps.flatMap((step, k) => {
    const { remove, tiedWith: _, biasEstimate, ...rest } = step
    // Another member of the group has a bias of its own size.
    const bias = steps[k]?.remove === remove ? { biasEstimate } : {}
    return [
      ...differences(group(steps[k]), group(step), `${path(k)} group`),
      ...differences(steps[k], { ...rest, ...bias }, path(k), HOW),
    ]
  })
  const sameOnes = wanted.steps.every((step, k) => steps[k]?.remove === step.remove)
  const { reconciled, classification, ...verdict } = wanted.final
  // Not written out where nothing was removed; and other values where another of the group was.
  const values = sameOnes && reconciled !== null ? { reconciled, classification } : {}
  return [...found, ...differences(final, { ...verdict, ...values }, 'serialElimination.final', HOW)]
}

/** Everything the vector expects against what the engine says of its model. */
export function reconcileDifferences(vector: ReconcileVector): string[] {
  const { expected } = vector
  const result = reconcile(vector, {
    ...(expected.detectability?.power === undefined ? {} : { power: expected.detectability.power }),
    derivedRatios: (expected.derivedRatios ?? []).map(({ ratio }) => ratio),
    combinations: expected.combinations ?? [],
  })
  const rest = Object.fromEntries(
    Object.entries(expected).filter(([key]) => !SUSPECTS.some((suspects) => suspects === key)),
  )
  return [
    ...differences(result, rest, '', HOW),
    ...suspectDifferences(vector, result, 'gross_error_suspects'),
    ...suspectDifferences(vector, result, 'gross_error_suspects_ungated'),
    ...eliminationDifferences(vector, result),
    ...(result.error === undefined && !(result.maxResidual < 1e-9)
      ? [`maxResidual is ${result.maxResidual}, expected less than 1e-9`]
      : []),
  ]
}

function check(file: unknown, name: string): Outcome[] {
  const vector = file as ReconcileVector & { readonly cases?: readonly FamilyCase[] }
  if (vector.kind === 'generator-family') {
    return (vector.cases ?? []).map((one) => ({
      name: `${name}: ${one.family}, ${one.n} nodes${one.plantedBias ? ', planted bias' : ''}`,
      differences: checkGenerated(one),
    }))
  }
  return [{ name, differences: reconcileDifferences(vector) }]
}

/** Data reconciliation: networks, constraints, bounds, products of variables, and the generated family. */
export const reconcileFamily: Family = { prefix: 'reconcile-', check }
