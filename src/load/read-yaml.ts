import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Pair, Scalar, YAMLMap } from 'yaml'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Place, Span } from '../model/place.js'
import { pointerOf } from '../model/pointer.js'
import { isRawMap, rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { commentProblems, yamlProblems } from './yaml-problems.js'

/** Guards against hostile input; a site file of 5 MB stays far below. The tool's own choices. */
const DEEPEST = 32
const MOST_NODES = 400_000
const MOST_ALIASES = 50

type Walk = {
  readonly document: Document
  readonly text: string
  readonly span: (from: number, to: number) => Span
  readonly file: string
  readonly places: Map<string, Place>
  readonly problems: Diagnostic[]
  nodes: number
  aliases: number
  stopped: boolean
}

/**
 * Reads YAML with every scalar as text. Where each part stands is added to `places`.
 * Syntax that cannot be read gives `value: null`; a repeated or empty key is left out and reported.
 */
export function readYaml(text: string, file: string, places: Map<string, Place>): Staged<RawMap | null> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    strict: true,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter,
    logLevel: 'error',
  })
  const lines = { file, text, lineCounter, places }
  const syntax = yamlProblems(document, lines)
  if (syntax.length > 0) return { value: null, diagnostics: syntax }
  const walk: Walk = {
    document,
    text,
    span: (from, to) => spanOf(text, lineCounter, from, to),
    file,
    places,
    problems: [...commentProblems(lines)],
    nodes: 0,
    aliases: 0,
    stopped: false,
  }
  const raw = read(walk, document.contents, '', 0)
  places.set('', { file, line: 1, column: 1, length: 1 })
  if (walk.stopped) return { value: null, diagnostics: walk.problems }
  if (raw === undefined) return { value: null, diagnostics: [diagnose('L108', '', { file })] }
  if (!isRawMap(raw)) return { value: null, diagnostics: [diagnose('L125', '', { file })] }
  return { value: raw, diagnostics: walk.problems }
}

/** The part of a node on its first line. */
export function spanOf(text: string, lineCounter: LineCounter, from: number, to: number): Span {
  const { line, col } = lineCounter.linePos(from)
  const piece = text.slice(from, to).split(/[\r\n]/, 1)[0] ?? ''
  return { line: Math.max(line, 1), column: Math.max(col, 1), length: Math.max(piece.trimEnd().length, 1) }
}

function read(walk: Walk, node: unknown, at: string, depth: number): Raw | undefined {
  walk.nodes += 1
  if (walk.stopped) return undefined
  if (depth > DEEPEST || walk.nodes > MOST_NODES) return stop(walk, at)
  if (isAlias(node)) {
    walk.aliases += 1
    const target = node.resolve(walk.document)
    if (walk.aliases > MOST_ALIASES) return stop(walk, at)
    if (target === undefined) return void walk.problems.push(diagnose('L117', at, {}))
    return read(walk, target, at, depth + 1)
  }
  if (isScalar(node)) return isEmpty(node) ? undefined : asText(node)
  if (isSeq(node)) return readList(walk, node.items, at, depth)
  if (isMap(node)) return readMap(walk, node, at, depth)
  return undefined
}

function stop(walk: Walk, at: string): undefined {
  walk.stopped = true
  walk.problems.push(diagnose('L118', at.split('/').slice(0, 6).join('/'), {}))
  return undefined
}

function asText(scalar: Scalar): string {
  return String(scalar.value).normalize('NFC')
}

/** Nothing stands there; `''` and `""` are texts that somebody wrote. */
function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true
  return isScalar(node) && node.type === 'PLAIN' && (node.value === '' || node.value === null)
}

function readList(walk: Walk, items: readonly unknown[], at: string, depth: number): Raw {
  const list: Raw[] = []
  for (const item of items) {
    const here = `${at}/${list.length}`
    mark(walk, here, item)
    const value = read(walk, item, here, depth + 1)
    if (value !== undefined) list.push(value)
    else if (!walk.stopped) walk.problems.push(diagnose('L126', here, {}))
  }
  return list
}

function readMap(walk: Walk, node: YAMLMap, at: string, depth: number): Raw {
  const map = rawMap()
  const merged = rawMap()
  const seen = new Map<string, string>()
  node.items.forEach((pair, index) => {
    const key = keyOf(pair)
    if (key === undefined) return void walk.problems.push(diagnose('L124', at, {}))
    if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN')
      return mergeInto(walk, merged, pair, at, depth)
    const here = at + pointerOf(key)
    if (seen.has(key)) return void walk.problems.push(repeated(walk, pair, key, here))
    seen.set(key, here)
    mark(walk, here, pair.value, pair.key)
    if (isEmpty(pair.value)) {
      const problem = empty(node, index, key, here)
      walk.problems.push(problem)
      // Half a quantity is worse than none.
      if (problem.code === 'L114' || problem.code === 'L128') delete map[String(problem.args['key'])]
      return
    }
    const value = read(walk, pair.value, here, depth + 1)
    if (value !== undefined) map[key] = value
  })
  for (const key of Object.keys(merged)) if (!(key in map)) map[key] = merged[key] as Raw
  return map
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? asText(pair.key) : undefined
}

function mergeInto(walk: Walk, merged: { [key: string]: Raw }, pair: Pair, at: string, depth: number): void {
  const sources = isSeq(pair.value) ? pair.value.items : [pair.value]
  for (const source of sources) {
    const value = read(walk, source, at, depth + 1)
    if (!isRawMap(value)) {
      if (!walk.stopped) walk.problems.push(diagnose('L117', at, {}))
      continue
    }
    for (const key of Object.keys(value)) if (!(key in merged)) merged[key] = value[key] as Raw
  }
}

function mark(walk: Walk, at: string, value: unknown, key?: unknown): void {
  const keySpan = rangeOf(key) && walk.span(...(rangeOf(key) as [number, number]))
  const range = isEmpty(value) ? undefined : rangeOf(value)
  const valueSpan = range ? walk.span(...range) : keySpan
  if (valueSpan === undefined) return
  const collection = isMap(value) || isSeq(value) ? { collection: true as const } : {}
  walk.places.set(at, { file: walk.file, ...valueSpan, ...(keySpan ? { key: keySpan } : {}), ...collection })
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range
  return range ? [range[0], range[1]] : undefined
}

/** The same key again. The first one stands; the second gets a place of its own. */
function repeated(walk: Walk, pair: Pair, key: string, first: string): Diagnostic {
  const range = rangeOf(pair.key) ?? [0, 1]
  const span = walk.span(...range)
  const at = `@${walk.file}:${span.line}:${span.column}`
  walk.places.set(at, { file: walk.file, ...span })
  return diagnose('L112', at, { key, line: walk.places.get(first)?.key?.line ?? 1 }, [first])
}

/** A key without value. In `{ }` it may be what follows a decimal comma, or a comma in the brackets of a quantity. */
function empty(node: YAMLMap, index: number, key: string, at: string): Diagnostic {
  const before = index > 0 ? node.items[index - 1] : undefined
  const text = node.flow === true && isScalar(before?.value) ? asText(before.value) : ''
  const owner = before === undefined ? '' : (keyOf(before) ?? '')
  if (/\d$/.test(text) && /^\d/.test(key))
    return diagnose('L114', at, { key: owner, written: `${text},${key}`, better: `${text}.${key}` })
  if (/\([^)]*$/.test(text) && /^[^(]*\)/.test(key))
    return diagnose('L128', at, { key: owner, written: `${text}, ${key}` })
  return diagnose('L113', at, { key })
}
