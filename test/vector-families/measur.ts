import { contentOfFolder } from '../../src/templates/own-content.js'
import type { Family, Outcome } from './family.js'
import { known, runMethod, type Knowledge, type Known } from './measur-calculate.js'
import { fileUnit, MAPPING, type Variant } from './measur-mapping.js'

type Quantities = Readonly<
  Record<string, { readonly value: number | string | readonly number[]; readonly unit: string }>
>

export type CalculatorCase = {
  readonly calculator: string
  readonly case: string
  readonly inputs: Quantities
  readonly expected: Quantities
  readonly inputs_si?: Quantities
  readonly expected_si?: Quantities
  readonly tolerance: { readonly rel: number; readonly abs?: number; readonly rel_other_constants?: number }
  readonly basis: 'definition' | 'physics' | 'constants' | 'empirical'
  readonly quality: string
}

const { methods } = contentOfFolder('templates').value

/** How far the answers from the source units and from their SI twins may lie apart: the twins have ten digits. */
const TWINS = 1e-6

function knowledgeOf(inputs: Quantities, free: readonly string[]): Knowledge {
  return new Map(
    Object.entries(inputs).map(([name, { value, unit }]): [string, Known] => {
      if (typeof value === 'string') return [name, { unit: 'text', values: [value], list: false }]
      const { times, unit: own } = fileUnit(unit, free.includes(name))
      const values = (typeof value === 'number' ? [value] : value).map((one) => one * times)
      return [name, { unit: own, values, list: typeof value !== 'number' }]
    }),
  )
}

function variantFor(variants: readonly Variant[], inputs: Quantities): Variant | undefined {
  return variants.find(({ when = [], reads = {} }) => {
    const given = when.every((name) => inputs[name] !== undefined)
    return given && Object.entries(reads).every(([name, unit]) => inputs[name]?.unit === unit)
  })
}

/** Everything that follows from the inputs of a case. */
function answers(variant: Variant, inputs: Quantities): Knowledge {
  const { free = [], absent = {}, calculate } = variant
  const knowledge = knowledgeOf(inputs, free)
  for (const [alias, [id, formulas]] of Object.entries(calculate)) {
    const method = methods.get(id)
    if (method === undefined) throw new Error(`there is no method "${id}"`)
    const filled = Object.fromEntries(
      Object.entries(formulas).map(([input, formula]) => [input, withAbsent(formula, absent, inputs)]),
    )
    runMethod(method, filled, alias, knowledge)
  }
  return knowledge
}

/** What stands in the place of names that the case does not give. */
function withAbsent(formula: string, absent: Readonly<Record<string, string>>, inputs: Quantities): string {
  let filled = formula
  for (const [name, instead] of Object.entries(absent)) {
    if (inputs[name] !== undefined) continue
    filled = filled.replace(new RegExp(`(?<![\\w."])${name}(?![\\w."(])`, 'g'), () => `(${instead})`)
  }
  return filled
}

function found(
  variant: Variant,
  knowledge: Knowledge,
  name: string,
  unit: string,
): readonly (number | null)[] | undefined {
  const formula = variant.gives[name]
  if (formula === undefined) return undefined
  const { times, unit: own } = fileUnit(unit, variant.free?.includes(name) === true)
  return known(formula, knowledge, own)?.values.map((value) =>
    typeof value === 'number' ? value / times : null,
  )
}

function resultDifferences(
  variant: Variant,
  one: CalculatorCase,
  [inputs, expected]: readonly [Quantities, Quantities],
): string[] {
  const knowledge = answers(variant, inputs)
  const { rel, abs = 0, rel_other_constants: other = 0 } = one.tolerance
  return Object.entries(expected).flatMap(([name, { value, unit }]) => {
    const values = found(variant, knowledge, name, unit)
    const wanted = typeof value === 'object' ? value : [Number(value)]
    if (values === undefined) return [`${name} has no answer`]
    return wanted.flatMap((number, at) => {
      const actual = values[at] ?? null
      const near =
        actual !== null && Math.abs(actual - number) <= Math.max(abs, Math.max(rel, other) * Math.abs(number))
      return near ? [] : [`${name} is ${actual}, expected ${number} ${unit}`]
    })
  })
}

/** Source units and SI twins are the same question. */
function twinDifferences(variant: Variant, one: CalculatorCase): string[] {
  if (one.inputs_si === undefined) return []
  const [first, second] = [answers(variant, one.inputs), answers(variant, one.inputs_si)]
  return Object.entries(one.expected).flatMap(([name, { unit }]) => {
    const [a = [], b = []] = [found(variant, first, name, unit), found(variant, second, name, unit)]
    const apart = a.some(
      (value, at) => !(Math.abs((value ?? NaN) - (b[at] ?? NaN)) <= TWINS * Math.abs(value ?? NaN)),
    )
    return apart ? [`${name} is ${a.join(' ')} from source units and ${b.join(' ')} from SI`] : []
  })
}

/** One case against the methods; the reason where it is not compared. */
export function checkCase(one: CalculatorCase): Outcome {
  const name = `${one.calculator} ${one.case}`
  const group = one.calculator
  const variants = MAPPING.calculators[one.calculator]
  if (variants === undefined) return { name, group, differences: [], skipped: 'no such calculator is mapped' }
  if ('skip' in variants) return { name, group, differences: [], skipped: variants.skip }
  const variant = variantFor(variants, one.inputs)
  if (variant === undefined)
    return { name, group, differences: [`no variant takes ${Object.keys(one.inputs).join(', ')}`] }
  const twins: (readonly [Quantities, Quantities])[] = [[one.inputs, one.expected]]
  if (one.inputs_si !== undefined || one.expected_si !== undefined)
    twins.push([one.inputs_si ?? one.inputs, one.expected_si ?? one.expected])
  const differences = [
    ...twins.flatMap((twin) => resultDifferences(variant, one, twin)),
    ...twinDifferences(variant, one),
  ]
  const reason = differences.length === 0 ? undefined : excuse(variant, one)
  return reason === undefined
    ? { name, group, differences }
    : { name, group, differences: [], skipped: reason }
}

/** Why a difference is none of recp's: only for numbers that the file itself does not stand for. */
function excuse(variant: Variant, one: CalculatorCase): string | undefined {
  if (one.quality.includes('suspect')) return 'the file holds the published number for wrong'
  return one.basis === 'empirical' ? variant.differs : variant.wrong
}

function check(file: unknown): readonly Outcome[] {
  return Array.isArray(file) ? (file as readonly CalculatorCase[]).map(checkCase) : []
}

/** Calculators of public audit tools, through the mapping of measur.yaml. */
export const measurFamily: Family = { prefix: 'measur-', check }
