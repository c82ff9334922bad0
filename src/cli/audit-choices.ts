import type { Content } from '../templates/content.js'
import { all, given, misuse, type Call, type Outcome } from './call.js'
import type { AuditChoices } from './engine.js'
import { nearest } from '../model/near-names.js'
import { nearSectors, sectorOf } from '../templates/sectors.js'
import { usageTexts } from './texts.js'

/** `--date`, else SOURCE_DATE_EPOCH; with neither the site file says it. The clock is never asked. */
export function auditDate(call: Call): { readonly date?: string } | Outcome {
  const written = given(call, 'date')
  if (written !== undefined) return { date: written }
  const epoch = call.io.env['SOURCE_DATE_EPOCH']
  if (epoch === undefined || epoch === '') return {}
  const seconds = Number(epoch)
  if (!/^\d{1,11}$/.test(epoch) || seconds > 253_402_300_799)
    return misuse(call, usageTexts.badEpoch[call.lang](epoch), 'recp help environment')
  return { date: new Date(seconds * 1000).toISOString().slice(0, 10) }
}

/** The first name that is neither a checklist entry nor a checklist. */
function stranger(call: Call, content: Content, names: readonly string[]): Outcome | null {
  const legal = new Set([
    ...content.entries.keys(),
    ...[...content.entries.values()].map(({ system }) => system),
  ])
  const name = names.find((candidate) => !legal.has(candidate))
  if (name === undefined) return null
  return misuse(
    call,
    usageTexts.unknownEntry[call.lang](name, nearest(name, [...legal])),
    'recp list checklists',
  )
}

/** What the options of `recp audit` ask of the audit, checked against the content. */
export function auditChoices(call: Call, content: Content): AuditChoices | Outcome {
  const date = auditDate(call)
  if ('exit' in date) return date
  const only = all(call, 'checklist')
  const skip = all(call, 'skip')
  const wrong = stranger(call, content, [...only, ...skip])
  if (wrong !== null) return wrong
  const sector = given(call, 'sector')
  if (sector !== undefined && sectorOf(content, sector) === undefined) {
    const what = usageTexts.option[call.lang]('--sector', 'recp audit')
    const expected = usageTexts.aSector[call.lang]
    return misuse(
      call,
      usageTexts.badChoice[call.lang](what, sector, expected, nearSectors(content, sector)),
      'recp list sectors',
    )
  }
  return {
    content,
    ...date,
    ...(sector === undefined ? {} : { sector }),
    ...(only.length === 0 ? {} : { only }),
    ...(skip.length === 0 ? {} : { skip }),
  }
}
