import { resolve } from 'node:path'
import { withoutFollowOns } from '../../diagnostics/follow-ons.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { NO_PLACES } from '../../model/place.js'
import { applyWaivers } from '../../waivers.js'
import { goneFrom, isKnown, renderBaseline } from '../baseline.js'
import { chosen, contentFolders, type Call, type Outcome } from '../call.js'
import { checkChoices, type CheckChoices } from '../check-choices.js'
import type { Site } from '../engine.js'
import { EXIT, worst } from '../io.js'
import { githubLines } from '../formats/github.js'
import { junitXml } from '../formats/junit.js'
import { ndjsonLines } from '../formats/ndjson.js'
import { sarifLog } from '../formats/sarif.js'
import { countProblems, problemOf, reaches, type Problem } from '../problem.js'
import { printProblem, problemsOf, readSites, type SiteProblem } from '../read-sites.js'
import { screenTexts } from '../texts.js'
import { timed } from '../timed.js'
import { writeTold } from '../write-told.js'

/** A site with the problems that are left after waivers, `--ignore` and `--baseline`. */
export type CheckedSite = {
  readonly site: Site
  readonly problems: readonly SiteProblem[]
  readonly exit: number
}

function exitOf(site: Site, problems: readonly SiteProblem[], failOn: string): number {
  if (!site.ready) return EXIT.input
  return reaches(countProblems(problems.map(({ problem }) => problem)), failOn) ? EXIT.problems : EXIT.done
}

function printText(call: Call, checked: readonly CheckedSite[]): void {
  const most = Number(chosen(call, 'max'))
  const every = checked.flatMap(({ site, problems }) => problems.map((one) => ({ site, ...one })))
  const shown = most === 0 ? every : every.slice(0, most)
  for (const { site, diagnostic } of shown) printProblem(call, call.out, diagnostic, site.places)
  if (shown.length < every.length)
    call.out.print(`${screenTexts.more[call.lang](every.length - shown.length)}\n`)
  if (call.quiet) return
  const { errors, warnings, notes } = countProblems(every.map(({ problem }) => problem))
  const line =
    every.length === 0
      ? call.out.paint('good', screenTexts.noProblems[call.lang](checked.length))
      : screenTexts.counts[call.lang](errors, warnings, notes)
  call.out.print(`${line}\n`)
}

const siteResult = ({ site, problems, exit }: CheckedSite): unknown => ({
  file: site.shown,
  ok: exit === EXIT.done,
  readable: site.ready,
  counts: countProblems(problems.map(({ problem }) => problem)),
})

/** What a site is told, without what it has waived. */
function unwaived({ checked, diagnostics }: Site, { date }: CheckChoices): readonly Diagnostic[] {
  const site = checked?.value ?? null
  if (site === null) return diagnostics
  return applyWaivers(site, date ?? site.audit?.date ?? site.period.last, withoutFollowOns(diagnostics))
}

/** Writes the record of known problems; a failure is told as any other output that cannot be written. */
async function record(
  call: Call,
  file: string,
  sites: readonly Site[],
  problems: readonly Problem[],
): Promise<Outcome> {
  const inputs = sites.flatMap((site) => site.paths)
  const failed = await writeTold(resolve(call.io.cwd, file), file, renderBaseline(problems), inputs)
  if (failed === null) {
    call.out.print(`${screenTexts.wrote[call.lang](file, '')}\n`)
    return { exit: EXIT.done, result: { baseline: file, problems: problems.length } }
  }
  if (!call.json) printProblem(call, call.err, failed, NO_PLACES)
  const told = problemOf(failed, { places: NO_PLACES, lang: call.lang, file })
  return { exit: EXIT.input, problems: [told] }
}

/** The problems in the format that was asked for; the JSON document is made by whoever ends the run. */
function print(call: Call, checked: readonly CheckedSite[], exit: number): void {
  const { lang } = call
  const format = chosen(call, 'format')
  const problems = checked.flatMap((one) => one.problems.map(({ problem }) => problem))
  if (format === 'github') call.out.print(githubLines(problems, lang))
  else if (format === 'ndjson') call.out.print(ndjsonLines(checked, exit))
  else if (format === 'sarif') call.out.print(sarifLog(problems, lang, exit))
  else if (format === 'junit') call.out.print(junitXml(checked, chosen(call, 'fail-on')))
  else printText(call, checked)
}

/** `recp check`: problems are the result, so they go to stdout. */
export async function check(call: Call): Promise<Outcome> {
  const choices = await checkChoices(call)
  if ('exit' in choices) return choices
  const known = await timed(call, 'content', () => call.engine.checkingContent(contentFolders(call)))
  const sites = await readSites(call, known)
  const said = sites.map((site) =>
    problemsOf(call, site, unwaived(site, choices)).filter(
      ({ problem }) => !choices.ignored.some((start) => problem.code.startsWith(start)),
    ),
  )
  const every = said.flatMap((problems) => problems.map(({ problem }) => problem))
  if (choices.record !== undefined) return record(call, choices.record, sites, every)
  const checked = sites.map((site, index): CheckedSite => {
    const problems = (said[index] ?? []).filter(({ problem }) => !isKnown(choices.baseline, problem))
    return { site, problems, exit: exitOf(site, problems, chosen(call, 'fail-on')) }
  })
  const exit = worst(checked.map((one) => one.exit))
  print(call, checked, exit)
  const gone = goneFrom(choices.baseline, every)
  if (gone > 0 && !call.json && !call.quiet) call.err.print(`${screenTexts.gone[call.lang](gone)}\n`)
  return {
    exit,
    content: known.edition,
    input: checked.flatMap(({ site }) => site.files),
    problems: checked.flatMap((one) => one.problems.map(({ problem }) => problem)),
    result: { sites: checked.map(siteResult) },
  }
}
