import { stringify } from 'yaml'
import { isRawMap, type Raw, type RawMap } from '../../model/raw.js'
import type { Lang, Text } from '../../model/text.js'
import { wordedSchema } from '../../schema/worded-schema.js'
import type { Variable } from '../../templates/content.js'
import { starterTexts } from './starter-texts.js'

/** How a fact is asked for: its label and its unit. */
export type Asked = { readonly fact: string; readonly variable: Variable | undefined }

/** Sections written on one line each. */
const SHORT = new Set(['recp', 'site', 'period', 'per', 'language'])

/**
 * The text of a starter: one line an entry, each section below a remark that says what belongs there, and what to
 * fill in as remarks that only need their mark taken off. It holds no figure.
 */
export function starterText(site: RawMap, ask: readonly Asked[], lang: Lang): string {
  const sections = Object.entries(site).map(([key, value]) => section(key, value, lang))
  const lines = [
    ...starterTexts.head[lang].map((line) => `# ${line}`),
    '',
    ...sections.flat(),
    ...facts(ask, lang),
    ...starterTexts.rows[lang].map((line) => (line === '' ? '' : `# ${line}`)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function flow(value: Raw): string {
  return stringify(value, { schema: 'failsafe', collectionStyle: 'flow', lineWidth: 0 }).trimEnd()
}

function section(key: string, value: Raw, lang: Lang): string[] {
  if (SHORT.has(key) || !isRawMap(value)) return [`${key}: ${flow(value)}`]
  const fill = starterTexts.fill[key]?.[lang]
  return [
    '',
    `# ${meaning(key, lang)}`,
    ...(fill === undefined ? [] : [`# ${fill}`]),
    `${key}:`,
    ...Object.entries(value).map(([id, entry]) => `  ${flow(id)}: ${flow(entry)}`),
  ]
}

/** What the schema says of a section. */
function meaning(key: string, lang: Lang): string {
  const node = wordedSchema.properties?.[key]
  const words: Text = { en: node?.description ?? key, vi: node?.['x-description-vi'] ?? key }
  return words[lang]
}

function facts(ask: readonly Asked[], lang: Lang): string[] {
  if (ask.length === 0) return []
  return [
    '',
    `# ${starterTexts.facts[lang]}`,
    '# facts:',
    ...ask.map(({ fact, variable }) => {
      const unit = variable?.type === 'boolean' ? 'yes' : `… ${variable?.unit ?? ''}`.trimEnd()
      return `#   ${fact}: ${unit}   # ${variable?.meaning[lang] ?? ''}`.trimEnd()
    }),
  ]
}
