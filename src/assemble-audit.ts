import type { AuditContext, Loaded } from './audit.js'
import { entryOf } from './diagnostics/catalogue.js'
import { withoutFollowOns } from './diagnostics/follow-ons.js'
import { cellOf, placeOf, placeText } from './diagnostics/place.js'
import { asText, sameText, wording, type Text } from './model/text.js'
import type { Figure } from './model/figure.js'
import type { Audit, AuditHead, PlacedDiagnostic, SourceNote } from './model/audit.js'
import type { Diagnostic } from './model/diagnostic.js'
import { MEDIUM_NAMES } from './model/media.js'
import { checkAssertions } from './assertions.js'
import { machinesOf } from './machines.js'
import type { Site } from './schema/site.js'
import { sectorOf } from './templates/sectors.js'
import { VERSION } from './version.js'
import { applyWaivers } from './waivers.js'

type Parts = Pick<
  Audit,
  'inventory' | 'reconciled' | 'indicators' | 'gaps' | 'compliance' | 'findings' | 'evaluation' | 'figures'
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
  const diagnostics = applyWaivers(site, date, withoutFollowOns(asserted))
  const audit: Audit = {
    format: 'recp.audit/1',
    recp: VERSION,
    content: context.content.version,
    inputs: loaded.files,
    head: headOf(site, date, context),
    ...results,
    ...listed(parts),
    figures: parts.figures.map((figure) => withPlace(figure, loaded)),
    sources: sourcesOf(parts),
    names: namesOf(parts),
    notes: site.notes.map((note) => ({ en: wording(note.text, 'en'), vi: wording(note.text, 'vi') })),
    diagnostics: diagnostics.map((diagnostic) => placed(diagnostic, loaded)),
  }
  return { audit, diagnostics }
}

/** Machines and facts, where there are any. */
function listed({ site, context, figures }: Parts): Pick<Audit, 'machines' | 'facts'> {
  const { machines, facts } = machinesOf({ site, content: context.content, figures })
  return { ...(machines.length > 0 && { machines }), ...(facts.length > 0 && { facts }) }
}

function headOf(site: Site, date: string, context: AuditContext): AuditHead {
  const { site: firm, audit } = site
  const isic = firm.isic ?? firm.vsic
  const sector = context.sector ?? firm.sector
  const known = sectorOf(context.content, sector)
  return {
    id: firm.id,
    name: firm.name,
    country: firm.country,
    currency: firm.currency,
    date,
    ...(firm['legal-name'] === undefined ? {} : { legalName: firm['legal-name'] }),
    ...(sector === undefined ? {} : { sector }),
    ...(known === undefined ? {} : { sectorName: known.name }),
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
  if (place === undefined) return { ...diagnostic, severity }
  const { file, line, column, sheet } = place
  const cell = sheet === undefined ? {} : { sheet: sheet.name, cell: cellOf(place) }
  return { ...diagnostic, severity, file, line, column, ...cell }
}

function withPlace(figure: Figure, loaded: Loaded): Figure {
  const place = figure.at === undefined ? undefined : placeOf(figure.at, loaded.places)
  return place === undefined ? figure : { ...figure, place: placeText(place) }
}

/**
 * Words for every name that a finding saw or lacks, that an opportunity lacks, for the causes (`cause.operation`), the
 * regulations (`regulation.Decree 21/2011/ND-CP`) and the machines that the site names (`machine.boiler-2`).
 */
function namesOf(parts: Parts): Readonly<Record<string, Text>> {
  const { content } = parts.context
  const figures = new Map(parts.figures.map((figure) => [figure.id, figure.label]))
  const mentioned = [
    ...parts.findings.flatMap((finding) => [...finding.lacks, ...finding.seen.map(({ name }) => name)]),
    ...parts.evaluation.opportunities.flatMap((opportunity) => opportunity.lacks),
  ]
  const names: Record<string, Text> = {}
  for (const name of [...new Set(mentioned)].sort()) {
    const text =
      content.variables.get(name)?.meaning ??
      figures.get(name) ??
      priceName(parts, name) ??
      goodName(parts, name) ??
      inputName(parts, name)
    if (text !== undefined) names[name] = text
  }
  for (const { causes } of parts.evaluation.diagnosis) {
    for (const { cause } of causes)
      names[`cause.${cause}`] = content.causes.get(cause)?.name ?? sameText(cause)
  }
  return { ...names, ...regulationNames(parts), ...machineNames(parts.site) }
}

/** Names of the regulations that something was compared with, where the content has one. */
function regulationNames({ compliance, context }: Parts): Readonly<Record<string, Text>> {
  const { checks, unchecked, legal } = compliance
  const named = [...checks, ...unchecked, ...legal].flatMap(({ regulation }) => {
    const name = context.content.regulations.get(regulation)?.name
    return name === undefined ? [] : [[`regulation.${regulation}`, name] as const]
  })
  return Object.fromEntries(named)
}

/** Names of machines; what several are called tells none of them. */
function machineNames({ equipment }: Site): Readonly<Record<string, Text>> {
  const named = Object.entries(equipment).map(([id, { name }]) => [id, asText(name, id)] as const)
  const once = named.filter(([, { en }]) => named.filter(([, other]) => other.en === en).length === 1)
  return Object.fromEntries(once.map(([id, text]) => [`machine.${id}`, text]))
}

/** `good.effluent.price` where no such figure is: the price itself is missing, of a good or of a medium (`good.demand.price`). */
function priceName({ inventory }: Parts, name: string): Text | undefined {
  const id = /^good\.(.+)\.price$/.exec(name)?.[1]
  const good = inventory.goods.find((candidate) => candidate.id === id)
  if (id === undefined) return undefined
  const label =
    good === undefined
      ? Object.hasOwn(MEDIUM_NAMES, id)
        ? MEDIUM_NAMES[id as keyof typeof MEDIUM_NAMES]
        : sameText(id)
      : asText(good.name, id)
  return { en: `price of ${label.en}`, vi: `đơn giá: ${label.vi}` }
}

/** `of.<entry>`: which of several materials the entry saves is not said. */
function goodName({ context }: Parts, name: string): Text | undefined {
  const id = /^of\.(.+)$/.exec(name)?.[1]
  const title = id === undefined ? undefined : context.content.entries.get(id)?.title
  if (title === undefined) return undefined
  return {
    en: `which material it saves (in the answer, under of): ${title.en}`,
    vi: `tiết kiệm vật liệu nào (ghi trong câu trả lời, mục of): ${title.vi}`,
  }
}

/** `with.<method>.<input>`: what the auditor may give under `with` of the answer. */
function inputName({ context }: Parts, name: string): Text | undefined {
  const [kind, method = '', input = ''] = name.split('.')
  const label = context.content.methods
    .get(method)
    ?.inputs.find((candidate) => candidate.name === input)?.label
  if (kind !== 'with' || label === undefined) return undefined
  return {
    en: `${label.en} (in the answer, under with)`,
    vi: `${label.vi} (ghi trong câu trả lời, mục with)`,
  }
}
