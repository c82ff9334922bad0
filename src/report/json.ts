function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : sorted(item)))
  if (value instanceof Map) return sorted(Object.fromEntries(value))
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? 0 : value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const copy: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, item] of entries) copy[key] = sorted(item)
  return copy
}

/**
 * JSON with sorted keys, a point as decimal mark and a line end: same value, same bytes on every machine.
 * What is undefined is left out; `-0` is written `0`.
 */
export function renderJson(value: unknown): string {
  return `${JSON.stringify(sorted(value), null, 2)}\n`
}

/** The same on one line, for event streams. */
export function renderJsonLine(value: unknown): string {
  return `${JSON.stringify(sorted(value))}\n`
}
