import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/cli/engine.js'
import { fakeEngine } from './fake-engine.js'
import { runRecp, type Ran } from './run-recp.js'
import { smallAudit } from './small-audit.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp audit '))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function sites(...names: readonly string[]): void {
  for (const name of names) {
    const path = join(cwd, 'sites', name, 'site.yaml')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `# ${name}\n`)
  }
}

const recp = (line: string, engine: Engine = fakeEngine): Promise<Ran> =>
  runRecp(line.split(' '), { cwd, engine })

const text = (path: string): string => readFileSync(join(cwd, path), 'utf8')

describe('recp audit', () => {
  it('prints the summary and writes <site>.xlsx to the current folder', async () => {
    sites('dyeing')
    const ran = await recp('audit sites/dyeing/site.yaml')
    expect(ran.stderr).toBe('')
    expect(ran.exit).toBe(0)
    await expect(ran.stdout).toMatchFileSnapshot('transcripts/audit.txt')
    expect(text('dyeing.xlsx')).toBe('workbook dyeing en')
  })

  it('writes every -o in the language asked for', async () => {
    sites('dyeing')
    const ran = await recp('audit sites/dyeing/site.yaml -o out/a.xlsx -o out/a.json -o a.md --lang vi')
    expect(ran.exit).toBe(0)
    expect(text('out/a.xlsx')).toBe('workbook dyeing vi')
    expect(JSON.parse(text('out/a.json'))).toMatchObject({ format: 'recp.audit/1', head: { id: 'dyeing' } })
    expect(text('a.md')).toContain('# Đánh giá hiệu quả tài nguyên')
    await expect(ran.stdout).toMatchFileSnapshot('transcripts/audit.vi.txt')
  })

  it('attempts every site of a folder, in order; the worst code wins', async () => {
    sites('bad', 'dyeing', 'failed', 'warned')
    const ran = await recp('audit sites -o out/')
    expect(ran.exit).toBe(3)
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['dyeing.xlsx', 'failed.xlsx', 'warned.xlsx'])
    expect(ran.stderr).toContain('error[L101]')
    expect(ran.stderr).toContain('warning[B404]')
    expect(ran.stderr).toContain('could not be audited')
    expect(ran.stdout).not.toContain('[B404]')
  })

  const codes: readonly (readonly [string, string, number])[] = [
    ['dyeing', '', 0],
    ['warned', '', 0],
    ['warned', ' --fail-on warning', 1],
    ['failed', '', 1],
    ['failed', ' --fail-on never', 0],
    ['bad', '', 3],
    ['bad', ' --fail-on never', 3],
    ['bug', '', 4],
  ]
  for (const [name, options, exit] of codes)
    it(`ends with ${exit} for '${name}'${options}`, async () => {
      sites(name)
      expect((await recp(`audit sites/${name}/site.yaml${options}`)).exit).toBe(exit)
    })

  it('is one JSON document with --json, whatever happens', async () => {
    sites('bad', 'dyeing', 'warned')
    const ran = await recp('audit sites --json')
    expect(ran.stderr).toBe('')
    const document = JSON.parse(ran.stdout) as Record<string, unknown>
    expect(document).toMatchObject({
      format: 'recp.audits/1',
      ok: false,
      counts: { errors: 1, warnings: 1, notes: 0 },
      input: [{ file: join('sites', 'bad', 'site.yaml') }, {}, {}],
      result: { sites: [{ audit: null, written: [] }, { ok: true, written: ['dyeing.xlsx'] }, { ok: true }] },
    })
    const bug = await recp('audit sites/dyeing/site.yaml -o x.xlsx --json', {
      ...fakeEngine,
      workbook: () => Promise.reject(new Error('broken')),
    })
    expect(bug).toMatchObject({ exit: 4, stderr: '' })
    expect(JSON.parse(bug.stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'X001' }], result: null })
  })

  it('says in which stage a bug is, without a stack', async () => {
    sites('bug')
    const ran = await recp('audit sites/bug/site.yaml')
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain('error[X001]')
    expect(ran.stderr).toContain('audit sites/bug/site.yaml: a stage broke')
    expect(ran.stderr).not.toMatch(/^\s+at /m)
  })

  it('writes nothing where one output cannot be rendered', async () => {
    sites('dyeing')
    const ran = await recp('audit sites/dyeing/site.yaml -o a.json -o a.xlsx', {
      ...fakeEngine,
      workbook: () => Promise.reject(new Error('broken')),
    })
    expect(ran.exit).toBe(4)
    expect(existsSync(join(cwd, 'a.json'))).toBe(false)
  })

  it('refuses to run where two sites would write one file', async () => {
    sites('twin-a', 'twin-b')
    let audits = 0
    const counting: Engine = { ...fakeEngine, audit: (...args) => ((audits += 1), fakeEngine.audit(...args)) }
    for (const options of ['', ' -o out/', ' -o all.xlsx']) {
      const ran = await recp(`audit sites${options}`, counting)
      expect(ran.exit).toBe(2)
      expect(ran.stderr.split('\n')).toHaveLength(3)
      expect(ran.stderr).toContain('would both write')
    }
    expect(audits).toBe(0)
    expect((await recp('audit sites/twin-a -o a.xlsx -o A.xlsx')).stderr).toContain(
      "output 'A.xlsx' is named twice",
    )
  })

  it('never writes over an input', async () => {
    sites('dyeing')
    writeFileSync(join(cwd, 'table.json'), 'precious')
    const reading: Engine = {
      ...fakeEngine,
      loadSite: async (request) => {
        const site = await fakeEngine.loadSite(request)
        return { ...site, paths: [...site.paths, join(cwd, 'table.json')] }
      },
    }
    const ran = await recp('audit sites/dyeing/site.yaml -o a.md -o TABLE.json', reading)
    expect(ran.exit).toBe(3)
    expect(ran.stderr).toContain("error[L131]: output 'TABLE.json' is a file that the audit reads")
    expect(text('table.json')).toBe('precious')
    expect(existsSync(join(cwd, 'a.md'))).toBe(false)
  })

  it('reads a site once that is named twice', async () => {
    sites('dyeing')
    const ran = await recp('audit sites sites/dyeing/site.yaml ./sites/dyeing')
    expect(ran.exit).toBe(0)
    expect(ran.stdout.match(/^Wrote /gm)).toHaveLength(1)
  })

  it('keeps warnings back with --quiet and names stages with --verbose', async () => {
    sites('warned')
    expect((await recp('audit sites -q')).stderr).toBe('')
    const verbose = await recp('audit sites -v')
    expect(verbose.stderr).toMatch(/^content {2}5 ms$/m)
    expect(verbose.stderr).toMatch(/^write warned.xlsx {2}5 ms$/m)
  })

  it('takes the date from --date, then SOURCE_DATE_EPOCH, and never from the clock', async () => {
    sites('dyeing')
    const seen: (string | undefined)[] = []
    const engine: Engine = {
      ...fakeEngine,
      audit: (site, choices) => (seen.push(choices.date), fakeEngine.audit(site, choices)),
    }
    const options = { cwd, engine, env: { SOURCE_DATE_EPOCH: '1740787200' } }
    await runRecp(['audit', 'sites'], { cwd, engine })
    await runRecp(['audit', 'sites'], options)
    await runRecp(['audit', 'sites', '--date', '2024-02-29'], options)
    expect(seen).toEqual([undefined, '2025-03-01', '2024-02-29'])
  })

  it('says that a folder without site.yaml has none', async () => {
    mkdirSync(join(cwd, 'empty'))
    const ran = await recp('audit empty')
    expect(ran.exit).toBe(3)
    expect(ran.stderr).toContain("error[L133]: folder 'empty' holds no file named site.yaml")
  })
})

describe('recp report', () => {
  it('writes a saved audit again, also from what --json printed', async () => {
    sites('dyeing')
    await recp('audit sites -o a.json')
    writeFileSync(join(cwd, 'run.json'), (await recp('audit sites --json')).stdout)
    for (const file of ['a.json', 'run.json']) {
      const ran = await recp(`report ${file} -o again.xlsx -o again.json --lang vi`)
      expect(ran).toMatchObject({ exit: 0, stderr: '' })
      expect(text('again.xlsx')).toBe('workbook dyeing vi')
      expect(text('again.json')).toBe(text('a.json'))
    }
  })

  it('refuses what is no saved audit, and to replace the one it reads', async () => {
    writeFileSync(join(cwd, 'other.json'), '{"format":"recp.audit/1"}')
    writeFileSync(join(cwd, 'a.json'), JSON.stringify(smallAudit))
    expect(await recp('report other.json')).toMatchObject({
      exit: 3,
      stderr: "error: file 'other.json' is not an audit saved by recp\n       recp report --help\n",
    })
    expect((await recp('report gone.json')).stderr).toContain("file 'gone.json' cannot be read")
    const same = await recp('report a.json -o a.json')
    expect(same.exit).toBe(3)
    expect(same.stderr).toContain('error[L131]')
    expect(JSON.parse(text('a.json'))).toMatchObject({ format: 'recp.audit/1' })
  })
})

describe('recp explain --in', () => {
  it('shows a result with its formula and its inputs', async () => {
    writeFileSync(join(cwd, 'a.json'), JSON.stringify(smallAudit))
    const ran = await recp('explain indicators.water-productivity --in a.json')
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    await expect(ran.stdout).toMatchFileSnapshot('transcripts/explain-result.txt')
    const json = await recp('explain indicator.water-productivity --in a.json --json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'recp.explain/1',
      result: {
        kind: 'result',
        thing: { inputs: [{ name: 'product' }, { name: 'water', inputs: [{ name: 'a' }] }] },
      },
    })
    const near = await recp('explain indicator.water-productivit --in a.json')
    expect(near.stderr).toContain("did you mean 'indicator.water-productivity'?")
  })
})
