import { diagnose } from '../diagnostics/catalogue.js'
import type { Method, MethodInput, MethodStep, Saved } from './content.js'
import { MEDIA } from './entry-from.js'
import {
  has,
  mapList,
  mapOfMaps,
  mapOfTexts,
  noOthers,
  oneOf,
  optionalMap,
  optionalNumber,
  optionalText,
  recordOf,
  text,
  textList,
  words,
} from './fields.js'
import type { Fields } from './fields.js'

/** A method from its file. What is missing or wrong goes to the problems of `fields`. */
export function methodFrom(fields: Fields): Method {
  noOthers(fields, ['id', 'title', 'inputs', 'steps', 'outputs', 'limits', 'references', 'examples'])
  return {
    id: text(fields, 'id'),
    title: words(fields, 'title'),
    inputs: mapOfMaps(fields, 'inputs').map(([name, input]) => inputFrom(name, input)),
    steps: mapOfMaps(fields, 'steps').map(([name, step]) => stepFrom(name, step)),
    outputs: recordOf(mapOfTexts(fields, 'outputs').filter(([medium]) => isMedium(fields, medium))),
    limits: mapList(fields, 'limits').map((limit) => ({
      when: text(limit, 'when'),
      text: words(limit, 'text'),
    })),
    references: textList(fields, 'references'),
    examples: mapList(fields, 'examples').map((example) => ({
      given: recordOf(mapOfTexts(example, 'given')),
      expect: recordOf(mapOfTexts(example, 'expect')),
    })),
  }
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
  noOthers(fields, ['unit', 'show', 'label', 'variable', 'default', 'range'])
  const variable = optionalText(fields, 'variable')
  const range = optionalMap(fields, 'range')
  const preset = optionalMap(fields, 'default')
  return {
    name,
    unit: text(fields, 'unit'),
    ...shownAs(fields),
    label: words(fields, 'label'),
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
  noOthers(fields, ['unit', 'show', 'label', 'formula'])
  return {
    name,
    unit: text(fields, 'unit'),
    ...shownAs(fields),
    label: words(fields, 'label'),
    formula: text(fields, 'formula'),
  }
}

function shownAs(fields: Fields): { readonly show?: '%' } {
  return has(fields, 'show') ? { show: oneOf(fields, 'show', ['%'], '%') } : {}
}
