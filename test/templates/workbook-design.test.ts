import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LAYOUT_SHEETS } from '../../src/model/workbook-design.js'
import { auditBook } from '../../src/report/xlsx/write-workbook.js'
import { shownOf } from '../../src/report/xlsx/sheets/programme-shown.js'
import { pageOf } from '../../src/report/xlsx/sheets/page.js'
import { loadWorkbookDesign } from '../../src/templates/workbook-design.js'
import { exampleAudit } from '../report/workbook/example-audit.js'

const folder = mkdtempSync(join(tmpdir(), 'recp-design-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A folder of templates of the user with these files. */
function pack(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), text)
  }
  return join(folder, name)
}

describe('the design that comes with recp', () => {
  const { value: design, diagnostics } = loadWorkbookDesign()

  it('is read without a fault, in both languages', () => {
    expect(diagnostics).toEqual([])
    const texts = [
      ...[...design.layouts.values()].flatMap(({ title, about, sheets }) => [
        title,
        about,
        ...sheets.flatMap(({ chapter }) => chapter ?? []),
      ]),
      ...[...design.editions.values()].flatMap(({ title, about }) => [title, about]),
      ...design.programme.flatMap(({ title, tasks }) => [title, ...tasks.map((task) => task.title)]),
      ...design.glossary.flatMap(({ term, meaning }) => [term, meaning]),
    ]
    expect(texts.filter(({ en, vi }) => en.trim() === '' || vi.trim() === '')).toEqual([])
  })

  it('has three presets, each sheet at most once, the full one with all of them', () => {
    expect([...design.layouts.keys()].sort()).toEqual(['energy-law', 'full', 'quick'])
    for (const { sheets } of design.layouts.values())
      expect(new Set(sheets.map(({ sheet }) => sheet)).size).toBe(sheets.length)
    expect(
      design.layouts
        .get('full')
        ?.sheets.map(({ sheet }) => sheet)
        .sort(),
    ).toEqual([...LAYOUT_SHEETS].sort())
  })

  it('has the six steps and 18 tasks, each shown by something or by the company', async () => {
    expect(design.programme.map(({ tasks }) => tasks.length)).toEqual([3, 4, 2, 4, 3, 2])
    const page = pageOf(await exampleAudit('brewery'), { lang: 'en', design })
    const open = design.programme
      .flatMap(({ tasks }) => tasks)
      .filter(({ shownBy }) => shownOf(page, shownBy).words.en === 'to be said by the company')
    expect(open.map(({ shownBy }) => shownBy)).toEqual(['team', 'company', 'company'])
  })
})

describe('a design of the user', () => {
  it('shows a property of the opportunities in a column of its own, by the layout alone', async () => {
    const own = pack('columns', {
      'workbooks/columns.yaml': [
        'opportunities:',
        '  - { id: opportunity, width: 40 }',
        '  - { figure: discountedPayback, head: { en: Discounted payback, vi: Hoàn vốn chiết khấu }, width: 12 }',
        '  - { text: order, head: { en: Order, vi: Thứ tự }, width: 8 }',
      ].join('\n'),
    })
    const { value: design, diagnostics } = loadWorkbookDesign([own])
    expect(diagnostics).toEqual([])
    const audit = await exampleAudit('brewery')
    const sheet = auditBook(audit, { lang: 'en', design }).sheets.find(({ id }) => id === 'opportunities')
    const heads = sheet?.rows[4]?.cells.map((cell) => (cell && 'text' in cell ? cell.text : ''))
    expect(heads).toEqual(['Opportunity', 'Discounted payback', 'Order'])
    const first = audit.evaluation.opportunities[0]
    const wanted = audit.figures.find(({ id }) => id === first?.discountedPayback)?.value
    expect(sheet?.rows[5]?.cells[1]).toMatchObject({ result: wanted })
  })

  it('may add a preset; a sheet that does not exist is told with those that do', () => {
    const own = pack('preset', {
      'workbooks/layouts/mine.yaml':
        'title: { en: Mine, vi: Riêng }\nabout: { en: Two sheets, vi: Hai trang }\nsheets: [{ sheet: summary }, { sheet: looses }]\n',
    })
    const { value, diagnostics } = loadWorkbookDesign([own])
    expect(value.layouts.has('mine')).toBe(true)
    expect(value.layouts.has('full')).toBe(true)
    expect(diagnostics).toMatchObject([{ code: 'C104', args: { written: 'looses' } }])
  })

  it('cannot withhold a part that nobody knows', () => {
    const own = pack('edition', {
      'workbooks/editions/press.yaml':
        'title: { en: Press, vi: Báo chí }\nabout: { en: Short, vi: Ngắn }\nwithout-parts: [prices]\n',
    })
    expect(loadWorkbookDesign([own]).diagnostics).toMatchObject([
      { code: 'C104', args: { written: 'prices' } },
    ])
  })
})
