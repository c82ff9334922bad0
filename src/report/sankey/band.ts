/** An outline: moves, lines and cubic curves. All places in pixels, y downwards. */
export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

/** A piece of the way of a band: straight on, or a turn (radians, positive to the right) around a radius. */
export type Move = { readonly go: number } | { readonly turn: number; readonly radius: number }

type Place = { readonly x: number; readonly y: number; readonly heading: number }

/** Smallest inner radius of a bend. */
export const INNER_RADIUS = 5

/** Radius of the middle of the tightest bend of a band. */
export function tightest(width: number): number {
  return width / 2 + INNER_RADIUS
}

/** The room a band needs to move sideways by `dy` without getting thinner in its bends. */
export function roomFor(dy: number, width: number): number {
  const [shift, radius] = [Math.abs(dy), tightest(width)]
  return shift < 2 * radius ? Math.sqrt(shift * (4 * radius - shift)) : 2 * radius
}

/** Moves that go on by `dx` and sideways by `dy` (down is positive): two equal bends with a straight between. */
export function sideways(dx: number, dy: number, width: number): readonly Move[] {
  const shift = Math.abs(dy)
  if (shift < 0.005) return [{ go: dx }]
  const largest = shift <= dx ? (dx * dx + shift * shift) / (4 * shift) : dx / 2
  const wanted = shift <= dx ? largest : Math.max(tightest(width), dx / 2.6)
  const radius = Math.min(wanted, largest)
  const straight = Math.sqrt(Math.max(0, dx * dx + shift * shift - 4 * radius * shift))
  const angle = Math.atan2(shift - 2 * radius, dx) + Math.atan2(2 * radius, straight)
  const turn = Math.sign(dy) * angle
  return [{ turn, radius }, { go: straight }, { turn: -turn, radius }]
}

function aside({ x, y, heading }: Place, offset: number): readonly [number, number] {
  return [x - Math.sin(heading) * offset, y + Math.cos(heading) * offset]
}

function after(place: Place, move: Move): Place {
  const { x, y, heading } = place
  if ('go' in move) return { x: x + Math.cos(heading) * move.go, y: y + Math.sin(heading) * move.go, heading }
  const side = Math.sign(move.turn)
  const [cx, cy] = aside(place, side * move.radius)
  const next = heading + move.turn
  const [dx, dy] = aside({ x: 0, y: 0, heading: next }, -side * move.radius)
  return { x: cx + dx, y: cy + dy, heading: next }
}

/** One edge of a band, `offset` to the right of its middle, from `from` on. */
function edge(from: Place, moves: readonly Move[], offset: number): readonly PathStep[] {
  const steps: PathStep[] = []
  let place = from
  for (const move of moves) {
    const next = after(place, move)
    const [x, y] = aside(next, offset)
    if ('go' in move) steps.push(['L', x, y])
    else {
      const [x0, y0] = aside(place, offset)
      const reach =
        (4 / 3) * Math.tan(Math.abs(move.turn) / 4) * (move.radius - Math.sign(move.turn) * offset)
      steps.push([
        'C',
        x0 + Math.cos(place.heading) * reach,
        y0 + Math.sin(place.heading) * reach,
        x - Math.cos(next.heading) * reach,
        y - Math.sin(next.heading) * reach,
        x,
        y,
      ])
    }
    place = next
  }
  return steps
}

/** The same edge backwards, without its last place. */
function reversed(start: readonly [number, number], steps: readonly PathStep[]): readonly PathStep[] {
  const ends = [start, ...steps.map((step) => step.slice(-2) as unknown as readonly [number, number])]
  return steps
    .map((step, index): PathStep => {
      const [x, y] = ends[index] ?? start
      return step[0] === 'C' ? ['C', step[3], step[4], step[1], step[2], x, y] : ['L', x, y]
    })
    .reverse()
}

export type Band = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly moves: readonly Move[]
  /** A tail where it comes from outside. */
  readonly tail?: boolean
}

/** Length of the head of a band: the last piece of its way. */
export function headLength(width: number): number {
  return Math.min(14, Math.max(7, width * 0.45))
}

/** The parts of a band that a drawing is made of. */
export type BandShape = {
  /** A closed outline of constant width with an arrow head. */
  readonly outline: readonly PathStep[]
  /** Its middle, without the head. */
  readonly middle: readonly PathStep[]
  readonly head: readonly PathStep[]
}

/**
 * A band of constant width along its way, which begins at (x, y) heading right; an arrow head of `headLength(width)`
 * is put on its end.
 */
export function bandShape({ x, y, width, moves, tail = false }: Band): BandShape {
  const start: Place = { x, y, heading: 0 }
  const end = moves.reduce(after, start)
  const [left, right] = [edge(start, moves, -width / 2), edge(start, moves, width / 2)]
  const half = Math.max(width / 2, 3.5)
  const tip = after(end, { go: headLength(width) })
  const point: PathStep[] = [
    ['L', ...aside(end, -half)],
    ['L', tip.x, tip.y],
    ['L', ...aside(end, half)],
  ]
  const notch: PathStep[] = tail ? [['L', x + Math.min(10, width / 2), y]] : []
  const back = reversed(aside(start, width / 2), right)
  const outline: PathStep[] = [
    ['M', ...aside(start, -width / 2)],
    ...left,
    ...point,
    ['L', ...aside(end, width / 2)],
  ]
  return {
    outline: [...outline, ...back, ...notch, ['Z']],
    middle: [['M', x, y], ...edge(start, moves, 0)],
    head: [['M', ...aside(end, -half)], ...point.slice(1), ['Z']],
  }
}
