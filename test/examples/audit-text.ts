import type { Audit } from '../../src/model/audit.js'
import { renderJson } from '../../src/report/json.js'

/** Digits that every platform agrees on; further ones are noise of the floating point. */
const DIGITS = 12

const WIDTH = 140

/** The audit without what changes with every release, so that only a change of a result changes it. */
export function withoutVersions(audit: Audit): Audit {
  return { ...audit, recp: 'any', content: 'any' }
}

/**
 * A saved audit for people who compare two of them: sorted keys, numbers to 12 digits, one figure a line, and
 * everything else on one line where it fits.
 */
export function auditText(audit: Audit): string {
  const plain = JSON.parse(renderJson(audit), (_, value: unknown) =>
    typeof value === 'number' ? steady(value) : value,
  ) as Readonly<Record<string, unknown>>
  const parts = Object.entries(plain).map(([key, value]) => {
    const text =
      key === 'figures' ? list((value as readonly unknown[]).map(line), '  ') : laidOut(value, '  ')
    return `  ${JSON.stringify(key)}: ${text}`
  })
  return `{\n${parts.join(',\n')}\n}\n`
}

/** The number to 12 digits. */
export function steady(value: number): number {
  return Number(value.toPrecision(DIGITS))
}

function laidOut(value: unknown, indent: string): string {
  const short = line(value)
  if (typeof value !== 'object' || value === null || short.length + indent.length <= WIDTH) return short
  const deeper = `${indent}  `
  if (Array.isArray(value))
    return list(
      value.map((item) => laidOut(item, deeper)),
      indent,
    )
  const fields = Object.entries(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${laidOut(item, deeper)}`,
  )
  return `{\n${fields.join(',\n')}\n${indent}}`
}

function list(items: readonly string[], indent: string): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}]`
}

/** JSON on one line, with a space after `:` and `,`. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${line(item)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}
