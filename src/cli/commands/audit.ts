import type { Audit } from '../../model/audit.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { NO_PLACES } from '../../model/place.js'
import { renderSummary } from '../../report/summary.js'
import { auditChoices } from '../audit-choices.js'
import { writingOf, type Writing } from '../book-choices.js'
import { chosen, contentFolders, given, type Call, type Outcome } from '../call.js'
import type { AuditChoices, Site } from '../engine.js'
import { checkingContentOf } from '../../templates/checking-content.js'
import { EXIT, worst } from '../io.js'
import { clash, outputSpecs, outputsFor, type Output } from '../plan-outputs.js'
import { countProblems, reaches } from '../problem.js'
import { printProblem, problemsOf, readSites, type SiteProblem } from '../read-sites.js'
import { readAudit, type SavedAudit } from '../saved-audit.js'
import { statedBaseline, type Baseline } from '../stated-baseline.js'
import { screenTexts } from '../texts.js'
import { timed } from '../timed.js'
import { writeOutputs } from '../write-outputs.js'

type Audited = {
  readonly site: Site
  readonly audit: Audit | null
  readonly written: readonly string[]
  readonly problems: readonly SiteProblem[]
  readonly exit: number
}

/** Problems go to stderr; with `--quiet` only errors do. */
function say(call: Call, site: Site, problems: readonly SiteProblem[]): void {
  if (call.json) return
  for (const { diagnostic, problem } of problems) {
    if (call.quiet && problem.severity !== 'error') continue
    printProblem(call, call.err, diagnostic, site.places)
  }
}

function show(call: Call, site: Site, audit: Audit, written: readonly string[]): void {
  call.out.print(renderSummary(audit, { lang: call.lang, paint: call.out.paint, width: call.out.width }))
  const hash = site.files[0]?.sha256.slice(0, 8) ?? ''
  if (written.length > 0) call.out.print('\n')
  for (const file of written) call.out.print(`${screenTexts.wrote[call.lang](file, hash)}\n`)
}

type Work = {
  readonly call: Call
  readonly choices: AuditChoices
  /** The earlier audit to compare with. */
  readonly earlier: Audit | undefined
  readonly inputs: readonly string[]
  readonly writing: Writing
}

/** One site from its file to its outputs. A site that cannot be audited ends here with code 3. */
async function auditOne(work: Work, site: Site, outputs: readonly Output[]): Promise<Audited> {
  const { call } = work
  const run = site.ready
    ? await timed(call, `audit ${site.shown}`, () => call.engine.audit(site, work.choices))
    : { audit: null, diagnostics: [] as readonly Diagnostic[] }
  // An audit repeats what was said of its input, without what the site has waived.
  const told = run.audit === null ? [...site.diagnostics, ...run.diagnostics] : run.diagnostics
  const baseline = await baselineFor(work, site, run.audit)
  const problems = problemsOf(call, site, [...told, ...baseline.diagnostics])
  say(call, site, problems)
  if (run.audit === null) {
    if (!call.json) call.err.print(`${screenTexts.notAudited[call.lang](site.shown)}\n`)
    return { site, audit: null, written: [], problems, exit: EXIT.input }
  }
  const audit = await withChanges(call, run.audit, work.earlier ?? baseline.audit)
  const inputs = [...work.inputs, ...baseline.paths]
  const { written, diagnostics } = await writeOutputs(call, audit, outputs, inputs, work.writing)
  const unwritten = problemsOf(call, { ...site, places: NO_PLACES }, diagnostics)
  show(call, site, audit, written)
  say(call, { ...site, places: NO_PLACES }, unwritten)
  const counts = countProblems(problems.map(({ problem }) => problem))
  const own = reaches(counts, chosen(call, 'fail-on')) ? EXIT.problems : EXIT.done
  const exit = worst([own, unwritten.length > 0 ? EXIT.input : EXIT.done])
  return { site, audit, written, problems: [...problems, ...unwritten], exit }
}

/** What `--compare` names goes before the baseline of the site file. */
async function baselineFor(work: Work, site: Site, audit: Audit | null): Promise<Baseline> {
  if (audit === null || work.earlier !== undefined) return { paths: [], diagnostics: [] }
  return statedBaseline(work.call, site, work.choices)
}

async function withChanges(call: Call, audit: Audit, earlier: Audit | undefined): Promise<Audit> {
  if (earlier === undefined) return audit
  const { compareAudits } = await import('../../compare/compare-audits.js')
  return {
    ...audit,
    changes: compareAudits(earlier, audit, chosen(call, 'factors') === 'own' ? 'own' : 'same'),
  }
}

const siteResult = ({ site, audit, written, exit }: Audited): unknown => ({
  file: site.shown,
  ok: exit === EXIT.done,
  written,
  audit,
})

/** The audit that `--compare` names. */
async function earlierAudit(call: Call): Promise<SavedAudit | Outcome | undefined> {
  const file = given(call, 'compare')
  return file === undefined ? undefined : readAudit(call, file)
}

/** `recp audit`: reads every site, makes sure that no two outputs collide, then audits one after the other. */
export async function audit(call: Call): Promise<Outcome> {
  const specs = await outputSpecs(call)
  if ('exit' in specs) return specs
  const writing = await writingOf(call, specs)
  if ('exit' in writing) return writing
  const { content, diagnostics } = await timed(call, 'content', () =>
    call.engine.loadContent(contentFolders(call)),
  )
  const choices = auditChoices(call, content)
  if ('exit' in choices) return choices
  const earlier = await earlierAudit(call)
  if (earlier !== undefined && 'exit' in earlier) return earlier
  const sites = await readSites(call, checkingContentOf(content))
  const planned = sites.map((site) => ({
    shown: site.shown,
    site,
    outputs: site.ready ? outputsFor(specs, site, call.io.cwd) : [],
  }))
  const wrong = clash(call, planned)
  if (wrong !== null) return wrong
  const noSite: Site = { ...NO_SITE, shown: 'templates' }
  const ofContent = problemsOf(call, noSite, diagnostics)
  say(call, noSite, ofContent)
  const inputs = [...sites.flatMap((site) => site.paths), ...(earlier === undefined ? [] : [earlier.path])]
  const work = { call, choices, earlier: earlier?.audit, inputs, writing }
  const done: Audited[] = []
  for (const { site, outputs } of planned) {
    if (done.length > 0) call.out.print('\n')
    done.push(await auditOne(work, site, outputs))
  }
  const contentCounts = countProblems(ofContent.map(({ problem }) => problem))
  const contentExit = reaches(contentCounts, chosen(call, 'fail-on')) ? EXIT.problems : EXIT.done
  return {
    exit: worst([contentExit, ...done.map((one) => one.exit)]),
    content: content.version,
    input: done.flatMap(({ site }) => site.files),
    problems: [...ofContent, ...done.flatMap((one) => one.problems)].map(({ problem }) => problem),
    result: { sites: done.map(siteResult) },
  }
}

const NO_SITE: Site = {
  shown: '',
  files: [],
  paths: [],
  id: null,
  ready: false,
  diagnostics: [],
  places: NO_PLACES,
  loaded: null,
  checked: null,
}
