import type { Move, ProfileRow } from '../model/comparison.js'

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
 * The RECP profile of the UNIDO/UNEP indicators between two years. Every profile must satisfy
 * 1 + Δproductivity = (1 + Δoutput) ÷ (1 + Δresource) and 1 + Δintensity = (1 + Δpollution) ÷ (1 + Δoutput).
 */
export function profileOf(moves: readonly Move[]): readonly ProfileRow[] {
  const byId = new Map(moves.map((move) => [move.id, move]))
  const output = changeOf(byId.get(OUTPUT))
  const rows = RELATIVE.flatMap(([id, relativeId, kind]): readonly ProfileRow[] => {
    const move = byId.get(id)
    if (move === undefined) return []
    const absolute = changeOf(move)
    const relative = changeOf(byId.get(relativeId))
    return [
      {
        id,
        relativeId,
        label: move.label,
        absolute,
        relative,
        identity: identity(kind, output, absolute, relative),
      },
    ]
  })
  const made = byId.get(OUTPUT)
  if (made === undefined) return rows
  return [...rows, { id: OUTPUT, label: made.label, absolute: output, relative: null, identity: null }]
}

function changeOf(move: Move | undefined): number | null {
  if (move === undefined || move.old === null || move.new === null || move.old === 0) return null
  return move.new / move.old - 1
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
