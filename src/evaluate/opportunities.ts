import { diagnose } from '../diagnostics/catalogue.js'
import type { Finding } from '../model/opportunities.js'
import type { Answer } from '../schema/site.js'
import { entryBands } from './bands.js'
import { estimate } from './estimate.js'
import { present, type ActsOn, type Draft, type Evaluating } from './evaluating.js'
import { investmentOf } from './investment.js'
import { LIFE, moneyInput } from './money-input.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { realised } from './realisation.js'
import { streamOf } from './streams.js'
import type { ChecklistEntry } from '../templates/content.js'

/** What an entry would be here if it applied, whether or not it does. */
export function draftOfFinding(work: Evaluating, finding: Finding): Draft | undefined {
  const entry = work.content.entries.get(finding.entry)
  return entry && draftOf(work, idOf(finding), finding, entry)
}

function idOf({ entry, machine }: Finding): string {
  return machine === undefined ? entry : `${entry}-${machine}`
}

/** A measure of this name is the same thing with the auditor's own figures: the entry is decided. */
export function isOwnMeasure({ site }: Pick<Evaluating, 'site'>, finding: Finding): boolean {
  return Object.hasOwn(site.measures, idOf(finding))
}

/** The findings that apply, with their stand-alone savings, or with what the estimate lacks. */
export function foundOpportunities(work: Evaluating): Draft[] {
  return work.findings.flatMap((finding) => {
    const entry = work.content.entries.get(finding.entry)
    if (finding.outcome !== 'found' || entry === undefined || isOwnMeasure(work, finding)) return []
    return [draftOf(work, idOf(finding), finding, entry)]
  })
}

function draftOf(work: Evaluating, id: string, finding: Finding, entry: ChecklistEntry): Draft {
  const machine = finding.machine
  const stream: ActsOn | undefined =
    entry.stream === undefined ? undefined : streamOf(work, entry.stream, machine)
  const asking = { id, entry, ...present('machine', machine), ...present('stream', stream) }
  const found = estimate(work, asking)
  const answer = work.site.answers[entry.id]
  const known = 'savings' in found
  return {
    id,
    origin: 'entry',
    entry: entry.id,
    ...present('machine', machine),
    title:
      machine === undefined
        ? entry.title
        : { en: `${entry.title.en} (${machine})`, vi: `${entry.title.vi} (${machine})` },
    practice: entry.practice,
    system: entry.system,
    order: entry.order,
    ...present('group', entry.group && `${entry.group}|${machine ?? ''}`),
    evidence: !known
      ? 'needs data'
      : found.range
        ? 'range estimate'
        : finding.evidence === 'measured'
          ? 'measured'
          : 'reported',
    status: 'proposed',
    ...present('stream', stream),
    ...realised(work, id, answer?.realisation, known ? found.savings : []),
    ...(known && found.calculation !== undefined ? { calculation: found.calculation } : {}),
    lacks: found.lacks ?? [],
    ...ownInvestment(work, finding, id, answer),
    ...present('given', answer?.scores),
    ...present('stopsProduction', answer?.['stops-production']),
    ...present('life', answer?.life && enterQuantity(work, `opportunity.${id}.life`, LIFE, answer.life).id),
    ...present('running', answer?.om && moneyInput(work, id, 'running', answer.om)),
    ...present('bands', entryBands(work, id, { entry, ...present('machine', machine) })),
    ...present('verify', entry.verify),
    ...present('risks', entry.risks),
    references: entry.references,
    ...present('publishedPayback', publishedPayback(entry)),
    ...(answer === undefined ? {} : { at: `/answers/${entry.id}` }),
  }
}

/** One answer has one investment: where the entry applies to several machines it cannot say whose it is. */
function ownInvestment(
  work: Evaluating,
  finding: Finding,
  id: string,
  answer: Answer | undefined,
): Pick<Draft, 'investment' | 'investmentParts'> {
  const stated = answer?.invest ?? Object.values(answer?.['invest-parts'] ?? {})[0]
  if (answer === undefined || stated === undefined) return {}
  const applies = work.findings.filter(({ entry, outcome }) => entry === finding.entry && outcome === 'found')
  if (applies.length === 1) return investmentOf(work, id, answer)
  if (applies[0] === finding) {
    work.diagnostics.push(diagnose('E302', stated.at, { entry: finding.entry, count: applies.length }))
  }
  return {}
}

/** The payback that the sources of an entry publish. */
export function publishedPayback(entry: ChecklistEntry): Draft['publishedPayback'] {
  if (entry.payback === undefined) return undefined
  const { low, high, note } = entry.payback
  return { ...present('low', low), ...present('high', high), note }
}
