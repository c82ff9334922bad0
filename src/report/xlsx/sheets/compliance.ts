import type { LegalCheck, LimitCheck, Unchecked } from '../../../model/compliance.js'
import { evidenceWord, LEGAL_KINDS, LEGAL_VERDICTS } from '../../outside-words.js'
import type { ConditionalFormat } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { LIMIT_ORIGINS, LIMIT_STATES, LIMIT_VERDICTS, NOT_CHECKED, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { EMPTY, heading, type ListColumn, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

const WIDTHS = [18, 24, 11, 10, 9, 9, 10, 9, 11, 11, 26, 14, 14, 30, 30]

/** Effluents beside their limits, with what was not compared. */
export function complianceSheet(page: Page): DraftSheet | undefined {
  const { checks, unchecked, legal } = page.audit.compliance
  if (checks.length + unchecked.length + legal.length === 0) return undefined
  const rows: DraftRow[] = [paragraph(say(page, WORDS.notLegalAdvice), WIDTHS.length), EMPTY]
  const first = FRAME_ROWS + rows.length + 2
  if (checks.length > 0) rows.push(...listRows(page, checkColumns(page, first), checks))
  if (legal.length > 0) {
    rows.push(...(checks.length > 0 ? [EMPTY] : []), heading(say(page, WORDS.legalRules), WIDTHS.length))
    rows.push(...listRows(page, legalColumns(page), legal))
  }
  if (unchecked.length > 0) {
    rows.push(
      ...(checks.length + legal.length > 0 ? [EMPTY] : []),
      heading(say(page, WORDS.notCompared), WIDTHS.length),
    )
    rows.push(...listRows(page, uncheckedColumns(page), unchecked))
  }
  return framed(page, 'compliance', {
    widths: WIDTHS,
    rows,
    freeze: FRAME_ROWS,
    conditionalFormats:
      checks.length === 0 ? [] : verdictFormats(page, `I${first}:I${first + checks.length - 1}`),
  })
}

function place(page: Page, at: string): string {
  return page.flows.get(at) ?? page.goods.get(at) ?? at
}

function checkColumns(page: Page, first: number): readonly ListColumn<LimitCheck>[] {
  return [
    { head: HEADS.sampled, cell: (check) => text(place(page, check.at)) },
    { head: HEADS.parameter, cell: (check) => text(say(page, check.name)) },
    {
      head: HEADS.day,
      cell: (check) => (check.date === undefined ? null : { date: check.date, style: 'text' }),
    },
    { head: HEADS.result, right: true, cell: (check) => figure(check.value, { bold: true }) },
    { head: HEADS.uncertainty, right: true, cell: (check) => uncertainty(page, check.value) },
    { head: HEADS.unit, cell: (check) => unit(page, check.value) },
    { head: HEADS.limit, right: true, cell: (check) => figure(check.limit) },
    { head: HEADS.ofLimit, right: true, cell: (check) => figure(check.share) },
    { head: HEADS.verdict, cell: (check, index) => verdictCell(page, check, first + index) },
    { head: HEADS.limitOrigin, cell: (check) => text(say(page, termOf(LIMIT_ORIGINS, check.origin))) },
    { head: HEADS.regulation, cell: (check) => text(check.regulation) },
    { head: HEADS.clause, cell: (check) => text(say(page, check.clause)) },
    {
      head: HEADS.status,
      cell: (check) =>
        text(
          [say(page, termOf(LIMIT_STATES, check.status)), evidenceWord(check.evidence, page.lang)]
            .filter((part) => part !== '')
            .join('; '),
          { style: 'muted' },
        ),
    },
    { head: HEADS.note, cell: (check) => text(say(page, check.note), { style: 'muted' }) },
    { head: HEADS.notChecked, cell: (check) => text(say(page, check.notChecked), { style: 'muted' }) },
  ]
}

/** Norms, thresholds and fees in the columns of the analyses. */
function legalColumns(page: Page): readonly ListColumn<LegalCheck>[] {
  return [
    { head: HEADS.kind, cell: (one) => text(say(page, LEGAL_KINDS[one.kind])) },
    { head: HEADS.name, cell: (one) => text(say(page, one.name)) },
    { head: HEADS.day, cell: (one) => text(one.date) },
    { head: HEADS.value, right: true, cell: (one) => figure(one.value, { bold: true }) },
    { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.value) },
    { head: HEADS.unit, cell: (one) => unit(page, one.value) },
    { head: HEADS.limit, right: true, cell: (one) => figure(one.limit) },
    { head: HEADS.ofLimit, right: true, cell: (one) => figure(one.share) },
    { head: HEADS.verdict, span: 2, cell: (one) => text(say(page, LEGAL_VERDICTS[one.verdict])) },
    { head: HEADS.regulation, cell: (one) => text(one.regulation) },
    { head: HEADS.clause, cell: (one) => text(say(page, one.clause)) },
    { head: HEADS.evidence, cell: (one) => text(evidenceWord(one.evidence, page.lang), { style: 'muted' }) },
    { head: HEADS.note, cell: (one) => text(say(page, one.note), { style: 'muted' }) },
    { head: HEADS.notChecked, cell: (one) => text(say(page, one.notChecked), { style: 'muted' }) },
  ]
}

/** The verdict of the engine as a formula over the cells of its row: result D, uncertainty E, limit G. */
function verdictCell(page: Page, check: LimitCheck, row: number): DraftCell {
  const word = (verdict: LimitCheck['verdict']): string => say(page, termOf(LIMIT_VERDICTS, verdict))
  const result = word(check.verdict)
  // A result below its detection limit is judged by the engine: the sign is not in the cell.
  if (page.ledger.get(check.value)?.written?.trim().startsWith('<') === true) return text(result)
  const good = check.side === 'max' ? `D${row}<=G${row}` : `D${row}>=G${row}`
  return {
    live: () =>
      `IF(COUNT(D${row},G${row})<2,"${word('unclear')}",IF(ABS(D${row}-G${row})<2*E${row},"${word('unclear')}",IF(${good},"${word('within')}","${word('exceeds')}")))`,
    result,
    style: 'text',
  }
}

function uncheckedColumns(page: Page): readonly ListColumn<Unchecked>[] {
  return [
    { head: HEADS.sampled, cell: (one) => text(place(page, one.at)) },
    { head: HEADS.parameter, cell: (one) => text(say(page, one.name)) },
    { head: HEADS.reason, span: 7, cell: (one) => text(say(page, termOf(NOT_CHECKED, one.why))) },
    { head: HEADS.regulation, span: 6, cell: (one) => text(one.regulation, { style: 'muted' }) },
  ]
}

function verdictFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const looks = { within: 'good', exceeds: 'bad', unclear: 'warning' } as const
  return (['within', 'exceeds', 'unclear'] as const).map((verdict) => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(LIMIT_VERDICTS, verdict))}"` },
    look: looks[verdict],
  }))
}
