import { readFileSync } from 'node:fs'

/**
 * Content, whose fields may be maps, as a JSON text that is read back unseen: the build has checked it. In ASCII, which
 * the engine reads fastest.
 */
export function packMaps(content: object): string {
  const text = JSON.stringify(content, (_, value: unknown) =>
    value instanceof Map ? { map: [...value] } : value,
  )
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** What `packMaps` wrote, from a file. */
export function readPacked<T>(file: string): T {
  return unpackMaps(readFileSync(file, 'latin1'))
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
