import type { Content, Sector } from '../templates/content.js'

/** A sector with benchmarks, and how far it is by ISIC: `class` 4, `group` 3, `division` 2 digits in common. */
export type NearSector = {
  readonly id: string
  readonly distance: 'class' | 'group' | 'division'
  readonly code: string
}

const DISTANCES = [
  ['class', 4],
  ['group', 3],
  ['division', 2],
] as const

/** Sectors that have benchmarks and share digits of ISIC with these codes, the nearest first. They are only offered. */
export function nearestSectors(
  content: Content,
  codes: readonly string[],
  not: readonly string[] = [],
): readonly NearSector[] {
  const filled = new Set(content.benchmarks.map(({ sector }) => sector))
  const others = [...content.sectors.values()].filter(
    ({ id, also }) => !not.includes(id) && [id, ...also].some((name) => filled.has(name)),
  )
  const near = others.flatMap((sector) => nearnessOf(sector, codes) ?? [])
  const rank = ({ distance }: NearSector): number => DISTANCES.findIndex(([name]) => name === distance)
  const least = Math.min(...near.map(rank))
  return near.filter((one) => rank(one) === least)
}

function nearnessOf(sector: Sector, codes: readonly string[]): NearSector | undefined {
  for (const [distance, digits] of DISTANCES) {
    const shared = codes
      .map((code) => code.replace(/\D/g, '').slice(0, digits))
      .find((head) => head.length === digits && sector.isic.some((own) => own.startsWith(head)))
    if (shared !== undefined) return { id: sector.id, distance, code: shared }
  }
  return undefined
}
