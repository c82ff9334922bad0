import { aboutOf } from '../../../intake/sheets.js'
import { headOf } from '../../../intake/columns.js'
import type { Column } from '../../../intake/columns.js'
import type { Lang, Text } from '../../../model/text.js'
import type { Cell } from '../book.js'
import { choiceShown } from './entry-cell.js'
import { WORDS } from './words.js'

/** A head in both languages, that of the workbook first. */
export function bilingual(text: Text, lang: Lang, after = ''): string {
  const other = lang === 'vi' ? text.en : text.vi
  const first = `${text[lang]}${after}`
  return other === text[lang] ? first : `${first}\n${other}`
}

/** The shown head of a column, with a note that explains it. */
export function headCell(column: Column, lang: Lang): Cell {
  const unit = column.unit === undefined ? '' : ` [${column.unit}]`
  const after = `${unit}${column.required ? ' *' : ''}`
  return { text: bilingual(column.label, lang, after), style: 'head', note: noteOf(column, lang) }
}

/** The head of the hidden row. */
export function hiddenHead(column: Column): Cell {
  return { text: headOf(column), style: 'code' }
}

function noteOf(column: Column, lang: Lang): string {
  const { node } = column.field
  const about = aboutOf(node)
  const words = (node.enum ?? []).map(String)
  const choices = words.map((word) => choiceShown(word, column, lang)).join(', ')
  return [
    about[lang],
    about[lang === 'vi' ? 'en' : 'vi'],
    ...(words.length > 0 && node['x-kind'] === 'choice' ? [`${WORDS.choices[lang]}: ${choices}`] : []),
    ...(column.unit === undefined ? [] : [`${WORDS.unitHint[lang]} ${column.unit}`]),
  ]
    .filter((line) => line !== '')
    .join('\n')
}
