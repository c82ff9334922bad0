import { isRawMap, rawMap, type Raw, type RawMap } from '../../model/raw.js'
import type { Starter } from '../../templates/starters.js'
import { plainId } from '../../validate/check-shape.js'
import type { StarterAnswers } from './starter-answers.js'

/** Lists of the starter whose entries the user keeps or leaves out. */
const UTILITIES = ['water', 'energy'] as const

/** The goods of the starter that count as utilities, as id and entry: what is bought, and what goes down the drain. */
export function utilitiesOf(starter: Starter): readonly (readonly [string, Raw])[] {
  return UTILITIES.flatMap((list) => entriesOf(starter.site, list)).filter(([, entry]) => isUtility(entry))
}

/** Water that leaves as vapour or in the product is no utility: it is there where there is water. */
function isUtility(entry: Raw): boolean {
  return ['', 'wastewater'].includes(text(entry, 'as'))
}

export function entriesOf(site: RawMap, list: string): readonly (readonly [string, Raw])[] {
  const entries = site[list]
  return isRawMap(entries) ? Object.entries(entries) : []
}

/** The site file of a starter with what the user said: what was left out is gone, with all that refers to it. */
export function composeSite(starter: Starter, answers: StarterAnswers): RawMap {
  const { products, utilities } = answers
  const kept = new Set([...products, ...utilities].map(idOf))
  const own = (list: string, names: readonly string[]): [string, Raw][] => {
    const known = new Set(entriesOf(starter.site, list).map(([id]) => id))
    return names
      .filter((name) => !known.has(idOf(name)))
      .map((name) => [idOf(name), rawMap([['name', name]])])
  }
  const known = new Set(utilitiesOf(starter).map(([id]) => id))
  const strangers = utilities.filter((name) => !known.has(idOf(name)))
  const lists: Record<string, RawMap> = {
    products: rawMap([...chosen(starter, 'products', kept), ...own('products', products)]),
    water: rawMap(waters(starter, kept)),
    energy: rawMap([...chosen(starter, 'energy', kept), ...own('energy', strangers)]),
  }
  const whole = rawMap([
    ['recp', '1'],
    ['site', headOf(answers, starter)],
    ...(answers.period === '' ? [] : ([['period', answers.period]] as [string, Raw][])),
    ['language', answers.lang],
    ...Object.entries(starter.site).map(([key, value]): [string, Raw] => [key, lists[key] ?? value]),
  ])
  return pruned(whole)
}

/** The kinds of water that were chosen, and those that come with them. */
function waters(starter: Starter, kept: ReadonlySet<string>): [string, Raw][] {
  const all = entriesOf(starter.site, 'water')
  const isSupplied = all.some(([id, entry]) => kept.has(id) && text(entry, 'as') === '')
  return all
    .filter(([id, entry]) => kept.has(id) || (isSupplied && !isUtility(entry)))
    .map(([id, entry]) => [id, entry])
}

function chosen(starter: Starter, list: string, kept: ReadonlySet<string>): [string, Raw][] {
  return entriesOf(starter.site, list)
    .filter(([id]) => kept.has(id))
    .map(([id, entry]) => [id, entry])
}

export function idOf(name: string): string {
  return plainId(name)
}

function headOf({ name, country, currency }: StarterAnswers, { sector }: Starter): RawMap {
  const head: [string, Raw][] = [
    ['id', idOf(name)],
    ['name', name],
    ...(sector === undefined ? [] : ([['sector', sector]] as [string, Raw][])),
    ['country', country],
    ['currency', currency],
  ]
  return rawMap(head.filter(([, value]) => value !== ''))
}

const GOODS = ['products', 'materials', 'water', 'energy', 'residues']

/** Without flows, machines and references to goods that were left out, and without steps that nothing enters then. */
function pruned(site: RawMap): RawMap {
  const goods = new Set(GOODS.flatMap((list) => entriesOf(site, list).map(([id]) => id)))
  const flows = entriesOf(site, 'flows').filter(([, flow]) => goods.has(text(flow, 'of')))
  const before = entriesOf(site, 'flows')
  const touched = new Set(flows.flatMap(([, flow]) => [text(flow, 'from'), text(flow, 'to')]))
  const steps = entriesOf(site, 'steps').filter(([id]) => before.length === 0 || touched.has(id))
  const known = new Set([...goods, ...flows.map(([id]) => id)])
  const stepIds = new Set(steps.map(([id]) => id))
  const equipment = entriesOf(site, 'equipment').flatMap(([id, machine]): [string, Raw][] =>
    isRawMap(machine) &&
    ['uses', 'fuel'].every((key) => machine[key] === undefined || known.has(text(machine, key)))
      ? [[id, withoutStep(machine, stepIds)]]
      : [],
  )
  const product = entriesOf(site, 'products')[0]?.[0]
  const replaced: Record<string, Raw> = {
    flows: rawMap(flows),
    steps: rawMap(steps),
    equipment: rawMap(equipment),
  }
  return rawMap(
    Object.entries(site).flatMap(([key, value]): [string, Raw][] => {
      if (key === 'per' && !goods.has(text(value, 'of')))
        return product === undefined ? [] : [[key, rawMap([['of', product]])]]
      const next = replaced[key] ?? value
      return isRawMap(next) && Object.keys(next).length === 0 ? [] : [[key, next]]
    }),
  )
}

function text(entry: Raw | undefined, key: string): string {
  const value = isRawMap(entry) ? entry[key] : undefined
  return typeof value === 'string' ? value : ''
}

function withoutStep(machine: RawMap, steps: ReadonlySet<string>): RawMap {
  return rawMap(Object.entries(machine).filter(([key]) => key !== 'step' || steps.has(text(machine, 'step'))))
}
