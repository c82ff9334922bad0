import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { realEngine } from '../../src/cli/engine.js'
import { run } from '../../src/cli/run.js'
import type { Asker } from '../../src/cli/asker.js'
import type { Io } from '../../src/cli/io.js'
import { fakeAsker } from './fake-asker.js'
import { runRecp } from './run-recp.js'

const folder = mkdtempSync(join(tmpdir(), 'recp-calc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The real engine, with the content read once for all. */
const loaded = realEngine.loadContent([])
const engine = { ...realEngine, loadContent: () => loaded }

const calc = (...argv: readonly string[]) => runRecp(['calc', ...argv], { engine, cwd: folder })

const LEAK = [
  'steam-leak',
  'count=1',
  'hole=3 mm ± 0.3 mm',
  'pressure=8 bar ± 1 %',
  'cd=0.75 ± 10 %',
  'hours=6000 h/yr',
  'h_steam=2768.3 kJ/kg',
  't_fw=80 C',
  'eff=80 %',
]

describe('recp calc', () => {
  it.each(['en', 'vi'])('prints result, range, steps, limits and sources (%s)', async (lang) => {
    const ran = await calc(...LEAK, 'price.fuel=9 USD/GJ', 'invest=500 USD', '--lang', lang)
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    await expect(ran.stdout).toMatchFileSnapshot(`transcripts/calc.${lang}.txt`)
  })

  it('reads a file, over which a word has the last say', async () => {
    const file = 'vsd.yaml'
    writeFileSync(
      join(folder, file),
      [
        'power: 37 kW',
        'flow: [100 %, 80 %, 60 %]',
        'hours: [500 h/yr, 3000 h/yr, 2500 h/yr]',
        'static: 30 %',
        'throttle: 40 %',
        'drive: 90 %',
        'realised: 100 %',
      ].join('\n'),
    )
    const ran = await calc('affinity-vsd', '--given', file, '--given', 'drive=96 %', '--json')
    const { ok, result, input } = JSON.parse(ran.stdout) as {
      ok: boolean
      input: readonly { file: string }[]
      result: { figures: readonly { id: string; value: number }[] }
    }
    expect(ok).toBe(true)
    expect(input.map((one) => basename(one.file))).toEqual([file])
    // Published with the formula: three bins, 66 107 kWh/yr.
    expect(result.figures.find(({ id }) => id === 'kwh_saved')?.value).toBeCloseTo(66106.66666666666, 6)
  })

  it('takes the steam table where the enthalpy is not given, and says so', async () => {
    const words = LEAK.filter((word) => !word.startsWith('h_steam'))
    const ran = await calc(...words, '--json')
    const { result } = JSON.parse(ran.stdout) as {
      result: { figures: readonly { id: string; value: number; kind: string; source?: string }[] }
    }
    const steam = result.figures.find(({ id }) => id === 'h_steam')
    // Saturated steam of 8 bar absolute, IAPWS-IF97: 2768.3 kJ/kg.
    expect(steam?.value).toBeCloseTo(2768.3, 1)
    expect(steam?.source).toContain('IAPWS')
    expect(
      (await calc('flash-steam', 'condensate=2000 kg/h', 'pressure=8 bar', 'p_flash=1.5 bar')).exit,
    ).toBe(0)
    expect((await calc('flash-steam', 'condensate=2000 kg/h', 'pressure=8 bar')).stderr).toContain(
      "'h_water' is not given",
    )
  })

  it('takes the net calorific value of a fuel by its name, with its source', async () => {
    const words = ['liquid=0', 'o2_dry=9 %', 't_flue=210 C', 't_air=32 C']
    const ran = await calc('stack-loss-by-calorific-value', 'ncv=other-bituminous-coal', ...words, '--json')
    const number = await calc('stack-loss-by-calorific-value', 'ncv=25.8 MJ/kg', ...words, '--json')
    type Figures = { result: { figures: readonly { id: string; value: number; source?: string }[] } }
    const of = (text: string, name: string) =>
      (JSON.parse(text) as Figures).result.figures.find(({ id }) => id === name)
    expect(of(ran.stdout, 'ncv')?.value).toBeCloseTo(25.8, 9)
    expect(of(ran.stdout, 'ncv')?.source).toContain('IPCC 2006')
    expect(of(ran.stdout, 'loss')?.value).toBeCloseTo(of(number.stdout, 'loss')?.value ?? NaN, 12)
    expect((await calc('stack-loss-by-calorific-value', 'ncv=unobtainium', ...words)).stderr).toContain(
      'U101',
    )
  })

  it('says everything that is wrong at once, in the file where it stands', async () => {
    writeFileSync(join(folder, 'wrong.yaml'), 'hole: 3 mn\npreasure: 8 bar\nhours: 6000\ncount: [1, 2]\n')
    const ran = await calc('steam-leak', '--given', 'wrong.yaml')
    expect(ran).toMatchObject({ exit: 3, stdout: '' })
    await expect(ran.stderr.replaceAll(`${folder}/`, '')).toMatchFileSnapshot('transcripts/calc.wrong.txt')
  })

  it.each([
    ['en', "file 'list.yaml' does not say which value is for which input", 'power: 30 kW'],
    ['vi', "tệp 'list.yaml' chưa cho biết giá trị nào của tham số nào", 'mỗi tham số một dòng'],
  ])('says of a list without names how a file of values is written (%s)', async (lang, said, help) => {
    writeFileSync(join(folder, 'list.yaml'), '- 3 mm\n- 8 bar\n')
    const { exit, stderr } = await calc('steam-leak', '--given', 'list.yaml', '--lang', lang)
    expect(exit).toBe(3)
    expect(stderr).toContain('M107')
    expect(stderr).toContain(said)
    expect(stderr).toContain(help)
    expect(stderr).not.toContain('recp init')
  })

  it('ends with 1 where the limits of the method do not hold, and shows the steps', async () => {
    const ran = await calc('air-inlet-temperature', 'kwh=500000 kWh/yr', 't_now=30 C', 't_after=35 C')
    expect(ran.exit).toBe(1)
    expect(ran.stderr).toContain('error[M201]')
    expect(ran.stdout).toContain('does not hold: The new intake is cooler.')
  })

  it('warns of a value outside the range and goes on', async () => {
    const ran = await calc('air-inlet-temperature', 'kwh=500000 kWh/yr', 't_now=90 C', 't_after=35 C')
    expect(ran.exit).toBe(0)
    expect(ran.stderr).toContain("warning[M202]: 't_now' is 90")
  })

  it.each([
    [['steam-lek'], 2, "did you mean 'steam-leak'"],
    [['steam-leak', '3mm'], 2, 'expected input=value'],
    [['steam-leak', '--given', 'a.yaml', '--given', 'b.yaml'], 2, 'is another'],
    [['steam-leak', '--xlsx', 'leak.ods'], 2, 'expected .xlsx'],
    [['steam-leak', '--given', 'absent.yaml'], 3, 'L101'],
    [['rooftop-pv', 'price_own=1 USD/kWh', 'price_export=1 EUR/kWh'], 3, 'M106'],
    [['affinity-vsd', 'flow=80 %; 60 %', 'hours=500 h/yr'], 3, 'M104'],
    [['idle-hours', 'count=1', 'power=1 kW', 'hours=70 %'], 3, 'M103'],
  ] as const)('%o ends with %i', async (argv, exit, said) => {
    const ran = await calc(...argv)
    expect(ran.exit).toBe(exit)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain(said)
  })

  it('tells a method of own content that does not hold from a bug of its own', async () => {
    const pack = join(folder, 'pack')
    mkdirSync(join(pack, 'methods'), { recursive: true })
    writeFileSync(
      join(pack, 'methods', 'mine.yaml'),
      [
        'id: mine',
        'title: { en: Mine, vi: Của tôi }',
        'inputs: { a: { unit: kW, label: { en: A, vi: Số a } } }',
        'steps: { z: { unit: kWh/yr, label: { en: Z, vi: Số z }, formula: a * 3 kg } }',
        'results: [z]',
        'references: [DEFINITION]',
        'examples: []',
      ].join('\n'),
    )
    const ran = await runRecp(['calc', 'mine', 'a=1 kW', '--templates', pack], { cwd: folder })
    expect(ran.exit).toBe(3)
    expect(ran.stderr).toContain('error[C108]: "a * 3 kg" in "steps.z" of "methods/mine.yaml"')
  })

  it('prints one JSON document whatever happens', async () => {
    for (const argv of [LEAK, ['steam-leak'], ['steam-lek']]) {
      const ran = await calc(...argv, '--json')
      expect(ran.stderr).toBe('')
      expect(JSON.parse(ran.stdout)).toMatchObject({ ok: ran.exit === 0 })
    }
  })

  it('asks a person for what is missing and takes no answer that cannot be used', async () => {
    const asked: string[] = []
    const tries: (string | undefined)[] = []
    const answers = new Map([
      ['Fuel use', ['fifty', '50000 kWh', '50000 GJ/yr']],
      ['Efficiency now', ['78.2 %']],
      ['Efficiency after', ['83.1 %']],
    ])
    const input: Asker['input'] = ({ message, wrong }) => {
      asked.push(message)
      const [, possible = []] = [...answers].find(([start]) => message.startsWith(start)) ?? []
      for (const answer of possible) {
        const verdict = wrong?.(answer)
        tries.push(verdict)
        if (verdict === undefined) return Promise.resolve(answer)
      }
      throw new Error(message)
    }
    const unasked = (): Promise<never> => Promise.reject(new Error('only texts are asked for'))
    const out: string[] = []
    const io: Io = {
      stdout: { write: (text) => void out.push(text), isTTY: false },
      stderr: { write: () => undefined, isTTY: true },
      readStdin: () => Promise.resolve(new Uint8Array()),
      cwd: folder,
      env: {},
      now: () => 0,
      asker: () => Promise.resolve({ input, select: unasked, checkbox: unasked }),
    }
    expect(await run(['calc', 'fuel-saving-efficiency'], io, engine)).toBe(0)
    expect(asked).toHaveLength(3)
    expect(tries.map((verdict) => verdict === undefined)).toEqual([false, false, true, true, true])
    expect(out.join('')).toContain('2 948 GJ/yr')
    expect(await run(['calc', 'fuel-saving-efficiency', '--yes'], io, engine)).toBe(3)
  })

  it('asks the first input in rows how many there are, and the others for as many', async () => {
    const replies = ['37 kW', '100 %; 80 %', '500 h/yr', '3000 h/yr', '30 %', '40 %', '96 %', '100 %']
    const { asker, asked } = fakeAsker(replies)
    const ran = await runRecp(['calc', 'affinity-vsd'], { engine, cwd: folder, asker })
    expect(ran.exit).toBe(0)
    expect(asked.slice(0, 4)).toEqual([
      'Electrical power at full flow (kW):',
      'Flow, of full flow (%; 40 … 100; several rows with ; between them):',
      'Hours at that flow 1/2 (h/yr; 0 … 8784):',
      expect.stringContaining('2/2'),
    ])
    const vietnamese = fakeAsker(replies)
    await runRecp(['calc', 'affinity-vsd', '--lang', 'vi'], { engine, cwd: folder, asker: vietnamese.asker })
    expect(vietnamese.asked[1]).toContain('nhiều hàng thì cách nhau bằng dấu ;')
  })

  it('ends as a person who leaves expects', async () => {
    const ran = await runRecp(['calc', 'affinity-vsd'], { engine, cwd: folder, asker: fakeAsker([]).asker })
    expect(ran).toMatchObject({ exit: 130, stdout: '', stderr: '' })
  })

  it('writes the sheet, the same bytes each time, and never over an input', async () => {
    const first = await calc(...LEAK, '--xlsx', 'leak.xlsx')
    expect(first).toMatchObject({ exit: 0 })
    const bytes = readFileSync(join(folder, 'leak.xlsx'))
    await calc(...LEAK, '--xlsx', 'again.xlsx')
    expect(readFileSync(join(folder, 'again.xlsx')).equals(bytes)).toBe(true)
    writeFileSync(join(folder, 'in.xlsx'), 'count: 1\n')
    expect((await calc('steam-leak', '--given', 'in.xlsx', '--xlsx', 'in.xlsx')).exit).toBe(3)
    expect(readFileSync(join(folder, 'in.xlsx'), 'utf8')).toBe('count: 1\n')
  })
})
