import type { FlowResult } from '../../model/balances.js'

/** What a flow is, for its colour: the same in every layer and every factory. */
export type Medium =
  | 'product'
  | 'material'
  | 'water'
  | 'wastewater'
  | 'energy'
  | 'heat'
  | 'residue'
  | 'loss'
  | 'treatment'
  | 'unaccounted'

/** What is built up in a step (positive) or taken from it (negative); `null` where it is not known. */
export type SankeyStock = { readonly name: string; readonly value: number | null; readonly sd?: number }

export type SankeyNode = {
  readonly id: string
  readonly name: string
  /** Whether what enters must leave here in this layer; where not, the sides of the box may differ. */
  readonly balanced: boolean
  readonly stocks: readonly SankeyStock[]
}

export type SankeyLink = {
  readonly id: string
  readonly name: string
  /** Id of a node; `null` is the world outside. */
  readonly from: string | null
  readonly to: string | null
  /** In the unit of the graph; `null` where it is not known. Never negative. */
  readonly value: number | null
  /** One standard uncertainty. */
  readonly sd?: number
  readonly class: FlowResult['class']
  readonly medium: Medium
  /** Flows back to where it came from. */
  readonly recycle: boolean
}

/** One diagram as plain data, in one language and one unit. Nodes and links are in the order of the file. */
export type SankeyGraph = {
  readonly title: string
  readonly subtitle: string
  /** As it is shown: `m³/yr`. */
  readonly unit: string
  readonly nodes: readonly SankeyNode[]
  readonly links: readonly SankeyLink[]
  /** Whether its flows differ in how they are known; where not, nothing is said about it. */
  readonly classes: boolean
  /** Sentences under the drawing. */
  readonly notes: readonly string[]
}
