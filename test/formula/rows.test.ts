import { describe, expect, it } from 'vitest'
import { expandRows, parseFormula, toText, type Rows } from '../../src/formula/index.js'

/** `x` and `y` have three rows, `z` two of its own, `a` is single. */
const SERIES = new Map([
  ['x', { group: 'first', count: 3 }],
  ['y', { group: 'first', count: 3 }],
  ['z', { group: 'second', count: 2 }],
])

function expanded(text: string, index?: number): string {
  const parsed = parseFormula(text)
  if ('problem' in parsed) throw new Error(text)
  const rows: Rows = {
    series: SERIES,
    nameOf: (name, at) => `${name}_${at}`,
    ...(index !== undefined && { row: { group: 'first', index } }),
  }
  const found = expandRows(parsed.ast, rows)
  if (!('problem' in found)) return toText(found, (name) => name, 'plain')
  const { kind, start, length } = found.problem
  return `${kind} @ ${text.slice(start, start + length)}`
}

describe('a formula over rows', () => {
  it.each([
    ['sum(x * y)', 'sum(x_1 * y_1, x_2 * y_2, x_3 * y_3)'],
    ['sum(x) + sum(z)', 'sum(x_1, x_2, x_3) + sum(z_1, z_2)'],
    ['max(x) - min(z)', 'max(x_1, x_2, x_3) - min(z_1, z_2)'],
    ['sum(a * x)', 'sum(a * x_1, a * x_2, a * x_3)'],
    [
      'sum(x - sum(y) / count(y))',
      'sum(x_1 - sum(y_1, y_2, y_3) / 3, x_2 - sum(y_1, y_2, y_3) / 3, x_3 - sum(y_1, y_2, y_3) / 3)',
    ],
    ['a + 1', 'a + 1'],
    ['if(count(x) > 2, a, 0)', 'if(3 > 2, a, 0)'],
    ['x + 1', 'rows-unsummed @ x'],
    ['sum(x * z)', 'rows-unsummed @ z'],
    ['max(x, 0)', 'rows-unsummed @ x'],
    ['previous(x, 0)', 'rows-only @ previous(x, 0)'],
    ['count(a)', 'rows-none @ a'],
  ])('calculated once: %s', (text, plain) => expect(expanded(text)).toBe(plain))

  it.each([
    ['x * a', 2, 'x_2 * a'],
    ['max(x, 0)', 2, 'max(x_2, 0)'],
    ['previous(x, a) + y', 1, 'a + y_1'],
    ['previous(x, a) + y', 3, 'x_2 + y_3'],
    ['sum(max(y, here(x)))', 2, 'sum(max(y_1, x_2), max(y_2, x_2), max(y_3, x_2))'],
    ['x * sum(z)', 3, 'x_3 * sum(z_1, z_2)'],
    ['not x > 1 and -y < 2', 1, 'not x_1 > 1 and -y_1 < 2'],
    ['z', 1, 'rows-unsummed @ z'],
  ])('of a row: %s', (text, index, plain) => expect(expanded(text, index)).toBe(plain))

  it('leaves neither rows nor their functions, whatever is nested', () => {
    expect(expanded('sum(if(x > here(x), previous(y, 0), max(x)))', 2)).toBe(
      'sum(if(x_1 > x_2, 0, max(x_1, x_2, x_3)), if(x_2 > x_2, y_1, max(x_1, x_2, x_3)), if(x_3 > x_2, y_2, max(x_1, x_2, x_3)))',
    )
  })
})
