import { describe, expect, it } from 'vitest'
import { calculate } from '../../src/calculate/calculate.js'
import type { Given } from '../../src/calculate/read-given.js'
import type { Calculated } from '../../src/model/calculated.js'
import { createLedger } from '../../src/formula/index.js'
import { applicableMethod, compileSteps, runSteps } from '../../src/templates/compute-method.js'
import { loadContent } from '../../src/templates/load-content.js'
import { enterSteps } from '../../src/templates/method-figures.js'
import { runExample } from '../../src/templates/run-example.js'

const { value: content } = loadContent()

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Standard normal, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function given(values: Readonly<Record<string, string | readonly string[]>>): Given {
  return new Map(
    Object.entries(values).map(([name, text]) => [
      name,
      [text].flat().map((one) => ({ text: String(one), at: `/${name}` })),
    ]),
  )
}

function answer(method: string, values: Readonly<Record<string, string | readonly string[]>>) {
  const found = content.methods.get(method)
  if (!found) throw new Error(method)
  const { value, diagnostics } = calculate(found, given(values), content)
  expect(diagnostics).toEqual([])
  return value as Calculated
}

const RUNS = 4_000
const SHARE = 0.005

const methods = [...content.methods.values()].map((method) => [method.id, method] as const)

describe('uncertainty to the first order', () => {
  it.each(methods)('%s agrees with a Monte Carlo run of its example', (_, method) => {
    const [example] = method.examples
    const run = example && runExample(method, example)
    if (!run || 'wrong' in run) throw new Error(method.id)
    const plain = applicableMethod(run.method, () => true)
    const steps = compileSteps(plain)
    if ('detail' in steps) throw new Error(steps.detail)
    const base = new Map(plain.inputs.map(({ name }) => [name, run.values.get(name) ?? null]))
    const uncertain = plain.inputs.map(({ name, label, unit }) => {
      const value = base.get(name) ?? null
      return { id: name, label, unit, value, kind: 'input' as const, sd: Math.abs(value ?? 0) * SHARE }
    })
    const ledger = createLedger(uncertain)
    const same = Object.fromEntries(uncertain.map(({ id }) => [id, id]))
    enterSteps(ledger, plain, same, { id: (step) => step, label: (label) => label })
    const answers = [...new Set([...Object.values(plain.outputs), ...plain.results])]
    const random = seeded(20_251_127)
    const sums = new Map(answers.map((name) => [name, { sum: 0, squares: 0 }]))
    for (let index = 0; index < RUNS; index++) {
      const drawn = new Map(base)
      for (const { id, sd } of uncertain) drawn.set(id, (base.get(id) ?? 0) + sd * normal(random))
      const values = runSteps(steps, drawn)
      for (const name of answers) {
        const off = (values.get(name) ?? NaN) - (run.values.get(name) ?? NaN)
        const sum = sums.get(name)
        if (sum) [sum.sum, sum.squares] = [sum.sum + off, sum.squares + off * off]
      }
    }
    for (const name of answers) {
      const { sum = NaN, squares = NaN } = sums.get(name) ?? {}
      const simulated = Math.sqrt(Math.max(0, squares / RUNS - (sum / RUNS) ** 2))
      const first = ledger.get(name)?.sd ?? 0
      // 4 000 draws know a standard deviation to 1.1 %; what bends or jumps there is not linear.
      const near =
        Math.abs(first - simulated) <= 0.05 * simulated + 1e-12 || KINKS.has(`${method.id}.${name}`)
      expect({ name, first, simulated, near }).toEqual({ name, first, simulated, near: true })
    }
  })
})

/** Results that jump or bend within the uncertainty of their example. */
const KINKS: ReadonlySet<string> = new Set([
  // So near to its largest value, 1, that it can only fall.
  'regression-cusum.r2',
])

describe('low, high and what matters most', () => {
  const leak = {
    count: '1',
    hole: '3 mm ± 0.3 mm',
    pressure: '8 bar ± 1 %',
    cd: '0.75 ± 10 %',
    hours: '6000 h/yr',
    h_steam: '2768.3 kJ/kg',
    t_fw: '80 C',
    eff: '80 %',
  }

  it('of a steam leak: the hole counts twice, as its square', () => {
    const { answers, figures } = answer('steam-leak', leak)
    const fuel = answers.find(({ figure }) => figure === 'fuel_saved')
    const value = figures.find(({ id }) => id === 'fuel_saved')?.value ?? NaN
    // By hand: √((2 × 10 %)² + (1 %)² + (10 %)²) = 22.383 %, two of them each way.
    const relative = Math.sqrt(0.2 ** 2 + 0.01 ** 2 + 0.1 ** 2)
    expect((fuel?.low ?? NaN) / value).toBeCloseTo(1 - 2 * relative, 9)
    expect((fuel?.high ?? NaN) / value).toBeCloseTo(1 + 2 * relative, 9)
    expect(fuel?.influences.map(({ input }) => input)).toEqual(['hole', 'cd', 'pressure'])
    expect(fuel?.influences[0]?.share).toBeCloseTo(0.2 ** 2 / relative ** 2, 9)
    expect(fuel?.influences.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  it('is carried through steps that share an input', () => {
    // share = 1 - eff_now / eff_after has no part of fuel; fuel_saved = fuel × share has all three.
    const { answers } = answer('fuel-saving-efficiency', {
      fuel: '50000 GJ/yr ± 4 %',
      eff_now: '80 % ± 1 %',
      eff_after: '84 %',
    })
    const of = (name: string) => answers.find(({ figure }) => figure === name)
    const sd = (of('fuel_saved')?.high ?? NaN) - 50000 * (1 - 80 / 84)
    // `80 % ± 1 %` is one point.
    expect(sd / 2).toBeCloseTo(Math.hypot(50000 * (1 - 80 / 84) * 0.04, (50000 * 0.01) / 0.84), 6)
  })

  it('is nothing where no input says how well it is known', () => {
    const { answers } = answer('fuel-saving-efficiency', {
      fuel: '1 GJ/yr',
      eff_now: '80 %',
      eff_after: '84 %',
    })
    expect(answers.every(({ low, influences }) => low === undefined && influences.length === 0)).toBe(true)
  })

  it('takes a basis for what the tool says of it, but not of a temperature', () => {
    const { figures } = answer('air-inlet-temperature', {
      kwh: '500000 kWh/yr (billed)',
      t_now: '42 C (measured)',
      t_after: '33 C ± 1 K',
    })
    const sd = (id: string) => figures.find((figure) => figure.id === id)?.sd
    expect(sd('kwh')).toBeCloseTo(500000 * (content.uncertainty.byBasis['billed'] ?? NaN), 6)
    expect(sd('t_now')).toBeUndefined()
    expect(sd('t_after')).toBe(1)
  })
})
