import type { Diagnostic, Severity } from '../model/diagnostic.js'
import { NO_PLACES } from '../model/place.js'
import type { Places } from '../model/place.js'
import { pointerKeys } from '../model/pointer.js'
import type { Lang, Text } from '../model/text.js'
import { entryOf } from './catalogue.js'
import { excerpt, show } from './excerpt.js'
import { severityOf } from './severity.js'
import { cellOf, isAboutKey, place, placeOf, placeText } from './place.js'
import { argsFor } from './words-of-args.js'
import { rowExcerpt } from './row-excerpt.js'

/** What a painter may colour. Meaning never hangs on colour alone. */
export type Style = Severity | 'gutter' | 'title' | 'label'
export type Painter = (style: Style, text: string) => string

export type PrintOptions = {
  readonly lang: Lang
  readonly places?: Places
  readonly paint?: Painter
  /** Columns of the terminal; 100 when unknown. */
  readonly width?: number
}

/** The word before the code of a problem, and in lists of codes. */
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', vi: 'lỗi' },
  warning: { en: 'warning', vi: 'cảnh báo' },
  note: { en: 'note', vi: 'ghi chú' },
}

const LABELS = {
  expected: { en: 'expected', vi: 'cần có' },
  help: { en: 'help', vi: 'cách sửa' },
  also: { en: 'also', vi: 'cũng ở' },
  more: { en: 'more', vi: 'xem thêm' },
} as const satisfies Record<string, Text>

/** Most other places that are named one by one. */
const MOST_ALSO = 4

export type Words = {
  readonly severity: Severity
  readonly name: string
  readonly message: string
  readonly label: string
  readonly expected: string
  readonly help: string
}

/** A diagnostic in words; empty texts where the catalogue says nothing. */
export function wordsOf(diagnostic: Diagnostic, lang: Lang): Words {
  const entry = entryOf(diagnostic.code)
  const args = argsFor(diagnostic.args, lang)
  const said = (part: 'label' | 'expected' | 'help'): string => show(entry?.[part]?.[lang](args) ?? '')
  return {
    severity: severityOf(diagnostic),
    name: entry?.name ?? diagnostic.code,
    message: show(entry?.message[lang](args) ?? diagnostic.code),
    label: said('label'),
    expected: said('expected'),
    help: said('help'),
  }
}

/** One diagnostic as a person reads it, several lines without a newline at the end. */
export function printDiagnostic(diagnostic: Diagnostic, options: PrintOptions): string {
  const { lang, places = NO_PLACES, paint = (_, text) => text, width = 100 } = options
  const words = wordsOf(diagnostic, lang)
  const found = place(diagnostic, places)
  const lines = found === undefined ? [] : (places.lines.get(found.file) ?? [])
  const whole = diagnostic.at === '' && found?.sheet === undefined
  const gutter = String(found === undefined || whole ? 1 : found.line + 1).length
  const pad = ' '.repeat(gutter)
  const bar = paint('gutter', `${pad} |`)
  const head = `${paint(words.severity, `${SEVERITIES[words.severity][lang]}[${diagnostic.code}]`)}: ${paint('title', words.message)}`
  const notes = notesOf(diagnostic, words, lang, places).map(
    ([label, text]) => `${pad} ${paint('gutter', '=')} ${paint('label', `${label}:`)} ${text}`,
  )
  if (found === undefined) return [head, ...notes].join('\n')
  const where = `${pad}${paint('gutter', '-->')} ${whole ? found.file : placeText(found)}`
  if (whole) return [head, where, bar, ...notes].join('\n')
  const shown =
    found.sheet === undefined
      ? excerpt(found, lines, words.label, width - gutter - 3)
      : rowExcerpt(found, places.row?.(found.sheet.name, found.line) ?? [], words.label, width - gutter - 3)
  const body = shown.map(({ number, text, marks }) => {
    const left = number === null ? pad : String(number).padStart(gutter)
    return `${paint('gutter', `${left} |`)} ${marks ? paint(words.severity, text) : text}`.trimEnd()
  })
  return [head, where, bar, ...body, bar, ...notes].join('\n')
}

function notesOf(diagnostic: Diagnostic, words: Words, lang: Lang, places: Places): [string, string][] {
  const notes: [string, string][] = []
  if (words.expected !== '') notes.push([LABELS.expected[lang], words.expected])
  const also = alsoWords(diagnostic, lang, places)
  if (also !== '') notes.push([LABELS.also[lang], also])
  if (words.help !== '') notes.push([LABELS.help[lang], words.help])
  if (entryOf(diagnostic.code) !== undefined)
    notes.push([LABELS.more[lang], `recp explain ${diagnostic.code}`])
  return notes
}

function alsoWords(diagnostic: Diagnostic, lang: Lang, places: Places): string {
  const own = pointerKeys(diagnostic.at)
  const lead = place(diagnostic, places)
  const found = (diagnostic.also ?? []).flatMap((pointer) => {
    const at = placeOf(pointer, places, isAboutKey(diagnostic))
    if (at === undefined) return []
    const [section, id = ''] = pointerKeys(pointer)
    const isOther = section === own[0] && id !== own[1] && id !== '' && !/^\d+$/.test(id)
    // A file is named once, where its cells have names of their own.
    const short = at.sheet !== undefined && at.file === lead?.file
    const where = short ? `${at.sheet?.name}!${cellOf(at)}` : placeText(at)
    return [isOther ? `${where} (${show(id)})` : where]
  })
  const named = found.slice(0, MOST_ALSO)
  const rest = (diagnostic.also ?? []).length - named.length
  if (named.length === 0 || rest <= 0) return named.join(', ')
  const more = lang === 'en' ? `and ${rest} more` : `và ${rest} chỗ khác`
  return `${named.join(', ')} ${more}`
}
