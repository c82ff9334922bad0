import type { Text } from './text.js'
import type { Layer } from './inventory.js'

/** One of the RECP indicators, or one of the user's own. */
export type Indicator = {
  readonly id: string
  readonly figure: string
  readonly group:
    'resource' | 'pollution' | 'production' | 'productivity' | 'intensity' | 'ledger' | 'specific' | 'cost'
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
  readonly trueCostOfWater?: TrueCostOfWater
  /** What to measure next, the most useful first; empty where nothing would help. */
  readonly measureNext: readonly NextMeasurement[]
  /** Greenhouse gases by source: figure in tCO2e/yr. */
  readonly emissions: readonly {
    readonly good: string
    readonly scope: 1 | 2 | 3
    readonly figure: string
    readonly factor: string
  }[]
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
  /** value ÷ reference − 1; the reference is named. */
  readonly gap: string
  readonly against: 'low' | 'typical' | 'best' | 'high'
  /** `norm` for a legal maximum; `practice` for surveys. */
  readonly kind: 'norm' | 'practice'
  readonly scope: string
  readonly country: string
  readonly year: number
  readonly source: string
  readonly evidence: string
  readonly verdict: 'better' | 'within' | 'worse' | 'unknown'
}
