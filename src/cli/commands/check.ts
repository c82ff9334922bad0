import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { all, chosen, contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import type { Site } from '../engine.js'
import { EXIT, worst } from '../io.js'
import { githubLines } from '../formats/github.js'
import { junitXml } from '../formats/junit.js'
import { ndjsonLines } from '../formats/ndjson.js'
import { sarifLog } from '../formats/sarif.js'
import { countProblems, reaches, type Problem } from '../problem.js'
import { printProblem, problemsOf, readSites, type SiteProblem } from '../read-sites.js'
import { screenTexts, usageTexts } from '../texts.js'
import { timed } from '../timed.js'

/** A site with the problems that are left after `--ignore` and `--baseline`. */
export type CheckedSite = {
  readonly site: Site
  readonly problems: readonly SiteProblem[]
  readonly exit: number
}

const keyOf = (problem: Pick<Problem, 'code' | 'at' | 'file'>): string =>
  JSON.stringify([problem.code, problem.at, problem.file])

async function readBaseline(path: string, shown: string, call: Call): Promise<ReadonlySet<string> | Outcome> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return misuse(call, usageTexts.cannotRead[call.lang](shown))
  try {
    const saved = JSON.parse(text) as { readonly diagnostics?: readonly Problem[] }
    if (Array.isArray(saved.diagnostics)) return new Set(saved.diagnostics.map(keyOf))
  } catch {
    // told below, as for any other text that is no such list
  }
  return misuse(call, usageTexts.notBaseline[call.lang](shown))
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

/** `recp check`: problems are the result, so they go to stdout. */
export async function check(call: Call): Promise<Outcome> {
  const baselineFile = given(call, 'baseline')
  const baseline =
    baselineFile === undefined
      ? new Set<string>()
      : await readBaseline(resolve(call.io.cwd, baselineFile), baselineFile, call)
  if ('exit' in baseline) return baseline
  const ignored = all(call, 'ignore')
  const { names, edition } = await timed(call, 'content', () => call.engine.entryNames(contentFolders(call)))
  const sites = await readSites(call, names)
  const checked = sites.map((site): CheckedSite => {
    const problems = problemsOf(call, site, site.diagnostics).filter(
      ({ problem }) =>
        !ignored.some((start) => problem.code.startsWith(start.toUpperCase())) &&
        !baseline.has(keyOf(problem)),
    )
    return { site, problems, exit: exitOf(site, problems, chosen(call, 'fail-on')) }
  })
  const problems = checked.flatMap((one) => one.problems.map(({ problem }) => problem))
  const exit = worst(checked.map((one) => one.exit))
  const format = chosen(call, 'format')
  if (format === 'github') call.out.print(githubLines(problems))
  else if (format === 'ndjson') call.out.print(ndjsonLines(checked, exit))
  else if (format === 'sarif') call.out.print(sarifLog(problems))
  else if (format === 'junit') call.out.print(junitXml(checked))
  else printText(call, checked)
  return {
    exit,
    content: edition,
    input: checked.flatMap(({ site }) => site.files),
    problems,
    result: { sites: checked.map(siteResult) },
  }
}
