import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

const METER = 'water: { w: {} }\nmeters: { m: { reads: w, unit: m3, factor: 10, accuracy: 3 % } }\n'
const months = (count: number, value = '10 m3'): string =>
  Array.from({ length: count }, (_, n) => `2023-${String(n + 1).padStart(2, '0')}: ${value}`).join(', ')

describe('readings', () => {
  it('a value without days is that of the period, times the factor, as sure as the meter', async () => {
    const { figure } = await auditText(`${METER}readings: [ { meter: m, value: 12 m3 } ]\n`)
    expect(figure('flow.w').value).toBeCloseTo(120, 9)
    expect(figure('flow.w').sd).toBeCloseTo(3.6, 9)
  })

  it('what stands after ± is scaled with the factor', async () => {
    const { figure } = await auditText(`${METER}readings: [ { meter: m, value: 12 m3 ± 1 m3 } ]\n`)
    expect(figure('flow.w').sd).toBeCloseTo(10, 9)
  })

  it('twelve months are a year', async () => {
    const { value } = await auditText(`${METER}readings: [ { meter: m, months: { ${months(12)} } } ]\n`)
    expect(value('flow.w')).toBeCloseTo(1200, 9)
  })

  it('eleven months are a trend', async () => {
    const { value, found } = await auditText(
      `${METER}readings: [ { meter: m, months: { ${months(11)} } } ]\n`,
    )
    expect(value('flow.w')).toBe(null)
    expect(found('U342')[0]?.args).toMatchObject({ given: 11, wanted: 12 })
  })

  it('months outside the period are not counted', async () => {
    const text = `${METER}readings: [ { meter: m, months: { ${months(12)}, 2024-01: 999 m3 } } ]\n`
    expect((await auditText(text)).value('flow.w')).toBeCloseTo(1200, 9)
  })

  it('rows from day to day add up', async () => {
    const { value } = await auditText(`${METER}readings:
  - { meter: m, start: 2022-12-31, end: 2023-06-30, value: 4 m3 }
  - { meter: m, start: 2023-06-30, end: 2023-12-31, value: 8 m3 }\n`)
    expect(value('flow.w')).toBeCloseTo(120, 9)
  })

  it('the dial on two days shows what ran between them', async () => {
    const { value } = await auditText(`${METER}readings:
  - { meter: m, date: 2023-12-31, value: 1 020 m3 }
  - { meter: m, date: 2022-12-31, value: 1 000 m3 }\n`)
    expect(value('flow.w')).toBeCloseTo(200, 9)
  })

  it('a part of the year is no claim on the year', async () => {
    const { value, codes } = await auditText(
      `${METER}readings: [ { meter: m, start: 2022-12-31, end: 2023-06-30, value: 4 m3 } ]\n`,
    )
    expect(value('flow.w')).toBe(null)
    expect(codes).toContain('U341')
  })

  it('a meter of two flows in different units', async () => {
    const { value, found } = await auditText(`water: { a: {}, b: {} }
flows: { fa: { of: a }, fb: { of: b, amount: 50 000 l } }
meters: { m: { reads: fa + fb } }
readings: [ { meter: m, value: 150 m3 } ]\n`)
    expect(value('flow.fa')).toBeCloseTo(100, 9)
    expect(found('U313')).toEqual([])
  })

  it('two meters on one flow are two claims, and what does not fit is said', async () => {
    const two = (second: number): string => `water: { w: {} }
meters: { a: { reads: w, accuracy: 2 % }, b: { reads: w, accuracy: 2 % } }
readings: [ { meter: a, value: 100 m3 }, { meter: b, value: ${second} m3 } ]\n`
    const close = await auditText(two(102))
    expect(close.value('flow.w')).toBeGreaterThan(100)
    expect(close.value('flow.w')).toBeLessThan(102)
    expect(close.audit.reconciled.test.dof).toBe(1)
    const far = await auditText(two(130))
    expect(far.found('R201').map((told) => told.at)).toEqual(['/readings/0/value', '/readings/1/value'])
  })
})

describe('bills', () => {
  const bills = (rows: string): string => `energy: { electricity: { price: 100 EUR/MWh } }\nbills:\n${rows}`

  it('are cut by days at the ends of the period', async () => {
    const { value } = await auditText(
      bills(`  - { of: electricity, start: 2022-12-01, end: 2023-01-30, amount: 60 MWh }
  - { of: electricity, start: 2023-01-30, end: 2023-12-31, amount: 300 MWh }\n`),
    )
    expect(value('flow.electricity')).toBeCloseTo(30 + 300, 9)
  })

  it('may come by tariff band', async () => {
    const row =
      '  - { of: electricity, start: 2022-12-31, end: 2023-12-31, bands: { peak: 100 MWh, normal: 300 000 kWh } }\n'
    expect((await auditText(bills(row))).value('flow.electricity')).toBeCloseTo(400, 9)
  })

  it('entered twice are not added twice', async () => {
    const row = '  - { of: electricity, start: 2022-12-31, end: 2023-12-31, amount: 60 MWh }\n'
    const { value, codes } = await auditText(bills(row + row))
    expect(value('flow.electricity')).toBe(null)
    expect(codes).toContain('P404')
    expect(codes).not.toContain('U344')
  })

  it('that leave a month out are no claim', async () => {
    const { value, codes } = await auditText(
      bills('  - { of: electricity, start: 2022-12-31, end: 2023-11-30, amount: 60 MWh }\n'),
    )
    expect(value('flow.electricity')).toBe(null)
    expect(codes).toContain('U341')
  })
})
