import { diagnose } from '../diagnostics/catalogue.js'
import { layerArgs } from '../diagnostics/layer-words.js'
import { called } from '../diagnostics/words-of-args.js'
import type { Ledger } from '../formula/index.js'
import type { Balance } from '../model/balances.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { flowName } from '../model/flow-names.js'
import { layerName, layerUnit, type Inventory } from '../model/inventory.js'
import type { BalanceLaw } from '../model/law.js'
import { asText, type Text } from '../model/text.js'
import { significant } from './flow-results.js'
import { formatNumber } from '../units/index.js'

type Writing = {
  readonly inventory: Inventory
  readonly laws: readonly BalanceLaw[]
  readonly released: ReadonlySet<string>
  readonly ledger: Ledger
  readonly diagnostics: Diagnostic[]
  /** Stock → figure of its change as reconciled, where the balances check it. */
  readonly stocks: ReadonlyMap<string, string>
  /** Share left over that still counts as closed, by layer. */
  readonly tolerances: ReadonlyMap<string, number>
}

/** The sums of every balance as figures: in, out, stock change, unaccounted, closure; and what is open. */
export function writeBalances(work: Writing): Balance[] {
  return work.laws.map((law) => {
    const balance = writeBalance(work, law)
    report(work, law, balance)
    return balance
  })
}

function writeBalance(work: Writing, law: BalanceLaw): Balance {
  const { ledger } = work
  const side = (sign: 1 | -1): { flow: string; figure: string }[] =>
    law.terms
      .filter((term) => Math.sign(term.coefficient) === sign)
      .map((term) => ({ flow: term.flow, figure: `flow.${term.flow}.${law.layer}` }))
  const [inflows, outflows] = [side(1), side(-1)]
  const stocks = law.stocks.map((stock) => ({
    stock: stock.stock,
    figure: stockFigure(work, law, stock.stock),
  }))
  const place = lawPlace(work.inventory, law)
  const sum = (what: 'in' | 'out' | 'stock', figures: readonly string[], label: Text): string => {
    const uses = Object.fromEntries(figures.map((figure, index) => [`f${index + 1}`, figure]))
    const names = Object.keys(uses)
    return ledger.derive({
      id: `balance.${law.layer}.${law.step ?? 'site'}.${what}`,
      label: { en: `${place.en}: ${label.en}`, vi: `${place.vi}: ${label.vi}` },
      unit: layerUnit(law.layer),
      formula: names.length === 0 ? `0 ${layerUnit(law.layer)}` : `sum(${names.join(', ')})`,
      uses,
      sd: 'independent',
    }).id
  }
  const prefix = `balance.${law.layer}.${law.step ?? 'site'}`
  const into = sum(
    'in',
    inflows.map((flow) => flow.figure),
    { en: 'in', vi: 'vào' },
  )
  const out = sum(
    'out',
    outflows.map((flow) => flow.figure),
    { en: 'out', vi: 'ra' },
  )
  const stock = sum(
    'stock',
    stocks.map((item) => item.figure),
    { en: 'stock change', vi: 'thay đổi tồn kho' },
  )
  const unaccounted = ledger.derive({
    id: `${prefix}.unaccounted`,
    label: { en: `${place.en}: unaccounted`, vi: `${place.vi}: chưa giải trình` },
    unit: layerUnit(law.layer),
    // What rounding leaves of a closed balance is no loss.
    formula: `if(abs(into - out - stock) <= 1e-9 * into, 0 ${layerUnit(law.layer)}, into - out - stock)`,
    uses: { into, out, stock },
    sd: 'independent',
  })
  const closure = ledger.derive({
    id: `${prefix}.closure`,
    label: { en: `${place.en}: closure`, vi: `${place.vi}: độ khép kín` },
    unit: '1',
    show: '%',
    formula: '1 - abs(unaccounted) / into',
    uses: { unaccounted: unaccounted.id, into },
  })
  const share = closure.value === null ? null : 1 - closure.value
  const tolerance = toleranceFigure(work, law.layer)
  return {
    id: law.id,
    layer: law.layer,
    step: law.step,
    inflows,
    outflows,
    stocks,
    in: into,
    out,
    stock,
    unaccounted: unaccounted.id,
    closure: closure.id,
    tolerance,
    state:
      share === null ? 'unknown' : share <= (ledger.get(tolerance)?.value ?? 0) + 1e-12 ? 'closes' : 'open',
  }
}

/** Where a law holds, in words: `Brewing, water`. */
export function lawPlace(inventory: Inventory, law: BalanceLaw): Text {
  const layer = layerName(inventory, law.layer)
  const step = law.step === null ? undefined : inventory.steps.find((candidate) => candidate.id === law.step)
  const name = step === undefined ? { en: 'Site', vi: 'Toàn nhà máy' } : asText(step.name, step.id)
  return { en: `${name.en}, ${layer.en}`, vi: `${name.vi}, ${layer.vi}` }
}

function stockFigure(work: Writing, law: BalanceLaw, id: string): string {
  const stock = work.inventory.stocks.find((candidate) => candidate.id === id)
  const figure = `stock.${id}.carries.${law.layer}`
  const content = stock?.contents[law.layer]
  if (work.ledger.has(figure) || stock === undefined || content === undefined) return figure
  const change = work.ledger.get(stock.change)
  return work.ledger.derive({
    id: figure,
    label: change?.label ?? { en: id, vi: id },
    unit: layerUnit(law.layer),
    formula: 'change * content',
    uses: { change: work.stocks.get(id) ?? stock.change, content },
    // As with flows: the laws take contents as exact.
    exact: ['content'],
    sd: 'independent',
  }).id
}

/** Tolerances of recp's own choosing for layers the site asserts nothing about. */
const DEFAULT_TOLERANCE: ReadonlyMap<string, number> = new Map([
  ['water', 0.05],
  ['mass', 0.1],
  ['energy', 0.1],
])

function toleranceFigure(work: Writing, layer: string): string {
  const id = `choice.tolerance.${layer}`
  if (work.ledger.has(id)) return id
  const own = work.tolerances.get(layer)
  const name = layerName(work.inventory, layer)
  return work.ledger.add({
    id,
    label: { en: `Tolerance of the ${name.en} balance`, vi: `Dung sai cân bằng ${name.vi}` },
    value: own ?? DEFAULT_TOLERANCE.get(layer) ?? 0.1,
    unit: '1',
    show: '%',
    kind: own === undefined ? 'choice' : 'input',
    ...(own === undefined
      ? {
          note: {
            en: 'Choice of recp; no published tolerance was found',
            vi: 'Lựa chọn của recp; chưa thấy dung sai được công bố',
          },
        }
      : {}),
  }).id
}

function report(work: Writing, law: BalanceLaw, balance: Balance): void {
  if (law.step === null) return
  const step = work.inventory.steps.find((candidate) => candidate.id === law.step)
  const at = step?.at ?? ''
  const stepArgs = called('step', law.step, step && asText(step.name, step.id))
  const value = (id: string): number | null => work.ledger.get(id)?.value ?? null
  const oneSided = law.terms.length > 0 && law.stocks.length === 0
  if (oneSided && law.terms.every((term) => term.coefficient > 0)) {
    work.diagnostics.push(diagnose('B404', at, { ...layerArgs(work.inventory, law.layer), ...stepArgs }))
    return
  }
  if (nothingEnters(work, law, balance)) {
    work.diagnostics.push(diagnose('B405', at, { ...layerArgs(work.inventory, law.layer), ...stepArgs }))
    return
  }
  if (balance.state === 'unknown') {
    const unknown = law.terms.find((term) => value(`flow.${term.flow}`) === null)
    if (unknown !== undefined)
      work.diagnostics.push(
        diagnose('B403', at, {
          ...layerArgs(work.inventory, law.layer),
          ...stepArgs,
          ...called('flow', unknown.flow, flowName(work.inventory, unknown.flow)),
        }),
      )
    return
  }
  const rest = value(balance.unaccounted) ?? 0
  const into = value(balance.in) ?? 0
  const contradicted = work.released.has(law.id) && Math.abs(rest) > 1e-9 * Math.max(into, 1)
  if (balance.state !== 'open' && !contradicted) return
  const unit = layerUnit(law.layer)
  const say = (amount: number): string => `${significant(amount)} ${unit}`
  const least = leastCertain(work, law)
  // A distribution only parts what it gets: more behind it than before it are sub-meters above the main one.
  const parted = step?.kind === 'distribution' && rest < 0
  work.diagnostics.push(
    diagnose(
      parted ? 'B406' : 'B402',
      at,
      {
        ...layerArgs(work.inventory, law.layer),
        ...stepArgs,
        percent: `${formatNumber((Math.abs(rest) / into) * 100, { lang: 'en', digits: 2 })} %`,
        in: say(into),
        out: say(value(balance.out) ?? 0),
        rest: say(rest),
        tolerance: `${formatNumber((value(balance.tolerance) ?? 0) * 100, { lang: 'en', digits: 3 })} %`,
        ...called('uncertain', least?.id ?? '', least && flowName(work.inventory, least.id)),
        direction: rest > 0 ? 'missing' : 'more',
      },
      least === undefined ? [] : [least.at],
    ),
  )
}

/** Whether something leaves a step, or is said to, that nothing entered. */
function nothingEnters(work: Writing, law: BalanceLaw, balance: Balance): boolean {
  if (law.stocks.length > 0 || !law.terms.some((term) => term.coefficient < 0)) return false
  const value = (id: string): number | null => work.ledger.get(id)?.value ?? null
  return (
    law.terms.every((term) => term.coefficient < 0) ||
    (value(balance.in) === 0 && (value(balance.out) ?? 0) > 0)
  )
}

/** The flow of the balance whose own uncertainty is largest. */
function leastCertain(work: Writing, law: BalanceLaw): { id: string; at: string } | undefined {
  const sized = law.terms.flatMap((term) => {
    const figure = work.ledger.get(`flow.${term.flow}`)
    const flow = work.inventory.flows.find((candidate) => candidate.id === term.flow)
    return flow === undefined || figure?.sd === undefined
      ? []
      : [{ id: flow.id, at: flow.at, sd: figure.sd * Math.abs(term.coefficient) }]
  })
  return sized.sort((a, b) => b.sd - a.sd)[0]
}
