import { expect, it } from 'vitest'
import { countryName } from '../../src/model/country-names.js'
import { loadContent } from '../../src/templates/load-content.js'

it('calls a country by its name, each of several by its own, and leaves an unknown code as it is', () => {
  expect(countryName('VN')).toEqual({ en: 'Viet Nam', vi: 'Việt Nam' })
  expect(countryName('VN/TH').vi).toBe('Việt Nam, Thái Lan')
  expect(countryName('ZZ').en).toBe('ZZ')
  expect(countryName('constructor').en).toBe('constructor')
  expect(countryName('').en).toBe('')
})

it('has a name for every country of the tables', () => {
  const { value } = loadContent()
  const codes = [
    ...value.fuels,
    ...value.grid,
    ...value.waterFactors,
    ...value.benchmarks,
    ...value.limits,
    ...value.legalThresholds,
  ].map(({ country }) => country)
  expect([...new Set(codes)].filter((code) => code !== '' && countryName(code).en === code)).toEqual([])
})
