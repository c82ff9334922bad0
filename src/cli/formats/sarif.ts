import { entryOf } from '../../diagnostics/catalogue.js'
import { renderJson } from '../../report/json.js'
import type { Lang } from '../../model/text.js'
import { VERSION } from '../../version.js'
import { fingerprintOf } from '../baseline.js'
import { EXIT } from '../io.js'
import type { Problem } from '../problem.js'

/** Path as SARIF wants it: relative, with forward slashes, escaped. */
function uriOf(file: string): string {
  return file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/')
}

type Spot = Pick<Problem, 'file' | 'line' | 'column'>

function physical({ file, line, column }: Spot): unknown {
  const region = line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } }
  return { artifactLocation: { uri: uriOf(file ?? '') }, ...region }
}

function rule(code: string, lang: Lang): unknown {
  const entry = entryOf(code)
  if (entry === undefined) return { id: code }
  return {
    id: code,
    name: entry.name,
    shortDescription: { text: entry.title[lang] },
    fullDescription: { text: entry.explanation[lang] },
    help: { text: `recp explain ${code}` },
    defaultConfiguration: { level: entry.severity },
  }
}

function result(problem: Problem, ruleIndex: number): unknown {
  const { code, severity, message, help, also } = problem
  const related = also.filter(({ file }) => file !== null)
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: help === null ? message : `${message} (${help})` },
    locations: problem.file === null ? [] : [{ physicalLocation: physical(problem) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((spot, id) => ({ id, physicalLocation: physical(spot) })) }),
    partialFingerprints: { 'recpProblem/v1': fingerprintOf(problem) },
  }
}

/** A SARIF 2.1.0 log; what is said of each code comes from the catalogue. */
export function sarifLog(problems: readonly Problem[], lang: Lang, exit: number): string {
  const used = [...new Set(problems.map((problem) => problem.code))].sort()
  const driver = { name: 'recp', version: VERSION, rules: used.map((code) => rule(code, lang)) }
  return renderJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: lang,
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: exit < EXIT.usage, exitCode: exit }],
        results: problems.map((problem) => result(problem, used.indexOf(problem.code))),
      },
    ],
  })
}
