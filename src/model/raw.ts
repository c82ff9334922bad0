/** Input as it was typed: every scalar is text, maps have no prototype. */
export type Raw = string | readonly Raw[] | RawMap

export type RawMap = { readonly [key: string]: Raw }

/** A map without prototype, so that no key of the input can mean anything to JavaScript. */
export function rawMap(entries: Iterable<readonly [string, Raw]> = []): { [key: string]: Raw } {
  const map = Object.create(null) as { [key: string]: Raw }
  for (const [key, value] of entries) map[key] = value
  return map
}

export function isRawMap(raw: Raw | undefined): raw is RawMap {
  return typeof raw === 'object' && !Array.isArray(raw)
}

export function isRawList(raw: Raw | undefined): raw is readonly Raw[] {
  return Array.isArray(raw)
}
