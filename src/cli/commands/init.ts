import { constants } from 'node:fs'
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { NO_PLACES } from '../../model/place.js'
import { given, misuse, type Call, type Outcome } from '../call.js'
import { findExamples, type Example } from '../examples.js'
import { EXIT } from '../io.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'

const LEFT_BEHIND = new Set(['expected'])

/** Files of an example without its expected results, as paths below its folder. */
async function filesOf(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const files: string[] = []
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || (below === '' && LEFT_BEHIND.has(entry.name))) continue
    const path = join(below, entry.name)
    if (entry.isDirectory()) files.push(...(await filesOf(folder, path)))
    else if (entry.isFile()) files.push(path)
  }
  return files
}

type Copied = { readonly written: string[]; readonly kept: string[]; readonly failed: Diagnostic[] }

async function copyOne(from: string, to: string, shown: string, copied: Copied): Promise<void> {
  try {
    await mkdir(resolve(to, '..'), { recursive: true })
    await copyFile(from, to, constants.COPYFILE_EXCL)
    copied.written.push(shown)
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
    if (code === 'EEXIST') return void copied.kept.push(shown)
    const reason = code === 'ENOSPC' ? 'no-space' : code === 'ENOTDIR' ? 'is-folder' : 'no-permission'
    copied.failed.push(diagnose('L132', '', { file: shown, reason }))
  }
}

function pickExample(call: Call, examples: readonly Example[]): Example | Outcome {
  const names = examples.map((example) => example.id)
  const name = given(call, 'from') ?? call.args[0] ?? ''
  const example = examples.find((candidate) => candidate.id === name)
  if (example !== undefined) return example
  const message = usageTexts.unknownExample[call.lang](name, nearest(name, names))
  return misuse(call, message, 'recp list examples')
}

/** `recp init`: copies an example factory, or starts a site file; it never writes over a file that is there. */
export async function init(call: Call): Promise<Outcome> {
  if (call.values.has('excel')) return (await import('./init-excel.js')).initExcel(call)
  const examples = await findExamples()
  const near =
    nearest(
      call.args[0] ?? '',
      examples.map(({ id }) => id),
    ).length > 0
  const named =
    given(call, 'from') !== undefined ||
    (near && call.io.asker === undefined) ||
    examples.some(({ id }) => id === call.args[0])
  const { startSite, WIZARD_OPTIONS } = await import('../wizard/start-site.js')
  if (!named || WIZARD_OPTIONS.some((option) => call.values.has(option))) return startSite(call)
  const example = pickExample(call, examples)
  if ('exit' in example) return example
  const folder = call.args[0] ?? example.id
  const copied: Copied = { written: [], kept: [], failed: [] }
  for (const file of await filesOf(example.folder)) {
    const shown = join(folder, file)
    await copyOne(join(example.folder, file), resolve(call.io.cwd, shown), shown, copied)
  }
  for (const file of copied.written) call.out.print(`${screenTexts.wrote[call.lang](file, '')}\n`)
  for (const file of copied.kept) if (!call.json) call.err.print(`${screenTexts.exists[call.lang](file)}\n`)
  if (!call.json) for (const problem of copied.failed) printProblem(call, call.err, problem, NO_PLACES)
  if (copied.failed.length === 0 && !call.quiet)
    call.out.print(`\n${screenTexts.next[call.lang](`recp audit ${quoted(join(folder, 'site.yaml'))}`)}\n`)
  const place = { places: NO_PLACES, lang: call.lang, file: null }
  return {
    exit: copied.failed.length > 0 ? EXIT.input : EXIT.done,
    problems: copied.failed.map((problem) => problemOf(problem, place)),
    result: { example: example.id, folder, written: copied.written, kept: copied.kept },
  }
}

/** A path as it can be pasted into a shell. */
function quoted(path: string): string {
  return /[^\w./\\:-]/.test(path) ? `"${path}"` : path
}
