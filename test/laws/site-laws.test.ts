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
      const audited = await auditText(siteText(site))
      for (const balance of audited.audit.reconciled.balances) {
        const [into, out, stock, rest] = [balance.in, balance.out, balance.stock, balance.unaccounted].map(
          (id) => audited.value(id),
        )
        if (into == null || out == null || stock == null) {
          expect(balance.state).toBe('unknown')
          expect(rest).toBe(null)
        } else expect(near(into - out - stock, rest ?? Number.NaN, into + out + Math.abs(stock))).toBe(true)
      }
    })
  })

  it('twice as much of everything keeps the relative indicators', async () => {
    await lawful(async (site) => {
      const [once, twice] = [await auditText(siteText(site)), await auditText(siteText(site, { times: 2 }))]
      for (const { figure, group } of once.audit.indicators.indicators) {
        if (group === 'productivity' || group === 'intensity' || group === 'specific')
          expect([figure, near(once.value(figure), twice.value(figure))]).toEqual([figure, true])
        else if (once.value(figure) !== null)
          expect(near((once.value(figure) ?? 0) * 2, twice.value(figure))).toBe(true)
      }
    })
  })

  it('other units change nothing', async () => {
    const other = { volume: 'l', mass: 'kg', energy: 'GJ', pieces: 'pcs' } as const
    await lawful(async (site) => {
      const plain = await auditText(siteText(site))
      const changed = await auditText(siteText(site, { unit: (kind) => other[kind as keyof typeof other] }))
      expect(changed.codes).toEqual(plain.codes)
      for (const { id, unit, value } of plain.audit.figures) {
        if (!/^(flow|total|indicator|balance|package|cost|loss|ghg|toe|opportunity)\./.test(id)) continue
        const size = /^balance\./.test(id) ? (plain.value(id.replace(/[^.]+$/, 'in')) ?? 0) : 0
        if (/-written$/.test(id)) continue
        expect([id, near(value, inUnitOf(changed, id, unit), size)]).toEqual([id, true])
      }
    })
  })

  it('taking a number away never finds a flow that was unknown', async () => {
    await lawful(async (site) => {
      const before = await auditText(siteText(site))
      if (!clean(before)) return
      for (const id of Object.keys(site.flows)) {
        const { amount: _taken, ...rest } = site.flows[id] ?? { of: 'well' }
        const after = await auditText(siteText({ ...site, flows: { ...site.flows, [id]: rest } }))
        for (const { flow, figure } of before.audit.reconciled.flows)
          if (before.value(figure) === null)
            expect([flow, after.has(figure) ? after.value(figure) : null]).toEqual([flow, null])
      }
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
