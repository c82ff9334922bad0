import type { Calculation } from '../model/opportunities.js'
import type { ChecklistEntry, Saved } from '../templates/content.js'
import type { ActsOn, Evaluating, StandAlone } from './evaluating.js'
import { savedGood } from './saved-good.js'

/** What an estimate gives, or what it lacks. */
export type Estimated =
  | {
      readonly savings: readonly StandAlone[]
      readonly calculation?: Calculation
      readonly range: boolean
      /** What more could be saved if it were known. */
      readonly lacks?: readonly string[]
    }
  | { readonly lacks: readonly string[] }

/** For which entry and machine an estimate is asked. */
export type Asking = {
  readonly id: string
  readonly entry: ChecklistEntry
  readonly machine?: string
  readonly stream?: ActsOn
}

/** A saving of an entry, of the good whose purchase it avoids. */
export function savingOf(
  work: Evaluating,
  asking: Asking,
  medium: Saved,
  base: string,
  low: string | undefined,
  high: string | undefined,
): StandAlone {
  const good = medium === 'money' ? undefined : savedGood(work, medium, asking)
  return {
    medium,
    base,
    ...(good === undefined ? {} : { good }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  }
}
