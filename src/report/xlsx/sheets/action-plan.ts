import { isLeftOut, type Opportunity } from '../../../model/opportunities.js'
import { columnLetters } from '../address.js'
import type { Cell, ConditionalFormat } from '../book.js'
import type { DraftSheet } from '../layout.js'
import { STATUSES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FIRST_HEAD, framed, moneyWidth } from './frame.js'
import { opportunityName } from './opportunities.js'
import { laidColumns, type ListColumn, listRows } from './list-rows.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'

const STATUS_LIST = ['proposed', 'planned', 'running', 'done', 'rejected'] as const

/** What is worth doing, with blue cells for decision, owner and dates. */
export function actionPlanSheet(page: Page): DraftSheet | undefined {
  const { widths, columns, numberOf } = laidColumns(page, 'action-plan', knownColumns(page), moneyWidth(page))
  const list = page.audit.evaluation.opportunities.filter(
    (one) => !isLeftOut(one) && (one.origin === 'measure' || (valueOf(page, one.netInPackage) ?? 0) > 0),
  )
  if (list.length === 0) return undefined
  const [first, last] = [FIRST_HEAD + 1, FIRST_HEAD + list.length]
  const words = STATUS_LIST.map((status) => say(page, termOf(STATUSES, status)))
  const area = (id: string): string | undefined => {
    const number = numberOf(id)
    return number === undefined
      ? undefined
      : `${columnLetters(number)}${first}:${columnLetters(number)}${last}`
  }
  const status = area('status')
  const days = [area('start'), area('due')].filter((found) => found !== undefined)
  return framed(page, 'action-plan', {
    widths,
    rows: listRows(page, columns, list),
    homes: false,
    freezeColumns: 2,
    tables: [{ name: 'ActionPlan', area: `A${FIRST_HEAD}:${columnLetters(widths.length)}${last}` }],
    validations: [
      ...(status === undefined
        ? []
        : [
            {
              area: status,
              allow: { list: words },
              prompt: { title: say(page, HEADS.status), text: say(page, WORDS.statusPrompt) },
            },
          ]),
      ...days.map((found) => ({
        area: found,
        allow: { dateBetween: { from: '1990-01-01', to: '2099-12-31' } },
        strict: false,
      })),
    ],
    conditionalFormats: status === undefined ? [] : statusFormats(words, status),
  })
}

function knownColumns(page: Page): Readonly<Record<string, ListColumn<Opportunity>>> {
  const money = (id: string | undefined) => (id === undefined ? null : linked(id, { format: 'money' }))
  const typed = (words: string | undefined): Cell =>
    words === undefined || words === ''
      ? { blank: true, style: 'input', wrap: true }
      : { text: words, style: 'input', wrap: true }
  const day = (date: string | undefined): Cell =>
    date === undefined ? { blank: true, style: 'input', format: 'date' } : { date, style: 'input' }
  return {
    number: {
      head: HEADS.number,
      right: true,
      cell: (_, index) => ({ number: index + 1, format: 'integer', style: 'text', align: 'right' }),
    },
    measure: { head: HEADS.measure, cell: (one) => text(opportunityName(page, one)) },
    status: { head: HEADS.status, cell: (one) => typed(say(page, termOf(STATUSES, one.status))) },
    owner: { head: HEADS.owner, cell: (one) => typed(one.owner) },
    start: { head: HEADS.start, right: true, cell: (one) => day(one.start) },
    due: { head: HEADS.due, right: true, cell: (one) => day(one.due) },
    investment: { head: HEADS.investment, right: true, cell: (one) => money(one.investment) },
    inPackage: { head: HEADS.inPackage, right: true, cell: (one) => money(one.netInPackage) },
    payback: {
      head: HEADS.payback,
      right: true,
      cell: (one) => (one.payback === undefined ? null : linked(one.payback)),
    },
    verify: { head: HEADS.verify, cell: (one) => text(one.verify?.[page.lang] ?? '') },
    note: { head: HEADS.note, cell: (one) => typed(one.reason) },
  }
}

function statusFormats(words: readonly string[], area: string): readonly ConditionalFormat[] {
  const [, planned, running, done, rejected] = words
  const equal = (word: string | undefined, look: ConditionalFormat['look']): ConditionalFormat => ({
    area,
    when: { is: 'equal', value: `"${word ?? ''}"` },
    look,
  })
  return [equal(done, 'good'), equal(running, 'warning'), equal(planned, 'warning'), equal(rejected, 'muted')]
}
