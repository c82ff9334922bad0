import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { pointerOf } from '../model/pointer.js'
import { isRawMap } from '../model/raw.js'
import type { RawMap } from '../model/raw.js'
import { nearNames } from './near-names.js'
import type { Mention } from './reader.js'

/** Which sections declare what. Goods, flows, stocks and meters share one set of ids. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  good: ['products', 'materials', 'water', 'energy', 'residues'],
  flow: ['flows'],
  stock: ['stocks'],
  meter: ['meters'],
  step: ['steps'],
  equipment: ['equipment'],
  substance: ['substances'],
}
const SHARED = ['good', 'flow', 'stock', 'meter']

/** Layers that every site has. */
const LAYERS = ['mass', 'water', 'energy']

type Known = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Every id of the input by kind, whether or not its entry could be read: a second message would help nobody. */
function declared(raw: RawMap): Known {
  const known = new Map<string, Map<string, string>>()
  for (const [kind, sections] of Object.entries(SECTIONS)) {
    const ids = new Map<string, string>()
    for (const section of sections) {
      const entries = raw[section]
      if (!isRawMap(entries)) continue
      for (const id of Object.keys(entries)) if (!ids.has(id)) ids.set(id, pointerOf(section, id))
    }
    known.set(kind, ids)
  }
  return known
}

/** Checks that each id has one meaning and that whatever is named exists. */
export function checkReferences(raw: RawMap, mentions: readonly Mention[]): readonly Diagnostic[] {
  const known = declared(raw)
  return [...repeatedIds(raw), ...mentions.flatMap((mention) => checkMention(mention, known))]
}

function repeatedIds(raw: RawMap): Diagnostic[] {
  const first = new Map<string, string>()
  const found: Diagnostic[] = []
  for (const section of SHARED.flatMap((kind) => SECTIONS[kind] ?? [])) {
    const entries = raw[section]
    if (!isRawMap(entries)) continue
    for (const id of Object.keys(entries)) {
      const at = pointerOf(section, id)
      const before = first.get(id)
      if (before === undefined) first.set(id, at)
      else found.push(diagnose('S202', at, { id, first: before, second: at }, [before]))
    }
  }
  return found
}

function checkMention({ at, written, kinds, start = 0 }: Mention, known: Known): Diagnostic[] {
  const wanted = kinds.filter((kind) => kind in SECTIONS || kind === 'layer' || kind === 'water')
  if (wanted.length === 0) return []
  const legal = wanted.flatMap((kind) => idsOf(kind, known))
  if (legal.includes(written)) return []
  const other = [...known.values()].map((ids) => ids.get(written)).find((place) => place !== undefined)
  const common = { thing: at, part: written, start, length: written.length, kinds: wanted.join(' ') }
  if (other !== undefined) return [diagnose('S203', at, { ...common, is: other })]
  return [diagnose('S201', at, { ...common, near: nearNames(written, legal) })]
}

function idsOf(kind: string, known: Known): readonly string[] {
  if (kind === 'water') return ['water']
  if (kind === 'layer') return [...LAYERS, ...(known.get('substance')?.keys() ?? [])]
  return [...(known.get(kind)?.keys() ?? [])]
}
