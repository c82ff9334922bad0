import type { Share } from './law.js'
import { asText, type Name, type Text } from './text.js'

/** A conserved or tracked property that flows carry: `mass`, `water`, `energy`, or a declared substance. */
export type Layer = string

/** Unit of each built-in layer in the ledger, per year. Substances are in `t`. */
export const LAYER_UNITS: Readonly<Record<string, string>> = bare({ mass: 't', water: 'm3', energy: 'GJ' })

/** What each built-in layer is called. */
export const LAYER_NAMES: Readonly<Record<string, Text>> = bare({
  mass: { en: 'mass', vi: 'khối lượng' },
  water: { en: 'water', vi: 'nước' },
  energy: { en: 'energy', vi: 'năng lượng' },
})

/** Without prototype: substances are layers too, and theirs are names of the user. */
function bare<T>(fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, fields)
}

/** A substance by the name the site gives it. */
export type Named = { readonly id: string; readonly name?: Name }

/** Name of a layer in both languages: of a substance what the site calls it, else its id. */
export function layerName(layer: Layer, substances: readonly Named[] = []): Text {
  return LAYER_NAMES[layer] ?? asText(substances.find(({ id }) => id === layer)?.name, layer)
}

/** Unit of a layer in the ledger, per year. */
export function layerUnit(layer: Layer): string {
  return `${LAYER_UNITS[layer] ?? 't'}/yr`
}

export type GoodList = 'products' | 'materials' | 'water' | 'energy' | 'residues'

/** What a flow that leaves the site counts as. */
export type Leaves =
  'product' | 'by-product' | 'waste' | 'wastewater' | 'emission' | 'heat' | 'loss' | 'export'

/** Something that moves, with what is the same wherever it moves. */
export type InventoryGood = {
  readonly id: string
  readonly name: Name
  readonly list: GoodList
  /** Unit its amounts are kept in, without time: `hl`, `m3`, `t`, `MWh`. */
  readonly unit: string
  readonly as?: Leaves
  readonly role?: string
  readonly fuel?: string
  /** Greenhouse gas in the table of warming potentials. */
  readonly gas?: string
  readonly ewc?: string
  readonly destination?: string
  readonly hazardous?: boolean
  readonly renewable?: boolean
  readonly origin?: string
  /** Figure of its price (money per unit); absent when the site gives none. */
  readonly price?: string
  /** Figure of the cost of treating or discharging one unit. */
  readonly treatmentCost?: string
  /** Figure of the share that ends in the product. */
  readonly inProduct?: string
  /** Layer → figure of what one unit carries, e.g. `m3/t` for water. */
  readonly contents: Readonly<Record<Layer, string>>
  /** Figure of the greenhouse gases of one unit, scope given apart. */
  readonly ghg?: string
  /** The same by contract: supplier, certificate or residual mix. */
  readonly ghgMarket?: string
  readonly at: string
}

export type InventoryStep = {
  readonly id: string
  readonly name: Name
  readonly kind: string
  /** How wastewater is treated here. */
  readonly treatment?: string
  /** Layers in which what enters must leave. */
  readonly balances: readonly Layer[]
  readonly at: string
}

export type InventoryFlow = {
  readonly id: string
  readonly name: Name
  readonly of: string
  /** `null` is the world outside the boundary. */
  readonly from: string | null
  readonly to: string | null
  readonly as?: Leaves
  readonly recycle: boolean
  /** Layer → figure of what one unit carries here; the good's unless the flow says otherwise. */
  readonly contents: Readonly<Record<Layer, string>>
  /** Layers of which the balances find what is carried; the figure of one unit comes with them. */
  readonly found?: Readonly<Record<Layer, Found>>
  readonly at: string
}

/** One unit carries coefficient × content; or the flow as a whole carries a load that nothing else is said of. */
export type Found =
  | { readonly content: string; readonly coefficient: number }
  | { readonly load: string; readonly coefficient: 1 }

/** What a unit of one or of several flows carries of a layer, or a whole flow, where it is not simply given. */
export type Content = {
  readonly id: string
  readonly label: Text
  readonly layer: Layer
  /** `t/m3`, `t/t`; `t/yr` of a load. */
  readonly unit: string
  readonly at: string
}

/** One measured value of a content: coefficient × content = value. */
export type Assay = {
  readonly id: string
  readonly content: string
  readonly coefficient: number
  /** Figure with the value in the unit of a flow, and its standard uncertainty. */
  readonly figure: string
  /** Figure of the value as it was written. */
  readonly written: string
  readonly at: string
}

/** A transfer coefficient: the share of what some flows carry of a layer that is found in another flow. */
export type Transfer = {
  readonly id: string
  readonly layer: Layer
  /** Figure of the share, with its standard uncertainty. */
  readonly figure: string
  readonly flow: string
  readonly of: readonly string[]
  readonly at: string
}

/** Where balances are not linear: concentrations × flows, states, transfer coefficients. */
export type Composition = {
  /** Measured somewhere, or shared by the flows that leave a mixed tank. */
  readonly contents: readonly Content[]
  /** Of flows of which nobody says what they carry. */
  readonly loads: readonly Content[]
  readonly assays: readonly Assay[]
  readonly transfers: readonly Transfer[]
}

/** One equation `Σ coefficient × flow = claimed value`, from an amount, a reading, bills or a norm. */
export type Claim = {
  readonly id: string
  /** Figure with the claimed value per year, `unit`/yr, and its standard uncertainty. */
  readonly figure: string
  readonly terms: readonly Share[]
  readonly kind: 'amount' | 'reading' | 'bill' | 'ratio' | 'calculated'
  readonly at: string
}

export type StockChange = {
  readonly id: string
  readonly of: string
  readonly step: string | null
  /** Figure: closing minus opening, per year; positive is build-up. */
  readonly change: string
  readonly contents: Readonly<Record<Layer, string>>
  readonly at: string
}

/** The period audited. */
export type Period = {
  readonly label: string
  readonly first: string
  readonly last: string
  readonly days: number
}

/** Amounts month by month, from readings or bills of one meter or good. */
export type MonthlySeries = {
  /** Of the meter, good or flow. */
  readonly id: string
  readonly label: Text
  /** Without time: `kWh`. */
  readonly unit: string
  /** The good it is of, where it is of one alone. */
  readonly good?: string
  /** In order; a month that is not known is not there. `yyyy-mm`. */
  readonly months: readonly { readonly month: string; readonly amount: number }[]
}

/** The site in one set of units and one period: what the balances are made of. Figures lie in the ledger. */
export type Inventory = {
  readonly period: Period
  /** What stands after `±`: one standard uncertainty, the half-width of 95 %, or a limit that is never passed. */
  readonly plusMinus: 'standard' | '95 %' | 'limit'
  readonly goods: readonly InventoryGood[]
  readonly steps: readonly InventoryStep[]
  readonly flows: readonly InventoryFlow[]
  readonly claims: readonly Claim[]
  readonly stocks: readonly StockChange[]
  /** Absent where every balance is linear. */
  readonly composition?: Composition
  readonly substances: readonly (Named & { readonly conserved: boolean })[]
  /** Absent where nothing was given by months. */
  readonly monthly?: readonly MonthlySeries[]
}

/** Id of the step that stands for the whole factory where no step is written. */
export const WHOLE_SITE = 'site'

/** Electricity, by its fuel or by its name; steam and other carriers have neither. */
export function isElectricity(good: {
  readonly id: string
  readonly list?: GoodList
  readonly fuel?: string
}): boolean {
  if (good.list !== undefined && good.list !== 'energy') return false
  return good.fuel === 'electricity' || (good.fuel === undefined && /^(electricity|dien)(-|$)/.test(good.id))
}
