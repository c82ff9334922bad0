import { compareAudits } from '../../compare/compare-audits.js'
import { NO_PLACES } from '../../model/place.js'
import type { InputFile } from '../../model/place.js'
import { checkingContentOf } from '../../templates/checking-content.js'
import type { Audit } from '../../model/audit.js'
import { changesMarkdown, changesSections, changesTitle, noChanges } from '../../report/changes.js'
import { chosen, contentFolders, type Call, type Outcome } from '../call.js'
import { EXIT, worst } from '../io.js'
import { shareOf } from '../parse.js'
import { printProblem, problemsOf, readSites, type SiteProblem } from '../read-sites.js'
import { readAudit } from '../saved-audit.js'
import { columns } from '../text-width.js'
import { screenTexts } from '../texts.js'
import { timed } from '../timed.js'

type Read = {
  readonly audit: Audit
  readonly files: readonly InputFile[]
  readonly problems: readonly SiteProblem[]
}

/** A saved audit, or the audit of a site file; an outcome where there is none. */
async function auditOf(call: Call, shown: string): Promise<Read | Outcome> {
  if (/\.json$/i.test(shown)) {
    const saved = await readAudit(call, shown)
    return 'exit' in saved ? saved : { audit: saved.audit, files: [saved.file], problems: [] }
  }
  const { content } = await timed(call, 'content', () => call.engine.loadContent(contentFolders(call)))
  const [site] = await readSites({ ...call, args: [shown] }, checkingContentOf(content))
  const run =
    site?.ready === true ? await call.engine.audit(site, { content }) : { audit: null, diagnostics: [] }
  const problems = site === undefined ? [] : problemsOf(call, site, [...site.diagnostics, ...run.diagnostics])
  if (run.audit !== null) return { audit: run.audit, files: site?.files ?? [], problems }
  for (const { diagnostic } of problems)
    if (!call.json) printProblem(call, call.err, diagnostic, site?.places ?? NO_PLACES)
  if (!call.json) call.err.print(`${screenTexts.notAudited[call.lang](shown)}\n`)
  return { exit: EXIT.input, input: site?.files ?? [], problems: problems.map(({ problem }) => problem) }
}

/** `recp diff`: what changed between two audits, and why each result moved. */
export async function diff(call: Call): Promise<Outcome> {
  const [before, after] = [await auditOf(call, call.args[0] ?? ''), await auditOf(call, call.args[1] ?? '')]
  const failed = [before, after].flatMap((one) => ('exit' in one ? [one] : []))
  if (failed[0] !== undefined) return { ...failed[0], exit: worst(failed.map(({ exit }) => exit)) }
  const [old, now] = [before, after] as [Read, Read]
  const comparison = compareAudits(old.audit, now.audit, chosen(call, 'factors') === 'own' ? 'own' : 'same')
  const markdown = chosen(call, 'format') === 'md'
  const signs = markdown ? 'proper' : 'ascii'
  const options = { lang: call.lang, signs, least: shareOf(chosen(call, 'min')) ?? 0 } as const
  if (markdown) call.out.print(changesMarkdown(comparison, options))
  else {
    const sections = changesSections(comparison, options)
    const heading = call.out.paint('strong', changesTitle(comparison, call.lang))
    const tables = sections.map(({ title, head, rows }) =>
      [call.out.paint('strong', title), ...columns([head, ...rows]).map((line) => `  ${line}`)].join('\n'),
    )
    const body = tables.length === 0 ? [noChanges(call.lang)] : [heading, ...tables]
    call.out.print(`${body.join('\n\n')}\n`)
  }
  return {
    exit: EXIT.done,
    content: now.audit.content,
    input: [...old.files, ...now.files],
    problems: [...old.problems, ...now.problems].map(({ problem }) => problem),
    result: comparison,
  }
}
