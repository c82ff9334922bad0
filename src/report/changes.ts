import type { Cause, Comparison, InputChange, Move, StateChange } from '../model/comparison.js'
import { type Lang, say, type Text, wording } from '../model/text.js'
import { basisWord } from '../units/index.js'
import { cell, table } from './markdown-table.js'
import { showFigure, showShare, type Signs } from './show-figure.js'

export const causeNames: Readonly<Record<Cause, Text>> = {
  activity: say('activity', 'hoạt động'),
  price: say('price', 'giá'),
  factor: say('factor', 'hệ số'),
  method: say('method', 'cách tính'),
  'data-quality': say('data quality', 'chất lượng số liệu'),
}

export const changeLabels = {
  title: say('Changes', 'Thay đổi'),
  results: say('Results, and why they moved', 'Kết quả và lý do thay đổi'),
  profile: say('RECP profile', 'Hồ sơ hiệu quả tài nguyên'),
  sameFactors: say('both years with the factors of the later one', 'cả hai năm theo hệ số của năm sau'),
  ownFactors: say('each year with its own factors', 'mỗi năm theo hệ số riêng'),
  factorEffect: say('Factors alone', 'Riêng do hệ số'),
  inputs: say('Inputs', 'Số liệu đầu vào'),
  measures: say('Measures', 'Giải pháp'),
  findings: say('Checklist', 'Bảng kiểm'),
  result: say('Result', 'Kết quả'),
  before: say('Before', 'Trước'),
  now: say('Now', 'Nay'),
  change: say('Change', 'Thay đổi'),
  why: say('Because of', 'Do'),
  absolute: say('Absolute', 'Tuyệt đối'),
  relative: say('Relative', 'Tương đối'),
  indicator: say('Indicator', 'Chỉ số'),
  input: say('Input', 'Số liệu'),
  cause: say('Kind', 'Loại'),
  what: say('What', 'Nội dung'),
  unclear: say('within the uncertainty', 'trong độ không đảm bảo'),
  otherUnit: say('not comparable: another unit', 'không so được: khác đơn vị'),
  notKnown: say('not known in one of them', 'chưa biết ở một trong hai'),
  onlyNew: say('only in the later one', 'chỉ có ở lần sau'),
  onlyOld: say('only in the earlier one', 'chỉ có ở lần trước'),
  place: say('Where', 'Vị trí'),
  noIdentity: say(
    'productivity or intensity does not follow from the two changes',
    'năng suất hoặc cường độ không khớp với hai thay đổi',
  ),
  none: say('none', 'không có'),
}

type Printing = Pick<ChangesOptions, 'lang' | 'signs'>

/** A part of the report: a table with its title. */
export type Section = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type ChangesOptions = {
  readonly lang: Lang
  readonly signs: Signs
  /** Results that moved less than this share are left out; 0 leaves out only what did not move. */
  readonly least?: number
}

export function changesTitle({ old, new: now }: Comparison, lang: Lang): string {
  return `${changeLabels.title[lang]}: ${wording(now.name, lang) || now.id}, ${old.period} → ${now.period}`
}

/** All that changed as tables in words; a table without rows is left out. */
export function changesSections(comparison: Comparison, options: ChangesOptions): readonly Section[] {
  const { lang } = options
  const sections: readonly Section[] = [
    results(comparison, options),
    profile(comparison, lang),
    inputs(comparison.inputs, options),
    states(changeLabels.measures[lang], comparison.measures, lang),
    states(changeLabels.findings[lang], comparison.findings, lang),
  ]
  return sections.filter((section) => section.rows.length > 0)
}

/** Rounding of the arithmetic alone is no move. */
const NOISE = 1e-9

function moved(move: Move, least: number): boolean {
  if (move.old === null || move.new === null) return move.old !== move.new
  const size = Math.max(Math.abs(move.old), Math.abs(move.new))
  return Math.abs(move.new - move.old) > Math.max(least, NOISE) * size
}

/** The results that moved by more than `least`, as a share of the larger value. */
export function shownMoves({ moves }: Comparison, least = 0): readonly Move[] {
  return moves.filter((move) => moved(move, least))
}

function results(comparison: Comparison, { least = 0, ...printing }: ChangesOptions): Section {
  const { lang } = printing
  const { moves } = comparison
  const labelsSeen = moves.map(({ label }) => label[lang])
  const rows = shownMoves(comparison, least).map((move) => [
    called(move, labelsSeen, lang),
    amount(move.old, move, printing),
    amount(move.new, move, printing),
    share(relativeChange(move.old, move.new), lang),
    reasons(move, printing),
  ])
  const head = [
    changeLabels.result,
    changeLabels.before,
    changeLabels.now,
    changeLabels.change,
    changeLabels.why,
  ].map((label) => label[lang])
  return { title: changeLabels.results[lang], head, rows }
}

/** The label; with the id behind it where another result has the same. */
function called({ id, label }: Move, all: readonly string[], lang: Lang): string {
  const name = label[lang]
  return all.indexOf(name) === all.lastIndexOf(name) ? name : `${name} (${id})`
}

/** `activity −10 %, price +3 %`, the larger first; what is noise is left out. */
function reasons(move: Move, printing: Printing): string {
  const { lang } = printing
  if (move.hindered !== undefined) return changeLabels.otherUnit[lang]
  if (move.only !== undefined) return changeLabels[move.only === 'new' ? 'onlyNew' : 'onlyOld'][lang]
  if (move.parts === undefined || move.old === null || move.new === null) return changeLabels.notKnown[lang]
  const whole = Math.max(Math.abs(move.old), Math.abs(move.new))
  const parts = move.parts
    .filter(({ value }) => Math.abs(value) > NOISE * whole)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  const texts = parts.map(({ cause, value }) => {
    const size =
      move.old === 0
        ? signed(amount(value, move, printing), value)
        : share(value / Math.abs(move.old ?? 1), lang)
    return `${causeNames[cause][lang]} ${size}`
  })
  const unclear = move.sd !== undefined && Math.abs(move.new - move.old) < 1.96 * move.sd
  const words = texts.join(lang === 'vi' ? '; ' : ', ')
  return unclear ? `${words} (${changeLabels.unclear[lang]})` : words
}

/** The title of the profile says by whose factors the years are counted. */
export function profileTitle({ factors }: Comparison, lang: Lang): string {
  const how = factors === 'same' ? changeLabels.sameFactors : changeLabels.ownFactors
  return `${changeLabels.profile[lang]}, ${how[lang]}`
}

function profile(comparison: Comparison, lang: Lang): Section {
  const { profile: rows } = comparison
  const changed = rows.some((row) =>
    [row.absolute, row.factorEffect].some((value) => value !== null && Math.abs(value) > NOISE),
  )
  return {
    title: profileTitle(comparison, lang),
    head: [
      changeLabels.indicator[lang],
      changeLabels.absolute[lang],
      changeLabels.relative[lang],
      changeLabels.factorEffect[lang],
      '',
    ],
    rows: (changed ? rows : []).map((row) => [
      row.label[lang],
      share(row.absolute, lang),
      share(row.relative, lang),
      row.factorEffect !== null && Math.abs(row.factorEffect) <= NOISE ? '–' : share(row.factorEffect, lang),
      row.identity !== null && Math.abs(row.identity) > NOISE ? changeLabels.noIdentity[lang] : '',
    ]),
  }
}

function inputs(changes: readonly InputChange[], printing: Printing): Section {
  const { lang } = printing
  const side = (one: InputChange['old']): string =>
    one === undefined
      ? dash(printing)
      : [amount(one.value, one, printing), one.basis === undefined ? '' : basisWord(one.basis, lang)]
          .join(' ')
          .trim()
  return {
    title: changeLabels.inputs[lang],
    head: [
      changeLabels.input,
      changeLabels.before,
      changeLabels.now,
      changeLabels.cause,
      changeLabels.place,
    ].map((label) => label[lang]),
    rows: changes.map((change) => [
      change.label[lang],
      side(change.old),
      side(change.new),
      causeNames[change.cause][lang],
      (change.new ?? change.old)?.place ?? change.id,
    ]),
  }
}

const stateNames: ReadonlyMap<string, Text> = new Map([
  ['found', say('found', 'cơ hội')],
  ['look', say('look', 'cần xem')],
  ['needs-data', say('needs data', 'thiếu số liệu')],
  ['in-place', say('in place', 'đã có')],
  ['not-applicable', say('not applicable', 'không áp dụng')],
  ['waived', say('waived', 'miễn xét')],
  ['failed', say('failed', 'lỗi')],
  ['proposed', say('proposed', 'đề xuất')],
  ['planned', say('planned', 'đã lên kế hoạch')],
  ['running', say('running', 'đang thực hiện')],
  ['done', say('done', 'hoàn thành')],
  ['rejected', say('rejected', 'không chọn')],
])

/** A status or an outcome in words; a dash where there was none. */
export function stateName(state: string | null, lang: Lang): string {
  return state === null ? '–' : (stateNames.get(state)?.[lang] ?? state)
}

function states(title: string, changes: readonly StateChange[], lang: Lang): Section {
  return {
    title,
    head: [changeLabels.what, changeLabels.before, changeLabels.now].map((label) => label[lang]),
    rows: changes.map((change) => [
      change.title[lang],
      stateName(change.old, lang),
      stateName(change.new, lang),
    ]),
  }
}

function relativeChange(old: number | null, now: number | null): number | null {
  return old === null || now === null || old === 0 ? null : (now - old) / Math.abs(old)
}

function share(value: number | null, lang: Lang): string {
  return value === null ? '–' : signed(showShare(value, lang), value)
}

function dash({ signs }: Printing): string {
  return signs === 'ascii' ? '-' : '–'
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text
}

function amount(value: number | null, move: Pick<Move, 'unit' | 'show'>, { lang, signs }: Printing): string {
  return showFigure({ ...move, value }, lang, signs)
}

/** The same as a page in Markdown. */
export function changesMarkdown(comparison: Comparison, options: ChangesOptions): string {
  const sections = changesSections(comparison, options).map(
    ({ title, head, rows }) =>
      `## ${title}\n\n${table(
        head,
        0,
        rows.map((row) => row.map(cell)),
        '',
      )}`,
  )
  const body = sections.length === 0 ? [`${noChanges(options.lang)}\n`] : sections
  return [`# ${cell(changesTitle(comparison, options.lang))}\n`, ...body].join('\n')
}

/** Nothing changed, in words. */
export function noChanges(lang: Lang): string {
  return `${changeLabels.title[lang]}: ${changeLabels.none[lang]}`
}
