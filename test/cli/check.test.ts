import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeEngine } from './fake-engine.js'
import { runRecp, type Ran } from './run-recp.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp check '))
  for (const name of ['bad', 'dyeing', 'warned']) {
    mkdirSync(join(cwd, 's', name), { recursive: true })
    writeFileSync(join(cwd, 's', name, 'site.yaml'), '')
  }
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const recp = (line: string): Promise<Ran> => runRecp(line.split(' '), { cwd, engine: fakeEngine })

describe('recp check', () => {
  it('prints problems to stdout', async () => {
    const ran = await recp('check s')
    expect(ran).toMatchObject({ exit: 3, stderr: '' })
    await expect(ran.stdout).toMatchFileSnapshot('transcripts/check.txt')
  })

  it('says that there are none', async () => {
    expect(await recp('check s/dyeing')).toEqual({ exit: 0, stdout: 'No problems found\n', stderr: '' })
  })

  for (const format of ['json', 'ndjson', 'github', 'sarif', 'junit'])
    it(`--format ${format}`, async () => {
      const ran = await recp(`check s --format ${format}`)
      expect(ran).toMatchObject({ exit: 3, stderr: '' })
      await expect(ran.stdout.replaceAll('\\\\', '/')).toMatchFileSnapshot(`transcripts/check.${format}.txt`)
    })

  it('takes --json for --format json', async () => {
    expect(await recp('check s --json')).toEqual(await recp('check s --format json'))
  })

  it('prints documents that their readers can parse', async () => {
    const events = (await recp('check s -f ndjson')).stdout.trimEnd().split('\n')
    expect(events.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
      'problem',
      'site',
      'site',
      'problem',
      'site',
      'end',
    ])
    expect(JSON.parse((await recp('check s -f sarif')).stdout)).toMatchObject({ version: '2.1.0' })
  })

  it('writes SARIF that the schema of the standard accepts', async () => {
    const file = join(import.meta.dirname, 'sarif/sarif-schema-2.1.0.json')
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
    addFormats.default(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)
    const specimens = join(import.meta.dirname, '../specimens')
    const found = [recp('check s -f sarif'), runRecp(['check', specimens, '-f', 'sarif', '--lang', 'vi'])]
    for (const { stdout } of await Promise.all(found)) {
      const log = JSON.parse(stdout) as { runs: { results: object[] }[] }
      expect(log.runs[0]?.results.length).toBeGreaterThan(0)
      expect(validate(log) ? [] : validate.errors).toEqual([])
      expect(validate({ ...log, runs: [{}] })).toBe(false)
    }
  })

  it('says the same mistake in 200 rows once, with 200 places', async () => {
    const rows = Array.from({ length: 200 }, () => '  - { of: well, value: 12 cubics }\n').join('')
    const text = `recp: 1\nsite: { id: a, name: A, country: VN, currency: VND }\nperiod: 2024\nwater: { well: 100 m3 }\nreadings:\n${rows}`
    const ran = await runRecp(['check', '-', '--json'], { cwd, stdin: text })
    const { diagnostics } = JSON.parse(ran.stdout) as { diagnostics: { code: string; also: object[] }[] }
    expect(diagnostics.map(({ code, also }) => [code, also.length])).toEqual([['U102', 199]])
    const printed = await runRecp(['check', '-'], { cwd, stdin: text })
    expect(printed.stdout).toContain('and 195 more')
    expect(printed.stdout).toContain('1 error, 0 warnings')
    const github = await runRecp(['check', '-', '-f', 'github'], { cwd, stdin: text })
    expect(github.stdout.match(/::error/g)).toHaveLength(1)
  })

  it('leaves out what --ignore names, by code or family', async () => {
    expect(await recp('check s/warned --ignore B4 --fail-on warning')).toMatchObject({ exit: 0 })
    expect(await recp('check s/warned --ignore b404,L1 --fail-on warning')).toMatchObject({ exit: 0 })
    expect(await recp('check s/warned --ignore B403 --fail-on warning')).toMatchObject({ exit: 1 })
    const ran = await recp('check s/warned --ignore B944')
    expect(ran).toMatchObject({ exit: 2, stdout: '' })
    expect(ran.stderr).toContain("no code or family 'B944'; did you mean 'B404'")
  })

  it('leaves out what the site has waived, until the waiver ends', async () => {
    const site = (until: string): string =>
      `recp: 1\nsite: { id: a, name: A, country: VN, currency: VND }\nperiod: 2024\naudit: { date: 2025-03-01 }\nmaterials: { dye: { amount: -1 t } }\nwaive: [{ code: P102, reason: known, by: A, until: ${until} }]\n`
    const live = await runRecp(['check', '-'], { cwd, stdin: site('2025-12-31') })
    expect(live).toMatchObject({ exit: 0 })
    const over = await runRecp(['check', '-'], { cwd, stdin: site('2024-12-31') })
    expect(over.exit).toBe(1)
    expect(over.stdout).toContain('P102')
    expect(over.stdout).toContain('G101')
    const later = { SOURCE_DATE_EPOCH: '1800000000' }
    expect(await runRecp(['check', '-'], { cwd, stdin: site('2025-12-31'), env: later })).toMatchObject({
      exit: 1,
    })
  })

  it('fails in JUnit what --fail-on fails', async () => {
    expect((await recp('check s/warned -f junit')).stdout).toContain('failures="0"')
    expect((await recp('check s/warned -f junit --fail-on warning')).stdout).toContain('failures="1"')
    expect((await recp('check s/bad -f junit --fail-on never')).stdout).toContain('failures="1"')
  })

  it('records what is known, and tells only what is new or gone', async () => {
    const rows = (n: number): string =>
      Array.from({ length: n }, () => '  - { of: well, value: 12 cubics }\n').join('')
    const site = (body: string): string =>
      `recp: 1\nsite: { id: a, name: A, country: VN, currency: VND }\nperiod: 2024\nwater: { well: 100 m3 }\n${body}`
    const check = (body: string, ...more: string[]): Promise<Ran> =>
      runRecp(['check', '-', '--baseline', 'known.json', ...more], { cwd, stdin: site(body) })
    expect(await check(`readings:\n${rows(3)}`)).toMatchObject({ exit: 2, stdout: '' })
    const wrote = await check(`readings:\n${rows(3)}`, '--update-baseline')
    expect(wrote).toMatchObject({ exit: 0, stdout: 'Wrote known.json\n' })
    expect(JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'))).toMatchObject({
      format: 'recp.baseline/1',
      known: [{ places: 3 }],
    })
    // Lines may move and rows may go; one row more is a new problem.
    expect(await check(`# a remark\n\nreadings:\n${rows(3)}`)).toMatchObject({ exit: 0 })
    expect(await check(`readings:\n${rows(2)}`)).toMatchObject({ exit: 0 })
    expect(await check(`readings:\n${rows(4)}`)).toMatchObject({ exit: 1 })
    const gone = await check('')
    expect(gone.stderr).toContain('1 known problem is gone')
    expect(await runRecp(['check', '-', '--update-baseline'], { cwd })).toMatchObject({ exit: 2 })
  })

  it('leaves out what a baseline has', async () => {
    writeFileSync(join(cwd, 'known.json'), (await recp('check s/warned --json')).stdout)
    expect(await recp('check s/warned --baseline known.json --fail-on warning')).toMatchObject({ exit: 0 })
    writeFileSync(join(cwd, 'other.json'), '[]')
    expect(await recp('check s --baseline other.json')).toMatchObject({ exit: 2, stdout: '' })
    expect(await recp('check s --baseline gone.json')).toMatchObject({ exit: 2, stdout: '' })
  })

  it('prints at most --max problems, and says how many more there are', async () => {
    const ran = await recp('check s --max 1')
    expect(ran.stdout).toContain('... and 1 more')
    expect((await recp('check s --max 0')).stdout).not.toContain('more; recp check')
  })

  it('reads standard input', async () => {
    const ran = await runRecp(['check', '-'], { cwd, stdin: 'recp: 1\nsite: {' })
    expect(ran.exit).toBe(3)
    expect(ran.stdout).toContain('--> <stdin>:2:')
  })

  it('finds nothing wrong with the example factories', async () => {
    const ran = await runRecp(['check', 'examples'])
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
  })
})
