import { catalogue } from '../../diagnostics/catalogue.js'
import { contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import type { Audit } from '../../model/audit.js'
import { findExamples } from '../examples.js'
import { EXIT } from '../io.js'
import { filterOfAnotherList, unknownFilter } from '../list-filters.js'
import * as listings from '../listings.js'
import { benchmarkListing, factorListing, indicatorListing, type OutsideFilter } from '../outside-listings.js'
import { readAudit } from '../saved-audit.js'
import { screenTexts, usageTexts } from '../texts.js'
import { columns } from '../text-width.js'
import { timed } from '../timed.js'

type Filter = listings.EntryFilter & { readonly audit?: Audit }

async function listingOf(
  call: Call,
  what: string,
  filter: Filter,
): Promise<{ listing: listings.Listing; content?: string } | Outcome> {
  const { engine, lang } = call
  if (what === 'examples') return { listing: listings.exampleListing(await findExamples()) }
  if (what === 'units') {
    const { unitNames } = await import('../../units/unit-names.js')
    return { listing: listings.unitListing(unitNames(), lang) }
  }
  if (what === 'codes') return { listing: listings.codeListing(Object.entries(catalogue), lang) }
  const { content } = await timed(call, 'content', () => engine.loadContent(contentFolders(call)))
  const unknown = unknownFilter(call, content)
  if (unknown !== null) return unknown
  const of = (listing: listings.Listing): { listing: listings.Listing; content: string } => ({
    listing,
    content: content.version,
  })
  if (what === 'checklists') return of(listings.checklistListing(content, lang, filter))
  if (what === 'methods') return of(listings.methodListing(content, lang, filter.system))
  if (what === 'sectors') return of(listings.sectorListing(content, lang))
  const outside = outsideFilter(call, filter.audit)
  if (what === 'factors') return of(factorListing(content, lang, outside))
  if (what === 'benchmarks') return of(benchmarkListing(content, lang, outside))
  return of(indicatorListing(content, lang, outside))
}

/** What of the tables from outside is asked for. */
function outsideFilter(call: Call, audit: Audit | undefined): OutsideFilter {
  const [country, year, sector, expired] = ['country', 'year', 'sector', 'expired'].map((name) =>
    given(call, name),
  )
  return {
    ...(country === undefined ? {} : { country }),
    ...(year === undefined ? {} : { year }),
    ...(sector === undefined ? {} : { sector }),
    ...(expired === undefined ? {} : { expired }),
    ...(audit === undefined ? {} : { audit }),
  }
}

/** What of the checklists is asked for; with `--in` also what became of it. */
async function entryFilter(call: Call): Promise<Filter | Outcome> {
  const [system, sector, practice] = ['system', 'sector', 'practice'].map((name) => given(call, name))
  const [outcome, file] = [given(call, 'outcome'), given(call, 'in')]
  if (outcome !== undefined && file === undefined)
    return misuse(
      call,
      usageTexts.outcomeNeedsAudit[call.lang](),
      `recp list checklists --in audit.json --outcome ${outcome}`,
    )
  const saved = file === undefined ? undefined : await readAudit(call, file)
  if (saved !== undefined && 'exit' in saved) return saved
  return {
    ...(system === undefined ? {} : { system }),
    ...(sector === undefined ? {} : { sector }),
    ...(practice === undefined ? {} : { practice }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(saved === undefined ? {} : { findings: saved.audit.findings, audit: saved.audit }),
  }
}

/** `recp list`: one line a thing; the head is left out with `--quiet`, so that a script gets rows alone. */
export async function list(call: Call): Promise<Outcome> {
  const what = call.args[0] ?? ''
  const other = filterOfAnotherList(call, what)
  if (other !== null) return other
  const filter = await entryFilter(call)
  if ('exit' in filter) return filter
  const listed = await listingOf(call, what, filter)
  if ('exit' in listed) return listed
  const { listing, content } = listed
  const { paint } = call.out
  const head = listing.head.map((label) => label[call.lang])
  const [first = '', ...rows] = columns([head, ...listing.rows])
  if (listing.rows.length === 0 && !call.quiet) call.out.print(`${screenTexts.nothing[call.lang]()}\n`)
  else if (!call.quiet) call.out.print(`${paint('strong', first)}\n`)
  if (rows.length > 0) call.out.print(`${rows.join('\n')}\n`)
  return {
    exit: EXIT.done,
    ...(content === undefined ? {} : { content }),
    result: { items: listing.items },
  }
}
