import { SEVERITIES } from '../diagnostics/print-diagnostic.js'
import type { Severity } from '../model/diagnostic.js'
import { type Lang, say, type Text } from '../model/text.js'
import type { Finding } from '../model/opportunities.js'
import type { ChecklistEntry, Content } from '../templates/content.js'
import { sectorIds } from '../templates/sectors.js'
import type { UnitName } from '../units/unit-names.js'
import type { Example } from './examples.js'

/** A list as a table for the screen and as plain items for JSON, in the same order. */
export type Listing = {
  readonly head: readonly Text[]
  readonly rows: readonly (readonly string[])[]
  readonly items: readonly unknown[]
}

const heads = {
  id: say('id', 'id'),
  code: say('code', 'mã'),
  name: say('name', 'tên'),
  group: say('system', 'hệ thống'),
  title: say('title', 'tiêu đề'),
  system: say('checklist', 'bảng kiểm'),
  outcome: say('outcome', 'kết quả'),
  severity: say('severity', 'mức'),
  unit: say('unit', 'đơn vị'),
  measures: say('measures', 'đo'),
  also: say('also written', 'cách viết khác'),
}

export const byId = <T extends { readonly id: string }>(items: Iterable<T>): readonly T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

export function exampleListing(examples: readonly Example[]): Listing {
  return {
    head: [heads.id, heads.title],
    rows: examples.map(({ id, title }) => [id, title]),
    items: examples.map(({ id, title }) => ({ id, title })),
  }
}

/** Which entries of the checklists are wanted; `findings` are those of an audit. */
export type EntryFilter = {
  readonly system?: string
  readonly sector?: string
  readonly practice?: string
  readonly outcome?: string
  readonly findings?: readonly Pick<Finding, 'entry' | 'outcome' | 'machine'>[]
}

export function checklistListing(content: Content, lang: Lang, filter: EntryFilter = {}): Listing {
  const entries = [...byId(content.entries.values())]
    .filter((entry) => isWanted(content, entry, filter))
    .sort((a, b) => (a.system < b.system ? -1 : a.system > b.system ? 1 : 0))
  const outcomes = (id: string): string =>
    [...new Set(filter.findings?.filter(({ entry }) => entry === id).map(({ outcome }) => outcome))].join(
      ', ',
    )
  const audited = filter.findings !== undefined
  return {
    head: [heads.system, heads.id, ...(audited ? [heads.outcome] : []), heads.title],
    rows: entries.map((entry) => [
      entry.system,
      entry.id,
      ...(audited ? [outcomes(entry.id)] : []),
      entry.title[lang],
    ]),
    items: entries.map(({ id, system, title, practice, priority, sectors, saves, evidence, reviewBy }) => {
      const found = audited ? { outcome: outcomes(id) } : {}
      return { id, system, title, practice, priority, sectors, saves, evidence, reviewBy, ...found }
    }),
  }
}

function isWanted(content: Content, entry: ChecklistEntry, filter: EntryFilter): boolean {
  const { system, sector, practice, outcome, findings } = filter
  const names = sector === undefined ? undefined : sectorIds(content, sector)
  const ofSector = entry.sectors.length === 0 || entry.sectors.some((name) => names?.has(name))
  const own = findings?.filter((finding) => finding.entry === entry.id) ?? []
  return (
    (system === undefined || entry.system === system) &&
    (sector === undefined || ofSector) &&
    (practice === undefined || entry.practice === practice) &&
    (findings === undefined || own.some((finding) => outcome === undefined || finding.outcome === outcome))
  )
}

export function methodListing(content: Content, lang: Lang, wanted?: string): Listing {
  const methods = byId(content.methods.values()).filter(
    ({ system }) => wanted === undefined || system === wanted,
  )
  return {
    head: [heads.id, heads.group, heads.title],
    rows: methods.map(({ id, system = '-', title }) => [id, system, title[lang]]),
    items: methods.map(({ id, system, title, inputs, outputs, results, references }) => ({
      id,
      system: system ?? null,
      title,
      inputs: inputs.map(({ name, unit }) => ({ name, unit })),
      outputs,
      results,
      references,
    })),
  }
}

export function sectorListing(content: Content, lang: Lang): Listing {
  const sectors = byId(content.sectors.values())
  return {
    head: [heads.id, heads.name],
    rows: sectors.map(({ id, name }) => [id, name[lang]]),
    items: sectors,
  }
}

export function unitListing(units: readonly UnitName[], lang: Lang): Listing {
  return {
    head: [heads.unit, heads.measures, heads.also],
    rows: units.map((row) => [row.text, row.measures[lang], row.aliases.join(', ')]),
    items: units,
  }
}

type CodeRow = {
  readonly name: string
  readonly severity: Severity
  readonly title: Text
  readonly explanation: Text
}

export function codeListing(codes: readonly (readonly [string, CodeRow])[], lang: Lang): Listing {
  const sorted = [...codes].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    head: [heads.code, heads.severity, heads.name, heads.title],
    rows: sorted.map(([code, entry]) => [
      code,
      SEVERITIES[entry.severity][lang],
      entry.name,
      entry.title[lang],
    ]),
    items: sorted.map(([code, { name, severity, title, explanation }]) => ({
      code,
      name,
      severity,
      title,
      explanation,
    })),
  }
}
