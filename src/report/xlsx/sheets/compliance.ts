import type { LegalCheck, LimitCheck, Unchecked } from '../../../model/compliance.js'
import { regulationName } from '../../finding-words.js'
import { evidenceWord, LEGAL_KINDS, LEGAL_VERDICTS } from '../../outside-words.js'
import type { ColumnId } from '../../../model/workbook-lists.js'
import type { ConditionalFormat } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { LIMIT_ORIGINS, LIMIT_STATES, LIMIT_VERDICTS, NOT_CHECKED, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { areaOf, laidList, type KnownColumns, type LettersOf, sheetWidths } from './laid-list.js'
import { EMPTY, heading, listRows, paragraph } from './list-rows.js'
import { type Page, say } from './page.js'
import { figure, text, uncertainty, unit } from './page-cells.js'

/** Row of the first check: below a sentence, an empty row and the heads. */
const FIRST_CHECK = FRAME_ROWS + 4

/** Effluents beside their limits, with what was not compared. */
export function complianceSheet(page: Page): DraftSheet | undefined {
  const { checks, unchecked, legal } = page.audit.compliance
  if (checks.length + unchecked.length + legal.length === 0) return undefined
  const laid = laidList(page, 'compliance', checkColumns(page))
  const ofLegal = laidList(page, 'compliance.legal', legalColumns(page))
  const ofUnchecked = laidList(page, 'compliance.unchecked', uncheckedColumns(page))
  const widths = sheetWidths(laid.widths, ofLegal.widths, ofUnchecked.widths)
  const rows: DraftRow[] = [paragraph(say(page, WORDS.notLegalAdvice), widths.length), EMPTY]
  if (checks.length > 0) rows.push(...listRows(page, laid.columns, checks))
  if (legal.length > 0) {
    rows.push(...(checks.length > 0 ? [EMPTY] : []), heading(say(page, WORDS.legalRules), widths.length))
    rows.push(...listRows(page, ofLegal.columns, legal))
  }
  if (unchecked.length > 0) {
    rows.push(
      ...(checks.length + legal.length > 0 ? [EMPTY] : []),
      heading(say(page, WORDS.notCompared), widths.length),
    )
    rows.push(...listRows(page, ofUnchecked.columns, unchecked))
  }
  const verdicts = areaOf(laid, 'verdict', FIRST_CHECK, FIRST_CHECK + checks.length - 1)
  return framed(page, 'compliance', {
    widths,
    rows,
    freeze: FRAME_ROWS,
    conditionalFormats:
      checks.length === 0 || verdicts === undefined ? [] : verdictFormats(page, verdicts.area),
  })
}

function place(page: Page, at: string): string {
  return page.flows.get(at) ?? page.goods.get(at) ?? at
}

function checkColumns(page: Page): KnownColumns<LimitCheck, 'compliance'> {
  return {
    sampled: { head: HEADS.sampled, cell: (check) => text(place(page, check.at)) },
    parameter: { head: HEADS.parameter, cell: (check) => text(say(page, check.name)) },
    day: {
      head: HEADS.day,
      cell: (check) => (check.date === undefined ? null : { date: check.date, style: 'text' }),
    },
    result: { head: HEADS.result, right: true, cell: (check) => figure(check.value, { bold: true }) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (check) => uncertainty(page, check.value) },
    unit: { head: HEADS.unit, cell: (check) => unit(page, check.value) },
    limit: { head: HEADS.limit, right: true, cell: (check) => figure(check.limit) },
    ofLimit: { head: HEADS.ofLimit, right: true, cell: (check) => figure(check.share) },
    verdict: {
      head: HEADS.verdict,
      cell: (check, index, lettersOf) => verdictCell(page, check, FIRST_CHECK + index, lettersOf),
    },
    limitOrigin: {
      head: HEADS.limitOrigin,
      cell: (check) => text(say(page, termOf(LIMIT_ORIGINS, check.origin))),
    },
    regulation: { head: HEADS.regulation, cell: (check) => text(regulationName(page, check.regulation)) },
    clause: { head: HEADS.clause, cell: (check) => text(say(page, check.clause)) },
    status: {
      head: HEADS.status,
      cell: (check) =>
        text(
          [say(page, termOf(LIMIT_STATES, check.status)), evidenceWord(check.evidence, page.lang)]
            .filter((part) => part !== '')
            .join('; '),
          { style: 'muted' },
        ),
    },
    note: { head: HEADS.note, cell: (check) => text(say(page, check.note), { style: 'muted' }) },
    notChecked: {
      head: HEADS.notChecked,
      cell: (check) => text(say(page, check.notChecked), { style: 'muted' }),
    },
  }
}

/** Norms, thresholds and fees in the columns of the analyses. */
function legalColumns(page: Page): KnownColumns<LegalCheck, 'compliance.legal'> {
  return {
    kind: { head: HEADS.kind, cell: (one) => text(say(page, LEGAL_KINDS[one.kind])) },
    name: { head: HEADS.name, cell: (one) => text(say(page, one.name)) },
    day: { head: HEADS.day, cell: (one) => text(one.date) },
    value: { head: HEADS.value, right: true, cell: (one) => figure(one.value, { bold: true }) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (one) => uncertainty(page, one.value) },
    unit: { head: HEADS.unit, cell: (one) => unit(page, one.value) },
    limit: { head: HEADS.limit, right: true, cell: (one) => figure(one.limit) },
    ofLimit: { head: HEADS.ofLimit, right: true, cell: (one) => figure(one.share) },
    verdict: { head: HEADS.verdict, cell: (one) => text(say(page, LEGAL_VERDICTS[one.verdict])) },
    regulation: { head: HEADS.regulation, cell: (one) => text(regulationName(page, one.regulation)) },
    clause: { head: HEADS.clause, cell: (one) => text(say(page, one.clause)) },
    evidence: {
      head: HEADS.evidence,
      cell: (one) => text(evidenceWord(one.evidence, page.lang), { style: 'muted' }),
    },
    note: { head: HEADS.note, cell: (one) => text(say(page, one.note), { style: 'muted' }) },
    notChecked: {
      head: HEADS.notChecked,
      cell: (one) => text(say(page, one.notChecked), { style: 'muted' }),
    },
  }
}

/** The verdict of the engine as a formula over the cells of its row, or over what they would show. */
function verdictCell(
  page: Page,
  check: LimitCheck,
  row: number,
  lettersOf: LettersOf<ColumnId<'compliance'>>,
): DraftCell {
  const word = (verdict: LimitCheck['verdict']): string => say(page, termOf(LIMIT_VERDICTS, verdict))
  const result = word(check.verdict)
  // A result below its detection limit is judged by the engine: the sign is not in the cell.
  if (page.ledger.get(check.value)?.written?.trim().startsWith('<') === true) return text(result)
  const cell = (id: 'result' | 'uncertainty' | 'limit', otherwise: string): string => {
    const letters = lettersOf(id)
    return letters === undefined ? otherwise : `${letters}${row}`
  }
  return {
    live: (at) => {
      const value = cell('result', at(check.value))
      const limit = cell('limit', at(check.limit))
      const spread = cell('uncertainty', String(page.ledger.get(check.value)?.sd ?? 0))
      const good = `${value}${check.side === 'max' ? '<=' : '>='}${limit}`
      return `IF(COUNT(${value},${limit})<2,"${word('unclear')}",IF(ABS(${value}-${limit})<2*${spread},"${word('unclear')}",IF(${good},"${word('within')}","${word('exceeds')}")))`
    },
    result,
    style: 'text',
  }
}

function uncheckedColumns(page: Page): KnownColumns<Unchecked, 'compliance.unchecked'> {
  return {
    sampled: { head: HEADS.sampled, cell: (one) => text(place(page, one.at)) },
    parameter: { head: HEADS.parameter, cell: (one) => text(say(page, one.name)) },
    reason: { head: HEADS.reason, cell: (one) => text(say(page, termOf(NOT_CHECKED, one.why))) },
    regulation: {
      head: HEADS.regulation,
      cell: (one) => text(regulationName(page, one.regulation), { style: 'muted' }),
    },
  }
}

function verdictFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const looks = { within: 'good', exceeds: 'bad', unclear: 'warning' } as const
  return (['within', 'exceeds', 'unclear'] as const).map((verdict) => ({
    area,
    when: { is: 'equal', value: `"${say(page, termOf(LIMIT_VERDICTS, verdict))}"` },
    look: looks[verdict],
  }))
}
