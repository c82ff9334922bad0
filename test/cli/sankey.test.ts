import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeEngine } from './fake-engine.js'
import { runRecp, type Ran } from './run-recp.js'
import { smallAudit } from './small-audit.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp sankey '))
  for (const name of ['dyeing', 'bad', 'failed', 'other']) {
    const path = join(cwd, name, 'site.yaml')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `# ${name}\n`)
  }
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const recp = (line: string): Promise<Ran> => runRecp(line.split(' '), { cwd, engine: fakeEngine })
const text = (path: string): string => readFileSync(join(cwd, path), 'utf8')

describe('recp sankey', () => {
  it('draws the first layer and names the others', async () => {
    const ran = await recp('sankey dyeing/site.yaml')
    expect(ran).toEqual({
      exit: 0,
      stderr: '',
      stdout: 'Wrote dyeing-water.svg (input abababab)\nDrawn: water. With --layer also: energy, money\n',
    })
    expect(text('dyeing-water.svg')).toBe('drawing dyeing water en')
  })

  it('draws the layer asked for where asked', async () => {
    const ran = await recp('sankey dyeing/site.yaml -o out/flows.svg --layer money --lang vi')
    expect(ran).toMatchObject({ exit: 0, stdout: 'Đã ghi out/flows.svg (dữ liệu vào abababab)\n' })
    expect(text('out/flows.svg')).toBe('drawing dyeing money vi')
  })

  it('reads a saved audit', async () => {
    writeFileSync(join(cwd, 'audit.json'), JSON.stringify(smallAudit))
    const ran = await recp('sankey audit.json -o flows.svg -q')
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(text('flows.svg')).toBe(`drawing ${smallAudit.head.id} water en`)
  })

  it('draws every site into a folder', async () => {
    expect(await recp('sankey dyeing/site.yaml other/site.yaml -o out/')).toMatchObject({ exit: 0 })
    expect(text('out/other-water.svg')).toBe('drawing other water en')
    expect(existsSync(join(cwd, 'out/dyeing-water.svg'))).toBe(true)
  })

  const refused: readonly (readonly [string, number, string])[] = [
    ['sankey dyeing/site.yaml --layer enrgy', 2, "did you mean 'energy'?"],
    ['sankey dyeing/site.yaml -o flows.png', 2, 'expected .svg'],
    ['sankey dyeing/site.yaml other/site.yaml -o flows.svg', 2, "would both write 'flows.svg'"],
    ['sankey dyeing/site.yaml -o dyeing/site.yaml', 2, 'expected .svg'],
    ['sankey none.json', 3, "'none.json' cannot be read"],
    ['sankey bad/site.yaml -o flows.svg', 3, 'could not be audited'],
    ['sankey', 2, "'recp sankey' needs <site>..."],
  ]
  it.each(refused)('%s ends with %i', async (line, exit, says) => {
    const ran = await recp(line)
    expect(ran).toMatchObject({ exit, stdout: '' })
    expect(ran.stderr).toContain(says)
    expect(existsSync(join(cwd, 'flows.svg'))).toBe(false)
    expect(text('dyeing/site.yaml')).toBe('# dyeing\n')
  })

  it('draws what has errors, and says so by its exit code', async () => {
    const ran = await recp('sankey failed/site.yaml')
    expect(ran).toMatchObject({ exit: 1 })
    expect(text('failed-water.svg')).toBe('drawing failed water en')
    expect(await recp('sankey failed/site.yaml --fail-on never')).toMatchObject({ exit: 0 })
  })

  it('answers in one JSON document', async () => {
    const ran = await recp('sankey dyeing/site.yaml --json')
    expect(ran.stderr).toBe('')
    expect(JSON.parse(ran.stdout)).toMatchObject({
      format: 'recp.sankey/1',
      ok: true,
      result: { drawings: [{ layer: 'water', written: ['dyeing-water.svg'] }] },
    })
  })
})
