import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withAnswer, type WalkAnswer } from '../../src/cli/walk/answer-text.js'
import { readYaml } from '../../src/load/read-yaml.js'

const HEAD = '# kept\nrecp: 1\nsite: { id: a, name: "A, B" } # kept too\nperiod: 2024\n'

function edited(text: string, entry: string, answer: WalkAnswer): string {
  const result = withAnswer(text, entry, answer)
  if ('refused' in result) throw new Error(result.refused)
  return result.text
}

describe('an answer written into a site file', () => {
  it.each([
    ['no section yet', '', 'answers:\n  leak: yes\n'],
    ['an empty section', 'answers: # none yet\nnotes: []\n', 'answers: # none yet\n  leak: yes\nnotes: []\n'],
    ['an empty map', 'answers: {}\n', 'answers: { leak: yes }\n'],
    ['a map in braces', 'answers: { a: no } # kept\n', 'answers: { a: no, leak: yes } # kept\n'],
    ['a comma at its end', 'answers: { a: no, }\n', 'answers: { a: no, leak: yes, }\n'],
    [
      'lines',
      'answers:\n    a: no   # why\n    # more\n\nnotes: []\n',
      'answers:\n    a: no   # why\n    leak: yes\n    # more\n\nnotes: []\n',
    ],
    [
      'a deep last entry',
      'answers:\n  a:\n    answer: no\n    note: x # y\nnotes: []\n',
      'answers:\n  a:\n    answer: no\n    note: x # y\n  leak: yes\nnotes: []\n',
    ],
    ['another answer', 'answers:\n  leak:   no  # measured\n', 'answers:\n  leak:   yes  # measured\n'],
    [
      'fields in braces',
      'answers: { leak: { answer: no, invest: 5 EUR } }\n',
      'answers: { leak: { answer: yes, invest: 5 EUR } }\n',
    ],
    [
      'fields on lines',
      'answers:\n  leak:\n    note: old\n    answer: no\n',
      'answers:\n  leak:\n    note: old\n    answer: yes\n',
    ],
    ['no line end', 'notes: []', 'notes: []\nanswers:\n  leak: yes\n'],
    [
      'lines of Windows',
      'answers:\r\n  a: no\r\nnotes: []\r\n',
      'answers:\r\n  a: no\r\n  leak: yes\r\nnotes: []\r\n',
    ],
  ])('%s', (_, before, after) => {
    expect(edited(HEAD + before, 'leak', { answer: 'yes' })).toBe(HEAD + after)
  })

  it('takes a note, whatever stands in it', () => {
    const answer: WalkAnswer = { answer: 'n/a', note: 'Không có: "lò" # {nào}, \\ thật' }
    expect(edited(HEAD, 'leak', answer)).toBe(
      `${HEAD}answers:\n  leak: { answer: n/a, note: "Không có: \\"lò\\" # {nào}, \\\\ thật" }\n`,
    )
    const fields = 'answers:\n  leak:\n    answer: no\n    invest: 5 EUR\n'
    expect(edited(HEAD + fields, 'leak', { answer: 'yes', note: 'seen' })).toBe(
      `${HEAD}answers:\n  leak:\n    answer: yes\n    note: "seen"\n    invest: 5 EUR\n`,
    )
    const both = 'answers: { leak: { note: old, answer: no } }\n'
    expect(edited(HEAD + both, 'leak', { answer: 'yes', note: 'new' })).toContain(
      '{ note: "new", answer: yes }',
    )
  })

  it.each([
    ['a table of their own', 'answers: answers.csv\n', 'elsewhere'],
    ['a name for another map', 'x: &x { a: no }\nanswers: *x\n', 'form'],
    ['entries merged from elsewhere', 'x: &x { a: no }\nanswers:\n  <<: *x\n', 'form'],
  ])('refuses %s', (_, body, refused) => {
    expect(withAnswer(HEAD + body, 'leak', { answer: 'yes' })).toEqual({ refused })
  })

  it.each(['[1, 2]', 'a: [', '{ recp: 1, site: {} }', '', 'recp: 1\n...\n'])('refuses %j', (text) => {
    expect(withAnswer(text, 'leak', { answer: 'yes' })).toEqual({ refused: 'form' })
  })

  const examples = readdirSync(join(import.meta.dirname, '../../examples'))
  it.each(examples)('leaves every other byte of %s as it is', (name) => {
    const text = readFileSync(join(import.meta.dirname, '../../examples', name, 'site.yaml'), 'utf8')
    const after = edited(text, 'made-up-entry', { answer: 'no', note: 'x' })
    const [line] = after.split('\n').filter((one) => one.includes('made-up-entry'))
    expect(after.replace(`${line}\n`, '')).toBe(text)
  })

  it('is what is read back, after any number of answers', () => {
    const entry = fc.constantFrom('leak', 'trap', 'lamp', 'pump', 'cod-2')
    const answer = fc.record({
      answer: fc.constantFrom<'yes' | 'no' | 'n/a'>('yes', 'no', 'n/a'),
      note: fc.option(
        fc.string({ minLength: 1, maxLength: 30 }).filter((s) => s.trim() !== ''),
        { nil: undefined },
      ),
    })
    const start = fc.constantFrom(
      '',
      'answers: {}\n',
      'answers:\n  leak: no # x\nnotes: []\n',
      'answers: { trap: { answer: no, life: 5 yr } }\n',
    )
    fc.assert(
      fc.property(start, fc.array(fc.tuple(entry, answer), { maxLength: 8 }), (body, steps) => {
        let text = HEAD + body
        for (const [id, { note, ...rest }] of steps)
          text = edited(text, id, note === undefined ? rest : { ...rest, note })
        const read = readYaml(text, '', new Map()).value ?? {}
        const last = new Map(steps)
        const answers = (read['answers'] ?? {}) as Record<string, string | { answer: string }>
        for (const [id, { answer: said }] of last) {
          const found = answers[id]
          expect(typeof found === 'object' ? found.answer : found).toBe(said)
        }
        expect(text.startsWith(HEAD)).toBe(true)
      }),
    )
  })
})
