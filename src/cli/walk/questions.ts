import type { Audit, Finding } from '../../model/audit.js'
import { asText, type Lang } from '../../model/text.js'
import { SYSTEMS, termOf } from '../../report/xlsx/term-texts.js'
import type { Site } from '../../schema/site.js'
import type { Content } from '../../templates/content.js'

/** One question of the walk. */
export type Question = {
  readonly entry: string
  readonly priority: number
  /** What part of the factory it belongs to, by its name. */
  readonly group: string
  /** Machines it is about, with the steps where they stand. */
  readonly places: readonly string[]
  readonly question: string
  readonly reason: string
  readonly answer?: 'yes' | 'no' | 'n/a'
  readonly note?: string
}

/** Outcomes that an answer can still change. */
const OPEN: ReadonlySet<Finding['outcome']> = new Set(['look', 'needs-data', 'found', 'in-place'])

/**
 * The questions that apply to this factory, group by group in the order of the systems. What the figures settle by
 * themselves is not asked; with `all`, what is answered already is asked again; with `first`, only what an entry puts
 * in the first priority is asked.
 */
export function questionsOf(
  audit: Pick<Audit, 'findings'>,
  {
    site,
    content,
    lang,
    all,
    first,
  }: {
    readonly site: Site
    readonly content: Content
    readonly lang: Lang
    readonly all: boolean
    readonly first: boolean
  },
): readonly Question[] {
  const order = [...SYSTEMS.keys()]
  const seen = new Set<string>()
  const asked = audit.findings.filter((finding) => {
    if (first && finding.priority !== 1) return false
    if (seen.has(finding.entry) || !isAsked(finding, site, all)) return false
    seen.add(finding.entry)
    return true
  })
  return asked
    .map((finding, index) => ({ finding, index, rank: order.indexOf(finding.system) }))
    .sort((a, b) => a.rank - b.rank || a.finding.priority - b.finding.priority || a.index - b.index)
    .map(({ finding }) => questionOf(finding, site, content, lang))
}

function isAsked({ entry, outcome, evidence }: Finding, site: Site, all: boolean): boolean {
  if (Object.hasOwn(site.answers, entry)) return all
  return OPEN.has(outcome) && evidence !== 'measured'
}

function questionOf(finding: Finding, site: Site, content: Content, lang: Lang): Question {
  const entry = content.entries.get(finding.entry)
  const given = Object.hasOwn(site.answers, finding.entry) ? site.answers[finding.entry] : undefined
  return {
    entry: finding.entry,
    priority: finding.priority,
    group: termOf(SYSTEMS, finding.system)[lang],
    places: entry?.per === undefined ? [] : placesOf(entry.per, site, lang),
    question: finding.question[lang],
    reason: entry?.reason[lang] ?? '',
    ...(given === undefined ? {} : { answer: given.answer }),
    ...(given?.note === undefined ? {} : { note: given.note }),
  }
}

/** `Coal boiler 6 t/h (Boiler house)` */
function placesOf(system: string, site: Site, lang: Lang): readonly string[] {
  return Object.entries(site.equipment).flatMap(([id, machine]) => {
    if (machine.system !== system) return []
    const name = asText(machine.name, id)[lang]
    const step =
      machine.step === undefined ? undefined : asText(site.steps[machine.step]?.name, machine.step)[lang]
    return [step === undefined ? name : `${name} (${step})`]
  })
}
