import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeOf } from '../../src/diagnostics/place.js'
import { loadSite } from '../../src/load/load-site.js'

const load = (text: string) => loadSite({ text, name: 'site.yaml' })
const codes = async (source: Parameters<typeof loadSite>[0]): Promise<string[]> =>
  (await loadSite(source)).diagnostics.map(({ code }) => code)

describe('reading YAML', () => {
  it('keeps every scalar as it was typed', async () => {
    const { value, diagnostics } = await load(
      'a: 020704\nb: 1.10\nc: NO\nd: null\ne: 2024-05-01\nf: ~\ng: ""\nh: 0x1F\n',
    )
    expect(diagnostics).toEqual([])
    expect({ ...value }).toEqual({
      a: '020704',
      b: '1.10',
      c: 'NO',
      d: 'null',
      e: '2024-05-01',
      f: '~',
      g: '',
      h: '0x1F',
    })
  })

  it('gives maps no prototype', async () => {
    const { value } = await load('__proto__: { polluted: yes }\nconstructor: x\n')
    expect(Object.getPrototypeOf(value)).toBeNull()
    expect(Object.keys(value ?? {})).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('takes over the fields of a map with <<, the own ones winning', async () => {
    const { value, diagnostics } = await load(
      'a: &base { x: 1, y: 2 }\nb: { <<: *base, y: 3 }\nc:\n  <<: [*base]\n',
    )
    expect(diagnostics).toEqual([])
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      a: { x: '1', y: '2' },
      b: { y: '3', x: '1' },
      c: { x: '1', y: '2' },
    })
  })

  it('composes letters with marks', async () => {
    const { value } = await load(`a: ${'Nước'.normalize('NFD')}\n`)
    expect(value?.['a']).toBe('Nước'.normalize('NFC'))
  })

  it('reads JSON and a byte-order mark', async () => {
    expect((await load('{"a": "1", "b": [1, 2]}')).value).toMatchObject({ a: '1', b: ['1', '2'] })
    expect((await load('\u{FEFF}a: 1\n')).value).toMatchObject({ a: '1' })
  })

  it('says where each part stands', async () => {
    const { places } = await load('flows:\n  in: { of: dye, amount: 12 t }\nreadings:\n  - value: 3\n')
    expect(places.byPointer.get('/flows/in/amount')).toMatchObject({ line: 2, column: 26, length: 4 })
    expect(places.byPointer.get('/flows/in')?.key).toEqual({ line: 2, column: 3, length: 2 })
    expect(places.byPointer.get('/readings/0/value')).toMatchObject({ line: 4, column: 12, length: 1 })
    expect(placeOf('/flows/in/state/pressure', places)).toMatchObject({
      line: 2,
      column: 3,
      file: 'site.yaml',
    })
  })

  it.each([
    ['', 'L108'],
    ['# nothing but a comment\n', 'L108'],
    ['- a\n', 'L125'],
    ['only text\n', 'L125'],
    [`a: ${'['.repeat(200)}${']'.repeat(200)}\n`, 'L118'],
    ['a: &a [*a]\n', 'L118'],
    [`a: &a [x]\n${Array.from({ length: 60 }, (_, i) => `k${i}: *a`).join('\n')}\n`, 'L118'],
    ['? [a, b]\n: c\n', 'L124'],
    ['a: [x, , y]\n', 'L110'],
    ['a:\n  - x\n  -\n', 'L126'],
    ['a: { <<: text }\n', 'L117'],
    ['a: "never closed\nb: c\n', 'L110'],
    ['a: [1, 2\nb: 3\n', 'L110'],
  ])('%j is reported', async (text, code) => {
    expect(await codes({ text, name: 'site.yaml' })).toContain(code)
  })

  it('does not unfold a bomb of aliases', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)
    const started = performance.now()
    expect(await codes({ text: `a0: &a0 [x]\n${rows.join('\n')}\n`, name: 'site.yaml' })).toEqual(['L118'])
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('drops the half of a number cut by a comma', async () => {
    const { value } = await load('dye: { amount: 1,5 t, price: 3 EUR/t }\n')
    expect(JSON.parse(JSON.stringify(value))).toEqual({ dye: { price: '3 EUR/t' } })
  })

  it('warns of text lost in a comment, not of comments', async () => {
    expect(await codes({ text: 'a: pump #3\nb: c # fine\n#fine too\nc: "x #4"\n', name: 's' })).toEqual([
      'L115',
    ])
  })
})

describe('files', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'recp-load-'))
    mkdirSync(join(folder, 'site'))
    const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text)
    write(
      'site/readings.csv',
      '\u{FEFF}meter;value;start;months.2024-01\r\nwm;"12 m3";2024-01-01;\r\n;;;\r\nwm;;;3\r\n',
    )
    write(
      'site/flows.csv',
      'id,of,amount,amount.basis,contains.zinc\nin,dye,12 t,measured,2 %\nin,dye,1 t,,\n,dye,2 t,,\n',
    )
    write('site/broken.csv', 'meter,value\nwm,"12 m3\n')
    write('secret.csv', 'meter,value\nwm,1\n')
    symlinkSync(join(folder, 'secret.csv'), join(folder, 'site/link.csv'))
    write('latin.yaml', Uint8Array.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]))
    write('binary.yaml', Uint8Array.from([0x50, 0x4b, 0, 0, 1]))
    write('large.yaml', `a: ${'x'.repeat(5 * 1024 * 1024)}\n`)
    write('notes.txt', 'a: 1\n')
    write('intake.xlsx', 'id;name\nbeer;Beer\n')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['absent.yaml', 'L101'],
    ['site', 'L102'],
    ['notes.txt', 'L104'],
    ['intake.xlsx', 'L105'],
    ['large.yaml', 'L106'],
    ['latin.yaml', 'L107'],
    ['binary.yaml', 'L107'],
  ])('%s is refused with %s', async (name, code) => {
    const { value, diagnostics, files } = await loadSite(join(folder, name))
    expect([value, diagnostics.map((d) => d.code), files]).toEqual([null, [code], []])
  })

  const withTable = (text: string) => loadSite({ text, name: 'site.yaml', folder: join(folder, 'site') })

  it('reads a list from a table', async () => {
    const { value, diagnostics, places, files } = await withTable('readings: readings.csv\n')
    expect(diagnostics).toEqual([])
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      readings: [
        { meter: 'wm', value: '12 m3', start: '2024-01-01' },
        { meter: 'wm', months: { '2024-01': '3' } },
      ],
    })
    expect(files.map(({ sha256 }) => sha256.length)).toEqual([64, 64])
    expect(placeOf('/readings/1/months/2024-01', places)).toMatchObject({
      file: join(folder, 'site/readings.csv'),
      line: 4,
      column: 6,
    })
  })

  it('reads a map from a table with ids', async () => {
    const { value, diagnostics } = await withTable('flows: flows.csv\n')
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      flows: { in: { of: 'dye', amount: { value: '12 t', basis: 'measured' }, contains: { zinc: '2 %' } } },
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['L112', 'L127'])
  })

  it.each([
    ['../secret.csv', 'L121'],
    ['..\\secret.csv', 'L121'],
    ['/etc/passwd.csv', 'L121'],
    ['C:/secret.csv', 'L121'],
    ['link.csv', 'L121'],
    ['absent.csv', 'L101'],
    ['broken.csv', 'L122'],
  ])('table %s is refused with %s', async (name, code) => {
    const { value, diagnostics } = await withTable(`readings: '${name}'\n`)
    expect(diagnostics.map((d) => d.code)).toEqual([code])
    expect(value?.['readings']).toBeUndefined()
  })

  it('reads no table without a folder', async () => {
    expect(await codes({ text: 'readings: readings.csv\n', name: '-' })).toEqual(['L121'])
  })
})
