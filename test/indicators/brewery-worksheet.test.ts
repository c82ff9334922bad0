import { describe, expect, it } from 'vitest'
import { convert, parseUnit } from '../../src/units/index.js'
import { exampleAudit } from '../report/workbook/example-audit.js'

/**
 * Worksheets of UNIDO's training brewery (ws 1-3, 3-2 and 7-1): what stands there, and what it is exactly. The source
 * rounds as it likes: 1 m3/hl is 1.088, 10 kWh/hl is 9.92.
 */
const WORKSHEET: readonly [figure: string, unit: string, exact: number, printed: number, digits: number][] = [
  ['indicator.specific-well-water', 'm3/hl', 272_000 / 250_000, 1, 0],
  ['indicator.cleaning-water', '%', (117_500 / 272_000) * 100, 43, 0],
  ['indicator.specific-electricity', 'kWh/hl', 2_480_000 / 250_000, 10, 0],
  ['indicator.waste-intensity', 'kg/hl', 104_000 / 250_000, 0.42, 2],
  ['indicator.wastewater-intensity', 'm3/hl', (142_000 + 102_000) / 250_000, 0.98, 2],
  ['indicator.wastewater-intensity', 'l/hl', 976, 980, -1],
  ['total.water', 'm3/yr', 272_000, 272_000, 0],
  ['total.output', 'hl/yr', 250_000, 250_000, 0],
  ['flow.e-brewing', 'm3/yr', 42_500 - 25_000 - 3_000, 14_500, 0],
]

describe("the indicators of UNIDO's training brewery", () => {
  it.each(WORKSHEET)('%s in %s', async (id, unit, exact, printed, digits) => {
    const figure = (await exampleAudit('brewery')).figures.find((one) => one.id === id)
    const [own, wanted] = [parseUnit(figure?.unit ?? '?'), parseUnit(unit)]
    if (!('unit' in own) || !('unit' in wanted)) throw new Error(`no unit of ${id}`)
    const value = convert(figure?.value ?? Number.NaN, own.unit, wanted.unit) ?? Number.NaN
    expect(value / exact).toBeCloseTo(1, 6)
    const step = 10 ** -digits
    expect(Math.round(value / step) * step).toBeCloseTo(printed, 6)
  })

  it('carry their formula, so that each can be looked at', async () => {
    const { figures } = await exampleAudit('brewery')
    expect(figures.find(({ id }) => id === 'indicator.specific-well-water')).toMatchObject({
      unit: 'm3/hl',
      formula: 'use / output',
      uses: { use: 'use.well-water', output: 'total.output' },
    })
  })
})
