import { dimensionMatches, formatNumber } from '../units/index.js'
import type { Unit } from '../model/unit.js'

/** Every way to count goods. */
const GOODS = ['mass', 'volume', 'energy', 'item', 'area', 'length', 'normal-volume', 'dry-mass', 'toe-vn']

/** Words of the schema that are no dimensions of their own. */
const PLAIN: Readonly<Record<string, string>> = {
  share: 'ratio',
  number: 'ratio',
  'pressure-difference': 'pressure',
}

const expanded = new Map<string, readonly string[]>()

/** The alternatives of a pattern in terms of dimensions: `money/goods` → `money/mass`, `money/volume`, … */
function alternatives(pattern: string): readonly string[] {
  const known = expanded.get(pattern)
  if (known !== undefined) return known
  const result = pattern.split('|').flatMap((alternative) => {
    let products = ['']
    alternative
      .trim()
      .split('/')
      .forEach((part, i) => {
        const words = part === 'goods' ? GOODS : [PLAIN[part] ?? part]
        products = products.flatMap((before) => words.map((word) => (i === 0 ? word : `${before}/${word}`)))
      })
    return products
  })
  expanded.set(pattern, result)
  return result
}

/** Whether a unit measures what the schema asks for at a place. */
export function measures(pattern: string, unit: Unit): boolean {
  if (pattern === 'any') return true
  return alternatives(pattern).some((alternative) => dimensionMatches(alternative, unit.dimension))
}

/** Whether a bare number may stand here. */
export function takesBareNumber(pattern: string): boolean {
  return /(^|\| *)(share|number|any)( *\||$)/.test(pattern)
}

/** Whether the place holds a difference, which a point of a scale cannot express. */
export function isDifference(pattern: string): boolean {
  return pattern.endsWith('-difference')
}

/** The money of a site: what it counts in, and how much of it makes one US dollar, to the order of magnitude. */
export type Money = { readonly currency: string; readonly perDollar?: number }

/** A quantity that would do, for messages; money in the currency of the site. */
export function exampleFor(pattern: string, unit: string | undefined, money?: Money): string {
  if (unit !== undefined && unit !== '' && unit !== '1') return `12 ${unit}`
  const first = pattern.split('|')[0]?.trim() ?? ''
  const amount = EXAMPLES_OF_MONEY[pattern] ?? EXAMPLES_OF_MONEY[first]
  if (amount !== undefined) return moneyExample(amount, money)
  return EXAMPLES[pattern] ?? EXAMPLES[first] ?? '12 t'
}

function moneyExample([size, per]: readonly [number, string], money: Money = { currency: 'EUR' }): string {
  const { currency, perDollar = 1 } = money
  const scale = 10 ** Math.max(0, Math.round(Math.log10(perDollar)))
  return `${formatNumber(size * scale, { lang: 'en' })} ${currency}${per}`
}

/** Amounts of the size of dollars and euros, and what they are paid for. */
const EXAMPLES_OF_MONEY: Readonly<Record<string, readonly [number, string]>> = {
  'money/goods': [0.5, '/m3'],
  'money/time': [1200, '/yr'],
  'money/co2e': [25, '/tCO2e'],
  money: [12_000, ''],
}

const EXAMPLES: Readonly<Record<string, string>> = {
  goods: '14 500 t or 250 m3',
  'goods/time': '120 t/yr',
  'mass/goods': '1.0 t/m3',
  'energy/goods': '42 GJ/t',
  'co2e/goods': '2.1 tCO2e/t',
  'goods/goods': '1.2 kg/kg',
  'time/time': '6 000 h/yr',
  'batch/time': '240 batch/yr',
  time: '8 yr',
  share: '15 %',
  area: '1 200 m2',
  temperature: '85 C',
  pressure: '7 bar(g)',
  power: '45 kW',
  'reactive-energy': '12 000 kvarh',
}
