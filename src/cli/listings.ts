import type { Lang, Text } from '../model/text.js'
import type { Finding } from '../model/opportunities.js'
import type { ChecklistEntry, Content } from '../templates/content.js'
import type { UnitName } from '../units/unit-names.js'
import { factorRows } from '../templates/factor-rows.js'
import type { Example } from './examples.js'

/** A list as a table for the screen and as plain items for JSON, in the same order. */
export type Listing = {
  readonly head: readonly Text[]
  readonly rows: readonly (readonly string[])[]
  readonly items: readonly unknown[]
}

const say = (en: string, vi: string): Text => ({ en, vi })

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
  value: say('value', 'giá trị'),
  country: say('country', 'nước'),
  year: say('year', 'năm'),
  source: say('source', 'nguồn'),
  sector: say('sector', 'ngành'),
  indicator: say('indicator', 'chỉ số'),
  best: say('best', 'tốt nhất'),
  typical: say('typical', 'điển hình'),
  count: say('benchmarks', 'giá trị đối sánh'),
}

const byId = <T extends { readonly id: string }>(items: Iterable<T>): readonly T[] =>
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
  const same = [...content.sectors.values()].filter(
    ({ id, also }) => id === sector || also.includes(sector ?? ''),
  )
  const names = new Set([sector, ...same.map(({ id }) => id)])
  const ofSector = entry.sectors.length === 0 || entry.sectors.some((name) => names.has(name))
  const own = findings?.filter((finding) => finding.entry === entry.id) ?? []
  return (
    (system === undefined || entry.system === system) &&
    (sector === undefined || ofSector) &&
    (practice === undefined || entry.practice === practice) &&
    (findings === undefined || own.some((finding) => outcome === undefined || finding.outcome === outcome))
  )
}

export function methodListing(content: Content, lang: Lang): Listing {
  const methods = byId(content.methods.values())
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

export function factorListing(content: Content): Listing {
  const factors = byId(factorRows(content))
  return {
    head: [heads.id, heads.value, heads.unit, heads.country, heads.year, heads.source],
    rows: factors.map((row) => [row.id, String(row.value), row.unit, row.country, row.year, row.source]),
    items: factors,
  }
}

const number = (value: number | undefined): string => (value === undefined ? '-' : String(value))

export function benchmarkListing(content: Content): Listing {
  const benchmarks = byId(content.benchmarks)
  return {
    head: [
      heads.id,
      heads.sector,
      heads.indicator,
      heads.best,
      heads.typical,
      heads.unit,
      heads.country,
      heads.year,
    ],
    rows: benchmarks.map((row) => [
      row.id,
      row.sector,
      row.indicator,
      number(row.best),
      number(row.typical),
      row.unit,
      row.country,
      row.year,
    ]),
    items: benchmarks,
  }
}

/** What benchmarks are kept of: indicator and unit, with the number of outside values. */
export function indicatorListing(content: Content): Listing {
  const found = new Map<string, { id: string; units: Set<string>; benchmarks: number }>()
  for (const { indicator, unit } of content.benchmarks) {
    const row = found.get(indicator) ?? { id: indicator, units: new Set<string>(), benchmarks: 0 }
    row.units.add(unit)
    row.benchmarks += 1
    found.set(indicator, row)
  }
  const items = byId(found.values()).map((row) => ({ ...row, units: [...row.units].sort() }))
  return {
    head: [heads.id, heads.count, heads.unit],
    rows: items.map((row) => [row.id, String(row.benchmarks), row.units.join(', ')]),
    items,
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
  readonly severity: string
  readonly title: Text
  readonly explanation: Text
}

export function codeListing(codes: readonly (readonly [string, CodeRow])[], lang: Lang): Listing {
  const sorted = [...codes].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    head: [heads.code, heads.severity, heads.name, heads.title],
    rows: sorted.map(([code, entry]) => [code, entry.severity, entry.name, entry.title[lang]]),
    items: sorted.map(([code, { name, severity, title, explanation }]) => ({
      code,
      name,
      severity,
      title,
      explanation,
    })),
  }
}
