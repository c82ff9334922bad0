type Version = readonly [number, number, number]

type Bound = (version: Version) => boolean

/** The numbers of a version or of a part of one; what is missing or `x` is absent. */
function numbers(text: string): readonly number[] {
  const parts = text.replace(/^v/, '').split('.')
  const wild = parts.findIndex((part) => !/^\d+$/.test(part))
  return (wild < 0 ? parts : parts.slice(0, wild)).map(Number)
}

function filled([major = 0, minor = 0, patch = 0]: readonly number[]): Version {
  return [major, minor, patch]
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

/** The first version that is not below the parts given: `20.17` ends at 20.18.0, `20` at 21.0.0. */
function after(parts: readonly number[], index: number): Version {
  return filled(parts.slice(0, index + 1).map((part, i) => (i === index ? part + 1 : part)))
}

/** `^0.2.3` keeps the first number that is not zero. */
function caretEnd(parts: readonly number[]): Version {
  const first = parts.findIndex((part) => part > 0)
  return after(parts, first < 0 ? Math.max(0, parts.length - 1) : first)
}

function between(low: Version, end: Version): Bound {
  return (version) => compare(version, low) >= 0 && compare(version, end) < 0
}

function bound(text: string): Bound {
  const [, sign = '', rest = ''] = /^(>=|<=|>|<|=|\^|~)?(.*)$/.exec(text) ?? []
  const parts = numbers(rest)
  const version = filled(parts)
  if (parts.length === 0) return () => true
  const end = after(parts, parts.length - 1)
  if (sign === '>=') return (other) => compare(other, version) >= 0
  if (sign === '<') return (other) => compare(other, version) < 0
  if (sign === '>') return (other) => compare(other, parts.length < 3 ? end : after(version, 2)) >= 0
  if (sign === '<=') return (other) => compare(other, end) < 0
  if (sign === '^') return between(version, caretEnd(parts))
  if (sign === '~') return between(version, after(parts, Math.min(1, parts.length - 1)))
  return between(version, end)
}

/**
 * Whether a range such as `^20.17.0 || >=22` admits a version. The forms that packages write in `engines`:
 * comparisons, `^`, `~`, `x`, `*`, plain numbers, several at once, and `||`. No pre-releases, no hyphen ranges.
 */
export function admits(range: string, version: string): boolean {
  const asked = filled(numbers(version))
  return range.split('||').some((part) => {
    const words = part
      .trim()
      .replace(/(>=|<=|>|<|=|\^|~)\s+/g, '$1')
      .split(/\s+/)
    return words.every((word) => bound(word)(asked))
  })
}
