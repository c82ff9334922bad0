import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { diagnose } from '../../diagnostics/catalogue.js'
import { severityOf } from '../../diagnostics/severity.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { NO_PLACES } from '../../model/place.js'
import type { RawMap } from '../../model/raw.js'
import { misuse, type Call, type Outcome } from '../call.js'
import type { Site } from '../engine.js'
import { EXIT } from '../io.js'
import { problemOf } from '../problem.js'
import { printProblem, problemsOf, readSite } from '../read-sites.js'
import { screenTexts, usageTexts } from '../texts.js'
import { writeFile } from '../write-file.js'

const FORMS: Readonly<Record<string, 'xlsx' | 'yaml'>> = { xlsx: 'xlsx', yaml: 'yaml', yml: 'yaml' }

/** Problems that keep a part of the input out of the model, so that a conversion would lose it. */
const LOSES = /^(?:L|S101$|S103$)/

type Converted = { readonly bytes: Uint8Array; readonly back: RawMap | null }

async function asWorkbook(site: RawMap, call: Call, date: string): Promise<Converted> {
  const { siteRequest } = await import('../../report/xlsx/intake/requests.js')
  const { writeIntake } = await import('../../report/xlsx/intake/write-intake.js')
  const { readIntake } = await import('../../load/xlsx/read-intake.js')
  const bytes = await writeIntake(siteRequest(site, { lang: call.lang, date, ids: new Map() }))
  return { bytes, back: (await readIntake(bytes, '', 'auto')).value }
}

async function asYaml(site: RawMap, call: Call): Promise<Converted> {
  const { siteYaml } = await import('../../report/yaml/write-site.js')
  const { loadSite } = await import('../../load/load-site.js')
  const text = siteYaml(site, call.lang)
  return { bytes: new TextEncoder().encode(text), back: (await loadSite({ text, name: '' })).value }
}

/** The site as the other form; or why nothing is written. What was made is read again: a loss is never written. */
async function converted(
  call: Call,
  site: Site,
  form: 'xlsx' | 'yaml',
  to: string,
): Promise<Uint8Array | Diagnostic> {
  const raw = site.loaded?.value as RawMap
  const { firstDifference } = await import('../../intake/same-site.js')
  const date = site.checked?.value?.audit?.date ?? site.checked?.value?.period.last ?? '2025-01-01'
  const { bytes, back } = form === 'xlsx' ? await asWorkbook(raw, call, date) : await asYaml(raw, call)
  const lost = back === null ? '' : firstDifference(raw, back)
  return lost === undefined ? bytes : diagnose('L135', '', { file: to, section: lost })
}

function done(call: Call, site: Site | null, problems: readonly Diagnostic[]): Outcome {
  const places = site?.places ?? NO_PLACES
  if (!call.json) for (const problem of problems) printProblem(call, call.err, problem, places)
  const place = { places, lang: call.lang, file: site?.shown ?? null }
  return {
    exit: problems.length > 0 ? EXIT.input : EXIT.done,
    input: site?.files ?? [],
    problems: problems.map((problem) => problemOf(problem, place)),
  }
}

/** `recp convert`: the same site as a workbook or as YAML; nothing is lost, and no file is written over. */
export async function convert(call: Call): Promise<Outcome> {
  const [from = '', to = ''] = call.args
  const form = FORMS[/\.([^./\\]+)$/.exec(to)?.[1]?.toLowerCase() ?? '']
  if (form === undefined) return misuse(call, usageTexts.extension[call.lang](to, ['.xlsx', '.yaml']))
  const site = await readSite(call, from)
  const losing = problemsOf(call, site, site.diagnostics)
    .map(({ diagnostic }) => diagnostic)
    .filter((diagnostic) => severityOf(diagnostic) === 'error' && LOSES.test(diagnostic.code))
  if (site.loaded?.value === null || site.loaded === null || losing.length > 0)
    return done(call, site, losing)
  const path = resolve(call.io.cwd, to)
  const there = await stat(path).catch(() => null)
  if (there !== null) return done(call, site, [diagnose('L134', '', { file: to })])
  const bytes = await converted(call, site, form, to)
  if ('code' in bytes) return done(call, site, [bytes])
  const failure = await writeFile(path, bytes, site.paths)
  if (failure !== null) return done(call, site, [diagnose('L132', '', { file: to, reason: failure })])
  call.out.print(`${screenTexts.wrote[call.lang](to, site.files[0]?.sha256.slice(0, 8) ?? '')}\n`)
  return { ...done(call, site, []), result: { from, to } }
}
