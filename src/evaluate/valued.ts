/** A price and the formula by which it values a saving. */
export type Valued = {
  readonly price: string
  readonly formula: string
  readonly uses: Readonly<Record<string, string>>
}
