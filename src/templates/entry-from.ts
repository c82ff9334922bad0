import type {
  ChecklistEntry,
  EntryExample,
  Estimate,
  Evidence,
  Given,
  Saved,
  SignedMedium,
} from './content.js'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Outcome } from '../model/opportunities.js'
import {
  has,
  isMapValue,
  mapList,
  mapOfTexts,
  noOthers,
  oneOf,
  optionalMap,
  optionalNumber,
  optionalText,
  optionalTruth,
  optionalWords,
  recordOf,
  text,
  textList,
  words,
} from './fields.js'
import type { Fields } from './fields.js'

const ROLES = ['raw', 'process', 'packaging', 'chemical', 'operating'] as const

export const MEDIA: readonly Saved[] = [
  'fuel',
  'electricity',
  'water',
  'wastewater',
  'material',
  'waste',
  'heat',
  'demand',
  'money',
]
export const OUTCOMES: readonly Outcome[] = [
  'found',
  'look',
  'needs-data',
  'in-place',
  'not-applicable',
  'waived',
  'failed',
]
export const EVIDENCE: readonly Evidence[] = ['range', 'case', 'vendor', 'derived', 'rule', 'context', 'none']
const PRIORITIES = ['1', '2', '3'] as const
const ORDERS = ['1', '2', '3', '4', '5'] as const

const FIELDS = [
  'id',
  'title',
  'question',
  'reason',
  'system',
  'practice',
  'causes',
  'sectors',
  'priority',
  'fires-on',
  'when',
  'per',
  'stream',
  'order',
  'group',
  'interacts',
  'replaces',
  'saves',
  'material',
  'estimate',
  'verify',
  'risks',
  'data',
  'payback',
  'references',
  'evidence',
  'reviewed',
  'review-by',
  'examples',
]

/** A checklist entry from its file. What is missing or wrong goes to the problems of `fields`. */
export function entryFrom(fields: Fields): ChecklistEntry {
  noOthers(fields, FIELDS)
  return {
    id: text(fields, 'id'),
    title: words(fields, 'title'),
    question: words(fields, 'question'),
    reason: words(fields, 'reason'),
    system: text(fields, 'system'),
    practice: text(fields, 'practice'),
    causes: textList(fields, 'causes'),
    sectors: textList(fields, 'sectors'),
    priority: Number(oneOf(fields, 'priority', PRIORITIES, '2')) as 1 | 2 | 3,
    firesOn: oneOf(fields, 'fires-on', ['data', 'gate'], 'gate'),
    when: text(fields, 'when'),
    ...optional('per', optionalText(fields, 'per')),
    ...optional('stream', optionalText(fields, 'stream')),
    order: Number(oneOf(fields, 'order', ORDERS, '3')) as 1 | 2 | 3 | 4 | 5,
    ...optional('group', optionalText(fields, 'group')),
    interacts: textList(fields, 'interacts'),
    replaces: textList(fields, 'replaces'),
    saves: textList(fields, 'saves').flatMap((written) => signedMedium(fields, written)),
    ...optional('material', has(fields, 'material') ? oneOf(fields, 'material', ROLES, 'raw') : undefined),
    estimate: mapList(fields, 'estimate').map(estimateFrom),
    ...optional('verify', optionalWords(fields, 'verify')),
    ...optional('risks', optionalWords(fields, 'risks')),
    data: words(fields, 'data'),
    ...optional('payback', paybackFrom(optionalMap(fields, 'payback'))),
    references: textList(fields, 'references'),
    evidence: oneOf(fields, 'evidence', EVIDENCE, 'none'),
    reviewed: date(fields, 'reviewed'),
    reviewBy: date(fields, 'review-by'),
    examples: mapList(fields, 'examples').map(exampleFrom),
  }
}

function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T }
}

function signedMedium(fields: Fields, written: string): readonly SignedMedium[] {
  const medium = written.replace(/^[-+]/, '') as Saved
  if (MEDIA.includes(medium)) return [{ medium, sign: written.startsWith('-') ? -1 : 1 }]
  const expected = MEDIA.join(' | ')
  fields.problems.push(diagnose('C104', '', { file: fields.file, field: 'saves', written, expected }))
  return []
}

function date(fields: Fields, name: string): string {
  const written = text(fields, name)
  if (written === '' || /^\d{4}-\d{2}-\d{2}$/.test(written)) return written
  fields.problems.push(
    diagnose('C104', '', { file: fields.file, field: name, written, expected: '2025-12-31' }),
  )
  return ''
}

function estimateFrom(fields: Fields): Estimate {
  const when = optional('when', optionalText(fields, 'when'))
  const range = optionalMap(fields, 'range')
  if (range === undefined) {
    noOthers(fields, ['when', 'method', 'with'])
    return { kind: 'method', ...when, method: text(fields, 'method'), with: givenFrom(fields) }
  }
  noOthers(fields, ['when', 'range'])
  noOthers(range, ['low', 'high', 'of', 'source', 'note'])
  return {
    kind: 'range',
    ...when,
    ...optional('low', optionalNumber(range, 'low')),
    ...optional('high', optionalNumber(range, 'high')),
    of: text(range, 'of'),
    source: text(range, 'source'),
    ...optional('note', optionalWords(range, 'note')),
  }
}

/** `input: expression`, or `input: { base:, low:, high:, source: | choice:, note: }`. */
function givenFrom(fields: Fields): Readonly<Record<string, Given>> {
  const inputs = optionalMap(fields, 'with')
  if (inputs === undefined) return recordOf<Given>([])
  return recordOf(
    Object.keys(inputs.value).map((name) => {
      if (!isMapValue(inputs.value[name])) return [name, { base: text(inputs, name) }] as const
      return [name, valueFrom(optionalMap(inputs, name) as Fields)] as const
    }),
  )
}

function valueFrom(fields: Fields): Given {
  noOthers(fields, ['base', 'low', 'high', 'choice', 'source', 'note'])
  return {
    base: text(fields, 'base'),
    ...optional('low', optionalText(fields, 'low')),
    ...optional('high', optionalText(fields, 'high')),
    ...(optionalTruth(fields, 'choice') === true && { choice: true as const }),
    ...optional('source', optionalText(fields, 'source')),
    ...optional('note', optionalWords(fields, 'note')),
  }
}

function paybackFrom(fields: Fields | undefined): ChecklistEntry['payback'] {
  if (fields === undefined) return undefined
  noOthers(fields, ['low', 'high', 'note'])
  return {
    ...optional('low', optionalNumber(fields, 'low')),
    ...optional('high', optionalNumber(fields, 'high')),
    note: words(fields, 'note'),
  }
}

function exampleFrom(fields: Fields): EntryExample {
  noOthers(fields, ['given', 'answer', 'complete', 'expect', 'evidence'])
  return {
    given: recordOf(mapOfTexts(fields, 'given')),
    ...(has(fields, 'answer') && { answer: oneOf(fields, 'answer', ['yes', 'no', 'n/a'], 'no') }),
    ...optional('complete', optionalTruth(fields, 'complete')),
    expect: oneOf(fields, 'expect', OUTCOMES, 'failed'),
    ...(has(fields, 'evidence') && {
      evidence: oneOf(fields, 'evidence', ['measured', 'reported', 'none'], 'none'),
    }),
  }
}
