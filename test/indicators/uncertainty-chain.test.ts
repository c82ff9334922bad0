import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'
import { EXAMPLES, exampleAudit } from '../report/workbook/example-audit.js'

describe('uncertainty on its way through the formulas', () => {
  it('a loss is as uncertain as its amount and the price together', async () => {
    const { figure } = await auditText(`steps: { s: { name: S, balances: [water] } }
water: { w: { amount: 1 000 m3 ± 30 m3, price: 2 EUR/m3 ± 0.08 EUR/m3 }, e: { as: wastewater } }
flows: { in: { of: w, to: s }, out: { of: e, from: s } }\n`)
    expect(figure('loss.out.water').value).toBe(2000)
    // 3 % and 4 % at right angles are 5 %.
    expect(figure('loss.out.water').sd).toBeCloseTo(100, 6)
  })

  it.each(EXAMPLES)('none is lost half way: %s', async (name) => {
    const { figures } = await exampleAudit(name)
    const byId = new Map(figures.map((figure) => [figure.id, figure]))
    const dropsIt = (id: string): boolean => {
      const { kind, sd, uses = {} } = byId.get(id) ?? {}
      return kind === 'derived' && sd === undefined && Object.values(uses).some(isUncertain)
    }
    const isUncertain = (id: string): boolean => (byId.get(id)?.sd ?? 0) > 0
    const broken = figures
      .filter(({ sd }) => sd !== undefined)
      .flatMap(({ id, uses = {} }) =>
        Object.values(uses)
          .filter(dropsIt)
          .map((used) => `${used} -> ${id}`),
      )
    expect(broken).toEqual([])
  })
})
