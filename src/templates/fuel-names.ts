import { nearest } from '../model/near-names.js'
import type { Content } from './content.js'

/** Fuel of the factor tables → everything it is called: in the tables, in Viet Nam and in trade. */
export type FuelNames = ReadonlyMap<string, readonly string[]>

/** The names that people use stand first, so that what is best known comes first. */
export function fuelNamesOf({ fuelNames, fuels }: Pick<Content, 'fuelNames' | 'fuels'>): FuelNames {
  const all = new Map([...fuelNames].map(([fuel, names]) => [fuel, new Set(names)]))
  for (const { fuel, name } of fuels) {
    const names = all.get(fuel) ?? new Set()
    for (const one of [name.vi, name.en]) if (one !== '') names.add(one)
    all.set(fuel, names)
  }
  return new Map([...all].map(([fuel, names]) => [fuel, [...names]]))
}

/** Fuels of the tables that a local name may mean, best known first: by what people call them, then by near ids. */
export function fuelsCalled(names: FuelNames, written: string): readonly string[] {
  const word = plain(written)
  const called = [...names].filter(([, all]) => all.some((name) => plain(name) === word))
  return called.length > 0 ? called.map(([fuel]) => fuel) : nearest(written, new Set(names.keys()))
}

/** Without accents, case and the signs between words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '')
}
