import { extname } from 'node:path'
import type { Audit } from '../../model/audit.js'
import { NO_PLACES } from '../../model/place.js'
import { auditChoices } from '../audit-choices.js'
import { checkingContentOf } from '../../templates/checking-content.js'
import { chosen, contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import type { AuditChoices } from '../engine.js'
import { EXIT, worst } from '../io.js'
import { clash, outputSpecs, outputsFor, SVG_ONLY, type Output } from '../plan-outputs.js'
import { countProblems, problemOf, reaches, type Problem } from '../problem.js'
import { printProblem, problemsOf, readSites } from '../read-sites.js'
import { readAudit } from '../saved-audit.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'
import { timed } from '../timed.js'
import { writeRendered } from '../write-outputs.js'

/** An audit to draw, from a site file or saved, with what was read for it. */
type Source = {
  readonly shown: string
  readonly audit: Audit | null
  readonly files: readonly { readonly file: string; readonly sha256: string }[]
  readonly paths: readonly string[]
  readonly problems: readonly Problem[]
}

const isSaved = (word: string): boolean => extname(word).toLowerCase() === '.json'

async function savedSource(call: Call, shown: string): Promise<Source | Outcome> {
  const saved = await readAudit(call, shown)
  if ('exit' in saved) return saved
  return { shown, audit: saved.audit, files: [saved.file], paths: [saved.path], problems: [] }
}

/** Sites are audited first; of what is said about them only errors are shown here. */
async function siteSources(call: Call, words: readonly string[]): Promise<readonly Source[] | Outcome> {
  if (words.length === 0) return []
  const { content } = await timed(call, 'content', () => call.engine.loadContent(contentFolders(call)))
  const choices = auditChoices(call, content)
  if ('exit' in choices) return choices
  const sites = await readSites({ ...call, args: words }, checkingContentOf(content))
  const sources: Source[] = []
  for (const site of sites) sources.push(await siteSource(call, choices, site))
  return sources
}

async function siteSource(
  call: Call,
  choices: AuditChoices,
  site: Awaited<ReturnType<typeof readSites>>[number],
): Promise<Source> {
  const run = site.ready
    ? await timed(call, `audit ${site.shown}`, () => call.engine.audit(site, choices))
    : { audit: null, diagnostics: [] }
  const problems = problemsOf(call, site, [...site.diagnostics, ...run.diagnostics])
  for (const { diagnostic, problem } of problems)
    if (!call.json && problem.severity === 'error') printProblem(call, call.err, diagnostic, site.places)
  if (run.audit === null && !call.json) call.err.print(`${screenTexts.notAudited[call.lang](site.shown)}\n`)
  const { shown, files, paths } = site
  return { shown, audit: run.audit, files, paths, problems: problems.map(({ problem }) => problem) }
}

type Drawing = {
  readonly source: Source
  readonly audit: Audit
  readonly layer: string
  readonly layers: readonly string[]
}

/** The layer asked for, else the first that is balanced; a usage error where the audit has none such. */
function drawingOf(call: Call, source: Source, audit: Audit, layers: readonly string[]): Drawing | Outcome {
  const asked = given(call, 'layer')
  const layer = asked ?? layers[0]
  if (layer !== undefined && layers.includes(layer)) return { source, audit, layer, layers }
  if (asked === undefined || layers.length === 0)
    return { ...misuse(call, usageTexts.nothingToDraw[call.lang](source.shown)), exit: EXIT.input }
  const near = nearest(asked, layers)
  return misuse(call, usageTexts.unknownLayer[call.lang](source.shown, asked, layers.join(', '), near))
}

type Drawn = { readonly written: readonly string[]; readonly problems: readonly Problem[] }

async function draw(
  call: Call,
  { audit, layer, layers, source }: Drawing,
  outputs: readonly Output[],
  inputs: readonly string[],
): Promise<Drawn> {
  const { written, diagnostics } = await writeRendered(call, outputs, inputs, () =>
    call.engine.sankey(audit, layer, call.lang),
  )
  if (!call.json) for (const diagnostic of diagnostics) printProblem(call, call.err, diagnostic, NO_PLACES)
  for (const name of written)
    call.out.print(`${screenTexts.wrote[call.lang](name, source.files[0]?.sha256.slice(0, 8) ?? '')}\n`)
  const others = layers.filter((other) => other !== layer)
  if (!call.quiet && given(call, 'layer') === undefined && others.length > 0)
    call.out.print(`${screenTexts.otherLayers[call.lang](layer, others.join(', '))}\n`)
  const problems = diagnostics.map((diagnostic) =>
    problemOf(diagnostic, { places: NO_PLACES, lang: call.lang, file: source.shown }),
  )
  return { written, problems }
}

/** `recp sankey`: draws one layer of every site or saved audit named. */
export async function sankey(call: Call): Promise<Outcome> {
  const specs = await outputSpecs(call, SVG_ONLY)
  if ('exit' in specs) return specs
  const sources: Source[] = []
  for (const shown of call.args.filter(isSaved)) {
    const saved = await savedSource(call, shown)
    if ('exit' in saved) return saved
    sources.push(saved)
  }
  const audited = await siteSources(
    call,
    call.args.filter((word) => !isSaved(word)),
  )
  if ('exit' in audited) return audited
  sources.push(...audited)
  const drawings: Drawing[] = []
  for (const source of sources) {
    if (source.audit === null) continue
    const drawing = drawingOf(call, source, source.audit, await call.engine.sankeyLayers(source.audit))
    if ('exit' in drawing) return drawing
    drawings.push(drawing)
  }
  return drawAll(
    call,
    sources,
    drawings.map((drawing) => {
      const { source, audit, layer } = drawing
      const site = { id: audit.head.id, shown: source.shown }
      return { drawing, shown: source.shown, outputs: outputsFor(specs, site, call.io.cwd, `-${layer}.svg`) }
    }),
  )
}

async function drawAll(
  call: Call,
  sources: readonly Source[],
  planned: readonly {
    readonly drawing: Drawing
    readonly shown: string
    readonly outputs: readonly Output[]
  }[],
): Promise<Outcome> {
  const wrong = clash(call, planned)
  if (wrong !== null) return wrong
  const inputs = sources.flatMap(({ paths }) => paths)
  const drawn: (Drawn & { readonly layer: string })[] = []
  for (const { drawing, outputs } of planned)
    drawn.push({ ...(await draw(call, drawing, outputs, inputs)), layer: drawing.layer })
  const found = sources.flatMap(({ problems }) => problems)
  const unwritten = drawn.flatMap(({ problems }) => problems)
  const own = reaches(countProblems(found), chosen(call, 'fail-on')) ? EXIT.problems : EXIT.done
  const failed = unwritten.length > 0 || sources.some(({ audit }) => audit === null)
  return {
    exit: worst([own, failed ? EXIT.input : EXIT.done]),
    input: sources.flatMap(({ files }) => files),
    problems: [...found, ...unwritten],
    result: { drawings: drawn.map(({ layer, written }) => ({ layer, written })) },
  }
}
