import { describe, expect, it } from 'vitest'
import type { Audit } from '../../../src/model/audit.js'
import type { Lang } from '../../../src/model/text.js'
import { MONEY, sankeyGraph, sankeyLayers } from '../../../src/report/sankey/diagrams.js'
import type { SankeyGraph, SankeyNode } from '../../../src/report/sankey/graph.js'
import { exampleAudit, EXAMPLES } from '../workbook/example-audit.js'

const LANGS: readonly Lang[] = ['en', 'vi']

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

/** What enters a node less what leaves it and stays; `null` where a flow of it is not known. */
function restOf(
  { links }: SankeyGraph,
  { id, stocks }: SankeyNode,
): { readonly rest: number; readonly through: number } | null {
  const own = links.filter(({ from, to }) => from === id || to === id)
  const values = [...own, ...stocks].map(({ value }) => value)
  if (values.includes(null)) return null
  const sum = (end: 'from' | 'to') =>
    own.reduce((total, link) => total + (link[end] === id ? (link.value ?? 0) : 0), 0)
  const held = stocks.reduce((total, { value }) => total + (value ?? 0), 0)
  return { rest: sum('to') - sum('from') - held, through: sum('to') }
}

describe.each(EXAMPLES)('the diagrams of %s', (name) => {
  it('close at every balanced step, what is missing being a stub of its own', async () => {
    const audit = await exampleAudit(name)
    for (const layer of sankeyLayers(audit)) {
      const graph = sankeyGraph(audit, layer, 'en')
      const open = graph.nodes.filter((node) => {
        const sums = node.balanced ? restOf(graph, node) : null
        return sums !== null && Math.abs(sums.rest) > 1e-6 * Math.max(1, sums.through)
      })
      expect({ layer, open: open.map(({ id }) => id) }).toEqual({ layer, open: [] })
    }
  })

  it('show every flow of a layer with the value of its figure, and join only steps that are there', async () => {
    const audit = await exampleAudit(name)
    const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
    for (const layer of sankeyLayers(audit).filter((one) => one !== MONEY)) {
      const { links, nodes } = sankeyGraph(audit, layer, 'en')
      const steps = new Set(nodes.map(({ id }) => id))
      expect(
        links.flatMap(({ from, to }) => [from, to]).filter((id) => id !== null && !steps.has(id)),
      ).toEqual([])
      const shown = new Map(links.map((link) => [link.id, link]))
      for (const result of audit.reconciled.flows) {
        const value = ledger.get(result.layers[layer] ?? '')?.value ?? null
        if (value === null || value <= 0) continue
        expect({ id: result.flow, value: shown.get(result.flow)?.value }).toEqual({ id: result.flow, value })
      }
    }
  })

  it('show an open balance as what it misses', async () => {
    const audit = await exampleAudit(name)
    for (const balance of audit.reconciled.balances) {
      const value = audit.figures.find(({ id }) => id === balance.unaccounted)?.value ?? 0
      const link = sankeyGraph(audit, balance.layer, 'en').links.find(
        ({ id }) => id === `unaccounted.${balance.step}`,
      )
      if (balance.step === null || balance.state !== 'open') continue
      expect(link).toMatchObject({
        value: Math.abs(value),
        medium: 'unaccounted',
        [value > 0 ? 'from' : 'to']: balance.step,
      })
    }
  })

  it('spend what was paid, in the drawing as in the table of costs', async () => {
    const audit = await exampleAudit(name)
    const { links, unit } = sankeyGraph(audit, MONEY, 'en')
    const paid = links
      .filter(({ from, id }) => from === null && !id.startsWith('paid.'))
      .reduce((sum, { value }) => sum + (value ?? 0), 0)
    const total = audit.figures.find(({ id }) => id === audit.indicators.totalCost)?.value ?? 0
    expect(near(paid * (unit.startsWith('million') ? 1e6 : 1), total)).toBe(true)
  })

  it.each(LANGS)('name every flow and every step (%s)', async (lang) => {
    const audit = await exampleAudit(name)
    for (const layer of sankeyLayers(audit)) {
      const { links, nodes, title } = sankeyGraph(audit, layer, lang)
      expect(
        [title, ...[...links, ...nodes].map((one) => one.name)].filter((text) => text.trim() === ''),
      ).toEqual([])
    }
  })
})

describe('the layers of an audit', () => {
  it('begin with those that are balanced, and end with money', async () => {
    expect(sankeyLayers(await exampleAudit('brewery'))).toEqual(['water', 'mass', 'energy', 'cod', 'money'])
  })

  it('have no money where nothing is priced', async () => {
    const audit: Audit = await exampleAudit('brewery')
    const free = { ...audit, indicators: { ...audit.indicators, costs: [], losses: [] } }
    expect(sankeyLayers(free)).not.toContain(MONEY)
  })

  it('say what is lost of each kind of cost only as far as it is known', async () => {
    const audit = await exampleAudit('brewery')
    const [loss] = audit.indicators.losses
    const [part] = loss?.parts ?? []
    const figures = audit.figures.map((figure) =>
      figure.id === part?.figure ? { ...figure, value: null } : figure,
    )
    const { links, nodes } = sankeyGraph({ ...audit, figures }, MONEY, 'en')
    expect(links.find(({ id }) => id === 'rest.material')).toMatchObject({ value: null, class: 'unknown' })
    expect(links.find(({ id }) => id === `loss.${loss?.id}`)).toMatchObject({ value: null, class: 'unknown' })
    expect(nodes.find(({ id }) => id === 'material')?.balanced).toBe(false)
    expect(links.find(({ id }) => id === 'rest.energy')?.value).toBeGreaterThan(0)
  })
})
