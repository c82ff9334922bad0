import type { Compared } from './compare-number.js'
import type { Judged, Verdict } from './judge-case.js'

/** A case that asks for nothing has passed nothing. */
function resultOf({ failures, mustFind, shouldFind, mustNot, numbers }: Verdict): string {
  const asked = [mustFind, shouldFind, mustNot, numbers].some((list) => list.length > 0)
  return failures.length > 0 ? 'FAIL' : asked ? 'pass' : 'none'
}

/** A verdict as lines for the screen: what was found, what stands to check, what is missed, the numbers, the messages. */
export function caseLines(verdict: Verdict): readonly string[] {
  const entries = [...verdict.mustFind, ...verdict.shouldFind]
  const standing = (...standings: readonly string[]): readonly Judged[] =>
    entries.filter((one) => standings.includes(one.standing))
  return [
    `${resultOf(verdict)}  ${verdict.id}`,
    ...listed('found', standing('found').map(nameOf)),
    ...listed('to check', standing('to check').map(withLacks)),
    ...listed(
      'missed',
      standing('not applicable', 'not in the catalogue', 'other sector').map(
        (one) => `${one.id} (${one.standing})`,
      ),
    ),
    ...listed(
      'must not',
      verdict.mustNot.map((one) => `${one.id}: ${one.standing}`),
    ),
    ...verdict.numbers.map(numberLine),
    ...verdict.problems.map((problem) => `      problem   ${problem}`),
    ...verdict.failures.map((failure) => `      failure   ${failure}`),
    ...listed('expected', verdict.expectedMessages),
    ...verdict.messages.map((message) => `      message   ${message}`),
  ]
}

/** One line a case: found, to check, missed, numbers within their tolerance. */
export function caseSummary(verdicts: readonly Verdict[]): readonly string[] {
  const head = ['case', 'must', 'should', 'open', 'missed', 'must not', 'numbers', 'result']
  const rows = verdicts.map((verdict) => {
    const entries = [...verdict.mustFind, ...verdict.shouldFind]
    const count = (list: readonly Judged[], standing: string): number =>
      list.filter((one) => one.standing === standing).length
    const open = count(entries, 'to check')
    const found = count(entries, 'found')
    const judged = verdict.numbers.filter(({ of }) => of !== undefined)
    return [
      verdict.id,
      `${count(verdict.mustFind, 'found')}/${verdict.mustFind.length}`,
      `${count(verdict.shouldFind, 'found')}/${verdict.shouldFind.length}`,
      String(open),
      String(entries.length - found - open),
      `${count(verdict.mustNot, 'found')}/${verdict.mustNot.length}`,
      `${judged.filter(({ within }) => within).length}/${judged.length}`,
      resultOf(verdict),
    ]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function listed(label: string, items: readonly string[]): readonly string[] {
  return items.map((item) => `      ${label.padEnd(9)} ${item}`)
}

function nameOf({ id, by }: Judged): string {
  return by === undefined ? id : `${id} (as ${by})`
}

function withLacks(one: Judged): string {
  if (one.lacks.length > 0) return `${nameOf(one)}: needs ${one.lacks.join(', ')}`
  return one.holds ? `${nameOf(one)}: its condition holds, the answer is not known` : nameOf(one)
}

function numberLine(number: Compared): string {
  const { what, of, output, value, unit, computed, figure, within, tolerance, why } = number
  const name = of === undefined ? 'nearest' : within ? 'number' : 'NUMBER'
  const asked = of === undefined ? '' : ` [${[of, output].filter((part) => part !== undefined).join('.')}]`
  const got =
    computed === undefined
      ? (why ?? 'no result')
      : `${short(computed)} ${unit} (${figure ?? ''}, ${value === 0 ? short(computed) : `${short((computed / value - 1) * 100)} %`}, tolerance ${short(tolerance * 100)} %)`
  return `      ${name.padEnd(9)} ${what}${asked}: expected ${short(value)} ${unit}, computed ${got}`
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)))
}
