import { diagnose } from '../diagnostics/catalogue.js'
import { called } from '../diagnostics/words-of-args.js'
import { flowName } from '../model/flow-names.js'
import type { Opportunity } from '../model/opportunities.js'
import { asText, type Text } from '../model/text.js'
import { formatNumber } from '../units/index.js'
import type { Evaluating } from './evaluating.js'
import { moneyOf } from './plain-money.js'
import { inUnit, poolAt, shareOf } from './pools.js'
import { mediumOf, targetOf } from './targets.js'

/**
 * Asks about what one measure claims, an entry's as the auditor's own: a saving against what it acts on, against what
 * was published of its kind and against all that is used; and a payback against what is ever seen. The gravest alone.
 */
export function checkClaim(work: Evaluating, one: Opportunity): void {
  const saving =
    tooMuch(work, one) ?? tooMuchMoney(work, one) ?? abovePublished(work, one) ?? large(work, one)
  const payback = unusual(work, one) ?? farFromPublished(work, one) ?? belowMost(work, one)
  work.diagnostics.push(...[saving, payback].flatMap((said) => said ?? []))
}

type Said = ReturnType<typeof diagnose> | undefined

/** More than there is of what it acts on. */
function tooMuch(work: Evaluating, one: Opportunity): Said {
  const share = shareOfStream(work, one)
  if (share === undefined || share <= 1 + 1e-12) return undefined
  const [saving, base] = [shown(work, one.savings[0]?.base), shown(work, one.stream?.base)]
  return diagnose('E201', one.at ?? '', { ...titled(one), saving, base })
}

/** Money of an own measure against what the thing it acts on costs in a year. */
function tooMuchMoney(work: Evaluating, one: Opportunity): Said {
  const [saving] = one.savings
  const measure = one.origin === 'measure' ? work.site.measures[one.id] : undefined
  const target = measure && targetOf(work, measure['acts-on'])
  if (target === undefined || saving === undefined || saving.money !== saving.base) return undefined
  const cost = moneyOf(work, one, { medium: mediumOf(target.good), good: target.good, base: target.base })
  const money = work.ledger.get(saving.money)
  if (cost === null || money?.value == null || cost <= 0 || money.value <= cost) return undefined
  const args = { ...titled(one), saving: shown(work, money.id), cost: `${say(cost)} ${money.unit}` }
  return diagnose('E207', one.at ?? '', { ...args, ...actedOn(work, one) })
}

/** More of its stream than the highest share that a source of its kind gives. */
function abovePublished(work: Evaluating, one: Opportunity): Said {
  const entry = work.content.entries.get(one.entry ?? '')
  const share = shareOfStream(work, one)
  const highest = entry?.estimate
    .flatMap((attempt) => (attempt.kind === 'range' && attempt.of === entry.stream ? [attempt] : []))
    .find(({ high }) => high !== undefined)
  if (highest?.high === undefined || share === undefined || share <= highest.high * (1 + 1e-9))
    return undefined
  const limit = percent(highest.high)
  const args = { ...titled(one), percent: percent(share), limit, source: highest.source }
  return diagnose('E208', one.at ?? '', { ...args, ...actedOn(work, one) })
}

/**
 * A large share of a good; of an own measure that nobody measured and that is no entry with a calculation, also of
 * what it acts on alone.
 */
function large(work: Evaluating, one: Opportunity): Said {
  const { single } = work.content.economics.plausible
  const say = (share: number, what: ReturnType<typeof words>): Said =>
    diagnose('E202', one.at ?? '', {
      ...titled(one),
      percent: percent(share),
      limit: percent(single),
      ...what,
    })
  for (const { good, inPackage } of one.savings) {
    const share = shareOfUse(work, good, inPackage)
    if (good !== undefined && share !== undefined && share > single) return say(share, named(work, good))
  }
  const share = shareOfStream(work, one)
  const plain = one.origin === 'measure' && one.evidence !== 'measured'
  return plain && share !== undefined && share > single ? say(share, actedOn(work, one)) : undefined
}

const WEEKS_PER_YEAR = 365 / 7

/** Shorter or longer than what is ever seen. */
function unusual(work: Evaluating, one: Opportunity): Said {
  const { paybackWeeks, paybackYears } = work.content.economics.plausible
  const years = paybackOf(work, one)
  const shortest = paybackWeeks / WEEKS_PER_YEAR
  if (years === undefined || (years >= shortest && years <= paybackYears)) return undefined
  const limit = years < shortest ? shortest : paybackYears
  return diagnose('E204', one.at ?? '', { ...titled(one), payback: years, limit })
}

/** Against the payback of the entry's own sources, else of its kind in the statistics of recommendations. */
function farFromPublished(work: Evaluating, one: Opportunity): Said {
  const years = paybackOf(work, one)
  const published = publishedPayback(work, one)
  const { publishedFactor: factor } = work.content.economics.plausible
  if (years === undefined || published === undefined) return undefined
  const { least, low, high, source } = published
  if (years * factor >= least && years <= high * factor) return undefined
  return diagnose('E206', one.at ?? '', { ...titled(one), payback: years, low, high, source })
}

/** Energy for next to nothing, where nothing was published of its kind: against what most measures took. */
function belowMost(work: Evaluating, one: Opportunity): Said {
  const years = paybackOf(work, one)
  const { years: median, times, source } = work.content.economics.median
  const saved = one.savings.some(({ medium }) => ['electricity', 'fuel', 'heat'].includes(medium))
  if (years === undefined || !saved || publishedPayback(work, one) !== undefined) return undefined
  if (years * times >= median) return undefined
  return diagnose('E209', one.at ?? '', { ...titled(one), payback: years, median, source })
}

/** Years, of a measure that costs something. */
function paybackOf({ ledger }: Evaluating, { payback, investment }: Opportunity): number | undefined {
  const [years, invest] = [ledger.get(payback ?? '')?.value, ledger.get(investment ?? '')?.value]
  return years == null || invest == null || invest <= 0 ? undefined : years
}

type Published = {
  /** What is not asked about; 0 where the sources give an upper end alone. */
  readonly least: number
  readonly low: number
  readonly high: number
  readonly source: string
}

function publishedPayback(
  work: Evaluating,
  { publishedPayback: own, typical, references }: Opportunity,
): Published | undefined {
  const [low, high] = [own?.low ?? own?.high, own?.high ?? own?.low]
  if (low !== undefined && high !== undefined)
    return { least: own?.low ?? 0, low, high, source: references.join(', ') }
  // A group of many kinds says what is usual among them, and a handful of recommendations nothing of the next one.
  const { payback, codes = [] } = typical ?? {}
  const { recommendations, economics } = work.content
  const enough = codes.every(
    (code) => (recommendations.get(code)?.count ?? 0) >= economics.plausible.leastRecommendations,
  )
  if (payback === undefined || !enough || !codes.some(isOneKind)) return undefined
  return { least: payback, low: payback, high: payback, source: `IAC ${codes.join(', ')}` }
}

/** A code of four digits is one kind of recommendation; a shorter one a group. */
function isOneKind(code: string): boolean {
  return /\.\d{4}/.test(code)
}

/** What the main saving claims of the stream it acts on, before anything acts on it first. */
function shareOfStream(work: Evaluating, { stream, savings: [saving] }: Opportunity): number | undefined {
  // Power has the dimension of energy per year, and is none.
  const pool = saving?.medium === 'demand' ? undefined : stream && poolAt(work, stream.base, stream.label)
  const saved = work.ledger.get(saving?.base ?? '')
  if (pool === undefined || saved?.value == null) return undefined
  const good = work.inventory.goods.find(({ id }) => id === saving?.good)
  const share = shareOf(work, pool, saved, good)
  return share && (saved.value * share.factor) / pool.amount
}

/** What is saved against all that is used of a good, through its heating value where it is counted as energy. */
export function shareOfUse(work: Evaluating, good: string | undefined, figure: string): number | undefined {
  const saved = work.ledger.get(figure)
  const use = work.ledger.get(`use.${good}`)
  if (saved?.value == null || use?.value == null || use.value <= 0) return undefined
  const direct = inUnit(saved.value, saved.unit, use.unit)
  if (direct !== undefined) return direct / use.value
  const energy = work.ledger.get(`good.${good}.carries.energy`)
  const joules = inUnit(saved.value, saved.unit, 'GJ/yr')
  return energy?.value == null || joules === undefined ? undefined : joules / (use.value * energy.value)
}

/** What a measure acts on, as the auditor calls it; of an entry its stream. */
function actedOn({ site, inventory }: Evaluating, { id, origin, stream }: Opportunity): Words {
  const name = (origin === 'measure' ? site.measures[id]?.['acts-on'] : undefined) ?? ''
  if (Object.hasOwn(site.equipment, name)) return words(asText(site.equipment[name]?.name, name))
  return words(flowName(inventory, name) ?? stream?.label)
}

const titled = ({ id, title }: Opportunity) => called('opportunity', id, title)

type Words = { readonly what: string; readonly 'what-vi': string }

/** A good as its owner calls it. */
export function named(work: Evaluating, good: string): Words {
  return words(asText(work.inventory.goods.find(({ id }) => id === good)?.name, good))
}

function words(text: Text | undefined): Words {
  return { what: text?.en ?? '', 'what-vi': text?.vi ?? '' }
}

function shown({ ledger }: Evaluating, id: string | undefined): string {
  const figure = ledger.get(id ?? '')
  return figure?.value == null
    ? '–'
    : `${formatNumber(figure.value, { lang: 'en', digits: 4 })} ${figure.unit}`
}

/** A number in a message, to two digits. */
export function say(value: number): string {
  return formatNumber(value, { lang: 'en', digits: 2 })
}

export function percent(share: number): string {
  return `${say(share * 100)} %`
}
