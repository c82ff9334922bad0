import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue.js'
import { place } from '../../src/diagnostics/place.js'
import { printDiagnostic, wordsOf } from '../../src/diagnostics/print-diagnostic.js'
import { announced, BALANCED, FOLDER, found, READ, toldOf } from './told.js'

const ALL = [...READ, ...BALANCED]

const byLine = (a: string, b: string): number => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1)

describe('specimens of bad input', () => {
  it('are many', () => expect(ALL.length).toBeGreaterThanOrEqual(90))

  it.each(READ)('%s is reported as its comments say', async (name) => {
    expect(found(await toldOf(name)).sort(byLine)).toEqual(announced(name).sort(byLine))
  })

  it.each(BALANCED)('%s is reported as its comments say, once it is balanced', async (name) => {
    const said = found(await toldOf(name))
    expect(announced(name).length).toBeGreaterThan(0)
    expect(said).toEqual(expect.arrayContaining(announced(name)))
  })

  it.each(ALL)('%s is worded in both languages without internal words', async (name) => {
    const { diagnostics, places } = await toldOf(name)
    for (const diagnostic of diagnostics) {
      for (const lang of ['en', 'vi'] as const) {
        const words = wordsOf(diagnostic, lang)
        const text = Object.values(words).join(' ')
        expect(text).not.toMatch(/\b(undefined|null|NaN|Infinity|schema|pointer|invalid|please|object)\b/i)
        expect(text).not.toContain('[object')
        expect(words.message.endsWith('.')).toBe(false)
        expect(printDiagnostic(diagnostic, { lang, places })).toContain(`[${diagnostic.code}]`)
      }
    }
  })

  it('are one table of code, file and message', async () => {
    const rows: string[][] = []
    for (const name of ALL) {
      const codes = new Set(announced(name).map((said) => /\[(.+)\]/.exec(said)?.[1] ?? ''))
      const { diagnostics, places } = await toldOf(name)
      for (const diagnostic of diagnostics.filter(({ code }) => codes.has(code))) {
        const line = String(place(diagnostic, places)?.line ?? '')
        const [en, vi] = [wordsOf(diagnostic, 'en').message, wordsOf(diagnostic, 'vi').message]
        rows.push([diagnostic.code, `${name}:${line}`, en, vi])
      }
    }
    rows.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
    const text = rows.map(([code, file, en, vi]) => `${code}  ${file}\n      ${en}\n      ${vi}\n`).join('')
    await expect(text).toMatchFileSnapshot('../specimens/table.txt')
  })

  it('show every code that the input alone can bring about', () => {
    const shown = new Set(ALL.flatMap((name) => announced(name)).map((said) => /\[(.+)\]/.exec(said)?.[1]))
    // S205 says what makes a period unreadable, P403 and P404 which rows count days twice.
    const followOns = ['U301', 'U344']
    const missing = Object.keys(catalogue).filter((code) => /^[SUP]/.test(code) && !shown.has(code))
    expect(missing).toEqual(followOns)
  })
})

describe('a good site file', () => {
  const good = readdirSync(join(FOLDER, 'good')).filter((name) => name.endsWith('.yaml'))

  it.each(good)('%s has nothing to report', async (name) => {
    expect((await toldOf(`good/${name}`)).diagnostics).toEqual([])
  })
})
