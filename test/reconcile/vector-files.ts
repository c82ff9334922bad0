import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import type { Network } from '../../src/reconcile/from-network.js'
import type { Classification } from '../../src/reconcile/reconciliation.js'

const folder = new URL('../vectors/', import.meta.url)

type ValueSd = { readonly value: number; readonly sd?: number }
type Ratio = { readonly T: number; readonly estimate: number }
export type Step = {
  readonly remove: string
  readonly tiedWith: readonly string[]
  readonly z: number
  readonly biasEstimate: number
  readonly chi2Before: number
  readonly dofBefore: number
  readonly critical95Before: number
  readonly zCriticalSidak: number
}

export type Expected = {
  readonly error?: string
  readonly reconciled: Readonly<Record<string, ValueSd | null>>
  readonly chi2: number
  readonly dof: number
  readonly critical95: number | null
  readonly pValue: number | null
  readonly globalTestPassed: boolean | null
  readonly classification: Readonly<Record<string, Classification>>
  readonly measurementTest: {
    readonly z: Readonly<Record<string, number>>
    readonly criticalSidak95: number | null
    readonly criticalPlain95: number
  }
  readonly nodalTest: Readonly<Record<string, { imbalance: number; sd: number; z: number }>>
  readonly glr: Readonly<Record<'bias' | 'leak', Readonly<Record<string, Ratio>>>>
  readonly detectability: Readonly<Record<'bias' | 'leak', Readonly<Record<string, number>>>>
  readonly gross_error_suspects_ungated: readonly string[]
  readonly serialElimination: {
    readonly steps: readonly Step[]
    readonly final: {
      readonly chi2: number
      readonly dof: number
      readonly critical95: number | null
      readonly passed: boolean | null
      readonly reconciled: Readonly<Record<string, ValueSd>> | null
      readonly classification: Readonly<Record<string, Classification>> | null
    }
  }
  readonly derivedRatios?: readonly { ratio: string; value: number; sd: number; covariance: number }[]
  readonly combinations?: readonly { terms: Readonly<Record<string, number>>; value: number; sd: number }[]
  readonly unbounded?: { reconciled: Readonly<Record<string, ValueSd>>; chi2: number; dof: number }
  readonly bounded?: {
    activeAtLowerBound: readonly string[]
    reconciled: Readonly<Record<string, { value: number }>>
    objective: number
  }
}

export type VectorFile = Network & {
  readonly name: string
  readonly kind:
    'linear-network' | 'linear-general' | 'linear-network-bounded' | 'nonlinear' | 'generator-family'
  readonly expected: Expected
}

export function readVector<T = VectorFile>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as T
}

export function vectorFiles(prefix: string): string[] {
  return readdirSync(fileURLToPath(folder)).filter((f) => f.startsWith(prefix) && f.endsWith('.json'))
}

/** Relative 1e-8, absolute 1e-9, as the vectors' description asks. */
export function expectNear(actual: number | null | undefined, expected: number | null, what: string): void {
  const same =
    expected === null || actual === null || actual === undefined
      ? (actual ?? null) === expected
      : Math.abs(actual - expected) <= Math.max(1e-9, 1e-8 * Math.abs(expected))
  expect({ what, actual: same ? expected : actual }).toEqual({ what, actual: expected })
}
