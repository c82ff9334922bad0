import { diagnose } from '../diagnostics/catalogue.js'
import { isElectricity } from '../model/inventory.js'
import { isTaken, type Opportunity } from '../model/opportunities.js'
import { asText } from '../model/text.js'
import { formatNumber } from '../units/index.js'
import type { Evaluating } from './evaluating.js'
import { inUnit } from './pools.js'

/** Asks about what is seldom seen: large savings, odd paybacks, prices far from any tariff. */
export function checkPlausible(work: Evaluating, opportunities: readonly Opportunity[]): void {
  const taken = opportunities.filter(isTaken)
  checkShares(work, taken)
  for (const one of taken) checkPayback(work, one)
  checkPrices(work)
}

/** Savings of one measure, or of all together, against what is used of the good. */
function checkShares(work: Evaluating, taken: readonly Opportunity[]): void {
  const { plausible } = work.content.economics
  const byGood = new Map<string, number>()
  for (const opportunity of taken) {
    for (const saving of opportunity.savings) {
      const share = shareOfUse(work, saving.good, saving.inPackage)
      if (saving.good === undefined || share === undefined) continue
      byGood.set(saving.good, (byGood.get(saving.good) ?? 0) + share)
      if (share > plausible.single) {
        work.diagnostics.push(
          diagnose('E202', opportunity.at ?? '', {
            opportunity: opportunity.id,
            percent: percent(share),
            ...named(work, saving.good),
          }),
        )
      }
    }
  }
  for (const [good, share] of byGood) {
    if (share > plausible.package)
      work.diagnostics.push(diagnose('E203', '', { percent: percent(share), ...named(work, good) }))
  }
}

function named(work: Evaluating, good: string): { readonly what: string; readonly 'what-vi': string } {
  const { en, vi } = asText(work.inventory.goods.find(({ id }) => id === good)?.name, good)
  return { what: en, 'what-vi': vi }
}

const WEEKS_PER_YEAR = 365 / 7

/** Against what is ever seen, and against what was published for this measure. */
function checkPayback(work: Evaluating, one: Opportunity): void {
  const { plausible } = work.content.economics
  const years = work.ledger.get(one.payback ?? '')?.value
  const invest = work.ledger.get(one.investment ?? '')?.value
  if (years == null || invest == null || invest <= 0) return
  const short = years * WEEKS_PER_YEAR < plausible.paybackWeeks
  const payback = `${say(years)} yr`
  if (short || years > plausible.paybackYears) {
    const args = { opportunity: one.id, payback, short: short ? 'yes' : 'no' } as const
    work.diagnostics.push(diagnose('E204', one.at ?? '', args))
  }
  const published = publishedPayback(one)
  if (published === undefined) return
  const { publishedFactor: factor } = plausible
  if (years * factor >= published.low && years <= published.high * factor) return
  const { text, source } = published
  work.diagnostics.push(
    diagnose('E206', one.at ?? '', { opportunity: one.id, payback, published: text, source }),
  )
}

type Published = {
  readonly low: number
  readonly high: number
  readonly text: string
  readonly source: string
}

/** The payback of the entry's own sources, else that of its kind in the statistics of recommendations. */
function publishedPayback({
  publishedPayback: own,
  typical,
  references,
}: Opportunity): Published | undefined {
  const [low, high] = [own?.low ?? own?.high, own?.high ?? own?.low]
  if (low !== undefined && high !== undefined) {
    const text = low === high ? `${low} yr` : `${low} to ${high} yr`
    return { low: own?.low ?? 0, high, text, source: references.join(', ') }
  }
  // A group of many kinds says what is usual among them, and nothing of one of them.
  if (typical?.payback === undefined || !typical.codes.some(isOneKind)) return undefined
  const { payback } = typical
  return { low: payback, high: payback, text: `${payback} yr`, source: `IAC ${typical.codes.join(', ')}` }
}

/** A code of four digits is one kind of recommendation; a shorter one a group. */
function isOneKind(code: string): boolean {
  return /\.\d{4}/.test(code)
}

/** The price of electricity against the tariffs of the country, where the content has some in this currency. */
function checkPrices(work: Evaluating): void {
  const { currency } = work.site.site
  for (const good of work.inventory.goods.filter(isElectricity)) {
    const figure = work.ledger.get(good.price ?? '')
    const price = figure?.value == null ? undefined : inUnit(figure.value, figure.unit, `${currency}/kWh`)
    const usual = usualPrices(work)
    if (price === undefined || usual === undefined || price <= 0) continue
    if (price >= usual.low && price <= usual.high) continue
    const band = `${say(usual.low)} to ${say(usual.high)} ${currency}/kWh`
    const args = { good: good.id, price: `${say(price)} ${currency}/kWh`, usual: band }
    work.diagnostics.push(diagnose('E205', good.at, args))
  }
}

function usualPrices(work: Evaluating): { readonly low: number; readonly high: number } | undefined {
  const { currency, country } = work.site.site
  const { priceFactor } = work.content.economics.plausible
  const tariffs = work.content.tariffs
    .filter((row) => row['country'] === country && row['unit']?.startsWith(`${currency}/kWh`))
    .flatMap((row) => (Number(row['value']) > 0 ? [Number(row['value'])] : []))
  if (tariffs.length > 0)
    return { low: Math.min(...tariffs) / priceFactor, high: Math.max(...tariffs) * priceFactor }
  return undefined
}

function say(value: number): string {
  return formatNumber(value, { lang: 'en', digits: 2 })
}

function percent(share: number): string {
  return `${say(share * 100)} %`
}

function shareOfUse(work: Evaluating, good: string | undefined, figure: string): number | undefined {
  const saved = work.ledger.get(figure)
  const use = work.ledger.get(`use.${good}`)
  if (saved?.value == null || use?.value == null || use.value <= 0) return undefined
  const direct = inUnit(saved.value, saved.unit, use.unit)
  if (direct !== undefined) return direct / use.value
  const energy = work.ledger.get(`good.${good}.carries.energy`)
  const joules = inUnit(saved.value, saved.unit, 'GJ/yr')
  return energy?.value == null || joules === undefined ? undefined : joules / (use.value * energy.value)
}
