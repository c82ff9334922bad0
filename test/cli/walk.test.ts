import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeAsker, type Reply } from './fake-asker.js'
import { runRecp, type Ran } from './run-recp.js'

let cwd = ''
const site = (): string => readFileSync(join(cwd, 'site.yaml'), 'utf8')
let before = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp walk '))
  cpSync(join(import.meta.dirname, '../../examples/textile-dyeing/site.yaml'), join(cwd, 'site.yaml'))
  before = site()
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

type Listed = {
  readonly result: { readonly questions: readonly Asked[] }
}

type Asked = {
  readonly entry: string
  readonly kind: 'entry' | 'part'
  readonly turn: 'first' | 'then' | 'last'
  readonly part?: string
  readonly group: string
}

type Audited = {
  readonly evaluation: { readonly stakes: readonly { readonly entry: string; readonly turn: string }[] }
}

async function open(...more: readonly string[]): Promise<Listed['result']['questions']> {
  const ran = await runRecp(['walk', 'site.yaml', '--list', '--json', ...more], { cwd })
  return (JSON.parse(ran.stdout) as Listed).result.questions
}

function walk(replies: readonly Reply[], ...more: readonly string[]): { ran: Promise<Ran>; asked: string[] } {
  const { asker, asked } = fakeAsker(replies)
  return { ran: runRecp(['walk', 'site.yaml', ...more], { cwd, asker }), asked }
}

const ORDER = ['first', 'then', 'last']

/** Lines that are new in the file. */
const added = (): string[] => {
  const old = new Set(before.split('\n'))
  return site()
    .split('\n')
    .filter((line) => !old.has(line))
}

describe('recp walk', () => {
  it('asks what applies, one group after the other, and leaves out what is answered or measured', async () => {
    const questions = await open()
    expect(questions.length).toBeGreaterThan(10)
    const entries = questions.map(({ entry }) => entry)
    expect(entries).not.toContain('water-leak-repair')
    expect(entries.some((entry) => entry.startsWith('brew-') || entry.startsWith('fish-'))).toBe(false)
    for (const turn of ['first', 'then', 'last'] as const) {
      const groups = questions.filter((one) => one.turn === turn).map(({ group }) => group)
      expect(groups.filter((group, i) => group !== groups[i - 1])).toHaveLength(new Set(groups).size)
    }
    const turns = questions.map(({ turn }) => turn)
    expect([...turns].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))).toEqual(turns)
    expect((await open('--all')).length).toBeGreaterThan(questions.length)
  })

  it('asks only what comes first where that is wanted', async () => {
    const first = await open('--first')
    const every = await open()
    expect(first.length).toBeGreaterThan(5)
    expect(first.length).toBeLessThan(every.length / 2)
    expect(every).toEqual(expect.arrayContaining([...first]))
    await runRecp(['audit', 'site.yaml', '-o', 'audit.json'], { cwd })
    const audited = JSON.parse(readFileSync(join(cwd, 'audit.json'), 'utf8')) as Audited
    const stakes = audited.evaluation.stakes
    const asked = first.filter(({ kind, turn }) => kind === 'entry' && turn === 'first')
    const turnsOf = asked.map(({ entry }) => stakes.find((one) => one.entry === entry)?.turn ?? 'first')
    expect(new Set(turnsOf)).toEqual(new Set(['first']))
  })

  it('asks first which parts the factory has, and then only what is about those', async () => {
    const questions = await open()
    const parts = questions.filter(({ kind }) => kind === 'part')
    expect(questions.slice(0, parts.length)).toEqual(parts)
    const of = (id: string): readonly string[] =>
      questions.filter(({ part }) => part === id).map(({ entry }) => entry)
    const [most] = parts.map(({ entry }) => entry)
    expect(of(most ?? '').length).toBeGreaterThan(1)
    const doubtful = questions.filter(({ part }) => part !== undefined)
    expect(doubtful.every(({ part }) => parts.some(({ entry }) => entry === part))).toBe(true)
    // Every part is said not to be there: of none of them anything else is asked.
    const no = walk([...parts.map((): Reply => 'no'), 'leave'])
    expect(await no.ran).toMatchObject({ exit: 0 })
    expect(added()).toEqual(parts.map(({ entry }) => `  ${entry}: no`))
    const left = await open()
    expect(left.filter(({ part, kind }) => part !== undefined || kind === 'part')).toEqual([])
    expect(left).toHaveLength(questions.length - parts.length - doubtful.length)
    // One is there after all, and its questions come last.
    writeFileSync(join(cwd, 'site.yaml'), before)
    const place = parts.findIndex(({ entry }) => entry === most)
    const replies = parts.map((_, i): Reply => (i === place ? 'yes' : 'skip'))
    const rest = questions.filter(({ kind, part }) => kind === 'entry' && part === undefined)
    const yes = walk([...replies, ...rest.map((): Reply => 'skip'), 'leave'])
    await yes.ran
    expect(yes.asked).toHaveLength(parts.length + rest.length + 1)
    expect(added()).toEqual([`  ${most}: yes`])
    const now = await open()
    expect(now.filter(({ part }) => part === most)).toEqual([])
    expect(now.map(({ entry }) => entry)).toEqual(expect.arrayContaining([...of(most ?? '')]))
  })

  it('saves every answer at once and begins where it was left', async () => {
    const [first, second, third] = await open()
    const { ran } = walk(['yes', 'no', 'leave'])
    expect(await ran).toMatchObject({ exit: 0 })
    expect(added()).toEqual([`  ${first?.entry}: yes`, `  ${second?.entry}: no`])
    expect((await open())[0]).toEqual(third)
    // Left with Ctrl-C in the middle of a question: what was answered stays.
    const left = await walk(['no']).ran
    expect(left.exit).toBe(130)
    expect(left.stderr).toMatch(/saved: no[^]*left; what was answered is saved\n$/)
    expect(added()).toContain(`  ${third?.entry}: no`)
    expect(readdirSync(cwd)).toEqual(['site.yaml'])
  })

  it('skips, takes notes, and goes back byte for byte', async () => {
    const [first, second] = await open()
    await walk(['skip', 'yes', 'back', 'back', 'leave']).ran
    expect(site()).toBe(before)
    await walk(['note', 'Đã sửa van', 'no', 'back', 'yes', 'leave']).ran
    expect(added()).toEqual([`  ${first?.entry}: yes`])
    await walk(['note', 'Đã sửa van, "tốt"', 'no', 'leave']).ran
    expect(added()).toEqual([
      `  ${first?.entry}: yes`,
      `  ${second?.entry}: { answer: no, note: "Đã sửa van, \\"tốt\\"" }`,
    ])
  })

  it('breaks long reasons between words', async () => {
    const ran = await walk([...Array.from({ length: 20 }, (): Reply => 'skip'), 'leave']).ran
    const lines = `${ran.stdout}${ran.stderr}`.split('\n')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(lines.some((line) => line.startsWith('    '))).toBe(true)
  })

  it('keeps what another program writes in the meantime', async () => {
    const [first, second] = await open()
    const { asker } = fakeAsker(['yes', 'no', 'back', 'leave'])
    let calls = 0
    const meddling = {
      ...asker,
      select: (question: Parameters<typeof asker.select>[0]): Promise<string> => {
        calls += 1
        if (calls === 2 || calls === 3) writeFileSync(join(cwd, 'site.yaml'), `${site()}# edited ${calls}\n`)
        return asker.select(question)
      },
    }
    const ran = await runRecp(['walk', 'site.yaml'], { cwd, asker: meddling })
    expect(ran.stderr).toContain('another program has changed the file')
    expect(added()).toEqual([`  ${first?.entry}: yes`, `  ${second?.entry}: no`, '# edited 2', '# edited 3'])
  })

  it('takes answers as options', async () => {
    const options = [
      '--answer',
      'water-leak-repair=no',
      '--note',
      'water-leak-repair=repaired in May',
      '--answer',
      'tex-hot-effluent-recovery=n/a',
      '--answer',
      'air-leak-programme=Có',
    ]
    const ran = await runRecp(['walk', 'site.yaml', ...options], { cwd })
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(added()).toEqual([
      '  water-leak-repair: { answer: no, note: "repaired in May" }',
      '  tex-hot-effluent-recovery: n/a',
      '  air-leak-programme: yes',
    ])
    expect((await runRecp(['check', 'site.yaml'], { cwd })).exit).toBe(0)
  })

  it.each([
    [['--answer', 'water-leak-repair=maybe'], "'water-leak-repair=maybe' is no answer"],
    [['--answer', 'water-leak-repare=yes'], "did you mean 'water-leak-repair'"],
    [['--note', 'water-leak-repair=x'], "'water-leak-repair' is no note"],
    [
      ['--answer', 'water-leak-repair=no', '--answer', 'brew-beer-loss=yes'],
      'a question for other factories (Brewing)',
    ],
  ])('refuses %j and writes nothing', async (options, said) => {
    const ran = await runRecp(['walk', 'site.yaml', ...options], { cwd })
    expect(ran).toMatchObject({ exit: 2, stdout: '' })
    expect(ran.stderr).toContain(said)
    expect(site()).toBe(before)
  })

  it('says that the figures settle a question before its answer is written down', async () => {
    const ran = await runRecp(['walk', 'site.yaml', '--answer', 'air-sequencing=yes'], { cwd })
    expect(ran.exit).toBe(0)
    expect(ran.stderr).toMatch(/it asks for air\.compressor_count >= 3, and air\.compressor_count = [12];/)
    expect(added()).toEqual(['  air-sequencing: yes'])
  })

  it.each([
    ['en', "'chem-solvent-lids' is about something that this factory has not by its file: Organic solvents"],
    ['vi', "'chem-solvent-lids' hỏi về thứ mà theo tệp số liệu nhà máy này không có: Dung môi hữu cơ"],
  ])('says that what an entry is about is not there (%s)', async (lang, said) => {
    const argv = ['walk', 'site.yaml', '--answer', 'chem-solvent-lids=yes', '--lang', lang]
    const ran = await runRecp(argv, { cwd })
    expect(ran.exit).toBe(0)
    expect(ran.stderr).toContain(said)
    expect(added()).toEqual(['  chem-solvent-lids: yes'])
  })

  it('takes an answer about a part of the factory', async () => {
    const ran = await runRecp(['walk', 'site.yaml', '--answer', 'clean-in-place=no'], { cwd })
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(added()).toEqual(['  clean-in-place: no'])
  })

  it('asks nothing where there is no terminal', async () => {
    const ran = await runRecp(['walk', 'site.yaml', '--lang', 'vi'], { cwd })
    expect(ran.exit).toBe(2)
    expect(ran.stderr).toContain("'recp walk' có câu hỏi, nhưng đây không phải màn hình tương tác")
  })

  it('tells what is wrong with a file that cannot be audited', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), 'recp: 1\nperiod: 2024\n')
    const ran = await runRecp(['walk', 'bad.yaml', '--list'], { cwd })
    expect(ran).toMatchObject({ exit: 3, stdout: '' })
    expect(ran.stderr).toContain('S102')
    expect((await runRecp(['walk', 'site.ods'], { cwd })).exit).toBe(2)
    expect((await runRecp(['walk', 'none.xlsx', '--list'], { cwd })).stderr).toContain('L101')
  })
})
