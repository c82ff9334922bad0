import { diagnose } from '../diagnostics/catalogue.js'
import type { InventoryFlow, Transfer } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { about, type Normalising } from './stage.js'

/**
 * Transfer coefficients: an amount such as `85 % of feed` with a layer is the share of what `feed`, or everything that
 * enters the step of that name, carries of the layer.
 */
export function transfersOf(work: Normalising, flows: readonly InventoryFlow[]): Transfer[] {
  return flows.flatMap((flow): Transfer[] => {
    const amount = work.site.flows[flow.id]?.amount
    if (amount?.of === undefined || amount.layer === undefined) return []
    const label = asText(flow.name, flow.id)
    if (!['%', '1'].includes(amount.unit.text)) {
      const what = { what: label.en, 'what-vi': label.vi, written: amount.written, unit: '%' }
      work.diagnostics.push(diagnose('U313', amount.at, what))
      return []
    }
    const said = { en: 'transfer coefficient', vi: 'hệ số chuyển' }
    const { id: figure } = enterQuantity(work, `transfer.${flow.id}`, about(label, said), amount)
    const of = sourcesOf(flows, amount.of)
    return [{ id: figure, layer: amount.layer, figure, flow: flow.id, of, at: amount.at }]
  })
}

/** A flow by its id, the flows of a good that enter, or all that enters a step. */
function sourcesOf(flows: readonly InventoryFlow[], name: string): string[] {
  const found = flows.filter((flow) => flow.id === name)
  if (found.length > 0) return [name]
  return flows
    .filter((flow) => flow.to === name || (flow.of === name && flow.from === null))
    .map(({ id }) => id)
}
