import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLedger } from '../../src/formula/index.js'
import { convert, parseUnit } from '../../src/units/index.js'
import { auditText, type Audited } from '../audit-text.js'
import { randomSite, siteText, type RandomSite } from './random-site.js'

const RUNS = { numRuns: 80, seed: 20260924 }

/** Same within rounding; a number beside the size of what it was made of. */
function near(a: number | null, b: number | null, size = 0): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), size) + 1e-12
}

function inUnitOf(audited: Audited, id: string, unit: string): number | null {
  const { value, unit: own } = audited.figure(id)
  const [from, to] = [parseUnit(own), parseUnit(unit)]
  if (value === null || !('unit' in from) || !('unit' in to)) return null
  return convert(value, from.unit, to.unit) ?? Number.NaN
}

/** Figures whose unit is that of a good, or the same in every audit. */
const COMPARED = /^(flow|total|indicator|balance|package|cost|loss|ghg|toe|opportunity)\./

const clean = (audited: Audited): boolean =>
  !audited.codes.some((code) => ['R101', 'R102', 'R201', 'B402', 'B404', 'B405'].includes(code))

async function lawful(law: (site: RandomSite) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(randomSite, law), RUNS)
}

describe('random sites keep these laws', () => {
  it('no stage throws, and the figures are a ledger that can be read again', async () => {
    await lawful(async (site) => {
      const { audit } = await auditText(siteText(site))
      expect(createLedger(audit.figures).all()).toHaveLength(audit.figures.length)
      for (const figure of audit.figures)
        expect(figure.value !== null || figure.lacks !== undefined || figure.reason !== undefined).toBe(true)
    })
  })

  it('a balance closes, or shows what it misses, or says that it is unknown', async () => {
    await lawful(async (site) => {
      const { audit, value } = await auditText(siteText(site))
      const broken = audit.reconciled.balances.filter((balance) => {
        const [into, out, stock] = [value(balance.in), value(balance.out), value(balance.stock)]
        const rest = value(balance.unaccounted)
        if (into === null || out === null || stock === null)
          return balance.state !== 'unknown' || rest !== null
        return !near(into - out - stock, rest, into + out + Math.abs(stock))
      })
      expect(broken).toEqual([])
    })
  })

  it('twice as much of everything keeps the relative indicators', async () => {
    await lawful(async (site) => {
      const once = await auditText(siteText(site))
      const twice = await auditText(siteText(site, { times: 2 }))
      const broken = once.audit.indicators.indicators.filter(({ figure, group }) => {
        const value = once.value(figure)
        const relative = ['productivity', 'intensity', 'specific', 'product', 'step', 'own'].includes(group)
        return !near(value === null || relative ? value : value * 2, twice.value(figure))
      })
      expect(broken).toEqual([])
    })
  })

  it('other units change nothing', async () => {
    const other = { volume: 'l', mass: 'kg', energy: 'GJ', pieces: 'pcs' } as const
    await lawful(async (site) => {
      const plain = await auditText(siteText(site))
      const changed = await auditText(siteText(site, { unit: (kind) => other[kind as keyof typeof other] }))
      expect(changed.codes).toEqual(plain.codes)
      const compared = plain.audit.figures.filter(({ id }) => COMPARED.test(id) && !id.endsWith('-written'))
      const broken = compared.filter(({ id, unit, value }) => {
        const size = id.startsWith('balance.') ? (plain.value(id.replace(/[^.]+$/, 'in')) ?? 0) : 0
        return !near(value, inUnitOf(changed, id, unit), size)
      })
      expect(broken).toEqual([])
    })
  })

  it('taking a number away never finds a flow that was unknown', async () => {
    await lawful(async (site) => {
      const before = await auditText(siteText(site))
      const unknown = before.audit.reconciled.flows.filter(({ figure }) => before.value(figure) === null)
      const taken = clean(before) ? Object.keys(site.flows) : []
      const found: string[] = []
      for (const id of taken) {
        const { amount: _taken, ...rest } = site.flows[id] ?? { of: 'well' }
        const after = await auditText(siteText({ ...site, flows: { ...site.flows, [id]: rest } }))
        const now = unknown.filter(({ figure }) => after.has(figure) && after.value(figure) !== null)
        found.push(...now.map(({ flow }) => `${flow} without ${id}`))
      }
      expect(found).toEqual([])
    })
  })

  it('a package saves no more than there is, and no more than its measures alone', async () => {
    await lawful(async (site) => {
      const { audit, value } = await auditText(siteText(site))
      for (const stream of audit.evaluation.streams) {
        const base = value(stream.base) ?? 0
        const saved = value(stream.saved) ?? 0
        const alone = audit.evaluation.opportunities
          .filter((opportunity) => stream.opportunities.includes(opportunity.id))
          .reduce((sum, opportunity) => sum + (value(opportunity.savings[0]?.base ?? '') ?? 0), 0)
        expect(saved).toBeLessThanOrEqual(base * (1 + 1e-9))
        expect(saved).toBeLessThanOrEqual(alone * (1 + 1e-9) + 1e-12)
        expect(near((value(stream.rest) ?? 0) + saved, base)).toBe(true)
      }
    })
  })

  it('the order of measures in the file changes no number', async () => {
    await lawful(async (site) => {
      const [plain, turned] = [
        await auditText(siteText(site)),
        await auditText(siteText(site, { reverse: true })),
      ]
      for (const { id, value } of plain.audit.figures)
        expect([id, near(value, turned.value(id))]).toEqual([id, true])
      expect(turned.audit.evaluation.opportunities.map((one) => one.id)).toEqual(
        plain.audit.evaluation.opportunities.map((one) => one.id),
      )
    })
  })

  it('the same text gives the same audit, to the letter', async () => {
    await lawful(async (site) => {
      const [first, second] = [await auditText(siteText(site)), await auditText(siteText(site))]
      expect(JSON.stringify(second.audit)).toBe(JSON.stringify(first.audit))
    })
  })
})
