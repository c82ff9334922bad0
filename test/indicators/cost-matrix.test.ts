import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const SITE = `recp: 1
site: { id: shop, name: A shop, country: VN, currency: VND }
period: 2025
products: { cloth: { amount: 60 t } }
materials:
  yarn: { amount: 100 t, price: 1 000 VND/t, in-product: 60 % }
  labels: { amount: 10 t, price: 500 VND/t }
water:
  fresh: { amount: 2 000 m3, price: 3 VND/m3 }
  drain: { as: wastewater, amount: 2 000 m3, treatment-cost: 2 VND/m3 }
energy: { power: { amount: 100 MWh, price: 200 VND/MWh, fuel: electricity } }
costs:
  - { class: system, amount: 50 000 VND/yr }
`

describe('the cost matrix of a site', () => {
  it('splits what was spent by the share of the material, by hand', async () => {
    const { audit, value } = await auditText(SITE)
    const matrix = audit.indicators.costMatrix
    const rows = Object.fromEntries(
      (matrix?.rows ?? []).map((row) => [row.class, [value(row.product), value(row.loss), value(row.total)]]),
    )
    // Yarn 100 000, 60 % of it in the product; water 6 000, all lost; energy and system follow the 60 %.
    expect(rows['material']).toEqual([60_000, 46_000, 106_000])
    expect(rows['energy']).toEqual([12_000, 8_000, 20_000])
    expect(rows['system']).toEqual([30_000, 20_000, 50_000])
    expect(value(matrix?.distribution ?? '')).toBeCloseTo(0.6, 12)
    // Nobody says what share of the labels ends in the product.
    expect(value(matrix?.unallocated ?? '')).toBe(5000)
    const [product, loss, open, total] = [
      matrix?.product,
      matrix?.loss,
      matrix?.unallocated,
      matrix?.total,
    ].map((id) => value(id ?? '') ?? NaN) as [number, number, number, number]
    expect(product + loss + open).toBeCloseTo(total, 6)
  })

  it('leaves what never enters the product out of the share, and counts it as loss', async () => {
    const oil = '  oil: { role: operating, amount: 20 t, price: 100 VND/t, in-product: 0 % }\n'
    const { audit, value } = await auditText(SITE.replace('water:\n', `${oil}water:\n`))
    const matrix = audit.indicators.costMatrix
    expect(value(matrix?.distribution ?? '')).toBeCloseTo(0.6, 12)
    const material = matrix?.rows.find((row) => row.class === 'material')
    expect([value(material?.product ?? ''), value(material?.loss ?? '')]).toEqual([60_000, 48_000])
    // A raw material of which nothing arrives is no auxiliary: it lessens the share.
    const raw = await auditText(SITE.replace('water:\n', `${oil.replace('operating', 'raw')}water:\n`))
    expect(raw.value(raw.audit.indicators.costMatrix?.distribution ?? '')).toBeCloseTo(60 / 120, 12)
  })

  it('is absent where nothing says what ends in the product', async () => {
    const { audit } = await auditText(SITE.replace(', in-product: 60 %', ''))
    expect(audit.indicators.costMatrix).toBe(undefined)
  })

  it('prices water with its discharge', async () => {
    const { audit, value } = await auditText(SITE)
    const water = audit.indicators.trueCostOfWater
    expect(water?.parts.map(({ kind, figure }) => [kind, value(figure)])).toEqual([
      ['purchase', 6000],
      ['discharge', 4000],
    ])
    expect(value(water?.perUnit ?? '')).toBeCloseTo(5, 12)
  })
})
