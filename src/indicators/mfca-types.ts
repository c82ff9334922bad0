/** Costs are in one currency and one period; masses in one unit. */

export type CostClass = 'material' | 'energy' | 'system'

export const CLASSES = ['material', 'energy', 'system'] as const satisfies readonly CostClass[]

/** What a recycled stream takes back: all its cost, or its material while energy and system cost are loss. */
export type RecycleConvention = 'carry' | 'materialOnly'

export type QuantityCentre = {
  /** Cost that enters here from outside, without what other centres hand over. */
  readonly newInput: Readonly<Record<CostClass, number>>
  /** Wholly cost of material loss. */
  readonly wasteManagement: number
}

export type MfcaFlow = {
  readonly id: string
  readonly from: string
  /** The next centre; `null` leaves the system. */
  readonly to: string | null
  readonly kind: 'product' | 'loss' | 'recycle' | 'stock'
  /** `null` where every class has its own share. */
  readonly mass: number | null
  /** Mass that counts for the allocation, where a material is left out of it (process water, ISO 14053). */
  readonly basisMass?: number
  /** Share of the cost of its centre where it does not follow mass: a fraction, `0.94` or the text `47/50`. */
  readonly share?: Readonly<Partial<Record<CostClass, number | string>>>
}

export type MfcaInput = {
  readonly quantityCentres: Readonly<Record<string, QuantityCentre>>
  readonly flows: readonly MfcaFlow[]
}

export type FlowCost = Readonly<Record<CostClass | 'total', number>>
export type MatrixRow = Readonly<Record<CostClass | 'wasteManagement' | 'total', number>>

export type MfcaResult = {
  readonly convention: RecycleConvention
  /** Cost that passes through it: new input and what is carried over. */
  readonly quantityCentreTotals: Readonly<Record<string, Readonly<Record<CostClass, number>>>>
  readonly flows: Readonly<Record<string, FlowCost>>
  readonly matrix: {
    readonly product: MatrixRow
    readonly materialLoss: MatrixRow
    /** Cost in what stays behind as stock. */
    readonly stock: MatrixRow
    /** Everything that entered: product + material loss + stock. */
    readonly total: MatrixRow
    /** Material loss ÷ total × 100; `null` where nothing was spent. */
    readonly lossSharePercent: number | null
  }
}

/** Why there is no result; each names the centre or flow. */
export type MfcaProblem =
  /** Outputs have neither mass nor a share of this class, so its cost has nowhere to go. */
  | { readonly kind: 'no-share'; readonly centre: string; readonly class: CostClass }
  /** The shares of the outputs add up to something else than 1. */
  | {
      readonly kind: 'shares-do-not-add-up'
      readonly centre: string
      readonly class: CostClass
      readonly sum: number
    }
  /** A flow names a centre that does not exist. */
  | { readonly kind: 'unknown-centre'; readonly flow: string; readonly centre: string }
  /** Cost circulates and never leaves. */
  | { readonly kind: 'closed-loop'; readonly centre: string; readonly class: CostClass }

export type MfcaOutcome =
  | { readonly result: MfcaResult; readonly problems: readonly [] }
  | { readonly result: null; readonly problems: readonly MfcaProblem[] }
