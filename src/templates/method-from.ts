import { diagnose } from '../diagnostics/catalogue.js'
import { withDemand } from './coincident-demand.js'
import type { Method, MethodInput, MethodStep, Saved } from './content.js'
import { MEDIA } from './entry-from.js'
import {
  has,
  mapList,
  mapOfMaps,
  mapOfTextLists,
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

const KEYS = [
  'id',
  'title',
  'system',
  'about',
  'inputs',
  'steps',
  'outputs',
  'demand',
  'results',
  'limits',
  'references',
  'examples',
]

/** A method from its file. What is missing or wrong goes to the problems of `fields`. */
export function methodFrom(fields: Fields): Method {
  noOthers(fields, [...KEYS])
  const [system, about] = [optionalText(fields, 'system'), optionalWords(fields, 'about')]
  const method: Method = {
    id: text(fields, 'id'),
    title: words(fields, 'title'),
    ...(system !== undefined && { system }),
    ...(about !== undefined && { about }),
    inputs: mapOfMaps(fields, 'inputs').map(([name, input]) => inputFrom(name, input)),
    steps: mapOfMaps(fields, 'steps').map(([name, step]) => stepFrom(name, step)),
    outputs: recordOf(mapOfTexts(fields, 'outputs').filter(([medium]) => isMedium(fields, medium))),
    results: textList(fields, 'results'),
    limits: mapList(fields, 'limits').map((limit) => ({
      when: text(limit, 'when'),
      text: words(limit, 'text'),
    })),
    references: textList(fields, 'references'),
    examples: mapList(fields, 'examples').map((example) => ({
      given: recordOf(mapOfTextLists(example, 'given')),
      expect: recordOf(mapOfTexts(example, 'expect')),
    })),
  }
  return withDemand(method, optionalText(fields, 'demand'))
}

function isMedium(fields: Fields, medium: string): boolean {
  if (MEDIA.includes(medium as Saved)) return true
  const expected = MEDIA.join(' | ')
  fields.problems.push(
    diagnose('C104', '', { file: fields.file, field: 'outputs', written: medium, expected }),
  )
  return false
}

function inputFrom(name: string, fields: Fields): MethodInput {
  noOthers(fields, ['unit', 'show', 'label', 'note', 'variable', 'default', 'range', 'optional', 'rows'])
  const variable = optionalText(fields, 'variable')
  const [note, rows] = [optionalWords(fields, 'note'), optionalText(fields, 'rows')]
  const range = optionalMap(fields, 'range')
  const preset = optionalMap(fields, 'default')
  return {
    name,
    unit: text(fields, 'unit'),
    ...shownAs(fields),
    label: words(fields, 'label'),
    ...(note !== undefined && { note }),
    ...(optionalTruth(fields, 'optional') === true && { optional: true as const }),
    ...(rows !== undefined && { rows }),
    ...(variable !== undefined && { variable }),
    ...(preset && { default: { value: text(preset, 'value'), source: text(preset, 'source') } }),
    ...(range && { range: rangeFrom(range) }),
  }
}

function rangeFrom(fields: Fields): { readonly min?: number; readonly max?: number } {
  const min = optionalNumber(fields, 'min')
  const max = optionalNumber(fields, 'max')
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

function stepFrom(name: string, fields: Fields): MethodStep {
  noOthers(fields, ['unit', 'show', 'label', 'formula', 'rows', 'repeat'])
  const [rows, repeat] = [optionalText(fields, 'rows'), optionalNumber(fields, 'repeat')]
  return {
    name,
    unit: text(fields, 'unit'),
    ...shownAs(fields),
    label: words(fields, 'label'),
    ...(rows !== undefined && { rows }),
    ...(repeat !== undefined && { repeat }),
    formula: text(fields, 'formula'),
  }
}

function shownAs(fields: Fields): { readonly show?: '%' } {
  return has(fields, 'show') ? { show: oneOf(fields, 'show', ['%'], '%') } : {}
}
