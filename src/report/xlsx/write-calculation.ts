import { check, toExcel } from '../../formula/index.js'
import type { NameType } from '../../formula/index.js'
import type { Answer, Calculated } from '../../model/calculated.js'
import type { Figure } from '../../model/figure.js'
import type { Lang, Text } from '../../model/text.js'
import { parseUnit } from '../../units/index.js'
import type { Book } from './book.js'
import { figureFormat } from './figure-format.js'
import { findHomes, settle, type DraftCell, type DraftRow, type DraftSheet } from './layout.js'
import { howWords, influenceWords, sourceWords } from './sheets/figure-words.js'
import { EMPTY, heading, headRow, paragraph } from './sheets/list-rows.js'
import type { FigurePage } from './sheets/page.js'
import { figure, linked, text, uncertainty, unit } from './sheets/page-cells.js'
import { CALCULATION } from './calculation-texts.js'
import { HEADS } from './texts.js'
import { writeBook } from './write-book.js'

const WIDTHS = [46, 16, 14, 13, 13, 60, 44]

/** One calculation as a workbook of one page with live formulas. The same calculation gives the same bytes. */
export async function writeCalculation(
  calculated: Calculated,
  options: { readonly lang: Lang },
): Promise<Uint8Array> {
  return writeBook(calculationBook(calculated, options.lang))
}

/** What is given is typed in and may be changed; steps, answers, ranges and limits follow as formulas. */
export function calculationBook(calculated: Calculated, lang: Lang): Book {
  const ledger = new Map(calculated.figures.map((found) => [found.id, found]))
  const page: FigurePage = { lang, ledger, shared: new Set(), places: new Map(), goods: new Map() }
  const draft = calculationSheet(page, calculated)
  const sheets = settle([draft], findHomes([draft]), calculated.figures)
  return {
    title: calculated.title[lang],
    subject: calculated.method,
    keywords: 'RECP',
    date: editionDate(calculated.content),
    lang,
    sheets,
  }
}

/** A calculation has no date of its own: the file says when the content it was made with came out. */
function editionDate(content: string): string {
  const [, year, month] = /^(\d{4})\.(\d{1,2})/.exec(content) ?? []
  return year === undefined ? '2025-01-01' : `${year}-${(month ?? '1').padStart(2, '0')}-01`
}

function calculationSheet(page: FigurePage, calculated: Calculated): DraftSheet {
  const say = (words: Text): string => words[page.lang]
  const { inputs, steps, answers, limits, about, references } = calculated
  const section = (words: Text, rows: readonly DraftRow[]): readonly DraftRow[] =>
    rows.length === 0 ? [] : [heading(say(words), WIDTHS.length), ...rows, EMPTY]
  const rows: readonly DraftRow[] = [
    { cells: [{ text: say(calculated.title), style: 'title' }] },
    { cells: [{ text: `recp calc ${calculated.method}  ·  ${calculated.content}`, style: 'subtitle' }] },
    EMPTY,
    ...section(CALCULATION.result, [answerHeads(page), ...answers.map((answer) => answerRow(page, answer))]),
    ...section(CALCULATION.given, [lineHeads(page), ...inputs.map((id) => lineRow(page, id))]),
    ...section(CALCULATION.steps, [lineHeads(page), ...steps.map((id) => lineRow(page, id))]),
    ...section(
      CALCULATION.limits,
      limits.map((limit) => limitRow(page, limit)),
    ),
    ...section(CALCULATION.about, about === undefined ? [] : [paragraph(say(about), WIDTHS.length)]),
    ...section(
      CALCULATION.references,
      references.map((reference) => ({ cells: [text(say(reference), { wrap: false })] })),
    ),
  ]
  return {
    id: 'calculation',
    name: say(CALCULATION.tab),
    homes: true,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    print: { landscape: true, footer: `recp ${calculated.method}` },
  }
}

function answerHeads(page: FigurePage): DraftRow {
  const right = true as const
  return headRow(page, [
    { head: HEADS.quantity },
    { head: HEADS.value, right },
    { head: HEADS.unit },
    { head: CALCULATION.low, right },
    { head: CALCULATION.high, right },
    { head: CALCULATION.matters, span: 2 },
  ])
}

function answerRow(page: FigurePage, answer: Answer): DraftRow {
  const { figure: id, influences } = answer
  return {
    cells: [
      text(page.ledger.get(id)?.label[page.lang] ?? id, { bold: true }),
      linked(id, { bold: true }),
      { ...unit(page, id), indent: 1 },
      rangeCell(page, answer, 'low'),
      rangeCell(page, answer, 'high'),
      text(influenceWords(page, influences), { style: 'muted', indent: 1, span: { columns: 2 } }),
    ],
  }
}

/** Two standard uncertainties of this run beside the live value: a changed uncertainty needs a new run. */
function rangeCell(page: FigurePage, answer: Answer, end: 'low' | 'high'): DraftCell | null {
  const found = page.ledger.get(answer.figure)
  const value = answer[end]
  if (found?.value == null || value === undefined) return null
  const width = Math.abs(value - found.value)
  return {
    live: (address) => `${address(found.id)}${end === 'low' ? '-' : '+'}${width}`,
    result: value,
    style: 'derived',
    align: 'right',
    format: figureFormat(found),
  }
}

function lineHeads(page: FigurePage): DraftRow {
  const right = true as const
  return headRow(page, [
    { head: HEADS.quantity },
    { head: HEADS.value, right },
    { head: HEADS.unit },
    { head: HEADS.uncertainty, right },
    { head: CALCULATION.name },
    { head: HEADS.how },
    { head: HEADS.source },
  ])
}

function lineRow(page: FigurePage, id: string): DraftRow {
  return {
    cells: [
      text(page.ledger.get(id)?.label[page.lang] ?? id),
      figure(id),
      { ...unit(page, id), indent: 1 },
      uncertainty(page, id),
      text(id, { style: 'muted', indent: 1 }),
      text(howWords(page, id), { style: 'muted', indent: 1 }),
      text(sourceWords(page, id), { style: 'muted' }),
    ],
  }
}

function limitRow(
  page: FigurePage,
  { text: words, condition, holds }: Calculated['limits'][number],
): DraftRow {
  const [yes, no] = [CALCULATION.holds[page.lang], CALCULATION.broken[page.lang]]
  const checked = check(condition, namesOf([...page.ledger.values()]), 'truth')
  const live: DraftCell =
    'problem' in checked
      ? text(holds ? yes : no)
      : {
          live: (address) => `IF(${toExcel(checked.typed, address)},"${yes}","${no}")`,
          result: holds ? yes : no,
          style: holds ? 'good' : 'bad',
        }
  return { cells: [text(words[page.lang]), live] }
}

function namesOf(figures: readonly Figure[]): ReadonlyMap<string, NameType> {
  const names = new Map<string, NameType>()
  for (const { id, unit: written } of figures) {
    const parsed = parseUnit(written)
    if ('unit' in parsed) names.set(id, parsed.unit)
  }
  return names
}
