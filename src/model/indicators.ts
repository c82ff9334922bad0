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
