import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

declare const __RECP_VERSION__: string | undefined

/** Root of the package, above `src` when run from sources and above `dist` when built. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** Version of recp: put in by the build, read from package.json when run from sources. */
export function recpVersion(): string {
  if (typeof __RECP_VERSION__ === 'string') return __RECP_VERSION__
  const about: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '0.0.0'
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
  return `recp ${recpVersion()}\ncontent ${content === '' ? '-' : content}\n`
}
