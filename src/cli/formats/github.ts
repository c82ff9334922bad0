import type { Problem } from '../problem.js'

const LEVELS: Readonly<Record<Problem['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
}

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C')

function line(problem: Problem): string {
  const properties = [`title=${escapeProperty(`${problem.code} ${problem.name}`)}`]
  if (problem.line !== null) properties.unshift(`line=${problem.line}`, `col=${problem.column ?? 1}`)
  if (problem.file !== null) properties.unshift(`file=${escapeProperty(problem.file.replace(/\\/g, '/'))}`)
  const text = problem.help === null ? problem.message : `${problem.message}\nhelp: ${problem.help}`
  return `::${LEVELS[problem.severity]} ${properties.join(',')}::${escapeData(text)}\n`
}

/** Workflow commands that GitHub turns into annotations of the lines of a pull request. */
export function githubLines(problems: readonly Problem[]): string {
  return problems.map(line).join('')
}
