import { resolve } from 'node:path'
import { catalogue } from '../diagnostics/catalogue.js'
import { auditDate } from './audit-choices.js'
import { readBaseline, type Baseline } from './baseline.js'
import { all, given, misuse, type Call, type Outcome } from './call.js'
import { nearest } from '../model/near-names.js'
import { usageTexts } from './texts.js'

/** What the options of `recp check` ask for. */
export type CheckChoices = {
  /** Beginnings of codes that are left out. */
  readonly ignored: readonly string[]
  readonly baseline: Baseline
  /** Where the record is written anew, as the user wrote it. */
  readonly record?: string
  /** Date against which waivers expire, where the site file does not say it. */
  readonly date?: string
}

/** The options of `recp check`, read and looked up; or what is wrong with them. */
export async function checkChoices(call: Call): Promise<CheckChoices | Outcome> {
  const date = auditDate(call)
  if ('exit' in date) return date
  const ignored = all(call, 'ignore').map((code) => code.toUpperCase())
  const stranger = ignored.find((code) => !Object.keys(catalogue).some((known) => known.startsWith(code)))
  if (stranger !== undefined) {
    const near = nearest(stranger, Object.keys(catalogue))
    return misuse(call, usageTexts.unknownCode[call.lang](stranger, near), 'recp list codes')
  }
  const file = given(call, 'baseline')
  const update = call.values.has('update-baseline')
  if (file === undefined)
    return update
      ? misuse(call, usageTexts.needsBaseline[call.lang]())
      : { ignored, baseline: new Map(), ...date }
  if (update) return { ignored, baseline: new Map(), record: file, ...date }
  const baseline = await readBaseline(resolve(call.io.cwd, file))
  if (baseline === 'other') return misuse(call, usageTexts.notBaseline[call.lang](file))
  if (baseline === 'unreadable')
    return misuse(
      call,
      usageTexts.cannotRead[call.lang](file),
      'recp check --baseline <file> --update-baseline',
    )
  return { ignored, baseline, ...date }
}
