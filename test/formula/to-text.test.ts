import { expect, it } from 'vitest'
import { parseFormula, toReaderText } from '../../src/formula/index.js'

it.each([
  ['flow > 500 h/yr', 'dòng > 500 h/năm', 'flow > 500 h/yr'],
  ['flow >= 7.5 kW and not idle', 'dòng ≥ 7,5 kW và không idle', 'flow ≥ 7.5 kW and not idle'],
  ['flow * 1200 < 3 m3/h or idle', 'dòng × 1.200 < 3 m³/h hoặc idle', 'flow × 1 200 < 3 m³/h or idle'],
])('%s for a reader', (text, vi, en) => {
  const parsed = parseFormula(text)
  if ('problem' in parsed) throw new Error(text)
  const spaced = (said: string): string => said.replace(/[\u00a0\u202f]/g, ' ')
  expect(spaced(toReaderText(parsed.ast, (name) => (name === 'flow' ? 'dòng' : name), 'vi'))).toBe(vi)
  expect(spaced(toReaderText(parsed.ast, (name) => name, 'en'))).toBe(en)
})
