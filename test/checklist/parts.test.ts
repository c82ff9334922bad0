import { describe, expect, it } from 'vitest'
import { doubtfulParts, presencesOf, wordsOf } from '../../src/checklist/parts.js'
import { runChecklists, type ChecklistInput } from '../../src/checklist/run-checklists.js'
import type { VariableLookup, VariableValue } from '../../src/model/variables.js'
import type { ChecklistEntry } from '../../src/templates/content.js'
import { loadContent } from '../../src/templates/load-content.js'

const { value: content } = loadContent()
const template = content.entries.get('furnace-excess-air') as ChecklistEntry

function lookup(
  values: Readonly<Record<string, VariableValue['value']>> = {},
  machines: Readonly<Record<string, readonly string[]>> = {},
): VariableLookup {
  return {
    get: (name) =>
      name in values ? { value: values[name] as VariableValue['value'], unit: '1' } : undefined,
    machines: (system) => machines[system] ?? [],
  }
}

function judge(entry: Partial<ChecklistEntry>, input: Partial<ChecklistInput> = {}) {
  const { per: _, ...rest } = template
  const one = { ...rest, id: 'probe', sectors: [], replaces: [], ...entry }
  // A part is asked for where two questions hang on it.
  const entries = new Map([one, { ...one, id: 'second' }].map((each) => [each.id, each]))
  const { value, diagnostics } = runChecklists({
    content: { ...content, entries },
    variables: lookup(),
    answers: {},
    ...input,
  })
  return { finding: value[0], codes: diagnostics.map(({ code }) => code) }
}

const oxygen = { when: 'furnace.flue_gas.o2 > 5 %' }

describe('a part of the factory', () => {
  it('is there where one of several machines says something of it', () => {
    const store: VariableLookup = {
      get: (name, machine) =>
        name === 'refrigeration.room.fill_share' && machine === 'store'
          ? { value: 0.4, unit: '1' }
          : undefined,
      machines: (system) => (system === 'refrigeration' ? ['plant', 'store'] : []),
    }
    const presences = presencesOf({
      parts: content.parts,
      dictionary: content.variables,
      variables: store,
      answers: {},
      stepKinds: new Set(),
      complete: false,
    })
    expect(presences.get('refrigeration.room')).toMatchObject({ part: { id: 'cold-rooms' }, there: true })
  })

  it('is doubtful where nothing in the file speaks of it', () => {
    const { finding } = judge(oxygen)
    expect(finding).toMatchObject({ outcome: 'needs-data', part: { id: 'furnaces', there: null } })
  })

  it.each([
    ['a machine of its kind', { variables: lookup({}, { furnace: ['f-1'] }) }],
    ['a value of it', { variables: lookup({ 'furnace.wall.temperature': 90 }) }],
    ['an answer yes', { answers: { furnaces: { answer: 'yes' } } }],
  ] as const)('is there by %s', (_, input) => {
    const { finding } = judge(oxygen, input)
    expect(finding?.outcome).toBe('needs-data')
    expect(finding?.part).toBeUndefined()
  })

  it.each([
    ['no', { answers: { furnaces: { answer: 'no' } } }],
    ['n/a', { answers: { furnaces: { answer: 'n/a' } } }],
    ['a complete list of machines', { answers: { 'all-machines-listed': { answer: 'yes' } } }],
  ] as const)('is not there by %s, and what is about it does not apply', (_, input) => {
    const { finding, codes } = judge(oxygen, input)
    expect(finding).toMatchObject({ outcome: 'not-applicable', part: { id: 'furnaces', there: false } })
    expect(finding?.part?.name).toEqual(content.parts.get('furnaces')?.name)
    expect(codes).toEqual([])
  })

  it('is no sign where its count is none, or where it is denied', () => {
    for (const variables of [lookup({ 'furnace.count': 0 }), lookup({ 'furnace.has_recuperator': false })])
      expect(judge(oxygen, { variables }).finding?.part?.there).toBeNull()
  })

  it('said not to be there although the file speaks of it is a contradiction, and the file holds', () => {
    const no = { furnaces: { answer: 'no' } } as const
    const listed = judge(oxygen, { answers: no, variables: lookup({}, { furnace: ['f-1'] }) })
    expect(listed.finding?.outcome).toBe('needs-data')
    expect(listed.codes).toEqual(['C204'])
    const answered = judge(oxygen, { answers: { ...no, probe: { answer: 'yes' } } })
    expect(answered.finding).toMatchObject({ outcome: 'found', evidence: 'reported' })
    expect(answered.codes).toEqual(['C204'])
  })

  it('counts only where the condition cannot hold without it', () => {
    const partOf = (entry: ChecklistEntry) =>
      doubtfulParts([entry, { ...entry, id: 'second' }], presences, {}).get(entry)?.part.id
    const part = (when: string) => partOf({ ...template, when })
    const presences = presencesOf({
      parts: content.parts,
      dictionary: content.variables,
      variables: lookup(),
      answers: { dryers: { answer: 'no' } },
      stepKinds: new Set(),
      complete: false,
    })
    const { per: _, ...rest } = template
    expect(rest.when).toContain('furnace')
    const without = (when: string) => partOf({ ...rest, when } as ChecklistEntry)
    expect(without('furnace.count >= 1 and water.hose_count >= 1')).toBe('furnaces')
    expect(without('furnace.count >= 1 or water.hose_count >= 1')).toBeUndefined()
    expect(without('furnace.count >= 1 or furnace.wall.temperature > 80 C')).toBe('furnaces')
    expect(without('furnace.count >= 1 and dryer.hours > 10 h/yr')).toBe('dryers')
    expect(without('water.hose_count >= 1 and not furnace.has_recuperator')).toBeUndefined()
    expect(without('always')).toBeUndefined()
    expect(part('water.hose_count >= 1')).toBe(template.per === 'furnace' ? 'furnaces' : undefined)
  })

  it('is not asked for where a single open question hangs on it', () => {
    const open = judge(oxygen, { answers: { second: { answer: 'no' } } })
    expect(open.finding).toMatchObject({ outcome: 'needs-data' })
    expect(open.finding?.part).toBeUndefined()
    const none = judge(oxygen, { answers: { second: { answer: 'no' }, furnaces: { answer: 'no' } } })
    expect(none.finding).toMatchObject({ outcome: 'not-applicable', part: { there: false } })
  })

  it('is not there where the class of the sector has none, unless the file or an answer says so', () => {
    const there = (sector: string, answers: ChecklistInput['answers'] = {}) =>
      judge(oxygen, { sector, answers }).finding?.part?.there
    expect([there('seafood'), there('glass')]).toEqual([false, null])
    expect(there('seafood', { furnaces: { answer: 'yes' } })).toBeUndefined()
    const variables = lookup({}, { furnace: ['f-1'] })
    expect(judge(oxygen, { sector: 'seafood', variables }).finding?.part).toBeUndefined()
  })

  it('may be about the first few words of a variable', () => {
    const when = 'refrigeration.chilled_water.temperature < 8 C'
    const plant = { 'refrigeration-plant': { answer: 'yes' } } as const
    expect(judge({ when }).finding?.part?.id).toBe('refrigeration-plant')
    expect(judge({ when }, { answers: plant }).finding?.part?.id).toBe('chilled-water')
    const variables = lookup({ 'refrigeration.chiller.cop': 4 })
    expect(judge({ when }, { answers: plant, variables }).finding?.part).toBeUndefined()
  })

  it('is shown by a step of its kind', () => {
    const when = 'wwtp.aeration.do > 2.5 mg/l'
    expect(judge({ when }).finding?.part?.id).toBe('own-wastewater-treatment')
    const treated = judge({ when }, { stepKinds: new Set(['treatment']) })
    expect(treated.finding?.part).toBeUndefined()
  })
})

describe('parts.yaml', () => {
  it('speaks of words of the dictionary, each in one part, and of no name of an entry', () => {
    const words = new Set([...content.variables.keys()].flatMap(wordsOf))
    const used = [...content.parts.values()].flatMap((part) => part.words)
    expect(used.filter((word) => !words.has(word))).toEqual([])
    expect(used.toSorted()).toEqual([...new Set(used)].toSorted())
    expect(
      [...content.parts.keys()].filter((id) => content.entries.has(id) || content.renamed.has(id)),
    ).toEqual([])
  })
})
