import type { Basis } from '../model/quantity.js'
import type { Text } from '../model/text.js'

/** How a basis is called in a site file, the first word of each language being the one printed. */
const WORDS: Readonly<Record<Basis, Readonly<Record<keyof Text, readonly string[]>>>> = {
  measured: { en: ['measured', 'metered'], vi: ['đo', 'đo đạc', 'đo được', 'số đo', 'đồng hồ'] },
  billed: {
    en: ['billed', 'invoiced', 'invoice', 'bill'],
    vi: ['hóa đơn', 'hoá đơn', 'theo hóa đơn', 'theo hoá đơn'],
  },
  recorded: { en: ['recorded', 'records', 'record'], vi: ['sổ sách', 'ghi chép', 'theo sổ sách'] },
  calculated: { en: ['calculated', 'computed'], vi: ['tính', 'tính toán'] },
  estimated: { en: ['estimated', 'estimate'], vi: ['ước tính', 'ước lượng'] },
  literature: { en: ['literature'], vi: ['tài liệu', 'theo tài liệu'] },
}

const bases = Object.keys(WORDS) as readonly Basis[]

const byWord: ReadonlyMap<string, Basis> = new Map(
  bases.flatMap((basis) =>
    [...WORDS[basis].en, ...WORDS[basis].vi].map((word) => [word.normalize('NFC'), basis] as const),
  ),
)

/** The basis a word names, in English or Vietnamese, whatever its case. */
export function basisOf(word: string): Basis | undefined {
  return byWord.get(word.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase())
}

/** The printed word of a basis. */
export function basisWord(basis: Basis, lang: keyof Text): string {
  return WORDS[basis][lang][0] ?? basis
}

/** Every word that is understood, for suggestions and documentation. */
export const BASIS_WORDS: readonly string[] = [...byWord.keys()]
