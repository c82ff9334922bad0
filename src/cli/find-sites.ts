import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { SiteRequest } from './engine.js'

/** A site to read, or what is said of a name that leads to none. */
export type Target =
  { readonly request: SiteRequest } | { readonly shown: string; readonly problem: Diagnostic }

const SITE_FILE = 'site.yaml'

/** Every site.yaml in a folder and below, by path; hidden folders, expected results and packages are passed over. */
async function siteFiles(cwd: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true })
  const names = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: string[] = []
  for (const entry of names) {
    const path = join(folder, entry.name)
    if (entry.name === SITE_FILE && !entry.isDirectory()) found.push(path)
    else if (entry.isDirectory() && !/^\.|^node_modules$|^expected$/.test(entry.name))
      found.push(...(await siteFiles(cwd, path)))
  }
  return found
}

async function targetsOf(cwd: string, written: string): Promise<readonly Target[]> {
  const about = await stat(resolve(cwd, written)).catch(() => null)
  if (about?.isDirectory() !== true) return [{ request: { shown: written, cwd } }]
  const files = await siteFiles(cwd, written)
  if (files.length === 0) {
    return [{ shown: written, problem: diagnose('L133', '', { folder: written }) }]
  }
  return files.map((shown) => ({ request: { shown, cwd } }))
}

/** The sites behind the words of the command line: files as they are, folders searched, each file once. */
export async function findSites(cwd: string, words: readonly string[]): Promise<readonly Target[]> {
  const seen = new Set<string>()
  const targets: Target[] = []
  for (const word of words) {
    for (const target of await targetsOf(cwd, word)) {
      if ('request' in target) {
        const path = resolve(cwd, target.request.shown)
        const key = await realpath(path).catch(() => path)
        if (seen.has(key)) continue
        seen.add(key)
      }
      targets.push(target)
    }
  }
  return targets
}
