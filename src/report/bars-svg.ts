import type { Audit } from '../model/audit.js'
import { isTaken } from '../model/opportunities.js'
import type { Lang, Text } from '../model/text.js'
import { escapeHtml } from './escape-html.js'
import { titleWithMachine } from './finding-words.js'
import { lossName } from './loss-name.js'
import { showFigure, showShare } from './show-figure.js'
import { ledgerOf } from './summary.js'

const LOSSES: Text = { en: 'Cost of losses, largest first', vi: 'Chi phí tổn thất, lớn nhất trước' }
const SAVINGS: Text = {
  en: 'Net saving of the measures, each after those before it',
  vi: 'Tiết kiệm ròng của các giải pháp, sau các giải pháp tác động trước',
}
const REST: Text = { en: 'all others', vi: 'các mục còn lại' }

const MOST = 8
const WIDTH = 1080
const ROW = 34
const LABEL = 420
const BAR = 340

type Bar = { readonly label: string; readonly value: number; readonly shown: string }

/** Horizontal bars of the dearest losses with their share and the share so far; nothing where no loss has a cost. */
export function paretoSvg(audit: Audit, lang: Lang): string {
  const losses = audit.indicators.losses.map((loss) => ({
    label: lossName(audit, loss, lang),
    figure: loss.cost,
  }))
  return barsSvg(audit, lang, { id: 'pareto', title: LOSSES[lang], items: losses })
}

/** Horizontal bars of what the measures save in the package. */
export function savingsSvg(audit: Audit, lang: Lang): string {
  const items = audit.evaluation.opportunities
    .filter((one) => isTaken(one))
    .flatMap((one) =>
      one.netInPackage === undefined
        ? []
        : [{ label: titleWithMachine({ audit, lang }, one), figure: one.netInPackage }],
    )
  return barsSvg(audit, lang, { id: 'savings', title: SAVINGS[lang], items })
}

type Bars = {
  readonly id: string
  readonly title: string
  readonly items: readonly { readonly label: string; readonly figure: string }[]
}

function barsSvg(audit: Audit, lang: Lang, { id, title, items }: Bars): string {
  const bars = barsOf(audit, lang, items)
  const sum = bars.reduce((total, { value }) => total + value, 0)
  if (bars.length === 0 || sum <= 0) return ''
  const largest = Math.max(...bars.map(({ value }) => value))
  let cumulated = 0
  const rows = bars.map(({ label, value, shown }, index) => {
    cumulated += value
    const y = index * ROW + 8
    const width = round((value / largest) * BAR)
    const text = `${shown}  (${showShare(value / sum, lang, 2)}, Σ ${showShare(cumulated / sum, lang, 2)})`
    return (
      `<text x="${LABEL - 8}" y="${y + 16}" text-anchor="end">${escapeHtml(shortened(label))}<title>${escapeHtml(label)}</title></text>` +
      `<rect x="${LABEL}" y="${y}" width="${width}" height="22" fill="#0F5C6E"/>` +
      `<text x="${LABEL + width + 8}" y="${y + 16}">${escapeHtml(text)}</text>`
    )
  })
  const words = bars.map(({ label, shown }) => `${label}: ${shown}`).join('; ')
  return (
    `<svg width="${WIDTH}" height="${bars.length * ROW + 8}" viewBox="0 0 ${WIDTH} ${bars.length * ROW + 8}" role="img" aria-labelledby="${id}-title ${id}-words" ` +
    `font-family="system-ui, sans-serif" font-size="14" fill="#1b2a30">` +
    `<title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-words">${escapeHtml(words)}</desc>${rows.join('')}</svg>`
  )
}

/** The largest ones, and all others as one bar. */
function barsOf(audit: Audit, lang: Lang, items: Bars['items']): readonly Bar[] {
  const ledger = ledgerOf(audit)
  const all = items.flatMap(({ label, figure: id }) => {
    const figure = ledger.get(id)
    const value = figure?.value ?? 0
    return figure === undefined || value <= 0 ? [] : [{ label, value, figure }]
  })
  const sorted = [...all].sort((a, b) => b.value - a.value)
  const [shown, rest] =
    sorted.length > MOST ? [sorted.slice(0, MOST - 1), sorted.slice(MOST - 1)] : [sorted, []]
  const bar = (label: string, value: number, unit: string): Bar => ({
    label,
    value,
    shown: showFigure({ value, unit }, lang, 'proper', 3),
  })
  const bars = shown.map(({ label, value, figure }) => bar(label, value, figure.unit))
  const unit = rest[0]?.figure.unit
  if (unit === undefined) return bars
  return [
    ...bars,
    bar(
      REST[lang],
      rest.reduce((sum, { value }) => sum + value, 0),
      unit,
    ),
  ]
}

/** What fits left of the bars at this size of letters. */
function shortened(label: string): string {
  const LONGEST = 50
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
