import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { compareAudits } from '../../src/compare/compare-audits.js'
import { loadSite } from '../../src/load/load-site.js'
import type { Audit } from '../../src/model/audit.js'
import type { Cause, Comparison } from '../../src/model/comparison.js'
import { changesMarkdown } from '../../src/report/changes.js'
import { loadContent } from '../../src/templates/load-content.js'

const FOLDER = 'examples/starch-two-years'
const { value: content } = loadContent()

async function audited(file: string): Promise<Audit> {
  const { audit } = auditSite(await loadSite(join(FOLDER, file)), { content })
  if (audit === null) throw new Error(`${file} gives no audit`)
  return audit
}

/** The moves as the README of the example derives them by hand: before, now, and what each cause adds. */
const BY_HAND: readonly [id: string, before: number, now: number, parts: Partial<Record<Cause, number>>][] = [
  ['total.output', 10_000, 11_000, { activity: 1_000 }],
  ['total.energy', 27_770, 27_906, { activity: 136 }],
  ['total.water', 160_000, 154_000, { 'data-quality': -6_000 }],
  ['total.ghg-scope-2', 1_900 * 0.6766, 2_035 * 0.6592, { factor: (-0.0174 * (1_900 + 2_035)) / 2 }],
  ['total.ghg', 13_101.1, 11_283.7, { factor: (-0.0174 * (1_900 + 2_035)) / 2 }],
  ['total.cost', 120_445e6, 141_492.05e6, { price: 12_982.4e6 }],
]

describe('two years of one factory', () => {
  let comparison: Comparison
  beforeAll(async () => {
    comparison = compareAudits(await audited('baseline.yaml'), await audited('site.yaml'))
  })

  it.each(BY_HAND)('%s moved as the README explains', (id, before, now, parts) => {
    const move = comparison.moves.find((one) => one.id === id)
    expect((move?.old ?? 0) / before).toBeCloseTo(1, 5)
    expect((move?.new ?? 0) / now).toBeCloseTo(1, 5)
    for (const [cause, value] of Object.entries(parts)) {
      const part = move?.parts?.find((one) => one.cause === cause)?.value ?? 0
      expect([cause, part / value]).toEqual([cause, expect.closeTo(1, 3)])
    }
    const sum = (move?.parts ?? []).reduce((all, { value }) => all + value, 0)
    expect(sum / ((move?.new ?? 0) - (move?.old ?? 0))).toBeCloseTo(1, 9)
  })

  it('have a profile by the factors of the later year that satisfies both identities', () => {
    const ghg = comparison.profile.find(({ id }) => id === 'total.ghg')
    expect(ghg?.absolute).toBeCloseTo(11_283.7 / 13_068.04 - 1, 4)
    expect(ghg?.relative).toBeCloseTo(11_283.7 / 13_068.04 / 1.1 - 1, 4)
    expect(ghg?.factorEffect).toBeCloseTo((-0.0174 * 1_900) / 13_101.1, 6)
    const misses = comparison.profile.flatMap(({ identity }) => identity ?? [])
    expect(misses.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...misses.map(Math.abs))).toBeLessThan(1e-12)
  })

  it.each(['en', 'vi'] as const)('read so (%s)', async (lang) => {
    const text = changesMarkdown(comparison, { lang, signs: 'proper' })
    await expect(text).toMatchFileSnapshot(join('../..', FOLDER, `expected/changes.${lang}.md`))
  })

  it('are told in the README with the same numbers', () => {
    const story = readFileSync(join(FOLDER, 'README.md'), 'utf8')
    for (const said of ['13 101', '11 284', '-13.9 %', '-34.2 t', '-21.5 %', '120 445', '141 492', '+10.8 %'])
      expect(story).toContain(said)
  })
})
