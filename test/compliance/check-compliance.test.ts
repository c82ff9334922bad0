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
    expect(await regulations('sector: textile-dyeing, country: VN')).toEqual(['QCVN 40:2011/BTNMT, A'])
    expect(await regulations('sector: textile-dyeing, country: DE')).toEqual(['AbwV (Germany), C'])
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
    expect(audit.compliance.checks[0]?.note).toContain('Kq')
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
