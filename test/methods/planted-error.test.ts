import { describe, expect, it } from 'vitest'
import { entryOf } from '../../src/diagnostics/catalogue.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { checkMethod } from '../../src/templates/check-method.js'
import type { Method } from '../../src/templates/content.js'
import { loadContent } from '../../src/templates/load-content.js'
import { variableNames } from '../../src/templates/variable-names.js'

const { value: content } = loadContent()

const names = variableNames(content.variables)

function said(method: Method): readonly string[] {
  const problems: Diagnostic[] = []
  checkMethod({ content, names, problems }, method)
  return problems.map((one) => `${one.code} ${entryOf(one.code)?.message.en(one.args)}`)
}

/** A method with one of its steps written differently. */
function planted(id: string, step: string, change: (formula: string) => string): Method {
  const method = content.methods.get(id) as Method
  const steps = method.steps.map((one) =>
    one.name === step ? { ...one, formula: change(one.formula) } : one,
  )
  return { ...method, steps }
}

describe('a planted error', () => {
  it('is in no method as it is', () => expect([...content.methods.values()].flatMap(said)).toEqual([]))

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
