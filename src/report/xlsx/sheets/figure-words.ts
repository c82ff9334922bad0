import { parseFormula, toText } from '../../../formula/index.js'
import type { Influence } from '../../../model/calculated.js'
import type { Figure } from '../../../model/figure.js'
import { pointerKeys } from '../../../model/pointer.js'
import { METHODS, termOf } from '../term-texts.js'
import { labelOf, say, type FigurePage } from './page.js'

const LONGEST_WORDS = 360

/** How a figure came to be: its formula in words, its method, or nothing for what was given. */
export function howWords(page: FigurePage, id: string): string {
  const found = page.ledger.get(id)
  if (!found) return ''
  if (found.kind === 'solved' && found.method !== undefined) return say(page, termOf(METHODS, found.method))
  const parsed = found.formula === undefined ? undefined : parseFormula(found.formula)
  if (parsed === undefined || 'problem' in parsed) return ''
  if (/^flow\.[^.]+$/.test(id) && COEFFICIENT.test(found.formula ?? '')) return reconciledFrom(page, found)
  const label = (name: string): string => labelOf(page, found.uses?.[name] ?? name)
  const { ast } = parsed
  const parts = ast.kind === 'call' && ast.name === 'sum' ? ast.args : [ast]
  const words = shortNumbers(parts.map((part) => toText(part, label)).join(' + '))
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words
}

const COEFFICIENT = /\d\.\d{5}/

/** A flow that the balances found is a weighted sum: its parts say more than their coefficients. */
function reconciledFrom(page: FigurePage, { uses }: Figure): string {
  const parts = Object.values(uses ?? {}).map((used) => labelOf(page, used))
  const words = `${say(page, termOf(METHODS, 'reconciliation'))}: ${parts.join(', ')}`
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words
}

/** Coefficients of a reconciliation have 17 digits; four are enough to read. */
function shortNumbers(words: string): string {
  return words.replace(/\d+\.\d{5,}(?:e-?\d+)?|\d+(?:\.\d+)?e-\d+/g, (number) =>
    String(Number(Number(number).toPrecision(4))),
  )
}

/** Where a figure comes from: its source and note. */
export function sourceWords(page: FigurePage, id: string): string {
  const found = page.ledger.get(id)
  if (!found) return ''
  const parts = [found.source, found.note?.[page.lang]].filter((part) => part !== undefined && part !== '')
  return [...new Set(parts)].join('; ')
}

/** Inputs with a smaller part of the variance are not named. */
const LEAST_SHARE = 0.005
const MOST_NAMED = 3

/** The inputs that matter most for the uncertainty of a result: `Fuel use 80 %, Oxygen 20 %`. */
export function influenceWords(page: FigurePage, influences: readonly Influence[]): string {
  return influences
    .filter(({ share }) => share >= LEAST_SHARE)
    .slice(0, MOST_NAMED)
    .map(({ input, share }) => `${labelOf(page, input)} ${Math.round(share * 100)} %`)
    .join(', ')
}

/** `flows › w-bottles › amount`. */
export function placeWords(pointer: string | undefined): string {
  return pointer === undefined ? '' : pointerKeys(pointer).join(' › ')
}
