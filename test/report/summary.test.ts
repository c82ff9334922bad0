import { describe, expect, it } from 'vitest'
import { renderJson, renderJsonLine } from '../../src/report/json.js'
import { renderMarkdown } from '../../src/report/markdown.js'
import { showFigure } from '../../src/report/show-figure.js'
import { renderSummary } from '../../src/report/summary.js'
import { sameText } from '../../src/model/text.js'
import { smallAudit } from '../cli/small-audit.js'

const plain = (_style: string, text: string): string => text

describe('reports in text', () => {
  for (const lang of ['en', 'vi'] as const) {
    it(`summary (${lang})`, async () => {
      const text = renderSummary(smallAudit, { lang, paint: plain, width: 100 })
      await expect(text).toMatchFileSnapshot(`golden/summary.${lang}.txt`)
    })
    it(`Markdown (${lang})`, async () => {
      await expect(renderMarkdown(smallAudit, { lang })).toMatchFileSnapshot(`golden/report.${lang}.txt`)
    })
  }

  it('keeps to ASCII on an English screen', () => {
    // oxlint-disable-next-line no-control-regex
    expect(renderSummary(smallAudit, { lang: 'en', paint: plain, width: 80 })).toMatch(/^[\u0000-\u007f]*$/)
  })

  it('points at the worst of the problems, wherever it comes from', () => {
    const [first] = smallAudit.diagnostics
    if (first === undefined) throw new Error('the small audit has no problem')
    const said = (...codes: readonly ('note' | 'warning' | 'error')[]): string => {
      const diagnostics = codes.map((severity, index) => ({ ...first, code: `E20${index}`, severity }))
      return renderSummary({ ...smallAudit, diagnostics }, { lang: 'en', paint: plain, width: 100 })
    }
    expect(said('note', 'warning', 'error')).toContain('recp explain E202')
    expect(said('note', 'warning')).toContain('recp explain E201')
    expect(said()).not.toContain('recp explain')
  })

  it('survives an audit in which nothing is known', () => {
    const bare = {
      ...smallAudit,
      figures: [],
      findings: [],
      diagnostics: [],
      reconciled: { ...smallAudit.reconciled, balances: [] },
      evaluation: { ...smallAudit.evaluation, opportunities: [] },
    }
    const text = renderSummary(bare, { lang: 'en', paint: plain, width: 80 })
    expect(text).toContain('no balance of the whole site')
    expect(text).toContain('not known')
    expect(renderMarkdown(bare, { lang: 'en' })).toContain('None.')
  })

  it('keeps names of others from breaking a table', () => {
    expect(renderMarkdown(smallAudit, { lang: 'en' })).toContain('Small \\| brewery')
  })
})

describe('renderJson', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [{ b: 1, a: [undefined, -0], c: undefined }, '{"a":[null,0],"b":1}\n'],
    [
      {
        ['__proto__']: 1,
        z: new Map([
          ['b', 2],
          ['a', 1],
        ]),
      },
      '{"__proto__":1,"z":{"a":1,"b":2}}\n',
    ],
    [JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}\n'],
    [1.5e-9, '1.5e-9\n'],
  ]
  for (const [value, line] of cases)
    it(`writes ${line.trimEnd()}`, () => {
      expect(renderJsonLine(value)).toBe(line)
      expect(JSON.parse(renderJson(value))).toEqual(JSON.parse(line))
    })
})

describe('showFigure', () => {
  const figure = (value: number | null, unit: string) => ({
    id: 'x',
    label: sameText('x'),
    value,
    unit,
    kind: 'input' as const,
  })
  const cases: readonly (readonly [number | null, string, string, string])[] = [
    [41_234.5, 'EUR/yr', '41 230 EUR/yr', '41 230 EUR/yr'],
    [0.5, 'm3/t', '0.5 m3/t', '0.5 m³/t'],
    [12.34, 'tCO2e/yr', '12.34 tCO2e/yr', '12.34 tCO₂e/yr'],
    [null, 't', '-', '–'],
  ]
  for (const [value, unit, ascii, proper] of cases)
    it(`${value} ${unit}`, () => {
      expect(showFigure(figure(value, unit), 'en')).toBe(ascii)
      expect(showFigure(figure(value, unit), 'en', 'proper')).toBe(proper)
    })
})
