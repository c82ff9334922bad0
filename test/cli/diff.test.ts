import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runRecp } from './run-recp.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp diff '))
  const before = readFileSync('examples/textile-dyeing/site.yaml', 'utf8')
  writeFileSync(join(cwd, 'before.yaml'), before)
  const after = before
    .replace('amount: 3 500 tấn (billed)', 'amount: 3 150 tấn (billed)')
    .replace('price: "3 200 000 VND/t', 'price: "3 600 000 VND/t')
  writeFileSync(join(cwd, 'after.yaml'), after)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('recp diff', () => {
  it('has two different years to compare', () =>
    expect(readFileSync(join(cwd, 'after.yaml'))).not.toEqual(readFileSync(join(cwd, 'before.yaml'))))

  for (const lang of ['en', 'vi'])
    it(`of two site files (${lang})`, async () => {
      const { exit, stdout, stderr } = await runRecp(['diff', 'before.yaml', 'after.yaml', '--lang', lang], {
        cwd,
      })
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
      await expect(stdout.replaceAll(`${cwd}/`, '')).toMatchFileSnapshot(`transcripts/diff.${lang}.txt`)
    })

  it('of saved audits, as Markdown and as JSON, is the same', async () => {
    for (const name of ['before', 'after'])
      await runRecp(['audit', `${name}.yaml`, '-o', `${name}.json`], { cwd })
    const markdown = await runRecp(['diff', 'before.json', 'after.json', '-f', 'md'], { cwd })
    expect(markdown).toMatchObject({ exit: 0, stderr: '' })
    await expect(markdown.stdout.replaceAll(`${cwd}/`, '')).toMatchFileSnapshot('transcripts/diff.md')
    const json = await runRecp(['diff', 'before.json', 'after.yaml', '--json'], { cwd })
    const document = JSON.parse(json.stdout) as {
      format: string
      result: { format: string; moves: unknown[] }
    }
    expect(document).toMatchObject({ format: 'recp.diff/1', result: { format: 'recp.diff/1' } })
    expect(document.result.moves.length).toBeGreaterThan(10)
  })

  it('hides what moved less than --min', async () => {
    const lines = async (min: string): Promise<number> =>
      (await runRecp(['diff', 'before.yaml', 'after.yaml', '--min', min], { cwd })).stdout.split('\n').length
    expect(await lines('50 %')).toBeLessThan(await lines('0'))
  })

  it.each([
    [['diff', 'before.yaml'], 2, "'recp diff' needs <new>"],
    [['diff', 'before.yaml', 'after.yaml', '--min', 'much'], 2, 'expected a share'],
    [['diff', 'before.yaml', 'gone.json'], 3, "'gone.json' cannot be read"],
    [['diff', 'gone.yaml', 'after.yaml'], 3, "gone.yaml' does not exist"],
  ])('%j ends with %i', async (argv, code, message) => {
    const { exit, stderr } = await runRecp(argv, { cwd })
    expect(exit).toBe(code)
    expect(stderr).toContain(message)
  })
})
