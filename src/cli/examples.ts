import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './package-files.js'

export type Example = { readonly id: string; readonly title: string; readonly folder: string }

/** First heading of the story of a factory, or its id. */
async function titleOf(folder: string, id: string): Promise<string> {
  const story = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '')
  return /^#\s+(.+?)\s*$/m.exec(story)?.[1] ?? id
}

/** The example factories of the package, by name: every folder of examples/ with a site file. */
export async function findExamples(root = join(packageRoot(), 'examples')): Promise<readonly Example[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const examples: Example[] = []
  for (const entry of entries) {
    if (!entry.isDirectory()) continue
    const folder = join(root, entry.name)
    const names = await readdir(folder)
    if (names.includes('site.yaml'))
      examples.push({ id: entry.name, title: await titleOf(folder, entry.name), folder })
  }
  return examples.sort((a, b) => (a.id < b.id ? -1 : 1))
}
