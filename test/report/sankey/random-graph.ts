import fc from 'fast-check'
import type { Medium, SankeyGraph, SankeyLink, SankeyNode } from '../../../src/report/sankey/graph.js'
import { MEDIA } from '../../../src/report/sankey/media.js'

const name = fc.oneof(
  fc.constantFrom('Water', 'Nước thải', 'Condensate return from the dryers', '', '<&>"', 'x'.repeat(60)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const value = fc.oneof(
  fc.constantFrom(null, 0, 1e-9),
  fc.integer({ min: 1, max: 1000 }),
  fc.integer({ min: -4, max: 7 }).map((power) => 3 * 10 ** power),
)
const uncertainty = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: undefined })

function node(index: number): fc.Arbitrary<SankeyNode> {
  const stock = fc.record({ name, value: fc.oneof(value, fc.constantFrom(-5, -800)) })
  return fc.record({
    id: fc.constant(`n${index}`),
    name,
    balanced: fc.boolean(),
    stocks: fc.array(stock, { maxLength: 2 }),
  })
}

function link(index: number, nodes: number): fc.Arbitrary<SankeyLink> {
  const end = fc.option(fc.integer({ min: 0, max: nodes - 1 }), { freq: 3 })
  return fc
    .record({ from: end, to: end, name, value, sd: uncertainty, recycle: fc.boolean() })
    .filter(({ from, to }) => from !== null || to !== null)
    .chain(({ from, to, sd, ...rest }) =>
      fc
        .record({
          class: fc.constantFrom('claimed', 'reconciled', 'calculated', 'unknown' as const),
          medium: fc.constantFrom(...(Object.keys(MEDIA) as Medium[])),
        })
        .map((kind) => ({
          id: `f${index}`,
          from: from === null ? null : `n${from}`,
          to: to === null ? null : `n${to}`,
          ...rest,
          ...(sd !== undefined && { sd }),
          ...kind,
        })),
    )
}

/** Graphs with loops, self-loops, parallel flows, parts apart, and flows of zero and of unknown size. */
export const randomGraph: fc.Arbitrary<SankeyGraph> = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 26 }))
  .chain(([nodes, links]) =>
    fc.record({
      title: name,
      subtitle: name,
      unit: fc.constantFrom('m³/yr', 't/năm', ''),
      classes: fc.boolean(),
      nodes: fc.tuple(...Array.from({ length: nodes }, (_, index) => node(index))),
      links: fc.tuple(...Array.from({ length: links }, (_, index) => link(index, nodes))),
      notes: fc.array(name, { maxLength: 2 }),
    }),
  )

/** A graph written as `a>b:5`, with `` for outside, `?` for an unknown value and `!` for a recycle. */
export function graphOf(...flows: readonly string[]): SankeyGraph {
  const links = flows.map((flow, index): SankeyLink => {
    const [, from = '', to = '', amount = '', mark] = /^(\w*)>(\w*):([^!]*)(!?)$/.exec(flow) ?? []
    return {
      id: `f${index}`,
      name: flow,
      from: from || null,
      to: to || null,
      value: amount === '?' ? null : Number(amount),
      class: amount === '?' ? 'unknown' : 'claimed',
      medium: 'water',
      recycle: mark === '!',
    }
  })
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter((id) => id !== null)
  const nodes = names.map((id) => ({ id, name: id, balanced: true, stocks: [] }))
  return { title: 'Flows', subtitle: '', unit: 'm³/yr', classes: true, nodes, links, notes: [] }
}
