import { diagnose } from './diagnostics/catalogue.js'
import type { Reconciled } from './model/balances.js'
import type { Diagnostic } from './model/diagnostic.js'
import type { Figure } from './model/figure.js'
import type { Quantity } from './model/quantity.js'
import type { Assertion, Site } from './schema/site.js'
import { convert, formatNumber, parseUnit } from './units/index.js'

/** What the site file promises about itself: balances that close, indicators and flows within bounds. */
export function checkAssertions(
  site: Site,
  reconciled: Reconciled,
  figures: readonly Figure[],
): Diagnostic[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]))
  return site.assert.flatMap((assertion, index) => {
    const at = `/assert/${index}`
    return assertion.balance === undefined
      ? boundsBroken(assertion, at, byId)
      : closureBroken(assertion, at, reconciled, byId)
  })
}

function closureBroken(
  assertion: Assertion,
  at: string,
  reconciled: Reconciled,
  figures: ReadonlyMap<string, Figure>,
): Diagnostic[] {
  const wanted = assertion['closes-within']
  if (wanted === undefined) return []
  const limit = wanted.unit.text === '%' ? wanted.value / 100 : wanted.value
  const balances = reconciled.balances.filter(
    (balance) =>
      balance.layer === assertion.balance &&
      (assertion.step === undefined || balance.step === assertion.step),
  )
  const step = assertion.step === undefined ? '' : `, step: ${assertion.step}`
  const written = `balance: ${assertion.balance}${step}, closes-within: ${wanted.written}`
  if (balances.length === 0) return [diagnose('B501', at, { written, found: '–' })]
  return balances.flatMap((balance) => {
    const closure = figures.get(balance.closure)?.value ?? null
    if (closure !== null && 1 - closure <= limit + 1e-12) return []
    const share = closure === null ? '–' : `${formatNumber((1 - closure) * 100, { lang: 'en', digits: 3 })} %`
    return [diagnose('B501', at, { written, found: `${share} (${balance.step ?? 'site'})` })]
  })
}

/** The value in the unit of the limit; a limit without a time is one on the total of the period. */
function inLimitUnit(figure: Figure, limit: Quantity, years: number): number | undefined {
  const [unit, total] = [parseUnit(figure.unit), parseUnit(figure.unit.replace(/\/yr$/, ''))]
  if (figure.value === null || !('unit' in unit) || !('unit' in total)) return undefined
  return convert(figure.value, unit.unit, limit.unit) ?? convert(figure.value * years, total.unit, limit.unit)
}

function boundsBroken(assertion: Assertion, at: string, figures: ReadonlyMap<string, Figure>): Diagnostic[] {
  const years = figures.get('period.years')?.value ?? 1
  const name = assertion.flow ?? assertion.indicator
  if (name === undefined) return []
  const ids = assertion.flow === undefined ? [`indicator.${name}`, `total.${name}`] : [`flow.${name}`]
  const figure = ids.map((id) => figures.get(id)).find((found) => found !== undefined)
  return (['min', 'max'] as const).flatMap((bound) => {
    const limit = assertion[bound]
    if (limit === undefined) return []
    const written = `${assertion.flow === undefined ? 'indicator' : 'flow'}: ${name}, ${bound}: ${limit.written}`
    const value = figure === undefined ? undefined : inLimitUnit(figure, limit, years)
    const holds = value !== undefined && (bound === 'min' ? value >= limit.value : value <= limit.value)
    const found =
      figure?.value == null ? '–' : `${formatNumber(figure.value, { lang: 'en', digits: 4 })} ${figure.unit}`
    return holds ? [] : [diagnose('B501', at, { written, found })]
  })
}
