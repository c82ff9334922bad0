import { Lexer } from 'yaml'
import type { Document, LineCounter, YAMLError } from 'yaml'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Place } from '../model/place.js'

type Source = {
  readonly file: string
  readonly text: string
  readonly lineCounter: LineCounter
  readonly places: Map<string, Place>
}

/** More than this tells nobody anything: one slip can upset every later line. */
const MOST = 5

/** What YAML itself cannot read, in the words of a person who writes site files; one problem a line. */
export function yamlProblems(document: Document, source: Source): Diagnostic[] {
  const seen = new Set<number>()
  const problems: Diagnostic[] = []
  for (const error of onceEach([...document.errors, ...document.warnings])) {
    const [from, to] = whereOf(error, source.text)
    const { line } = source.lineCounter.linePos(Math.min(from, source.text.length))
    if (seen.has(line) || problems.length === MOST) continue
    seen.add(line)
    problems.push(worded(error, placeAt(source, from, to), source.text))
  }
  return problems
}

/** A line that is indented too far gives two errors; the one that says so is kept. */
function onceEach(errors: readonly YAMLError[]): readonly YAMLError[] {
  const lines = new Set(
    errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY').map(({ pos }) => pos[0]),
  )
  return errors.filter(({ code, pos }) => code !== 'BLOCK_AS_IMPLICIT_KEY' || !lines.has(pos[0]))
}

/** The last line of a key over several lines is the one that stands wrong. */
function whereOf({ code, pos }: YAMLError, text: string): readonly [number, number] {
  if (code !== 'MULTILINE_IMPLICIT_KEY') return pos
  const line = text.lastIndexOf('\n', pos[1] - 1) + 1
  const indent = /^\s*/.exec(text.slice(line, pos[1]))?.[0].length ?? 0
  return [line + indent, pos[1]]
}

/** Registers a place that has no pointer, and returns the name it goes by. */
function placeAt(source: Source, from: number, to: number): string {
  const { line, col } = source.lineCounter.linePos(Math.min(from, source.text.length))
  const at = `@${source.file}:${Math.max(line, 1)}:${Math.max(col, 1)}`
  const length = Math.max(1, (source.text.slice(from, to).split(/[\r\n]/, 1)[0] ?? '').length)
  source.places.set(at, { file: source.file, line: Math.max(line, 1), column: Math.max(col, 1), length })
  return at
}

function worded(error: YAMLError, at: string, text: string): Diagnostic {
  const rest = text.slice(error.pos[0]).split(/[\r\n]/, 1)[0] ?? ''
  const before = text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1, error.pos[0])
  const block = /[:-]\s+([>|])\s*$/.exec(before)?.[1]
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return diagnose('L111', at, {})
    case 'TAG_RESOLVE_FAILED':
      return diagnose('L116', at, { tag: rest.split(/\s/, 1)[0] ?? '' })
    case 'BAD_ALIAS':
      return diagnose('L117', at, {})
    case 'BLOCK_AS_IMPLICIT_KEY':
      return diagnose('L119', at, {})
    case 'MULTIPLE_DOCS':
      return diagnose('L123', at, {})
    case 'BAD_SCALAR_START':
      return diagnose('L120', at, { mark: rest.slice(0, 1) })
    case 'UNEXPECTED_TOKEN':
      if (block !== undefined) return diagnose('L120', at, { mark: block })
      if (/^[-?] /.test(rest)) return diagnose('L120', at, { mark: rest.slice(0, 1) })
      return diagnose('L110', at, { rule: 'other' })
    default:
      return diagnose('L110', at, { rule: syntaxRule(error) })
  }
}

function syntaxRule({ code, message }: YAMLError): string {
  if (code === 'MISSING_CHAR' || message.startsWith('Flow')) return 'missing'
  return code === 'BAD_INDENT' || code === 'MULTILINE_IMPLICIT_KEY' ? 'indent' : 'other'
}

/** `pump #3` loses its 3: a `#` after a space begins a comment. Warns where no space follows the `#`. */
export function commentProblems(source: Source): Diagnostic[] {
  const problems: Diagnostic[] = []
  let offset = source.text.startsWith('\u{FEFF}') ? 1 : 0
  for (const token of new Lexer().lex(source.text)) {
    const at = source.text.indexOf(token, offset)
    if (!CONTROL.has(token) && at >= 0) offset = at + token.length
    if (!/^#[^\s#!]/.test(token) || at < 0) continue
    const line = source.text.slice(source.text.lastIndexOf('\n', at - 1) + 1, at)
    if (line.trim() === '') continue
    problems.push(diagnose('L115', placeAt(source, at, at + token.length), { lost: token }))
  }
  return problems
}

/** Marks of the lexer that stand for no character of the text. */
const CONTROL: ReadonlySet<string> = new Set(['\u{FEFF}', '\u{02}', '\u{18}', '\u{1F}'])
