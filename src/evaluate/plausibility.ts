import { diagnose } from '../diagnostics/catalogue.js'
import { isElectricity } from '../model/inventory.js'
import { isTaken, type Opportunity } from '../model/opportunities.js'
import type { Programme } from '../templates/economics-from.js'
import { checkClaim, named, percent, say, shareOfUse } from './claims.js'
import type { Evaluating } from './evaluating.js'
import { inUnit } from './pools.js'
import { mediumOf } from './targets.js'

/** Asks about what is seldom seen: claims of single measures, packages that save much, prices far from any tariff. */
export function checkPlausible(work: Evaluating, opportunities: readonly Opportunity[]): void {
  for (const one of opportunities.filter(isClaim)) checkClaim(work, one)
  checkPackage(work, opportunities.filter(isTaken))
  checkPrices(work)
}

/** What the package counts on, and what the auditor claims though another alternative is taken. */
function isClaim(one: Opportunity): boolean {
  return isTaken(one) || (one.origin === 'measure' && one.status !== 'rejected' && one.status !== 'done')
}

/** Savings of all measures together against what is used of each good. */
function checkPackage(work: Evaluating, taken: readonly Opportunity[]): void {
  const byGood = new Map<string, number>()
  for (const { good, inPackage } of taken.flatMap(({ savings }) => savings)) {
    const share = shareOfUse(work, good, inPackage)
    if (good !== undefined && share !== undefined) byGood.set(good, (byGood.get(good) ?? 0) + share)
  }
  for (const [good, share] of byGood) {
    const { most, published, source } = mostOfPackage(work, good)
    if (share <= most) continue
    const { publishedFactor: times } = work.content.economics.plausible
    const args = { percent: percent(share), limit: percent(most), published, times, source }
    work.diagnostics.push(diagnose('E203', '', { ...args, ...named(work, good) }))
  }
}

type Most = { readonly most: number; readonly published: string; readonly source: string }

/** The share of a good above which a package is asked about: what programmes saved of it, widened, where it is known. */
function mostOfPackage(work: Evaluating, good: string): Most {
  const { plausible, programmes } = work.content.economics
  const found = programmes.find((one) => speaksOf(work, one, good))
  const widened = (found?.mean ?? Number.POSITIVE_INFINITY) * plausible.publishedFactor
  if (found === undefined || widened >= plausible.package)
    return { most: plausible.package, published: '', source: '' }
  return { most: widened, published: percent(found.mean), source: found.source }
}

function speaksOf({ site, inventory }: Evaluating, one: Programme, id: string): boolean {
  const good = inventory.goods.find((candidate) => candidate.id === id)
  const ofSector = one.sectors.length === 0 || one.sectors.includes(site.site.sector ?? '')
  const burnt = Object.values(site.equipment).some(({ system, fuel }) => system === one.system && fuel === id)
  return good !== undefined && mediumOf(good) === one.saves && ofSector && (one.system === undefined || burnt)
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
