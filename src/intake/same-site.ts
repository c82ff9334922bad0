import { isRawMap, rawMap } from '../model/raw.js'
import type { RawMap } from '../model/raw.js'
import { siteSchema } from '../schema/site-schema.js'
import { writeOut } from '../schema/write-out.js'
import { sameRaw } from './flatten.js'

/**
 * The first section in which two sites differ; `undefined` where they are the same model. Shorthands, the order of
 * the fields of a thing, and sections without anything in them are no difference; the order of things is.
 */
export function firstDifference(a: RawMap, b: RawMap): string | undefined {
  const [one, other] = [full(a), full(b)]
  const sections = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...sections].find(
    (section) => !sameRaw(one[section], other[section]) || !sameOrder(one, other, section),
  )
}

function full(site: RawMap): RawMap {
  const whole = writeOut(site, siteSchema, siteSchema) as RawMap
  return rawMap(
    Object.entries(whole).filter(([, value]) => typeof value === 'string' || Object.keys(value).length > 0),
  )
}

function sameOrder(a: RawMap, b: RawMap, section: string): boolean {
  const [one, other] = [a[section], b[section]]
  const named = siteSchema.properties?.[section]?.['x-kind'] === 'map'
  if (!named || !isRawMap(one) || !isRawMap(other)) return true
  const ids = Object.keys(other)
  return Object.keys(one).every((id, i) => id === ids[i])
}
