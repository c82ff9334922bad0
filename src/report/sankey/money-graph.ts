import type { Audit } from '../../model/audit.js'
import type { Figure } from '../../model/figure.js'
import type { Loss } from '../../model/indicators.js'
import { wording, type Lang, type Text } from '../../model/text.js'
import { formatUnit } from '../../units/format.js'
import { companyAndPeriod } from './company.js'
import type { Medium, SankeyGraph, SankeyLink } from './graph.js'
import { PHRASES, SANKEY } from './texts.js'

type Kind = 'material' | 'water' | 'energy' | 'treatment' | 'system'

const KINDS: readonly { readonly kind: Kind; readonly medium: Medium; readonly name: Text }[] = [
  { kind: 'material', medium: 'material', name: SANKEY.materials },
  { kind: 'water', medium: 'water', name: SANKEY.waterCost },
  { kind: 'energy', medium: 'energy', name: SANKEY.energyCost },
  { kind: 'treatment', medium: 'treatment', name: SANKEY.treatment },
  { kind: 'system', medium: 'loss', name: SANKEY.otherCost },
]

const KIND_OF_LIST: Readonly<Record<string, Kind>> = {
  materials: 'material',
  water: 'water',
  energy: 'energy',
}

type Work = { readonly audit: Audit; readonly lang: Lang; readonly ledger: ReadonlyMap<string, Figure> }

/**
 * The cost of the site as a graph: what is paid for each good, by kind of cost, and what of it leaves with each loss.
 * What treatment costs is paid because of the losses; the rest of what was bought is not among the losses.
 */
export function moneyGraph(audit: Audit, lang: Lang): SankeyGraph {
  const work: Work = { audit, lang, ledger: new Map(audit.figures.map((figure) => [figure.id, figure])) }
  const links = KINDS.flatMap((kind) => kindLinks(work, kind))
  const touched = new Set(links.flatMap(({ from, to }) => [from, to]))
  const nodes = KINDS.filter(({ kind }) => touched.has(kind))
  const unit = formatUnit(`${audit.head.currency}/yr`, lang)
  return {
    title: SANKEY.money[lang],
    subtitle: `${companyAndPeriod(audit, lang)}  ·  ${PHRASES.inUnit[lang](unit)}`,
    unit,
    classes: false,
    nodes: nodes.map(({ kind, name }) => ({ id: kind, name: name[lang], balanced: true, stocks: [] })),
    links,
    notes: notesOf(work),
  }
}

function notesOf({ audit, lang }: Work): readonly string[] {
  const { costs, losses } = audit.indicators
  const priced = new Set(costs.map(({ good }) => good))
  const entering = new Set(audit.inventory.flows.filter(({ from }) => from === null).map(({ of }) => of))
  const unpriced = audit.inventory.goods.filter(
    ({ id, list }) => KIND_OF_LIST[list] !== undefined && entering.has(id) && !priced.has(id),
  )
  const names = unpriced.map(({ id, name }) => wording(name, lang).trim() || id)
  return [
    SANKEY.costNote[lang],
    ...(names.length > 0 ? [PHRASES.unpriced[lang](names.join(', '))] : []),
    ...(losses.some(({ parts }) => parts.some(({ kind }) => kind === 'revenue'))
      ? [SANKEY.revenueNote[lang]]
      : []),
  ]
}

type Amount = Pick<SankeyLink, 'value' | 'sd' | 'class'>

function amountOf({ ledger }: Work, id: string): Amount {
  const figure = ledger.get(id)
  const value = figure?.value ?? null
  if (figure === undefined || value === null || value < 0) return { value: null, class: 'unknown' }
  return { value, class: 'claimed', ...(figure.sd !== undefined && { sd: figure.sd }) }
}

const sum = (list: readonly Amount[]): number => list.reduce((total, { value }) => total + (value ?? 0), 0)

function kindLinks(work: Work, { kind, medium }: (typeof KINDS)[number]): readonly SankeyLink[] {
  const bought = boughtOf(work, kind, medium)
  const lost = work.audit.indicators.losses.flatMap((loss) => lossLinks(work, loss, kind))
  if (bought.length + lost.length === 0) return []
  const plain = { medium, recycle: false, class: 'claimed' } as const
  const [paid, gone] = [sum(bought), sum(lost)]
  // Treatment and other costs of losses are no purchases of their own: what is paid is what the losses say.
  if (kind === 'treatment' || kind === 'system') {
    const name = (kind === 'treatment' ? SANKEY.paidTreatment : SANKEY.otherCost)[work.lang]
    return [{ id: `paid.${kind}`, name, from: null, to: kind, value: gone, ...plain }, ...lost]
  }
  const rest = paid - gone
  const small = 1e-9 * Math.max(paid, gone)
  const kept: SankeyLink = {
    id: `rest.${kind}`,
    name: SANKEY.used[work.lang],
    from: kind,
    to: null,
    value: rest,
    ...plain,
  }
  const over: SankeyLink = {
    ...kept,
    id: `over.${kind}`,
    name: SANKEY.overValued[work.lang],
    from: null,
    to: kind,
    value: -rest,
    medium: 'unaccounted',
  }
  return [...bought, ...(rest < -small ? [over] : []), ...lost, ...(rest > small ? [kept] : [])]
}

function boughtOf(work: Work, kind: Kind, medium: Medium): readonly SankeyLink[] {
  const { audit, lang } = work
  return audit.indicators.costs.flatMap(({ good: id, cost }) => {
    const good = audit.inventory.goods.find((candidate) => candidate.id === id)
    if (good === undefined || KIND_OF_LIST[good.list] !== kind) return []
    const name = wording(good.name, lang).trim() || id
    return [{ id: `cost.${id}`, name, from: null, to: kind, ...amountOf(work, cost), medium, recycle: false }]
  })
}

function lossLinks(work: Work, loss: Loss, kind: Kind): readonly SankeyLink[] {
  return loss.parts
    .filter((part) => part.kind === kind)
    .map((part): SankeyLink => {
      const medium: Medium = loss.balance === undefined ? 'loss' : 'unaccounted'
      const name = loss.label[work.lang]
      return {
        id: part.figure,
        name,
        from: kind,
        to: null,
        ...amountOf(work, part.figure),
        medium,
        recycle: false,
      }
    })
}
