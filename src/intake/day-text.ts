/** Days as a site file writes them, from what cells hold. */

const DAY = 86_400_000

/** A serial number of Excel as `yyyy-mm-dd`; `undefined` where it is no whole day of the calendar. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!Number.isInteger(serial) || serial < 1 || serial > 2_958_465) return undefined
  // Day 60 of the older count is the 29th of February 1900, which never was.
  const days = from1904 ? serial + 1462 : serial
  return isoDay(new Date((days - (days > 60 ? 25_569 : 25_568)) * DAY))
}

/** The day of a moment in UTC, as the cells of a workbook are read. */
export function isoDay(date: Date): string | undefined {
  const time = date.getTime()
  if (Number.isNaN(time)) return undefined
  const text = date.toISOString().slice(0, 10)
  return /^\d{4}-/.test(text) ? text : undefined
}

/** `31/12/2025`, `31-12-2025`, `31.12.2025`: the day first, as Vietnam and Europe write it. */
export function typedDay(text: string): { readonly day: string; readonly unsure: boolean } | undefined {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (year === '') return undefined
  const day = realDay(year, second, first)
  return day === undefined ? undefined : { day, unsure: Number(first) <= 12 && first !== second }
}

/** `2025-03`, `03/2025`, `3-2025`, `T3/2025`, `tháng 3/2025`, or a day of that month. */
export function typedMonth(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/.exec(text)
  const local = /^(?:t|tháng)?\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/iu.exec(text)
  const [year, month] = iso === null ? [local?.[2], local?.[1]] : [iso[1], iso[2]]
  if (year === undefined || month === undefined) return undefined
  return realDay(year, month, '1')?.slice(0, 7)
}

function realDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
