import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { writeFile } from './write-file.js'

/** Writes a file whole or not at all; why it could not be written is a diagnostic, `null` means it stands there. */
export async function writeTold(
  path: string,
  shown: string,
  content: string | Uint8Array,
  inputs: readonly string[] = [],
): Promise<Diagnostic | null> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const failure = await writeFile(path, bytes, inputs)
  if (failure === null) return null
  if (failure === 'in-use') return diagnose('L109', '', { file: shown })
  if (failure === 'is-input') return diagnose('L131', '', { file: shown })
  return diagnose('L132', '', { file: shown, reason: failure })
}
