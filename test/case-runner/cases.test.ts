import { describe, expect, it } from 'vitest'
import { CONTENT } from '../audit-text.js'
import { caseLines, caseSummary } from './case-table.js'
import { judgeCase, type Verdict } from './judge-case.js'
import { readCase, readCases } from './read-case.js'

const CASES = readCases(new URL('../cases/', import.meta.url).pathname)

function verdict(text: string): Verdict {
  return judgeCase(readCase('made-up.yaml', `id: made-up\ncountry: VN\ncurrency: USD\n${text}`), CONTENT)
}

describe('published factories', () => {
  it('there are at least six', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(6)
  })

  it.each(CASES.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const judged = judgeCase(one, CONTENT)
    expect([judged.failures, judged.problems]).toEqual([[], []])
  })

  it('are a table of one line each', () => {
    expect(caseSummary(CASES.map((one) => judgeCase(one, CONTENT)))).toHaveLength(CASES.length + 1)
  })
})

describe('what a case may say', () => {
  it('a bare number has the unit of the dictionary, and other units are brought there', () => {
    const of = (o2: string): Verdict =>
      verdict(`inputs: { boiler.fuel_class: gas, boiler.flue_gas.o2: ${o2} }
expect: { must_find: [boiler-excess-air-tune] }`)
    for (const written of ['8', '8 %', '{ value: 8, unit: "%" }', '{ value: 0.08, unit: "1" }'])
      expect([written, of(written).failures]).toEqual([written, []])
    expect(of('2').failures).toEqual(['must find boiler-excess-air-tune: not applicable'])
  })

  it('yes-no and words', () => {
    const text = (economizer: string): string => `inputs:
  boiler.flue_gas.temperature: 240
  boiler.hours: 6000 h/y
  boiler.has_economizer: ${economizer}
expect: { must_find: [boiler-economizer] }`
    expect(verdict(text('false')).failures).toEqual([])
    expect(verdict(text('yes')).failures).toHaveLength(1)
  })

  it('a list is one machine after the other, and so is a map', () => {
    const listed = verdict(`inputs:
  boiler.fuel_class: gas
  boiler.flue_gas.o2: [2 %, 9 %]
expect: { must_find: [boiler-excess-air-tune] }`)
    expect([listed.problems, listed.failures]).toEqual([[], []])
    const mapped = verdict(`inputs:
  boiler: [{ flue_gas.o2: 9 %, fuel_class: gas }, { flue_gas.o2: 2 %, fuel_class: gas }]
expect: { must_find: [boiler-excess-air-tune] }`)
    expect([mapped.problems, mapped.failures]).toEqual([[], []])
  })

  it('a name that no dictionary has is said with the nearest one', () => {
    const judged = verdict('inputs: { boiler.flue_gas.o3: 8 }\nexpect: {}')
    expect(judged.problems.join()).toContain('unknown input "boiler.flue_gas.o3"')
    expect(judged.problems.join()).toContain('boiler.flue_gas.o2')
  })

  it('a sector by either spelling', () => {
    const of = (sector: string): Verdict =>
      verdict(`sector: ${sector}\ninputs: { brewery.bottle_washer_count: 2 }
answers_yes: [brew-bottle-washer]\nexpect: { must_find: [brew-bottle-washer] }`)
    expect([of('breweries').failures, of('brewery').failures]).toEqual([[], []])
    expect(of('spacecraft').problems).toEqual(['unknown sector "spacecraft"'])
  })

  it('an entry whose condition holds and whose question is open stands to check, and says which of the two', () => {
    const judged = verdict(
      `inputs: { water.cleaning_share: 40 }\nexpect: { should_find: [water-dry-cleanup] }`,
    )
    expect(caseLines(judged).join('\n')).toContain('its condition holds, the answer is not known')
  })

  it('what asks for nothing has passed nothing, and sentences are no questions', () => {
    const judged = verdict('expect: [rows add to the printed totals]')
    expect([judged.problems, judged.expectedMessages]).toEqual([[], ['rows add to the printed totals']])
    expect(caseLines(judged)[0]).toBe('none  made-up')
  })

  it('what must not be found fails where it is', () => {
    const judged = verdict(`inputs: { air.leak_share: 28 }\nexpect: { must_not: [air-leak-programme] }`)
    expect(judged.failures).toEqual(['must not find air-leak-programme'])
  })
})

describe('numbers', () => {
  const INPUTS = `inputs: { boiler.fuel_use: 40000 GJ/y, boiler.flue_gas.temperature: 220, boiler.flue_gas.o2: 7, boiler.fuel_class: gas }`
  const number = (fields: string): Verdict =>
    verdict(`${INPUTS}\nexpect: { numbers: [{ what: x, ${fields} }] }`)

  it('of an entry: its main saving, a step, a medium', () => {
    for (const output of ['', 'output: fuel_saved, ', 'output: fuel, '])
      expect(
        number(`of: boiler-excess-air-tune, ${output}value: 871.8368, unit: GJ/y, tol: 0.0001`).failures,
      ).toEqual([])
    expect(number('of: boiler-excess-air-tune, value: 900, unit: GJ/y, tol: 0.01').failures).toHaveLength(1)
  })

  it('of a method, whether or not an entry that uses it applies', () => {
    const judged = number('of: share-of-fuel, output: nothing, value: 1, unit: GJ/y')
    expect(judged.failures).toHaveLength(1)
    const run =
      verdict(`inputs: { boiler.flue_gas.o2: 3, boiler.fuel_class: gas, boiler.flue_gas.temperature: 220, boiler.fuel_use: 40000 }
expect: { numbers: [{ what: loss, of: excess-air-tuning, output: loss_now, value: 8.676667, unit: "%", tol: 0.00001 }] }`)
    expect(run.failures).toEqual([])
  })

  it('without a result says why', () => {
    const line = (fields: string): string => caseLines(number(fields)).join('\n')
    expect(line('of: boiler-excess-air-tune, value: 5, unit: m3/yr')).toContain(
      'no result in this unit; it is in GJ/yr',
    )
    expect(line('of: project-economics, value: 2, unit: yr')).toContain('no result; needs ')
    expect(line('of: excess-air-tunin, value: 2, unit: yr')).toContain('the nearest is "excess-air-tuning"')
  })

  it('in another unit, and of nothing in particular', () => {
    expect(number('of: boiler-excess-air-tune, value: 242.177, unit: MWh/y, tol: 0.0001').failures).toEqual(
      [],
    )
    const nearest = number('value: 872, unit: GJ/y')
    expect([nearest.failures, nearest.numbers[0]?.computed]).toEqual([[], expect.closeTo(871.84, 1)])
    expect(caseLines(nearest).join('\n')).toContain('nearest')
  })
})
