import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SankeyGraph } from '../../../src/report/sankey/graph.js'
import { layoutSankey, type Layout } from '../../../src/report/sankey/layout.js'
import type { Frame } from '../../../src/report/sankey/place-shapes.js'
import { graphOf, randomGraph } from './random-graph.js'
import { pointsOf } from './shape-points.js'

const layOut = (graph: SankeyGraph): Layout => layoutSankey(graph, 'stock', 'en')

function overlap(a: Frame, b: Frame): boolean {
  const slack = 0.01
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  )
}

function overlapping(frames: readonly Frame[]): readonly (readonly [Frame, Frame])[] {
  return frames.flatMap((a, index) =>
    frames.slice(index + 1).flatMap((b) => (overlap(a, b) ? [[a, b] as const] : [])),
  )
}

const frame = ({ x, y, width, height }: Frame): Frame => ({ x, y, width, height })

/** Every number in a value, however deep. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

const check = (property: (graph: SankeyGraph, layout: Layout) => void, numRuns = 100): void =>
  fc.assert(
    fc.property(randomGraph, (graph) => property(graph, layOut(graph))),
    { seed: 20251127, numRuns },
  )

describe('the layout of any graph', () => {
  it('has no number that is none', () => {
    check((_, { boxes, bands, width, height, scale }) => {
      const shapes = [
        boxes.map(({ node: _node, ...box }) => box),
        bands.map(({ link: _link, ...band }) => band),
      ]
      expect(numbersIn([shapes, width, height, scale]).filter((number) => !Number.isFinite(number))).toEqual(
        [],
      )
    })
  })

  it('draws every node and every link once', () => {
    check(({ nodes, links }, { boxes, bands }) => {
      expect(boxes.map(({ node }) => node.id).toSorted()).toEqual(nodes.map(({ id }) => id).toSorted())
      expect(bands.map(({ link }) => link)).toEqual(links)
    })
  })

  it('lets no box and no label lie over another', () => {
    check((_, { boxes, bands }) => {
      expect(overlapping([...boxes, ...bands.map(({ label }) => label)].map(frame))).toEqual([])
    })
  })

  it('keeps the text of a step in its box', () => {
    check((_, { boxes }) => {
      const wrong = boxes.filter(({ label, ...box }) => {
        return (
          label.x < box.x ||
          label.y < box.y ||
          label.x + label.width > box.x + box.width ||
          label.y + label.height > box.y + box.height
        )
      })
      expect(wrong).toEqual([])
    })
  })

  it('leads no band but its own through a label, and none through a box', () => {
    check((_, { boxes, bands }) => {
      const inside = (
        [x, y]: readonly [number, number],
        { x: left, y: top, width, height }: Frame,
      ): boolean => x > left + 0.5 && x < left + width - 0.5 && y > top + 0.5 && y < top + height - 0.5
      const wrong = bands.flatMap((band) => {
        const others = [...bands.filter((other) => other !== band).map(({ label }) => label), ...boxes]
        const points = pointsOf(band.outline)
        return others
          .filter((other) => points.some((point) => inside(point, other)))
          .map((other) => [band.link.name, frame(other)])
      })
      expect(wrong).toEqual([])
    }, 80)
  })

  it('makes every band as wide as its value by one scale, or a hairline that says so', () => {
    check((_, { bands, scale }) => {
      const wrong = bands.filter(({ link, width, hairline }) => {
        const exact = (link.value ?? 0) * scale
        return hairline ? width !== 1 || exact >= 1 : link.value !== null && Math.abs(width - exact) >= 0.5
      })
      expect(wrong.map(({ link, width }) => [link.value, width])).toEqual([])
    })
  })

  it('leads no band backwards on its way', () => {
    check((_, { bands }) => {
      const wrong = bands.filter(({ middle }) => {
        const points = pointsOf(middle)
        return points.some(([x, y], index) => {
          const [before, after] = [points[index - 1], points[index + 1]]
          if (before === undefined || after === undefined) return false
          const [[ax, ay], [bx, by]] = [before, after]
          return (x - ax) * (bx - x) + (y - ay) * (by - y) < -1e-6
        })
      })
      expect(wrong.map(({ link }) => link.name)).toEqual([])
    })
  })

  it('stays within its frame', () => {
    check((_, { boxes, bands, width, height }) => {
      const points = bands.flatMap(({ outline }) => pointsOf(outline))
      const corners = [...boxes, ...bands.map(({ label }) => label)].flatMap((one) => [
        [one.x, one.y] as const,
        [one.x + one.width, one.y + one.height] as const,
      ])
      const out = [...points, ...corners].filter(
        ([x, y]) => x < -0.5 || y < -4 || x > width + 0.5 || y > height + 4,
      )
      expect(out).toEqual([])
    })
  })

  it('is the same each time', () => {
    check((graph, layout) => {
      expect(layOut(structuredClone(graph))).toEqual(layout)
    }, 60)
  })
})

describe('what runs back', () => {
  const back = (...flows: readonly string[]): readonly string[] =>
    layOut(graphOf(...flows))
      .bands.filter((band) => band.back)
      .map(({ link }) => link.name)

  it.each([
    [
      'what the user calls recycle, though it is the largest',
      ['>a:1', 'a>b:2', 'b>a:9!', 'b>:1'],
      ['b>a:9!'],
    ],
    ['the lightest of a loop that nobody marked', ['>a:10', 'a>b:12', 'b>c:12', 'c>a:2', 'c>:10'], ['c>a:2']],
    ['nothing where there is no loop, whatever it is called', ['>a:5', 'a>b:5!', 'b>:5'], []],
    ['a flow from a step to itself', ['>a:5', 'a>a:2', 'a>:5'], ['a>a:2']],
    [
      'both ways back through three rinses',
      ['>c:9', 'a>b:1', 'b>c:1', 'c>b:9!', 'b>a:9!', 'a>:9'],
      ['c>b:9!', 'b>a:9!'],
    ],
    ['in a loop without an outside the lightest too', ['a>b:3', 'b>a:1'], ['b>a:1']],
  ])('is %s', (_, flows, expected) => {
    expect(back(...flows)).toEqual(expected)
  })

  it('begins loops where most enters from outside', () => {
    const { boxes } = layOut(graphOf('b>a:5', 'a>b:5', '>a:100', 'b>:100'))
    const [x = 0, y = 0] = ['a', 'b'].map((id) => boxes.find(({ node }) => node.id === id)?.x)
    expect(x).toBeLessThan(y)
  })
})

describe('the order of the file', () => {
  it('decides what nothing else decides', () => {
    const { boxes } = layOut(graphOf('s>b:1', 's>a:1', 's>c:1'))
    const order = boxes.filter(({ node }) => node.id !== 's').toSorted((a, b) => a.y - b.y)
    expect(order.map(({ node }) => node.id)).toEqual(['b', 'a', 'c'])
  })
})
