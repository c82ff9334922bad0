import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkCase, type CalculatorCase } from '../vector-families/measur.js'
import { MAPPING } from '../vector-families/measur-mapping.js'

const FOLDER = 'test/vectors'
const NAMES = 'test/methods/measur-names.json'

type Names = Readonly<Record<string, { readonly inputs: object; readonly expected: object }>>

const cases = readdirSync(FOLDER)
  .filter((file) => file.startsWith('measur-'))
  .flatMap((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as readonly CalculatorCase[])
const names = JSON.parse(readFileSync(NAMES, 'utf8')) as Names

/** Names that say again what the other inputs say, or what makes no difference to the answer. */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  // Which inputs there are says it.
  'compressedAir.receiver': ['method'],
  // The sensible heat of cold solid fuel is left out.
  'flueGas.solid.availableHeat': ['fuelTemp'],
  // Excess air says the oxygen; the heat capacity follows from the composition.
  'heatRecovery.condensingFlue': ['flueO2', 'flueCp'],
  // What is delivered changes no cost of what is taken in.
  'water.trueCost': ['delivered'],
}

describe('calculators of public audit tools', () => {
  it('are all answered where they are definitions or physics, and rightly', () => {
    const certain = cases.filter(({ basis }) => basis === 'definition' || basis === 'physics')
    expect(certain.length).toBeGreaterThan(150)
    for (const one of certain) {
      const { name, differences, skipped } = checkCase(one)
      expect({ name, differences, skipped }).toEqual({ name, differences: [], skipped: undefined })
    }
  }, 60_000)

  it('are all mapped, with every name that the files may use', () => {
    expect(Object.keys(MAPPING.calculators).sort()).toEqual(Object.keys(names).sort())
    const missing = Object.entries(names).flatMap(([calculator, { inputs, expected }]) => {
      const variants = MAPPING.calculators[calculator]
      if (variants === undefined || 'skip' in variants) return []
      const read = new Set(JSON.stringify(variants).match(/[A-Za-z]\w*/g))
      const given = new Set(variants.flatMap(({ gives }) => Object.keys(gives)))
      const silent = SILENT[calculator] ?? []
      return [
        ...Object.keys(inputs).filter((name) => !read.has(name) && !silent.includes(name)),
        ...Object.keys(expected).filter((name) => !given.has(name)),
      ].map((name) => `${calculator} ${name}`)
    })
    expect(missing).toEqual([])
  })

  it('would show a wrong method: a number that is off is a difference in both units', () => {
    const one = cases.find((found) => found.calculator === 'furnace.wall') as CalculatorCase
    const off = { ...one, expected: { heatLoss: { value: 500_000, unit: 'Btu/h' } } }
    expect(checkCase(off).differences).toHaveLength(1)
    const twin = { ...one, inputs_si: { ...one.inputs, windVelocity: { value: 5, unit: 'm/s' } } }
    expect(checkCase(twin).differences.length).toBeGreaterThan(1)
    const unknown = { ...one, expected: { heatLost: { value: 1, unit: 'Btu/h' } } }
    expect(checkCase(unknown).differences[0]).toBe('heatLost has no answer')
  })
})
