import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryOf } from '../../src/diagnostics/catalogue.js'
import { checkContent } from '../../src/templates/check-content.js'
import type { Content } from '../../src/templates/content.js'
import { loadContent } from '../../src/templates/load-content.js'
import { parseTable } from '../../src/templates/parse-table.js'
import { layPacks } from '../../src/templates/lay-packs.js'
import { contentOfFolder } from '../../src/templates/own-content.js'
import { packMaps, unpackMaps } from '../../src/templates/packed-content.js'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'recp-content-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

let packs = 0
function pack(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `pack-${packs++}`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A plain script, without types. */

const OWN = readFileSync('templates/checklists/compressed-air/air-leak-programme.yaml', 'utf8')

function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const { value, diagnostics } = loadContent({ dirs: [pack(files)] })
  return [...diagnostics, ...checkContent(value)].map((one) => {
    expect(entryOf(one.code)?.message.vi(one.args)).not.toContain('undefined')
    return `${one.code} ${entryOf(one.code)?.message.en(one.args)}`
  })
}

describe('a folder of the user', () => {
  it('adds an entry', () => {
    const text = OWN.replace('id: air-leak-programme', 'id: air-hose-check').replace(
      /^interacts: .*$/m,
      'interacts: []',
    )
    const { value, diagnostics } = loadContent({
      dirs: [pack({ 'checklists/compressed-air/air-hose-check.yaml': text })],
    })
    expect(diagnostics).toEqual([])
    expect(value.entries.get('air-hose-check')?.when).toBe('air.leak_share > 10 %')
    expect(checkContent(value)).toEqual([])
  })

  it('replaces an entry, and says so', () => {
    const text = OWN.replace('air.leak_share > 10 %', 'air.leak_share > 15 %')
    const { value, diagnostics } = loadContent({
      dirs: [pack({ 'checklists/compressed-air/air-leak-programme.yaml': text })],
    })
    expect(diagnostics.map((one) => one.code)).toEqual(['C110'])
    expect(value.entries.get('air-leak-programme')?.when).toBe('air.leak_share > 15 %')
  })

  it('adds rows before those of the tool', () => {
    const csv =
      'country_iso,country,region,year,value,unit,method,status,source,source_year,source_url,evidence,note\n' +
      'VN,Viet Nam,,2024,0.61,tCO2/MWh,own,published,"letter, 2025",2025,,secondary,\n'
    const { value } = loadContent({ dirs: [pack({ 'factors/grid-electricity.csv': csv })] })
    expect(value.grid[0]).toMatchObject({ country: 'VN', year: 2024, value: 0.61, source: 'letter, 2025' })
    expect(value.grid.length).toBeGreaterThan(100)
  })

  it.each([
    ['a folder that is not there', undefined, ['C102']],
    ['broken YAML', { 'checklists/x/a.yaml': 'id: [1' }, ['C101']],
    ['a list instead of a map', { 'checklists/x/a.yaml': '- 1' }, ['C104', 'C103']],
    ['another id than the file name', { 'checklists/compressed-air/other.yaml': OWN }, ['C106']],
    [
      'a missing language',
      { 'checklists/compressed-air/air-leak-programme.yaml': OWN.replace(/^  vi: .*$/m, '') },
      ['C103'],
    ],
    [
      'a wrong number',
      { 'checklists/compressed-air/air-leak-programme.yaml': OWN.replace('priority: 1', 'priority: 9') },
      ['C104'],
    ],
    [
      'a field nobody reads',
      { 'checklists/compressed-air/air-leak-programme.yaml': `${OWN}verifi: x\n` },
      ['C105', 'C110'],
    ],
    [
      'a wrong unit',
      { 'checklists/compressed-air/air-leak-programme.yaml': OWN.replace('> 10 %', '> 10 kW') },
      ['C108', 'C110'],
    ],
    [
      'an unknown variable',
      {
        'checklists/compressed-air/air-leak-programme.yaml': OWN.replace(
          'air.leak_share >',
          'air.leak_shore >',
        ),
      },
      ['C108', 'C110'],
    ],
    [
      'an unknown method',
      {
        'checklists/compressed-air/air-leak-programme.yaml': OWN.replace(
          'method: air-leak-share',
          'method: air-leak-shore',
        ),
      },
      ['C107', 'C110'],
    ],
    [
      'a number without source',
      { 'checklists/compressed-air/air-leak-programme.yaml': OWN.replace(/^ {8}source: DOE-CA3\n/m, '') },
      ['C109', 'C110'],
    ],
  ] as const)('with %s is reported and never throws', (_, files, codes) => {
    const found =
      files === undefined
        ? loadContent({ dirs: [join(root, 'nowhere')] }).diagnostics.map((one) => one.code)
        : problemsOf(files).map((text) => text.slice(0, 4))
    for (const code of codes) expect(found).toContain(code)
  })

  it('leaves out an entry that is not whole, and keeps the old one', () => {
    const text = OWN.replace(/^when: .*$/m, '')
    const { value } = loadContent({
      dirs: [pack({ 'checklists/compressed-air/air-leak-programme.yaml': text })],
    })
    expect(value.entries.get('air-leak-programme')?.when).toBe('air.leak_share > 10 %')
  })

  it('cannot reach into the host', () => {
    const text = `${OWN}__proto__: { polluted: yes }\nconstructor: x\n`
    loadContent({
      dirs: [
        pack({
          'checklists/compressed-air/air-leak-programme.yaml': text,
          'sectors.yaml': '__proto__: { name: { en: a, vi: b } }',
        }),
      ],
    })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(({} as Record<string, unknown>)['name']).toBeUndefined()
  })

  it('with aliases that multiply is refused', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 9; level++) {
      const [name, last] = ['bcdefghij'[level - 1], 'abcdefghij'[level - 1]]
      bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${last}`).join(', ')}]`)
    }
    expect(problemsOf({ 'methods/a.yaml': bomb.join('\n') }).some((text) => text.startsWith('C101'))).toBe(
      true,
    )
  })
})

describe('packed content', () => {
  it('is the content of the folder', () => {
    const { value, diagnostics } = contentOfFolder('templates')
    expect(diagnostics).toEqual([])
    expect(unpackMaps<Content>(packMaps(value))).toEqual(value)
  })

  it('can be laid over', () => {
    const packed = unpackMaps<Content>(packMaps(loadContent().value))
    const files = new Map([['edition.yaml', { edition: '1999.01' }]])
    const { value, diagnostics } = layPacks([{ files }], packed)
    expect(diagnostics).toEqual([])
    expect(value).toEqual({ ...packed, version: '1999.01' })
  })
})

describe('the content', () => {
  it('cannot be changed', () => {
    const { value } = loadContent()
    const [entry] = value.entries.values()
    expect(Object.isFrozen(entry)).toBe(true)
    expect(Object.isFrozen(entry?.title)).toBe(true)
    expect(Object.isFrozen(value.fuels)).toBe(true)
  })

  it('has an edition', () => expect(loadContent().value.version).toMatch(/^\d{4}\.\d{2}$/))
})

describe('parseTable', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n"x, ""y""",2',
      [
        ['a', 'b'],
        ['x, "y"', '2'],
      ],
    ],
    [
      'a,b\n\n"line\nbreak",\n',
      [
        ['a', 'b'],
        ['line\nbreak', ''],
      ],
    ],
    ['', []],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('%j', (text, rows) => expect(parseTable(text)).toEqual(rows))
})
