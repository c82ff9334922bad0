import { joined, sameText, type Text } from '../model/text.js'
import type { Quantity } from '../model/quantity.js'
import type { Site } from '../schema/site.js'
import type { Content, DischargeLimit } from '../templates/content.js'
import { REFUSED } from '../templates/select-factor.js'
import { sectorIds } from '../templates/sectors.js'

/** A bound on one side, from the site file or from a table. */
export type ApplicableLimit = {
  readonly id: string
  readonly origin: 'site' | 'table'
  /** Where it holds; every discharge where absent. */
  readonly at?: string
  readonly parameter: string
  readonly side: 'max' | 'min'
  readonly value: number
  readonly unit: string
  readonly basis: string
  readonly regulation: string
  readonly clause: Text
  readonly status: string
  readonly evidence: string
  readonly note: Text
  readonly source: string
  readonly url: string
  /** The quantity of a limit that the site file states. */
  readonly written?: Quantity
}

const SIDES = ['max', 'min'] as const

/** The limits of the site file: a permit or a norm that the auditor has read. */
export function ownLimits(site: Site): readonly ApplicableLimit[] {
  return site.limits.flatMap((limit, index) =>
    SIDES.flatMap((side): readonly ApplicableLimit[] => {
      const quantity = limit[side]
      if (quantity === undefined) return []
      const source = limit.source ?? ''
      return [
        {
          id: `site.${index + 1}.${side}`,
          origin: 'site',
          at: limit.at,
          parameter: limit.what,
          side,
          value: quantity.value,
          unit: quantity.unit.text,
          basis: 'concentration',
          regulation: source,
          clause: sameText(''),
          status: '',
          evidence: '',
          note: sameText(limit.note ?? ''),
          source,
          url: '',
          written: quantity,
        },
      ]
    }),
  )
}

/** Limits of the country for the sector, else for every industry. Repealed ones are left out. */
export function tableLimits(
  content: Content,
  country: string,
  sector: string | undefined,
): readonly ApplicableLimit[] {
  const ids = sector === undefined ? new Set<string>() : sectorIds(content, sector)
  const national = content.limits.filter(
    (row) => row.country === country && row.status !== 'superseded' && row.status !== REFUSED,
  )
  const special = national.filter((row) => ids.has(row.sector))
  return (special.length > 0 ? special : national.filter((row) => row.sector === 'all-industry')).flatMap(
    sidesOf,
  )
}

function sidesOf(row: DischargeLimit): readonly ApplicableLimit[] {
  const { id, parameter, unit, basis, status, evidence, source, url } = row
  const note = joined([row.scope, row.note], '; ')
  const { regulation } = row
  return SIDES.flatMap((side): readonly ApplicableLimit[] => {
    const value = row[side]
    if (value === undefined) return []
    return [
      {
        id: `${id}.${side}`,
        origin: 'table',
        parameter,
        side,
        value,
        unit,
        basis,
        regulation,
        clause: row.clause,
        status,
        evidence,
        note,
        source,
        url,
      },
    ]
  })
}
