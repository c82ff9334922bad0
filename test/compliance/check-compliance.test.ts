import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import type { LimitCheck } from '../../src/model/compliance.js'
import { writeWorkbook } from '../../src/report/xlsx/write-workbook.js'
import { auditText, CONTENT, type Audited } from '../audit-text.js'
import { compareFormulas, recalculateWithIronCalc } from '../report/recalculate.js'
import { full } from '../report/workbook/design.js'

/** A factory with one discharge; `rest` holds analyses and limits. */
async function discharging(rest: string, site = 'sector: textile-dyeing, country: VN'): Promise<Audited> {
  return auditText(`recp: 1
site: { id: works, name: Works, currency: VND, ${site} }
period: 2025
audit: { date: 2025-12-31, by: Audit team }
water:
  town: { amount: 1 000 m3 (measured) }
  effluent: { as: wastewater }
flows:
  in: { of: town, to: hall }
  out: { of: effluent, from: hall }
  inner: { of: effluent, from: hall, to: pond }
  left: { of: effluent, from: pond }
steps: { hall: Hall, pond: Pond }
${rest}`)
}

const brief = ({ at, parameter, side, verdict, origin }: LimitCheck): string =>
  `${at} ${parameter} ${side} ${verdict} ${origin}`

describe('a result beside a limit', () => {
  it.each([
    ['74 mg/l', 'max: 75 mg/l', 'within'],
    ['75 mg/l', 'max: 75 mg/l', 'within'],
    ['76 mg/l', 'max: 75 mg/l', 'exceeds'],
    ['0.076 g/l', 'max: 75 mg/l', 'exceeds'],
    ['76 mg/l ± 10 %', 'max: 75 mg/l', 'unclear'],
    ['100 mg/l ± 10 %', 'max: 75 mg/l', 'exceeds'],
    ['"< 5 mg/l"', 'max: 75 mg/l', 'within'],
    ['"< 90 mg/l"', 'max: 75 mg/l', 'unclear'],
    ['4 mg/l', 'min: 5 mg/l', 'exceeds'],
    ['6 mg/l', 'min: 5 mg/l', 'within'],
  ])('%s at %s is %s', async (result, limit, verdict) => {
    const { audit } = await discharging(`
analyses: [ { at: inner, values: { dissolved-oxygen: ${result} } } ]
limits: [ { at: inner, what: dissolved-oxygen, ${limit}, source: Permit 7 } ]`)
    expect(audit.compliance.checks).toMatchObject([{ verdict, origin: 'site', regulation: 'Permit 7' }])
  })

  it('is never compared in another kind of unit, and that is said', async () => {
    const { audit } = await discharging(
      `
analyses: [ { at: inner, values: { cod: 3 kg/h } } ]
limits: [ { at: inner, what: cod, max: 75 mg/l } ]`,
      'country: TH',
    )
    expect(audit.compliance).toMatchObject({ checks: [], unchecked: [{ why: 'unit', parameter: 'cod' }] })
  })
})

describe('limits of the tables', () => {
  const analyses = 'analyses: [ { at: out, date: 2025-06-01, values: { cod: 92 mg/l } } ]'

  it('hold for what leaves as wastewater, by any name of the parameter, and say what was not compared', async () => {
    const { audit } = await discharging(
      'analyses: [ { at: out, values: { bod: 34 mg/l, cod: 50 mg/l } }, { at: inner, values: { cod: 950 mg/l } } ]',
    )
    expect(audit.compliance.checks.map(brief)).toEqual([
      'out bod5 max exceeds table',
      'out cod max within table',
    ])
    expect(audit.compliance.unchecked.map(({ parameter, why }) => `${parameter} ${why}`)).toContain(
      'tss no-analysis',
    )
    expect(audit.compliance.unchecked.some(({ at }) => at === 'inner')).toBe(false)
  })

  it('are those of the sector where it has its own, of all industry elsewhere, and none of another country', async () => {
    const regulations = async (site: string): Promise<readonly string[]> => {
      const { audit } = await discharging('analyses: [ { at: out, values: { cod: 92 mg/l } } ]', site)
      return audit.compliance.checks.map(({ regulation }) => regulation)
    }
    expect(await regulations('sector: textile-dyeing, country: VN')).toEqual(['QCVN 40:2011/BTNMT'])
    expect(await regulations('sector: textile-dyeing, country: DE')).toEqual(['AbwV (Germany)'])
    expect(await regulations('sector: textile-dyeing, country: TH')).toEqual([])
  })

  it('that are loads per product are named and not compared', async () => {
    const { audit } = await discharging(
      'analyses: [ { at: out, values: { cod: 9 mg/l } } ]',
      'sector: paper, country: DE',
    )
    expect(audit.compliance.unchecked.map(({ parameter, why }) => `${parameter} ${why}`)).toContain(
      'cod load',
    )
  })

  it('are shown with every word of the law, status and evidence', async () => {
    const { audit } = await discharging(analyses)
    expect(audit.compliance.checks[0]).toMatchObject({
      status: 'superseded-transition',
      evidence: 'secondary',
      date: '2025-06-01',
    })
    expect(audit.compliance.checks[0]?.note.vi).toContain('Kq')
  })

  it('each name a parameter that the list knows, and a sector that the list knows', () => {
    const names = new Set(
      [...CONTENT.parameters.values()].flatMap(({ id, also }) =>
        [id, ...also].map((name) => name.toLowerCase()),
      ),
    )
    expect(
      CONTENT.limits.filter(({ parameter }) => !names.has(parameter.toLowerCase())).map(({ id }) => id),
    ).toEqual([])
    const sectors = new Set([...CONTENT.sectors.values()].flatMap(({ id, also }) => [id, ...also]))
    const strange = CONTENT.limits.filter(({ sector }) => sector !== 'all-industry' && !sectors.has(sector))
    expect([...new Set(strange.map(({ sector }) => sector))]).toEqual([])
    expect(new Set(CONTENT.limits.map(({ id }) => id)).size).toBe(CONTENT.limits.length)
    expect(CONTENT.limits.length).toBe(110)
  })
})

it('the sheet is a file without faults whose verdicts follow the cells, in both languages', async () => {
  const { audit } = await discharging(`
analyses: [ { at: out, values: { cod: 92 mg/l ± 5 %, tss: "< 5 mg/l", bod5: 29 mg/l ± 10 % } } ]
limits: [ { at: out, what: cod, max: 75 mg/l, source: Permit 7 } ]`)
  expect(audit.compliance.checks.map(({ verdict }) => verdict)).toEqual([
    'exceeds',
    'exceeds',
    'within',
    'unclear',
  ])
  for (const lang of ['en', 'vi'] as const) {
    const bytes = await writeWorkbook(audit, full(lang))
    expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([])
    const { mismatches } = compareFormulas(bytes, await recalculateWithIronCalc(bytes))
    expect(mismatches).toEqual([])
  }
})

describe('rules of law beside the effluents', () => {
  const legal = async (energy: string, period = 2025, discharge = ''): Promise<Audited> =>
    auditText(`recp: 1
site: { id: works, name: Works, currency: VND, country: VN, sector: brewery }
period: ${period}
per: { of: beer, unit: hl }
substances: { cod: { conserved: no } }
products: { beer: { amount: 250 000 hl (measured) } }
energy: { electricity: { amount: ${energy} (measured) } }
${discharge}`)

  it.each([
    ['6 480 MWh', 'below'],
    ['6 481 MWh', 'reached'],
  ])('the designated energy user begins at 1 000 TOE: %s', async (energy, verdict) => {
    const { audit, value } = await legal(energy)
    const check = audit.compliance.legal.find(({ id }) => id === 'vn-designated-energy-user')
    expect(check).toMatchObject({
      verdict,
      regulation: 'Decree 21/2011/ND-CP',
      clause: { en: 'Article 6(1)(a)' },
    })
    expect(check?.notChecked.vi).not.toBe('')
    expect(value(check?.share ?? '')).toBeCloseTo((Number(energy.replace(/\D/g, '')) * 0.1543) / 1000, 9)
  })

  it('an energy norm names its circular and what was not checked', async () => {
    const { audit } = await legal('15 000 MWh')
    const norm = audit.compliance.legal.find(({ kind }) => kind === 'norm')
    expect(norm).toMatchObject({ id: 'brewery-04', verdict: 'exceeds', date: '2025' })
    expect(norm?.regulation).toContain('Circular')
    expect(norm?.notChecked.en).toContain('boundary')
  })

  const WATER = `water: { effluent: { as: wastewater, amount: 300 000 m3 } }
flows: { out: { of: effluent, contains: { cod: 100 mg/l } } }
analyses: [{ at: out, values: { tss: 40 mg/l } }]\n`

  it('the wastewater fee of Decree 53/2020: fixed part, COD from the flow, TSS from its analysis', async () => {
    const { audit, value } = await legal('1 MWh', 2025, WATER)
    const fee = audit.compliance.legal.find(({ kind }) => kind === 'fee')
    expect(fee).toMatchObject({
      regulation: 'Decree 53/2020/ND-CP',
      clause: { en: 'Article 6' },
      verdict: 'amount',
    })
    expect(value(fee?.value ?? '')).toBeCloseTo(4_000_000 + 30_000 * 2_000 + 12_000 * 2_400, 3)
    const small = await legal('1 MWh', 2025, WATER.replace('300 000 m3', '3 000 m3'))
    expect(small.value('compliance.fee')).toBe(3_000_000)
  })

  it('from 2026 by volume, for sites without monitoring, and says what it lacks', async () => {
    const { audit, value } = await legal('1 MWh', 2026, WATER)
    const fee = audit.compliance.legal.find(({ kind }) => kind === 'fee')
    expect(fee?.regulation).toBe('Decree 346/2025/ND-CP')
    expect(fee?.notChecked.en).toContain('monitoring')
    expect(value(fee?.value ?? '')).toBeCloseTo(300_000 * 1_700, 3)
  })

  it('every verdict names a regulation and what was not checked', async () => {
    const { audit } = await legal('9 000 MWh', 2025, WATER)
    const { checks, legal: rules } = audit.compliance
    expect(checks.length + rules.length).toBeGreaterThan(4)
    for (const check of [...checks, ...rules]) {
      expect(check.regulation).not.toBe('')
      expect([check.notChecked.en, check.notChecked.vi]).not.toContain('')
    }
    for (const row of CONTENT.limits) expect([row.id, row.clause]).not.toContain('')
  })
})
