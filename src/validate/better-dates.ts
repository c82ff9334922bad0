/** A day of the calendar as `2024-05-31`, or nothing. */
function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date))
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return undefined
  return time.toISOString().slice(0, 10)
}

/** The days that a date in another order may mean, joined by `|`; the Vietnamese order first. */
export function betterDates(written: string): string {
  const last = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written.trim())
  const first = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(written.trim())
  const [, a, b, c] = (last ?? first ?? []).map(Number)
  if (a === undefined || b === undefined || c === undefined) return ''
  const found = last === null ? [day(a, b, c)] : [day(c, b, a), day(c, a, b)]
  return [...new Set(found.filter((text) => text !== undefined))].join('|')
}
