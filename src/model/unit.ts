/**
 * Exponents of base quantities, without zeros, e.g. mass per time is `{ mass: 1, time: -1 }`.
 * Bases: mass, length, time, temperature, current, angle-free; and tags that keep apart what must never be
 * added: `item` (pieces), `co2e`, `toe-vn` (the Vietnamese energy ledger), `normal-volume` (Nm3),
 * `dry-mass`, `apparent-energy`, `reactive-energy`, `lumen`, and one base for each currency (`EUR`, `VND`).
 */
export type Dimension = Readonly<Record<string, number>>

/** A unit as it is written, what it measures and how it reaches the coherent base unit. */
export type Unit = {
  /** Canonical ASCII spelling, e.g. `m3/yr`, `GJ/t`, `%`, `C`. */
  readonly text: string
  readonly dimension: Dimension
  /** Base value = (value + offset) × scale. */
  readonly scale: number
  /** Non-zero only for a point on a scale: `C`, `F`, `bar(g)`. */
  readonly offset: number
}
