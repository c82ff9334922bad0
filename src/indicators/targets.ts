import { diagnose } from '../diagnostics/catalogue.js'
import type { Figure } from '../model/figure.js'
import type { Indicator, TargetGap } from '../model/indicators.js'
import { nearest } from '../model/near-names.js'
import type { Text } from '../model/text.js'
import type { Target } from '../schema/site.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'
import type { Indicating } from './indicating.js'

/** Indicators of which more is better. */
const MORE: ReadonlySet<Indicator['group']> = new Set(['production', 'productivity'])

const LABELS = {
  target: ({ en, vi }: Text): Text => ({ en: `Target: ${en}`, vi: `Mục tiêu: ${vi}` }),
  change: ({ en, vi }: Text): Text => ({
    en: `Target: change of ${en} from this period`,
    vi: `Mục tiêu: thay đổi của ${vi} so với kỳ này`,
  }),
  gap: ({ en, vi }: Text): Text => ({
    en: `${en}: gap to the target`,
    vi: `${vi}: chênh lệch so với mục tiêu`,
  }),
} as const

/**
 * The targets of the site beside its indicators. A target in per cent is a change from the value of this period. One
 * that names no indicator of this audit, or has another unit, is a diagnostic.
 */
export function targetGaps(work: Indicating, indicators: readonly Indicator[]): readonly TargetGap[] {
  const ids = indicators.map(({ id }) => id)
  return work.site.targets.flatMap((target, index) => {
    const at = `/targets/${index}`
    const indicator = indicators.find(({ id }) => id === target.indicator)
    if (indicator === undefined) {
      const args = { indicator: target.indicator, near: nearest(target.indicator, ids)[0] ?? '' }
      work.diagnostics.push(diagnose('K103', `${at}/indicator`, args))
      return []
    }
    const value = work.ledger.get(indicator.figure)
    const reference = value === undefined ? undefined : targetFigure(work, target, index, value)
    if (value === undefined || reference === undefined) {
      const names = { indicator: value?.label.en ?? '', 'indicator-vi': value?.label.vi ?? '' }
      const args = { ...names, written: target.value.written, unit: value?.unit ?? '' }
      work.diagnostics.push(diagnose('K107', `${at}/value`, args))
      return []
    }
    const gap = work.ledger.derive({
      id: `target.${index + 1}.gap`,
      label: LABELS.gap(value.label),
      unit: '1',
      show: '%',
      formula: 'value / target - 1',
      uses: { value: value.id, target: reference.id },
    })
    return [
      {
        indicator: indicator.id,
        value: value.id,
        target: reference.id,
        gap: gap.id,
        better: MORE.has(indicator.group) ? 'more' : 'less',
        ...(target.year === undefined ? {} : { year: target.year }),
        ...(target.note === undefined ? {} : { note: target.note }),
      } as const,
    ]
  })
}

function targetFigure(
  { ledger }: Indicating,
  { value: quantity }: Target,
  index: number,
  value: Figure,
): Figure | undefined {
  const id = `target.${index + 1}`
  const { written, at } = quantity
  const given = { kind: 'input', written, at } as const
  if (quantity.unit.text === '%') {
    const share = { value: quantity.value / 100, unit: '1', show: '%' } as const
    const change = ledger.add({ id: `${id}.change`, label: LABELS.change(value.label), ...share, ...given })
    const uses = { value: value.id, change: change.id }
    return ledger.derive({
      id,
      label: LABELS.target(value.label),
      unit: value.unit,
      formula: 'value * (1 + change)',
      uses,
    })
  }
  const unit = parseUnit(value.unit)
  if (!('unit' in unit) || !dimensionsEqual(unit.unit.dimension, quantity.unit.dimension)) return undefined
  return ledger.add({
    id,
    label: LABELS.target(value.label),
    value: quantity.value,
    unit: quantity.unit.text,
    ...given,
  })
}
