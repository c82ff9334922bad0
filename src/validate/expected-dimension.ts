import { dimensionMatches } from '../units/index.js'
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

/** A quantity that would do, for messages. */
export function exampleFor(pattern: string, unit: string | undefined): string {
  if (unit !== undefined && unit !== '' && unit !== '1') return `12 ${unit}`
  const first = pattern.split('|')[0]?.trim() ?? ''
  return EXAMPLES[pattern] ?? EXAMPLES[first] ?? '12 t'
}

const EXAMPLES: Readonly<Record<string, string>> = {
  goods: '14 500 t or 250 m3',
  'goods/time': '120 t/yr',
  'money/goods': '0.50 EUR/m3',
  'mass/goods': '1.0 t/m3',
  'energy/goods': '42 GJ/t',
  'co2e/goods': '2.1 tCO2e/t',
  'goods/goods': '1.2 kg/kg',
  'time/time': '6 000 h/yr',
  'batch/time': '240 batch/yr',
  'money/time': '1 200 EUR/yr',
  'money/co2e': '25 EUR/tCO2e',
  money: '12 000 EUR',
  time: '8 yr',
  share: '15 %',
  area: '1 200 m2',
  temperature: '85 C',
  pressure: '7 bar(g)',
  power: '45 kW',
  'reactive-energy': '12 000 kvarh',
}
