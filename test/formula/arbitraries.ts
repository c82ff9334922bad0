import fc from 'fast-check'

/** Random formula text over plain numbers `a1` … `a6` and truths made of them. Always reads and compiles. */
export const CELLS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'] as const

export type Tied = { readonly number: string; readonly truth: string }

const literal = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.constantFrom('0.5', '2.25', '6 %', '1e-3'),
)
const name = fc.constantFrom(...CELLS)
const run = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, count]) => CELLS.slice(from, from + count).join(', '))

export const formulas = fc.letrec<Tied>((tie) => {
  const two = fc.tuple(tie('number'), tie('number'))
  return {
    number: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'formula' },
      { weight: 3, arbitrary: name },
      { weight: 1, arbitrary: literal },
      {
        weight: 6,
        arbitrary: fc
          .tuple(two, fc.constantFrom('+', '-', '*', '/'))
          .map(([[a, b], op]) => `(${a}) ${op} (${b})`),
      },
      { weight: 1, arbitrary: tie('number').map((a) => `-(${a})`) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie('number'), fc.constantFrom('2', '3', '-1', '0.5', '(-2)'))
          .map(([a, by]) => `(${a})^${by}`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom('sum', 'min', 'max'), run).map(([f, list]) => `${f}(${list})`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('sum', 'min', 'max'), two)
          .map(([f, [a, b]]) => `${f}(${a}, ${b})`),
      },
      { weight: 1, arbitrary: fc.tuple(name, run, name).map(([a, list, b]) => `rank(${a}, ${list}, ${b})`) },
      { weight: 1, arbitrary: fc.tuple(name, run).map(([a, list]) => `rank(${a}, ${list})`) },
      { weight: 1, arbitrary: fc.tuple(name, tie('number')).map(([a, b]) => `rank(${a}, ${a}, ${b})`) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom(
              'abs',
              'sqrt',
              'floor',
              'ceil',
              'ln',
              'log10',
              'sin',
              'cos',
              'asin',
              'acos',
              'atan',
            ),
            tie('number'),
          )
          .map(([f, a]) => `${f}(${a})`),
      },
      { weight: 2, arbitrary: fc.tuple(tie('truth'), two).map(([t, [a, b]]) => `if(${t}, ${a}, ${b})`) },
    ),
    truth: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'formula' },
      {
        weight: 4,
        arbitrary: fc
          .tuple(two, fc.constantFrom('<', '>', '<=', '>='))
          .map(([[a, b], op]) => `(${a}) ${op} (${b})`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(name, name, fc.constantFrom('==', '!=')).map(([a, b, op]) => `${a} ${op} ${b}`),
      },
      { weight: 1, arbitrary: fc.constantFrom('true', 'false', 'always') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tie('truth'), tie('truth'), fc.constantFrom('and', 'or'))
          .map(([a, b, op]) => `(${a}) ${op} (${b})`),
      },
      { weight: 1, arbitrary: tie('truth').map((a) => `not (${a})`) },
    ),
  }
})

/** Values of the cells; `null` is unknown. */
export const environments = (nulls: boolean) =>
  fc.array(
    nulls
      ? fc.oneof(
          { weight: 3, arbitrary: fc.integer({ min: -4, max: 9 }) },
          { weight: 1, arbitrary: fc.constant(null) },
        )
      : fc.oneof(fc.integer({ min: -4, max: 9 }), fc.constantFrom(0.1, 2.5, 0.001, 123456.789)),
    { minLength: 6, maxLength: 6 },
  )
