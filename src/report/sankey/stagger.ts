import { tightest } from './band.js'

/** A bend of a flow between a box and a label: where it comes from and goes to, y downwards. */
export type Bend = {
  readonly link: number
  readonly column: number
  readonly side: 'left' | 'right'
  readonly from: number
  readonly to: number
  readonly width: number
}

/** Space between two bands that rise side by side. */
const APART = 4

/** How far behind the outer band an inner one turns, so that they do not lie over each other where they are steep. */
function behind(outer: Bend, inner: Bend): number {
  const steep = (bend: Bend): number => Math.abs(bend.to - bend.from) / (2 * tightest(bend.width))
  const share = Math.min(1, Math.max(steep(outer), steep(inner)))
  // A wide band turns around a wider bend, so its upright part stands further off.
  return share * (Math.max(outer.width, (outer.width + inner.width) / 2) + APART)
}

/** Whether the inner band crosses the level at which the outer one stands at the box. */
function meets(outer: Bend, inner: Bend, at: 'from' | 'to', other: 'from' | 'to'): boolean {
  const [edge, level] = [inner[other], outer[at]]
  const reach = (outer.width + inner.width) / 2
  return Math.sign(inner[other] - inner[at]) * (edge - level) > -reach
}

/**
 * By how much every bend of a zone stands off from the box: the outermost turns at the box, what is further inside later,
 * so that bands which leave a box side by side stay so. Of each zone the bends up and the bends down are apart.
 */
export function standOff(bends: readonly Bend[]): ReadonlyMap<Bend, number> {
  const found = new Map<Bend, number>()
  const zones = new Map<string, Bend[]>()
  for (const bend of bends) {
    const zone = `${bend.column} ${bend.side}`
    zones.set(zone, [...(zones.get(zone) ?? []), bend])
  }
  for (const zone of zones.values()) {
    const [at, other] = zone[0]?.side === 'left' ? (['from', 'to'] as const) : (['to', 'from'] as const)
    for (const way of [-1, 1]) {
      const same = zone
        .filter((bend) => Math.sign(bend[other] - bend[at]) === way)
        .toSorted((a, b) => -way * (a[at] - b[at]))
      for (const [k, inner] of same.entries()) {
        const off = same
          .slice(0, k)
          .filter((outer) => meets(outer, inner, at, other))
          .reduce((most, outer) => Math.max(most, (found.get(outer) ?? 0) + behind(outer, inner)), 0)
        found.set(inner, off)
      }
    }
  }
  return found
}

/** Name of a bend: a flow has one a zone. */
export function bendKey({ link, column, side }: Pick<Bend, 'link' | 'column' | 'side'>): string {
  return `${link} ${column} ${side}`
}
