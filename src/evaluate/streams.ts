import { needs, parseFormula } from '../formula/index.js'
import { variableFigure } from './method-inputs.js'
import type { Stream } from '../templates/content.js'
import type { ActsOn, Evaluating } from './evaluating.js'

/**
 * The stream of the catalogue for this site or machine: the first of its base expressions whose variables are
 * known. A bare variable that is a figure already *is* the stream, so that measures on the same flow meet.
 */
export function streamOf(work: Evaluating, id: string, machine: string | undefined): ActsOn | undefined {
  const stream = work.content.streams.get(id)
  if (stream === undefined) return undefined
  // One stream of the whole site wherever it is known, so that measures on it meet; else that of the machine.
  const whole = stream.per === undefined ? streamAt(work, stream, undefined) : undefined
  return whole ?? (machine === undefined ? undefined : streamAt(work, stream, machine))
}

function streamAt(work: Evaluating, stream: Stream, machine: string | undefined): ActsOn | undefined {
  const { id } = stream
  for (const expression of stream.base) {
    const parsed = parseFormula(expression)
    if (!('ast' in parsed)) continue
    const names = needs(parsed.ast)
    if (names.some((name) => typeof work.variables.get(name, machine)?.value !== 'number')) continue
    const acts = { id, label: stream.label, medium: stream.medium }
    const only = names.length === 1 && names[0] === expression.trim() ? names[0] : undefined
    if (only !== undefined) return { ...acts, base: variableFigure(work, only, machine).id }
    const figure = `stream.${id}${machine === undefined ? '' : `.${machine}`}`
    if (!work.ledger.has(figure)) {
      work.ledger.derive({
        id: figure,
        label: stream.label,
        unit: stream.unit,
        formula: expression,
        uses: Object.fromEntries(names.map((name) => [name, variableFigure(work, name, machine).id])),
        sd: 'independent',
      })
    }
    return { ...acts, base: figure }
  }
  return undefined
}
