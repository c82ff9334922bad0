import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

type Vector = {
  readonly variables: readonly {
    readonly id: string
    readonly measured: { value: number; sd: number } | null
  }[]
  readonly expected: {
    readonly reconciled: Readonly<Record<string, { readonly value: number; readonly sd: number } | null>>
    readonly chi2: number
    readonly dof: number
    readonly measurementTest: { readonly z: Readonly<Record<string, number>> }
  }
}

const vector = (name: string): Vector =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../vectors/reconcile-${name}.json`), 'utf8')) as Vector

const plating = vector('plating-rinse-water-chromium')
const cencic = vector('stan-cencic2016')

/** `12 t/yr ± 0.24 t/yr` of a measured variable. */
function said({ variables }: Vector, id: string, unit: string): string {
  const measured = variables.find((variable) => variable.id === id)?.measured
  if (!measured) throw new Error(`${id} is not measured`)
  return `${measured.value} ${unit} ± ${measured.sd} ${unit}`
}

const amount = (id: string): string => said(plating, id, 't/yr')
const content = (id: string): string => said(plating, id, 'kg/t')

/** The chromium of a plating line (the vector of this name) as a site file: a mixed rinse, assays, an unknown sludge. */
const PLATING = `substances: { cr: { conserved: yes } }
water: { bath-liquor: {}, rinse-water: {}, effluent: { as: wastewater } }
residues: { slurry: { as: waste, contains: { water: 100 % } } }
steps:
  bath: { balances: [water] }
  rinse: { mixed: yes }
  works: { kind: treatment, balances: [water, cr] }
flows:
  feed: { of: bath-liquor, to: bath, amount: ${amount('g_feed')} }
  drag: { of: bath-liquor, from: bath, to: rinse, amount: ${amount('g_drag')}, contains: { cr: ${content('c_bath_out')} } }
  bath-loss: { of: bath-liquor, from: bath, as: loss, amount: ${amount('g_bath_loss')} }
  rinse-in: { of: rinse-water, to: rinse, amount: ${amount('g_rinse_in')}, contains: { cr: 0 kg/t } }
  rinse-out: { of: rinse-water, from: rinse, to: works }
  film: { of: rinse-water, from: rinse, as: loss, amount: ${amount('g_parts_film')} }
  sludge: { of: slurry, from: works, amount: ${amount('g_sludge')} }
  eff: { of: effluent, from: works, amount: ${amount('g_eff')}, contains: { cr: ${content('c_eff')} } }
analyses:
  - { at: rinse-out, date: 2024-05-02, values: { cr: ${content('c_rinse_out')} } }
  - { at: film, date: 2024-05-02, values: { cr: ${content('c_film')} } }
`

/** Cencic 2016: a transfer coefficient that is measured itself. */
const STAN = (of: string): string => `materials: { ore: {}, mix: { role: intermediate } }
residues: { rest: { as: waste } }
steps: { p1: { balances: [mass] }, p2: { balances: [mass] }, p3: { balances: [mass] } }
flows:
  f1: { of: ore, to: p1, amount: 100 t ± 10 t }
  f2: { of: ore, to: p1, amount: 50 t ± 0 t }
  f3: { of: mix, from: p1, to: p2, amount: 300 t ± 30 t }
  f4: { of: mix, from: p2, to: p1, recycle: yes, amount: { value: 50 % ± 5 % of ${of}, layer: mass } }
  f5: { of: mix, from: p2, to: p3, amount: 160 t ± 16 t }
  f6: { of: rest, from: p3 }
  f7: { of: rest, from: p3 }
`

/** A deaerator in which the steam is not metered: water and heat together give it. */
const DEAERATOR = `water:
  makeup: { state: { temperature: 25 C ± 0.5 C } }
  condensate: { state: { temperature: 90 C ± 1 C } }
  feedwater: { state: { temperature: 104 C ± 0.5 C } }
energy: { steam: { fluid: water, state: { pressure: 2 bar(g), dryness: 100 % } } }
steps: { deaerator: { kind: utility, balances: [water, energy] } }
flows:
  m: { of: makeup, to: deaerator, amount: 10 000 t ± 200 t }
  c: { of: condensate, to: deaerator, amount: 20 000 t ± 0 t }
  s: { of: steam, to: deaerator }
  f: { of: feedwater, from: deaerator }
`

describe('concentration × flow', () => {
  it.each([
    ['flow.feed', 'g_feed', 1],
    ['flow.drag', 'g_drag', 1],
    ['flow.rinse-in', 'g_rinse_in', 1],
    ['flow.rinse-out', 'g_rinse_out', 1],
    ['flow.sludge', 'g_sludge', 1],
    ['flow.eff', 'g_eff', 1],
    ['flow.film', 'g_parts_film', 1],
    ['flow.bath-loss', 'g_bath_loss', 1],
    ['content.drag.cr', 'c_bath_out', 1000],
    ['tank.rinse.cr', 'c_rinse_out', 1000],
    ['flow.sludge.content.cr', 'c_sludge', 1000],
    ['content.eff.cr', 'c_eff', 1000],
  ])('%s is what the reference says of %s, with its uncertainty', async (id, variable, kilograms) => {
    const { figure } = await auditText(PLATING)
    const expected = plating.expected.reconciled[variable]
    expect((figure(id).value ?? NaN) * kilograms).toBeCloseTo(expected?.value ?? NaN, 7)
    expect((figure(id).sd ?? NaN) * kilograms).toBeCloseTo(expected?.sd ?? NaN, 5)
  })

  it('has the tests of the reference, assays among the measurements', async () => {
    const { audit } = await auditText(PLATING)
    const { chi2, dof, measurementTest } = plating.expected
    expect(audit.reconciled.test.dof).toBe(dof)
    expect(audit.reconciled.test.chi2).toBeCloseTo(chi2, 7)
    const z = new Map(audit.reconciled.claims.map((check) => [check.claim, check.z]))
    expect(z.get('assay.drag.cr')).toBeCloseTo(measurementTest.z['c_bath_out'] ?? NaN, 7)
    expect(z.get('assay.film.cr.2')).toBeCloseTo(measurementTest.z['c_film'] ?? NaN, 7)
    expect(z.get('assay.eff.cr')).toBeNull()
  })

  it('loads keep the covariance of flow and content, and close', async () => {
    const { figure, value, audit } = await auditText(PLATING)
    expect(value('balance.cr.rinse.unaccounted')).toBe(0)
    expect(value('balance.cr.works.unaccounted')).toBe(0)
    // drag × its chromium is rinse-out × tank: flow and content are correlated, so the load is surer than by parts.
    const [drag, load] = [figure('flow.drag'), figure('flow.drag.cr')]
    const apart = Math.hypot((drag.sd ?? 0) / (drag.value ?? 1), 5.85228993937 / 115.035878744)
    expect((load.sd ?? 0) / (load.value ?? 1)).toBeLessThan(0.95 * apart)
    expect(audit.reconciled.contents?.map((content) => [content.content, content.class])).toEqual([
      ['content.drag.cr', 'reconciled'],
      ['tank.rinse.cr', 'reconciled'],
      ['content.eff.cr', 'claimed'],
      ['load.sludge.cr', 'calculated'],
    ])
  })

  it('has no balance of the site for a substance that comes out of a step which does not balance it', async () => {
    const { audit } = await auditText(PLATING)
    expect(audit.reconciled.balances.map(({ id }) => id)).not.toContain('cr@site')
    const { audit: whole } = await auditText(PLATING.replace('balances: [water]', 'balances: [water, cr]'))
    expect(whole.reconciled.balances.map(({ id }) => id)).toContain('cr@site')
  })

  it('flows outside of what multiplies unknowns keep their formulas', async () => {
    const { figure } = await auditText(
      `${PLATING.replace('water: {', 'water: { w: {}, ')}  - { at: film, values: { ph: 7 } }\n`
        .replace(
          'flows:\n',
          'flows:\n  in: { of: w, to: other, amount: 5 t }\n  on: { of: w, from: other }\n',
        )
        .replace('steps:\n', 'steps:\n  other: {}\n'),
    )
    expect(figure('flow.on').formula).toBe('c1')
    expect(figure('flow.drag')).toMatchObject({ kind: 'solved', method: 'reconciliation' })
  })

  it('a contradiction of assays opens the balance of the substance, not that of the water', async () => {
    const { audit } = await auditText(
      PLATING.replace(`cr: ${content('c_bath_out')}`, 'cr: 900 kg/t ± 1 kg/t'),
    )
    const open = audit.reconciled.balances.filter(({ state, step }) => state === 'open' && step !== null)
    expect(open.map(({ id }) => id)).toEqual(['cr@rinse'])
    expect(audit.reconciled.diagnosis.leaks.map(({ balance }) => balance)).toContain('cr@rinse')
  })
})

describe('transfer coefficients', () => {
  it.each(['f3', 'p2'])(
    'give the published result, as a share of the flow or of all that enters (%s)',
    async (of) => {
      const { figure, audit } = await auditText(STAN(of))
      for (const name of ['F1', 'F2', 'F3', 'F4', 'F5']) {
        const expected = cencic.expected.reconciled[name]
        const found = figure(`flow.${name.toLowerCase()}`)
        expect(found.value).toBeCloseTo(expected?.value ?? NaN, 6)
        expect(found.sd ?? 0).toBeCloseTo(expected?.sd ?? NaN, 5)
      }
      expect(figure('flow.f6').value).toBeNull()
      const share = figure('transfer.f4.reconciled')
      expect(share.value).toBeCloseTo(cencic.expected.reconciled['TC34']?.value ?? NaN, 8)
      expect(share.sd).toBeCloseTo(cencic.expected.reconciled['TC34']?.sd ?? NaN, 7)
      expect(audit.reconciled.test.chi2).toBeCloseTo(cencic.expected.chi2, 6)
    },
  )

  it('of a substance divide what a step gets of it, with contents that nobody measured', async () => {
    const { value } = await auditText(`substances: { zn: {} }
water: { rinse: {}, clean: { as: wastewater } }
residues: { sludge: { as: waste, contains: { water: 70 % } } }
steps: { works: { kind: treatment, balances: [zn] } }
flows:
  in: { of: rinse, to: works, amount: 1 000 m3, contains: { zn: 50 mg/l } }
  out: { of: clean, from: works, amount: 990 m3 }
  mud: { of: sludge, from: works, amount: { value: 95 % ± 1 % of works, layer: zn } }
readings: [ { of: sludge, value: 12 t } ]
`)
    expect(value('flow.in.zn')).toBeCloseTo(0.05, 9)
    expect(value('flow.mud.zn')).toBeCloseTo(0.0475, 9)
    expect(value('load.out.zn')).toBeCloseTo(0.0025, 9)
    expect(value('flow.out.content.zn')).toBeCloseTo(0.0025 / 990, 12)
  })

  it('in a unit that is no share is refused', async () => {
    const { found } = await auditText(STAN('f3').replace('50 % ± 5 % of f3', '2 m3/t of f3'))
    expect(found('U313')).toHaveLength(1)
  })
})

/** Two mixed tanks in a loop with a works that gives water back; every amount may be left out. */
const LOOP = (amounts: Readonly<Record<string, string>>, said: Readonly<Record<string, string>>): string => {
  const amountOf = (flow: string): string => (amounts[flow] === undefined ? '' : `, amount: ${amounts[flow]}`)
  const assays = ['ac', 'ca', 'we', 'wr'].map((at) => `  - { at: ${at}, values: { cr: ${said[at]} } }`)
  return `substances: { cr: {} }
water: { b: {}, r: {}, e: { as: wastewater } }
residues: { s: { as: waste, contains: { water: 100 % } } }
steps:
  a: { mixed: yes, balances: [water, cr] }
  c: { mixed: yes, balances: [water, cr] }
  w: { kind: treatment, balances: [water, cr] }
flows:
  i: { of: b, to: a${amountOf('i')}, contains: { cr: ${said['i']} } }
  j: { of: b, to: c${amountOf('j')}, contains: { cr: 0 kg/t } }
  ac: { of: r, from: a, to: c${amountOf('ac')} }
  ca: { of: r, from: c, to: a${amountOf('ca')} }
  aw: { of: r, from: a, to: w${amountOf('aw')} }
  ww: { of: s, from: w, amount: { value: ${said['ww']} of aw, layer: cr } }
  we: { of: e, from: w${amountOf('we')} }
  wr: { of: e, from: w, to: c, recycle: yes${amountOf('wr')} }
analyses:
${assays.join('\n')}
`
}

describe('mixed tanks in a loop', () => {
  // True amounts: i 60, j 500, ac 20, wr 150, ca 670, aw 710, ww 14, we 546; contents from the balances, 80 % to the sludge.
  const flows = { i: 60, j: 500, ac: 20, wr: 150, ca: 670, aw: 710, we: 546 }
  const a = (60 * 40) / (730 - 670 * ((20 + (150 * 142) / 696) / 670))
  const back = (142 * a) / 696
  const contents = { i: 40, ac: a, ca: (20 * a + 150 * back) / 670, we: back, wr: back }

  it.each([0, 1, 2, 3, 4, 5, 6])('are solved whichever amount is missing (%i)', async (missing) => {
    const measured = (value: number, unit: string): string =>
      `${value.toFixed(9)} ${unit} ± ${(value * 0.03).toFixed(9)} ${unit}`
    const amounts = Object.entries(flows)
      .filter((_, k) => k !== missing)
      .map(([flow, value]) => [flow, measured(value, 't')])
    const said = Object.entries(contents).map(([at, value]) => [at, measured(value, 'kg/t')])
    const { value, codes } = await auditText(
      LOOP(Object.fromEntries(amounts), { ...Object.fromEntries(said), ww: '80 % ± 2 %' }),
    )
    expect(codes).not.toContain('R104')
    for (const [flow, amount] of Object.entries(flows)) expect(value(`flow.${flow}`)).toBeCloseTo(amount, 4)
    expect((value('tank.a.cr') ?? 0) * 1000).toBeCloseTo(a, 5)
    for (const step of ['a', 'c', 'w']) expect(value(`balance.cr.${step}.unaccounted`)).toBe(0)
  })

  it('say so where no solution is found, and the amounts are reconciled without the substance', async () => {
    const amounts = {
      i: '78.216165 t ± 13.444643 t',
      j: '39.131063 t ± 2.127415 t',
      we: '114.983528 t ± 5.366040 t',
      wr: '12.602924 t ± 0.127645 t',
    }
    const said = {
      i: '84.786930 kg/t ± 15.723219 kg/t',
      ac: '43.922264 kg/t ± 0.433319 kg/t',
      ca: '17.327235 kg/t ± 2.789010 kg/t',
      we: '2.124514 kg/t ± 0.097490 kg/t',
      wr: '1.898830 kg/t ± 0.389959 kg/t',
      ww: '95.590 % ± 1 %',
    }
    const { audit, found, value } = await auditText(LOOP(amounts, said))
    expect(found('R104').map(({ args }) => args)).toEqual([
      { layer: 'cr', step: 'a' },
      { layer: 'cr', step: 'c' },
      { layer: 'cr', step: 'w' },
    ])
    expect(value('flow.we')).toBeCloseTo(114.983528, 6)
    expect(audit.reconciled.contents?.some((content) => content.class === 'claimed')).toBe(true)
  })
})

describe('heat by temperature and pressure', () => {
  it('gives the steam that no meter reads', async () => {
    const { figure } = await auditText(DEAERATOR)
    // Enthalpies of IAPWS-IF97, kJ/kg: saturated water of 25, 90 and 104 °C; dry steam of 3.01325 bar.
    const [cold, warm, hot, steam] = [104.83, 376.97, 435.99, 2725.2]
    const expected = (10_000 * (hot - cold) + 20_000 * (hot - warm)) / (steam - hot)
    expect(figure('flow.s').value).toBeCloseTo(expected, -1)
    expect(figure('flow.s').sd).toBeGreaterThan(10)
    expect(figure('flow.f').value).toBeCloseTo(30_000 + expected, -1)
  })

  it('is left alone where no step balances energy', async () => {
    const { audit, value } = await auditText(
      DEAERATOR.replace('balances: [water, energy]', 'balances: [water]'),
    )
    expect(audit.inventory.composition).toBeUndefined()
    expect(() => value('flow.m.energy')).toThrow('no figure')
  })
})

describe('a site without any of these', () => {
  it('stays linear', async () => {
    const { audit } = await auditText(`substances: { cod: { conserved: no } }
water: { w: {}, e: { as: wastewater } }
steps: { a: {} }
flows: { in: { of: w, to: a, amount: 100 m3 }, out: { of: e, from: a, contains: { cod: 800 mg/l } } }
analyses: [ { at: out, values: { cod: 780 mg/l } } ]
`)
    expect(audit.inventory.composition).toBeUndefined()
    expect(audit.reconciled.contents).toBeUndefined()
  })
})
