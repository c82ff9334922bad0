import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

  it('leaves out what --ignore names, by code or family', async () => {
    expect(await recp('check s/warned --ignore B4 --fail-on warning')).toMatchObject({ exit: 0 })
    expect(await recp('check s/warned --ignore b404,L1 --fail-on warning')).toMatchObject({ exit: 0 })
    expect(await recp('check s/warned --ignore B403 --fail-on warning')).toMatchObject({ exit: 1 })
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
