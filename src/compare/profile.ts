import type { Comparison, Move, ProfileRow } from '../model/comparison.js'

/** Absolute indicator → the relative indicator of it, by the ids of their figures. */
const RELATIVE: readonly (readonly [
  absolute: string,
  relative: string,
  kind: 'productivity' | 'intensity',
])[] = [
  ['total.energy', 'indicator.energy-productivity', 'productivity'],
  ['total.materials', 'indicator.materials-productivity', 'productivity'],
  ['total.water', 'indicator.water-productivity', 'productivity'],
  ['total.ghg', 'indicator.carbon-intensity', 'intensity'],
  ['total.wastewater', 'indicator.wastewater-intensity', 'intensity'],
  ['total.waste', 'indicator.waste-intensity', 'intensity'],
]

const OUTPUT = 'total.output'

/**
 * The RECP profile of the UNIDO/UNEP indicators between two years. Unless told otherwise both years are counted with
 * the factors of the later one, and what the change of factors does stands apart. Every profile must satisfy
 * 1 + Δproductivity = (1 + Δoutput) ÷ (1 + Δresource) and 1 + Δintensity = (1 + Δpollution) ÷ (1 + Δoutput).
 */
export function profileOf(moves: readonly Move[], factors: Comparison['factors']): readonly ProfileRow[] {
  const byId = new Map(moves.map((move) => [move.id, move]))
  const change = (id: string): number | null => changeOf(byId.get(id), factors)
  const output = change(OUTPUT)
  const rows = RELATIVE.flatMap(([id, relativeId, kind]): readonly ProfileRow[] => {
    const move = byId.get(id)
    if (move === undefined) return []
    const [absolute, relative] = [change(id), change(relativeId)]
    return [
      {
        id,
        relativeId,
        label: move.label,
        absolute,
        relative,
        factorEffect: ratio(move.oldAtNewFactors, move.old),
        identity: identity(kind, output, absolute, relative),
      },
    ]
  })
  const made = byId.get(OUTPUT)
  if (made === undefined) return rows
  const factorEffect = ratio(made.oldAtNewFactors, made.old)
  const last = {
    id: OUTPUT,
    label: made.label,
    absolute: output,
    relative: null,
    factorEffect,
    identity: null,
  }
  return [...rows, last]
}

function changeOf(move: Move | undefined, factors: Comparison['factors']): number | null {
  if (move === undefined) return null
  return ratio(move.new, factors === 'same' ? move.oldAtNewFactors : move.old)
}

/** `now ÷ before − 1`; `null` where one of them is not known or the first is zero. */
function ratio(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1
}

function identity(
  kind: 'productivity' | 'intensity',
  output: number | null,
  absolute: number | null,
  relative: number | null,
): number | null {
  if (output === null || absolute === null || relative === null) return null
  const [above, below] = kind === 'productivity' ? [output, absolute] : [absolute, output]
  return below === -1 ? null : 1 + relative - (1 + above) / (1 + below)
}
