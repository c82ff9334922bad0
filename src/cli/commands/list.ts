import { catalogue } from '../../diagnostics/catalogue.js'
import { contentFolders, type Call, type Outcome } from '../call.js'
import { findExamples } from '../examples.js'
import { EXIT } from '../io.js'
import * as listings from '../listings.js'
import { screenTexts } from '../texts.js'
import { columns } from '../text-width.js'
import { timed } from '../timed.js'

async function listingOf(call: Call, what: string): Promise<{ listing: listings.Listing; content?: string }> {
  const { engine, lang } = call
  if (what === 'examples') return { listing: listings.exampleListing(await findExamples()) }
  if (what === 'units') {
    const { unitNames } = await import('../../units/unit-names.js')
    return { listing: listings.unitListing(unitNames(), lang) }
  }
  if (what === 'codes') return { listing: listings.codeListing(Object.entries(catalogue), lang) }
  const { content } = await timed(call, 'content', () => engine.loadContent(contentFolders(call)))
  const of = (listing: listings.Listing): { listing: listings.Listing; content: string } => ({
    listing,
    content: content.version,
  })
  if (what === 'checklists') return of(listings.checklistListing(content, lang))
  if (what === 'methods') return of(listings.methodListing(content, lang))
  if (what === 'sectors') return of(listings.sectorListing(content, lang))
  if (what === 'factors') return of(listings.factorListing(content))
  if (what === 'benchmarks') return of(listings.benchmarkListing(content))
  return of(listings.indicatorListing(content))
}

/** `recp list`: one line a thing; the head is left out with `--quiet`, so that a script gets rows alone. */
export async function list(call: Call): Promise<Outcome> {
  const { listing, content } = await listingOf(call, call.args[0] ?? '')
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
