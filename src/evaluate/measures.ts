import { diagnose } from '../diagnostics/catalogue.js'
import { pointerOf } from '../model/pointer.js'
import { asText } from '../model/text.js'
import type { Quantity } from '../model/quantity.js'
import type { Measure } from '../schema/site.js'
import { machineBands, statedBands } from './bands.js'
import { isCharged } from './demand.js'
import { figureId, present, type ActsOn, type Draft, type Evaluating, type StandAlone } from './evaluating.js'
import { investmentOf } from './investment.js'
import { isMoney, statedSaving } from './measured-saving.js'
import { LIFE, moneyInput } from './money-input.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import { publishedPayback } from './opportunities.js'
import { realised } from './realisation.js'
import { mediumOf, targetOf, type Target } from './targets.js'

/**
 * The auditor's own measures: what they save on the flow, good or machine they act on. One that has the name of a
 * checklist entry, alone or with its machine behind it, is that entry with better figures: it takes its order and its
 * alternatives.
 */
export function ownMeasures(work: Evaluating): Draft[] {
  return Object.entries(work.site.measures).flatMap(([id, measure]) => {
    const target = targetOf(work, measure['acts-on'])
    if (target === undefined || work.ledger.get(target.base)?.value == null)
      work.diagnostics.push(
        diagnose('E101', `/measures/${id}/acts-on`, { measure: id, target: measure['acts-on'] }),
      )
    return target === undefined ? [] : [draftOf(work, id, measure, target)]
  })
}

function draftOf(work: Evaluating, id: string, measure: Measure, target: Target): Draft {
  const stream: ActsOn = {
    id: target.id,
    label: target.label,
    base: target.base,
    medium: mediumOf(target.good),
  }
  const main = mainSaving(work, id, measure, target)
  const known = main !== undefined
  const { saves } = measure
  return {
    id,
    origin: 'measure',
    title: asText(measure.title, id),
    ...fromEntry(work, id, measure),
    system: target.id,
    evidence: !known ? 'needs data' : saves.basis === 'measured' ? 'measured' : 'reported',
    status: measure.status ?? 'proposed',
    stream,
    ...realised(
      work,
      id,
      measure.realisation,
      main ? [main, ...sideEffects(work, id, measure), ...demandOf(work, id, measure)] : [],
    ),
    ...(known ? { calculation: calculationOf(id, measure, target, main.base) } : {}),
    ...investmentOf(work, id, measure),
    ...moneyOnTheWay(work, id, measure),
    ...present('life', measure.life && enterQuantity(work, figureId(id, 'life'), LIFE, measure.life).id),
    ...present('bands', bandsOf(work, id, measure)),
    ...present('given', measure.scores),
    ...present('stopsProduction', measure['stops-production']),
    ...present('resize', measure.resize),
    ...present('verified', verifiedSaving(work, id, measure, target)),
    ...present('reason', measure.reason),
    ...present('owner', measure.owner),
    ...present('start', measure.start),
    ...present('due', measure.due),
    lacks: known ? [] : [`measures.${id}.saves`],
    at: `/measures/${id}`,
  }
}

/** The bands that the measure states, else those in which the machine runs that it acts on. */
function bandsOf(work: Evaluating, id: string, measure: Measure): Draft['bands'] {
  if (measure.bands === undefined) return machineBands(work, measure['acts-on'])
  return statedBands(work, id, measure.bands, pointerOf('measures', id, 'bands'))
}

type FromEntry = Pick<
  Draft,
  | 'entry'
  | 'machine'
  | 'practice'
  | 'order'
  | 'group'
  | 'references'
  | 'verify'
  | 'risks'
  | 'publishedPayback'
>

function fromEntry(work: Evaluating, id: string, measure: Measure): FromEntry {
  const { order } = measure
  const group = measure.group === undefined ? undefined : `${measure.group}|`
  const own = measure.source === undefined ? [] : [measure.source]
  const machine = Object.hasOwn(work.site.equipment, measure['acts-on']) ? measure['acts-on'] : undefined
  const { entries } = work.content
  const entry = entries.get(id) ?? entries.get(id.slice(0, -`-${machine}`.length))
  if (entry === undefined) {
    return {
      practice: measure.practice ?? '',
      order: order ?? 1,
      ...present('group', group),
      references: own,
    }
  }
  return {
    entry: entry.id,
    ...present('machine', machine),
    practice: measure.practice ?? entry.practice,
    order: order ?? entry.order,
    ...present('group', group ?? (entry.group && `${entry.group}|${machine ?? ''}`)),
    references: [...own, ...entry.references],
    ...present('verify', entry.verify),
    ...present('risks', entry.risks),
    ...present('publishedPayback', publishedPayback(entry)),
  }
}

type OnTheWay = Pick<Draft, 'running' | 'capacity' | 'residual' | 'replacement' | 'budget'>

/** Money beside the investment: running cost, worth of more output, what is replaced, and what is left in the end. */
function moneyOnTheWay(work: Evaluating, id: string, measure: Measure): OnTheWay {
  const money = (what: string, quantity: Quantity | undefined): string | undefined =>
    quantity && moneyInput(work, id, what, quantity)
  const amount = money('replacement', measure.replacement)
  const label = { en: 'Replaced after', vi: 'Thay thế sau' }
  const later = measure['replacement-after']
  const after = later && enterQuantity(work, figureId(id, 'replacement-after'), label, later).id
  return {
    ...present('running', money('running', measure.om)),
    ...present('capacity', money('capacity', measure.capacity)),
    ...present('residual', money('residual', measure.residual)),
    ...present('budget', money('budget', measure.budget)),
    ...(amount === undefined || after === undefined ? {} : { replacement: { amount, after } }),
  }
}

/** What was measured after it was done, in the unit of what was promised. */
function verifiedSaving(work: Evaluating, id: string, measure: Measure, target: Target): string | undefined {
  const { verified: quantity } = measure
  const label = { en: 'Saving, verified', vi: 'Tiết kiệm đã xác minh' }
  return quantity && statedSaving(work, { id, what: 'verified', quantity, target, label })
}

function mainSaving(work: Evaluating, id: string, measure: Measure, target: Target): StandAlone | undefined {
  const { saves, low, high } = measure
  const ranged = low !== undefined || high !== undefined
  const main = statedSaving(work, { id, what: 'saved', quantity: saves, target, label: LABEL.saved, ranged })
  if (main === undefined) return undefined
  const least = low && statedSaving(work, { id, what: 'saved-low', quantity: low, target, label: LABEL.low })
  const most =
    high && statedSaving(work, { id, what: 'saved-high', quantity: high, target, label: LABEL.high })
  const what = isMoney(work, saves)
    ? { medium: 'money' as const }
    : { medium: mediumOf(target.good), good: target.good }
  return { ...what, base: main, ...present('low', least), ...present('high', most) }
}

const LABEL = {
  saved: { en: 'Saving', vi: 'Tiết kiệm' },
  low: { en: 'Saving, low', vi: 'Tiết kiệm, thấp' },
  high: { en: 'Saving, high', vi: 'Tiết kiệm, cao' },
} as const

/** What else the measure changes, signed: negative is extra use. */
function sideEffects(work: Evaluating, id: string, measure: Measure): StandAlone[] {
  return (measure.also ?? []).flatMap((effect, index): StandAlone[] => {
    const target = targetOf(work, effect.of)
    if (target === undefined) {
      const at = `/measures/${id}/also/${index}/of`
      work.diagnostics.push(diagnose('E101', at, { measure: id, target: effect.of }))
      return []
    }
    const label = { en: `Effect on ${target.label.en}`, vi: `Ảnh hưởng đến ${target.label.vi}` }
    const base = statedSaving(work, { id, what: `also-${index + 1}`, quantity: effect.saves, target, label })
    if (base === undefined) return []
    if (isMoney(work, effect.saves)) return [{ medium: 'money', base }]
    return [{ medium: mediumOf(target.good), good: target.good, base }]
  })
}

/** Less of the highest demand, where it is charged. */
function demandOf(work: Evaluating, id: string, { demand }: Measure): StandAlone[] {
  if (demand === undefined || !isCharged(work, demand.unit.text)) return []
  const label = { en: 'Highest demand avoided', vi: 'Công suất cực đại giảm được' }
  return [{ medium: 'demand', base: enterQuantity(work, figureId(id, 'demand'), label, demand).id }]
}

function calculationOf(
  id: string,
  measure: Measure,
  target: Target,
  main: string,
): NonNullable<Draft['calculation']> {
  return {
    method: 'own-measure',
    title: { en: "Auditor's own estimate", vi: 'Ước tính của kiểm toán viên' },
    reference: measure.source ?? measure.saves.source ?? '',
    inputs: [target.base, figureId(id, 'saved-written')],
    steps: [main],
  }
}
