import { diagnose } from '../diagnostics/catalogue.js'
import type { Band } from './content.js'
import { noOthers, optionalNumber, optionalTruth, optionalText, text } from './fields.js'
import type { Fields } from './fields.js'

/** A band with its unit; `undefined` after a diagnostic where something is missing. */
export function bandFrom(fields: Fields): Band | undefined {
  noOthers(fields, ['low', 'high', 'unit', 'choice', 'source', 'note'])
  const [low, high] = [optionalNumber(fields, 'low'), optionalNumber(fields, 'high')]
  const source = sourceOf(fields)
  if (low === undefined || high === undefined || source === undefined) return undefined
  return { low, high, unit: text(fields, 'unit'), source }
}

/** A single threshold without unit; `undefined` after a diagnostic where something is missing. */
export function thresholdFrom(fields: Fields): number | undefined {
  noOthers(fields, ['value', 'choice', 'source', 'note'])
  return sourceOf(fields) === undefined ? undefined : optionalNumber(fields, 'value')
}

/** A number without source must say that it is a choice; the text is empty then. */
function sourceOf(fields: Fields): string | undefined {
  const source = optionalText(fields, 'source') ?? ''
  if (source !== '' || optionalTruth(fields, 'choice') === true) return source
  const written = optionalText(fields, 'value') ?? optionalText(fields, 'low') ?? ''
  fields.problems.push(diagnose('C109', '', { file: fields.file, field: fields.at, written }))
  return undefined
}
