/** One term of a linear expression: a name of the formula, the unit of its figure, and a plain number. */
export type LinearTerm = { readonly name: string; readonly unit: string; readonly coefficient: number }

/**
 * `constant + Σ coefficient × term` as a formula whose result is in `unit`, where the coefficients are numbers
 * between the figures as they stand. Between different units a coefficient carries the quotient of them, so
 * that the dimension check holds: `c1 - 0.1 m3/hl * c2`.
 */
export function linearFormula(terms: readonly LinearTerm[], constant: number, unit: string): string {
  const parts = terms.map((term) => signed(term.coefficient, factor(term, unit)))
  if (constant !== 0) parts.push(signed(constant, (size) => `${size} ${unit}`))
  const text = parts.join(' ').replace(/^\+ /, '').replace(/^- /, '-')
  return text === '' ? zeroOf(unit) : text
}

/** Nothing, in a unit; a share has none. */
export function zeroOf(unit: string): string {
  return unit === '1' ? '0' : `0 ${unit}`
}

function signed(value: number, say: (size: number) => string): string {
  return `${value < 0 ? '-' : '+'} ${say(Math.abs(value))}`
}

function factor(term: LinearTerm, unit: string): (size: number) => string {
  if (term.unit === unit) return (size) => (size === 1 ? term.name : `${size} * ${term.name}`)
  return (size) => `${size} ${quotient(unit, term.unit)} * ${term.name}`
}

/** `m3/yr` over `hl/yr` is `m3/hl`. */
export function quotient(target: string, source: string): string {
  const bare = (text: string): string => text.replace(/\/yr$/, '')
  const [above, below] = [bare(target), bare(source)]
  return /[/ ]/.test(below) ? `${above}/(${below})` : `${above}/${below}`
}
