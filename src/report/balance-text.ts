import type { Audit } from '../model/audit.js'
import { layerName, type Named } from '../model/inventory.js'
import type { Basis } from '../model/quantity.js'
import type { Lang } from '../model/text.js'
import { basisWord } from '../units/index.js'
import { amount, NONE, number, spread, unit } from './shown-text.js'
import type { BalanceReport, BalanceRow, ClaimRow, ContentRow, FlowRow } from './balance-report.js'
import { CLASSES, HEADS, PLUS_MINUS, SENTENCES, STATES } from './balance-words.js'
import { centreLines, lossLines, matrixLines, waterLines } from './cost-text.js'
import type { Paint } from './paint.js'
import { showShare } from './show-figure.js'
import { textTable } from './text-table.js'

type Page = { readonly lang: Lang; readonly paint: Paint }

function balanceLines(rows: readonly BalanceRow[], { lang, paint }: Page): string[] {
  const head = HEADS[lang]
  const right = 'right' as const
  const stocks = rows.some((row) => row.stock.value !== 0)
  return textTable(
    [
      { head: head.balance },
      { head: head.claimed, align: right },
      { head: '' },
      { head: 'z', align: right },
      { head: head.in, align: right },
      { head: head.out, align: right },
      ...(stocks ? [{ head: head.stock, align: right }] : []),
      { head: head.left, align: right },
      { head: '' },
      { head: head.closure, align: right },
      { head: head.state },
      { head: head.seen, align: right },
    ],
    rows.map((row) => [
      row.name[lang],
      number(row.before?.imbalance.value, lang),
      row.before === null ? '' : spread(row.before.imbalance, lang),
      number(row.before?.z, lang, 2),
      number(row.in.value, lang),
      number(row.out.value, lang),
      ...(stocks ? [number(row.stock.value, lang)] : []),
      number(row.unaccounted.value, lang),
      spread(row.unaccounted, lang),
      row.closure === null ? NONE : showShare(row.closure, lang, 3),
      row.state === 'open' ? paint('warning', STATES.open[lang]) : STATES[row.state][lang],
      row.detectable === null ? NONE : number(row.detectable.value, lang, 2),
    ]),
  )
}

/** What a flow is claimed to be by a claim about it alone. */
function ownClaim(report: BalanceReport, audit: Audit, flow: string): ClaimRow | undefined {
  const own = audit.inventory.claims.find(
    ({ terms }) => terms.length === 1 && terms[0]?.flow === flow && terms[0].coefficient === 1,
  )
  return own === undefined ? undefined : report.claims.find(({ claim }) => claim === own.id)
}

function flowLines(report: BalanceReport, audit: Audit, { lang }: Page): string[] {
  const head = HEADS[lang]
  if (report.flows.length === 0) return []
  const right = 'right' as const
  const row = (flow: FlowRow): string[] => {
    const own = ownClaim(report, audit, flow.flow)
    return [
      flow.flow,
      `${flow.from ?? '*'} > ${flow.to ?? '*'}`,
      own === undefined ? NONE : number(own.claimed.value, lang),
      own === undefined ? '' : spread(own.claimed, lang),
      number(flow.amount.value, lang),
      spread(flow.amount, lang),
      unit(flow.amount.unit, lang),
      CLASSES[flow.class][lang],
    ]
  }
  return textTable(
    [
      { head: head.flow },
      { head: head.way },
      { head: head.claimed, align: right },
      { head: '' },
      { head: head.balanced, align: right },
      { head: '' },
      { head: head.unit },
      { head: head.class },
    ],
    report.flows.map(row),
  )
}

function claimLines(rows: readonly ClaimRow[], { lang, paint }: Page): string[] {
  const head = HEADS[lang]
  if (rows.length === 0) return []
  const right = 'right' as const
  return textTable(
    [
      { head: head.claim },
      { head: head.claimed, align: right },
      { head: '' },
      { head: head.balanced, align: right },
      { head: '' },
      { head: head.moved, align: right },
      { head: 'z', align: right },
      { head: head.unit },
      { head: head.class },
    ],
    rows.map((row) => [
      bare(row.claim),
      number(row.claimed.value, lang),
      spread(row.claimed, lang),
      number(row.reconciled.value, lang),
      spread(row.reconciled, lang),
      number(row.adjustment.value, lang, 3),
      number(row.z, lang, 2),
      unit(row.claimed.unit, lang),
      row.suspect ? paint('warning', CLASSES.suspect[lang]) : CLASSES[row.class][lang],
    ]),
  )
}

function contentLines(rows: readonly ContentRow[], { lang }: Page): string[] {
  const head = HEADS[lang]
  if (rows.length === 0) return []
  return textTable(
    [
      { head: head.content },
      { head: head.balanced, align: 'right' },
      { head: '' },
      { head: head.unit },
      { head: head.class },
    ],
    rows.map(({ content, amount: found, class: of }) => [
      bare(content),
      number(found.value, lang),
      spread(found, lang),
      unit(found.unit, lang),
      CLASSES[of][lang],
    ]),
  )
}

function verdict(test: BalanceReport['test'], lang: Lang): string {
  const { chi2, dof, critical95, p, passed } = test
  if (passed === null || chi2 === null || critical95 === null || p === null)
    return dof === 0 ? SENTENCES.noCheck[lang] : SENTENCES.noVerdict[lang]
  const numbers = `chi2 ${number(chi2, lang, 4)}, ${number(critical95, lang, 4)}, dof ${dof}, p ${number(p, lang, 2)}`
  return `${passed ? SENTENCES.agree[lang] : SENTENCES.disagree[lang]} (${numbers})`
}

function diagnosisLines(report: BalanceReport, substances: readonly Named[], { lang }: Page): string[] {
  const { test, suspects, leaks } = report.diagnosis
  return [
    verdict(test, lang),
    ...leaks.map(({ name, balance, size }) =>
      SENTENCES.leak[lang](
        name[lang],
        layerName(balance.split('@')[0] ?? '', substances)[lang],
        amount(size, lang),
      ),
    ),
    ...suspects.map(({ claim, bias, tiedWith }) =>
      SENTENCES.suspect[lang](bare(claim), amount(bias, lang), tiedWith.map(bare)),
    ),
    ...(suspects.length > 0 && leaks.length > 0 ? [SENTENCES.either[lang]] : []),
  ]
}

function adviceLines(report: BalanceReport, { lang }: Page): string[] {
  const { costOfLosses: cost } = report
  if (cost.value === null || cost.sd === null) return []
  const total = `${number(cost.value, lang, 3)} ± ${number(cost.sd, lang, 2)} ${unit(cost.unit, lang)}`
  return [
    SENTENCES.cost[lang](total),
    ...report.measureNext.map(({ name, remaining, tiedNames }) =>
      SENTENCES.measure[lang](
        name[lang],
        `± ${showShare(report.newMeter, lang, 2)}`,
        `± ${number(remaining.value, lang, 2)} ${unit(remaining.unit, lang)}`,
        tiedNames.map((tied) => tied[lang]),
      ),
    ),
  ]
}

/** `flow.w-bottles` → `w-bottles`: as the site file names it. */
const bare = (figure: string): string =>
  figure
    .replace(/^(?:flow|claim|reading|bills|assay|transfer|content|tank|load)\./, '')
    .replace(/\.reconciled$/, '')

/** What numbers count with that state no uncertainty, and whose choice that is. */
function defaultLine({ defaults }: BalanceReport, lang: Lang): string[] {
  const shares = defaults.map(({ basis, share, own }) => {
    const word = basis === 'unstated' ? SENTENCES.unstated[lang] : basisWord(basis as Basis, lang)
    return `${word} ${showShare(share, lang, 2)}${own ? ` (${SENTENCES.ofSite[lang]})` : ''}`
  })
  const chosen = defaults.some(({ own }) => !own)
  return shares.length === 0 ? [] : [SENTENCES.defaults[lang](shares.join(', '), chosen)]
}

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : ['', paint('strong', title), ...lines.map((line) => `  ${line}`)]
}

/** The balances before and after reconciliation, what judges them, and what to measure next, for the screen. */
export function renderBalance(audit: Audit, report: BalanceReport, page: Page): string {
  const { lang, paint } = page
  const head = HEADS[lang]
  const title = [paint('strong', audit.head.id), audit.inventory.period.label, lang].join('  ')
  const lines = [
    title,
    PLUS_MINUS[report.plusMinus][lang],
    ...defaultLine(report, lang),
    ...report.layers.flatMap(({ layer, unit: of, balances }) =>
      section(
        `${layerName(layer, audit.inventory.substances)[lang]}, ${unit(of, lang)}`,
        [
          ...balanceLines(balances, page),
          ...(balances.some(({ detectable }) => detectable === null) ? [SENTENCES.unseen[lang]] : []),
        ],
        paint,
      ),
    ),
    ...section(head.flows, flowLines(report, audit, page), paint),
    ...section(head.contents, contentLines(report.contents, page), paint),
    ...section(head.claims, claimLines(report.claims, page), paint),
    ...(report.layers.length === 0
      ? []
      : section(head.diagnosis, diagnosisLines(report, audit.inventory.substances, page), paint)),
    ...section(head.losses, lossLines(report, lang), paint),
    ...section(head.cost, matrixLines(report, lang), paint),
    ...report.centres.flatMap((centres) =>
      section(head.centres, centreLines(centres, report.centres, lang), paint),
    ),
    ...section(head.water, waterLines(report, lang), paint),
    ...section(head.advice, adviceLines(report, page), paint),
  ]
  return `${lines.join('\n')}\n`
}
