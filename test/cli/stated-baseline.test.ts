import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.js'
import { runRecp, type Ran } from './run-recp.js'

const site = (year: number, kwh: number, baseline = ''): string => `recp: 1
site: { id: works, name: Works, country: VN, currency: EUR, hours: 6 000 h/yr, working-days: 300 }
period: ${year}
${baseline === '' ? '# none\n' : `baseline: ${baseline}\n`}products: { cloth: { amount: 100 t, price: 9 EUR/kg } }
energy: { electricity: { amount: ${kwh} kWh, price: 0.1 EUR/kWh } }
`

let root = ''
let cwd = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'recp baseline '))
  cwd = join(root, 'works', '2023')
  for (const folder of ['works/2022', 'works/2023', 'other/2022'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'works/2022/site.yaml'), site(2022, 80_000))
  writeFileSync(join(root, 'other/2022/site.yaml'), site(2022, 80_000))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function audited(
  baseline: string,
  args: readonly string[] = [],
): Promise<Ran & { audit: Audit | null }> {
  writeFileSync(join(cwd, 'site.yaml'), site(2023, 60_000, baseline))
  const ran = await runRecp(['audit', 'site.yaml', '-o', 'out.json', ...args], { cwd })
  return { ...ran, audit: JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as Audit }
}

describe('recp audit of a site that names its baseline', () => {
  it('compares with the site file of the earlier year, as --compare does with its audit', async () => {
    const stated = await audited('../2022/site.yaml')
    expect(stated).toMatchObject({ exit: 0, stderr: '' })
    await runRecp(['audit', '../2022/site.yaml', '-o', '2022.json'], { cwd })
    const compared = await audited('', ['--compare', '2022.json'])
    expect(stated.audit?.changes).toBeDefined()
    expect(stated.audit?.changes).toEqual(compared.audit?.changes)
    const saved = await audited('2022.json')
    expect(saved.audit?.changes).toEqual(compared.audit?.changes)
  })

  it('compares with what --compare names where both are there', async () => {
    writeFileSync(join(cwd, 'planned.yaml'), site(2021, 50_000))
    await runRecp(['audit', 'planned.yaml', '-o', '2021.json'], { cwd })
    const named = await audited('../2022/site.yaml', ['--compare', '2021.json'])
    const alone = await audited('2021.json')
    expect(named.audit?.changes).toEqual(alone.audit?.changes)
  })

  it.each([
    ['../../other/2022/site.yaml', 'outside'],
    ['/etc/hosts', 'outside'],
    ["'..\\2022\\site.yaml'", 'outside'],
    ['link.yaml', 'outside'],
    ['../2024/site.yaml', 'unreadable'],
    ['2024.json', 'unreadable'],
    ['not-saved.json', 'not-audited'],
    ['empty.yaml', 'not-audited'],
  ])('%s is told and not compared: %s', async (baseline, why) => {
    symlinkSync(join(root, 'other/2022/site.yaml'), join(cwd, 'link.yaml'))
    writeFileSync(join(cwd, 'not-saved.json'), '{"format":"recp.audit/1"}')
    writeFileSync(join(cwd, 'empty.yaml'), 'recp: 1\n')
    const { exit, stderr, audit } = await audited(baseline)
    expect(exit).toBe(1)
    expect(audit?.changes).toBeUndefined()
    const json = await runRecp(['audit', 'site.yaml', '--json', '-o', 'out.json'], { cwd })
    const { diagnostics } = JSON.parse(json.stdout) as {
      diagnostics: { code: string; args: { why: string } }[]
    }
    expect(diagnostics.find(({ code }) => code === 'L136')?.args.why).toBe(why)
    expect(stderr).toContain('site.yaml:4:11')
  })

  it('never writes over the baseline', async () => {
    const before = readFileSync(join(root, 'works/2022/site.yaml'), 'utf8')
    writeFileSync(join(cwd, 'site.yaml'), site(2023, 60_000, '../2022/site.yaml'))
    await runRecp(['audit', 'site.yaml', '-o', 'out.json'], { cwd })
    await runRecp(['audit', '../2022/site.yaml', '-o', '2022.json'], { cwd })
    const old = readFileSync(join(cwd, '2022.json'), 'utf8')
    writeFileSync(join(cwd, 'site.yaml'), site(2023, 60_000, '2022.json'))
    const over = await runRecp(['audit', 'site.yaml', '-o', '2022.json'], { cwd })
    expect(over.stderr).toContain('L131')
    expect(readFileSync(join(cwd, '2022.json'), 'utf8')).toBe(old)
    expect(readFileSync(join(root, 'works/2022/site.yaml'), 'utf8')).toBe(before)
  })
})
