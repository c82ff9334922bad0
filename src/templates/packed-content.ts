import type { Content } from './content.js'

/** Content as one JSON text that is read back without looking at it again: the build has checked it. */
export function packContent(content: Content): string {
  return JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? { map: [...value] } : value))
}

/** What `packContent` wrote. */
export function unpackContent(text: string): Content {
  const packed = JSON.parse(text) as Readonly<Record<string, unknown>>
  const fields = Object.entries(packed).map(([name, value]) => [
    name,
    isPackedMap(value) ? new Map(value.map) : value,
  ])
  return Object.fromEntries(fields) as Content
}

type PackedMap = { readonly map: readonly (readonly [string, unknown])[] }

function isPackedMap(value: unknown): value is PackedMap {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'map')
}
