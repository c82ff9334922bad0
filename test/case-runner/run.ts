/**
 * `npm run test:cases`: published factories against the checklists. The folder is that of RECP_CASES, else test/cases.
 * Ends with 1 where a case misses what it must find, finds what it must not, or has a number outside its tolerance.
 */
import { loadContent } from '../../src/templates/load-content.js'
import { caseLines, caseSummary } from './case-table.js'
import { judgeCase } from './judge-case.js'
import { readCases } from './read-case.js'

const given = process.env['RECP_CASES'] ?? ''
const folder = given === '' ? 'test/cases' : given
// The program is bundled elsewhere and does not find its content by itself; it runs in the root of the project.
const content = loadContent({ dirs: ['templates'] }).value
const verdicts = readCases(folder).map((one) => judgeCase(one, content))
for (const verdict of verdicts) console.log(`${caseLines(verdict).join('\n')}\n`)
console.log(caseSummary(verdicts).join('\n'))
if (verdicts.length === 0) console.error(`no case in "${folder}"`)
if (verdicts.length === 0 || verdicts.some(({ failures }) => failures.length > 0)) process.exitCode = 1
