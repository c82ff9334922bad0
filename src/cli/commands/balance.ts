import type { Audit } from '../../model/audit.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { balanceReport, type BalanceReport } from '../../report/balance-report.js'
import { renderBalance } from '../../report/balance-text.js'
import { contentFolders, chosen, given, misuse, type Call, type Outcome } from '../call.js'
import type { AuditChoices, Site } from '../engine.js'
import { checkingContentOf } from '../../templates/checking-content.js'
import { EXIT, worst } from '../io.js'
import { countProblems, reaches } from '../problem.js'
import { printProblem, problemsOf, readSites, type SiteProblem } from '../read-sites.js'
import { nearest } from '../../model/near-names.js'
import { screenTexts, usageTexts } from '../texts.js'
import { timed } from '../timed.js'

type Balanced = {
  readonly site: Site
  readonly audit: Audit | null
  readonly problems: readonly SiteProblem[]
  readonly exit: number
}

/** What a balance says: problems of input, balance and reconciliation, not of checklists and measures. */
function ofBalance({ code }: Diagnostic): boolean {
  return /^[LSUPBRX]/.test(code)
}

async function balanceOne(call: Call, site: Site, choices: AuditChoices): Promise<Balanced> {
  const run = site.ready
    ? await timed(call, `balance ${site.shown}`, () => call.engine.audit(site, choices))
    : { audit: null, diagnostics: [] as readonly Diagnostic[] }
  const problems = problemsOf(call, site, [...site.diagnostics, ...run.diagnostics].filter(ofBalance))
  if (run.audit === null) return { site, audit: null, problems, exit: EXIT.input }
  const failed = reaches(countProblems(problems.map(({ problem }) => problem)), chosen(call, 'fail-on'))
  return { site, audit: run.audit, problems, exit: failed ? EXIT.problems : EXIT.done }
}

function show(call: Call, { site, audit, problems }: Balanced, report: BalanceReport | null): void {
  if (call.json) return
  for (const { diagnostic, problem } of problems)
    if (!call.quiet || problem.severity === 'error') printProblem(call, call.err, diagnostic, site.places)
  if (audit === null || report === null) call.err.print(`${screenTexts.notAudited[call.lang](site.shown)}\n`)
  else call.out.print(renderBalance(audit, report, { lang: call.lang, paint: call.out.paint }))
}

/** Not a layer of the balances: what products and losses cost. */
const MONEY = 'money'

/** A layer that no site has is a slip of the pen. */
function unknownLayer(call: Call, layer: string | undefined, done: readonly Balanced[]): Outcome | null {
  const all = done.flatMap(({ audit }) => audit?.reconciled.balances ?? []).map((one) => one.layer)
  const layers = [...new Set<string>(all)]
  if (layer === undefined || layer === MONEY || layers.length === 0 || layers.includes(layer)) return null
  const file = done.map(({ site }) => site.shown).join(', ')
  const near = nearest(layer, [...layers, MONEY])
  return misuse(call, usageTexts.unknownLayer[call.lang](file, layer, layers.join(', '), near))
}

/** `recp balance`: the balances before and after reconciliation, their residuals, verdicts, suspects and classes. */
export async function balance(call: Call): Promise<Outcome> {
  const { content } = await timed(call, 'content', () => call.engine.loadContent(contentFolders(call)))
  const choices: AuditChoices = { content, bounds: !call.values.has('no-bounds') }
  const layer = given(call, 'layer')
  const done: Balanced[] = []
  for (const site of await readSites(call, checkingContentOf(content)))
    done.push(await balanceOne(call, site, choices))
  const wrong = unknownLayer(call, layer, done)
  if (wrong !== null) return wrong
  const reports = done.map(({ audit }) => (audit === null ? null : balanceReport(audit, layer)))
  for (const [k, one] of done.entries()) {
    if (k > 0) call.out.print('\n')
    show(call, one, reports[k] ?? null)
  }
  return {
    exit: worst(done.map((one) => one.exit)),
    content: content.version,
    input: done.flatMap(({ site }) => site.files),
    problems: done.flatMap((one) => one.problems.map(({ problem }) => problem)),
    result: {
      sites: done.map(({ site, exit }, k) => ({
        file: site.shown,
        ok: exit === EXIT.done,
        balance: reports[k] ?? null,
      })),
    },
  }
}
