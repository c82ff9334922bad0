/**
 * Writes docs/site-file.md, the reference of the site file, from schemas/site.schema.json.
 *
 *   node scripts/generate-site-reference.mjs [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const path = join(root, 'docs/site-file.md')

/** Definitions that are spelling, not things somebody writes about. */
const PLAIN = new Set([
  'country',
  'currency',
  'date',
  'id',
  'input',
  'month',
  'name',
  'quantity',
  'reference',
  'sum',
  'text',
  'unit-name',
  'whole-number',
  'year',
  'yes-no',
  'facts',
  'equipment',
  'machine',
])

const INTRO = `# The site file

Generated from \`schemas/site.schema.json\`; \`recp schema site\` prints the schema itself, and editors use it for
completion. Quantities are written as people write them: \`14 500 t/yr ± 2 % (billed, invoices 2024)\`. What is not known
is left out; \`0\` is zero; \`n/a\` is not applicable. A field marked * is required.
`

async function reference() {
  const schema = JSON.parse(readFileSync(join(root, 'schemas/site.schema.json'), 'utf8'))
  const named = Object.entries(schema.$defs).filter(
    ([name, def]) => !PLAIN.has(name) && !name.startsWith('machine-') && def.properties,
  )
  const parts = [INTRO, '## Sections', table(schema.properties, schema.required ?? [], schema)]
  for (const [name, def] of named) {
    parts.push(
      `## ${name}`,
      def.description ?? '',
      def['x-main'] ? `A bare value is its \`${def['x-main']}\`.` : '',
      table(def.properties, def.required ?? [], schema),
    )
  }
  parts.push('## Every machine', table(schema.$defs.machine.properties, ['system'], schema))
  for (const [name, def] of Object.entries(schema.$defs)) {
    if (!name.startsWith('machine-')) continue
    const common = Object.keys(schema.$defs.machine.properties)
    const own = Object.fromEntries(
      Object.entries(def.properties ?? {}).filter(([key]) => !common.includes(key)),
    )
    if (Object.keys(own).length > 0)
      parts.push(`## system: ${name.slice('machine-'.length)}`, table(flat(own), [], schema))
  }
  const text = parts.filter((part) => part !== '').join('\n\n')
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown', printWidth: 110 })
}

/** Nested maps of a machine as dotted names. */
function flat(fields, prefix = '') {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, node]) =>
      node.properties && !node.dimension
        ? Object.entries(flat(node.properties, `${prefix}${key}.`))
        : [[`${prefix}${key}`, node]],
    ),
  )
}

function table(fields, required, schema) {
  const rows = Object.entries(fields).map(
    ([name, node]) =>
      `| \`${name}\`${required.includes(name) ? ' *' : ''} | ${cell(node.description)} | ${cell(node['x-description-vi'])} | ${cell(value(node, schema))} |`,
  )
  return ['| field | means | nghĩa | value |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function cell(text) {
  return (text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** What may stand there, in a word or two. */
function value(node, schema) {
  const target = node.$ref ? schema.$defs[node.$ref.replace('#/$defs/', '')] : undefined
  const choices = node.enum ?? target?.enum
  if (choices) return [...new Set(choices.map(String))].map((choice) => `\`${choice}\``).join(', ')
  if (node.dimension) return node.dimension
  if (node.$ref) return node.$ref.replace('#/$defs/', '')
  const inner =
    node.items ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined)
  if (inner)
    return `${node.items ? 'list' : 'map'} of ${inner.dimension ?? inner.$ref?.replace('#/$defs/', '') ?? 'text'}`
  if (node.properties) return Object.keys(node.properties).join(', ')
  return Array.isArray(node.type) ? 'text' : (node.type ?? 'text')
}

const text = await reference()
if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== text) console.log('docs/site-file.md')
} else writeFileSync(path, text)
