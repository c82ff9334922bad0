import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText } from '../../../src/report/sankey/amount-text.js'
import { textWidth, wrapText } from '../../../src/report/sankey/measure-text.js'

const spaced = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('an amount with its uncertainty', () => {
  it.each([
    [117_500, 5_875, 'm³/yr', 'en', '117 500 ± 5 900 m³/yr'],
    [117_512.3, 12.34, 'm³/năm', 'vi', '117.512 ± 12 m³/năm'],
    [1.79712, 0.005, 't/yr', 'en', '1.7971 ± 0.005 t/yr'],
    [12.04, 0.5, 't', 'en', '12.04 ± 0.5 t'],
    [3, 450, 't', 'en', '0 ± 450 t'],
    [95, 120, 't', 'en', '100 ± 120 t'],
    [0, 2, 't', 'en', '0 ± 2 t'],
    [123_456.7, undefined, 't/yr', 'en', '123 500 t/yr'],
    [123_456.7, 0, 't/yr', 'en', '123 500 t/yr'],
    [0.5, undefined, '', 'vi', '0,5'],
  ] as const)('%d with %s %s in %s is %s', (value, sd, unit, lang, text) => {
    expect(spaced(amountText(value, sd, unit, lang))).toBe(text)
  })

  it('may end a line only before its sign', () => {
    expect(amountText(902_000, 19_000, 'm³/yr', 'en').split(' ')).toHaveLength(2)
  })
})

describe('the width of a text', () => {
  it.each([
    // Advance widths of Arial at 1000 units, added up by hand.
    ['Water', 944 + 556 + 278 + 556 + 333],
    ['illicit', 222 * 5 + 500 + 278],
    ['1 234', 4 * 556 + 278],
    ['MMM', 3 * 833],
    ['Wastewater', 944 + 556 + 500 + 278 + 556 + 722 + 556 + 278 + 556 + 333],
  ])('%s is never less than in Arial, and no third more', (text, width) => {
    expect(textWidth(text, 1000)).toBeGreaterThanOrEqual(width)
    expect(textWidth(text, 1000)).toBeLessThan(width * 1.33)
  })

  it('is the same composed and decomposed', () => {
    expect(textWidth('Nước thải'.normalize('NFD'), 11)).toBeCloseTo(
      textWidth('Nước thải'.normalize('NFC'), 11),
      9,
    )
  })
})

describe('breaking a text into lines', () => {
  it('keeps to the width and to the number of lines, and loses nothing but what … stands for', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'W', ' ', 'ệ', '\u00A0', '漢', '1') as fc.Arbitrary<string>,
      maxLength: 80,
    })
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 30, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, lines) => {
          const broken = wrapText(words, { size: 11, width, lines })
          expect(broken.length).toBeLessThanOrEqual(lines)
          expect(broken.filter((line) => textWidth(line, 11) > width + 1e-9)).toEqual([])
          const letters = (parts: string): string => parts.replaceAll(/\s/g, '')
          const all = letters(broken.join(''))
          const kept = all.endsWith('…') ? all.slice(0, -1) : all
          expect(letters(words).startsWith(kept) && (all.endsWith('…') || kept === letters(words))).toBe(true)
        },
      ),
      { seed: 11, numRuns: 500 },
    )
  })

  it('breaks at a fixed space before it breaks a word', () => {
    expect(wrapText('61.170.000.000\u00A0VND/năm', { size: 11, width: 110, lines: 3 })).toEqual([
      '61.170.000.000',
      'VND/năm',
    ])
  })
})
