import type { AuditContext, Loaded } from './audit.js'
import { entryOf } from './diagnostics/catalogue.js'
import { placeOf } from './diagnostics/place.js'
import { wording } from './model/text.js'
import type { Audit, AuditHead, PlacedDiagnostic, SourceNote } from './model/audit.js'
import type { Diagnostic } from './model/diagnostic.js'
import { checkAssertions } from './assertions.js'
import type { Site } from './schema/site.js'
import { VERSION } from './version.js'
import { applyWaivers } from './waivers.js'

type Parts = Pick<
  Audit,
  'inventory' | 'reconciled' | 'indicators' | 'gaps' | 'findings' | 'evaluation' | 'figures'
> & {
  readonly site: Site
  readonly loaded: Loaded
  readonly context: AuditContext
  readonly diagnostics: readonly Diagnostic[]
}

/** Puts the results of the stages together: head, sources, assertions, waivers, and a place for every diagnostic. */
export function assembleAudit(parts: Parts): {
  readonly audit: Audit
  readonly diagnostics: readonly Diagnostic[]
} {
  const { site, loaded, context, diagnostics: found, ...results } = parts
  const date = context.date ?? site.audit?.date ?? parts.inventory.period.last
  const asserted = [...found, ...checkAssertions(site, parts.reconciled, parts.figures)]
  const diagnostics = applyWaivers(site, date, asserted)
  const audit: Audit = {
    format: 'recp.audit/1',
    recp: VERSION,
    content: context.content.version,
    inputs: loaded.files,
    head: headOf(site, date, context),
    ...results,
    sources: sourcesOf(parts),
    notes: site.notes.map((note) => ({ en: wording(note.text, 'en'), vi: wording(note.text, 'vi') })),
    diagnostics: diagnostics.map((diagnostic) => placed(diagnostic, loaded)),
  }
  return { audit, diagnostics }
}

function headOf(site: Site, date: string, context: AuditContext): AuditHead {
  const { site: firm, audit } = site
  const isic = firm.isic ?? firm.vsic
  const sector = context.sector ?? firm.sector
  return {
    id: firm.id,
    name: firm.name,
    country: firm.country,
    currency: firm.currency,
    date,
    ...(firm['legal-name'] === undefined ? {} : { legalName: firm['legal-name'] }),
    ...(sector === undefined ? {} : { sector }),
    ...(isic === undefined ? {} : { isic }),
    ...(firm.address === undefined ? {} : { address: firm.address }),
    ...(firm.employees === undefined ? {} : { employees: firm.employees }),
    ...(firm.hours === undefined ? {} : { hours: firm.hours.written }),
    ...(site.boundary === undefined ? {} : { boundary: site.boundary }),
    ...(audit?.by === undefined ? {} : { by: audit.by }),
    ...(site.per === undefined ? {} : { per: { good: site.per.of, unit: site.per.unit ?? '' } }),
  }
}

/** Every source that a figure, an opportunity or a benchmark of this audit leans on, once. */
function sourcesOf(parts: Parts): SourceNote[] {
  const notes = new Map<string, SourceNote>()
  const cited = new Set(parts.evaluation.opportunities.flatMap((opportunity) => opportunity.references))
  for (const id of cited) {
    const reference = parts.context.content.references.get(id)
    if (reference === undefined) continue
    const { title, publisher, year, url } = reference
    notes.set(id, { id, text: `${title}. ${publisher}`, year, url })
  }
  for (const figure of parts.figures) {
    if (figure.kind !== 'factor' || figure.source === undefined) continue
    notes.set(`${figure.id}`, { id: figure.id, text: figure.source })
  }
  return [...notes.values()]
}

function placed(diagnostic: Diagnostic, loaded: Loaded): PlacedDiagnostic {
  const severity = entryOf(diagnostic.code)?.severity ?? 'error'
  const place = placeOf(diagnostic.at, loaded.places)
  return place === undefined
    ? { ...diagnostic, severity }
    : { ...diagnostic, severity, file: place.file, line: place.line, column: place.column }
}
