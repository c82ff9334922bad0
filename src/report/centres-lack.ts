import type { CentreLack } from '../model/indicators.js'
import { sameText, type Lang, type Text } from '../model/text.js'

/** A flow of which something is not known, with its name. */
export type NamedLack = CentreLack & { readonly name: Text }

/** A sentence lists so many flows, and counts the rest. */
const MOST_NAMES = 8

const WORDS = {
  en: {
    amount: (names: string) =>
      `not told, since nobody knows how much these flows are: ${names}; measure them, or as many as it takes for the balances of their steps to give the rest`,
    mass: (names: string) =>
      `not told, since nobody knows the mass of these flows, by which cost is shared: ${names}; say what one unit of them weighs (mass)`,
    more: (n: number) => `${n} more`,
  },
  vi: {
    amount: (names: string) =>
      `chưa tính được, vì chưa biết lượng của các dòng: ${names}; hãy đo các dòng này, hoặc đo đủ số dòng để cân bằng của công đoạn cho biết phần còn lại`,
    mass: (names: string) =>
      `chưa tính được, vì chưa biết khối lượng của các dòng dùng để phân bổ chi phí: ${names}; hãy ghi khối lượng một đơn vị của chúng (mass)`,
    more: (n: number) => `${n} dòng khác`,
  },
} as const

/** Why no cost by quantity centre is told, and what to measure; empty where nothing lacks. */
export function centresLackLines(lacks: readonly NamedLack[], lang: Lang): string[] {
  return (['amount', 'mass'] as const).flatMap((of) => {
    const names = lacks.filter((lack) => lack.of === of).map(({ flow, name }) => calledBoth(flow, name[lang]))
    if (names.length === 0) return []
    const rest = names.length - MOST_NAMES
    const shown = names.slice(0, MOST_NAMES)
    return [WORDS[lang][of]([...shown, ...(rest > 0 ? [WORDS[lang].more(rest)] : [])].join(', '))]
  })
}

/** The name of a flow is that of its good, which others may share. */
const calledBoth = (flow: string, name: string): string => (name === flow ? flow : `${name} (${flow})`)

/** What lacks, with the labels of the flows. */
export function namedLacks(
  lacks: readonly CentreLack[] | undefined,
  ledger: ReadonlyMap<string, { readonly label: Text }>,
): readonly NamedLack[] {
  return (lacks ?? []).map((lack) => ({
    ...lack,
    name: ledger.get(`flow.${lack.flow}`)?.label ?? sameText(lack.flow),
  }))
}
