import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPack } from '../../src/check-pack.js'
import { loadContent } from '../../src/templates/load-content.js'
import { newEntryText } from '../../src/templates/new-entry.js'

const root = mkdtempSync(join(tmpdir(), 'recp-pack-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function pack(name: string, files: Readonly<Record<string, string>>): string {
  const dir = join(root, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, file, '..'), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
  return dir
}

describe('a folder of templates', () => {
  it('one file adds one entry, and nothing else has to be told', () => {
    const own = loadContent().value.entries.size
    const dir = pack('one', {
      'checklists/steam/boiler-door.yaml': newEntryText('boiler-door', 'steam', '2026-02-29'),
    })
    const { value, diagnostics } = loadContent({ dirs: [dir] })
    expect([value.entries.size, diagnostics]).toEqual([own + 1, []])
    expect(value.entries.get('boiler-door')?.system).toBe('steam')
  })

  it('a new entry passes all checks as it is written', () => {
    const dir = pack('fresh', {
      'checklists/water/tap-left-open.yaml': newEntryText('tap-left-open', 'water', '2026-11-27'),
    })
    expect(checkPack(dir)).toEqual({ files: 1, entries: 1, methods: 0, diagnostics: [] })
  })

  it('what is wrong in it is said: a name, a unit, an example that comes out differently, a field nobody reads', () => {
    const of = (id: string, change: (text: string) => string): readonly [string, string] => [
      `checklists/steam/${id}.yaml`,
      change(newEntryText(id, 'steam', '2026-11-27')),
    ]
    const dir = pack(
      'wrong',
      Object.fromEntries([
        of('bad-name', (text) => text.replace('good-housekeeping', 'magic')),
        of('bad-unit', (text) => text.replace('when: always', 'when: boiler.flue_gas.o2 > 5 kg')),
        of('bad-example', (text) => text.replace('expect: look', 'expect: found')),
        of('bad-field', (text) => `${text}colour: red\n`),
      ]),
    )
    const codes = checkPack(dir).diagnostics.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['C107', 'C108', 'C111', 'C105']))
  })

  it('replaces an entry of the same name and says so', () => {
    const dir = pack('replaces', {
      'checklists/steam/boiler-economizer.yaml': newEntryText('boiler-economizer', 'steam', '2026-11-27'),
    })
    expect(loadContent({ dirs: [dir] }).diagnostics.map(({ code }) => code)).toEqual(['C110'])
  })
})
