import { format, resolveConfig } from 'prettier'
import { parseFormula, toText } from '../../src/formula/index.js'
import type { Content, Method, MethodExample, MethodInput } from '../../src/templates/content.js'
import { runExample } from '../../src/templates/run-example.js'
import { formatNumber } from '../../src/units/index.js'

/** Titles of the pages, one a system of the plant. */
const FAMILIES: Readonly<Record<string, string>> = {
  steam: 'Boilers and steam',
  'process-heating': 'Furnaces, dryers and process heat',
  'compressed-air': 'Compressed air',
  'motors-pumps-fans': 'Motors, pumps and fans',
  'energy-electrical': 'Power supply',
  lighting: 'Lighting',
  refrigeration: 'Refrigeration',
  'cooling-water': 'Cooling water',
  water: 'Water',
  wastewater: 'Wastewater and sludge',
  materials: 'Materials and waste',
  chemicals: 'Chemicals',
  renewable: 'Renewable energy',
  'housekeeping-management': 'Management and screening',
}

/** Path below docs/reference/methods → text, for every page; the formulas and examples are the data themselves. */
export async function methodDocs(content: Content): Promise<ReadonlyMap<string, string>> {
  const methods = [...content.methods.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const systems = [...new Set([...Object.keys(FAMILIES), ...methods.map(systemOf)])].filter((system) =>
    methods.some((method) => systemOf(method) === system),
  )
  const pages = new Map<string, string>([['README.md', await tidy(index(systems, methods))]])
  for (const system of systems) {
    const own = methods.filter((method) => systemOf(method) === system)
    pages.set(`${system}.md`, await tidy(page(system, own, content)))
  }
  return pages
}

function systemOf({ system = 'housekeeping-management' }: Method): string {
  return system
}

async function tidy(markdown: string): Promise<string> {
  const options = await resolveConfig('docs/reference/methods/README.md')
  return format(markdown, { ...options, parser: 'markdown', printWidth: 110 })
}

const INTRO = `# Methods

Generated from \`templates/methods/\`: every formula below is the text that the engine computes, checks for its
dimensions and writes into the workbook, and every example is carried out when this page is made.
\`recp calc <method>\` runs one, \`recp explain <method>\` prints it in either language.
`

function index(systems: readonly string[], methods: readonly Method[]): string {
  const rows = systems.flatMap((system) =>
    methods
      .filter((method) => systemOf(method) === system)
      .map(({ id, title }) => `| [${id}](${system}.md#${id}) | ${title.en} | ${title.vi} |`),
  )
  return `${INTRO}\n| Method | What it calculates | Tính gì |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function page(system: string, methods: readonly Method[], content: Content): string {
  const head = `# ${FAMILIES[system] ?? system}\n\nGenerated from \`templates/methods/\`. [All methods](README.md)\n`
  return [head, ...methods.map((method) => section(method, content))].join('\n')
}

function section(method: Method, content: Content): string {
  const { id, title, about, limits } = method
  const parts = [
    `## ${id}`,
    `**${title.en}** · ${title.vi}`,
    about?.en ?? '',
    about === undefined ? '' : `_${about.vi}_`,
    table(
      ['Input', 'Unit', 'Range', 'Meaning', 'Ý nghĩa'],
      method.inputs.map((input) => [
        `\`${input.name}\`${input.optional ? ' (optional)' : ''}${input.rows === undefined ? '' : ` (rows: ${input.rows})`}`,
        input.show ?? input.unit,
        rangeOf(input),
        [input.label.en, input.note?.en, presetOf(input)].filter((text) => text !== undefined).join('. '),
        [input.label.vi, input.note?.vi].filter((text) => text !== undefined).join('. '),
      ]),
    ),
    table(
      ['Step', 'Unit', 'Formula', 'Meaning', 'Ý nghĩa'],
      method.steps.map(({ name, unit, show, formula, label, rows, repeat }) => [
        `\`${name}\`${rows === undefined ? '' : ` (each ${rows})`}${repeat === undefined ? '' : ` (${repeat} times)`}`,
        show ?? unit,
        code(formula),
        label.en,
        label.vi,
      ]),
    ),
    limits.length === 0
      ? ''
      : `Limits:\n\n${limits.map(({ when, text }) => `- ${code(when)}: ${text.en} · ${text.vi}`).join('\n')}`,
    ...method.examples.map((example) => exampleText(method, example)),
    `References: ${method.references.map((one) => referenceText(one, content)).join('; ')}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function code(formula: string): string {
  const parsed = parseFormula(formula)
  return `\`${'ast' in parsed ? toText(parsed.ast, (name) => name) : formula}\``
}

function rangeOf({ range, show }: MethodInput): string {
  const shown = (value: number): string =>
    formatNumber(show === '%' ? value * 100 : value, { lang: 'en', digits: 6 })
  if (range?.min !== undefined && range.max !== undefined) return `${shown(range.min)} … ${shown(range.max)}`
  if (range?.min !== undefined) return `≥ ${shown(range.min)}`
  return range?.max === undefined ? '' : `≤ ${shown(range.max)}`
}

function presetOf({ default: preset }: MethodInput): string | undefined {
  return preset === undefined ? undefined : `Default ${preset.value} (${preset.source})`
}

function exampleText(method: Method, example: MethodExample): string {
  const run = runExample(method, example)
  if ('wrong' in run) throw new Error(`example of "${method.id}": ${run.wrong}`)
  const given = Object.entries(example.given).map(([name, texts]) => `\`${name}\` = ${texts.join('; ')}`)
  const found = run.method.steps.map(({ name, unit, show }) => {
    const value = run.values.get(name) ?? NaN
    const number = formatNumber(show === '%' ? value * 100 : value, { lang: 'en', digits: 6 })
    return `\`${name}\` = ${number} ${show ?? (unit === '1' ? '' : unit)}`.trimEnd()
  })
  return `Example: ${given.join(', ')}\n\n→ ${found.join(', ')}`
}

function referenceText(id: string, content: Content): string {
  const found = content.references.get(id)
  if (found === undefined) return id
  const words = [found.title, found.publisher, found.year].filter((part) => part !== '').join(', ')
  if (found.verification === 'title-only') return `${id} (${words}; known by its title only)`
  return found.url === '' ? `${id} (${words})` : `[${id}](${found.url}) (${words})`
}
