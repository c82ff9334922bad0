import type {
  Cause,
  Parameter,
  Part,
  Practice,
  Reference,
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
  noOthers(fields, ['name', 'question', 'words', 'machines', 'steps', 'complete'])
  return {
    id,
    name: words(fields, 'name'),
    question: words(fields, 'question'),
    words: textList(fields, 'words'),
    machines: textList(fields, 'machines'),
    steps: textList(fields, 'steps'),
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
