import type { Audit } from '../../model/audit.js'
import type { Figure } from '../../model/figure.js'
import type { Loss } from '../../model/indicators.js'
import type { Lang, Text } from '../../model/text.js'
import { formatUnit } from '../../units/format.js'
import type { Medium, SankeyGraph, SankeyLink } from './graph.js'
import { companyAndPeriod, nameIn } from './names.js'
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

/** The box into which everything lost flows. */
const LOSSES = 'losses'

/**
 * The cost of the site as a graph: what is paid for each good, by kind of cost, what of it is lost, and in which
 * losses. What treatment costs is paid because of the losses; the rest of what was bought is not among them.
 */
export function moneyGraph(audit: Audit, lang: Lang): SankeyGraph {
  const work: Work = { audit, lang, ledger: new Map(audit.figures.map((figure) => [figure.id, figure])) }
  const losses = audit.indicators.losses.map((loss) => lossLink(work, loss))
  const all = [...KINDS.flatMap((kind) => kindLinks(work, kind)), ...gathered(work, losses, 'small-losses')]
  // A thousand million are hard to read: large sums are shown in millions.
  const large = all.some(({ value }) => (value ?? 0) >= 1e9)
  const links = large ? all.map(inMillions) : all
  const unit = formatUnit(`${large ? 'million-' : ''}${audit.head.currency}/yr`, lang)
  const boxes = [...KINDS.map(({ kind, name }) => ({ id: kind, name })), { id: LOSSES, name: SANKEY.losses }]
  const nodes = boxes.flatMap(({ id, name }) => {
    const own = links.filter(({ from, to }) => from === id || to === id)
    const balanced = own.every(({ value }) => value !== null)
    return own.length === 0 ? [] : [{ id, name: name[lang], balanced, stocks: [] }]
  })
  const subtitle = `${companyAndPeriod(audit, lang)}  ·  ${PHRASES.inUnit[lang](unit)}`
  return { title: SANKEY.money[lang], subtitle, unit, classes: false, nodes, links, notes: notesOf(work) }
}

function inMillions(link: SankeyLink): SankeyLink {
  const { value, sd } = link
  return { ...link, value: value === null ? null : value / 1e6, ...(sd !== undefined && { sd: sd / 1e6 }) }
}

function notesOf({ audit, lang }: Work): readonly string[] {
  const { costs, losses } = audit.indicators
  const priced = new Set(costs.map(({ good }) => good))
  const entering = new Set(audit.inventory.flows.filter(({ from }) => from === null).map(({ of }) => of))
  const unpriced = audit.inventory.goods.filter(
    ({ id, list }) => KIND_OF_LIST[list] !== undefined && entering.has(id) && !priced.has(id),
  )
  const names = unpriced.map(({ id, name }) => nameIn(lang, id, name))
  return [
    SANKEY.costNote[lang],
    ...(names.length > 0 ? [PHRASES.unpriced[lang](names.join(', '))] : []),
    ...(losses.some(({ parts }) => parts.some(({ kind }) => kind === 'revenue'))
      ? [SANKEY.revenueNote[lang]]
      : []),
  ]
}

/** The sum of all, not known where one of them is not. */
function sum(list: readonly Pick<SankeyLink, 'value'>[]): number | null {
  return list.reduce((total: number | null, { value }) => {
    return total === null || value === null ? null : total + value
  }, 0)
}

/** Under this share of the whole, and at least this many of them, items are drawn as one. */
const SMALL = { share: 0.02, count: 3 } as const

/** The items in their order, small ones as one at the end; without uncertainty, for they may depend on each other. */
function gathered({ lang }: Work, links: readonly SankeyLink[], id: string): readonly SankeyLink[] {
  const whole = links.reduce((total, { value }) => total + (value ?? 0), 0)
  const small = links.filter(({ value, medium }) => {
    return value !== null && value < SMALL.share * whole && medium !== 'unaccounted'
  })
  const [first] = small
  if (first === undefined || small.length < SMALL.count) return links
  const { sd: _sd, ...look } = first
  const one = { ...look, id, name: PHRASES.smaller[lang](String(small.length)), value: sum(small) }
  return [...links.filter((link) => !small.includes(link)), one]
}

/** What is bought of a kind, what of it is lost, and the rest. */
function kindLinks(work: Work, { kind, medium }: (typeof KINDS)[number]): readonly SankeyLink[] {
  const { lang } = work
  const bought = boughtOf(work, kind, medium)
  const parts = work.audit.indicators.losses.flatMap((loss) =>
    loss.parts.filter((part) => part.kind === kind),
  )
  if (bought.length + parts.length === 0) return []
  const [paid, gone] = [sum(bought), sum(parts.map(({ figure }) => amountOf(work, figure)))]
  const band = (
    id: string,
    name: Text,
    ends: Pick<SankeyLink, 'from' | 'to'>,
    value: number | null,
  ): SankeyLink => {
    return {
      id,
      name: name[lang],
      ...ends,
      value,
      class: value === null ? 'unknown' : 'claimed',
      medium,
      recycle: false,
    }
  }
  const lost = parts.length === 0 ? [] : [band(`lost.${kind}`, SANKEY.lost, { from: kind, to: LOSSES }, gone)]
  // Treatment and other costs of losses are no purchases of their own: what is paid is what the losses say.
  if (kind === 'treatment' || kind === 'system') {
    const name = kind === 'treatment' ? SANKEY.paidTreatment : SANKEY.otherCost
    return [band(`paid.${kind}`, name, { from: null, to: kind }, gone), ...lost]
  }
  const rest = paid === null || gone === null ? null : paid - gone
  const small = 1e-9 * Math.max(paid ?? 0, gone ?? 0)
  const kept =
    rest === null || rest > small ? [band(`rest.${kind}`, SANKEY.used, { from: kind, to: null }, rest)] : []
  const over: readonly SankeyLink[] =
    rest !== null && rest < -small
      ? [
          {
            ...band(`over.${kind}`, SANKEY.overValued, { from: null, to: kind }, -rest),
            medium: 'unaccounted',
          },
        ]
      : []
  return [...gathered(work, bought, `small-costs.${kind}`), ...over, ...lost, ...kept]
}

function amountOf({ ledger }: Work, id: string): Pick<SankeyLink, 'value' | 'sd' | 'class'> {
  const figure = ledger.get(id)
  const value = figure?.value ?? null
  if (figure === undefined || value === null || value < 0) return { value: null, class: 'unknown' }
  return { value, class: 'claimed', ...(figure.sd !== undefined && { sd: figure.sd }) }
}

function boughtOf(work: Work, kind: Kind, medium: Medium): readonly SankeyLink[] {
  const { audit, lang } = work
  return audit.indicators.costs.flatMap(({ good: id, cost }) => {
    const good = audit.inventory.goods.find((candidate) => candidate.id === id)
    if (good === undefined || KIND_OF_LIST[good.list] !== kind) return []
    const name = nameIn(lang, id, good.name)
    return [{ id: `cost.${id}`, name, from: null, to: kind, ...amountOf(work, cost), medium, recycle: false }]
  })
}

/** What a loss costs before anything is earned with it. */
function lossLink(work: Work, loss: Loss): SankeyLink {
  const parts = loss.parts.filter(({ kind }) => kind !== 'revenue')
  const value = sum(parts.map(({ figure }) => amountOf(work, figure)))
  const { sd } = parts.length === loss.parts.length ? amountOf(work, loss.cost) : {}
  return {
    id: `loss.${loss.id}`,
    name: nameIn(work.lang, loss.id, loss.label),
    from: LOSSES,
    to: null,
    value,
    ...(sd !== undefined && { sd }),
    class: value === null ? 'unknown' : 'claimed',
    medium: loss.balance === undefined ? 'loss' : 'unaccounted',
    recycle: false,
  }
}
