import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VERSION } from '../version.js'

/** Root of the package, above `src` when run from sources and above `dist` when built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** Edition of the content that comes with recp, without reading all of it; empty when there is none. */
export function contentEdition(): string {
  const path = join(packageRoot(), 'templates', 'edition.yaml')
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return /^edition:\s*["']?([^"'\s#]+)/m.exec(text)?.[1] ?? ''
}

/** What `recp --version` prints. */
export function versionText(): string {
  const content = contentEdition()
  return `recp ${VERSION}\ncontent ${content === '' ? '-' : content}\n`
}
