import type { Ledger } from '../formula/index.js'
import type { LegalCheck } from '../model/compliance.js'
import { referenceOf, type Gap } from '../model/indicators.js'
import type { Text } from '../model/text.js'
import type { Content, LegalThreshold } from '../templates/content.js'
import { REFUSED } from '../templates/select-factor.js'
import { dimensionsEqual, parseUnit } from '../units/index.js'

/** Energy norms: the gaps to a legal maximum, once more as a verdict that names the regulation. */
export function normChecks(gaps: readonly Gap[], ledger: Ledger, content: Content): readonly LegalCheck[] {
  return gaps.flatMap((gap) => {
    const limit = referenceOf(gap)
    if (gap.kind !== 'norm' || limit === undefined) return []
    const share = ledger.derive({
      id: `compliance.norm.${gap.benchmark}`,
      label: { en: 'Value ÷ norm', vi: 'Giá trị ÷ định mức' },
      unit: '1',
      show: '%',
      formula: 'value / limit',
      uses: { value: gap.value, limit },
    }).id
    const row = content.benchmarks.find(({ id }) => id === gap.benchmark)
    return [
      {
        id: gap.benchmark,
        kind: 'norm' as const,
        name: ledger.get(gap.value)?.label ?? { en: gap.indicator, vi: gap.indicator },
        value: gap.value,
        limit,
        share,
        // A norm of several scopes is for a person to choose.
        verdict: NORM_VERDICTS[gap.verdict],
        regulation: gap.source,
        clause: gap.scope,
        date: String(gap.year),
        evidence: gap.evidence,
        note: row?.note ?? NOTHING,
        url: row?.url ?? '',
        notChecked: notChecked(content, 'energy-norm'),
      },
    ]
  })
}

const NORM_VERDICTS = { better: 'within', within: 'unclear', worse: 'exceeds', unknown: 'unclear' } as const

/** What of a regulation no comparison of numbers can see. */
export function notChecked(content: Content, regulation: string): Text {
  return (
    content.regulations.get(regulation)?.notChecked ?? content.regulations.get('other')?.notChecked ?? NOTHING
  )
}

const NOTHING = { en: '', vi: '' }

/** Amounts from which a law asks something: reached or not, in the country and the period. */
export function thresholdChecks(
  content: Content,
  about: { readonly country: string; readonly last: string },
  ledger: Ledger,
): readonly LegalCheck[] {
  return content.legalThresholds.flatMap((row) => {
    const holds = row.country === about.country && isInForce(row, about.last) && row.status !== REFUSED
    const value = ledger.get(row.figure)
    const [unit, own] = [parseUnit(row.unit), parseUnit(value?.unit ?? '?')]
    if (!holds || value === undefined || !('unit' in unit) || !('unit' in own)) return []
    if (!dimensionsEqual(unit.unit.dimension, own.unit.dimension)) return []
    return [thresholdCheck(row, ledger)]
  })
}

/** Whether a rule holds on a day; dates sort as texts. */
export function isInForce(rule: { validFrom: string; validTo: string }, day: string): boolean {
  return rule.validFrom <= day && (rule.validTo === '' || day <= rule.validTo)
}

function thresholdCheck(row: LegalThreshold, ledger: Ledger): LegalCheck {
  const { id, name, regulation, clause, date, evidence, note, url, source, country } = row
  const key = `compliance.threshold.${id}`
  const limit = ledger.add({
    id: `${key}.limit`,
    label: { en: `Threshold: ${name.en}`, vi: `Ngưỡng: ${name.vi}` },
    value: row.value,
    unit: row.unit,
    kind: 'factor',
    source,
    key: { id, country, year: row.sourceYear, evidence, url, remark: note },
  }).id
  const share = ledger.derive({
    id: `${key}.share`,
    label: { en: 'Value ÷ threshold', vi: 'Giá trị ÷ ngưỡng' },
    unit: '1',
    show: '%',
    formula: 'value / limit',
    uses: { value: row.figure, limit },
  })
  const verdict = share.value === null ? 'unclear' : share.value >= 1 ? 'reached' : 'below'
  const common = { regulation, clause, date, evidence, note, url, notChecked: row.notChecked }
  return { id, kind: 'threshold', name, value: row.figure, limit, share: share.id, verdict, ...common }
}
