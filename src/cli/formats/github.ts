import type { Lang } from '../../model/text.js'
import type { Problem } from '../problem.js'
import { screenTexts } from '../texts.js'

const LEVELS: Readonly<Record<Problem['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

function line(problem: Problem, lang: Lang): string {
  const properties = [`title=${escapeProperty(`${problem.code} ${problem.name}`)}`]
  if (problem.line !== null) properties.unshift(`line=${problem.line}`, `col=${problem.column ?? 1}`)
  if (problem.file !== null) properties.unshift(`file=${escapeProperty(problem.file.replace(/\\/g, '/'))}`)
  const help = problem.help === null ? [] : [`${screenTexts.help[lang]}: ${problem.help}`]
  const more = problem.also.length === 0 ? [] : [screenTexts.alsoAt[lang](problem.also)]
  const text = [problem.message, ...help, ...more].join('\n')
  return `::${LEVELS[problem.severity]} ${properties.join(',')}::${escapeData(text)}\n`
}

/** Workflow commands that GitHub turns into annotations of the lines of a pull request. */
export function githubLines(problems: readonly Problem[], lang: Lang): string {
  return problems.map((problem) => line(problem, lang)).join('')
}
