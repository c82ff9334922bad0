import type { Quantity } from '../model/quantity.js'
import { formatNumber } from './format.js'
import { parseNumber } from './parse-number.js'
import type { UnitOptions } from './parse-unit.js'
import type { QuantityProblem } from './quantity-problem.js'
import { piece, PLUS_MINUS, readUnit, refuse, RUN } from './quantity-text.js'
import type { Piece, Refused } from './quantity-text.js'
import { takeBasis } from './read-basis.js'
import { readSpread } from './read-uncertainty.js'
import type { Spread } from './read-uncertainty.js'

export type ParsedQuantity = { readonly quantity: Quantity } | { readonly problem: QuantityProblem }

const MAX_LENGTH = 300

const RANGE = /^\s*(?:-|\u2212|–|—|\.{2,3}|…|to\b|đến(?!\p{L}))\s*(\d[\d\s]*(?:\.\d+)?)/u
const OF = /(?:^|\s)(?:of|của)\s+(\S(?:[^±]*?\S)?)\s*(?=±|\+\s?\/|\+[-\u2212]|$)/u

/** `€ 290/t` and `EUR 290/t`: the currency stands first and belongs before the rest of the unit. */
const CURRENCY_FIRST = /^([A-Z]{0,3}\p{Sc}|[A-Z]{3})\s*(?=[-+\u2212.]?\d)/u

function numberRefused(written: string, at: Piece, rest: string): Refused | undefined {
  const hex = /^[-+]?0[xob][\da-f]+/iu.exec(at.text + rest)
  if (hex !== null) return refuse('number', written, { text: hex[0], start: at.start })
  const range = RANGE.exec(rest)
  if (range !== null) {
    const [low, high] = [at.text, range[1] ?? ''].map((t) => parseNumber(t))
    const whole = { text: at.text + range[0].trimEnd(), start: at.start }
    if (low === undefined || high === undefined || 'problem' in low || 'problem' in high)
      return refuse('number', written, whole)
    const middle = Number(((low.value + high.value) / 2).toPrecision(12))
    const half = Number((Math.abs(high.value - low.value) / 2).toPrecision(12))
    return refuse('number', written, whole, {
      expected: `${formatNumber(middle, { lang: 'en' })} ± ${formatNumber(half, { lang: 'en' })}`,
    })
  }
  if (/^\/\d/.test(rest))
    return refuse('number', written, { text: at.text + (/^\/\d+/.exec(rest)?.[0] ?? ''), start: at.start })
  const number = parseNumber(at.text)
  if (!('problem' in number)) return undefined
  const [expected, ...others] = number.problem.readings
  return refuse('number', written, at, {
    ...(expected === undefined ? {} : { expected }),
    ...(expected !== undefined && others.length > 0 ? { readings: number.problem.readings } : {}),
  })
}

/**
 * Reads a quantity: `14 500 t/yr ± 2 % (billed, EVN invoices 2024)`, `< 5 mg/l`, `0.12 l/m2 of parts-in`,
 * `2.50 EUR/1000 pcs`, `€ 290/t`, `97 %`, `109`. Value and absolute uncertainty stay in the unit as written.
 * `at` is the JSON pointer of the input. A problem says which part of the text it is about and never throws.
 */
export function parseQuantity(text: string, at: string, options: UnitOptions = {}): ParsedQuantity {
  if (text.length > MAX_LENGTH) return refuse('number', text, { text: text.slice(0, 40), start: 0 })
  const all = piece(text, 0)
  if (all.text === '') return refuse('empty', text, { text, start: 0 })
  const below = /^(?:<=?|≤)\s*/.exec(all.text)?.[0] ?? ''
  const currency = CURRENCY_FIRST.exec(all.text.slice(below.length))
  const skipped = below.length + (currency?.[0].length ?? 0)
  const body = piece(all.text.slice(skipped), all.start + skipped)
  const run = RUN.exec(body.text)?.[0] ?? ''
  if (run === '') return notANumber(text, body)
  const number: Piece = { text: run, start: body.start }
  const refused = numberRefused(text, number, body.text.slice(run.length))
  if (refused !== undefined) return refused
  const value = parseNumber(run)
  if ('problem' in value) return refuse('number', text, number)
  const times = /^\s*×\s*/.exec(body.text.slice(run.length))?.[0].length ?? 0
  const rest = piece(body.text.slice(run.length + times), body.start + run.length + times)
  const tail = readTail(text, rest, currency?.[1] ?? '', options, all.start + below.length)
  if ('problem' in tail) return tail
  return {
    quantity: {
      value: value.value,
      ...tail,
      written: all.text,
      ...(below === '' ? {} : { below: true as const }),
      at,
    },
  }
}

function notANumber(written: string, body: Piece): Refused {
  const about = /^(?:~|≈|ca\.?|approx\.?|about|khoảng)\s*(?=\d)/iu.exec(body.text)
  const bare = about === null ? undefined : body.text.slice(about[0].length)
  const first = /^\S+/u.exec(body.text)?.[0] ?? ''
  if (bare !== undefined)
    return refuse(
      'number',
      written,
      { text: about?.[0].trim() ?? '', start: body.start },
      { expected: `${bare} (estimated)` },
    )
  return refuse(
    'number',
    written,
    first === '' ? { text: written, start: 0 } : { text: first, start: body.start },
  )
}

type Tail = Omit<Quantity, 'value' | 'written' | 'at' | 'below'>

/** Unit, `of`, uncertainty and basis: all that stands after the number. */
function readTail(
  written: string,
  rest: Piece,
  currency: string,
  options: UnitOptions,
  currencyAt: number,
): Tail | Refused {
  const bracket = takeBasis(written, rest, options)
  if ('problem' in bracket) return bracket
  const of = OF.exec(bracket.before)
  // Blanks keep every later place where it was.
  const withoutOf =
    of === null
      ? bracket.before
      : bracket.before.slice(0, of.index) +
        ' '.repeat(of[0].length) +
        bracket.before.slice(of.index + of[0].length)
  const sign = PLUS_MINUS.exec(withoutOf)
  const unitPiece = piece(sign === null ? withoutOf : withoutOf.slice(0, sign.index), rest.start)
  const priced: Piece =
    currency === '' ? unitPiece : { text: `${currency}${unitPiece.text}`, start: currencyAt }
  const spread =
    sign === null ? undefined : spreadAfter(written, priced, withoutOf, sign, rest.start, options)
  if (spread !== undefined && 'problem' in spread) return inside(spread)
  const unit = spread ?? readUnit(written, priced, options)
  if ('problem' in unit) return inside(unit)
  return {
    unit: unit.unit,
    ...(spread === undefined ? {} : { plusMinus: spread.plusMinus }),
    ...(of?.[1] === undefined ? {} : { of: of[1] }),
    ...(bracket.basis === undefined ? {} : { basis: bracket.basis }),
    ...(bracket.source === undefined ? {} : { source: bracket.source }),
  }
}

function spreadAfter(
  written: string,
  unitPiece: Piece,
  text: string,
  sign: RegExpExecArray,
  start: number,
  options: UnitOptions,
): Spread | Refused {
  const end = sign.index + sign[0].length
  const after = piece(text.slice(end), start + end)
  if (after.text === '') return refuse('uncertainty', written, { text: sign[0], start: start + sign.index })
  return readSpread(written, unitPiece, after, options)
}

/** A currency written first is joined to its unit; the place of a problem must not run beyond the text. */
function inside(refused: Refused): Refused {
  const { written, part, start, length } = refused.problem
  if (written.slice(start, start + length) === part) return refused
  const found = written.indexOf(part)
  if (found >= 0 && part !== '') return { problem: { ...refused.problem, start: found } }
  const from = Math.min(start, written.length)
  return {
    problem: { ...refused.problem, part: written.slice(from), start: from, length: written.length - from },
  }
}
