import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAsker, type Reply } from './fake-asker.js'
import { runRecp, type Ran } from './run-recp.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp init '))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const recp = (...argv: readonly string[]): Promise<Ran> => runRecp(argv, { cwd })
const written = (folder: string): string => readFileSync(join(cwd, folder, 'site.yaml'), 'utf8')

const starters = readdirSync(join(import.meta.dirname, '../../templates/sites')).map((file) =>
  file.replace('.yaml', ''),
)

describe('recp init, asking nothing', () => {
  it.each(starters)('starts a factory of %s that lacks amounts and nothing else', async (sector) => {
    for (const lang of ['en', 'vi']) {
      const ran = await recp('init', lang, '--sector', sector, '--country', 'VN', '--yes', '--lang', lang)
      expect(ran).toMatchObject({ exit: 0, stderr: '' })
      const checked = await recp('check', lang, '--json', '--fail-on', 'warning')
      const { diagnostics } = JSON.parse(checked.stdout) as { diagnostics: { code: string }[] }
      expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['P507'])
    }
  })

  it('has an option for every answer', async () => {
    const ran = await recp(
      ...'init mill --name Mill --sector textile-dyeing --country AT --currency EUR --period 2024-07 --lang vi'.split(
        ' ',
      ),
      '--products',
      'dyed-fabric, Sợi nhuộm',
      '--utilities',
      'electricity,supplied-water,effluent',
    )
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    await expect(written('mill')).toMatchFileSnapshot('transcripts/starter.vi.yaml')
    expect((await recp('check', 'mill', '--fail-on', 'warning')).exit).toBe(0)
  })

  it('leaves out what a factory has not, with all that refers to it', async () => {
    await recp(
      'init',
      'mill',
      '--sector',
      'brewery',
      '--products',
      'Cider',
      '--utilities',
      'electricity',
      '--yes',
    )
    const text = written('mill')
    expect(text).toContain('per: { of: cider }')
    expect(text).not.toMatch(/boiler-fuel|supplied-water|beer-out/)
    expect((await recp('check', 'mill', '--fail-on', 'warning')).exit).toBe(0)
  })

  it('never writes over a file', async () => {
    await recp('init', 'mill', '--yes')
    const before = written('mill')
    const again = await recp('init', 'mill', '--sector', 'paper', '--yes')
    expect(again).toMatchObject({ exit: 2, stdout: '' })
    expect(again.stderr).toContain('is there already')
    expect(written('mill')).toBe(before)
  })

  it.each([
    ['--sector', 'brewry', "no starter 'brewry'"],
    ['--country', 'Vietnam', "'Vietnam' is no country code"],
    ['--currency', 'dong', "'dong' is no currency code"],
    ['--period', '07/2025', "'07/2025' is neither a year"],
    ['--name', '!!!', 'at least one letter'],
  ])('refuses %s %s and writes nothing', async (option, value, said) => {
    const ran = await recp('init', 'mill', option, value, '--yes')
    expect(ran).toMatchObject({ exit: 2, stdout: '' })
    expect(ran.stderr).toContain(said)
    expect(existsSync(join(cwd, 'mill'))).toBe(false)
  })
})

describe('recp init, asking', () => {
  const ask = (
    replies: readonly Reply[],
    ...argv: readonly string[]
  ): { ran: Promise<Ran>; asked: string[] } => {
    const { asker, asked } = fakeAsker(replies)
    return { ran: runRecp(['init', ...argv], { cwd, asker }), asked }
  }

  it('asks what no option says, and offers what is usual', async () => {
    const { ran, asked } = ask(['brewery', 'Bia Sông Hồng', 'vn', '', '', [], '2025'], '--lang', 'vi')
    expect(await ran).toMatchObject({ exit: 0, stderr: '' })
    expect(asked).toEqual([
      'Nhà máy làm gì?',
      'Tên nhà máy',
      'Quốc gia, hai chữ cái',
      'Đồng tiền, ba chữ cái',
      'Sản phẩm, cách nhau bằng dấu phẩy',
      'Nước và năng lượng nhà máy có dùng',
      'Kỳ số liệu: năm, hoặc tháng như 2025-07',
    ])
    const text = written('bia-song-hong')
    expect(text).toContain('currency: VND')
    expect(text).toContain('name: Bia Sông Hồng')
    expect(text).not.toContain('  electricity:')
  })

  it('does not ask what an option says', async () => {
    const { ran, asked } = ask(['Mill', 'AT', 'EUR', '', 'all', '2024'], '--sector', 'paper')
    expect((await ran).exit).toBe(0)
    expect(asked).toHaveLength(6)
  })

  it('writes nothing when it is left', async () => {
    expect((await ask(['paper', 'Mill']).ran).exit).toBe(130)
    expect(readdirSync(cwd)).toEqual([])
  })

  it('asks nothing where there is no terminal', async () => {
    const ran = await recp('init', 'mill')
    expect(ran).toEqual({
      exit: 2,
      stdout: '',
      stderr:
        "error: 'recp init' asks questions, and this is no terminal\n       recp init --yes, or recp init <example>\n",
    })
    expect(readdirSync(cwd)).toEqual([])
  })
})
