import { describe, expect, it } from 'vitest'
import { excelOf, names, problemOf, valueOf } from './kit.js'

const KNOWN = names({
  fuel: 'GJ/yr',
  power: 'MWh/yr',
  e1: '1',
  e2: '1',
  share: '%',
  t1: 'C',
  t2: 'C',
  tk: 'K',
  p: 'bar(g)',
  kw: 'kW',
  h: 'h/yr',
  tariff: 'EUR/kWh',
  m: 't/yr',
  lamps: 'pcs',
  cls: 'text',
  has: 'truth',
  rate: '1',
  life: 'yr',
  month: 'month',
  yearly: 'EUR/yr',
  invest: 'EUR',
  dong: 'VND',
})

describe('conversions that stand in the formula', () => {
  it.each([
    ['fuel * (1 - e1 / e2)', 'GJ/yr', 'FUEL*(1-E1/E2)'],
    ['kw * h * tariff', 'EUR/yr', 'KW*H*TARIFF'],
    ['kw * h', 'GJ/yr', 'KW*H*0.0036'],
    ['fuel', 'MWh/yr', 'FUEL/3.6'],
    ['m * 4.187 kJ/(kg.K) * (t1 - t2)', 'GJ/yr', 'M*4.187*(T1-T2)/1000'],
    ['fuel + power', 'GJ/yr', 'FUEL+POWER*3.6'],
    ['sum(fuel, power, 3 GJ/yr)', 'GJ/yr', 'SUM(FUEL,POWER*3.6,3)'],
    ['max(0, fuel - power)', 'GJ/yr', 'MAX(0,FUEL-POWER*3.6)'],
    ['if(e1 > 6 %, fuel, 0)', 'GJ/yr', 'IF(E1>0.06,FUEL,0)'],
    ['share * fuel', 'GJ/yr', 'SHARE*FUEL/100'],
    ['fuel * 6 %', 'GJ/yr', 'FUEL*0.06'],
    ['e1 * 1', '%', 'E1*100'],
    ['sqrt(fuel * fuel)', 'GJ/yr', 'SQRT(FUEL*FUEL)'],
    ['1000 kg/m3 * gravity() * 1 m', 'kPa', '1000*9.80665/1000'],
    ['fuel / (1 K) * (1 m) * 2 K / (1 m)', 'GJ/yr', 'FUEL*2'],
    ['stefan_boltzmann() * (300 K) ^ 4', 'W/m2', '5.670374419E-08*300^4'],
    ['standard_atmosphere()', 'bar', '1.01325'],
    ['kw^2 / kw', 'W', 'KW^2/KW*1000'],
    ['exp(share)', '1', 'EXP(SHARE/100)'],
    ['ceil(lamps / 3)', 'pcs', '-INT(-LAMPS/3)'],
    ['0', 'GJ/yr', '0'],
  ])('%s in %s', (text, result, excel) => {
    expect(excelOf(text, KNOWN, result)).toBe(excel)
  })

  it.each([
    ['fuel > 20000 GJ/y', 'FUEL>20000'],
    ['power > 20000 GJ/y', 'POWER>5555.555555555556'],
    ['share > 6 %', 'SHARE>6'],
    ['not has and cls == "gas" or always', 'OR(AND(NOT(HAS),CLS="gas"),TRUE)'],
    ['fuel > 0', 'FUEL>0'],
    ['0 < power', '0<POWER'],
  ])('%s', (text, excel) => {
    expect(excelOf(text, KNOWN, 'truth')).toBe(excel)
  })
})

describe('points on a scale', () => {
  it.each([
    ['t1 - t2', 'K', 'T1-T2'],
    ['t1 - 20 C', 'K', 'T1-20'],
    ['t1 - 68 F', 'K', 'T1-20'],
    ['t1 - 20 K', 'C', 'T1-20'],
    ['20 K + t1', 'C', '20+T1'],
    ['t1', 'K', 'T1+273.15'],
    ['tk', 'C', 'TK-273.15'],
    ['max(t1, t2)', 'C', 'MAX(T1:T2)'],
    ['if(has, t1, 20 C)', 'C', 'IF(HAS,T1,20)'],
    ['t1 / t2', '1', '(T1+273.15)/(T2+273.15)'],
    ['(t1 + t2) / 2', 'C', '(T1+273.15+(T2+273.15))/2-273.15'],
    ['p + 1 bar', 'bar(g)', 'P+1'],
    ['p', 'bar', 'P+1.01325'],
    ['p / 2', 'bar', '(P+1.01325)/2'],
  ])('%s in %s', (text, result, excel) => {
    expect(excelOf(text, KNOWN, result)).toBe(excel)
  })

  it('compares points as points', () => {
    expect(excelOf('t1 > 180 C', KNOWN, 'truth')).toBe('T1>180')
    expect(excelOf('t1 > 212 F', KNOWN, 'truth')).toBe('T1>100')
    expect(excelOf('p > 6 bar(g)', KNOWN, 'truth')).toBe('P>6')
  })

  it('gives the mean of two temperatures', () => {
    expect(valueOf('(t1 + t2) / 2', KNOWN, { t1: 20, t2: 80 }, 'C').value).toBeCloseTo(50, 10)
  })
})

describe('functions of money', () => {
  it.each([
    ['npv(rate, life, yearly, invest)', 'EUR', 'PV(RATE,LIFE,-YEARLY)-INVEST'],
    ['npv(12 %, 120 month, yearly, invest)', 'EUR', 'PV(0.12,10,-YEARLY)-INVEST'],
    ['crf(rate, life) * invest', 'EUR/yr', 'PMT(RATE,LIFE,-1)*INVEST'],
    ['payback(invest, yearly)', 'month', 'IF(YEARLY>0,MAX(0,INVEST)/YEARLY*12,"–")'],
  ])('%s in %s', (text, result, excel) => {
    expect(excelOf(text, KNOWN, result)).toBe(excel)
  })
})

describe('what does not fit', () => {
  it.each([
    ['fuel + m', 'GJ/yr', 'dimension', 'm'],
    ['fuel * 2', 't/yr', 'result', 'fuel * 2'],
    ['fuel > 5', 'truth', 'dimension', '5'],
    ['t1 > 0', 'truth', 'dimension', '0'],
    ['fuel', 'truth', 'result', 'fuel'],
    ['fuel > 1 GJ/yr', '1', 'result', 'fuel > 1 GJ/yr'],
    ['t1 - t2', 'C', 'difference-as-point', 't1 - t2'],
    ['(t1 - t2) * 0.5', 'C', 'difference-as-point', '(t1 - t2) * 0.5'],
    ['nobody', '1', 'unknown-name', 'nobody'],
    ['constructor', '1', 'unknown-name', 'constructor'],
    ['fuel ^ e1', 'GJ/yr', 'exponent-not-constant', 'e1'],
    ['2 ^ fuel', '1', 'needs-dimension', 'fuel'],
    ['ln(fuel)', '1', 'needs-dimension', 'fuel'],
    ['floor(fuel)', 'GJ/yr', 'needs-dimension', 'fuel'],
    ['cls + 1', '1', 'needs-sort', 'cls'],
    ['has + 1', '1', 'needs-sort', 'has'],
    ['not fuel', 'truth', 'needs-sort', 'fuel'],
    ['fuel and has', 'truth', 'needs-sort', 'fuel'],
    ['cls < "gas"', 'truth', 'needs-sort', 'cls < "gas"'],
    ['cls == 1', 'truth', 'needs-sort', '1'],
    ['if(fuel, 1, 2)', '1', 'needs-sort', 'fuel'],
    ['if(has, fuel, m)', 'GJ/yr', 'dimension', 'm'],
    ['cls', 'truth', 'result', 'cls'],
    ['"gas"', '1', 'result', '"gas"'],
    ['invest + dong', 'EUR', 'dimension', 'dong'],
    ['npv(rate, 10, yearly, invest)', 'EUR', 'needs-dimension', '10'],
    ['npv(rate, life, invest, invest)', 'EUR', 'needs-dimension', 'invest'],
  ])('%s in %s', (text, result, kind, place) => {
    expect(problemOf(text, KNOWN, result)).toEqual([kind, place])
  })
})
