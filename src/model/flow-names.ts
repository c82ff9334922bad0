import type { Inventory, InventoryFlow } from './inventory.js'
import { namesOf, repeated, wording, type Lang, type Text } from './text.js'

/** `→ Brewing`, `Cellar →`, `Cellar → Bottling`: the flow it is, told by its ends; its id where these tell no flow apart. */
export type FlowPlaces = ReadonlyMap<string, string>

/** What enters or leaves the site as a whole. */
const NO_STEP: Text = { en: 'no step', vi: 'chưa gắn công đoạn' }

type Told = (flow: InventoryFlow) => string | undefined

/**
 * What tells flows of the same name apart: where they go, where they come from, or both, whichever is the shortest that
 * does so for all of that name.
 */
export function flowPlaces({ goods, steps, flows }: Inventory, lang: Lang): FlowPlaces {
  const stepNames = namesOf(steps, lang)
  const goodNames = namesOf(goods, lang)
  const step = (id: string | null): string | undefined => (id === null ? undefined : stepNames.get(id))
  const to: Told = (flow) => step(flow.to) && `→ ${step(flow.to) ?? ''}`
  const from: Told = (flow) => step(flow.from) && `${step(flow.from) ?? ''} →`
  const both: Told = (flow) => {
    const [first, last] = [step(flow.from), step(flow.to)]
    return first || last ? [first, '→', last].filter(Boolean).join(' ') : NO_STEP[lang]
  }
  const alike = new Map<string, InventoryFlow[]>()
  for (const flow of flows) {
    const name = wording(flow.name, lang) || (goodNames.get(flow.of) ?? flow.of)
    alike.set(name, [...(alike.get(name) ?? []), flow])
  }
  return new Map(
    [...alike.values()].flatMap((group) => {
      const told = [to, from, both].find((one) => tellsApart(group, one))
      return group.map((flow) => [flow.id, told?.(flow) ?? flow.id] as const)
    }),
  )
}

/** What every flow is called, by id; flows mostly have the name of their good: then their places tell them apart. */
export function flowNames(inventory: Inventory, lang: Lang): ReadonlyMap<string, string> {
  const goodNames = namesOf(inventory.goods, lang)
  const places = flowPlaces(inventory, lang)
  const named = inventory.flows.map(
    ({ id, name, of }) => [id, wording(name, lang) || (goodNames.get(of) ?? of)] as const,
  )
  const often = repeated(named.map(([, name]) => name))
  return new Map(
    named.map(([id, name]) => [id, often.has(name) ? `${name} (${places.get(id) ?? id})` : name]),
  )
}

/** What one flow is called in both languages; `undefined` where there is no such flow. */
export function flowName(inventory: Inventory, id: string): Text | undefined {
  const [en, vi] = [flowNames(inventory, 'en').get(id), flowNames(inventory, 'vi').get(id)]
  return en === undefined || vi === undefined ? undefined : { en, vi }
}

function tellsApart(group: readonly InventoryFlow[], told: Told): boolean {
  const all = group.map(told)
  return !all.includes(undefined) && new Set(all).size === group.length
}
