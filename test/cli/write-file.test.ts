import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { removeTemporaryFiles, temporaryFiles } from '../../src/cli/temporary-files.js'
import { sameFile, writeFile } from '../../src/cli/write-file.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recp write '))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const refuse = (code: string) => ({
  platform: 'win32',
  rename: () => Promise.reject(Object.assign(new Error(code), { code })),
})

describe('writeFile', () => {
  it('writes a new file, making its folders, and leaves nothing else', async () => {
    const path = join(folder, 'a b', 'Báo cáo', 'x.json')
    expect(await writeFile(path, bytes('new'))).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(join(folder, 'a b', 'Báo cáo'))).toEqual(['x.json'])
  })

  it('replaces a file whole', async () => {
    const path = join(folder, 'x.json')
    writeFileSync(path, 'a long old text')
    expect(await writeFile(path, bytes('new'))).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  it.runIf(process.platform !== 'win32')('keeps the permissions of the file it replaces', async () => {
    const path = join(folder, 'x.json')
    writeFileSync(path, 'old')
    for (const mode of [0o600, 0o640, 0o666]) {
      chmodSync(path, mode)
      expect(await writeFile(path, bytes('new'))).toBeNull()
      expect(statSync(path).mode & 0o777).toBe(mode)
    }
  })

  it('follows a link to the file it stands for', async () => {
    const path = join(folder, 'x.json')
    const link = join(folder, 'link.json')
    writeFileSync(path, 'old')
    symlinkSync(path, link)
    expect(await writeFile(link, bytes('new'))).toBeNull()
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  for (const code of ['EBUSY', 'EPERM', 'EACCES'])
    it(`says that another program has the file open on ${code} of Windows, and keeps the old file`, async () => {
      const path = join(folder, 'x.xlsx')
      writeFileSync(path, 'old')
      expect(await writeFile(path, bytes('new'), [], refuse(code))).toBe('in-use')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['x.xlsx'])
    })

  it('tells a full disk and a folder of that name apart', async () => {
    expect(await writeFile(join(folder, 'x.md'), bytes(''), [], refuse('ENOSPC'))).toBe('no-space')
    mkdirSync(join(folder, 'taken.md'))
    expect(await writeFile(join(folder, 'taken.md'), bytes(''))).toBe('is-folder')
    writeFileSync(join(folder, 'file'), '')
    expect(await writeFile(join(folder, 'file', 'x.md'), bytes(''))).toBe('is-folder')
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken.md'])
  })

  it('never writes over an input, whatever it is called', async () => {
    const input = join(folder, 'site.json')
    writeFileSync(input, 'precious')
    symlinkSync(input, join(folder, 'soft.json'))
    linkSync(input, join(folder, 'hard.json'))
    const names = ['site.json', 'soft.json', 'hard.json', 'SITE.JSON', `../${basename(folder)}/site.json`]
    for (const name of names)
      expect([name, await writeFile(join(folder, name), bytes('new'), [input])]).toEqual([name, 'is-input'])
    expect(readFileSync(input, 'utf8')).toBe('precious')
    expect(await sameFile(input, join(folder, 'other.json'))).toBe(false)
  })

  it('removes what an interrupted run left', () => {
    const half = join(folder, '.x.tmp')
    writeFileSync(half, 'half')
    temporaryFiles.add(half)
    removeTemporaryFiles()
    expect(existsSync(half)).toBe(false)
    expect(temporaryFiles.size).toBe(0)
  })
})
