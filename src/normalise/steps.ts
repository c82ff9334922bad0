import { WHOLE_SITE, type InventoryFlow, type InventoryStep, type Layer } from '../model/inventory.js'
import { optional } from './goods.js'
import type { Normalising } from './stage.js'

type Carries = (flow: InventoryFlow, layer: Layer) => boolean

/** The steps as written, or the whole site as the only one, with the layers that each balances. */
export function inventorySteps(
  work: Normalising,
  flows: readonly InventoryFlow[],
  carries: Carries,
): InventoryStep[] {
  const written = Object.entries(work.site.steps)
  const steps =
    written.length === 0
      ? [{ id: WHOLE_SITE, name: work.site.site.name, kind: 'process', at: '/site' }]
      : written.map(([id, step]) => ({
          id,
          name: step.name ?? id,
          kind: step.kind ?? 'process',
          at: `/steps/${id}`,
        }))
  return steps.map((step) => ({
    ...step,
    ...optional('treatment', work.site.steps[step.id]?.treatment),
    balances: work.site.steps[step.id]?.balances ?? impliedBalances(work, step, flows, carries),
  }))
}

/**
 * Which layers a step balances, where it does not say: water as soon as water touches it, mass where goods
 * other than water both enter and leave and no fuel burns (flue gas and air are seldom written down; steam burns nothing), a conserved
 * substance where it both enters and leaves, as it does where it enters a mixed tank (not in treatment). Energy only where the step asks for it, since heat
 * losses are seldom written down either.
 */
function impliedBalances(
  work: Normalising,
  step: Pick<InventoryStep, 'id' | 'kind'>,
  flows: readonly InventoryFlow[],
  carries: Carries,
): Layer[] {
  const { site } = work
  const into = flows.filter((flow) => flow.to === step.id)
  const outOf = flows.filter((flow) => flow.from === step.id)
  const whole = step.id === WHOLE_SITE
  const has = (list: readonly InventoryFlow[], layer: Layer): boolean =>
    list.some((flow) => carries(flow, layer))
  const dry = (list: readonly InventoryFlow[]): boolean =>
    list.some((flow) => !Object.hasOwn(site.water, flow.of) && flow.contents['mass'] !== undefined)
  const burns = [...into, ...outOf].some(
    (flow) =>
      Object.hasOwn(site.energy, flow.of) &&
      flow.contents['mass'] !== undefined &&
      flow.contents['water'] === undefined,
  )
  const layers: Layer[] = []
  if (!whole && !burns && dry(into) && dry(outOf)) layers.push('mass')
  if (has(into, 'water') && (!whole || has(outOf, 'water'))) layers.push('water')
  for (const [id, substance] of Object.entries(site.substances)) {
    if (substance.conserved === false || step.kind === 'treatment') continue
    if (has(into, id) && (has(outOf, id) || site.steps[step.id]?.mixed === true)) layers.push(id)
  }
  return layers
}
