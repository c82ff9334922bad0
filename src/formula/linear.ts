/**
 * A sum of multiples as formula text: `[{a, 1}, {b, -1}, {c, 0.52}]` → `a - b + 0.52 * c`. Coefficients of 1 and
 * −1 are signs, terms with 0 fall out; without terms it is the constant. The constant is a plain number.
 */
export function linear(
  terms: readonly { readonly name: string; readonly coefficient: number }[],
  constant = 0,
): string {
  const signed = terms
    .filter(({ coefficient }) => coefficient !== 0)
    .map(({ name, coefficient }) => {
      const size = Math.abs(coefficient)
      return { minus: coefficient < 0, text: size === 1 ? name : `${size} * ${name}` }
    })
  if (constant !== 0) signed.push({ minus: constant < 0, text: String(Math.abs(constant)) })
  if (signed.length === 0) return '0'
  return signed
    .map(({ minus, text }, index) =>
      index === 0 ? `${minus ? '-' : ''}${text}` : ` ${minus ? '-' : '+'} ${text}`,
    )
    .join('')
}
