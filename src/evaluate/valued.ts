import type { PriceBasis } from '../model/opportunities.js'

/** A price and the formula by which it values a saving. */
export type Valued = {
  readonly price: string
  readonly formula: string
  readonly uses: Readonly<Record<string, string>>
  readonly basis?: PriceBasis
}
