import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { Content } from './content.js'
import { deepFreeze, type Draft } from './draft.js'
import { layTable } from './lay-tables.js'
import { economicsFrom } from './economics-from.js'
import { entryFrom } from './entry-from.js'
import { fieldsOf, mapOfMaps, noOthers, optionalMap, optionalNumber, text, textList } from './fields.js'
import type { Fields } from './fields.js'
import {
  causeFrom,
  indicatorFrom,
  parameterFrom,
  partFrom,
  practiceFrom,
  referenceFrom,
  regulationFrom,
  sectorFrom,
  streamFrom,
  uncertaintyFrom,
} from './lists-from.js'
import { methodFrom } from './method-from.js'
import { bandFrom, thresholdFrom } from './plausibility-from.js'
import type { Pack } from './read-pack.js'

/**
 * Packs laid over each other, the last one on top; over `base`, content that was read before and is right.
 * Problems never throw: what is wrong is left out and reported.
 */
export function layPacks(packs: readonly Pack[], base?: Content): Staged<Content> {
  const draft = base === undefined ? emptyDraft() : draftOf(base)
  packs.forEach((pack, index) => layOver(draft, pack, base !== undefined || index > 0))
  return { value: contentOf(draft), diagnostics: draft.problems }
}

function emptyDraft(): Draft {
  return {
    version: new Map(),
    entries: new Map(),
    renamed: new Map(),
    methods: new Map(),
    variables: new Map(),
    fuels: new Map(),
    fuelClasses: new Map(),
    grid: new Map(),
    gwp: new Map(),
    waterFactors: new Map(),
    tariffs: new Map(),
    shelfLife: new Map(),
    fuelNames: new Map(),
    benchmarks: new Map(),
    limits: new Map(),
    legalThresholds: new Map(),
    regulations: new Map(),
    parameters: new Map(),
    indicators: new Map(),
    sectors: new Map(),
    references: new Map(),
    practices: new Map(),
    parts: new Map(),
    causes: new Map(),
    streams: new Map(),
    uncertainty: new Map(),
    bands: new Map(),
    thresholds: new Map(),
    currencies: new Map(),
    economics: new Map(),
    recommendations: new Map(),
    recommendationCodes: new Map(),
    problems: [],
  }
}

/** Keeps what single values and tables are laid under: the empty key of their map. */
function draftOf(content: Content): Draft {
  const maps = Object.entries(content).map(([name, value]) => [
    name,
    new Map<string, unknown>(value instanceof Map ? (value as ReadonlyMap<string, unknown>) : [['', value]]),
  ])
  return { ...(Object.fromEntries(maps) as Draft), problems: [] }
}

function layOver(draft: Draft, pack: Pack, replaces: boolean): void {
  for (const [file, value] of pack.files) {
    const note = (id: string, there: boolean): void => {
      if (replaces && there) draft.problems.push(diagnose('C110', '', { file, id }))
    }
    if (file.endsWith('.csv')) layTable(draft, file, value, replaces)
    else if (file.startsWith('checklists/')) layEntry(draft, file, value, note)
    else if (file.startsWith('methods/')) layMethod(draft, file, value, note)
    else layList(draft, file, value)
  }
}

function broken(problems: readonly Diagnostic[]): boolean {
  return problems.some((problem) => problem.code === 'C103' || problem.code === 'C104')
}

type Note = (id: string, there: boolean) => void

/** Reads one file with one thing in it. A file with errors is left out, so that nothing half-read is used. */
function layOne<T extends { readonly id: string }>(
  draft: Draft,
  into: Map<string, T>,
  file: string,
  read: () => T,
  note: Note,
): void {
  const before = draft.problems.length
  const thing = read()
  const expected = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '')
  if (thing.id !== expected) draft.problems.push(diagnose('C106', '', { file, id: thing.id, expected }))
  if (broken(draft.problems.slice(before))) return
  note(thing.id, into.has(thing.id))
  into.set(thing.id, deepFreeze(thing))
}

function layEntry(draft: Draft, file: string, value: unknown, note: Note): void {
  layOne(draft, draft.entries, file, () => entryFrom(fieldsOf(file, '', value, draft.problems)), note)
}

function layMethod(draft: Draft, file: string, value: unknown, note: Note): void {
  layOne(draft, draft.methods, file, () => methodFrom(fieldsOf(file, '', value, draft.problems)), note)
}

function layList(draft: Draft, file: string, value: unknown): void {
  // A file with nothing but remarks.
  if (value === null) return
  const fields = fieldsOf(file, '', value, draft.problems)
  const each = <T>(into: Map<string, T>, read: (id: string, fields: Fields) => T): void => {
    for (const id of Object.keys(fields.value)) {
      into.set(id, deepFreeze(read(id, fieldsOf(file, id, fields.value[id], draft.problems))))
    }
  }
  if (file === 'references.yaml') each(draft.references, referenceFrom)
  else if (file === 'practices.yaml') each(draft.practices, practiceFrom)
  else if (file === 'parts.yaml') each(draft.parts, partFrom)
  else if (file === 'causes.yaml') each(draft.causes, causeFrom)
  else if (file === 'sectors.yaml') each(draft.sectors, sectorFrom)
  else if (file === 'parameters.yaml') each(draft.parameters, parameterFrom)
  else if (file === 'limits/regulations.yaml') each(draft.regulations, regulationFrom)
  else if (file === 'indicators.yaml') each(draft.indicators, indicatorFrom)
  else if (file === 'streams.yaml') each(draft.streams, streamFrom)
  else if (file === 'fuel-classes.yaml') layFuelClasses(draft, fields)
  else if (file === 'fuel-names.yaml') layFuelNames(draft, fields)
  else if (file === 'factors/shelf-life.yaml') layShelfLife(draft, file, fields)
  else if (file === 'renamed.yaml') layRenamed(draft, fields)
  else if (file === 'economics.yaml') draft.economics.set('', deepFreeze(economicsFrom(fields)))
  else if (file === 'uncertainty.yaml') draft.uncertainty.set('', deepFreeze(uncertaintyFrom(fields)))
  else if (file === 'plausibility.yaml') layPlausibility(draft, fields)
  else if (file === 'edition.yaml') draft.version.set('', editionIn(fields.value['edition']))
}

function layPlausibility(draft: Draft, fields: Fields): void {
  noOthers(fields, ['bands', 'thresholds', 'currencies'])
  for (const [id, inner] of mapOfMaps(fields, 'bands')) {
    const band = bandFrom(inner)
    if (band !== undefined) draft.bands.set(id, deepFreeze(band))
  }
  for (const [id, inner] of mapOfMaps(fields, 'thresholds')) {
    const threshold = thresholdFrom(inner)
    if (threshold !== undefined) draft.thresholds.set(id, threshold)
  }
  const currencies = optionalMap(fields, 'currencies')
  for (const id of Object.keys(currencies?.value ?? {})) {
    const size = currencies && optionalNumber(currencies, id)
    if (size !== undefined) draft.currencies.set(id, size)
  }
}

/** `gas: [natural-gas, …]` → fuel → class. */
function layFuelClasses(draft: Draft, fields: Fields): void {
  for (const name of Object.keys(fields.value)) {
    for (const fuel of textList(fields, name)) draft.fuelClasses.set(fuel, name)
  }
}

/** `diesel: [dầu DO, DO]`. */
function layFuelNames(draft: Draft, fields: Fields): void {
  for (const fuel of Object.keys(fields.value)) draft.fuelNames.set(fuel, textList(fields, fuel))
}

/** `grid-electricity: { value: 3, choice: yes }`, in years. */
function layShelfLife(draft: Draft, file: string, fields: Fields): void {
  for (const table of Object.keys(fields.value)) {
    const years = thresholdFrom(fieldsOf(file, table, fields.value[table], draft.problems))
    if (years !== undefined) draft.shelfLife.set(table, years)
  }
}

/** `old-id: entry that says it now`. */
function layRenamed(draft: Draft, fields: Fields): void {
  for (const old of Object.keys(fields.value)) draft.renamed.set(old, text(fields, old))
}

const NO_UNCERTAINTY = { note: { en: '', vi: '' }, byBasis: {} }

function contentOf(draft: Draft): Content {
  return Object.freeze({
    version: draft.version.get('') ?? '',
    entries: draft.entries,
    renamed: draft.renamed,
    methods: draft.methods,
    variables: draft.variables,
    fuels: draft.fuels.get('') ?? [],
    fuelClasses: draft.fuelClasses,
    grid: draft.grid.get('') ?? [],
    gwp: draft.gwp.get('') ?? [],
    waterFactors: draft.waterFactors.get('') ?? [],
    tariffs: draft.tariffs.get('') ?? [],
    shelfLife: draft.shelfLife,
    fuelNames: draft.fuelNames,
    benchmarks: draft.benchmarks.get('') ?? [],
    limits: draft.limits.get('') ?? [],
    legalThresholds: draft.legalThresholds.get('') ?? [],
    regulations: draft.regulations,
    parameters: draft.parameters,
    indicators: draft.indicators,
    sectors: draft.sectors,
    references: draft.references,
    practices: draft.practices,
    parts: draft.parts,
    causes: draft.causes,
    streams: draft.streams,
    uncertainty: draft.uncertainty.get('') ?? NO_UNCERTAINTY,
    bands: draft.bands,
    thresholds: draft.thresholds,
    currencies: draft.currencies,
    economics: draft.economics.get('') ?? economicsFrom(fieldsOf('economics.yaml', '', {}, [])),
    recommendations: draft.recommendations,
    recommendationCodes: draft.recommendationCodes,
  })
}

function editionIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
