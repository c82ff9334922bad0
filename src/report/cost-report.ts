import type { Audit } from '../model/audit.js'
import type { Figure } from '../model/figure.js'
import type { CentreMatrix, Loss, TrueCostOfWater } from '../model/indicators.js'
import { wording, type Lang, type Text } from '../model/text.js'
import { roundToSum } from '../units/round-to-sum.js'
import { namedLacks, type NamedLack } from './centres-lack.js'
import { flowPlaces } from '../model/flow-names.js'

/** A number with what must travel with it. */
export type Shown = {
  readonly value: number | null
  readonly sd: number | null
  readonly unit: string
}

export type Ledger = ReadonlyMap<string, Figure>

export function shown(ledger: Ledger, id: string): Shown {
  const figure = ledger.get(id)
  return { value: figure?.value ?? null, sd: figure?.sd ?? null, unit: figure?.unit ?? '1' }
}

/** `null` where a cost is neither product nor loss. */
export type RoundedRow = {
  readonly class: string
  readonly product: number | null
  readonly loss: number | null
  readonly total: number
}

export type RoundedMatrix = {
  readonly convention: 'carry'
  readonly unit: string
  readonly distribution: Shown
  readonly rows: readonly RoundedRow[]
  readonly lossShare: Shown
  readonly lossSd: number | null
}

/** Whole units of money: input + carried = product + loss + stock + handed on, and the columns add up to the totals. */
export type RoundedCentre = {
  readonly step: string
  readonly name: Text
  readonly input: number
  readonly carried: number
  readonly handedOn: number
  readonly product: number
  readonly loss: number
  readonly lossSd: number | null
  readonly stock: number
}

export type RoundedCentres = {
  readonly convention: CentreMatrix['convention']
  readonly unit: string
  readonly rows: readonly RoundedCentre[]
  readonly input: number
  readonly product: number
  readonly loss: number
  readonly lossSd: number | null
  readonly stock: number
  /** `null` where not all that is spent is known. */
  readonly unplaced: number | null
}

export type LossRow = {
  readonly loss: string
  readonly name: Text
  readonly cost: Shown
  /** Of the losses that cost something. */
  readonly cumulative: number | null
}

export type CostReport = {
  readonly costOfLosses: Shown
  /** The dearest first. */
  readonly losses: readonly LossRow[]
  /** The site as one quantity centre, by class (ISO 14051); all sums hold to the unit. */
  readonly costMatrix: RoundedMatrix | null
  /** Every step a quantity centre, one table a convention of recycling. */
  readonly centres: readonly RoundedCentres[]
  /** Why there is none; empty where nothing lacks. */
  readonly centresLack: readonly NamedLack[]
  readonly trueCostOfWater: {
    readonly perUnit: Shown
    readonly parts: readonly {
      readonly kind: TrueCostOfWater['parts'][number]['kind']
      readonly cost: Shown
    }[]
  } | null
}

/** Whole units of money: product and loss of a class add up to its total, and the classes to the last row. */
function roundedMatrix(audit: Audit, ledger: Ledger): RoundedMatrix | null {
  const matrix = audit.indicators.costMatrix
  if (matrix === undefined) return null
  const value = (id: string): number | null => ledger.get(id)?.value ?? null
  const cells = matrix.rows.map((row) => ({
    class: row.class,
    product: value(row.product),
    loss: value(row.loss),
  }))
  const rows: RoundedRow[] = []
  for (const cell of cells) {
    if (cell.product === null || cell.loss === null) return null
    const [product = 0, loss = 0] = roundToSum([cell.product, cell.loss], 1)
    rows.push({ class: cell.class, product, loss, total: product + loss })
  }
  const open = matrix.unallocated === undefined ? null : value(matrix.unallocated)
  if (open !== null) rows.push({ class: 'unallocated', product: null, loss: null, total: Math.round(open) })
  const sum = (of: 'product' | 'loss' | 'total'): number => rows.reduce((all, row) => all + (row[of] ?? 0), 0)
  const last = { class: 'total', product: sum('product'), loss: sum('loss'), total: sum('total') }
  const { unit, sd } = shown(ledger, matrix.loss)
  return {
    convention: matrix.convention,
    unit,
    distribution: shown(ledger, matrix.distribution),
    rows: [...rows, last],
    lossShare: shown(ledger, matrix.lossShare),
    lossSd: sd,
  }
}

const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Inputs on one side, products, losses and stock on the other are rounded to the same sum. */
function roundedCentres(audit: Audit, ledger: Ledger, matrix: CentreMatrix): RoundedCentres {
  const value = (id: string): number => ledger.get(id)?.value ?? 0
  const unplaced = ledger.get(matrix.unplaced)?.value ?? null
  const inputs = roundToSum(
    matrix.rows.map((row) => value(row.input)),
    1,
  )
  const ends = roundToSum(
    matrix.rows.flatMap(({ product, loss, stock }) => [product, loss, stock].map(value)),
    1,
  )
  const steps = new Map(audit.inventory.steps.map(({ id, name }) => [id, name]))
  const rows = matrix.rows.map((row, k): RoundedCentre => {
    const name = steps.get(row.step) ?? row.step
    const [product = 0, loss = 0, stock = 0] = ends.slice(3 * k, 3 * k + 3)
    const input = inputs[k] ?? 0
    // The larger of the two takes what rounding leaves, so that nothing handed on stays nothing.
    const came = value(row.carried)
    const went = value(row.input) + came - add([row.product, row.loss, row.stock].map(value))
    const kept = product + loss + stock - input
    const carried = Math.abs(came) > Math.abs(went) ? Math.round(went) + kept : Math.round(came)
    return {
      step: row.step,
      name: { en: wording(name, 'en'), vi: wording(name, 'vi') },
      input,
      carried,
      handedOn: carried - kept,
      product,
      loss,
      lossSd: shown(ledger, row.loss).sd,
      stock,
    }
  })
  return {
    convention: matrix.convention,
    unit: shown(ledger, matrix.input).unit,
    rows,
    input: add(inputs),
    product: add(rows.map(({ product }) => product)),
    loss: add(rows.map(({ loss }) => loss)),
    lossSd: shown(ledger, matrix.loss).sd,
    stock: add(rows.map(({ stock }) => stock)),
    unplaced: unplaced === null ? null : Math.round(unplaced),
  }
}

/** The label, with the ends of the flow where two losses share it. */
function namedApart({ indicators, inventory }: Audit, { id, flow, label }: Loss): Text {
  const { losses } = indicators
  if (!losses.some((other) => other.id !== id && other.label.en === label.en)) return label
  const place = (lang: Lang): string => flowPlaces(inventory, lang).get(flow ?? '') ?? id
  return { en: `${label.en} (${place('en')})`, vi: `${label.vi} (${place('vi')})` }
}

function lossRows(audit: Audit, ledger: Ledger): LossRow[] {
  const cost = (id: string): number => Math.max(ledger.get(id)?.value ?? 0, 0)
  const { losses } = audit.indicators
  const all = add(losses.map((loss) => cost(loss.cost)))
  let sum = 0
  return losses.map((loss) => {
    sum += cost(loss.cost)
    const cumulative = all > 0 && ledger.get(loss.cost)?.value != null ? sum / all : null
    return { loss: loss.id, name: namedApart(audit, loss), cost: shown(ledger, loss.cost), cumulative }
  })
}

/** What products and losses cost: plain data for the screen and for JSON. */
export function costReport(audit: Audit, ledger: Ledger): CostReport {
  const { totalLoss, centres, centresLack, trueCostOfWater: water } = audit.indicators
  return {
    costOfLosses: shown(ledger, totalLoss),
    losses: lossRows(audit, ledger),
    costMatrix: roundedMatrix(audit, ledger),
    centres: centres.map((matrix) => roundedCentres(audit, ledger, matrix)),
    centresLack: namedLacks(centresLack, ledger),
    trueCostOfWater:
      water === undefined
        ? null
        : {
            perUnit: shown(ledger, water.perUnit),
            parts: water.parts.map(({ kind, figure }) => ({ kind, cost: shown(ledger, figure) })),
          },
  }
}
