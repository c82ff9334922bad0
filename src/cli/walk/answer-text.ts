import { isAlias, isMap, isScalar, parseDocument } from 'yaml'
import type { Pair, YAMLMap } from 'yaml'
import { isRawMap, type Raw, type RawMap } from '../../model/raw.js'
import { readYaml } from '../../load/read-yaml.js'

/** What somebody answered to the question of a checklist entry. */
export type WalkAnswer = { readonly answer: 'yes' | 'no' | 'n/a'; readonly note?: string }

/**
 * Why an answer cannot be written: the form of the file is one that only a person should change, the answers stand in
 * a table of their own, or the workbook has no sheet for them.
 */
export type Refusal = 'form' | 'elsewhere' | 'sheet'

/**
 * A site file with one answer more, or another one. Only the answers change: comments, order, spelling and line ends
 * of all the rest stay as they are, to the byte, and that is checked before the text is handed back.
 */
export function withAnswer(
  text: string,
  entry: string,
  answer: WalkAnswer,
): { readonly text: string } | { readonly refused: Refusal } {
  const mark = text.startsWith('\u{FEFF}') ? '\u{FEFF}' : ''
  const body = text.slice(mark.length)
  const edit = editOf(body, entry, answer)
  if (typeof edit === 'string') return { refused: edit }
  const edited = `${mark}${body.slice(0, edit.from)}${edit.put}${body.slice(edit.to)}`
  const [old, now] = [text, edited].map((one) => readYaml(one, '', new Map()).value)
  return isOnlyThat(old, now, entry, answer) ? { text: edited } : { refused: 'form' }
}

/** One replacement in a text. */
type Edit = { readonly from: number; readonly to: number; readonly put: string }

function editOf(text: string, entry: string, answer: WalkAnswer): Edit | Refusal {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  const top = document.contents
  if (!isMap(top) || top.flow === true || document.errors.length > 0) return 'form'
  const pair = pairOf(top, 'answers')
  const source = { text, eol: text.includes('\r\n') ? '\r\n' : '\n' }
  if (pair === undefined) return appended(source, top, entry, answer)
  const { value } = pair
  if (isAlias(value)) return 'form'
  if (isMap(value)) return inMap(source, value, entry, answer)
  const isEmpty = value === null || (isScalar(value) && (value.value === '' || value.value === null))
  return isEmpty ? belowKey(source, pair, entry, answer) : 'elsewhere'
}

type Source = { readonly text: string; readonly eol: string }

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key)
}

/** A note as it is kept: everything on one line. */
export function noteText(note: string): string {
  return note.replace(/\s+/g, ' ').trim()
}

function quoted(note: string): string {
  return JSON.stringify(noteText(note))
}

function valueText({ answer, note }: WalkAnswer): string {
  return note === undefined ? answer : `{ answer: ${answer}, note: ${quoted(note)} }`
}

function columnOf(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /^\s*/.exec(line)?.[0] ?? ''
}

/** End of the line on which something ends, before its line end. */
function lineEnd(text: string, at: number): number {
  let end = at
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1
  const next = text.indexOf('\n', end)
  const stop = next < 0 ? text.length : next
  return text[stop - 1] === '\r' ? stop - 1 : stop
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as { range?: readonly number[] | null } | null)?.range
  return range?.[0] === undefined || range[1] === undefined ? undefined : [range[0], range[1]]
}

/** A section of its own at the end of the file. */
function appended({ text, eol }: Source, top: YAMLMap, entry: string, answer: WalkAnswer): Edit | Refusal {
  const first = rangeOf(top.items[0]?.key)
  if (first === undefined || /^(\.\.\.|---)(\s|$)/m.test(text.slice(first[0]))) return 'form'
  const indent = columnOf(text, first[0])
  const gap = text.endsWith('\n') ? '' : eol
  const put = `${gap}${indent}answers:${eol}${indent}  ${entry}: ${valueText(answer)}${eol}`
  return { from: text.length, to: text.length, put }
}

function belowKey({ text, eol }: Source, pair: Pair, entry: string, answer: WalkAnswer): Edit | Refusal {
  const key = rangeOf(pair.key)
  if (key === undefined) return 'form'
  const at = lineEnd(text, key[1])
  return { from: at, to: at, put: `${eol}${columnOf(text, key[0])}  ${entry}: ${valueText(answer)}` }
}

function inMap(source: Source, map: YAMLMap, entry: string, answer: WalkAnswer): Edit | Refusal {
  const known = pairOf(map, entry)
  if (known !== undefined) return replaced(source, known, answer)
  const range = rangeOf(map)
  const last = map.items.at(-1)
  const end = rangeOf(last?.value) ?? rangeOf(last?.key)
  if (range === undefined || map.items.some((item) => isScalar(item.key) && item.key.value === '<<'))
    return 'form'
  const written = `${entry}: ${valueText(answer)}`
  if (map.flow === true) {
    if (end === undefined) return { from: range[0], to: range[1], put: `{ ${written} }` }
    const comma = /^\s*,/.exec(source.text.slice(end[1], range[1]))?.[0].length ?? 0
    const at = end[1] + comma
    return { from: at, to: at, put: comma > 0 ? ` ${written},` : `, ${written}` }
  }
  const first = rangeOf(map.items[0]?.key)
  if (end === undefined || first === undefined) return 'form'
  const at = lineEnd(source.text, end[1])
  return { from: at, to: at, put: `${source.eol}${columnOf(source.text, first[0])}${written}` }
}

/** Another answer in the place of one: a bare one as a whole, one with fields in its fields. */
function replaced(source: Source, { value }: Pair, answer: WalkAnswer): Edit | Refusal {
  const range = rangeOf(value)
  if (range === undefined || isAlias(value)) return 'form'
  if (isScalar(value)) return { from: range[0], to: range[1], put: valueText(answer) }
  const said = isMap(value) ? pairOf(value, 'answer') : undefined
  const inner = rangeOf(said?.value)
  if (!isMap(value) || inner === undefined || !isScalar(said?.value)) return 'form'
  const note = rangeOf(pairOf(value, 'note')?.value)
  if (answer.note === undefined) return { from: inner[0], to: inner[1], put: answer.answer }
  if (note === undefined) {
    const key = rangeOf(said?.key) ?? inner
    const gap = value.flow === true ? ', ' : `${source.eol}${columnOf(source.text, key[0])}`
    return { from: inner[0], to: inner[1], put: `${answer.answer}${gap}note: ${quoted(answer.note)}` }
  }
  const [early, late] = inner[0] < note[0] ? [inner, note] : [note, inner]
  const [a, b] =
    inner[0] < note[0] ? [answer.answer, quoted(answer.note)] : [quoted(answer.note), answer.answer]
  return { from: early[0], to: late[1], put: `${a}${source.text.slice(early[1], late[0])}${b}` }
}

/** Whether a site reads as before but for this one answer, which is as the file spells it. */
export function isOnlyThat(
  before: Raw | null | undefined,
  after: Raw | null | undefined,
  entry: string,
  { answer, note }: { readonly answer: string; readonly note?: string },
): boolean {
  if (!isRawMap(before ?? undefined) || !isRawMap(after ?? undefined)) return false
  const [{ answers: was, ...rest }, { answers: is, ...others }] = [before, after] as [RawMap, RawMap]
  if (!same(rest, others) || !isRawMap(is)) return false
  const [{ [entry]: mine, ...kept }, { [entry]: _old, ...keptBefore }] = [is, isRawMap(was) ? was : {}] as [
    RawMap,
    RawMap,
  ]
  const said = isRawMap(mine) ? mine['answer'] : mine
  const noted = note === undefined || (isRawMap(mine) && mine['note'] === noteText(note))
  return said === answer && noted && same(kept, keptBefore)
}

function same(a: Raw | undefined, b: Raw | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
