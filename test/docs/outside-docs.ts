import { format } from 'prettier'
import { joined } from '../../src/model/text.js'
import type { Content } from '../../src/templates/content.js'
import { factorRows } from '../../src/templates/factor-rows.js'

type Cells = readonly (string | number | undefined)[]

const cell = (value: string | number | undefined): string =>
  String(value ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '\\<')
    .replaceAll('*', '\\*')
    .replaceAll('_', '\\_')
    .replaceAll('~', '\\~')

const table = (head: readonly string[], rows: readonly Cells[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

/** Sources once, with a number that the rows name. */
function numbered(): { readonly of: (source: string, url: string) => string; readonly list: () => string } {
  const known = new Map<string, { readonly number: string; readonly url: string }>()
  return {
    of: (source, url) => {
      const found = known.get(source) ?? { number: `S${known.size + 1}`, url }
      known.set(source, found)
      return found.number
    },
    list: () =>
      `## Sources\n\n${[...known].map(([source, { number, url }]) => `- ${number}: ${cell(source)}${url === '' ? '' : ` (${url})`}`).join('\n')}\n`,
  }
}

const page = (text: string): Promise<string> => format(text, { parser: 'markdown', printWidth: 110 })

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** Every factor of the tables, with its source. */
export function factorDocs(content: Content): Promise<string> {
  const sources = numbered()
  const rows = byId(factorRows(content)).map((row) => [
    row.id,
    row.value,
    row.unit,
    row.country,
    row.year,
    row.bestBefore,
    [row.evidence, row.status].filter((part) => part !== '').join(', '),
    sources.of(row.source, row.url),
  ])
  const head = ['factor', 'value', 'unit', 'country', 'year', 'best before', 'evidence', 'source']
  return page(
    `# The factors\n\nGenerated from \`templates/factors/\`; \`recp list factors\` says the same, \`recp explain <factor>\` with the remarks of the table. A site gives its own under \`factors\`, with its source, and they go first. What is marked do-not-use is never taken.\n\n${table(head, rows)}\n\n${sources.list()}`,
  )
}

/** Every benchmark by sector, with boundary and evidence. */
export function benchmarkDocs(content: Content): Promise<string> {
  const sources = numbered()
  const sectors = [...new Set(content.benchmarks.map(({ sector }) => sector))].sort()
  const head = [
    'id',
    'indicator',
    'low',
    'typical',
    'high',
    'best',
    'unit',
    'basis, scope',
    'boundary',
    'country, year',
    'evidence',
    'source',
  ]
  const parts = sectors.map((sector) => {
    const found = [...content.sectors.values()].find(({ id, also }) => id === sector || also.includes(sector))
    const rows = byId(content.benchmarks.filter((row) => row.sector === sector)).map((row) => [
      row.id,
      row.indicator,
      row.low,
      row.typical,
      row.high,
      row.best,
      row.unit.en,
      joined([row.basis, row.scope], '; ').en,
      row.per === 'product' ? row.boundary : `${row.boundary}, per ${row.per}`,
      `${row.country} ${row.year}`,
      row.evidence,
      sources.of(row.source, row.url),
    ])
    return `## ${sector}: ${found?.name.en} / ${found?.name.vi}\n\n${table(head, rows)}\n`
  })
  return page(
    `# The benchmarks\n\nGenerated from \`templates/benchmarks/\`; \`recp list benchmarks --sector <id>\` says the same. A value is compared only where sector, process, size, boundary and unit are those of the site; a legal norm only in its country. A basis that begins with _legal_ is a norm, all others are practice.\n\n${parts.join('\n')}\n${sources.list()}`,
  )
}

/** Indicators, and the rules of law that an audit is held beside. */
export function indicatorDocs(content: Content): Promise<string> {
  const indicators = [...content.indicators.values()].map((one) => [
    one.id,
    one.name.en,
    one.name.vi,
    one.group,
    one.figure ?? `${one.of} ÷ ${one.per}`,
    one.about?.en,
  ])
  const thresholds = content.legalThresholds.map((row) => [
    row.id,
    row.name.en,
    `${row.figure} ≥ ${row.value} ${row.unit}`,
    `${row.regulation}, ${row.clause.en}`,
    row.date,
    row.evidence,
    row.source,
  ])
  return page(
    `# The indicators\n\nGenerated from \`templates/indicators.yaml\` and \`templates/limits/thresholds.csv\`. Beside these every audit has the greenhouse gases by scope (\`ghg-scope-1\`, \`ghg-scope-2\` by location, \`ghg-scope-2-market\`, \`ghg-biogenic\`), the energy ledger \`toe\`, specific consumption by good (\`specific-<good>\`), by step (\`specific-<good>-in-<step>\`) and by joint product (\`specific-<good>-per-<product>\`, shared by the rule under \`per: { allocate: … }\`), and what the site defines under \`indicators\`.\n\n${table(['indicator', 'name', 'tên', 'group', 'is', 'about'], indicators)}\n\n## Thresholds of law\n\nFor orientation only, no legal advice.\n\n${table(['id', 'what', 'from', 'regulation', 'date', 'evidence', 'source'], thresholds)}\n`,
  )
}
