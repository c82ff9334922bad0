import { describe, expect, it } from 'vitest'
import { runChecklists } from '../../src/checklist/run-checklists.js'
import type { ChecklistInput } from '../../src/checklist/run-checklists.js'
import type { VariableLookup, VariableValue } from '../../src/model/variables.js'
import type { ChecklistEntry } from '../../src/templates/content.js'
import { loadContent } from '../../src/templates/load-content.js'

const { value: content } = loadContent()
const template = content.entries.get('air-leak-programme') as ChecklistEntry

function lookup(
  values: Readonly<Record<string, VariableValue>>,
  machines: Readonly<Record<string, readonly string[]>> = {},
): VariableLookup {
  return {
    get: (name, machine) => values[`${machine ?? ''}:${name}`] ?? values[name],
    machines: (system) => machines[system] ?? [],
  }
}

function run(entry: Partial<ChecklistEntry>, input: Partial<ChecklistInput> = {}) {
  const whole = { ...template, id: 'probe', sectors: [], replaces: [], ...entry }
  const entries = new Map([[whole.id, whole as ChecklistEntry]])
  return runChecklists({ content: { ...content, entries }, variables: lookup({}), answers: {}, ...input })
}

const share = (value: number): VariableValue => ({ value, unit: '1', at: '/facts/x' })
const yes = { probe: { answer: 'yes' } } as const
const no = { probe: { answer: 'no' } } as const
const notHere = { probe: { answer: 'n/a' } } as const
const leaks = { when: 'air.leak_share > 10 %' }

describe('what fires', () => {
  const high = lookup({ 'air.leak_share': share(0.28) })
  const low = lookup({ 'air.leak_share': share(0.05) })
  const none = lookup({})
  it.each([
    ['data', high, {}, 'found', 'measured', false],
    ['data', high, yes, 'found', 'measured', false],
    ['data', high, no, 'found', 'measured', true],
    ['data', none, yes, 'found', 'reported', false],
    ['data', none, no, 'in-place', 'reported', false],
    ['data', none, {}, 'needs-data', 'none', false],
    ['data', none, notHere, 'not-applicable', 'reported', false],
    ['data', low, {}, 'not-applicable', 'measured', false],
    ['data', low, yes, 'not-applicable', 'measured', true],
    ['gate', high, {}, 'look', 'none', false],
    ['gate', high, yes, 'found', 'measured', false],
    ['gate', high, no, 'in-place', 'reported', false],
    ['gate', none, yes, 'found', 'reported', false],
    ['gate', none, {}, 'look', 'none', false],
    ['gate', low, {}, 'not-applicable', 'measured', false],
    ['gate', low, yes, 'not-applicable', 'measured', true],
  ] as const)('%s entry, case %#', (firesOn, variables, answers, outcome, evidence, contradicts) => {
    const { value, diagnostics } = run({ ...leaks, firesOn }, { variables, answers })
    expect(value[0]).toMatchObject({ outcome, evidence, contradicts })
    expect(diagnostics.map((one) => one.code)).toEqual(contradicts ? ['C203'] : [])
  })

  it('shows what the condition saw', () => {
    const { value } = run(
      { when: 'air.leak_share > 10 % and air.compressor.power > 22 kW' },
      { variables: high },
    )
    expect(value[0]?.condition).toContain('air.leak_share')
    expect(value[0]?.seen).toEqual([
      { name: 'air.leak_share', value: '28 %', at: '/facts/x' },
      { name: 'air.compressor.power', value: null },
    ])
    expect(value[0]?.lacks).toEqual(['air.compressor.power'])
  })

  it('lets a false part decide over an unknown one', () => {
    const { value } = run(
      { when: 'air.leak_share > 10 % and air.compressor.power > 22 kW' },
      { variables: low },
    )
    expect(value[0]).toMatchObject({ outcome: 'not-applicable', lacks: [] })
  })

  it('converts units, and fails one entry where they do not fit', () => {
    const inWatt = lookup({ 'air.compressor.power': { value: 90_000, unit: 'W' } })
    expect(
      run({ when: 'air.compressor.power > 22 kW' }, { variables: inWatt }).value[0]?.seen[0]?.value,
    ).toBe('90 kW')
    const wrong = lookup({ 'air.compressor.power': { value: 90, unit: 'kg' } })
    const { value, diagnostics } = run({ when: 'air.compressor.power > 22 kW' }, { variables: wrong })
    expect(value[0]?.outcome).toBe('failed')
    expect(diagnostics.map((one) => one.code)).toEqual(['C202'])
  })
})

describe('machines', () => {
  const entry = { when: 'boiler.flue_gas.temperature > 180 C', per: 'boiler' }
  const degrees = (value: number, at: string): VariableValue => ({ value, unit: 'C', at })

  it('are looked at one by one', () => {
    const variables = lookup(
      {
        'b1:boiler.flue_gas.temperature': degrees(240, '/1'),
        'b2:boiler.flue_gas.temperature': degrees(150, '/2'),
      },
      { boiler: ['b1', 'b2', 'b3'] },
    )
    const outcomes = run(entry, { variables }).value.map((one) => [one.machine, one.outcome])
    expect(outcomes).toEqual([
      ['b1', 'found'],
      ['b2', 'not-applicable'],
      ['b3', 'needs-data'],
    ])
  })

  it('are one finding while none of them says anything', () => {
    const { value } = run(entry, { variables: lookup({}, { boiler: ['b1', 'b2'] }) })
    expect(value).toHaveLength(1)
    expect(value[0]).toMatchObject({ outcome: 'needs-data' })
    expect(value[0]?.machine).toBeUndefined()
  })

  it('share one answer only where the figures say nothing of any of them', () => {
    const machines = { boiler: ['b1', 'b2'] }
    const hot = lookup({ 'b1:boiler.flue_gas.temperature': degrees(240, '/1') }, machines)
    const outcomes = (variables: VariableLookup) =>
      run(entry, { variables, answers: yes }).value.map((one) => [one.machine, one.outcome, one.evidence])
    expect(outcomes(hot)).toEqual([
      ['b1', 'found', 'measured'],
      ['b2', 'needs-data', 'none'],
    ])
    const cool = lookup({ 'b1:boiler.flue_gas.temperature': degrees(150, '/1') }, machines)
    expect(run(entry, { variables: cool, answers: yes }).diagnostics).toEqual([])
    expect(outcomes(cool)).toEqual([
      ['b1', 'not-applicable', 'measured'],
      ['b2', 'found', 'reported'],
    ])
    expect(outcomes(lookup({}, machines))).toEqual([[undefined, 'found', 'reported']])
  })

  it('that are not on a complete list are not there', () => {
    const gate = { firesOn: 'gate', when: 'pump.count >= 1' } as const
    expect(run(gate).value[0]?.outcome).toBe('look')
    expect(run(gate, { complete: true }).value[0]?.outcome).toBe('not-applicable')
    expect(run({ when: 'pump.power > 7.5 kW' }, { complete: true }).value[0]?.outcome).toBe('not-applicable')
    const listed = lookup({}, { pump: ['p1'] })
    expect(
      run({ when: 'pump.power > 7.5 kW' }, { complete: true, variables: listed }).value[0]?.outcome,
    ).toBe('needs-data')
  })
})

describe('sectors', () => {
  const ids = (sector?: string, answers: ChecklistInput['answers'] = {}): readonly string[] =>
    runChecklists({
      content,
      variables: lookup({}),
      answers,
      ...(sector !== undefined && { sector }),
    }).value.map((one) => one.entry)

  it('get their own entries, under any of their names', () => {
    expect(ids()).not.toContain('tex-liquor-ratio')
    expect(ids('textile-finishing')).toContain('tex-liquor-ratio')
    expect(ids('textile-dyeing')).toContain('tex-liquor-ratio')
    expect(ids('brewery')).not.toContain('tex-liquor-ratio')
  })

  it('have their entry instead of the generic twin, unless that one is answered', () => {
    expect(ids('brewery')).toContain('heat-recovery-effluent')
    expect(ids('textile-finishing')).not.toContain('heat-recovery-effluent')
    expect(ids('textile-finishing', { 'heat-recovery-effluent': { answer: 'no' } })).toContain(
      'heat-recovery-effluent',
    )
  })
})

describe('waivers', () => {
  const waiver = { entry: 'probe', by: 'RECP team', reason: 'rented boiler', until: '2024-06-30' }

  it('set an entry aside until their day', () => {
    const { value } = run(leaks, { waivers: [waiver], date: '2024-06-30' })
    expect(value[0]).toMatchObject({ outcome: 'waived', note: 'rented boiler · RECP team · 2024-06-30' })
  })

  it('expire, and say so', () => {
    const { value, diagnostics } = run(leaks, { waivers: [waiver], date: '2024-07-01' })
    expect(value[0]?.outcome).toBe('needs-data')
    expect(diagnostics.map((one) => one.code)).toEqual(['C201'])
  })
})

describe('hostile names', () => {
  it('reach nothing', () => {
    const answers = JSON.parse('{"__proto__": {"answer": "yes"}, "constructor": {"answer": "yes"}}') as object
    const { value } = run({ ...leaks, id: 'toString' }, { answers: answers as ChecklistInput['answers'] })
    expect(value[0]).toMatchObject({ entry: 'toString', outcome: 'needs-data' })
    expect(value[0]?.answer).toBeUndefined()
  })
})

describe('a finding', () => {
  it('is the same for the same input', () => {
    const all = () => runChecklists({ content, variables: lookup({}), answers: {}, sector: 'seafood' })
    expect(JSON.stringify(all())).toBe(JSON.stringify(all()))
  })

  it('never becomes found by taking data away', () => {
    const given = { 'air.leak_share': share(0.05), 'air.pressure_margin': { value: 0.2, unit: 'bar' } }
    for (const name of Object.keys(given)) {
      const less = Object.fromEntries(Object.entries(given).filter(([key]) => key !== name))
      const found = runChecklists({ content, variables: lookup(less), answers: {} }).value
      expect(found.filter((one) => one.outcome === 'found')).toEqual([])
    }
  })
})
