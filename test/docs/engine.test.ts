import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import * as recp from '../../src/index.js'

const page = readFileSync(new URL('../../docs/engine.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')

/** `value // what it is`: the part before a colon or semicolon that explains is compared; `…` stands for more digits. */
const CLAIM = /^([^\n/]+?) \/\/ ([^\n]+)$/gm

function runnable(example: string): { readonly code: string; readonly wanted: readonly string[] } {
  const claims = [...example.matchAll(CLAIM)]
  const code = example.replace(/^import [^\n]*$/gm, '').replace(CLAIM, 'claims.push($1)')
  return { code, wanted: claims.map((claim) => (claim[2] ?? '').replace(/[;:] (?=[a-z])[^{}]*$/, '')) }
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`
  if (typeof value === 'string') return `'${value}'`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${shown(item)}`)
    .join(', ')} }`
}

/** `991.11…` fits 991.1111; what has no `…` must be equal, zero to rounding. */
function fits(value: unknown, wanted: string): boolean {
  if (wanted === '0' && typeof value === 'number') return Math.abs(value) < 1e-9
  const pattern = wanted.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('…', String.raw`\d*`)
  return new RegExp(`^${pattern}$`).test(shown(value))
}

describe('docs/engine.md', () => {
  it('has examples', () => {
    expect(examples.length).toBe(4)
  })

  it.each(examples.map((example) => [example.slice(0, 60), example] as const))('%s', (_name, example) => {
    const { code, wanted } = runnable(example)
    expect(wanted.length).toBeGreaterThan(1)
    const claims: unknown[] = []
    // The examples run with what the package exports and nothing else.
    runInNewContext(code, { ...recp, claims })
    for (const [k, value] of claims.entries())
      expect({ value: shown(value), fits: fits(value, wanted[k] ?? '') }).toMatchObject({ fits: true })
    expect(claims).toHaveLength(wanted.length)
  })
})
