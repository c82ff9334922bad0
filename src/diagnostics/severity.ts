import type { Diagnostic, Severity } from '../model/diagnostic.js'
import { entryOf } from './catalogue.js'

/** How bad a diagnostic is, by its code. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return entryOf(diagnostic.code)?.severity ?? 'error'
}
