import { describe, expect, it } from 'vitest'
import { OFFERED, type OfferedFunction } from '../../src/properties/offered.js'
import { createLedger, toExcel } from '../../src/formula/index.js'
import { spreadsheet } from '../formula/ironcalc.js'
import { names, problemOf, typedOf, valueOf } from '../formula/kit.js'

const ALL = [...OFFERED.values()]

const SOURCES: Readonly<Record<string, string>> = {
  'iapws-if97': 'Water and steam: IAPWS Industrial Formulation 1997, R7-97(2012), all regions',
  'humid-air': 'Humid air: ideal gases, ASHRAE Handbook Fundamentals 2017, chapter 1',
  'heat-balance':
    'Gases: NASA polynomials (TM-4513, 1993), kJ/mol above 25 °C. Surfaces: Churchill-Bernstein, Churchill-Chu, grey radiation',
}

/** The reference page of the functions. */
function page(): string {
  const line = ({ name, takes, unit, en, vi, live }: OfferedFunction): string => {
    const given = takes
      .map(([parameter, own]) => (own === '1' ? parameter : `${parameter} in ${own}`))
      .join(', ')
    const how = live === undefined ? 'a value in the workbook' : 'live in the workbook'
    return `- \`${name}(${takes.map(([parameter]) => parameter).join(', ')})\`: ${en} / ${vi}. Takes ${given}; gives ${unit === '1' ? 'a share' : unit}; ${how}.`
  }
  const parts = Object.entries(SOURCES).map(
    ([calculation, source]) =>
      `## ${source}\n\n${ALL.filter((one) => one.calculation === calculation)
        .map(line)
        .join('\n')}\n`,
  )
  return [
    '# Properties of water, air and gases in formulas\n',
    'Pressures are absolute, and every unit of the right kind is converted: `steam_h(p, 1)` takes `7 bar(g)` as well. Outside the range of a relation there is no value (_outside-domain_). Where no spreadsheet formula can follow, the figure is _solved_: the workbook shows the number with the calculation named.\n',
    ...parts,
  ].join('\n')
}

/** A value for each parameter that lies well inside every range. */
const TYPICAL: Readonly<Record<string, number>> = {
  p: 1,
  t: 430,
  x: 0.4,
  h: 2000,
  s: 5,
  rh: 0.5,
  w: 0.01,
  t_wet: 298,
  diameter: 0.1,
  wall: 0.005,
  k_wall: 50,
  insulation: 0.05,
  k_insulation: 0.04,
  emissivity: 0.2,
  t_inside: 430,
  t_air: 300,
  wind: 1,
  convection: 6,
}

function typical({ takes, calculation }: OfferedFunction): readonly number[] {
  const moist = calculation === 'humid-air'
  return takes.map(([name]) =>
    moist && name === 'p' ? 101_325 : moist && name === 't' ? 303 : (TYPICAL[name] ?? NaN),
  )
}

describe('properties in formulas', () => {
  it('stand on their reference page', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/property-functions.md')
  })

  it.each(ALL.map((offered) => [offered.name, offered] as const))(
    '%s has a value and its words',
    (_, offered) => {
      expect(Number.isFinite(offered.compute(...typical(offered)))).toBe(true)
      expect(offered.compute(...offered.takes.map(() => NaN)) ?? NaN).toBeNaN()
      expect(offered.en).not.toBe(offered.vi)
      const known = names(Object.fromEntries(offered.takes))
      const text = `${offered.name}(${offered.takes.map(([name]) => name).join(', ')})`
      const given = Object.fromEntries(
        offered.takes.map(([name], index) => [name, typical(offered)[index] ?? null]),
      )
      expect(valueOf(text, known, given, offered.unit).value).toBe(offered.compute(...typical(offered)))
    },
  )

  it('takes every unit of the right kind and refuses the others', () => {
    const known = names({ p: 'bar(g)', t: 'C', dt: 'K', m: 'kg' })
    const { value } = valueOf('steam_h(p, 1)', known, { p: 7 }, 'kcal/kg')
    expect(value).toBeCloseTo(2768.3 / 4.1868, 1)
    expect(valueOf('steam_t_sat(p)', known, { p: 0 }, 'C').value).toBeCloseTo(99.974, 3)
    expect(valueOf('steam_t_sat(p) - t', known, { p: 0, t: 20 }, 'K').value).toBeCloseTo(79.974, 3)
    expect(problemOf('steam_h(m, 1)', known)).toEqual(['needs-dimension', 'm'])
    expect(problemOf('steam_p_sat(t - 20 C)', known)).toEqual(['difference-as-point', 't - 20 C'])
    expect(problemOf('steam_h(p)', known)?.[0]).toBe('argument-count')
  })

  it('says why it has no value', () => {
    const known = names({ t: 'C' })
    expect(valueOf('steam_p_sat(t)', known, { t: 400 })).toMatchObject({
      value: null,
      reason: 'outside-domain',
    })
    expect(valueOf('steam_p_sat(t)', known, {})).toMatchObject({ value: null, lacks: ['t'] })
  })

  it('is live in a workbook where a workbook can follow it', async () => {
    const book = await spreadsheet()
    const live = ALL.filter((offered) => offered.live !== undefined)
    const cases = live.flatMap((offered) =>
      [offered.range?.[0], 290, 330, 900, 1400, offered.range?.[1]].flatMap((first) => {
        const values = [first ?? 310, ...typical(offered).slice(1)]
        if (offered.name === 'steam_t_sat') values[0] = ((first ?? 1) / 100) % 22
        const value = offered.compute(...values)
        return value === undefined || first === undefined ? [] : [{ offered, values, value }]
      }),
    )
    cases.forEach(({ offered, values }, index) => {
      const row = index + 1
      const cell = (at: number): string => `${String.fromCharCode(66 + at)}${row}`
      values.forEach((value, at) => book.put(cell(at), String(value)))
      const known = names(Object.fromEntries(offered.takes))
      const typed = typedOf(`${offered.name}(${offered.takes.map(([name]) => name).join(', ')})`, known)
      const address = (name: string): string => cell(offered.takes.findIndex(([own]) => own === name))
      book.put(`A${row}`, `=${toExcel(typed, address)}`)
    })
    const shown = book.read(cases.map((_, index) => `A${index + 1}`))
    expect(cases.length).toBeGreaterThan(60)
    cases.forEach(({ offered, values, value }, index) => {
      const error = Math.abs(Number(shown[index]) - value) / Math.max(Math.abs(value), 1e-3)
      expect(error, `${offered.name}(${values.join(', ')}) = ${value}, shown ${shown[index]}`).toBeLessThan(
        1e-9,
      )
    })
  })

  it('stands in the ledger as solved, with its calculation named, where a workbook cannot', () => {
    const ledger = createLedger()
    const label = { en: 'x', vi: 'x' }
    ledger.add({ id: 'p', label, unit: 'bar(g)', value: 7, kind: 'input', at: '/p' })
    const fields = { label, unit: 'kJ/kg', uses: { p: 'p' } }
    const solved = ledger.derive({ ...fields, id: 'h', formula: '2 * steam_h(p, 1)' })
    expect(solved).toMatchObject({ kind: 'solved', method: 'iapws-if97' })
    const live = ledger.derive({ ...fields, unit: 'C', id: 't', formula: 'steam_t_sat(p)' })
    expect(live).toMatchObject({ kind: 'derived' })
    expect(live.value).toBeCloseTo(170.5, 1)
  })
})
