import type { Audit } from '../model/audit.js'
import type { Lang, Text } from '../model/text.js'
import { escapeHtml } from './escape-html.js'
import { showFigure, showShare } from './show-figure.js'
import { ledgerOf } from './summary.js'

const TITLE: Text = { en: 'Cost of losses, largest first', vi: 'Chi phí tổn thất, lớn nhất trước' }
const REST: Text = { en: 'all others', vi: 'các dòng còn lại' }

const MOST = 8
const WIDTH = 900
const ROW = 34
const LABEL = 300
const BAR = 380

type Bar = { readonly label: string; readonly value: number; readonly shown: string }

/** Horizontal bars of the dearest losses with their share and the share so far; nothing where no loss has a cost. */
export function paretoSvg(audit: Audit, lang: Lang): string {
  const bars = barsOf(audit, lang)
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
    `<svg viewBox="0 0 ${WIDTH} ${bars.length * ROW + 8}" role="img" aria-labelledby="pareto-title pareto-words" ` +
    `font-family="system-ui, sans-serif" font-size="14" fill="#1b2a30">` +
    `<title id="pareto-title">${TITLE[lang]}</title><desc id="pareto-words">${escapeHtml(words)}</desc>${rows.join('')}</svg>`
  )
}

/** The dearest losses, and all others as one bar. */
function barsOf(audit: Audit, lang: Lang): readonly Bar[] {
  const ledger = ledgerOf(audit)
  const all = audit.indicators.losses.flatMap(({ label, cost }) => {
    const figure = ledger.get(cost)
    const value = figure?.value ?? 0
    return figure === undefined || value <= 0 ? [] : [{ label: label[lang], value, figure }]
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
  const LONGEST = 40
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
