import { isReached, type Indicator, type TargetGap } from '../../../model/indicators.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { safeText } from '../safe-text.js'
import { INDICATOR_GROUPS, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { framed } from './frame.js'
import { howWords } from './figure-words.js'
import { laidList, type KnownColumns, sheetWidths } from './laid-list.js'
import { EMPTY, heading, headRow, itemRows, listRows } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** All indicators by group, with how they are calculated. */
export function indicatorsSheet(page: Page): DraftSheet | undefined {
  const { indicators } = page.audit.indicators
  if (indicators.length === 0) return undefined
  const { columns, ...laid } = laidList(page, 'indicators', indicatorColumns(page))
  const ofTargets = laidList(page, 'indicators.targets', targetColumns(page))
  const widths = sheetWidths(laid.widths, ofTargets.widths)
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const group of new Set(indicators.map((indicator) => indicator.group))) {
    rows.push(heading(say(page, termOf(INDICATOR_GROUPS, group)), widths.length))
    const list = indicators.filter((indicator) => indicator.group === group)
    rows.push(...itemRows(columns, list))
  }
  const { targets = [] } = page.audit.indicators
  if (targets.length > 0) {
    const words = say(page, TARGET_HEADS.targets)
    rows.push(EMPTY, heading(words, widths.length), ...listRows(page, ofTargets.columns, targets))
  }
  return framed(page, 'indicators', { widths, rows })
}

/** The targets of the site: how far each is, and whether it is reached, which follows the cells. */
function targetColumns(page: Page): KnownColumns<TargetGap, 'indicators.targets'> {
  return {
    indicator: {
      head: HEADS.indicator,
      cell: ({ value }) => text(page.ledger.get(value)?.label[page.lang] ?? value),
    },
    target: { head: TARGET_HEADS.target, right: true, cell: ({ target }) => figure(target) },
    unit: { head: HEADS.unit, cell: ({ target }) => unit(page, target) },
    gap: { head: HEADS.gap, right: true, cell: ({ gap }) => figure(gap) },
    verdict: { head: HEADS.verdict, cell: (one) => reachedCell(page, one) },
  }
}

function reachedCell(page: Page, { gap, better, year, note }: TargetGap): DraftCell {
  const [yes, no, open] = [TARGET_HEADS.reached, TARGET_HEADS.missed, TARGET_HEADS.unknown].map((word) =>
    [
      say(page, word),
      ...(year === undefined ? [] : [String(year)]),
      ...(note === undefined ? [] : [note]),
    ].join(' · '),
  ) as [string, string, string]
  const value = page.ledger.get(gap)?.value ?? null
  const word = (text: string): string => `"${safeText(text).replaceAll('"', '""')}"`
  return {
    live: (at) =>
      `IF(COUNT(${at(gap)})=0,${word(open)},IF(${at(gap)}${better === 'less' ? '<=' : '>='}0,${word(yes)},${word(no)}))`,
    result: value === null ? open : isReached(value, better) ? yes : no,
    style: 'text',
  }
}

const TARGET_HEADS = {
  targets: { en: 'Targets', vi: 'Mục tiêu' },
  target: { en: 'Target', vi: 'Mục tiêu' },
  reached: { en: 'reached', vi: 'đã đạt' },
  missed: { en: 'not reached', vi: 'chưa đạt' },
  unknown: { en: 'not known', vi: 'chưa biết' },
} as const

function indicatorColumns(page: Page): KnownColumns<Indicator, 'indicators'> {
  return {
    indicator: {
      head: HEADS.indicator,
      cell: (one) => text(page.ledger.get(one.figure)?.label[page.lang] ?? one.id),
    },
    value: { head: HEADS.value, right: true, cell: (one) => figure(one.figure) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.figure) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.figure) },
    how: { head: HEADS.how, cell: (one) => text(howWords(page, one.figure), { style: 'muted' }) },
  }
}
