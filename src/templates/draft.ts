import type { Diagnostic } from '../model/diagnostic.js'
import type { Content } from './content.js'
import { isMapValue } from './fields.js'

/** The content while packs are laid over each other, the last one on top. */
export type Draft = {
  readonly [K in keyof Content]: Content[K] extends ReadonlyMap<string, infer V>
    ? Map<string, V>
    : Map<string, Content[K]>
} & {
  readonly problems: Diagnostic[]
}

/** Content is read by many and changed by nobody. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) if (isMapValue(inner) || Array.isArray(inner)) deepFreeze(inner)
  return Object.freeze(value)
}
