import type { Audit } from '../../model/audit.js'
import type { Balance, FlowResult } from '../../model/balances.js'
import type { Figure } from '../../model/figure.js'
import {
  layerName,
  layerUnit,
  WHOLE_SITE,
  type InventoryFlow,
  type InventoryStep,
  type Layer,
  type StockChange,
} from '../../model/inventory.js'
import type { Lang } from '../../model/text.js'
import { formatUnit } from '../../units/format.js'
import { capital } from '../xlsx/term-texts.js'
import type { SankeyGraph, SankeyLink, SankeyNode, SankeyStock } from './graph.js'
import { mediumOf } from './media.js'
import { companyAndPeriod, nameIn } from './names.js'
import { PHRASES, SANKEY } from './texts.js'

type Ledger = ReadonlyMap<string, Figure>

type Work = {
  readonly audit: Audit
  readonly layer: Layer
  readonly lang: Lang
  readonly ledger: Ledger
  /** Step → its balance in this layer. */
  readonly balances: ReadonlyMap<string, Balance>
}

/** Value and uncertainty of a figure; not known where it is missing or negative. */
function amountOf(
  ledger: Ledger,
  id: string | undefined,
): { readonly value: number | null; readonly sd?: number } {
  const figure = id === undefined ? undefined : ledger.get(id)
  const value = figure?.value ?? null
  if (figure === undefined || value === null || !(value >= 0)) return { value: null }
  return { value, ...(figure.sd !== undefined && { sd: figure.sd }) }
}

/** One layer of an audit as a graph, in the order of the site file; steps that nothing of the layer touches are left out. */
export function layerGraph(audit: Audit, layer: Layer, lang: Lang): SankeyGraph {
  const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
  const own = audit.reconciled.balances.filter((balance) => balance.layer === layer)
  const balances = new Map(
    own.flatMap((balance) => (balance.step === null ? [] : [[balance.step, balance] as const])),
  )
  const work: Work = { audit, layer, lang, ledger, balances }
  const results = new Map(audit.reconciled.flows.map((result) => [result.flow, result]))
  const flows = audit.inventory.flows.flatMap((flow) => flowLink(work, flow, results.get(flow.id)))
  const links = [...flows, ...own.flatMap((balance) => unaccountedLink(work, balance))]
  const touched = new Set(links.flatMap(({ from, to }) => [from, to]))
  const steps = audit.inventory.steps.filter(({ id }) => touched.has(id) || stocksAt(work, id).length > 0)
  const unit = formatUnit(layerUnit(layer), lang)
  return {
    title: titleOf(audit, layer, lang),
    subtitle: `${companyAndPeriod(audit, lang)}  ·  ${PHRASES.inUnit[lang](unit)}`,
    unit,
    classes: true,
    nodes: [...steps.map((step) => stepNode(work, step)), ...unnamedStep(work, touched)],
    links,
    notes: [],
  }
}

const TITLES: ReadonlyMap<Layer, keyof typeof SANKEY> = new Map([
  ['mass', 'mass'],
  ['water', 'water'],
  ['energy', 'energy'],
])

function titleOf({ inventory }: Audit, layer: Layer, lang: Lang): string {
  const known = TITLES.get(layer)
  if (known !== undefined) return SANKEY[known][lang]
  return PHRASES.substance[lang](capital(layerName(layer, inventory.substances)[lang]))
}

/** Whether a flow that does not say what it carries of a layer may still carry some: all goods have mass. */
function mayCarry({ audit, layer }: Work, flow: InventoryFlow): boolean {
  const list = audit.inventory.goods.find((good) => good.id === flow.of)?.list
  return layer === 'mass' && list !== 'energy'
}

function flowLink(work: Work, flow: InventoryFlow, result: FlowResult | undefined): readonly SankeyLink[] {
  const { audit, layer, lang, ledger } = work
  const figure = result?.layers[layer]
  const carried = ledger.get(flow.contents[layer] ?? '')?.value
  if (figure === undefined ? !mayCarry(work, flow) : carried === 0) return []
  if (flow.from === null && flow.to === null) return []
  const good = audit.inventory.goods.find(({ id }) => id === flow.of)
  const amount = amountOf(ledger, figure)
  const name = nameIn(lang, nameIn(lang, good?.id ?? flow.id, good?.name), flow.name)
  return [
    {
      id: flow.id,
      name,
      from: flow.from,
      to: flow.to,
      ...amount,
      class: amount.value === null ? 'unknown' : (result?.class ?? 'unknown'),
      medium: mediumOf(flow, good),
      recycle: flow.recycle,
    },
  ]
}

/** What a balance misses as a stub of its own: out where more enters than leaves, else in. */
function unaccountedLink({ ledger, lang }: Work, balance: Balance): readonly SankeyLink[] {
  const figure = ledger.get(balance.unaccounted)
  const value = figure?.value ?? null
  const through = Math.max(ledger.get(balance.in)?.value ?? 0, ledger.get(balance.out)?.value ?? 0)
  if (balance.step === null || value === null || Math.abs(value) <= 1e-9 * through) return []
  const ends = value > 0 ? { from: balance.step, to: null } : { from: null, to: balance.step }
  return [
    {
      id: `unaccounted.${balance.step}`,
      name: (value > 0 ? SANKEY.unaccounted : SANKEY.surplus)[lang],
      ...ends,
      value: Math.abs(value),
      ...(figure?.sd !== undefined && { sd: figure.sd }),
      class: 'calculated',
      medium: 'unaccounted',
      recycle: false,
    },
  ]
}

function stocksAt({ audit, layer, balances }: Work, step: string): readonly StockChange[] {
  const named = new Set(balances.get(step)?.stocks.map(({ stock }) => stock))
  return audit.inventory.stocks.filter((stock) => {
    const here = stock.step === step || (stock.step === null && step === WHOLE_SITE)
    return named.has(stock.id) || (here && stock.contents[layer] !== undefined)
  })
}

/** Where flows go of which the site only says that it is inside. */
function unnamedStep(
  { audit, lang, balances }: Work,
  touched: ReadonlySet<string | null>,
): readonly SankeyNode[] {
  const { steps } = audit.inventory
  if (!touched.has(WHOLE_SITE) || steps.some(({ id }) => id === WHOLE_SITE)) return []
  const name = (steps.some(({ id }) => touched.has(id)) ? SANKEY.elsewhere : SANKEY.wholeSite)[lang]
  return [{ id: WHOLE_SITE, name, balanced: balances.has(WHOLE_SITE), stocks: [] }]
}

function stepNode(work: Work, { id, name }: InventoryStep): SankeyNode {
  const { audit, ledger, lang, balances } = work
  const figures = new Map(balances.get(id)?.stocks.map(({ stock, figure }) => [stock, figure]))
  const stocks = stocksAt(work, id).map((stock): SankeyStock => {
    const good = audit.inventory.goods.find((candidate) => candidate.id === stock.of)
    const figure = ledger.get(figures.get(stock.id) ?? '')
    return {
      name: nameIn(lang, stock.of, good?.name),
      value: figure?.value ?? null,
      ...(figure?.sd !== undefined && { sd: figure.sd }),
    }
  })
  const own = id === WHOLE_SITE ? SANKEY.wholeSite[lang] : nameIn(lang, id, name)
  return { id, name: own, balanced: balances.has(id), stocks }
}
