import type { LegalCheck } from '../model/compliance.js'
import type { Emission, Gap } from '../model/indicators.js'
import { say, type Lang, type Text } from '../model/text.js'

/** Words for what comes from outside the site: evidence of benchmarks, rules of law, sources of gases. */
export const WEAKNESS: Readonly<Record<Gap['weak'][number], Text>> = {
  'second-hand': say('read second hand', 'đọc qua nguồn thứ cấp'),
  calculated: say('calculated from other values', 'tính từ giá trị khác'),
  recalled: say('recalled, not read', 'theo trí nhớ, chưa đọc'),
  single: say('a single case or study', 'một trường hợp hoặc nghiên cứu'),
  default: say('a default, no target', 'giá trị mặc định, không phải mục tiêu'),
  old: say('more than ten years old', 'cũ hơn mười năm'),
  lapsed: say('a norm that has lapsed', 'định mức đã hết hạn'),
}

const EVIDENCE: ReadonlyMap<string, Text> = new Map([
  ['primary', say('read in the source', 'đọc từ nguồn gốc')],
  ['secondary', WEAKNESS['second-hand']],
  ['dataset', say('public dataset', 'bộ dữ liệu công bố')],
  ['calculated', WEAKNESS.calculated],
  ['definition', say('definition', 'theo định nghĩa')],
  ['site', say('given by the site', 'do cơ sở cung cấp')],
])

/** How a row of a table is known, in words. */
export function evidenceWord(evidence: string, lang: Lang): string {
  return EVIDENCE.get(evidence)?.[lang] ?? evidence
}

/** How an outside value is known, and what is weak about it. */
export function gapEvidence({ evidence, weak }: Pick<Gap, 'evidence' | 'weak'>, lang: Lang): string {
  const words = [evidenceWord(evidence, lang), ...weak.map((one) => WEAKNESS[one][lang])]
  return [...new Set(words)].join('; ')
}

export const LEGAL_KINDS: Readonly<Record<LegalCheck['kind'], Text>> = {
  norm: say('energy norm', 'định mức năng lượng'),
  threshold: say('threshold', 'ngưỡng'),
  fee: say('fee', 'phí'),
}

export const LEGAL_VERDICTS: Readonly<Record<LegalCheck['verdict'], Text>> = {
  within: say('within', 'đạt'),
  exceeds: say('exceeds', 'vượt'),
  unclear: say('unclear', 'chưa rõ'),
  reached: say('reached', 'đạt ngưỡng'),
  below: say('below', 'dưới ngưỡng'),
  amount: say('about this amount', 'khoảng mức này'),
}

export const EMISSION_SOURCES: Readonly<Record<Emission['source'], Text>> = {
  fuel: say('fuel', 'nhiên liệu'),
  electricity: say('bought energy', 'năng lượng mua'),
  process: say('process', 'quá trình'),
  refrigerant: say('refrigerant', 'môi chất lạnh'),
  wastewater: say('wastewater', 'nước thải'),
}

export const APART: Readonly<Record<NonNullable<Emission['apart']>, Text>> = {
  market: say('by market, apart', 'theo thị trường, ngoài tổng'),
  biogenic: say('biogenic, apart', 'sinh học, ngoài tổng'),
}

export const NOT_LEGAL_ADVICE = say(
  'For orientation only; this is no legal advice. Ask the authority or a lawyer.',
  'Chỉ để định hướng, không phải tư vấn pháp lý. Hãy hỏi cơ quan quản lý hoặc luật sư.',
)
