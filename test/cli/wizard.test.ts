import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readStarter } from '../../src/templates/starters.js'
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

  it.each(starters)(
    'starts a factory of %s whose flows all come from somewhere and go somewhere',
    async (sector) => {
      await recp('init', 'plant', '--sector', sector, '--country', 'VN', '--yes')
      const { steps } = parse(written('plant')) as { steps: Record<string, unknown> }
      const { site } = readStarter(join(import.meta.dirname, '../../templates/sites'), sector)
      expect(Object.keys(steps)).toEqual(Object.keys(site['steps'] ?? {}))
      await recp('audit', 'plant', '-o', join('plant', 'audit.json'))
      const audit = readFileSync(join(cwd, 'plant', 'audit.json'), 'utf8')
      const { diagnostics } = JSON.parse(audit) as { diagnostics: { code: string }[] }
      const codes = diagnostics.map(({ code }) => code)
      expect(codes).toContain('R301')
      expect(codes.filter((code) => ['B404', 'B405', 'P506'].includes(code))).toEqual([])
    },
  )

  it('takes any sector that recp knows, with the steps of any factory', async () => {
    expect(await recp('init', 'mill', '--sector', 'cement', '--yes')).toMatchObject({ exit: 0, stderr: '' })
    expect(written('mill')).toMatch(/sector: cement/)
    expect(written('mill')).toContain('production:')
  })

  it('fills the same answers into a form, and leaves open what nobody said', async () => {
    const said = '--sector seafood --country VN --period 2025 --utilities electricity,supplied-water,effluent'
    const ran = await recp(
      ...`init mill --excel --lang vi ${said}`.split(' '),
      '--name',
      'Thủy sản Á',
      '--products',
      'Cá viên',
    )
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    const checked = await recp('check', join('mill', 'intake.xlsx'), '--json')
    const { diagnostics } = JSON.parse(checked.stdout) as { diagnostics: { code: string }[] }
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['P507'])
    await recp('convert', join('mill', 'intake.xlsx'), 'mill.yaml')
    const site = parse(readFileSync(join(cwd, 'mill.yaml'), 'utf8')) as Record<
      string,
      Record<string, unknown>
    >
    expect(site).toMatchObject({
      site: { id: 'thuy-san-a', name: 'Thủy sản Á', sector: 'seafood', country: 'VN', currency: 'VND' },
      period: 2025,
      products: { 'ca-vien': { name: 'Cá viên' } },
    })
    expect(Object.keys(site['energy'] ?? {})).toEqual(['electricity'])
    await recp('init', 'open', '--excel', '--sector', 'seafood')
    await recp('convert', join('open', 'intake.xlsx'), 'open.yaml')
    expect(readFileSync(join(cwd, 'open.yaml'), 'utf8')).not.toMatch(/^period|country|currency/m)
    expect((await recp('init', 'x', '--excel', '--country', 'Vietnam')).exit).toBe(2)
    expect(existsSync(join(cwd, 'x'))).toBe(false)
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
    ['--sector', 'brewry', "recp knows no sector 'brewry'; did you mean"],
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

  it('knows the products of the starter by their names, and takes others', async () => {
    await ask(
      ['brewery', 'Bia A', '', '', 'Bia thành phẩm, Nước ngọt', ['supplied-water', 'effluent'], '2025'],
      '--lang',
      'vi',
    ).ran
    const site = parse(written('bia-a')) as Record<string, Record<string, unknown>>
    expect(Object.keys(site['products'] ?? {})).toEqual(['beer', 'nuoc-ngot'])
    // Vapour comes with the water and is nothing that is bought.
    expect(Object.keys(site['water'] ?? {})).toEqual(['supplied-water', 'vapour', 'effluent'])
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
