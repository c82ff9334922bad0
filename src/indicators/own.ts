import { diagnose } from '../diagnostics/catalogue.js'
import { fits } from '../formula/index.js'
import type { Indicator } from '../model/indicators.js'
import { asText, type Text } from '../model/text.js'
import type { Term } from '../schema/site.js'
import { entering, total, useOf, type Indicating } from './indicating.js'
import { per } from './relative.js'

/** Indicators that the site file defines: flows and goods related to others, or to the output. */
export function ownIndicators(work: Indicating): Indicator[] {
  return Object.entries(work.site.indicators).flatMap(([id, own]) => {
    const at = `/indicators/${id}`
    const label = asText(own.name, id)
    const above = sumOf(work, `own.${id}.of`, label, own.of)
    const below =
      own.per === undefined ? work.ledger.get('total.output') : sumOf(work, `own.${id}.per`, label, own.per)
    if (above === undefined || below === undefined) {
      work.diagnostics.push(diagnose('K106', at, { indicator: id, written: own.unit ?? '', why: 'sum' }))
      return []
    }
    const unit = own.unit ?? per(above.unit.replace(/\/yr$/, ''), below.unit.replace(/\/yr$/, ''))
    const share = unit.trim() === '%'
    const uses = { above: above.id, below: below.id }
    const derivation = { unit: share ? '1' : unit, formula: 'above / below', uses }
    const figure = `indicator.${id}`
    if (work.ledger.has(figure) || !fits(derivation, work.ledger)) {
      const why = work.ledger.has(figure) ? 'taken' : 'unit'
      work.diagnostics.push(diagnose('K106', at, { indicator: id, written: unit, why }))
      return []
    }
    work.ledger.derive({
      id: figure,
      label,
      ...derivation,
      ...(share && { show: '%' as const }),
      sd: 'independent',
    })
    return [{ id, figure, group: 'own' as const }]
  })
}

/** A sum of flows and goods in the unit of the first; `undefined` where they are not of one kind. */
function sumOf(
  work: Indicating,
  id: string,
  label: Text,
  terms: readonly Term[],
): { id: string; unit: string } | undefined {
  const figures = terms.map(({ of }) => work.ledger.get(amountOf(work, of) ?? ''))
  const [first] = figures
  if (first === undefined || figures.includes(undefined)) return undefined
  if (terms.length === 1 && terms[0]?.coefficient === 1) return first
  const names = terms.map((_, index) => `t${index + 1}`)
  const formula = terms
    .map(({ coefficient }, index) => `${coefficient < 0 ? '- ' : index > 0 ? '+ ' : ''}${names[index]}`)
    .join(' ')
  const uses = Object.fromEntries(figures.map((figure, index) => [names[index] ?? '', figure?.id ?? '']))
  const derivation = { unit: first.unit, formula, uses }
  return fits(derivation, work.ledger)
    ? work.ledger.derive({ id, label, ...derivation, sd: 'independent' })
    : undefined
}

/** The yearly amount of a flow, or of a good: what enters of it, else what leaves. */
function amountOf(work: Indicating, id: string): string | undefined {
  const { flows, goods } = work.inventory
  if (flows.some((flow) => flow.id === id)) return `flow.${id}`
  const good = goods.find((one) => one.id === id)
  if (good === undefined) return undefined
  if (entering(work, good).length > 0) return useOf(work, good)
  const leaving = flows.filter(({ of, to }) => of === id && to === null)
  if (leaving.length === 0) return undefined
  const name = asText(good.name, id)
  const label = { en: `${name.en}: leaves`, vi: `${name.vi}: ra khỏi cơ sở` }
  return total(
    work,
    `leaves.${id}`,
    label,
    `${good.unit}/yr`,
    leaving.map((flow) => `flow.${flow.id}`),
  ).id
}
