import { SEVERITIES } from '../diagnostics/print-diagnostic.js'
import type { entryOf } from '../diagnostics/catalogue.js'
import { needs, parseFormula } from '../formula/index.js'
import { type Lang, say, type Text } from '../model/text.js'
import { showShare } from '../report/show-figure.js'
import { MEDIA, REFERENCES, SYSTEMS, termOf } from '../report/xlsx/term-texts.js'
import type {
  Benchmark,
  ChecklistEntry,
  Content,
  IndicatorDefinition,
  Sector,
  Variable,
} from '../templates/content.js'
import { methodPage, sourceLines } from './explain-method.js'
import { factorRows, type FactorRow } from '../templates/factor-rows.js'
import type { Show } from './show.js'
import { columns, wrapText } from './text-width.js'

/** What is known under a name: words for the screen and the thing itself for JSON. */
export type Explanation = { readonly kind: string; readonly thing: unknown; readonly text: string }

const labels = {
  question: say('question', 'câu hỏi'),
  reason: say('reason', 'lý do'),
  checklist: say('checklist', 'bảng kiểm'),
  practice: say('practice', 'nhóm giải pháp'),
  causes: say('causes', 'nguyên nhân'),
  sectors: say('sectors', 'ngành'),
  priority: say('priority', 'ưu tiên'),
  years: say('years', 'năm'),
  noEstimate: say('none yet: needs data', 'chưa có: cần số liệu'),
  looksAt: say('looks at', 'xét'),
  group: say('one of', 'chọn một trong'),
  interacts: say('acts with', 'liên quan đến'),
  payback: say('published payback', 'hoàn vốn công bố'),
  when: say('applies when', 'áp dụng khi'),
  saves: say('saves', 'tiết kiệm'),
  method: say('method', 'phương pháp'),
  data: say('needs', 'cần số liệu'),
  verify: say('verified by', 'kiểm chứng bằng'),
  risks: say('risks', 'rủi ro'),
  sources: say('references', 'tài liệu'),
  reviewed: say('reviewed', 'đã rà soát'),
  type: say('type', 'loại'),
  unit: say('unit', 'đơn vị'),
  origin: say('comes from', 'lấy từ'),
  values: say('values', 'giá trị'),
  also: say('also called', 'tên khác'),
}

function page(title: string, about: string, rows: readonly (readonly [Text, string])[], show: Show): string {
  const { lang, paint, width } = show
  const kept = rows.filter(([, value]) => value !== '')
  const left = Math.max(0, ...kept.map(([label]) => label[lang].length)) + 4
  const room = Math.max(30, Math.min(width, 100) - left)
  const lines = kept.flatMap(([label, value]) =>
    value
      .split('\n')
      .flatMap((line) => wrapText(line, room))
      .map((line, i) => `  ${(i === 0 ? label[lang] : '').padEnd(left - 2)}${line}`.trimEnd()),
  )
  return `${paint('strong', title)}  ${about}\n${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}`
}

type CodeEntry = NonNullable<ReturnType<typeof entryOf>>

export function explainCode(code: string, entry: CodeEntry, show: Show): string {
  const head = `${SEVERITIES[entry.severity][show.lang]}[${code}] ${entry.name}`
  const text = entry.explanation[show.lang]
    .split('\n')
    .flatMap((line) => wrapText(line, Math.min(show.width, 80)))
  return `${show.paint(entry.severity, head)}  ${entry.title[show.lang]}\n\n${text.join('\n')}\n`
}

function sourceNames(content: Content, ids: readonly string[], lang: Lang): string {
  return sourceLines(content, ids, lang).join('\n')
}

function entryPage(entry: ChecklistEntry, content: Content, show: Show): string {
  const { lang } = show
  const methods = [...new Set(entry.estimate.map((one) => estimateWords(one, lang)))]
  const others = [...content.entries.values()].filter(
    ({ group }) => group !== undefined && group === entry.group,
  )
  return page(
    entry.id,
    entry.title[lang],
    [
      [labels.question, entry.question[lang]],
      [labels.reason, entry.reason[lang]],
      [labels.checklist, `${entry.system} (${termOf(SYSTEMS, entry.system)[lang]})`],
      [labels.practice, content.practices.get(entry.practice)?.name[lang] ?? entry.practice],
      [labels.causes, entry.causes.map((id) => content.causes.get(id)?.name[lang] ?? id).join(', ')],
      [labels.sectors, entry.sectors.map((id) => content.sectors.get(id)?.name[lang] ?? id).join(', ')],
      [labels.priority, String(entry.priority)],
      [labels.when, entry.when === 'always' ? '' : entry.when],
      [labels.looksAt, looksAt(entry, content, lang)],
      [
        labels.saves,
        entry.saves
          .map(({ medium, sign }) => `${sign < 0 ? '-' : ''}${termOf(MEDIA, medium)[lang]}`)
          .join(', '),
      ],
      [labels.method, methods.join('\n') || labels.noEstimate[lang]],
      [labels.payback, paybackWords(entry, lang)],
      [labels.group, others.map(({ id }) => id).join(', ')],
      [labels.interacts, entry.interacts.join(', ')],
      [labels.data, entry.data[lang]],
      [labels.verify, entry.verify?.[lang] ?? ''],
      [labels.risks, entry.risks?.[lang] ?? ''],
      [labels.sources, sourceNames(content, entry.references, lang)],
      [labels.reviewed, entry.reviewed],
    ],
    show,
  )
}

/** The variables of the condition in words, one a line. */
function looksAt({ when }: ChecklistEntry, { variables }: Content, lang: Lang): string {
  const parsed = parseFormula(when)
  const names = 'ast' in parsed ? needs(parsed.ast) : []
  return names.flatMap((name) => variables.get(name)?.meaning[lang] ?? []).join('\n')
}

function estimateWords(estimate: ChecklistEntry['estimate'][number], lang: Lang): string {
  if (estimate.kind === 'method') return estimate.method
  const { low, high, of, source } = estimate
  const ends = [low, high].flatMap((value) => (value === undefined ? [] : [showShare(value, lang)]))
  const sided = low === undefined ? '<= ' : high === undefined ? '>= ' : ''
  return `${sided}${ends.join(' .. ')} ${of} (${source})`
}

function paybackWords({ payback }: ChecklistEntry, lang: Lang): string {
  if (payback === undefined) return ''
  const years = [payback.low, payback.high].filter((value) => value !== undefined).join(' .. ')
  return [years === '' ? '' : `${years} ${labels.years[lang]}`, payback.note[lang]]
    .filter((text) => text !== '')
    .join('; ')
}

function factorPage(id: string, rows: readonly FactorRow[], show: Show): string {
  const lines = columns(
    rows.map((row) => [`  ${row.value} ${row.unit}`, row.country, row.year, row.source, row.note[show.lang]]),
  )
  return `${show.paint('strong', id)}\n\n${lines.join('\n')}\n`
}

function benchmarkPage(id: string, rows: readonly Benchmark[], show: Show): string {
  const value = (row: Benchmark): string =>
    (['best', 'low', 'typical', 'high'] as const)
      .flatMap((name) =>
        row[name] === undefined ? [] : [`${termOf(REFERENCES, name)[show.lang]} ${row[name]}`],
      )
      .join(', ')
  const lines = columns(
    rows.map((row) => [
      `  ${row.id}`,
      row.sector,
      `${value(row)} ${row.unit[show.lang]}`,
      row.country,
      row.year,
      row.source,
    ]),
  )
  return `${show.paint('strong', id)}\n\n${lines.join('\n')}\n`
}

function indicatorPage(indicator: IndicatorDefinition, show: Show): string {
  return page(
    indicator.id,
    indicator.name[show.lang],
    [
      [say('group', 'nhóm'), indicator.group],
      [say('is', 'là'), indicator.figure ?? `${indicator.of} / ${indicator.per}`],
      [say('about', 'nội dung'), indicator.about?.[show.lang] ?? ''],
      [labels.unit, indicator.unit ?? ''],
    ],
    show,
  )
}

function sectorPage(sector: Sector, show: Show): string {
  return page(
    sector.id,
    sector.name[show.lang],
    [
      [labels.also, sector.also.join(', ')],
      [say('ISIC', 'ISIC'), sector.isic.join(', ')],
      [say('VSIC', 'VSIC'), sector.vsic.join(', ')],
    ],
    show,
  )
}

function variablePage(variable: Variable, show: Show): string {
  return page(
    variable.name,
    variable.meaning[show.lang],
    [
      [labels.type, variable.type],
      [labels.unit, variable.unit],
      [labels.values, variable.values.join(', ')],
      [labels.origin, variable.origin],
    ],
    show,
  )
}

/** The thing of the content with this name, looked for in the order entry, method, factor, indicator, sector. */
export function explainName(name: string, content: Content, show: Show): Explanation | null {
  const entry = content.entries.get(name)
  if (entry !== undefined) return { kind: 'entry', thing: entry, text: entryPage(entry, content, show) }
  const method = content.methods.get(name)
  if (method !== undefined) return { kind: 'method', thing: method, text: methodPage(method, content, show) }
  const short = name.replace(/^factor\./, '')
  const factors = factorRows(content).filter((row) => row.id === short || row.id.startsWith(`${short}.`))
  if (factors.length > 0) return { kind: 'factor', thing: factors, text: factorPage(short, factors, show) }
  const indicator = name.replace(/^indicators?\./, '')
  const defined = content.indicators.get(indicator)
  if (defined !== undefined) return { kind: 'indicator', thing: defined, text: indicatorPage(defined, show) }
  const of = content.benchmarks.filter((row) => row.id === name || row.indicator === indicator)
  if (of.length > 0) return { kind: 'benchmark', thing: of, text: benchmarkPage(indicator, of, show) }
  const sector = content.sectors.get(name)
  if (sector !== undefined) return { kind: 'sector', thing: sector, text: sectorPage(sector, show) }
  const variable = content.variables.get(name)
  if (variable === undefined) return null
  return { kind: 'variable', thing: variable, text: variablePage(variable, show) }
}

/** Every name that `explainName` knows, for the suggestion of a near one. */
export function knownNames(content: Content): readonly string[] {
  return [
    ...content.entries.keys(),
    ...content.methods.keys(),
    ...factorRows(content).map((row) => row.id),
    ...content.fuels.map((row) => row.fuel),
    ...content.indicators.keys(),
    ...content.benchmarks.map((row) => row.indicator),
    ...content.sectors.keys(),
    ...content.variables.keys(),
  ]
}
