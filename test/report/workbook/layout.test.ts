import validate from '@ooxml-tools/validate'
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditSite } from '../../../src/audit.js'
import { compareAudits } from '../../../src/compare/compare-audits.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import type { LayoutColumn, WorkbookDesign } from '../../../src/model/workbook-design.js'
import { LISTS, NEEDED_COLUMNS, type ListId } from '../../../src/model/workbook-lists.js'
import type { Book, Sheet } from '../../../src/report/xlsx/book.js'
import { checkBook } from '../../../src/report/xlsx/check-book.js'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import { moneyWidth } from '../../../src/report/xlsx/sheets/frame.js'
import { pageOf } from '../../../src/report/xlsx/sheets/page.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { recalculate } from '../../../src/verify/recalculate.js'
import { CONTENT } from '../../audit-text.js'
import { compareFormulas } from '../recalculate.js'
import { shownIn, wrongResults } from './book-cells.js'
import { DESIGN } from './design.js'
import { exampleAudit, EXAMPLES, starchInTwoYears } from './example-audit.js'
import { monthlyAudit } from './monthly-site.js'

const IDS = Object.keys(LISTS) as ListId[]

type Layout = (columns: readonly LayoutColumn[], list: ListId) => readonly LayoutColumn[]

/** The design of recp with every list laid out otherwise. */
function laid(layout: Layout): WorkbookDesign {
  return {
    ...DESIGN,
    columns: new Map([...DESIGN.columns].map(([list, columns]) => [list, layout(columns, list)])),
  }
}

/** A property of what each list shows that no column of it shows yet, or not in this way. */
const SHOWN: Readonly<Record<ListId, Pick<LayoutColumn, 'id' | 'from'>>> = {
  'scenario.results': { from: 'text', id: 'unit' },
  'scenario.levers': { from: 'text', id: 'unit' },
  'scenario.measures': { from: 'figure', id: 'npv' },
  'portfolio.waterfall': { from: 'text', id: 'kind' },
  'portfolio.payback': { from: 'figure', id: 'payback' },
  'portfolio.tornado': { from: 'text', id: 'input' },
  'portfolio.abatement': { from: 'text', id: 'end' },
  inputs: { from: 'text', id: 'kind' },
  materials: { from: 'figure', id: 'price' },
  'materials.leaving': { from: 'text', id: 'list' },
  energy: { from: 'figure', id: 'price' },
  'energy.emissions': { from: 'figure', id: 'factor' },
  'water.sources': { from: 'text', id: 'unit' },
  'water.uses': { from: 'text', id: 'of' },
  'water.discharge': { from: 'text', id: 'from' },
  equipment: { from: 'text', id: 'machine.id' },
  flows: { from: 'text', id: 'of' },
  'flows.contents': { from: 'figure', id: 'figure' },
  'flows.claims': { from: 'text', id: 'class' },
  balances: { from: 'figure', id: 'closure' },
  losses: { from: 'figure', id: 'cost' },
  'quantity-centres': { from: 'figure', id: 'loss' },
  'quantity-centres.steps': { from: 'text', id: 'step' },
  'quantity-centres.water': { from: 'text', id: 'kind' },
  indicators: { from: 'text', id: 'group' },
  'indicators.targets': { from: 'figure', id: 'gap' },
  'changes.profile': { from: 'text', id: 'unit' },
  'changes.results': { from: 'text', id: 'label' },
  'changes.inputs': { from: 'text', id: 'new.place' },
  'changes.measures': { from: 'text', id: 'title' },
  'changes.findings': { from: 'text', id: 'title' },
  benchmarks: { from: 'figure', id: 'gap' },
  compliance: { from: 'figure', id: 'limit' },
  'compliance.legal': { from: 'text', id: 'kind' },
  'compliance.unchecked': { from: 'text', id: 'why' },
  checklist: { from: 'text', id: 'entry' },
  opportunities: { from: 'figure', id: 'investment' },
  'opportunities.streams': { from: 'figure', id: 'base' },
  'calculations.ranking': { from: 'text', id: 'status' },
  'action-plan': { from: 'text', id: 'system' },
  programme: { from: 'text', id: 'shownBy' },
  'programme.effects': { from: 'text', id: 'system' },
  'programme.focus': { from: 'figure', id: 'share' },
  'data-quality.basis': { from: 'text', id: 'basis' },
  'data-quality.suspects': { from: 'text', id: 'claim' },
  'data-quality.next': { from: 'text', id: 'label' },
  'data-quality.defaults': { from: 'text', id: 'kind' },
  'data-quality.requests': { from: 'text', id: 'entries' },
  'data-quality.messages': { from: 'text', id: 'severity' },
  factors: { from: 'text', id: 'key.id' },
  'factors.sources': { from: 'text', id: 'text' },
  workings: { from: 'text', id: 'kind' },
  glossary: { from: 'text', id: 'also' },
}

const REVERSED: Layout = (columns) => columns.toReversed()
const ADDED: Layout = (columns, list) => [
  { ...SHOWN[list], head: { en: `Own ${list}`, vi: `Riêng ${list}` }, width: 12 },
  ...columns,
]

let audits: readonly (readonly [string, Audit])[] = []
beforeAll(async () => {
  const examples = EXAMPLES.map(async (name) => [name, await exampleAudit(name)] as const)
  audits = await Promise.all([
    ...examples,
    starchInTwoYears().then((audit) => ['starch-two-years', audit] as const),
    monthlyAudit().then((audit) => ['monthly', audit] as const),
    laterBrewery().then((audit) => ['later brewery', audit] as const),
    loadSite('test/specimens/good/rinse-line.yaml').then((site) => ['rinse line', auditOf(site)] as const),
  ])
})

function auditOf(site: Awaited<ReturnType<typeof loadSite>>): Audit {
  const { audit } = auditSite(site, { content: CONTENT })
  if (audit === null) throw new Error('no audit')
  return audit
}

/** The brewery with a measure decided and an answer given, beside the audit before. */
async function laterBrewery(): Promise<Audit> {
  const folder = 'examples/brewery'
  const text = (await readFile(`${folder}/site.yaml`, 'utf8'))
    .replace('status: proposed', 'status: planned')
    .replace('waste-organics-use: { answer: no,', 'waste-organics-use: { answer: yes,')
  const now = auditOf(await loadSite({ text, name: 'site.yaml', folder }))
  return { ...now, changes: compareAudits(await exampleAudit('brewery'), now) }
}

const books = (layout: Layout, lang: 'en' | 'vi' = 'en') =>
  audits.map(([name, audit]) => ({ name, book: auditBook(audit, { lang, design: laid(layout) }) }))

/** What every chart reads: names, values, sizes. */
function drawn(book: Book): readonly unknown[] {
  return book.sheets.flatMap((sheet) =>
    (sheet.charts ?? []).map(({ title, categories, series }) => ({
      sheet: sheet.id,
      title,
      categories: shownIn(book, sheet, categories),
      series: series.map(({ name, values, x, size }) =>
        [values, x, size, typeof name === 'string' ? undefined : name].map((range) =>
          range === undefined ? undefined : shownIn(book, sheet, range),
        ),
      ),
    })),
  )
}

/** What stands in the single columns that rules are about, and what the names of the book refer to. */
function ruled(book: Book): readonly unknown[] {
  const single = ({ area }: { readonly area: string }) => new Set(area.match(/[A-Z]+/g)).size === 1
  const home = (id: string) => book.sheets.find((sheet) => sheet.id === id) as Sheet
  return [
    ...book.sheets.flatMap((sheet) =>
      [...(sheet.conditionalFormats ?? []), ...(sheet.validations ?? [])]
        .filter(single)
        .map((rule) => [sheet.id, shownIn(book, sheet, rule)]),
    ),
    ...(book.names ?? []).map(({ name, sheet, area }) => [name, shownIn(book, home(sheet), { area })]),
  ]
}

describe.each([
  ['turned round', REVERSED],
  ['with a column in front', ADDED],
])('lists %s', (_, layout) => {
  it.each(['en', 'vi'] as const)('keep every formula, chart, rule and name right (%s)', (lang) => {
    const asShipped = books((columns) => columns, lang)
    for (const [index, { name, book }] of books(layout, lang).entries()) {
      checkBook(book)
      expect({ name, wrong: wrongResults(book) }).toEqual({ name, wrong: [] })
      const shipped = asShipped[index]?.book
      if (shipped === undefined) throw new Error('no book')
      expect(drawn(book)).toEqual(drawn(shipped))
      expect(ruled(book)).toEqual(ruled(shipped))
      expect(tablesIn(book)).toEqual(tablesIn(shipped))
    }
  })
})

it('turned round, the file has no fault', async () => {
  for (const [, audit] of audits.slice(0, 2)) {
    const bytes = await writeWorkbook(audit, { lang: 'vi', design: laid(REVERSED) })
    expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([])
    expect(compareFormulas(bytes, recalculate(readCells(bytes))).mismatches).toEqual([])
  }
})

const tablesIn = (book: Book) =>
  book.sheets.flatMap(({ tables = [] }) => tables.map(({ name, area }) => [name, area.match(/\d+/g)]))

/** Lists that stand without heads, under a title that says what they are. */
const WITHOUT_HEADS: readonly ListId[] = ['quantity-centres.water', 'data-quality.suspects']

it('would tell a formula that gives something else', () => {
  const [, audit] = audits[0] ?? []
  if (audit === undefined) throw new Error('no audit')
  const book = auditBook(audit, { lang: 'en', design: DESIGN })
  const cell = { formula: 'TotalCost', result: 1 }
  const sheets = book.sheets.map((sheet, index) =>
    index === 0 ? { ...sheet, rows: [...sheet.rows, { cells: [cell] }] } : sheet,
  )
  expect(wrongResults({ ...book, sheets })).toHaveLength(1)
})

describe('a property that the layout names', () => {
  it('stands in a column of its own in every list', () => {
    const all = books(ADDED).flatMap(({ book }) => book.sheets)
    const columnsOf = (head: string) =>
      all.flatMap(({ rows }) =>
        rows.flatMap(({ cells }, row) => {
          const column = cells.findIndex((cell) => cellValue(cell) === head)
          const below = rows.slice(row + 1).map((one) => cellValue(one.cells[column]))
          return column === -1 ? [] : below.filter((value) => value !== null && value !== '')
        }),
      )
    const lacking = IDS.filter((list) => columnsOf(`Own ${list}`).length === 0)
    expect(lacking).toEqual(WITHOUT_HEADS)
  })

  it('shows a figure as a link, words in the language of the book, a list and a truth as words', () => {
    const [, audit] = audits[0] ?? []
    if (audit === undefined) throw new Error('no audit')
    const design: WorkbookDesign = {
      ...DESIGN,
      columns: new Map(DESIGN.columns).set('opportunities', [
        { id: 'npv', from: 'figure', head: { en: 'NPV', vi: 'NPV' } },
        { id: 'title', from: 'text', head: { en: 'Title', vi: 'Tên' } },
        { id: 'references', from: 'text', head: { en: 'References', vi: 'Tài liệu' } },
        { id: 'nowhere.at.all', from: 'text', head: { en: 'None', vi: 'Không' } },
      ]),
    }
    const sheet = auditBook(audit, { lang: 'vi', design }).sheets.find(({ id }) => id === 'opportunities')
    const [first] = audit.evaluation.opportunities
    expect(sheet?.rows[5]?.cells.map(cellValue)).toEqual([
      audit.figures.find(({ id }) => id === first?.npv)?.value,
      first?.title.vi,
      first?.references.join('; '),
      '',
    ])
    expect(sheet?.rows[5]?.cells[0]).toHaveProperty('formula')
  })
})

describe('a layout that does without', () => {
  const longest = Math.max(...[...DESIGN.columns.values()].map(({ length }) => length))

  /** One column of every list is gone, by its place. */
  const without =
    (place: number): Layout =>
    (columns, list) =>
      columns.filter(
        ({ id }, index) => index !== place % columns.length || NEEDED_COLUMNS[list]?.includes(id) === true,
      )

  it.each(Array.from({ length: longest }, (_, place) => place))(
    'the column at place %i of every list has no formula that is wrong, and no fault',
    (place) => {
      for (const { name, book } of books(without(place))) {
        checkBook(book)
        expect({ name, wrong: wrongResults(book) }).toEqual({ name, wrong: [] })
      }
    },
  )

  it('all columns but one is no fault either', () => {
    for (const kept of [0, 1, 2])
      for (const { book } of books((columns, list) =>
        columns.filter(
          ({ id }, index) => index === kept % columns.length || NEEDED_COLUMNS[list]?.includes(id) === true,
        ),
      )) {
        checkBook(book)
        expect(wrongResults(book)).toEqual([])
      }
  })

  it('the cost of losses has no Pareto chart, on the sheet or on the summary', () => {
    const kinds = books((columns, list) =>
      list === 'losses' ? columns.filter(({ id }) => id !== 'cost') : columns,
    ).flatMap(({ book }) => book.sheets.flatMap(({ charts = [] }) => charts.map(({ kind }) => kind)))
    expect(kinds).not.toContain('pareto')
    expect(kinds).toContain('bar')
  })
})

it('gives a list other heads and other widths, and lets a column cover several', () => {
  const [, audit] = audits[0] ?? []
  if (audit === undefined) throw new Error('no audit')
  const design: WorkbookDesign = {
    ...DESIGN,
    columns: new Map(DESIGN.columns).set('losses', [
      { id: 'empty', width: 3 },
      { id: 'loss', head: { en: 'What is lost', vi: 'Mất gì' }, width: 30 },
      { id: 'cost', overMoney: 3 },
      { id: 'share', span: 2 },
    ]),
  }
  const sheet = auditBook(audit, { lang: 'vi', design }).sheets.find(({ id }) => id === 'losses')
  expect(sheet?.rows[4]?.cells.map(cellValue)).toEqual(['', 'Mất gì', 'Chi phí', 'Tỷ trọng', null])
  const money = moneyWidth(pageOf(audit, { lang: 'vi', design }))
  expect(sheet?.columns.map(({ width }) => width)).toEqual([3, 30, money + 3, undefined, undefined])
})
