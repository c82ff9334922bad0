import type { Inventory, InventoryFlow } from '../model/inventory.js'
import { wording, type Lang, type Text } from '../model/text.js'

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
  const stepNames = new Map(steps.map(({ id, name }) => [id, wording(name, lang) || id]))
  const goodNames = new Map(goods.map(({ id, name }) => [id, wording(name, lang) || id]))
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

function tellsApart(group: readonly InventoryFlow[], told: Told): boolean {
  const all = group.map(told)
  return !all.includes(undefined) && new Set(all).size === group.length
}
