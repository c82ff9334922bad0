import type { Pointer } from './diagnostic.js'

/** Joins keys to a JSON pointer: `pointerOf('flows', 'w-bottles')` is `/flows/w-bottles`. */
export function pointerOf(...keys: readonly (string | number)[]): Pointer {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The keys of a JSON pointer; none for the whole file. */
export function pointerKeys(pointer: Pointer): readonly string[] {
  if (!pointer.startsWith('/')) return []
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer one level up; the whole file is its own parent. */
export function parentPointer(pointer: Pointer): Pointer {
  return pointer.startsWith('/') ? pointer.slice(0, pointer.lastIndexOf('/')) : ''
}
