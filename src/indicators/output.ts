import { diagnose } from '../diagnostics/catalogue.js'
import type { InventoryFlow, InventoryGood } from '../model/inventory.js'
import { asText } from '../model/text.js'
import { parseUnit, sameDimension } from '../units/index.js'
import { sayIncomplete, total, type Indicating } from './indicating.js'

/**
 * The product output in the unit that `per` names, through mass or energy where the product is counted otherwise:
 * of that product, or of the only one. What leaves as waste is no output.
 */
export function outputFigure(work: Indicating): string | undefined {
  const products = work.inventory.goods.filter((good) => good.list === 'products')
  const named = work.site.per?.of
  const good =
    products.find((product) => product.id === named) ?? (products.length === 1 ? products[0] : undefined)
  if (good === undefined) {
    work.diagnostics.push(diagnose('K101', '/per', { product: named ?? '' }))
    return undefined
  }
  const flows = work.inventory.flows.filter((flow) => flow.of === good.id && flow.as === 'product')
  const counted = countedIn(work, good)
  const name = asText(good.name, good.id)
  const label = { en: `Product output: ${name.en}`, vi: `Sản lượng: ${name.vi}` }
  const figures = flows.flatMap((flow) => figureOf(flow, counted.layer))
  const unknown = flows.filter((flow) => figureOf(flow, counted.layer).length === 0).map((flow) => flow.id)
  const { id, left } = total(work, 'total.output', label, `${counted.unit}/yr`, figures, unknown)
  if (work.ledger.get(id)?.value == null)
    work.diagnostics.push(diagnose('K101', '/per', { product: good.id }))
  else sayIncomplete(work, label, left, unknown, 'unit')
  return id
}

type Counted = { readonly unit: string; readonly layer?: string }

/** The unit of the output, and the layer that leads to it where the product is counted in another one. */
function countedIn(work: Indicating, good: InventoryGood): Counted {
  const wanted = work.site.per?.of === good.id ? work.site.per.unit : undefined
  const unit = parseUnit(wanted ?? good.unit)
  if (wanted === undefined || !('unit' in unit) || sameDimension(wanted, good.unit))
    return { unit: 'unit' in unit ? (wanted ?? good.unit) : good.unit }
  if (sameDimension(wanted, 't') && good.contents['mass'] !== undefined)
    return { unit: wanted, layer: 'mass' }
  if (sameDimension(wanted, 'GJ') && good.contents['energy'] !== undefined)
    return { unit: wanted, layer: 'energy' }
  const name = asText(good.name, good.id)
  work.diagnostics.push(
    diagnose('U313', '/per/unit', {
      what: `${name.en}: per`,
      'what-vi': `${name.vi}: per`,
      written: wanted,
      unit: good.unit,
    }),
  )
  return { unit: good.unit }
}

function figureOf(flow: InventoryFlow, layer: string | undefined): string[] {
  if (layer === undefined) return [`flow.${flow.id}`]
  return flow.contents[layer] === undefined ? [] : [`flow.${flow.id}.${layer}`]
}
