/** `m3/t`; with brackets where the lower unit is itself a quotient. */
export function quotientUnit(above: string, below: string): string {
  return below.includes('/') ? `${above}/(${below})` : `${above}/${below}`
}
