import type { CheckedSite } from '../commands/check.js'
import { countProblems, reaches, type Problem } from '../problem.js'

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
])

/** XML 1.0 has no place for most control signs, not even as a number. */
function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"\n]/g, (sign) => SIGNS.get(sign) ?? sign)
  )
}

function failure(problem: Problem): string {
  const place = problem.line === null ? '' : `${problem.file ?? ''}:${problem.line}:${problem.column ?? 1} `
  const help = problem.help === null ? '' : ` (${problem.help})`
  const message = escapeXml(problem.message)
  const text = escapeXml(`${place}${problem.message}${help}`)
  return `    <failure type="${problem.code}" message="${message}">${text}</failure>\n`
}

function testCase({ site, problems }: CheckedSite, isFailure: (problem: Problem) => boolean): string {
  const every = problems.map(({ problem }) => problem)
  const failures = every.filter(isFailure).map(failure)
  const others = every
    .filter((problem) => !isFailure(problem))
    .map(({ severity, code, message }) => `${severity}[${code}]: ${message}`)
  const out = others.length === 0 ? '' : `    <system-out>${escapeXml(others.join('\n'))}</system-out>\n`
  return `  <testcase classname="recp.check" name="${escapeXml(site.shown)}">\n${failures.join('')}${out}  </testcase>\n`
}

/** JUnit XML: one case a site, failed by what reaches `--fail-on`; the rest stands in its output. */
export function junitXml(checked: readonly CheckedSite[], failOn: string): string {
  const failing = checked.map(
    ({ site }) =>
      (problem: Problem): boolean =>
        reaches(countProblems([problem]), site.ready ? failOn : 'error'),
  )
  const failed = checked.filter(({ problems }, i) =>
    problems.some(({ problem }) => failing[i]?.(problem) === true),
  )
  const counts = `tests="${checked.length}" failures="${failed.length}" errors="0"`
  const cases = checked.map((one, i) => testCase(one, failing[i] ?? (() => false)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="recp check" ${counts}>\n${cases.join('')}</testsuite>\n`
}
