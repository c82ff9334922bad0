import type { Basis, Quantity } from '../model/quantity.js'
import type { Text } from '../model/text.js'
import type { Entering } from './entering.js'

const LABELS: Readonly<Record<Basis | 'unstated', Text>> = {
  measured: { en: 'measured numbers', vi: 'số liệu đo' },
  billed: { en: 'billed numbers', vi: 'số liệu theo hóa đơn' },
  recorded: { en: 'recorded numbers', vi: 'số liệu theo sổ sách' },
  calculated: { en: 'calculated numbers', vi: 'số liệu tính toán' },
  estimated: { en: 'estimated numbers', vi: 'số liệu ước tính' },
  literature: { en: 'numbers from literature', vi: 'số liệu theo tài liệu' },
  unstated: { en: 'numbers of unstated basis', vi: 'số liệu không ghi cách biết' },
}

/**
 * Standard uncertainty, as a share, of numbers known in one way: the site's own, else the choice of the content. It
 * becomes a figure when it is first used, so that the audit shows every default it rests on.
 */
export function defaultUncertainty(work: Entering, basis: Quantity['basis']): number | undefined {
  const name = basis ?? 'unstated'
  const id = `choice.uncertainty.${name}`
  const known = work.ledger.get(id)
  if (known !== undefined) return known.value ?? undefined
  const own = basis === undefined ? undefined : work.site.uncertainty?.['by-basis']?.[basis]
  const value =
    own === undefined ? work.content.uncertainty.byBasis[name] : own.value / (own.unit.text === '%' ? 100 : 1)
  if (value === undefined) return undefined
  const what = LABELS[name]
  work.ledger.add({
    id,
    label: {
      en: `Standard uncertainty of ${what.en} that state none`,
      vi: `Độ không đảm bảo chuẩn của ${what.vi} khi không ghi`,
    },
    value,
    unit: '1',
    show: '%',
    ...(own === undefined
      ? { kind: 'choice', note: work.content.uncertainty.note }
      : { kind: 'input', at: own.at, written: own.written }),
  })
  return value
}
