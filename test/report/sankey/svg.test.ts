import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SankeyGraph } from '../../../src/report/sankey/graph.js'
import { drawSankey } from '../../../src/report/sankey/draw.js'
import type { Scene, SceneText } from '../../../src/report/sankey/scene.js'
import { writeSvg } from '../../../src/report/sankey/svg.js'
import { graphOf, randomGraph } from './random-graph.js'

const svgOf = (graph: SankeyGraph): string => writeSvg(drawSankey(graph, 'en'))

const textsOf = ({ items }: Scene): readonly SceneText[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item] : []))

/** The names of all tags and attributes of a text that is XML, or a throw where it is none. */
function namesIn(xml: string): ReadonlySet<string> {
  const names = new Set<string>()
  const open: string[] = []
  const rest = xml
    .replace(/^<\?xml [^?]*\?>\n/, '')
    .replace(/<(\/?)(\w+)((?:\s+[\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)\s*(\/?)>/g, (_, ...found) => {
      const [close, name, attributes, alone] = found as readonly string[]
      if (close === '/') {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
      } else {
        names.add(name ?? '')
        for (const [, attribute] of (attributes ?? '').matchAll(/\s([\w:-]+)=/g)) names.add(`@${attribute}`)
        if (alone !== '/') open.push(name ?? '')
      }
      return ''
    })
  if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot);)/.test(rest))
    throw new Error(`not well formed: ${rest.slice(0, 200)}`)
  return names
}

const KNOWN = ['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'path', 'text']

describe('the SVG of any graph', () => {
  it('is XML of shapes and text alone, with nothing that runs or loads', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const names = [...namesIn(svgOf(graph))]
        expect(names.filter((name) => !name.startsWith('@') && !KNOWN.includes(name))).toEqual([])
        expect(names.filter((name) => /^@(?:on|href|src|xlink|style)/.test(name))).toEqual([])
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  it('has no number that is none, and the same bytes each time', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const svg = svgOf(graph)
        expect(/="[^"]*(?:NaN|undefined|Infinity|\de[+-]\d)/.test(svg)).toBe(false)
        expect(svgOf(JSON.parse(JSON.stringify(graph)) as SankeyGraph)).toBe(svg)
      }),
      { seed: 4, numRuns: 60 },
    )
  })

  it('shows all its text on the page, none of it over another', () => {
    fc.assert(
      fc.property(randomGraph, (graph) => {
        const scene = drawSankey(graph, 'vi')
        const texts = textsOf(scene)
        const over = texts.filter((a, index) =>
          texts.slice(index + 1).some((b) => {
            const [dx, dy] = [
              Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
              Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
            ]
            return dx > 0.01 && dy > 0.01
          }),
        )
        expect(over.map(({ block }) => block.lines)).toEqual([])
        const off = texts.filter(
          ({ x, y, width, height }) => x < 0 || y < 0 || x + width > scene.width || y + height > scene.height,
        )
        expect(off.map(({ block }) => block.lines)).toEqual([])
      }),
      { seed: 5, numRuns: 60 },
    )
  })
})

describe('a drawing', () => {
  it('shows what the user wrote as text, whatever it is', () => {
    const graph = graphOf('>a:5', 'a>:5')
    const hostile = "</text><script>alert(1)</script>\"onload='x' & ]]>\u0000\uFFFE"
    const svg = svgOf({
      ...graph,
      title: hostile,
      subtitle: hostile,
      notes: [hostile],
      nodes: graph.nodes.map((node) => ({ ...node, name: hostile })),
    })
    expect(namesIn(svg).has('script')).toBe(false)
    expect(svg).toContain('&lt;script&gt;')
    expect(['\u0000', '\uFFFE'].filter((letter) => svg.includes(letter))).toEqual([])
  })

  it('says what it means beside its colours: class by edge, unknown by a broken line, what is missing by a hatch', () => {
    const graph = graphOf('>a:100', 'a>b:60', 'b>:?')
    const [first, second, ...rest] = graph.links
    if (first === undefined || second === undefined) throw new Error('two links')
    const missing = {
      ...first,
      id: 'u',
      name: 'unaccounted',
      from: 'a',
      to: null,
      value: 40,
      medium: 'unaccounted' as const,
    }
    const svg = svgOf({ ...graph, links: [first, { ...second, class: 'reconciled' }, ...rest, missing] })
    expect(svg).toContain('stroke-dasharray="9 3"')
    expect(svg).toContain('stroke-dasharray="5 4"')
    expect(svg).toContain('fill="url(#hatch-')
    for (const word of ['reconciled', 'not known', 'unaccounted']) expect(svg).toContain(`>${word}</text>`)
  })

  it('has one scale, shown as a bar as high as a band of its value is wide', () => {
    const scene = drawSankey(graphOf('>a:1000', 'a>:400', 'a>:600'), 'en')
    const bars = scene.items.filter((item) => item.kind === 'shape' && item.name === '200 m³/yr')
    const ys = bars.flatMap((bar) =>
      bar.kind === 'shape' ? bar.steps.flatMap((step) => (step[0] === 'L' ? [step[2]] : [])) : [],
    )
    const band = scene.items.find((item) => item.kind === 'shape' && item.name === 'a>:400')
    const [left, ...points] = band?.kind === 'shape' ? band.steps : []
    const last = points.at(-2)
    expect(bars).toHaveLength(3)
    expect(2 * (Math.max(...ys) - Math.min(...ys))).toBeCloseTo(Number(last?.at(-1)) - Number(left?.[2]), 6)
  })

  it('tells of hairlines, with the value under which a flow is one', () => {
    expect(svgOf(graphOf('>a:1000', 'a>:999', 'a>:1'))).toContain(
      'Flows under 7.7 m³/yr are drawn as hairlines, wider than their value.',
    )
    expect(svgOf(graphOf('>a:1000', 'a>:500', 'a>:500'))).not.toContain('hairlines')
  })

  it('says that there is nothing to draw', () => {
    expect(svgOf({ ...graphOf(), nodes: [], links: [] })).toContain('There is nothing to draw')
  })

  it('of countercurrent rinsing with a loop', async () => {
    const rinsing = graphOf(
      '>r3:1200',
      'r1>r2:60',
      'r2>r3:60',
      'r3>r2:1700!',
      'r2>r1:1700!',
      'r1>ix:1540',
      'ix>r3:513!',
      'ix>:1027',
      'r1>:100',
      'r3>:?',
    )
    await expect(svgOf(rinsing)).toMatchFileSnapshot('golden/rinsing.svg')
  })
})
