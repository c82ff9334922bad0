import { unlinkSync } from 'node:fs'

/** Files that are being written and have not got their name yet. */
export const temporaryFiles = new Set<string>()

/** Removes what an interrupted run left half written; at once, for the process is about to end. */
export function removeTemporaryFiles(): void {
  for (const path of temporaryFiles) {
    try {
      unlinkSync(path)
    } catch {
      // gone already
    }
  }
  temporaryFiles.clear()
}
