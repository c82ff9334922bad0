/** Content, whose fields may be maps, as a JSON text that is read back unseen: the build has checked it. */
export function packMaps(content: object): string {
  return JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? { map: [...value] } : value))
}

/** What `packMaps` wrote. */
export function unpackMaps<T>(text: string): T {
  const packed = JSON.parse(text) as Readonly<Record<string, unknown>>
  const fields = Object.entries(packed).map(([name, value]) => [
    name,
    isPackedMap(value) ? new Map(value.map) : value,
  ])
  return Object.fromEntries(fields) as T
}

type PackedMap = { readonly map: readonly (readonly [string, unknown])[] }

function isPackedMap(value: unknown): value is PackedMap {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'map')
}
