import { renderJson } from '../report/json.js'
import type { Lang } from '../model/text.js'
import type { Outcome } from './call.js'
import { EXIT, type Io } from './io.js'
import { VERSION } from '../version.js'
import { contentEdition, versionText } from './package-files.js'
import type { Usage } from './parse.js'
import { countProblems, type Problem } from './problem.js'
import { words } from './texts.js'
import { textWidth } from './text-width.js'

/** `audit` names its document apart, so that it is never taken for the saved audit inside it. */
function formatName(command: string | null): string {
  if (command === null) return 'recp.usage/1'
  return command === 'audit' ? 'recp.audits/1' : `recp.${command}/1`
}

function usageProblem(usage: Usage): Problem {
  return {
    code: 'usage',
    name: 'wrong-usage',
    severity: 'error',
    message: usage.message,
    expected: null,
    help: usage.wayOut,
    at: '',
    args: {},
    file: null,
    line: null,
    column: null,
    also: [],
  }
}

/** The one JSON document of a run: the same envelope for every command, usage errors included. */
export function envelope(command: string | null, outcome: Outcome): string {
  const problems = outcome.usage === undefined ? (outcome.problems ?? []) : [usageProblem(outcome.usage)]
  return renderJson({
    format: formatName(command),
    recp: VERSION,
    content: outcome.content ?? contentEdition(),
    input: outcome.input ?? [],
    ok: outcome.exit === EXIT.done,
    counts: countProblems(problems),
    diagnostics: problems,
    result: outcome.usage === undefined ? (outcome.result ?? null) : null,
  })
}

/** A usage error on the screen: exactly two lines, the fact and the way out. */
export function usageLines(usage: Usage, lang: Lang, paint: (text: string) => string): string {
  const label = `${words.error[lang]}:`
  const oneLine = (text: string): string =>
    // oxlint-disable-next-line no-control-regex
    text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  const indent = ' '.repeat(textWidth(label) + 1)
  return `${paint(label)} ${oneLine(usage.message)}\n${indent}${oneLine(usage.wayOut)}\n`
}

export function showVersion(io: Io, json: boolean): number {
  const result = { recp: VERSION, content: contentEdition() }
  io.stdout.write(json ? envelope('version', { exit: EXIT.done, result }) : versionText())
  return EXIT.done
}
