import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readCells } from '../../src/verify/read-cells.js'
import { convertWithLibreOffice, runSoffice } from '../report/recalculate.js'
import { fakeAsker, type Reply } from './fake-asker.js'
import { runRecp, type Ran } from './run-recp.js'

const EXAMPLE = join(import.meta.dirname, '../../examples/textile-dyeing/site.yaml')
const SHEET = 'Bảng câu hỏi'

/** The same workbook for every test, as `recp convert` writes it. */
let made = ''
let cwd = ''
const file = (): string => join(cwd, 'site.xlsx')
const bytes = (): Uint8Array => Uint8Array.from(readFileSync(file()))
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'recp made '))
  // All parts of the factory are known, so that the walk begins with questions of the checklists.
  const text = readFileSync(EXAMPLE, 'utf8').replace(/^measures:\n/m, '  all-machines-listed: yes\n$&')
  writeFileSync(join(made, 'site.yaml'), text)
  const ran = await runRecp(['convert', 'site.yaml', 'site.xlsx', '--lang', 'vi'], { cwd: made })
  if (ran.exit !== 0) throw new Error(ran.stderr)
})
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'recp walk '))
  copyFileSync(join(made, 'site.xlsx'), file())
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))
afterAll(() => rmSync(made, { recursive: true, force: true }))

async function open(): Promise<readonly string[]> {
  const ran = await runRecp(['walk', 'site.xlsx', '--list', '--json'], { cwd })
  const { result } = JSON.parse(ran.stdout) as { result: { questions: { entry: string }[] } }
  return result.questions.map(({ entry }) => entry)
}

const walk = (replies: readonly Reply[]): Promise<Ran> =>
  runRecp(['walk', 'site.xlsx'], { cwd, asker: fakeAsker(replies).asker })

/** Part of the workbook → its text. */
const parts = (zip: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, part]) => [name, strFromU8(part, true)]))

/** Writes the workbook anew with some parts changed, as another program would. */
function rewritten(change: (xml: string, name: string) => string): void {
  const changed = Object.entries(unzipSync(bytes())).map(([name, part]) => {
    const text = strFromU8(part)
    return [name, name.endsWith('.xml') ? strToU8(change(text, name)) : part] as const
  })
  writeFileSync(file(), zipSync(Object.fromEntries(changed)))
}

const partOf = (zip: Uint8Array, sheet: string): string =>
  readCells(zip).sheets.find(({ name }) => name === sheet)?.part ?? ''

/** Address → the whole XML of the cell, so that its style counts too. */
const cellsOf = (xml: string): Map<string, string> =>
  new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([all, at = '']) => [at, all]))

/** The cells that differ between two workbooks, after it was seen that nothing else does. */
function changed(before: Uint8Array, after: Uint8Array): Record<string, string> {
  const [old, now] = [parts(before), parts(after)]
  expect(Object.keys(now)).toEqual(Object.keys(old))
  const part = partOf(before, SHEET)
  expect({ ...now, [part]: '' }).toEqual({ ...old, [part]: '' })
  const around = (xml = ''): string =>
    xml.replace(/<sheetData>.*<\/sheetData>/s, '').replace(/<dimension[^>]*>/, '')
  expect(around(now[part])).toBe(around(old[part]))
  const [was, is] = [cellsOf(old[part] ?? ''), cellsOf(now[part] ?? '')]
  const differ = [...new Set([...was.keys(), ...is.keys()])].filter((at) => was.get(at) !== is.get(at))
  const values = readCells(after).sheets.find(({ name }) => name === SHEET)?.cells
  return Object.fromEntries(differ.map((at) => [at, String(values?.get(at)?.value)]))
}

describe('recp walk in a workbook', () => {
  it('types each answer into its cells and touches nothing else', async () => {
    const before = bytes()
    const [first = '', second = ''] = await open()
    expect(await walk(['yes', 'note', 'Đã sửa <van> & "ống"', 'n/a', 'leave'])).toMatchObject({ exit: 0 })
    expect(changed(before, bytes())).toEqual({
      B17: first,
      C17: 'có',
      B18: second,
      C18: 'n/a',
      D18: 'Đã sửa <van> & "ống"',
    })
    const left = await open()
    expect(left.filter((entry) => [first, second].includes(entry))).toEqual([])
    expect(left.length).toBeGreaterThan(0)
    expect((await runRecp(['check', 'site.xlsx'], { cwd })).stdout).toContain('No problems found')
    expect(readdirSync(cwd)).toEqual(['site.xlsx'])
  })

  it('answers again in the same row, and keeps the note that stands there', async () => {
    const before = bytes()
    const options = ['--answer', 'water-leak-repair=yes', '--answer', 'tex-hot-effluent-recovery=no']
    expect(await runRecp(['walk', 'site.xlsx', ...options], { cwd })).toMatchObject({ exit: 0, stderr: '' })
    expect(changed(before, bytes())).toEqual({ C5: 'có', C7: 'không' })
  })

  it('goes back to the same file, to the byte', async () => {
    const before = bytes()
    await walk(['yes', 'note', 'a', 'no', 'back', 'back', 'leave'])
    expect(Buffer.from(bytes()).equals(before)).toBe(true)
  })

  it('takes nothing back from a file that was written in the meantime', async () => {
    const { asker } = fakeAsker(['yes', 'back', 'leave'])
    let calls = 0
    const meddling = {
      ...asker,
      select: (question: Parameters<typeof asker.select>[0]): Promise<string> => {
        if ((calls += 1) === 2) rewritten((xml) => xml)
        return asker.select(question)
      },
    }
    const ran = await runRecp(['walk', 'site.xlsx'], { cwd, asker: meddling })
    expect(ran.stderr).toContain('another program has changed the file')
    expect(
      readCells(bytes())
        .sheets.find(({ name }) => name === SHEET)
        ?.cells.get('C17')?.value,
    ).toBe('có')
  })

  it('finds the sheet by its hidden row, with columns moved and others added', async () => {
    const before = bytes()
    const sheet = partOf(before, SHEET)
    // The column of notes changes places with that of answers, the sheet gets another name, column Z is the user's.
    rewritten((xml, name) => {
      if (name === 'xl/workbook.xml') return xml.replace(`name="${SHEET}"`, 'name="Trả lời &amp; ghi chú"')
      if (name !== sheet) return xml
      const swapped = xml.replace(
        /r="([CD])(\d+)"/g,
        (_, column, row) => `r="${column === 'C' ? '~' : 'C'}${row}"`,
      )
      return swapped
        .replace(/<row ([^>]*)>(.*?)<\/row>/gs, (_, head: string, body: string) => {
          const cells = [...body.matchAll(/<c r="[^"]*"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([one]) => one)
          const order = (one: string): string => one.replace(/^<c r="~/, '<c r="D').slice(6, 7)
          const sorted = cells.sort((a, b) => (order(a) < order(b) ? -1 : 1)).join('')
          return `<row ${head}>${sorted}</row>`
        })
        .replaceAll('r="~', 'r="D')
        .replace(
          /(<row r="4"[^>]*>.*?)<\/row>/s,
          '$1<c r="Z4" t="inlineStr"><is><t>Của tôi</t></is></c></row>',
        )
        .replace(/(<row r="5"[^>]*>.*?)<\/row>/s, '$1<c r="Z5"><f>1+1</f><v>2</v></c></row>')
    })
    const moved = bytes()
    const options = ['--answer', 'water-leak-repair=yes', '--note', 'water-leak-repair=xong']
    expect(await runRecp(['walk', 'site.xlsx', ...options], { cwd })).toMatchObject({ exit: 0, stderr: '' })
    const cells = readCells(bytes()).sheets.find(({ name }) => name === 'Trả lời & ghi chú')?.cells
    expect([cells?.get('D5')?.value, cells?.get('C5')?.value]).toEqual(['có', 'xong'])
    expect(cells?.get('Z5')).toEqual({ value: 2, formula: '1+1' })
    const own = partOf(moved, 'Trả lời & ghi chú')
    expect({ ...parts(bytes()), [own]: '' }).toEqual({ ...parts(moved), [own]: '' })
  })

  it.each(['~$site.xlsx', '~$te.xlsx', '.~lock.site.xlsx#'])(
    'waits while %s says that it is open',
    async (mark) => {
      const before = bytes()
      writeFileSync(join(cwd, mark), '')
      const ran = await runRecp(['walk', 'site.xlsx', '--answer', 'water-leak-repair=no'], { cwd })
      expect(ran.exit).toBe(3)
      expect(ran.stderr).toContain('cannot write site.xlsx because another program has it open')
      expect(Buffer.from(bytes()).equals(before)).toBe(true)
    },
  )

  it.each<[string, string, (xml: string) => string]>([
    [
      'a formula stands where the answer belongs',
      'write this one by hand',
      (xml) =>
        xml.replace(/<c r="C5"( s="\d+")[^>]*>.*?<\/c>/s, '<c r="C5"$1 t="str"><f>"yes"</f><v>yes</v></c>'),
    ],
    [
      'its rows have no numbers',
      'write this one by hand',
      (xml) => xml.replace('<sheetData>', '<!-- a remark --><sheetData>'),
    ],
    [
      'it has no column of answers',
      "has no sheet 'Questions'",
      (xml) => xml.replace(/<c r="C3"[^>]*>.*?<\/c>/s, '').replace(/<c r="C4"[^>]*>.*?<\/c>/s, ''),
    ],
  ])('leaves a workbook alone where %s', async (_, said, change) => {
    const sheet = partOf(bytes(), SHEET)
    rewritten((xml, name) => (name === sheet ? change(xml) : xml))
    const before = bytes()
    const ran = await runRecp(['walk', 'site.xlsx', '--answer', 'water-leak-repair=no'], { cwd })
    expect(ran.exit).toBe(3)
    expect(ran.stderr).toContain(said)
    expect(Buffer.from(bytes()).equals(before)).toBe(true)
  })

  it('is read without its sheet of questions: nothing is answered then', async () => {
    rewritten((xml, name) =>
      name === 'xl/workbook.xml'
        ? xml
            .replace(new RegExp(`<sheet [^>]*name="${SHEET}"[^>]*/>`), '')
            .replaceAll(new RegExp(`'?${SHEET}'?!`, 'g'), '#REF!')
        : xml,
    )
    const checked = await runRecp(['check', 'site.xlsx'], { cwd })
    expect(checked).toMatchObject({ exit: 0, stderr: '' })
    await runRecp(['convert', 'site.xlsx', 'back.yaml'], { cwd })
    const back = readFileSync(join(cwd, 'back.yaml'), 'utf8')
    expect(back).toContain('\nflows:')
    expect(back).not.toContain('\nanswers:')
    expect((await open()).length).toBeGreaterThan(10)
  })

  it('has a sheet to answer on in every workbook that recp converts', async () => {
    const text = readFileSync(EXAMPLE, 'utf8').replace(/^answers:\n(?: .*\n)+/m, '')
    writeFileSync(join(cwd, 'bare.yaml'), text)
    await runRecp(['convert', 'bare.yaml', 'bare.xlsx'], { cwd })
    const ran = await runRecp(['walk', 'bare.xlsx', '--answer', 'water-leak-repair=no'], { cwd })
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    const checked = await runRecp(['check', 'bare.xlsx'], { cwd })
    expect(checked).toMatchObject({ exit: 0 })
    await runRecp(['convert', 'bare.xlsx', 'back.yaml'], { cwd })
    expect(readFileSync(join(cwd, 'back.yaml'), 'utf8')).toMatch(/^ {2}water-leak-repair: no$/m)
  })

  it.runIf(runSoffice)(
    'does the same in a workbook that LibreOffice saved',
    async () => {
      writeFileSync(file(), await convertWithLibreOffice(bytes(), 'xlsx'))
      const before = bytes()
      const [first] = await open()
      await walk(['note', 'Đã xem', 'yes', 'leave'])
      expect(changed(before, bytes())).toEqual({ B17: first, C17: 'có', D17: 'Đã xem' })
      // LibreOffice opens what was written, with the answer and all comments.
      const again = readCells(await convertWithLibreOffice(bytes(), 'xlsx'))
      expect(again.sheets.find(({ name }) => name === SHEET)?.cells.get('C17')?.value).toBe('có')
      await walk(['no', 'back', 'back', 'leave'])
      expect(Object.keys(changed(before, bytes()))).toEqual(['B17', 'C17', 'D17'])
    },
    120_000,
  )
})
