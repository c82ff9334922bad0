import type { Figure } from '../../../model/figure.js'
import type { SourceNote } from '../../../model/audit.js'
import { countryName } from '../../../model/country-names.js'
import { evidenceWord } from '../../outside-words.js'
import { isFactor } from '../../outside-tables.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { capital, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { indicatorName } from './benchmarks.js'
import { FRAME_ROWS, framed } from './frame.js'
import { laidList, type KnownColumns, sheetWidths } from './laid-list.js'
import { EMPTY, heading, headRow, itemRows, listRows } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, unit } from './page-cells.js'

/** Constants from tables, the tool's own choices, and the list of sources. */
export function factorsSheet(page: Page): DraftSheet | undefined {
  const { figures, sources } = page.audit
  const blocks = [
    { title: WORDS.factors, list: figures.filter(({ kind }) => kind === 'factor') },
    { title: WORDS.ownFactors, list: figures.filter((one) => one.kind === 'input' && isFactor(one)) },
    { title: WORDS.choices, list: figures.filter(({ kind }) => kind === 'choice') },
  ].filter(({ list }) => list.length > 0)
  if (blocks.length === 0 && sources.length === 0) return undefined
  const { columns, ...laid } = laidList(page, 'factors', factorColumns(page))
  const ofSources = laidList(page, 'factors.sources', sourceColumns(page))
  const widths = sheetWidths(laid.widths, ofSources.widths)
  const rows: DraftRow[] = [headRow(page, columns)]
  for (const { title, list } of blocks) {
    rows.push(heading(say(page, title), widths.length))
    rows.push(...itemRows(columns, list))
  }
  if (sources.length > 0) {
    rows.push(
      EMPTY,
      heading(say(page, WORDS.sourceList), widths.length),
      ...listRows(page, ofSources.columns, onceEach(sources)),
    )
  }
  // The head of the first list would stand over the sources too.
  return framed(page, 'factors', { widths, rows, repeat: FRAME_ROWS })
}

function factorColumns(page: Page): KnownColumns<Figure, 'factors'> {
  return {
    quantity: { head: HEADS.quantity, cell: (one) => text(factorName(page, one)) },
    value: { head: HEADS.value, right: true, cell: (one) => figure(one.id) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.id) },
    source: { head: HEADS.source, cell: (one) => text(one.source ?? '') },
    note: {
      head: HEADS.note,
      cell: (one) => text([one.note?.[page.lang], one.key?.remark[page.lang]].filter(Boolean).join('; ')),
    },
    id: { head: HEADS.id, cell: (one) => text(one.key?.id ?? '', { style: 'muted' }) },
    country: {
      head: HEADS.country,
      cell: (one) => text(say(page, countryName(one.key?.country ?? ''))),
    },
    year: { head: HEADS.year, cell: (one) => text(one.key?.year ?? '') },
    evidence: {
      head: HEADS.evidence,
      cell: (one) => text(evidenceWord(one.key?.evidence ?? '', page.lang), { style: 'muted' }),
    },
    bestBefore: { head: HEADS.bestBefore, cell: (one) => text(one.key?.bestBefore ?? '') },
  }
}

/** A benchmark is called after what it is compared with: several are typical. */
function factorName(page: Page, { id, label }: Figure): string {
  const gap = page.audit.gaps.find((one) => [one.low, one.typical, one.high, one.best].includes(id))
  const name = label[page.lang]
  return gap === undefined ? capital(name) : `${indicatorName(page, gap)}: ${name.split(': ').at(-1) ?? name}`
}

/** Factors of one table share their source, and which they are stands in the lists above. */
function onceEach(sources: readonly SourceNote[]): readonly SourceNote[] {
  const once = new Map(sources.toReversed().map((source) => [source.text, source]))
  return sources
    .filter((source) => once.get(source.text) === source)
    .map((source) => (source.url === undefined ? { ...source, id: '' } : source))
}

function sourceColumns(page: Page): KnownColumns<SourceNote, 'factors.sources'> {
  return {
    reference: { head: HEADS.reference, cell: (source) => text(source.text) },
    year: {
      head: HEADS.year,
      right: true,
      cell: (source) => text(say(page, termOf(NO_YEAR, source.year ?? '')), { align: 'right' }),
    },
    id: { head: HEADS.id, cell: (source) => text(source.id, { style: 'muted' }) },
    link: {
      head: HEADS.link,
      cell: ({ url }) =>
        url === undefined || url === '' ? null : { text: url, link: { url }, style: 'link', wrap: false },
    },
  }
}

/** What references say that name no year. */
const NO_YEAR = new Map([['n.d.', { en: 'n.d.', vi: 'không rõ' }]])
