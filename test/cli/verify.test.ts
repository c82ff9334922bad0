import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeSheets, runSoffice } from '../report/recalculate.js'
import { readFileSync } from 'node:fs'
import { runRecp } from './run-recp.js'

let cwd = ''
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'recp verify '))
  writeFileSync(
    join(cwd, 'site.yaml'),
    'recp: 1\nsite: { id: works, name: Works, country: VN, currency: EUR }\nperiod: 2025\nwater: { town: { amount: 1 000 m3 (measured), price: 0.50 EUR/m3 } }\n',
  )
  await runRecp(['audit', 'site.yaml', '-o', 'book.xlsx'], { cwd })
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

describe('recp verify', () => {
  it('of an untouched workbook ends with 0', async () => {
    const ran = await runRecp(['verify', 'book.xlsx'], { cwd })
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(ran.stdout).toMatch(/Nothing was changed; all \d+ formulas give their stored results/)
  })

  for (const lang of ['en', 'vi'])
    it(`of a changed one tells what (${lang})`, async () => {
      const bytes = new Uint8Array(readFileSync(join(cwd, 'book.xlsx')))
      writeFileSync(
        join(cwd, 'changed.xlsx'),
        changeSheets(bytes, (xml) => xml.replaceAll('<v>0.5</v>', '<v>0.75</v>')),
      )
      const { exit, stdout } = await runRecp(['verify', 'changed.xlsx', '--lang', lang], { cwd })
      expect(exit).toBe(1)
      await expect(stdout).toMatchFileSnapshot(`transcripts/verify.${lang}.txt`)
      const json = await runRecp(['verify', 'changed.xlsx', '--json'], { cwd })
      expect(JSON.parse(json.stdout)).toMatchObject({
        format: 'recp.verify/1',
        ok: false,
        result: { changedFormulas: [] },
      })
    })

  it('that must use LibreOffice where there is none ends with 3', async () => {
    const ran = await runRecp(['verify', 'book.xlsx', '--engine', 'libreoffice'], { cwd, env: { PATH: '' } })
    expect(ran.exit).toBe(3)
    expect(ran.stderr).toContain('LibreOffice did not recalculate')
  })

  it.runIf(runSoffice)('takes LibreOffice where it is installed, and it finds the same', async () => {
    const env = { PATH: process.env['PATH'] ?? '' }
    const same = await runRecp(['verify', 'book.xlsx'], { cwd, env })
    expect(same).toMatchObject({ exit: 0, stderr: '' })
    expect(same.stdout).toContain('(recalculated by LibreOffice)')
    const bytes = new Uint8Array(readFileSync(join(cwd, 'book.xlsx')))
    const changed = changeSheets(bytes, (xml) => xml.replaceAll('<v>0.5</v>', '<v>0.75</v>'))
    writeFileSync(join(cwd, 'changed.xlsx'), changed)
    const own = JSON.parse(
      (await runRecp(['verify', 'changed.xlsx', '--engine', 'own', '--json'], { cwd })).stdout,
    )
    const other = JSON.parse((await runRecp(['verify', 'changed.xlsx', '--json'], { cwd, env })).stdout)
    expect(other).toMatchObject({
      ok: false,
      result: { engine: 'libreoffice', changedInputs: own.result.changedInputs },
    })
    expect(other.result.differences.map(({ cell }: { cell: string }) => cell)).toEqual(
      own.result.differences.map(({ cell }: { cell: string }) => cell),
    )
  })

  it.each([
    [['verify'], 2, 'needs <workbook.xlsx>'],
    [['verify', 'gone.xlsx'], 3, "'gone.xlsx' cannot be read"],
    [['verify', 'site.yaml'], 3, "'site.yaml' is no Excel workbook"],
  ])('%j ends with %i', async (argv, code, message) => {
    const { exit, stderr } = await runRecp(argv, { cwd })
    expect(exit).toBe(code)
    expect(stderr).toContain(message)
  })
})
