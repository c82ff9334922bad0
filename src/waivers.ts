import { diagnose } from './diagnostics/catalogue.js'
import type { Diagnostic } from './model/diagnostic.js'
import type { Site, Waiver } from './schema/site.js'

/** A diagnostic's code or family, not the name of a checklist entry. */
function isCode(text: string): boolean {
  return /^[A-Z]\d{0,3}$/.test(text)
}

/** Leaves out what the site has waived and still may; an expired waiver is said instead. */
export function applyWaivers(site: Site, date: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const expired = site.waive.flatMap((waiver, index) =>
    isCode(waiver.code) && waiver.until !== undefined && waiver.until < date
      ? [diagnose('G101', `/waive/${index}`, { code: waiver.code, until: waiver.until, date })]
      : [],
  )
  const live = site.waive.filter((waiver) => waiver.until === undefined || waiver.until >= date)
  return [
    ...diagnostics.filter((diagnostic) => !live.some((waiver) => covers(waiver, diagnostic))),
    ...expired,
  ]
}

/** A waiver holds for its code, or family of codes, at one id or everywhere. */
function covers(waiver: Waiver, diagnostic: Diagnostic): boolean {
  if (
    diagnostic.code !== waiver.code &&
    !(/^[A-Z]\d?$/.test(waiver.code) && diagnostic.code.startsWith(waiver.code))
  )
    return false
  if (waiver.at === undefined) return true
  return diagnostic.at.split('/').includes(waiver.at) || Object.values(diagnostic.args).includes(waiver.at)
}
