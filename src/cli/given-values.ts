import { resolve } from 'node:path'
import { rowTexts, type Given, type GivenText } from '../calculate/read-given.js'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { NO_PLACES, type InputFile, type PlaceLookup, type Places } from '../model/place.js'
import { isRawList, isRawMap, type Raw, type RawMap } from '../model/raw.js'
import { all, misuse, type Call, type Outcome } from './call.js'
import { usageTexts } from './texts.js'

/** What the words and the file of a command line give to the inputs of a method. */
export type GivenValues = {
  readonly values: Given
  readonly diagnostics: readonly Diagnostic[]
  readonly places: Places
  readonly files: readonly InputFile[]
  /** Absolute paths of what was read. */
  readonly paths: readonly string[]
}

const NOTHING: GivenValues = { values: new Map(), diagnostics: [], places: NO_PLACES, files: [], paths: [] }

const PAIR = /^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)?)\s*=\s*(.*)$/su

/** `input=value` words, and `--given` with such a pair or a YAML file; a word has the last say over the file. */
export async function givenValues(call: Call): Promise<GivenValues | Outcome> {
  const words = call.args.slice(1)
  const strange = words.find((word) => !PAIR.test(word))
  if (strange !== undefined) return misuse(call, usageTexts.notAPair[call.lang](strange))
  const options = all(call, 'given')
  const [file, second] = options.filter((word) => !PAIR.test(word))
  if (second !== undefined) return misuse(call, usageTexts.oneGivenFile[call.lang](second))
  const read = file === undefined ? NOTHING : await fromFile(call, file)
  const pairs = pairsOf([...words, ...options])
  return {
    ...read,
    values: new Map([...read.values, ...pairs]),
    places: { ...read.places, byPointer: withoutPlaces(read.places.byPointer, pairs) },
  }
}

/** Places of a file, but for what a word on the command line has replaced. */
function withoutPlaces(places: PlaceLookup, pairs: Given): PlaceLookup {
  const get: PlaceLookup['get'] = (at) => (pairs.has(at.split('/')[1] ?? '') ? undefined : places.get(at))
  return { get, has: (at) => get(at) !== undefined }
}

/** An input named several times has several rows; so has `12 mm; 15 mm`. */
function pairsOf(words: readonly string[]): Given {
  const found = new Map<string, readonly GivenText[]>()
  for (const word of words) {
    const [, name, value = ''] = PAIR.exec(word) ?? []
    if (name === undefined) continue
    found.set(name, [...(found.get(name) ?? []), ...rowTexts(value, `/${name}`)])
  }
  return found
}

async function fromFile(call: Call, shown: string): Promise<GivenValues> {
  const { loadSite } = await import('../load/load-site.js')
  const path = call.io.cwd === process.cwd() ? shown : resolve(call.io.cwd, shown)
  const { value, diagnostics: found, places, files } = await loadSite(path)
  // The reader of site files misses the keys of a site; here the names of inputs are missing.
  const diagnostics = found.map((one) => (one.code === 'L125' ? diagnose('M107', '', { file: shown }) : one))
  const values = value === null ? new Map<string, readonly GivenText[]>() : valuesIn(value)
  return { values, diagnostics, places, files, paths: [resolve(call.io.cwd, shown)] }
}

/** `hole: 3 mm`, and `flow: [100 %, 80 %]` for several rows. */
function valuesIn(raw: RawMap): Given {
  return new Map(
    Object.entries(raw).map(([name, value]) => {
      const at = `/${name}`
      return [
        name,
        isRawList(value) ? value.map((one, index) => textOf(one, `${at}/${index}`)) : [textOf(value, at)],
      ]
    }),
  )
}

/** A map is no value: its text cannot be read, and the message says so at its place. */
function textOf(raw: Raw, at: string): GivenText {
  return { text: typeof raw === 'string' ? raw : isRawMap(raw) ? JSON.stringify(raw) : '', at }
}
