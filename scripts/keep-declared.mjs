import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Removes the declaration files of a folder that an entry does not lead to: nobody can import what they declare.
 * @param {string} folder
 * @param {string} entry
 */
export function keepDeclared(folder, entry) {
  const kept = declaredFrom(entry)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts') && !kept.has(join(folder, file))) rmSync(join(folder, file))
}

/**
 * @param {string} entry a declaration file
 * @returns {ReadonlySet<string>} it and every declaration file that it needs
 */
function declaredFrom(entry) {
  const found = new Set([entry])
  for (const file of found) {
    const text = readFileSync(file, 'utf8')
    for (const [, name] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g)) {
      const needed = join(dirname(file), `${name}.d.ts`)
      if (existsSync(needed)) found.add(needed)
    }
  }
  return found
}
