import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LISTS } from '../../src/cli/options.js'
import { VERSION } from '../../src/version.js'
import { runRecp } from './run-recp.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp look '))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('recp init', () => {
  it('copies an example without its expected results and never writes over a file', async () => {
    const first = await runRecp(['init', '--from', 'brewery', 'my brewery'], { cwd })
    expect(first).toMatchObject({ exit: 0, stderr: '' })
    expect(first.stdout).toContain('Next: recp audit "my brewery')
    const site = join(cwd, 'my brewery', 'site.yaml')
    expect(readFileSync(site, 'utf8')).toBe(readFileSync('examples/brewery/site.yaml', 'utf8'))
    writeFileSync(site, 'mine')
    const again = await runRecp(['init', '--from', 'brewery', 'my brewery'], { cwd })
    expect(again.exit).toBe(0)
    expect(again.stderr).toContain('left my brewery')
    expect(readFileSync(site, 'utf8')).toBe('mine')
  })

  it('takes the folder for the name of an example', async () => {
    expect((await runRecp(['init', 'brewery'], { cwd })).stdout).toContain('Next: recp audit brewery')
  })
})

describe('recp list', () => {
  for (const what of LISTS)
    it(`${what}, as a table and as JSON with the same number of things`, async () => {
      const table = await runRecp(['list', what, '-q'])
      expect(table).toMatchObject({ exit: 0, stderr: '' })
      const json = await runRecp(['list', what, '--json'])
      const { format, result } = JSON.parse(json.stdout) as { format: string; result: { items: unknown[] } }
      expect(format).toBe('recp.list/1')
      expect(result.items.length).toBeGreaterThan(0)
      expect(table.stdout.trimEnd().split('\n')).toHaveLength(result.items.length)
    })
})

describe('recp list of what comes from outside', () => {
  const items = async (...argv: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { stdout } = await runRecp(['list', ...argv, '--json'], { cwd })
    return (JSON.parse(stdout) as { result: { items: Readonly<Record<string, unknown>>[] } }).result.items
  }

  it('factors by country, year and day on which they are too old', async () => {
    const vietnam = await items('factors', '--country', 'vn', '--year', '2022')
    expect(vietnam.length).toBeGreaterThan(5)
    expect(vietnam.every((one) => one['country'] === 'VN' && one['year'] === '2022')).toBe(true)
    const old = await items('factors', '--country', 'VN', '--expired', '2026-01-01')
    expect(old.map((one) => `${String(one['id'])} ${String(one['year'])}`)).toContain(
      'grid-electricity-vn 2022',
    )
    expect(old.some((one) => one['id'] === 'grid-electricity-vn' && one['year'] === '2023')).toBe(false)
  })

  it('benchmarks by sector under any of its names, and norms that have lapsed', async () => {
    const [own, other] = [
      await items('benchmarks', '--sector', 'brewery'),
      await items('benchmarks', '--sector', 'breweries'),
    ]
    expect(own.length).toBeGreaterThan(10)
    expect(other).toEqual(own)
    const lapsed = await items('benchmarks', '--sector', 'brewery', '--expired', '2024-01-01')
    expect(lapsed.map(({ id }) => id)).toEqual(['brewery-01', 'brewery-03', 'brewery-05'])
  })

  it('with --in what an audit used: factors, benchmarks, indicators, each explained with its numbers', async () => {
    const site = join(process.cwd(), 'examples/brewery/site.yaml')
    expect((await runRecp(['audit', site, '-o', 'audit.json', '-q'], { cwd })).exit).toBe(0)
    const named = async (what: string, field: string): Promise<readonly string[]> =>
      (await items(what, '--in', 'audit.json')).map((one) => String(one[field]))
    expect(await named('factors', 'id')).toContain('factor.grid-electricity-at')
    expect(await named('benchmarks', 'benchmark')).toContain('brewery-07')
    expect(await named('indicators', 'id')).toContain('cleaning-water')
    const austrian = await items('factors', '--in', 'audit.json', '--country', 'AT')
    expect(austrian.map(({ id }) => id)).toEqual(['factor.grid-electricity-at'])
    const of2012 = await items('benchmarks', '--in', 'audit.json', '--year', '2012')
    expect(new Set(of2012.map(({ year }) => year))).toEqual(new Set([2012]))
    for (const [name, part] of [
      ['grid-electricity-at', '0.1271 tCO2e/MWh'],
      ['water-productivity', '0.919118 hl/m3'],
      ['ghg', 'tCO2e/'],
      ['brewery-07', '4.3 hl/hl'],
    ] as const)
      for (const lang of ['en', 'vi']) {
        const ran = await runRecp(['explain', name, '--in', 'audit.json', '--lang', lang], { cwd })
        expect([name, ran.exit]).toEqual([name, 0])
        expect(ran.stdout).toContain(lang === 'en' ? part : part.replace('.', ','))
      }
  })
})

describe('recp explain', () => {
  const names = [
    ['L109', 'file-in-use'],
    ['x001', 'bug'],
    ['brewery', 'brewery'],
  ] as const
  for (const [name, part] of names)
    for (const lang of ['en', 'vi'])
      it(`${name} (${lang})`, async () => {
        const ran = await runRecp(['explain', name, '--lang', lang])
        expect(ran).toMatchObject({ exit: 0, stderr: '' })
        expect(ran.stdout).toContain(part)
      })

  it('explains every entry, method, factor and indicator that is listed', async () => {
    for (const what of ['checklists', 'methods', 'factors', 'indicators']) {
      const { stdout } = await runRecp(['list', what, '--json'])
      const { items } = (JSON.parse(stdout) as { result: { items: { id: string }[] } }).result
      for (const { id } of items.slice(0, 5))
        expect([id, await runRecp(['explain', id])]).toMatchObject([id, { exit: 0, stderr: '' }])
    }
  })
})

describe('recp explain of a benchmark', () => {
  it('says its values and their unit in the language of the reader', async () => {
    const ran = await runRecp(['explain', 'seafood-01', '--lang', 'vi'])
    expect(ran.stdout).toContain('cao 1050 kWh/t sản phẩm quy đổi')
  })
})

describe('recp explain --in', () => {
  const explain = async (name: string, lang: string): Promise<string> => {
    const audit = join(import.meta.dirname, '../../examples/seafood/expected/audit.json')
    const ran = await runRecp(['explain', name, '--in', audit, '--lang', lang])
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    return ran.stdout
  }

  it.each(['en', 'vi'])(
    'an entry that fired: value, limit, who set it, and what it saves (%s)',
    async (lang) => {
      await expect(await explain('refrigeration-floating-head', lang)).toMatchFileSnapshot(
        `transcripts/explain-entry.${lang}.txt`,
      )
    },
  )

  it.each(['en', 'vi'])('a measure: money, cases and switching values (%s)', async (lang) => {
    await expect(await explain('hose-nozzles', lang)).toMatchFileSnapshot(
      `transcripts/explain-measure.${lang}.txt`,
    )
  })

  it('an entry about a part that is not there', async () => {
    expect(await explain('furnace-excess-air', 'en')).toMatch(
      /there is none of +Furnaces and industrial ovens/,
    )
  })

  it('explains a code that is no result of the audit', async () => {
    expect(await explain('k103', 'en')).toBe((await runRecp(['explain', 'K103'])).stdout)
  })

  it('names the nearest where there is none', async () => {
    const audit = join(import.meta.dirname, '../../examples/seafood/expected/audit.json')
    const ran = await runRecp(['explain', 'furnace-excess-airs', '--in', audit])
    expect(ran.exit).toBe(2)
    expect(ran.stderr).toContain('furnace-excess-air')
  })
})

describe('recp list checklists', () => {
  type Row = {
    readonly id: string
    readonly system: string
    readonly practice: string
    readonly outcome?: string
  }
  const rows = async (...more: readonly string[]): Promise<readonly Row[]> => {
    const ran = await runRecp(['list', 'checklists', '--json', ...more])
    return (JSON.parse(ran.stdout) as { result: { items: Row[] } }).result.items
  }

  it('by system, sector, practice, and by what became of them on a site', async () => {
    const all = await rows()
    const steam = await rows('--system', 'steam')
    expect(new Set(steam.map(({ system }) => system))).toEqual(new Set(['steam']))
    const brewery = await rows('--sector', 'brewery')
    expect(brewery.map(({ id }) => id)).toContain('brew-bottle-washer')
    expect(brewery.map(({ id }) => id)).not.toContain('fish-thawing')
    const kept = await rows('--practice', 'good-housekeeping')
    expect(new Set(kept.map(({ practice }) => practice))).toEqual(new Set(['good-housekeeping']))
    const audit = join(import.meta.dirname, '../../examples/seafood/expected/audit.json')
    const found = await rows('--in', audit, '--outcome', 'found')
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ outcome }) => outcome?.includes('found'))).toBe(true)
    const both = await rows('--in', audit, '--outcome', 'found', '--system', 'refrigeration')
    expect(both.length).toBeLessThan(found.length)
    for (const list of [steam, brewery, kept, found]) expect(list.length).toBeLessThan(all.length)
  })
})

describe('recp dev', () => {
  it('starts an entry, checks the folder and counts what is in it', async () => {
    const made = await runRecp(['dev', 'new-entry', 'pack', 'steam/boiler-door', '--date', '2026-01-31'], {
      cwd,
    })
    expect(made).toMatchObject({ exit: 0, stderr: '' })
    expect(readFileSync(join(cwd, 'pack/checklists/steam/boiler-door.yaml'), 'utf8')).toContain('2026-01-31')
    const checked = await runRecp(['dev', 'check-templates', 'pack'], { cwd })
    expect(checked.exit).toBe(0)
    expect(checked.stdout).toContain('pack: 1 file, 1 checklist entry, 0 methods; nothing is wrong')
    const missing = await runRecp(['dev', 'check-templates', 'none'], { cwd })
    expect(missing.exit).toBe(1)
    expect(missing.stdout).toContain('none: 0 files, 0 checklist entries, 0 methods; 1 error\n')
    expect(missing.stderr).toContain('C102')
  })
})

describe('recp list codes', () => {
  it('says how grave each is, in the language of the reader', async () => {
    const { stdout } = await runRecp(['list', 'codes', '--lang', 'vi', '-q'])
    const words = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)[1])
    expect(new Set(words)).toEqual(new Set(['lỗi', 'cảnh báo', 'ghi chú']))
    expect((await runRecp(['explain', 'U351', '--lang', 'vi'])).stdout).toMatch(/^cảnh báo\[U351\]/)
  })
})

describe('recp list methods', () => {
  it('of one system', async () => {
    const { stdout } = await runRecp(['list', 'methods', '--system', 'lighting', '--json'])
    const { items } = (JSON.parse(stdout) as { result: { items: { system: string }[] } }).result
    expect(new Set(items.map(({ system }) => system))).toEqual(new Set(['lighting']))
  })
})

describe('recp schema', () => {
  it('prints the schema of a site as it lies in the package', async () => {
    const ran = await runRecp(['schema', 'site'])
    expect(ran).toEqual({ exit: 0, stdout: readFileSync('schemas/site.schema.json', 'utf8'), stderr: '' })
  })
})

describe('recp --version', () => {
  it('names recp and its content', async () => {
    const { stdout } = await runRecp(['--version'])
    expect(stdout).toMatch(/^recp \S+\ncontent \S+\n$/)
    expect(stdout).toContain(`recp ${VERSION}\n`)
    const json = await runRecp(['-V', '--json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'recp.version/1',
      result: { recp: VERSION },
    })
  })
})
