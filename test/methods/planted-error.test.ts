import { describe, expect, it } from 'vitest'
import { entryOf } from '../../src/diagnostics/catalogue.js'
import { checkContent } from '../../src/templates/check-content.js'
import type { Content, Method } from '../../src/templates/content.js'
import { loadContent } from '../../src/templates/load-content.js'

const { value: content } = loadContent()

function said(changed: Content): readonly string[] {
  return checkContent(changed).map((one) => `${one.code} ${entryOf(one.code)?.message.en(one.args)}`)
}

/** The content with one step of one method written differently. */
function planted(id: string, step: string, change: (formula: string) => string): Content {
  const method = content.methods.get(id) as Method
  const steps = method.steps.map((one) =>
    one.name === step ? { ...one, formula: change(one.formula) } : one,
  )
  return { ...content, methods: new Map([...content.methods, [id, { ...method, steps }]]) }
}

describe('a planted error', () => {
  it('is no part of the content as it is', () => expect(said(content)).toEqual([]))

  it.each([
    ['a divisor forgotten', 'steam-leak', 'water_saved', () => 'steam_lost', 'C108'],
    ['mass added to energy', 'blowdown-rate', 'fuel_saved', (text: string) => `${text} + flow_saved`, 'C108'],
    [
      'a power dropped',
      'furnace-opening-loss',
      'loss',
      (text: string) => text.replace('^ 4 -', '^ 3 -'),
      'C108',
    ],
    [
      'a temperature for a difference',
      'insulation-flat',
      'rise',
      (text: string) => text.replace('(t_surface - t_air)', 't_surface / (1 K)'),
      'C108',
    ],
    ['rows not summed', 'waste-segregation', 'diverted', () => 'tonnes', 'C108'],
    ['a factor of a thousand', 'pump-efficiency', 'hydraulic', (text: string) => `1000 * ${text}`, 'C111'],
    [
      'a wrong sign',
      'dryer-evaporation',
      'water_now',
      (text: string) => text.replace(' - moist_out', ' + moist_out'),
      'C111',
    ],
  ] as const)('%s is caught', (_, id, step, change, code) => {
    const found = said(planted(id, step, change))
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toContain(code)
    expect(found[0]).toContain(id)
  })

  it('in any method: every step that carries a unit refuses another one', () => {
    // An extra kilogram beside a sum, or as a factor, never passes the check of dimensions.
    for (const method of content.methods.values()) {
      const [step] = method.steps.filter(({ rows, repeat }) => rows === undefined && repeat === undefined)
      if (step === undefined) continue
      const found = said(planted(method.id, step.name, (formula) => `(${formula}) * 1 kg`))
      expect({ id: method.id, caught: found.some((text) => text.includes('C108')) }).toEqual({
        id: method.id,
        caught: true,
      })
    }
  })
})
