import type { Audit } from '../model/audit.js'
import type { Balance, ClaimCheck, FlowResult } from '../model/balances.js'
import { layerName, layerUnit } from '../model/inventory.js'
import { sameText, wording, type Name, type Text } from '../model/text.js'
import { contentRows, type ContentRow } from './content-rows.js'
import { costReport, shown, type CostReport, type Ledger, type Shown } from './cost-report.js'

export type BalanceRow = {
  readonly balance: string
  readonly step: string | null
  readonly name: Text
  /** By the claims alone; `null` where they do not say enough. */
  readonly before: { readonly imbalance: Shown; readonly z: number | null } | null
  readonly in: Shown
  readonly out: Shown
  readonly stock: Shown
  /** What is left over after reconciliation. */
  readonly unaccounted: Shown
  readonly closure: number | null
  readonly tolerance: number | null
  readonly state: Balance['state']
  /** Smallest loss that would be seen; `null` where nothing checks the balance. */
  readonly detectable: Shown | null
}

export type ClaimRow = {
  readonly claim: string
  /** What is left of a flow after its norm, which should be 0; no amount of the flow. */
  readonly norm: boolean
  readonly name: Text
  readonly claimed: Shown
  readonly reconciled: Shown
  readonly adjustment: Shown
  readonly z: number | null
  readonly suspect: boolean
  readonly class: ClaimCheck['class']
}

export type FlowRow = {
  readonly flow: string
  readonly name: Text
  readonly from: string | null
  readonly to: string | null
  readonly class: FlowResult['class']
  readonly amount: Shown
  /** What it carries, by layer. */
  readonly layers: Readonly<Record<string, Shown>>
}

/** The balances of an audit with everything that judges them: plain data for the screen and for JSON. */
export type BalanceReport = CostReport & {
  readonly plusMinus: Audit['inventory']['plusMinus']
  /** Standard uncertainty, as a share, of numbers that state none, by how they are known. */
  readonly defaults: readonly { readonly basis: string; readonly share: number; readonly own: boolean }[]
  readonly layers: readonly {
    readonly layer: string
    readonly name: Text
    readonly unit: string
    readonly balances: readonly BalanceRow[]
  }[]
  readonly flows: readonly FlowRow[]
  /** What flows and tanks contain, where that was measured or unknown. */
  readonly contents: readonly ContentRow[]
  readonly claims: readonly ClaimRow[]
  readonly test: Audit['reconciled']['test']
  readonly diagnosis: {
    readonly test: Audit['reconciled']['test']
    readonly limit: number | null
    readonly suspects: readonly {
      claim: string
      name: Text
      z: number
      bias: Shown
      tiedWith: readonly string[]
    }[]
    readonly leaks: readonly { balance: string; name: Text; ratio: number; size: Shown }[]
  }
  /** Standard uncertainty, as a share, that is assumed of the next measurement. */
  readonly newMeter: number | null
  readonly measureNext: readonly {
    readonly of: string
    readonly name: Text
    readonly remaining: Shown
    readonly tiedWith: readonly string[]
    readonly tiedNames: readonly Text[]
  }[]
}

function nameOf(audit: Audit, step: string | null): Text {
  if (step === null) return { en: 'Site', vi: 'Toàn nhà máy' }
  const name: Name = audit.inventory.steps.find(({ id }) => id === step)?.name ?? step
  return { en: wording(name, 'en'), vi: wording(name, 'vi') }
}

function balanceRow(audit: Audit, ledger: Ledger, balance: Balance): BalanceRow {
  const before = audit.reconciled.diagnosis.closures.find((one) => one.balance === balance.id)
  const number = (id: string): number | null => ledger.get(id)?.value ?? null
  return {
    balance: balance.id,
    step: balance.step,
    name: nameOf(audit, balance.step),
    before: before === undefined ? null : { imbalance: shown(ledger, before.imbalance), z: before.z },
    in: shown(ledger, balance.in),
    out: shown(ledger, balance.out),
    stock: shown(ledger, balance.stock),
    unaccounted: shown(ledger, balance.unaccounted),
    closure: number(balance.closure),
    tolerance: number(balance.tolerance),
    state: balance.state,
    detectable: balance.detectable === undefined ? null : shown(ledger, balance.detectable),
  }
}

function claimRow(audit: Audit, ledger: Ledger, check: ClaimCheck): ClaimRow {
  return {
    claim: check.claim,
    norm: audit.inventory.claims.some(({ id, kind }) => id === check.claim && kind === 'ratio'),
    name: ledger.get(check.measured)?.label ?? sameText(check.claim),
    claimed: shown(ledger, check.measured),
    reconciled: shown(ledger, check.reconciled),
    adjustment: shown(ledger, check.adjustment),
    z: check.z,
    suspect: check.suspect,
    class: check.class,
  }
}

function flowRow(audit: Audit, ledger: Ledger, result: FlowResult): FlowRow {
  const flow = audit.inventory.flows.find(({ id }) => id === result.flow)
  return {
    flow: result.flow,
    name: ledger.get(result.figure)?.label ?? sameText(result.flow),
    from: flow?.from ?? null,
    to: flow?.to ?? null,
    class: result.class,
    amount: shown(ledger, result.figure),
    layers: Object.fromEntries(
      Object.entries(result.layers).map(([layer, id]) => [layer, shown(ledger, id)]),
    ),
  }
}

function diagnosisOf(audit: Audit, ledger: Ledger): BalanceReport['diagnosis'] {
  const { diagnosis, balances, claims } = audit.reconciled
  const place = (id: string): Text => {
    const balance = balances.find((one) => one.id === id)
    return balance === undefined ? sameText(id) : nameOf(audit, balance.step)
  }
  const claimName = (id: string): Text => {
    const check = claims.find(({ claim }) => claim === id)
    return ledger.get(check?.measured ?? '')?.label ?? sameText(id)
  }
  return {
    test: diagnosis.test,
    limit: diagnosis.limit,
    suspects: diagnosis.suspects.map(({ claim, z, bias, tiedWith }) => ({
      claim,
      name: claimName(claim),
      z,
      bias: shown(ledger, bias),
      tiedWith,
    })),
    leaks: diagnosis.leaks.map(({ balance, ratio, size }) => ({
      balance,
      name: place(balance),
      ratio,
      size: shown(ledger, size),
    })),
  }
}

const DEFAULT = 'choice.uncertainty.'

/** Those that the audit rests on; `own` are the site's, the others choices of recp. */
function defaultsOf(audit: Audit): BalanceReport['defaults'] {
  return audit.figures.flatMap(({ id, value, kind }) =>
    id.startsWith(DEFAULT) && value !== null
      ? [{ basis: id.slice(DEFAULT.length), share: value, own: kind === 'input' }]
      : [],
  )
}

/** The layer of every assay and transfer coefficient. */
function layersOfMeasured({ inventory }: Audit): ReadonlyMap<string, string> {
  const { contents = [], assays = [], transfers = [] } = inventory.composition ?? {}
  const layers = new Map(contents.map(({ id, layer }) => [id, layer]))
  return new Map([
    ...assays.map(({ id, content }) => [id, layers.get(content) ?? ''] as const),
    ...transfers.map(({ id, layer }) => [id, layer] as const),
  ])
}

/** The balances of an audit, of one layer or of all. */
export function balanceReport(audit: Audit, layer?: string): BalanceReport {
  const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const { reconciled, indicators } = audit
  const wanted = (of: string): boolean => layer === undefined || of === layer
  const layers = [...new Set(reconciled.balances.map((balance) => balance.layer))].filter(wanted)
  const flows = reconciled.flows.map((result) => flowRow(audit, ledger, result))
  const carried = new Set(
    flows.filter((flow) => layer === undefined || Object.hasOwn(flow.layers, layer)).map(({ flow }) => flow),
  )
  const about = layersOfMeasured(audit)
  const claims = reconciled.claims.filter((check) => {
    const claim = audit.inventory.claims.find(({ id }) => id === check.claim)
    if (claim !== undefined) return claim.terms.some((term) => carried.has(term.flow))
    return layer === undefined || about.get(check.claim) === layer
  })
  return {
    plusMinus: audit.inventory.plusMinus,
    defaults: defaultsOf(audit),
    layers: layers.map((one) => ({
      layer: one,
      name: layerName(audit.inventory, one),
      unit: layerUnit(one),
      balances: reconciled.balances
        .filter((balance) => balance.layer === one)
        .map((balance) => balanceRow(audit, ledger, balance)),
    })),
    flows: flows.filter(({ flow }) => carried.has(flow)),
    contents: contentRows(audit, ledger, layer),
    claims: claims.map((check) => claimRow(audit, ledger, check)),
    test: reconciled.test,
    diagnosis: diagnosisOf(audit, ledger),
    ...costReport(audit, ledger),
    newMeter: ledger.get('choice.uncertainty.measured')?.value ?? null,
    measureNext: indicators.measureNext.map(({ of, label, remaining, tiedWith }) => ({
      of,
      name: label,
      remaining: shown(ledger, remaining),
      tiedWith,
      tiedNames: tiedWith.map((id) => ledger.get(id)?.label ?? sameText(id)),
    })),
  }
}
