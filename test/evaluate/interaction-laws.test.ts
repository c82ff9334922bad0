import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditText, type Audited } from '../audit-text.js'

type Spec = {
  readonly on: string
  readonly saves: string
  readonly order: number
  readonly invest: number
  readonly also: string
}

const STREAMS = ['electricity', 'el-a', 'el-b', 'gas'] as const

const measure = fc.record({
  on: fc.constantFrom(...STREAMS),
  saves: fc.oneof(
    fc.integer({ min: 0, max: 120 }).map((share) => `${share} %`),
    fc.integer({ min: 0, max: 900 }).map((amount) => `${amount} MWh`),
  ),
  order: fc.integer({ min: 1, max: 5 }),
  invest: fc.integer({ min: 0, max: 500 }),
  also: fc.oneof(
    fc.constant(''),
    fc.integer({ min: -200, max: 400 }).map((amount) => `, also: [ { of: gas, saves: ${amount} MWh } ]`),
  ),
})

const measures = fc.array(measure, { minLength: 1, maxLength: 7 })

function textOf(specs: readonly (readonly [string, Spec])[]): string {
  const rows = specs.map(
    ([id, { on, saves, order, invest, also }]) =>
      `  ${id}: { title: T, acts-on: ${on}, saves: ${saves}, order: ${order}, invest: ${invest} EUR${also} }\n`,
  )
  return `energy:
  electricity: { price: 0.1 EUR/kWh }
  gas: { amount: 800 MWh, price: 0.05 EUR/kWh }
steps: { a: A, b: B }
flows: { el-a: { of: electricity, to: a, amount: 400 MWh }, el-b: { of: electricity, to: b, amount: 600 MWh } }
measures:
${rows.join('')}`
}

const named = (specs: readonly Spec[]): (readonly [string, Spec])[] =>
  specs.map((spec, index) => [`m-${index + 1}`, spec] as const)

/** Savings in the package of one good, in MWh; extra uses are negative. */
function savedOf({ audit, value, figure }: Audited, good: string): number {
  const savings = audit.evaluation.opportunities
    .flatMap((one) => one.savings)
    .filter((one) => one.good === good)
  return savings.reduce((sum, one) => {
    const factor = figure(one.inPackage).unit === 'kWh/yr' ? 0.001 : 1
    return sum + (value(one.inPackage) ?? 0) * factor
  }, 0)
}

const USES = { electricity: 1000, gas: 800 } as const
const RUNS = { numRuns: 25, seed: 20261127 }

/** Same within the rounding of sums in another order. */
function isNear(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}

const lawful = async (law: (specs: readonly Spec[]) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(measures, law), RUNS)

describe('measures that meet keep these laws', () => {
  it('together they never save more of a good than is used, however their streams lie in one another', async () => {
    await lawful(async (specs) => {
      const audited = await auditText(textOf(named(specs)))
      for (const [good, use] of Object.entries(USES)) {
        expect(savedOf(audited, good)).toBeLessThanOrEqual(use * (1 + 1e-9))
      }
    })
  })

  it('none saves more in the package than alone', async () => {
    await lawful(async (specs) => {
      const { audit, value } = await auditText(textOf(named(specs)))
      for (const { savings } of audit.evaluation.opportunities)
        for (const { base, inPackage } of savings)
          expect(Math.abs(value(inPackage) ?? 0)).toBeLessThanOrEqual(
            Math.abs(value(base) ?? 0) * (1 + 1e-9) + 1e-9,
          )
    })
  })

  it('the order in which they are written changes nothing', async () => {
    await lawful(async (specs) => {
      const [plain, turned] = [
        await auditText(textOf(named(specs))),
        await auditText(textOf(named(specs).reverse())),
      ]
      const ids = plain.audit.figures
        .map(({ id }) => id)
        .filter((id) => /^(opportunity|stream|package)\./.test(id))
      const moved = ids.filter((id) => !isNear(plain.value(id), turned.value(id)))
      expect(moved).toEqual([])
    })
  })

  it('a further measure lessens no other without being named by it', async () => {
    await lawful(async (specs) => {
      const all = named(specs)
      const before = await auditText(textOf(all.slice(0, -1)))
      const after = await auditText(textOf(all))
      const [added = ''] = all.at(-1) ?? []
      const silent = after.audit.evaluation.opportunities.filter(
        ({ id, savings, after: named, excludedBy, dropped }) => {
          const saved = savings[0]?.inPackage ?? ''
          if (id === added || !before.has(saved) || excludedBy !== undefined || dropped !== undefined)
            return false
          const lost = (before.value(saved) ?? 0) - (after.value(saved) ?? 0)
          return lost > 1e-9 * Math.abs(before.value(saved) ?? 0) + 1e-9 && !named.includes(added)
        },
      )
      expect(silent.map(({ id }) => id)).toEqual([])
    })
  })
})
