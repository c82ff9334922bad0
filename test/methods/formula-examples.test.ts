import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calculate } from '../../src/calculate/calculate.js'
import { loadContent } from '../../src/templates/load-content.js'
import { convert, parseUnit } from '../../src/units/index.js'
import { MAP, type Inputs } from './formula-examples-map.js'

type Example = { readonly inputs: Inputs; readonly results: Readonly<Record<string, number>> }

const { examples } = JSON.parse(readFileSync(new URL('formula-examples.json', import.meta.url), 'utf8')) as {
  readonly examples: Readonly<Record<string, Example>>
}
const { value: content } = loadContent()

/** Every figure of the example as our method computes it. */
function computed(id: string, inputs: Inputs): (step: string, unit: string) => number | undefined {
  const mapped = MAP[id]
  const method = content.methods.get(mapped?.method ?? '')
  if (mapped === undefined || method === undefined) throw new Error(`no method computes "${id}"`)
  const given = new Map(
    Object.entries(mapped.given(inputs)).map(([name, text]) => [
      name,
      [text].flat().map((one) => ({ text: String(one), at: `/${name}` })),
    ]),
  )
  const { value, diagnostics } = calculate(method, given, content)
  expect(diagnostics).toEqual([])
  const figures = new Map(value?.figures.map((figure) => [figure.id, figure]))
  return (step, unit) => {
    const figure = figures.get(step)
    const [from, to] = [parseUnit(figure?.unit ?? '?'), parseUnit(unit)]
    if (!('unit' in from) || !('unit' in to) || figure?.value == null) return undefined
    return convert(figure.value, from.unit, to.unit)
  }
}

describe('the 78 published formula examples', () => {
  it('are all there', () => expect(Object.keys(examples)).toHaveLength(78))

  it.each(Object.entries(examples))('%s', (id, { inputs, results }) => {
    const mapped = MAP[id]
    const valueOf = computed(id, inputs)
    // Every published result is compared, none is passed over.
    expect(Object.keys(mapped?.results ?? {}).sort()).toEqual(Object.keys(results).sort())
    for (const [name, expected] of Object.entries(results)) {
      const [step = '', unit = '1', over] = mapped?.results[name] ?? []
      const found = (valueOf(step, unit) ?? NaN) / (over?.(inputs) ?? 1)
      const near = Math.abs(found - expected) <= 1e-6 * Math.abs(expected) + 1e-12
      expect({ name, found, near }).toEqual({ name, found, near: true })
    }
  })
})
