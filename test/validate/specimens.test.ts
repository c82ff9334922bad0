import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { orderDiagnostics, severityOf } from '../../src/diagnostics/order-diagnostics.js'
import { place, placeOf } from '../../src/diagnostics/place.js'
import { printDiagnostic, wordsOf } from '../../src/diagnostics/print-diagnostic.js'
import { loadSite } from '../../src/load/load-site.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import type { Places } from '../../src/model/place.js'
import { validateSite } from '../../src/validate/validate-site.js'

const folder = join(import.meta.dirname, '../specimens')
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

/** Loads and validates; diagnostics in the order of the file. */
async function check(file: string): Promise<{ diagnostics: readonly Diagnostic[]; places: Places }> {
  const loaded = await loadSite(file)
  const validated = loaded.value === null ? [] : validateSite(loaded.value).diagnostics
  return {
    places: loaded.places,
    diagnostics: orderDiagnostics([...loaded.diagnostics, ...validated], loaded.places),
  }
}

/** What the comments of a specimen announce: `12: error[U102]`. */
function announced(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(/\b(error|warning|note)\[[A-Z]\d+\]/g)].map(([said]) => `${i + 1}: ${said}`),
    )
}

/** What was found, each place of a diagnostic on its own. */
function found(diagnostics: readonly Diagnostic[], places: Places): string[] {
  return diagnostics.flatMap((diagnostic) => {
    const said = `${severityOf(diagnostic)}[${diagnostic.code}]`
    const first = place(diagnostic, places)?.line ?? 0
    const others = diagnostic.code === 'L112' ? [] : (diagnostic.also ?? [])
    return [first, ...others.map((at) => placeOf(at, places)?.line ?? 0)].map((line) => `${line}: ${said}`)
  })
}

const byLine = (a: string, b: string): number => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1)

describe('specimens of bad input', () => {
  it('are many', () => expect(files.length).toBeGreaterThanOrEqual(25))

  it.each(files)('%s is reported as its comments say', async (name) => {
    const file = join(folder, name)
    const { diagnostics, places } = await check(file)
    expect(found(diagnostics, places).sort(byLine)).toEqual(announced(file).sort(byLine))
  })

  it.each(files)('%s is worded in both languages without internal words', async (name) => {
    const { diagnostics, places } = await check(join(folder, name))
    for (const diagnostic of diagnostics) {
      for (const lang of ['en', 'vi'] as const) {
        const words = wordsOf(diagnostic, lang)
        const text = Object.values(words).join(' ')
        expect(text).not.toMatch(/\b(undefined|null|NaN|schema|pointer|invalid|please|object)\b/i)
        expect(text).not.toContain('[object')
        expect(words.message.endsWith('.')).toBe(false)
        expect(printDiagnostic(diagnostic, { lang, places })).toContain(`[${diagnostic.code}]`)
      }
    }
  })
})

describe('a good site file', () => {
  const good = readdirSync(join(folder, 'good')).filter((name) => name.endsWith('.yaml'))

  it.each(good)('%s has nothing to report', async (name) => {
    const { diagnostics } = await check(join(folder, 'good', name))
    expect(diagnostics).toEqual([])
  })
})
