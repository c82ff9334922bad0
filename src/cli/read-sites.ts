import { groupDiagnostics } from '../diagnostics/group-diagnostics.js'
import { orderDiagnostics } from '../diagnostics/order-diagnostics.js'
import { printDiagnostic } from '../diagnostics/print-diagnostic.js'
import { NO_PLACES, type Places } from '../model/place.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { ValidateContext } from '../validate/validate-site.js'
import { given, type Call, type Screen } from './call.js'
import type { Site, SiteRequest } from './engine.js'
import { findSites } from './find-sites.js'
import { problemOf, type Problem } from './problem.js'
import { words } from './texts.js'
import { timed } from './timed.js'

export type SiteProblem = { readonly diagnostic: Diagnostic; readonly problem: Problem }

function notRead(shown: string, problem: Diagnostic): Site {
  return {
    shown,
    files: [],
    paths: [],
    id: null,
    ready: false,
    diagnostics: [problem],
    places: NO_PLACES,
    loaded: null,
    checked: null,
  }
}

async function standardInput(call: Call): Promise<SiteRequest> {
  const bytes = await call.io.readStdin()
  const text = new TextDecoder('utf-8').decode(bytes)
  return { shown: words.stdin[call.lang], cwd: call.io.cwd, text }
}

/** One site as a command that takes exactly one reads it. */
export async function readSite(call: Call, shown: string, known: ValidateContext = {}): Promise<Site> {
  return call.engine.loadSite({ shown, cwd: call.io.cwd, ...decimalOf(call), known })
}

/** How decimals are written in a workbook, where the command line says it. */
function decimalOf(call: Call): Pick<SiteRequest, 'decimal'> {
  const decimal = given(call, 'decimal')
  return decimal === 'point' || decimal === 'comma' ? { decimal } : {}
}

/** Reads and checks every site named on the command line; one that fails does not keep the others from it. */
export async function readSites(call: Call, known: ValidateContext): Promise<readonly Site[]> {
  const read = (request: SiteRequest): Promise<Site> =>
    timed(call, `read ${request.shown}`, () =>
      call.engine.loadSite({ ...request, ...decimalOf(call), known }),
    )
  const fromStdin = call.row.name === 'check' && call.args.includes('-')
  const named = fromStdin ? call.args.filter((word) => word !== '-') : call.args
  const sites: Site[] = []
  if (fromStdin) {
    sites.push(await read(await standardInput(call)))
  }
  for (const target of await findSites(call.io.cwd, named)) {
    sites.push('problem' in target ? notRead(target.shown, target.problem) : await read(target.request))
  }
  return sites
}

/** The diagnostics of a site with their words and places, in the order of the file; the same mistake is said once. */
export function problemsOf(
  call: Call,
  site: Site,
  diagnostics: readonly Diagnostic[],
): readonly SiteProblem[] {
  const ordered = orderDiagnostics(once(diagnostics), site.places)
  return groupDiagnostics(ordered).map((diagnostic) => {
    const problem = problemOf(diagnostic, { places: site.places, lang: call.lang, file: site.shown })
    return { diagnostic, problem }
  })
}

/** What two stages say alike is said once. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(diagnostics.map((one) => [JSON.stringify([one.code, one.at, one.args]), one]))
  return [...seen.values()]
}

/** A problem as a person reads it, followed by an empty line. */
export function printProblem(call: Call, screen: Screen, diagnostic: Diagnostic, places: Places): void {
  const { paint, width } = screen
  screen.print(`${printDiagnostic(diagnostic, { lang: call.lang, places, paint, width }).trimEnd()}\n\n`)
}
