import { renderJsonLine } from '../../report/json.js'
import type { CheckedSite } from '../commands/check.js'
import { EXIT } from '../io.js'
import { countProblems } from '../problem.js'

/** One event a line: each problem, then its site; at the end the run. */
export function ndjsonLines(checked: readonly CheckedSite[], exit: number): string {
  const lines = checked.flatMap(({ site, problems, exit: code }) => [
    ...problems.map(({ problem }) => renderJsonLine({ event: 'problem', ...problem })),
    renderJsonLine({
      event: 'site',
      file: site.shown,
      ok: code === EXIT.done,
      readable: site.ready,
      counts: countProblems(problems.map(({ problem }) => problem)),
    }),
  ])
  const every = checked.flatMap(({ problems }) => problems.map(({ problem }) => problem))
  const end = { event: 'end', ok: exit === EXIT.done, sites: checked.length, counts: countProblems(every) }
  return [...lines, renderJsonLine(end)].join('')
}
