import { isLeftOut, isTaken, type Opportunity } from '../../../model/opportunities.js'
import { say as words, type Text } from '../../../model/text.js'
import type { ProgrammeTask } from '../../../model/workbook-design.js'
import type { ConditionalFormat, Validation } from '../book.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { STATUSES, termOf } from '../term-texts.js'
import { HEADS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { EMPTY, heading, headRow } from './list-rows.js'
import { lossName } from './losses.js'
import { opportunityName } from './opportunities.js'
import { type Page, say, valueOf } from './page.js'
import { text } from './page-cells.js'
import { shownOf, type Shown } from './programme-shown.js'

const WIDTHS = [6, 58, 16, 58, 26, 16]
const WIDTH = WIDTHS.length

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
  const rows: DraftRow[] = [
    headRow(page, [
      { head: HEADS.number },
      { head: SAID.task },
      { head: HEADS.status },
      { head: SAID.shown },
      { head: HEADS.owner },
      { head: HEADS.due },
    ]),
  ]
  const first = FRAME_ROWS + rows.length + 1
  for (const { title, tasks } of programme) {
    rows.push(heading(say(page, title), WIDTH), ...tasks.map((task) => taskRow(page, task)))
  }
  const area = `C${first}:C${FRAME_ROWS + rows.length}`
  rows.push(EMPTY, ...commitmentRows(page), EMPTY, ...teamRows(page), EMPTY, ...trainingRows(page))
  const effects = effectRows(page)
  if (effects.length > 0) rows.push(EMPTY, ...effects)
  const focus = focusRows(page)
  if (focus.length > 0) rows.push(EMPTY, ...focus)
  return framed(page, 'programme', {
    widths: WIDTHS,
    rows,
    homes: false,
    freezeColumns: 2,
    repeat: FRAME_ROWS,
    tabColor: '1B5E20',
    validations: [stateRule(page, area)],
    conditionalFormats: stateFormats(page, area),
  })
}

function taskRow(page: Page, task: ProgrammeTask): DraftRow {
  const { state, words: said } = shownOf(page, task.shownBy)
  return {
    cells: [
      { number: task.number, format: 'integer', style: 'text', align: 'left' },
      text(say(page, task.title)),
      { text: say(page, STATES[state]), style: 'input' },
      text(say(page, said), { style: 'muted' }),
      BLANK,
      DAY,
    ],
  }
}

const BLANK: DraftCell = { blank: true, style: 'input', wrap: true }
const DAY: DraftCell = { blank: true, style: 'input', format: 'date' }

function commitmentRows(page: Page): readonly DraftRow[] {
  const line = (label: Text): DraftRow => ({
    cells: [null, text(say(page, label)), { ...BLANK, span: { columns: 4 } }, null, null, null],
  })
  return [heading(say(page, SAID.commitment), WIDTH), line(SAID.statement), line(SAID.signed)]
}

/** Empty rows to fill in. */
function formRows(page: Page, title: Text, heads: readonly [Text, Text], count: number): readonly DraftRow[] {
  return [
    heading(say(page, title), WIDTH),
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

const teamRows = (page: Page) => formRows(page, SAID.team, [SAID.member, SAID.duty], 5)
const trainingRows = (page: Page) => formRows(page, SAID.training, [SAID.subject, SAID.people], 4)

function effectRows(page: Page): readonly DraftRow[] {
  const list = page.audit.evaluation.opportunities.filter(
    (one) => !isLeftOut(one) && (one.origin === 'measure' || (valueOf(page, one.netInPackage) ?? 0) > 0),
  )
  if (list.length === 0) return []
  return [
    heading(say(page, SAID.effects), WIDTH),
    headRow(page, [
      { head: HEADS.number },
      { head: HEADS.measure },
      { head: HEADS.status },
      { head: SAID.quality },
      { head: SAID.safety, span: 2 },
    ]),
    ...list.map((one, index): DraftRow => ({
      cells: [
        { number: index + 1, format: 'integer', style: 'text', align: 'left' },
        text(opportunityName(page, one)),
        text(say(page, termOf(STATUSES, one.status))),
        BLANK,
        { ...riskCell(page, one), span: { columns: 2 } },
        null,
      ],
    })),
  ]
}

/** What the content says of risks stands there to begin with. */
function riskCell(page: Page, one: Opportunity): DraftCell {
  const said = one.risks?.[page.lang] ?? ''
  return said === '' ? BLANK : { text: said, style: 'input', wrap: true }
}

/** The dearest losses that no decided measure acts on. */
function focusRows(page: Page): readonly DraftRow[] {
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
  const open = page.audit.indicators.losses
    .filter(({ id, cost }) => !addressed.has(id) && (valueOf(page, cost) ?? 0) > 0)
    .slice(0, 3)
  if (open.length === 0) return []
  return [
    heading(say(page, SAID.focus), WIDTH),
    headRow(page, [
      { head: HEADS.number },
      { head: HEADS.loss },
      { head: HEADS.cost, right: true },
      { head: SAID.why },
      { head: SAID.chosen, span: 2 },
    ]),
    ...open.map((loss, index): DraftRow => ({
      cells: [
        { number: index + 1, format: 'integer', style: 'text', align: 'left' },
        text(lossName(page, loss)),
        { figure: loss.cost, link: true, format: 'money' },
        text(say(page, SAID.dearest), { style: 'muted', indent: 1 }),
        { ...BLANK, span: { columns: 2 } },
        null,
      ],
    })),
  ]
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
