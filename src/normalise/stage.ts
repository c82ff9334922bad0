import type { Ledger } from '../formula/index.js'
import type { Content } from '../templates/content.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { layerName, type Inventory, type Layer } from '../model/inventory.js'
import type { Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Site, Term } from '../schema/site.js'

/** What the parts of the stage share while it runs: the site, the content, and what they have found so far. */
export type Normalising = {
  readonly site: Site
  readonly content: Content
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
}

/** The total that a meter, or the papers about a good, show for the period. */
export type Metered = {
  readonly id: string
  readonly label: Text
  readonly reads: readonly Term[]
  readonly total: Quantity
  readonly kind: 'reading' | 'bill'
}

/** The substances of the site, as its balances and reports name them. */
export function substancesOf(site: Site): Inventory['substances'] {
  return Object.entries(site.substances).map(([id, { name, conserved }]) => ({
    id,
    ...(name === undefined ? {} : { name }),
    conserved: conserved ?? true,
  }))
}

/** Name of a layer of the site. */
export function layerNameIn({ site }: Pick<Normalising, 'site'>, layer: Layer): Text {
  return layerName({ substances: substancesOf(site) }, layer)
}

/** What the content of a layer is called. */
export function contentName(work: Pick<Normalising, 'site'>, layer: Layer): Text {
  if (layer === 'energy') return { en: 'heat content', vi: 'hàm lượng nhiệt' }
  const { en, vi } = layerNameIn(work, layer)
  return { en: `content of ${en}`, vi: `hàm lượng ${vi}` }
}

/** Joins a name and what is said of it: `Beer: price`. */
export function about(name: Text, what: Text): Text {
  return { en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` }
}
