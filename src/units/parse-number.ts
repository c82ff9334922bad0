/** What went wrong with a number: how it may have been meant, in the spelling that is read. */
export type NumberProblem = { readonly readings: readonly string[] }

const CLEAN = /^(\d{1,3}(?: \d{3})+|\d+)?(\.\d+)?(?:[eE]([-+]?\d{1,4}))?$/
const MAX_LENGTH = 60
/** No quantity of a factory is larger, or nearer to zero; squares and products of what is inside stay finite. */
const LARGEST = 1e60

/** Digits in threes with a plain blank between: `14500.5` → `14 500.5`. */
export function groupThousands(digits: string, blank = ' '): string {
  return digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, blank)
}

function spelled(whole: string, fraction = ''): string {
  const plain = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  return `${groupThousands(plain)}${fraction === '' ? '' : `.${fraction}`}`
}

/** How a number with commas, several points, underscores or apostrophes may have been meant. */
function readingsOf(body: string): readonly string[] {
  const whole = /^[\d ]+$/.exec(body)
  if (whole !== null) return [spelled(body)]
  const marked = /^(\d{1,3})((?:[.,_'’ ]\d{3})+)(?:([.,])(\d+))?$/.exec(body)
  const single = /^(\d+)([,.])(\d+)$/.exec(body)
  const found: string[] = []
  if (marked !== null && (marked[4] === undefined || !(marked[2] ?? '').includes(marked[3] ?? ' '))) {
    found.push(spelled(`${marked[1]}${marked[2]}`, marked[4]))
  }
  if (single !== null) found.push(spelled(single[1] ?? '', single[3]))
  if (found.length === 0 && /^\d+\.$/.test(body)) found.push(spelled(body))
  if (found.length === 0 && /^\d+\.[\d ]+$/.test(body)) {
    const [before, after] = body.split('.')
    found.push(spelled(before ?? '', (after ?? '').replaceAll(' ', '')))
  }
  return found
}

/**
 * Reads a number as recp takes it: decimals have a point, thousands a blank (`14 500.5`), powers of ten an `e`.
 * Whatever another habit writes (`1.264,5`, `1,5`, `1_000`) is refused with its possible readings, because the
 * difference is a factor of a thousand.
 */
export function parseNumber(text: string): { readonly value: number } | { readonly problem: NumberProblem } {
  const refused = (readings: readonly string[]): { readonly problem: NumberProblem } => ({
    problem: { readings },
  })
  if (text.length > MAX_LENGTH) return refused([])
  const plain = text
    .trim()
    .replace(/[\s\u2060]/gu, ' ')
    .replace(/^[\u2212\u2010\u2011]/u, '-')
  const sign = /^[-+]/.exec(plain)?.[0] ?? ''
  const body = plain.slice(sign.length).trimStart()
  const clean = CLEAN.exec(body)
  if (clean === null || (clean[1] === undefined && clean[2] === undefined)) {
    return refused(readingsOf(body).map((r) => `${sign === '-' ? '-' : ''}${r}`))
  }
  const value = Number(`${sign}${body.replaceAll(' ', '')}`)
  const zero = !/[1-9]/.test(body.split(/e/i)[0] ?? '')
  const size = Math.abs(value)
  if (zero) return { value: 0 }
  return size <= LARGEST && size >= 1 / LARGEST ? { value } : refused([])
}

/**
 * Whether a number such as `1.264` could be somebody's one thousand two hundred and sixty-four. It is read with
 * a decimal point; a plausibility check may ask.
 */
export function mayMeanThousands(written: string): boolean {
  return /^[-+]?[1-9]\d{0,2}\.\d{3}(?![\d.])/.test(written.trim())
}
