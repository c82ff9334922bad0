import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../src/model/near-names.js'
import { runRecp } from './run-recp.js'

type Case = {
  readonly argv: readonly string[]
  readonly says: string
  readonly way: string
  readonly env?: Record<string, string>
}

const cases: readonly Case[] = [
  { argv: ['chekc'], says: "recp has no command 'chekc'; did you mean 'check'?", way: 'recp --help' },
  { argv: ['frobnicate', '--deep'], says: "recp has no command 'frobnicate'", way: 'recp --help' },
  { argv: ['simulate'], says: "recp has no command 'simulate'", way: 'recp --help' },
  { argv: ['--bogus'], says: "'recp' has no option '--bogus'", way: 'recp --help' },
  {
    argv: ['audit', '--formt', 'json'],
    says: "'recp audit' has no option '--formt'; did you mean '--format'?",
    way: 'recp audit --help',
  },
  {
    argv: ['audit', '--formt=json'],
    says: "'recp audit' has no option '--formt'; did you mean '--format'?",
    way: 'recp audit --help',
  },
  { argv: ['audit', '-z'], says: "'recp audit' has no option '-z'", way: 'recp audit --help' },
  { argv: ['audit'], says: "'recp audit' needs <site>...", way: 'recp audit --help' },
  { argv: ['audit', ''], says: "'recp audit' needs <site>...", way: 'recp audit --help' },
  { argv: ['explain'], says: "'recp explain' needs <name>", way: 'recp explain --help' },
  {
    argv: ['explain', 'a', 'b'],
    says: "'recp explain' does not take another argument 'b'",
    way: 'recp explain --help',
  },
  {
    argv: ['audit', 'a.yaml', '-o'],
    says: "option '--output' of 'recp audit' stands without its value",
    way: 'recp audit --help',
  },
  {
    argv: ['audit', 'a.yaml', '-o', '--quiet'],
    says: "option '--output' of 'recp audit' stands without its value",
    way: 'recp audit --help',
  },
  {
    argv: ['audit', 'a.yaml', '-o', 'a.pdf'],
    says: "output 'a.pdf' has no known extension; expected .xlsx, .json, .md or .html",
    way: 'recp audit --help',
  },
  {
    argv: ['audit', 'a.yaml', '--date', '2025-02-30'],
    says: "option '--date' of 'recp audit' is '2025-02-30'; expected a date such as 2025-12-31",
    way: 'recp audit --help',
  },
  {
    argv: ['audit', 'a.yaml'],
    env: { SOURCE_DATE_EPOCH: 'today' },
    says: "SOURCE_DATE_EPOCH is 'today'; expected seconds since 1970",
    way: 'recp help environment',
  },
  {
    argv: ['audit', 'a.yaml', '--fail-on', 'eror'],
    says: "option '--fail-on' of 'recp audit' is 'eror'; expected error, warning, never; did you mean 'error'?",
    way: 'recp audit --help',
  },
  {
    argv: ['check', 'a.yaml', '--max', '-1'],
    says: "option '--max' of 'recp check' stands without its value",
    way: 'recp check --help',
  },
  {
    argv: ['check', 'a.yaml', '--max', 'ten'],
    says: "option '--max' of 'recp check' is 'ten'; expected a whole number from 0",
    way: 'recp check --help',
  },
  {
    argv: ['list', 'unit'],
    says: "<what> of 'recp list' is 'unit'; expected checklists, factors, benchmarks, indicators, methods, sectors, examples, units, codes; did you mean 'units'?",
    way: 'recp list --help',
  },
  {
    argv: ['list', 'codes', '--system', 'steam'],
    says: "option '--system' says nothing of codes; it is for checklists, methods",
    way: 'recp list --help',
  },
  {
    argv: ['init', 'x', '--sector', 'juice', '--yes'],
    says: "recp knows no sector 'juice'; did you mean 'fruit-veg'?",
    way: 'recp list sectors',
  },
  {
    argv: ['list', 'checklists', '--sector', 'brewry'],
    says: "option '--sector' of 'recp list' is 'brewry'; expected a name of 'recp list sectors'; did you mean 'brewery'?",
    way: 'recp list --help',
  },
  {
    argv: ['list', 'benchmarks', '--sector', 'brewery', '--in', 'audit.json'],
    says: "option '--sector' does not go with '--in' for benchmarks: the audit has settled that",
    way: 'recp list --help',
  },
  {
    argv: ['list', 'checklists', '--practice', 'housekeeping'],
    says: "option '--practice' of 'recp list' is 'housekeeping'; expected good-housekeeping, input-material-change, better-process-control, equipment-modification, technology-change, onsite-recovery-reuse, useful-by-product, product-modification",
    way: 'recp list --help',
  },
  {
    argv: ['list', 'factors', '--expired', '2027-13-01'],
    says: "option '--expired' of 'recp list' is '2027-13-01'; expected a date such as 2025-12-31",
    way: 'recp list --help',
  },
  {
    argv: ['help', 'exit-code'],
    says: "recp has no help on 'exit-code'; did you mean 'exit-codes'?",
    way: 'recp --help',
  },
  {
    argv: ['init', 'brewry'],
    says: "recp has no example 'brewry'; did you mean 'brewery'?",
    way: 'recp list examples',
  },
  {
    argv: ['init'],
    says: "'recp init' asks questions, and this is no terminal",
    way: 'recp init --yes, or recp init <example>',
  },
  {
    argv: ['explain', 'zzzzzzzz'],
    says: "recp knows no code, entry, method, factor or indicator 'zzzzzzzz'",
    way: 'recp list checklists',
  },
  {
    argv: ['check', 'a.yaml'],
    env: { RECP_LANG: 'fr_FR.UTF-8' },
    says: "RECP_LANG is 'fr'; expected en, vi",
    way: 'recp help environment',
  },
  { argv: ['a\nb'], says: "recp has no command 'a b'", way: 'recp --help' },
]

describe('wrong usage', () => {
  for (const { argv, says, way, env } of cases) {
    it(`recp ${argv.join(' ')}: exactly two lines and exit 2`, async () => {
      const ran = await runRecp(argv, { env: env ?? {} })
      expect(ran).toEqual({ exit: 2, stdout: '', stderr: `error: ${says}\n       ${way}\n` })
    })
    it(`recp ${argv.join(' ')} --json: one document`, async () => {
      const ran = await runRecp([argv[0] ?? '', '--json', ...argv.slice(1)], { env: env ?? {} })
      expect(ran.stderr).toBe('')
      const document = JSON.parse(ran.stdout) as Record<string, unknown>
      expect(Object.keys(document)).toEqual([
        'content',
        'counts',
        'diagnostics',
        'format',
        'input',
        'ok',
        'recp',
        'result',
      ])
      expect(document).toMatchObject({
        ok: false,
        result: null,
        input: [],
        diagnostics: [{ code: 'usage', severity: 'error' }],
      })
      expect(ran.exit).toBe(2)
    })
  }

  it('speaks Vietnamese with --lang and RECP_LANG', async () => {
    const line = "lỗi: recp không có lệnh 'chekc'; ý bạn là 'check'?\n     recp --help\n"
    expect((await runRecp(['chekc', '--lang', 'vi'])).stderr).toBe(line)
    expect((await runRecp(['chekc'], { env: { RECP_LANG: 'vi_VN.UTF-8' } })).stderr).toBe(line)
  })

  it('takes global options before the command', async () => {
    const before = await runRecp(['--lang', 'vi', 'help', 'audit'])
    expect(before).toEqual(await runRecp(['help', 'audit', '--lang=vi']))
    expect(before.stdout).toContain('Cách dùng: recp audit')
  })

  it('takes --explain for explain', async () => {
    expect(await runRecp(['--explain', 'L109'])).toEqual(await runRecp(['explain', 'l109']))
  })
})

describe('suggestions', () => {
  const distances: readonly (readonly [string, string, number])[] = [
    ['check', 'check', 0],
    ['chekc', 'check', 1],
    ['ckech', 'check', 2],
    ['', 'ab', 2],
    ['abcdef', 'a', 3],
  ]
  for (const [a, b, distance] of distances)
    it(`'${a}' to '${b}' is ${distance}`, () => expect(editDistance(a, b)).toBe(distance))

  it('names at most three, the nearest first', () => {
    expect(nearest('B40', ['B404', 'B402', 'B40', 'B403', 'B405'])).toEqual(['B40', 'B402', 'B403'])
    expect(nearest('zzzzzz', ['audit'])).toEqual([])
    expect(nearest('p', ['cd', 'eff'])).toEqual([])
  })
})
