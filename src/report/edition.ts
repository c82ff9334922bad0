import type { Audit } from '../model/audit.js'
import type { Figure } from '../model/figure.js'
import type { Indicators } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import type { Machine, MachineFact } from '../model/machines.js'
import type { Evaluation, Finding, Opportunity } from '../model/opportunities.js'
import type { AuditPart, Edition } from '../model/workbook-design.js'
import { isCurrency } from '../units/index.js'

/**
 * The audit without what an edition withholds. It is taken out of the audit itself, before anything is written, so
 * that no sheet, name, note or property of any file can hold it. Whatever followed from it keeps its value only.
 */
export function editionOf(audit: Audit, edition: Edition | undefined): Audit {
  if (edition === undefined) return audit
  const without = (part: AuditPart) => edition.withoutParts.includes(part)
  const hidden = withheldFigures(audit, edition)
  const figures = audit.figures.flatMap((figure) =>
    hidden.has(figure.id) ? [] : [plain(figure, hidden, without)],
  )
  const { changes, machines, facts, ...rest } = audit
  return {
    ...rest,
    ...(changes !== undefined && !edition.withoutMoney && !without('measures') && { changes }),
    ...(machines !== undefined &&
      !without('machines') && { machines: machines.map((one) => machineWithout(one, without)) }),
    ...(facts !== undefined &&
      !without('machines') && { facts: facts.map((one) => factWithout(one, without)) }),
    head: headWithout(audit.head, edition),
    figures,
    inputs: without('files') ? [] : audit.inputs,
    notes: without('notes') ? [] : audit.notes,
    sources: without('sources') ? [] : audit.sources,
    names: without('findings') ? {} : audit.names,
    diagnostics: without('messages') ? [] : audit.diagnostics,
    inventory: inventoryWithout(audit.inventory, without),
    reconciled: reconciledWithout(audit, without),
    indicators: indicatorsWithout(audit.indicators, hidden, without),
    gaps: audit.gaps.filter(({ value }) => !hidden.has(value)),
    findings: without('findings') ? [] : audit.findings.map((finding) => findingWithout(finding, without)),
    evaluation: evaluationWithout(audit.evaluation, without),
  }
}

function machineWithout(machine: Machine, without: (part: AuditPart) => boolean): Machine {
  const { note, ...rest } = machine
  return {
    ...rest,
    ...(note !== undefined && !without('notes') && { note }),
    facts: machine.facts.map((fact) => factWithout(fact, without)),
  }
}

function factWithout({ source, ...rest }: MachineFact, without: (part: AuditPart) => boolean): MachineFact {
  return source === undefined || without('sources') ? rest : { ...rest, source }
}

/** What is money and what follows from it, what begins with a name of the profile, and what is about materials. */
function withheldFigures(audit: Audit, edition: Edition): ReadonlySet<string> {
  const materials = edition.withoutParts.includes('materials') ? materialPrefixes(audit.inventory) : []
  const prefixes = [...edition.withoutFigures, ...materials]
  const hidden = new Set<string>()
  const money = new Set<string>()
  for (const { id, unit, uses } of audit.figures) {
    const paid = isOfMoney(unit) || Object.values(uses ?? {}).some((used) => money.has(used))
    if (paid) money.add(id)
    if ((edition.withoutMoney && paid) || prefixes.some((prefix) => id === prefix || startsWith(id, prefix)))
      hidden.add(id)
  }
  return hidden
}

function startsWith(id: string, prefix: string): boolean {
  return id.startsWith(prefix.endsWith('.') ? prefix : `${prefix}.`)
}

/** A unit with a currency in it: money, money a year, a price. */
function isOfMoney(unit: string): boolean {
  return unit.split(/[^A-Za-z]+/).some((part) => part !== '' && isCurrency(part))
}

function materialPrefixes({ goods, flows }: Inventory): readonly string[] {
  const bought = new Set(goods.filter(({ list }) => list === 'materials').map(({ id }) => id))
  return [
    ...[...bought].flatMap((id) => [`good.${id}`, `use.${id}`, `flow.${id}`]),
    ...flows.filter(({ of }) => bought.has(of)).map(({ id }) => `flow.${id}`),
  ]
}

/** A figure that says nothing of what is withheld; what its formula needed and has lost, it stands alone. */
function plain(figure: Figure, hidden: ReadonlySet<string>, without: (part: AuditPart) => boolean): Figure {
  const { formula, uses = {}, exact, lacks, at, place, written, source, note, ...rest } = figure
  const alone = without('formulas') || Object.values(uses).some((used) => hidden.has(used))
  const lost = alone && formula !== undefined
  return {
    ...rest,
    ...(lost && { kind: 'solved' as const, method: 'withheld' }),
    ...(!lost && formula !== undefined && { formula, uses }),
    ...(!lost && exact !== undefined && { exact }),
    ...(lacks !== undefined && { lacks: without('formulas') ? [] : lacks.filter((one) => !hidden.has(one)) }),
    ...(at !== undefined && !without('places') && { at }),
    ...(place !== undefined && !without('places') && { place }),
    // That something was written stays: the grade of the data counts it.
    ...(written !== undefined && { written: without('written') ? '' : written }),
    ...(source !== undefined && !without('sources') && { source }),
    ...(note !== undefined && !without('notes') && { note }),
  }
}

function headWithout(head: Audit['head'], { withoutFacts }: Edition): Audit['head'] {
  const kept = Object.entries(head).filter(([name]) => !withoutFacts.includes(name))
  return Object.fromEntries(kept) as Audit['head']
}

function inventoryWithout(inventory: Inventory, without: (part: AuditPart) => boolean): Inventory {
  const { goods, flows, stocks, claims } = inventory
  const unplaced = <T extends { readonly at: string }>(list: readonly T[]): readonly T[] =>
    without('places') ? list.map((one) => ({ ...one, at: '' })) : list
  const hidden = new Set(
    without('materials') ? goods.filter(({ list }) => list === 'materials').map(({ id }) => id) : [],
  )
  const { monthly, ...rest } = inventory
  return {
    ...rest,
    // Months tell orders and stops: whoever may not see the balances may not see them.
    ...(monthly !== undefined && !without('balances') && { monthly }),
    goods: unplaced(goods.filter(({ id }) => !hidden.has(id))),
    steps: unplaced(inventory.steps),
    flows: unplaced(flows.filter(({ of }) => !hidden.has(of))),
    stocks: unplaced(stocks.filter(({ of }) => !hidden.has(of))),
    claims: without('balances') ? [] : unplaced(claims),
  }
}

function reconciledWithout(
  { reconciled, inventory }: Audit,
  without: (part: AuditPart) => boolean,
): Audit['reconciled'] {
  const kept = new Set(inventoryWithout(inventory, without).flows.map(({ id }) => id))
  const flows = reconciled.flows.filter(({ flow }) => kept.has(flow))
  if (!without('balances')) return { ...reconciled, flows }
  const diagnosis = { ...reconciled.diagnosis, closures: [], suspects: [], leaks: [] }
  return { ...reconciled, flows, balances: [], claims: [], diagnosis }
}

function indicatorsWithout(
  indicators: Indicators,
  hidden: ReadonlySet<string>,
  without: (part: AuditPart) => boolean,
): Indicators {
  const shown = {
    ...indicators,
    indicators: indicators.indicators.filter(({ figure }) => !hidden.has(figure)),
    emissions: indicators.emissions.filter(({ figure }) => !hidden.has(figure)),
  }
  if (!without('losses')) return shown
  const { costMatrix: _matrix, trueCostOfWater: _water, centresLack: _lack, ...rest } = shown
  return { ...rest, losses: [], costs: [], centres: [], measureNext: [] }
}

function findingWithout(finding: Finding, without: (part: AuditPart) => boolean): Finding {
  const { note, ...rest } = finding
  return {
    ...rest,
    ...(note !== undefined && !without('notes') && { note }),
    seen: without('places') ? finding.seen.map(({ at: _at, ...seen }) => seen) : finding.seen,
  }
}

function evaluationWithout(evaluation: Evaluation, without: (part: AuditPart) => boolean): Evaluation {
  if (without('measures'))
    return {
      opportunities: [],
      streams: [],
      totals: evaluation.totals,
      weights: [],
      topThree: { first: [], second: [] },
      abatement: [],
      stakes: [],
      requests: [],
      diagnosis: [],
    }
  if (!without('places')) return evaluation
  const unplaced = ({ at: _at, ...one }: Opportunity): Opportunity => one
  return { ...evaluation, opportunities: evaluation.opportunities.map(unplaced) }
}
