import type { Calculation } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { Estimate } from '../templates/content.js'
import { savingOf, type Asking, type Estimated } from './asking.js'
import { figureId, type Evaluating } from './evaluating.js'
import { sourceText } from './method-inputs.js'

/** A published share of the stream, low to high; the middle is the base, a lower bound alone is taken as it is. */
export function byRange(
  work: Evaluating,
  asking: Asking,
  attempt: Extract<Estimate, { kind: 'range' }>,
): Estimated {
  const { stream } = asking
  if (stream === undefined || attempt.low === undefined) return { lacks: [attempt.of] }
  const source = sourceText(work, attempt.source)
  const share = (name: 'low' | 'high', value: number): string =>
    work.ledger.add({
      id: figureId(asking.id, `share-${name}`),
      label:
        name === 'low'
          ? { en: 'Published saving, low', vi: 'Mức tiết kiệm công bố, thấp' }
          : { en: 'Published saving, high', vi: 'Mức tiết kiệm công bố, cao' },
      value,
      unit: '1',
      show: '%',
      kind: 'factor',
      source,
      ...(attempt.note === undefined ? {} : { note: attempt.note }),
    }).id
  const low = share('low', attempt.low)
  const high = attempt.high === undefined ? undefined : share('high', attempt.high)
  const unit = work.ledger.get(stream.base)?.unit ?? '1'
  const saved = (
    name: string,
    label: Text,
    formula: string,
    uses: Readonly<Record<string, string>>,
  ): string =>
    work.ledger.derive({
      id: figureId(asking.id, name),
      label,
      unit,
      formula,
      uses: { stream: stream.base, ...uses },
      sd: 'independent',
    }).id
  const lowSaving = saved('saved-low', { en: 'Saving, low', vi: 'Tiết kiệm, thấp' }, 'stream * low', { low })
  const highSaving =
    high === undefined
      ? undefined
      : saved('saved-high', { en: 'Saving, high', vi: 'Tiết kiệm, cao' }, 'stream * high', { high })
  const base =
    high === undefined
      ? lowSaving
      : saved('saved', { en: 'Saving', vi: 'Tiết kiệm' }, 'stream * (low + high) / 2', { low, high })
  const calculation: Calculation = {
    method: 'range',
    title: { en: 'Range estimate: published share of the stream', vi: 'Ước tính theo khoảng công bố' },
    reference: attempt.source,
    inputs: [stream.base, low, ...(high === undefined ? [] : [high])],
    steps: [...new Set([lowSaving, base, ...(highSaving === undefined ? [] : [highSaving])])],
  }
  return {
    savings: [savingOf(work, asking, stream.medium, base, lowSaving, highSaving)],
    calculation,
    range: true,
  }
}
