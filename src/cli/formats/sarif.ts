import { entryOf } from '../../diagnostics/catalogue.js'
import { renderJson } from '../../report/json.js'
import { VERSION } from '../../version.js'
import type { Problem } from '../problem.js'

/** Path as SARIF wants it: relative, with forward slashes, escaped. */
function uriOf(file: string): string {
  return file.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/')
}

function locations(problem: Problem): readonly unknown[] {
  if (problem.file === null) return []
  const region =
    problem.line === null ? {} : { region: { startLine: problem.line, startColumn: problem.column ?? 1 } }
  return [{ physicalLocation: { artifactLocation: { uri: uriOf(problem.file) }, ...region } }]
}

function rule(code: string): unknown {
  const entry = entryOf(code)
  return {
    id: code,
    ...(entry === undefined
      ? {}
      : {
          name: entry.name,
          shortDescription: { text: entry.title.en },
          fullDescription: { text: entry.explanation.en },
          defaultConfiguration: { level: entry.severity },
        }),
  }
}

/** A SARIF 2.1.0 log; what is said of each code comes from the catalogue. */
export function sarifLog(problems: readonly Problem[]): string {
  const used = [...new Set(problems.map((problem) => problem.code))].sort()
  return renderJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'recp',
            version: VERSION,
            rules: used.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: used.indexOf(problem.code),
          level: problem.severity,
          message: {
            text: problem.help === null ? problem.message : `${problem.message} (help: ${problem.help})`,
          },
          locations: locations(problem),
        })),
      },
    ],
  })
}
