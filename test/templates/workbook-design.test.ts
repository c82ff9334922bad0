import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { LAYOUT_SHEETS } from '../../src/model/workbook-design.js'
import { EMPTY_COLUMN, LISTS, type ListId } from '../../src/model/workbook-lists.js'
import { checkBook } from '../../src/report/xlsx/check-book.js'
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

  it('shows every column that a list can make, each once', () => {
    const shown = [...design.columns].map(([list, columns]) => [
      list,
      columns.map(({ id }) => id).filter((id) => id !== EMPTY_COLUMN),
    ])
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(Object.entries(LISTS).map(([list, ids]) => [list, [...ids]])),
    )
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

  it('replaces the lists it names, and no others', () => {
    const own = pack('lists', {
      'workbooks/columns.yaml': [
        'losses:',
        '  - { id: loss, head: { en: What is lost, vi: Mất gì }, width: money+2 }',
        '  - { id: cost, width: money }',
        '  - { id: share, width: 9.5 }',
        '  - { text: parts.kind, head: { en: Kind, vi: Loại }, span: 2 }',
      ].join('\n'),
    })
    const { value, diagnostics } = loadWorkbookDesign([own])
    expect(diagnostics).toEqual([])
    expect(value.columns.get('losses')).toEqual([
      { id: 'loss', head: { en: 'What is lost', vi: 'Mất gì' }, overMoney: 2 },
      { id: 'cost', overMoney: 0 },
      { id: 'share', width: 9.5 },
      { id: 'parts.kind', from: 'text', head: { en: 'Kind', vi: 'Loại' }, span: 2 },
    ])
    expect(value.columns.get('flows')).toEqual(loadWorkbookDesign().value.columns.get('flows'))
  })

  it.each(Object.keys(LISTS) as ListId[])('is told where a column of %s does not exist', (list) => {
    const own = pack(`wrong-${list}`, {
      'workbooks/columns.yaml': `${list}:\n  - { id: ${LISTS[list][0]} }\n  - { id: nonsense }\n`,
    })
    const { value, diagnostics } = loadWorkbookDesign([own])
    expect(diagnostics[0]).toMatchObject({
      code: 'C104',
      args: {
        file: 'workbooks/columns.yaml',
        field: `${list}[2].id`,
        written: 'nonsense',
        expected: [...LISTS[list], EMPTY_COLUMN].join(' | '),
      },
    })
    expect(value.columns.get(list)?.map(({ id }) => id)).not.toContain('nonsense')
  })

  it.each([
    ['a list nobody knows', 'loses: [{ id: loss }]', 'C105', 'loses'],
    ['a list without columns', 'losses: []', 'C104', 'losses'],
    ['workings without their numbers', 'workings: [{ id: quantity }]', 'C104', 'workings'],
    ['a width in words', 'losses: [{ id: loss, width: wide }]', 'C104', 'losses[1].width'],
    ['no width', 'losses: [{ id: loss, width: 0 }]', 'C104', 'losses[1].width'],
    ['a width beyond that of a sheet', 'losses: [{ id: loss, width: 300 }]', 'C104', 'losses[1].width'],
    ['half a column', 'losses: [{ id: loss, span: 1.5 }]', 'C104', 'losses[1].span'],
    ['a property without words', 'losses: [{ text: id }]', 'C103', 'losses[1].head'],
    [
      'a property without a name',
      'losses: [{ id: loss }, { text: "", head: { en: A, vi: B } }]',
      'C104',
      'losses[2].text',
    ],
    ['a field nobody reads', 'losses: [{ id: loss, wide: 3 }]', 'C105', 'losses[1].wide'],
  ])('cannot have %s', (name, yaml, code, field) => {
    const own = pack(name.replaceAll(' ', '-'), { 'workbooks/columns.yaml': `${yaml}\n` })
    const { value, diagnostics } = loadWorkbookDesign([own])
    expect(diagnostics).toMatchObject([{ code, args: { file: 'workbooks/columns.yaml', field } }])
    expect(value.columns.get('losses')?.length).toBeGreaterThan(0)
    expect(value.columns.get('workings')?.map(({ id }) => id)).toContain('value')
  })

  it('may have the summary without the sheet of losses that its chart reads', async () => {
    const own = pack('summary-alone', {
      'workbooks/layouts/short.yaml':
        'title: { en: Short, vi: Ngắn }\nabout: { en: One sheet, vi: Một trang }\nsheets: [{ sheet: summary }]\n',
    })
    const { value: design } = loadWorkbookDesign([own])
    const book = auditBook(await exampleAudit('brewery'), { lang: 'en', design, preset: 'short' })
    checkBook(book)
    expect(book.sheets.find(({ id }) => id === 'summary')?.charts).toEqual([])
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
