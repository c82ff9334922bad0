import type { Text } from './text.js'
import type { Layer } from './inventory.js'

/** One of the RECP indicators, or one of the user's own. */
export type Indicator = {
  readonly id: string
  readonly figure: string
  readonly group:
    | 'resource'
    | 'pollution'
    | 'ghg'
    | 'production'
    | 'productivity'
    | 'intensity'
    | 'ledger'
    | 'specific'
    | 'product'
    | 'step'
    | 'own'
    | 'cost'
}

/** A cost line of the site: what was bought or paid for, per year. */
export type CostLine = {
  readonly good: string
  readonly amount: string
  readonly price: string | null
  readonly cost: string
  readonly share: string
}

/** A loss stream: what was paid for and did not become product. */
export type Loss = {
  readonly id: string
  readonly label: Text
  /** The flow that carries it, or the balance that misses it. */
  readonly flow?: string
  readonly balance?: string
  readonly layer?: Layer
  /** Figure of the amount lost. */
  readonly amount: string
  /** Figures of the parts of its cost; absent parts were not asked for. */
  readonly parts: readonly {
    readonly kind: 'material' | 'water' | 'energy' | 'treatment' | 'system' | 'revenue'
    readonly figure: string
  }[]
  readonly cost: string
  readonly share: string
}

/** One class of cost of the matrix of ISO 14051: figures in money per year; product + loss = total. */
export type CostMatrixRow = {
  readonly class: 'material' | 'energy' | 'system' | 'waste'
  readonly product: string
  readonly loss: string
  readonly total: string
}

/**
 * Material flow cost accounting of the site as one quantity centre. Recycled streams stay inside it and carry all their
 * cost (convention `carry`).
 */
export type CostMatrix = {
  readonly convention: 'carry'
  /** Figure: share of the material that ends in the product; energy and system cost follow it. */
  readonly distribution: string
  readonly rows: readonly CostMatrixRow[]
  readonly product: string
  readonly loss: string
  /** Figure: material of which nobody says what share ends in the product; neither product nor loss. */
  readonly unallocated?: string
  /** Figure: product + loss + unallocated. */
  readonly total: string
  /** Figure: loss ÷ total. */
  readonly lossShare: string
}

/** Figures of a quantity centre in money per year: input + carried = product + loss + stock + what is handed on. */
export type CentreCost = {
  /** New cost of material, water, energy, system and waste management. */
  readonly input: string
  /** Handed over by other centres with their products. */
  readonly carried: string
  /** In products that leave the site. */
  readonly product: string
  /** In what is lost here, with its waste management. */
  readonly loss: string
  readonly stock: string
  /** Waste management, which is part of input and of loss. */
  readonly waste: string
}

export type CentreRow = CentreCost & { readonly step: string }

/** Material flow cost accounting by step (ISO 14051); totals: input = product + loss + stock. */
export type CentreMatrix = {
  /** Recycled streams take all their cost back, or their material cost while energy and system cost are loss. */
  readonly convention: 'carry' | 'materialOnly'
  readonly rows: readonly CentreRow[]
  readonly input: string
  readonly product: string
  readonly loss: string
  readonly stock: string
  /** Cost of material, water, energy and system that belongs to no step; not part of the totals. */
  readonly unplaced: string
}

/** What is not known of a flow, without which no cost by quantity centre can be told. */
export type CentreLack = { readonly flow: string; readonly of: 'amount' | 'mass' }

/** What a cubic metre of water costs in truth, by where the money goes. */
export type TrueCostOfWater = {
  /** Figure: money per m3 of water taken in. */
  readonly perUnit: string
  readonly parts: readonly {
    readonly kind: 'purchase' | 'treatment' | 'pumping' | 'heat' | 'discharge' | 'fee'
    readonly figure: string
  }[]
}

/** A measurement that would make the cost of losses surer. */
export type NextMeasurement = {
  readonly label: Text
  /** Figure of what to measure: a flow, or what a claim is about. */
  readonly of: string
  /** Figure: standard uncertainty of the total cost of losses with this measurement. */
  readonly remaining: string
  /** Figures that this measurement would settle just as well. */
  readonly tiedWith: readonly string[]
}

/** A target of the site beside its indicator. */
export type TargetGap = {
  readonly indicator: string
  /** Figure: what the indicator is now. */
  readonly value: string
  /** Figure: what it is to become. */
  readonly target: string
  /** Figure: value ÷ target − 1. */
  readonly gap: string
  /** Whether more or less than the target is good. */
  readonly better: 'more' | 'less'
  readonly year?: number
  readonly note?: string
}

/** Whether a gap to a target means that it is reached. */
export function isReached(gap: number, better: TargetGap['better']): boolean {
  return better === 'less' ? gap <= 0 : gap >= 0
}

export type Indicators = {
  readonly indicators: readonly Indicator[]
  readonly costs: readonly CostLine[]
  readonly totalCost: string
  readonly losses: readonly Loss[]
  readonly totalLoss: string
  /** Absent where nothing says which share of the material ends in the product. */
  readonly costMatrix?: CostMatrix
  /** One a convention where they differ, else one; empty where no cost is placed at a step. */
  readonly centres: readonly CentreMatrix[]
  /** Why there is none although costs are placed at steps; absent where nothing lacks. */
  readonly centresLack?: readonly CentreLack[]
  readonly trueCostOfWater?: TrueCostOfWater
  /** Absent where the site has none that can be compared. */
  readonly targets?: readonly TargetGap[]
  /** What to measure next, the most useful first; empty where nothing would help. */
  readonly measureNext: readonly NextMeasurement[]
  readonly emissions: readonly Emission[]
}

/** Figure that a gap is measured against; of a range its upper end. */
export function referenceOf(
  gap: Pick<Gap, 'against' | 'low' | 'typical' | 'best' | 'high'>,
): string | undefined {
  return gap[gap.against === 'range' ? 'high' : gap.against]
}

/** Greenhouse gases of one source. */
export type Emission = {
  /** Good, or step that treats wastewater. */
  readonly of: string
  readonly source: 'fuel' | 'electricity' | 'process' | 'refrigerant' | 'wastewater'
  readonly scope: 1 | 2 | 3
  /** Figure in tCO2e/yr. */
  readonly figure: string
  readonly factor: string
  /** In no total: scope 2 once more by contract, and CO2 of what grew. */
  readonly apart?: 'market' | 'biogenic'
}

/** How far an indicator is from an outside value. */
export type Gap = {
  readonly benchmark: string
  readonly indicator: string
  /** Figure of the site's value in the benchmark's unit. */
  readonly value: string
  readonly low?: string
  readonly typical?: string
  readonly best?: string
  readonly high?: string
  /**
   * value ÷ reference − 1; the reference is named. Against a range it is 0 inside, and outside the distance to the
   * nearer end.
   */
  readonly gap: string
  readonly against: 'low' | 'typical' | 'best' | 'high' | 'range'
  /** The same for every reference of the row. */
  readonly gaps: Readonly<Partial<Record<'low' | 'typical' | 'best' | 'high', string>>>
  /** `norm` for a legal maximum; `practice` for surveys. */
  readonly kind: 'norm' | 'practice'
  readonly scope: Text
  readonly country: string
  readonly year: number
  readonly source: string
  readonly evidence: string
  /** Why it proves little: read second hand, one plant, an inventory default, too old, a norm that has lapsed. */
  readonly weak: readonly (
    'second-hand' | 'calculated' | 'recalled' | 'single' | 'default' | 'old' | 'lapsed'
  )[]
  readonly verdict: 'better' | 'within' | 'worse' | 'unknown'
}
