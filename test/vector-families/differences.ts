export type Comparing = {
  /** Keys that explain and are not compared. */
  readonly notes?: ReadonlySet<string>
  /** Keys whose value is a map by id: what the engine gives beyond it is a difference too. */
  readonly complete?: ReadonlySet<string>
  readonly relative?: number
  readonly absolute?: number
}

type Map_ = Readonly<Record<string, unknown>>

const isMap = (value: unknown): value is Map_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

/** Relative 1e-8, absolute 1e-9 unless said otherwise. */
export function isNear(actual: unknown, expected: number, how: Comparing = {}): boolean {
  if (typeof actual !== 'number' || Number.isNaN(actual)) return false
  const { relative = 1e-8, absolute = 1e-9 } = how
  return Math.abs(actual - expected) <= Math.max(absolute, relative * Math.abs(expected))
}

/** Where `actual` is not what was expected, one line each: path, what is there, what should be. */
export function differences(actual: unknown, expected: unknown, path: string, how: Comparing = {}): string[] {
  const wrong = [`${path} is ${show(actual)}, expected ${show(expected)}`]
  if (typeof expected === 'number') return isNear(actual, expected, how) ? [] : wrong
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return wrong
    return expected.flatMap((one, k) => differences(actual[k], one, `${path}[${k}]`, how))
  }
  if (!isMap(expected)) return actual === expected ? [] : wrong
  return isMap(actual) ? mapDifferences(actual, expected, path, how) : wrong
}

function mapDifferences(actual: Map_, expected: Map_, path: string, how: Comparing): string[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
  const wanted = Object.keys(expected).filter((key) => how.notes?.has(key) !== true)
  const found = wanted.flatMap((key) =>
    differences(Object.hasOwn(actual, key) ? actual[key] : undefined, expected[key], at(key), how),
  )
  const last = path.slice(path.lastIndexOf('.') + 1)
  if (how.complete?.has(last) !== true) return found
  const extra = Object.keys(actual).filter((key) => !Object.hasOwn(expected, key))
  return [...found, ...extra.map((key) => `${at(key)} is ${show(actual[key])}, expected nothing`)]
}
