import { format, resolveConfig } from 'prettier'
import { runExample } from '../../src/checklist/check-examples.js'
import { namesIn } from '../../src/checklist/evaluate-condition.js'
import type { Text } from '../../src/model/text.js'
import type { ChecklistEntry, Content, EntryExample, Estimate } from '../../src/templates/content.js'
import { formatNumber } from '../../src/units/index.js'

const OUTCOMES: Readonly<Record<string, string>> = {
  found: 'applies',
  look: 'to look at',
  'needs-data': 'needs data',
  'in-place': 'in place',
  'not-applicable': 'does not apply',
}

/** Path below docs/reference/checklists → text, for every page: one a system, and one that names all entries. */
export async function checklistDocs(content: Content): Promise<ReadonlyMap<string, string>> {
  const entries = [...content.entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const systems = [...new Set(entries.map(({ system }) => system))].sort()
  const pages = new Map<string, string>([['README.md', await tidy(index(systems, entries, content))]])
  for (const system of systems) {
    const own = entries.filter((entry) => entry.system === system)
    pages.set(`${system}.md`, await tidy(page(system, own, content)))
  }
  return pages
}

async function tidy(markdown: string): Promise<string> {
  const options = await resolveConfig('docs/reference/checklists/README.md')
  return format(markdown, { ...options, parser: 'markdown', printWidth: 110 })
}

const INTRO = `# Checklists

Generated from \`templates/checklists/\`. Yes to a question means that the opportunity applies; the examples of every
entry are carried out when this page is made. \`recp explain <entry>\` prints one in either language,
\`recp list checklists\` filters them by system, sector, practice and what became of them on a site.

A threshold in a condition is a screening default of the tool, chosen so that a good plant does not fire, and no legal
limit: a pack (\`--templates <dir>\`) may set another. A saving is computed by a method, or taken from a published range
with its source; where there is neither, the entry asks for data and shows no percentage.
`

function index(systems: readonly string[], entries: readonly ChecklistEntry[], content: Content): string {
  const groups = systems.map((system) => {
    const own = entries.filter((entry) => entry.system === system)
    const rows = own.map(
      ({ id, title }) => `| [${id}](${system}.md#${id}) | ${cell(title.en)} | ${cell(title.vi)} |`,
    )
    return `## ${system}\n\n| Entry | Opportunity | Cơ hội |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return `${INTRO}\n${groups.join('\n')}\n${practices(entries, content)}\n${parts(content)}`
}

/** The eight practices, with how many entries each has. */
function practices(entries: readonly ChecklistEntry[], content: Content): string {
  const rows = [...content.practices.values()].map(({ id, name, about }) => {
    const count = entries.filter(({ practice }) => practice === id).length
    return `| ${name.en} | ${name.vi} | ${cell(about.en)} | ${count} |`
  })
  return `## The eight practices\n\n| Practice | Nhóm giải pháp | What it is | Entries |\n| --- | --- | --- | ---: |\n${rows.join('\n')}\n`
}

function parts(content: Content): string {
  const rows = [...content.parts.values()].map(
    ({ id, question }) => `| \`${id}\` | ${cell(question.en)} | ${cell(question.vi)} |`,
  )
  return `## Parts of a factory\n\nWhere nothing in a site file speaks of a part, it is asked first whether it is there: \`answers: { furnaces: no }\`. What is about a part that is not there does not apply.\n\n| Answer | Question | Câu hỏi |\n| --- | --- | --- |\n${rows.join('\n')}\n`
}

function page(system: string, entries: readonly ChecklistEntry[], content: Content): string {
  return `# Checklist: ${system}\n\n[All checklists](README.md)\n\n${entries.map((entry) => section(entry, content)).join('\n')}\n${references(entries, content)}`
}

function section(entry: ChecklistEntry, content: Content): string {
  const practice = content.practices.get(entry.practice)?.name ?? same(entry.practice)
  const lines = [
    `**${entry.title.en}** ${entry.title.vi}`,
    `_${entry.question.en}_ ${entry.reason.en}`,
    `_${entry.question.vi}_ ${entry.reason.vi}`,
    facts([
      ['Practice', practice.en],
      ['Sectors', entry.sectors.join(', ')],
      ['Applies when', entry.when === 'always' ? '' : `\`${entry.when}\``],
      ['Looks at', looksAt(entry, content)],
      ['Saves', entry.saves.map(({ medium, sign }) => (sign < 0 ? `−${medium}` : medium)).join(', ')],
      ['Saving by', [...new Set(entry.estimate.map((one) => estimateWords(one)))].join('; ') || 'needs data'],
      ['Not together with', entry.group ?? ''],
      ['Acts before or after', entry.interacts.map((id) => `\`${id}\``).join(', ')],
      ['Verified by', entry.verify?.en ?? ''],
      ['What can go wrong', entry.risks?.en ?? ''],
      ['To collect', entry.data.en],
      ['Sources', entry.references.join(', ')],
      ['Reviewed', `${entry.reviewed}, again by ${entry.reviewBy}`],
    ]),
    examples(entry, content),
  ]
  return `## ${entry.id}\n\n${lines.join('\n\n')}\n`
}

function facts(rows: readonly (readonly [string, string])[]): string {
  return rows
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `- ${name}: ${text}`)
    .join('\n')
}

function looksAt({ when }: ChecklistEntry, { variables }: Content): string {
  return namesIn(when)
    .flatMap((name) => {
      const found = variables.get(name)
      return found === undefined ? [] : [`\`${name}\` (${found.meaning.en})`]
    })
    .join('; ')
}

function estimateWords(estimate: Estimate): string {
  if (estimate.kind === 'method') return `method \`${estimate.method}\``
  const { low, high, of, source } = estimate
  const share = (value: number): string => `${formatNumber(value * 100, { lang: 'en', digits: 3 })} %`
  const range = [low, high].flatMap((value) => (value === undefined ? [] : [share(value)]))
  const sided = low === undefined ? 'up to ' : high === undefined ? 'at least ' : ''
  return `published range, ${sided}${range.join(' to ')} of ${of} (${source})`
}

/** The references of the entries of a page, each once. */
function references(entries: readonly ChecklistEntry[], content: Content): string {
  const ids = [...new Set(entries.flatMap((entry) => entry.references))].sort()
  const lines = ids.map((id) => {
    const found = content.references.get(id)
    if (found === undefined) return `- ${id}`
    const title = [found.title, found.year].filter((text) => text !== '').join(', ')
    return found.url === ''
      ? `- ${id}: ${title}`
      : `- ${id}: [${title.replaceAll(/[[\]]/g, '')}](<${found.url}>)`
  })
  return `## Sources\n\n${lines.join('\n')}\n`
}

/** Carried out: what the engine says of what is given, not what the entry claims. */
function examples(entry: ChecklistEntry, content: Content): string {
  const rows = entry.examples.map((example) => {
    const finding = runExample(content, entry, example)
    const outcome = OUTCOMES[finding?.outcome ?? ''] ?? finding?.outcome ?? 'nothing'
    const evidence = finding === undefined || finding.evidence === 'none' ? '' : ` (${finding.evidence})`
    return `- ${givenWords(example)}: ${outcome}${evidence}`
  })
  return `Examples:\n\n${rows.join('\n')}`
}

function givenWords({ given, answer, complete }: EntryExample): string {
  const values = Object.entries(given).map(([name, text]) => `\`${name}\` ${text}`)
  const all = [
    ...values,
    ...(answer === undefined ? [] : [`answer ${answer}`]),
    ...(complete === true ? ['list of machines complete'] : []),
  ]
  return all.length === 0 ? 'nothing given' : all.join(', ')
}

function same(text: string): Text {
  return { en: text, vi: text }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
