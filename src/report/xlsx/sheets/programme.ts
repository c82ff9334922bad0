import type { Loss } from '../../../model/indicators.js'
import { isLeftOut, isTaken, type Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ProgrammeTask } from '../../../model/workbook-design.js'
import type { ConditionalFormat, Validation } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { capital, STATUSES, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { areaOf, laidList, type KnownColumns, sheetWidths } from './laid-list.js'
import { EMPTY, heading, headRow, itemRows, type ListColumn, listRows } from './list-rows.js'
import { lossName } from './losses.js'
import { titleWithMachine } from '../../finding-words.js'
import { type Page, say, valueOf } from './page.js'
import { linked, text } from './page-cells.js'
import { shownOf, type Shown } from './programme-shown.js'

const STATES: Readonly<Record<Shown['state'], Text>> = {
  done: words('done', 'đã làm'),
  part: words('in part', 'một phần'),
  open: words('open', 'chưa làm'),
}

const SAID = {
  task: words('Task', 'Nhiệm vụ'),
  shown: words('What the audit shows', 'Kết quả đánh giá cho thấy'),
  commitment: words('Commitment of the management', 'Cam kết của lãnh đạo'),
  statement: words('Statement', 'Nội dung cam kết'),
  signed: words('Signed by, on', 'Người ký, ngày'),
  team: words('Team', 'Đội SXSH'),
  member: words('Member', 'Thành viên'),
  duty: words('Position and task', 'Chức vụ và nhiệm vụ'),
  training: words('Training', 'Đào tạo'),
  subject: words('Subject', 'Nội dung'),
  people: words('Who, how many', 'Đối tượng, số người'),
  effects: words(
    'Effect of the measures on product quality and work safety',
    'Ảnh hưởng của giải pháp đến chất lượng sản phẩm và an toàn lao động',
  ),
  quality: words('Product quality', 'Chất lượng sản phẩm'),
  safety: words('Work safety', 'An toàn lao động'),
  focus: words('Next focus', 'Trọng tâm tiếp theo'),
  why: words('Why', 'Lý do'),
  chosen: words('Chosen', 'Lựa chọn'),
  dearest: words('Not addressed by a measure that is decided', 'Chưa có giải pháp nào được quyết định'),
} as const

/** The programme: its tasks with their state, and the cells that only the company can fill in. */
export function programmeSheet(page: Page): DraftSheet | undefined {
  const { programme } = page.design
  if (programme.length === 0) return undefined
  const laid = laidList(page, 'programme', taskColumns(page))
  const ofEffects = laidList(page, 'programme.effects', effectColumns(page))
  const ofFocus = laidList(page, 'programme.focus', focusColumns(page))
  const widths = sheetWidths(laid.widths, ofEffects.widths, ofFocus.widths, FORM)
  const title = (words: Text): DraftRow => heading(say(page, words), widths.length)
  const rows: DraftRow[] = [headRow(page, laid.columns)]
  const first = FRAME_ROWS + rows.length + 1
  for (const { title: step, tasks } of programme) rows.push(title(step), ...itemRows(laid.columns, tasks))
  const states = areaOf(laid, 'status', first, FRAME_ROWS + rows.length)
  rows.push(EMPTY, title(SAID.commitment), ...commitmentRows(page))
  rows.push(EMPTY, title(SAID.team), ...formRows(page, [SAID.member, SAID.duty], 5))
  rows.push(EMPTY, title(SAID.training), ...formRows(page, [SAID.subject, SAID.people], 4))
  const effects = effectsOf(page)
  if (effects.length > 0) rows.push(EMPTY, title(SAID.effects), ...listRows(page, ofEffects.columns, effects))
  const focus = focusOf(page)
  if (focus.length > 0) rows.push(EMPTY, title(SAID.focus), ...listRows(page, ofFocus.columns, focus))
  return framed(page, 'programme', {
    widths,
    rows,
    homes: false,
    freezeColumns: 2,
    repeat: FRAME_ROWS,
    tabColor: '1B5E20',
    validations: states === undefined ? [] : [stateRule(page, states.area)],
    conditionalFormats: states === undefined ? [] : stateFormats(page, states.area),
  })
}

/** Columns that the forms to fill in stand in: number, words, four for more words, a day. */
const FORM = [6, 30, 12, 12, 12, 12]

function numberColumn<T>(of: (item: T, index: number) => number): ListColumn<T> {
  return {
    head: HEADS.number,
    cell: (item, index) => ({ number: of(item, index), format: 'integer', style: 'text', align: 'left' }),
  }
}

function taskColumns(page: Page): KnownColumns<ProgrammeTask, 'programme'> {
  return {
    number: numberColumn(({ number }) => number),
    task: { head: SAID.task, cell: (task) => text(say(page, task.title)) },
    status: {
      head: HEADS.status,
      cell: ({ shownBy }) => ({ text: say(page, STATES[shownOf(page, shownBy).state]), style: 'input' }),
    },
    shown: {
      head: SAID.shown,
      cell: ({ shownBy }) => text(capital(say(page, shownOf(page, shownBy).words)), { style: 'muted' }),
    },
    owner: { head: HEADS.owner, cell: () => BLANK },
    due: { head: HEADS.due, cell: () => DAY },
  }
}

const BLANK: DraftCell = { blank: true, style: 'input', wrap: true }
const DAY: DraftCell = { blank: true, style: 'input', format: 'date' }

function commitmentRows(page: Page): readonly DraftRow[] {
  const line = (label: Text): DraftRow => ({
    cells: [null, text(say(page, label)), { ...BLANK, span: { columns: 4 } }, null, null, null],
  })
  return [line(SAID.statement), line(SAID.signed)]
}

/** Empty rows to fill in. */
function formRows(page: Page, heads: readonly [Text, Text], count: number): readonly DraftRow[] {
  return [
    headRow(page, [
      { head: HEADS.number },
      { head: heads[0] },
      { head: heads[1], span: 3 },
      { head: HEADS.day },
    ]),
    ...Array.from({ length: count }, (_, index): DraftRow => ({
      cells: [
        { number: index + 1, format: 'integer', style: 'text', align: 'left' },
        BLANK,
        { ...BLANK, span: { columns: 3 } },
        null,
        null,
        DAY,
      ],
    })),
  ]
}

function effectsOf(page: Page): readonly Opportunity[] {
  return page.audit.evaluation.opportunities.filter(
    (one) => !isLeftOut(one) && (one.origin === 'measure' || (valueOf(page, one.netInPackage) ?? 0) > 0),
  )
}

function effectColumns(page: Page): KnownColumns<Opportunity, 'programme.effects'> {
  return {
    number: numberColumn((_, index) => index + 1),
    measure: { head: HEADS.measure, cell: (one) => text(titleWithMachine(page, one)) },
    status: { head: HEADS.status, cell: (one) => text(say(page, termOf(STATUSES, one.status))) },
    quality: { head: SAID.quality, cell: () => BLANK },
    safety: { head: SAID.safety, cell: (one) => riskCell(page, one) },
  }
}

/** What the content says of risks stands there to begin with. */
function riskCell(page: Page, one: Opportunity): DraftCell {
  const said = one.risks?.[page.lang] ?? ''
  return said === '' ? BLANK : { text: said, style: 'input', wrap: true }
}

/** The dearest losses that no decided measure acts on. */
function focusOf(page: Page): readonly Loss[] {
  const decided = new Set(
    page.audit.evaluation.opportunities
      .filter((one) => isTaken(one) && one.status !== 'proposed')
      .map(({ id }) => id),
  )
  const addressed = new Set(
    page.audit.evaluation.diagnosis
      .filter(({ entries }) => entries.some(({ opportunity }) => decided.has(opportunity ?? '')))
      .map(({ loss }) => loss),
  )
  return page.audit.indicators.losses
    .filter(({ id, cost }) => !addressed.has(id) && (valueOf(page, cost) ?? 0) > 0)
    .slice(0, 3)
}

function focusColumns(page: Page): KnownColumns<Loss, 'programme.focus'> {
  return {
    number: numberColumn((_, index) => index + 1),
    loss: { head: HEADS.loss, cell: (loss) => text(lossName(page, loss)) },
    cost: { head: HEADS.cost, right: true, cell: (loss) => linked(loss.cost, { format: 'money' }) },
    why: { head: SAID.why, cell: () => text(say(page, SAID.dearest), { style: 'muted' }) },
    chosen: { head: SAID.chosen, cell: () => BLANK },
  }
}

function stateRule(page: Page, area: string): Validation {
  return { area, allow: { list: Object.values(STATES).map((one) => say(page, one)) }, strict: false }
}

function stateFormats(page: Page, area: string): readonly ConditionalFormat[] {
  const looks = { done: 'good', part: 'warning', open: 'muted' } as const
  return (Object.keys(STATES) as Shown['state'][]).map((state) => ({
    area,
    when: { is: 'equal', value: `"${say(page, STATES[state])}"` },
    look: looks[state],
  }))
}
