/** Midnight (UTC) of a day written `yyyy-mm-dd`; nothing when the calendar has no such day. */
export function parseDay(text: string): Date | undefined {
  const day = new Date(`${text}T00:00:00Z`)
  const real = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime())
  // JavaScript reads 30 February as 1 March.
  return real && day.toISOString().startsWith(text) ? day : undefined
}
