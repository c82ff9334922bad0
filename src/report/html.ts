import type { Audit } from '../model/audit.js'
import { type Lang, say, type Text } from '../model/text.js'
import { auditDocument, type AuditDocument } from './document.js'
import type { DocumentSection, DocumentTable } from './document-page.js'
import { escapeHtml } from './escape-html.js'
import { HTML_STYLE } from './html-style.js'
import { paretoSvg, savingsSvg } from './bars-svg.js'
import { inlineSankey, MONEY, sankeyLayers } from './sankey/diagrams.js'
import { showFigure } from './show-figure.js'
import { ledgerOf } from './summary.js'

const labels = {
  contents: say('Contents', 'Nội dung'),
  headlines: say('Headline results', 'Kết quả chính'),
  cost: say('Cost of inputs', 'Chi phí đầu vào'),
  loss: say('Cost of losses', 'Chi phí tổn thất'),
  net: say('Net saving', 'Tiết kiệm ròng'),
  investment: say('Investment, where known', 'Vốn đầu tư (phần đã biết)'),
  ghg: say('Greenhouse gases', 'Khí nhà kính'),
  skip: say('Skip to the results', 'Đến phần kết quả'),
  limitsNote: say(
    'Numbers beside numbers, not legal advice. The permit decides.',
    'Chỉ so sánh con số, không phải tư vấn pháp lý. Giấy phép quyết định.',
  ),
}

/**
 * The report as one page of HTML: no script, no font, no address outside it, and a policy that forbids a browser to
 * load any. Made for the screen of a telephone as well as for paper.
 */
export function renderHtml(audit: Audit, options: { readonly lang: Lang }): string {
  const { lang } = options
  const document = auditDocument(audit, lang)
  const title = `${document.title}: ${document.company}`
  const sections = document.sections.map((section) => sectionHtml(section, document, audit))
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#results">${labels.skip[lang]}</a>`,
    `<header><h1>${escapeHtml(document.company)}</h1><p>${escapeHtml(document.title)}</p>${factsHtml(document)}</header>`,
    contentsHtml(document),
    `<main id="results">${headlinesHtml(audit, lang)}${sections.join('')}</main>`,
    `<footer><p>${escapeHtml(document.footer)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function factsHtml({ facts }: AuditDocument): string {
  const items = facts.map(
    ([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  )
  return `<dl class="facts">${items.join('')}</dl>`
}

function contentsHtml({ sections, lang }: AuditDocument): string {
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`)
  return `<nav aria-label="${labels.contents[lang]}"><ul>${links.join('')}</ul></nav>`
}

function headlinesHtml(audit: Audit, lang: Lang): string {
  const ledger = ledgerOf(audit)
  const { indicators, evaluation } = audit
  const tiles: readonly (readonly [Text, string])[] = [
    [labels.cost, indicators.totalCost],
    [labels.loss, indicators.totalLoss],
    [labels.net, evaluation.totals.net],
    [labels.investment, evaluation.totals.investment],
    [labels.ghg, 'total.ghg'],
  ]
  const items = tiles.map(
    ([label, id]) =>
      `<div><dt>${label[lang]}</dt><dd>${escapeHtml(showFigure(ledger.get(id), lang, 'proper', 3))}</dd></div>`,
  )
  return `<section aria-label="${labels.headlines[lang]}"><dl class="tiles">${items.join('')}</dl></section>`
}

/** What is drawn above the table of a section. */
const PICTURES: Readonly<Record<string, (audit: Audit, lang: Lang) => readonly string[]>> = {
  balances: (audit, lang) => drawnLayers(audit).map((layer) => inlineSankey(audit, layer, lang)),
  losses: (audit, lang) => [paretoSvg(audit, lang)],
  opportunities: (audit, lang) => [savingsSvg(audit, lang)],
}

/** Layers with a balance, and money; where nothing is balanced, whatever flows. */
function drawnLayers(audit: Audit): readonly string[] {
  const layers = sankeyLayers(audit)
  const balanced = new Set(audit.reconciled.balances.map(({ layer }) => layer))
  const shown = layers.filter((layer) => balanced.has(layer) || layer === MONEY)
  return shown.length > 0 ? shown : layers.slice(0, 1)
}

/** A drawing is made smaller than this by no window: its words must stay large enough to read. */
const SMALLEST = 0.8

/** Made a little smaller to fit the page; on a telephone it is moved aside by itself. */
function figureHtml(svg: string): string {
  if (svg === '') return ''
  const least = Math.round(SMALLEST * Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1] ?? 0))
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1] ?? ''
  return `<figure class="scroll" role="region" aria-label="${title.replaceAll('"', '&quot;')}" tabindex="0">${svg.replace('<svg ', `<svg style="max-width:max(100%,${least}px)" `)}</figure>`
}

function sectionHtml(section: DocumentSection, document: AuditDocument, audit: Audit): string {
  const { lang } = document
  const picture = (PICTURES[section.id]?.(audit, lang) ?? []).map(figureHtml).join('')
  const note = section.id === 'limits' ? `<p class="note">${labels.limitsNote[lang]}</p>` : ''
  const body =
    'list' in section
      ? `<ul>${section.list.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
      : tableHtml(section.table, section.title, document.none)
  return `<section id="${section.id}"><h2>${escapeHtml(section.title)}</h2>${note}${picture}${body}</section>`
}

/** A text of so many letters needs a wide column, or it becomes a tower on a telephone. */
const LONG = 60

/** A table that scrolls by itself where it is wider than the page; the first cell of a row is its head. */
function tableHtml({ head, right, rows, total }: DocumentTable, title: string, none: string): string {
  if (rows.length === 0) return `<p>${escapeHtml(none)}</p>`
  const align = (column: number): string => (column >= head.length - right ? ' class="number"' : '')
  const heads = head.map((text, column) => `<th scope="col"${align(column)}>${escapeHtml(text)}</th>`)
  const line = (row: readonly string[]): string => {
    const cells = row.map((text, column) =>
      column === 0
        ? `<th scope="row">${escapeHtml(text)}</th>`
        : `<td${align(column) || (text.length > LONG ? ' class="long"' : '')}>${escapeHtml(text)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  }
  const foot = total === undefined ? '' : `<tfoot>${line(total)}</tfoot>`
  return (
    `<div class="scroll" role="region" aria-label="${escapeHtml(title)}" tabindex="0"><table>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${rows.map(line).join('')}</tbody>${foot}</table></div>`
  )
}
