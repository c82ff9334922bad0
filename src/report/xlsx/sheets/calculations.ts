import type { Opportunity } from '../../../model/opportunities.js'
import type { Text } from '../../../model/text.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { CALCULATION } from '../calculation-texts.js'
import { EVIDENCE, MEDIA, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed, moneyWidth } from './frame.js'
import { statusWords } from './opportunities.js'
import { howWords, influenceWords, sourceWords } from './figure-words.js'
import { laidList, type KnownColumns, sheetWidths } from './laid-list.js'
import { EMPTY, heading, headRow, listRows } from './list-rows.js'
import { priceBasisWords } from '../../price-basis.js'
import { calledOf, titleWithMachine } from '../../finding-words.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** A block for each opportunity: what is given, the steps, savings, money and returns, each with its words. */
export function calculationsSheet(page: Page): DraftSheet | undefined {
  const { opportunities } = page.audit.evaluation
  if (opportunities.length === 0) return undefined
  const laid = laidList(page, 'calculations.ranking', rankingColumns(page))
  const widths = sheetWidths(blockWidths(page), laid.widths)
  const width = widths.length
  const rows: DraftRow[] = []
  const ranked = rankedOf(page, opportunities)
  if (ranked.length > 0)
    rows.push(heading(say(page, WORDS.ranking), width), ...listRows(page, laid.columns, ranked), EMPTY)
  for (const opportunity of opportunities) rows.push(...blockRows(page, opportunity, width), EMPTY)
  return framed(page, 'calculations', { widths, rows, freeze: FRAME_ROWS })
}

/** What is ranked stands in one column, in the order of the formula, so that a rank is taken over one range. */
function rankedOf(page: Page, opportunities: readonly Opportunity[]): readonly Opportunity[] {
  const ranks = opportunities.flatMap((one) => (one.rank === undefined ? [] : [one.rank]))
  const order = Object.values(page.ledger.get(ranks[0] ?? '')?.uses ?? {})
  return order.flatMap(
    (worth) => opportunities.find((one) => one.npv === worth && one.rank !== undefined) ?? [],
  )
}

function rankingColumns(page: Page): KnownColumns<Opportunity, 'calculations.ranking'> {
  return {
    opportunity: {
      head: HEADS.opportunity,
      cell: (one) => ({
        goTo: `opportunity.${one.id}`,
        text: titleWithMachine(page, one),
        style: 'link',
      }),
    },
    npv: { head: HEADS.npv, right: true, cell: (one) => figure(one.npv) },
    rank: { head: HEADS.rank, right: true, cell: (one) => figure(one.rank, { format: 'integer' }) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.npv) },
  }
}

function blockRows(page: Page, opportunity: Opportunity, width: number): readonly DraftRow[] {
  const shown = new Set<string>()
  const lines = (
    title: Text,
    ids: readonly (string | undefined)[],
    label?: (id: string) => string | undefined,
  ): DraftRow[] => {
    const fresh = ids.filter((id): id is string => id !== undefined && page.ledger.has(id) && !shown.has(id))
    const list = [...new Set(fresh)]
    list.forEach((id) => shown.add(id))
    if (list.length === 0) return []
    return [
      { cells: [text(say(page, title), { style: 'label' })] },
      ...list.map((id) => line(page, id, label?.(id))),
    ]
  }
  const { calculation, savings } = opportunity
  const saved = savings.flatMap((one) => [
    one.low,
    one.base,
    one.high,
    one.inPackage,
    one.price,
    one.money,
    one.moneyInPackage,
    one.co2e,
  ])
  const numbers = [
    ...lines(WORDS.given, calculation?.inputs ?? []),
    ...lines(WORDS.calculation, calculation?.steps ?? []),
    ...lines(WORDS.savings, saved, savingLabels(page, opportunity)),
    ...lines(WORDS.economics, economicsOf(opportunity)),
    ...lines(WORDS.cases, casesOf(page, opportunity)).map(folded),
  ]
  return [
    heading(titleWithMachine(page, opportunity), width, `opportunity.${opportunity.id}`),
    ...aboutRows(page, opportunity),
    ...(numbers.length > 0 ? [columnHeads(page), ...numbers] : []),
  ]
}

/** A row that a press on + at the left opens. */
function folded(row: DraftRow): DraftRow {
  return { ...row, outline: 1, hidden: true }
}

function economicsOf(one: Opportunity): readonly (string | undefined)[] {
  return [
    one.net,
    one.netInPackage,
    one.netRange?.low,
    one.netRange?.high,
    one.investment,
    one.life,
    one.running,
    one.payback,
    one.npv,
    one.irr,
    one.co2e,
    one.costOfCo2e,
    one.rank,
  ]
}

/** The same steps with the low and the high values of ranges, and whatever else was computed for it. */
function casesOf(page: Page, { id, savings, ...one }: Opportunity): readonly string[] {
  const later = new Set(
    [...savings.flatMap((saving) => Object.values(saving)), ...economicsOf({ id, savings, ...one })].filter(
      (value) => typeof value === 'string',
    ),
  )
  const prefix = `opportunity.${id}.`
  return page.audit.figures
    .filter((found) => found.id.startsWith(prefix) && found.kind !== 'input' && !later.has(found.id))
    .map((found) => found.id)
}

/** Which medium a line of the savings is about, where there are several. */
function savingLabels(page: Page, { savings }: Opportunity): (id: string) => string | undefined {
  return (id) => {
    if (savings.length < 2) return undefined
    const own = savings.find((saving) => Object.values(saving).includes(id))
    const label = page.ledger.get(id)?.label[page.lang] ?? id
    return own
      ? `${label} (${own.good === undefined ? say(page, termOf(MEDIA, own.medium)) : (page.goods.get(own.good) ?? own.good)})`
      : undefined
  }
}

function line(page: Page, id: string, label?: string): DraftRow {
  const found = page.ledger.get(id)
  return {
    cells: [
      text(label ?? found?.label[page.lang] ?? id, { indent: 1 }),
      figure(id),
      { ...unit(page, id), indent: 1 },
      uncertainty(page, id),
      text(howWords(page, id), { style: 'muted', indent: 1 }),
      text(sourceWords(page, id), { style: 'muted' }),
    ],
  }
}

function columnHeads(page: Page): DraftRow {
  const { quantity, value, unit: unitHead, uncertainty: sd, how, source } = HEADS
  const right = true as const
  return headRow(page, [
    { head: quantity },
    { head: value, right },
    { head: unitHead },
    { head: sd, right },
    { head: how },
    { head: source },
  ])
}

function aboutRows(page: Page, one: Opportunity): readonly DraftRow[] {
  const { calculation, publishedPayback: published } = one
  const fact = (label: Text, words: string | undefined): DraftRow[] =>
    words === undefined || words === ''
      ? []
      : [{ cells: [text(say(page, label), { style: 'muted' }), text(words, { span: { columns: 5 } })] }]
  const range = [published?.low, published?.high].filter((years) => years !== undefined).join('–')
  return [
    ...fact(HEADS.status, statusWords(page, one)),
    ...fact(WORDS.excludedBy, excludingName(page, one)),
    ...fact(HEADS.evidence, say(page, termOf(EVIDENCE, one.evidence))),
    ...fact(WORDS.method, calculation && `${calculation.title[page.lang]} (${calculation.method})`),
    ...fact(CALCULATION.matters, calculation && influenceWords(page, calculation.influences ?? [])),
    ...fact(CALCULATION.priced, priceBasisWords(one.savings, page.lang)),
    ...fact(
      WORDS.references,
      [...(calculation?.reference ?? '').split(', '), ...one.references]
        .filter((part) => part !== '')
        .filter(first)
        .join(', '),
    ),
    ...fact(WORDS.lacks, one.lacks.map((name) => calledOf(page, name)).join('; ')),
    ...fact(
      WORDS.publishedPayback,
      published && [range, published.note[page.lang]].filter((part) => part !== '').join('; '),
    ),
    ...fact(HEADS.verify, one.verify?.[page.lang]),
    ...fact(WORDS.risks, one.risks?.[page.lang]),
  ]
}

function excludingName(page: Page, one: Opportunity): string | undefined {
  const other = page.audit.evaluation.opportunities.find(({ id }) => id === one.excludedBy)
  return other ? titleWithMachine(page, other) : one.excludedBy
}

function first<T>(item: T, index: number, list: readonly T[]): boolean {
  return list.indexOf(item) === index
}

function blockWidths(page: Page): readonly number[] {
  return [58, moneyWidth(page) + 2, 15, 13, 66, 50]
}
