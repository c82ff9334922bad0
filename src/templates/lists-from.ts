import type {
  Cause,
  IndicatorDefinition,
  Parameter,
  Part,
  Practice,
  Reference,
  Regulation,
  Sector,
  Stream,
  UncertaintyDefaults,
} from './content.js'
import { MEDIA } from './entry-from.js'
import {
  mapOfTexts,
  noOthers,
  oneOf,
  optionalText,
  optionalTruth,
  recordOf,
  text,
  textList,
  words,
} from './fields.js'
import type { Fields } from './fields.js'
import type { Medium } from '../model/opportunities.js'

const STREAM_MEDIA = MEDIA.filter((medium): medium is Medium => medium !== 'money')

export function referenceFrom(id: string, fields: Fields): Reference {
  noOthers(fields, ['title', 'publisher', 'year', 'url', 'verification'])
  return {
    id,
    title: text(fields, 'title'),
    publisher: optionalText(fields, 'publisher') ?? '',
    year: optionalText(fields, 'year') ?? '',
    url: optionalText(fields, 'url') ?? '',
    verification: optionalText(fields, 'verification') ?? '',
  }
}

export function practiceFrom(id: string, fields: Fields): Practice {
  noOthers(fields, ['name', 'about'])
  return { id, name: words(fields, 'name'), about: words(fields, 'about') }
}

export function causeFrom(id: string, fields: Fields): Cause {
  noOthers(fields, ['name'])
  return { id, name: words(fields, 'name') }
}

export function partFrom(id: string, fields: Fields): Part {
  noOthers(fields, ['name', 'question', 'words', 'machines', 'steps', 'absent-in', 'complete'])
  return {
    id,
    name: words(fields, 'name'),
    question: words(fields, 'question'),
    words: textList(fields, 'words'),
    machines: textList(fields, 'machines'),
    steps: textList(fields, 'steps'),
    absentIn: textList(fields, 'absent-in'),
    ...(optionalTruth(fields, 'complete') === true && { complete: true }),
  }
}

export function sectorFrom(id: string, fields: Fields): Sector {
  noOthers(fields, ['name', 'also', 'isic', 'vsic'])
  return {
    id,
    name: words(fields, 'name'),
    also: textList(fields, 'also'),
    isic: textList(fields, 'isic'),
    vsic: textList(fields, 'vsic'),
  }
}

export function parameterFrom(id: string, fields: Fields): Parameter {
  noOthers(fields, ['name', 'also'])
  return { id, name: words(fields, 'name'), also: textList(fields, 'also') }
}

export function regulationFrom(id: string, fields: Fields): Regulation {
  noOthers(fields, ['name', 'not-checked'])
  const given = (key: string): boolean => fields.value[key] !== undefined
  return {
    id,
    ...(given('name') && { name: words(fields, 'name') }),
    ...(given('not-checked') && { notChecked: words(fields, 'not-checked') }),
  }
}

const INDICATOR_GROUPS = ['resource', 'pollution', 'production', 'productivity', 'intensity', 'own'] as const

export function indicatorFrom(id: string, fields: Fields): IndicatorDefinition {
  noOthers(fields, ['name', 'group', 'about', 'figure', 'of', 'per', 'unit'])
  const own = fields.value['figure'] === undefined
  const unit = optionalText(fields, 'unit')
  return {
    id,
    name: words(fields, 'name'),
    group: oneOf(fields, 'group', INDICATOR_GROUPS, 'own'),
    ...(fields.value['about'] !== undefined && { about: words(fields, 'about') }),
    ...(own ? { of: text(fields, 'of'), per: text(fields, 'per') } : { figure: text(fields, 'figure') }),
    ...(unit !== undefined && { unit }),
  }
}

export function streamFrom(id: string, fields: Fields): Stream {
  noOthers(fields, ['label', 'medium', 'unit', 'per', 'role', 'base'])
  const per = optionalText(fields, 'per')
  const role = optionalText(fields, 'role')
  return {
    id,
    label: words(fields, 'label'),
    medium: oneOf(fields, 'medium', STREAM_MEDIA, 'material'),
    unit: text(fields, 'unit'),
    ...(per !== undefined && { per }),
    ...(role !== undefined && { role }),
    base: textList(fields, 'base'),
  }
}

export function uncertaintyFrom(fields: Fields): UncertaintyDefaults {
  noOthers(fields, ['note', 'by-basis'])
  const shares = mapOfTexts(fields, 'by-basis').map(([basis, share]) => [basis, Number(share)] as const)
  return {
    note: words(fields, 'note'),
    byBasis: recordOf(shares.filter(([, share]) => Number.isFinite(share))),
  }
}
