import type { Audit } from '../../model/audit.js'
import { wording, type Lang } from '../../model/text.js'

/** Whose flows they are and of when. */
export function companyAndPeriod({ head, inventory }: Audit, lang: Lang): string {
  return [wording(head.name, lang) || head.id, inventory.period.label]
    .filter((part) => part !== '')
    .join('  ·  ')
}
