import { wording } from '../../../model/text.js'
import type { Cell } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { KINDS, termOf } from '../term-texts.js'
import { TITLES, type Tab } from '../sheet-titles.js'
import { HEADS, WORDS } from '../texts.js'
import { companyOf } from './frame.js'
import { EMPTY, heading } from './list-rows.js'
import { type Page, say } from './page.js'
import { text } from './page-cells.js'

const WIDTHS = [36, 30, 74]

/** What this is, of whom and when, the sheets, the meaning of colours, and whether the input passed its checks. */
export function coverSheet(page: Page, sheets: readonly Pick<DraftSheet, 'id' | 'name'>[]): DraftSheet {
  const width = WIDTHS.length
  const rows: DraftRow[] = [
    {
      cells: [text(say(page, TITLES.cover.title), { style: 'title', span: { columns: width } })],
      height: 34,
    },
    {
      cells: [
        text(`${companyOf(page)}  ·  ${page.audit.inventory.period.label}`, { style: 'heading' }),
        rule(),
        rule(),
      ],
    },
    EMPTY,
    ...factRows(page),
    EMPTY,
    heading(say(page, WORDS.gates), width),
    gateRow(page),
    ...page.audit.notes.map((note): DraftRow => ({
      cells: [text(note[page.lang], { span: { columns: width } })],
    })),
    EMPTY,
    heading(say(page, WORDS.index), width),
    ...indexRows(page, sheets),
    EMPTY,
    heading(say(page, WORDS.legend), width),
    ...legendRows(page),
    EMPTY,
    heading(say(page, WORDS.tool), width),
    ...toolRows(page),
  ]
  return {
    id: 'cover',
    name: sheets[0]?.name ?? 'Cover',
    tabColor: '0F5C6E',
    columns: WIDTHS.map((one) => ({ width: one })),
    rows,
    print: { footer: companyOf(page) },
  }
}

function rule(): Cell {
  return { blank: true, style: 'heading' }
}

function factRows(page: Page): readonly DraftRow[] {
  const { head, inventory } = page.audit
  const per = head.per && `${page.goods.get(head.per.good) ?? head.per.good} (${head.per.unit})`
  const facts: readonly (readonly [keyof typeof WORDS, string | undefined])[] = [
    ['company', companyOf(page)],
    ['legalName', head.legalName],
    [
      'sector',
      [head.sector, head.isic && `ISIC ${head.isic}`]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
    ],
    ['address', head.address],
    ['country', head.country],
    ['employees', head.employees === undefined ? undefined : String(head.employees)],
    ['hours', head.hours],
    ['boundary', head.boundary === undefined ? undefined : wording(head.boundary, page.lang)],
    ['period', inventory.period.label],
    ['perProduct', per],
    ['currency', head.currency],
    ['date', head.date],
    ['by', head.by],
  ]
  return facts.flatMap(([label, value]) =>
    value === undefined || value === ''
      ? []
      : [
          {
            cells: [text(say(page, WORDS[label]), { style: 'muted' }), text(value, { span: { columns: 2 } })],
          },
        ],
  )
}

function gateRow(page: Page): DraftRow {
  const count = (severity: string) => page.audit.diagnostics.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const style = errors > 0 ? 'bad' : warnings > 0 ? 'warning' : 'good'
  const words = (['error', 'warning', 'note'] as const).map(
    (severity) => `${say(page, WORDS[`${severity}s`])}: ${count(severity)}`,
  )
  const verdict = errors + warnings === 0 ? say(page, WORDS.noProblem) : words.join('   ')
  return {
    cells: [
      text(verdict, { style, wrap: false }),
      { text: say(page, WORDS.messages), style: 'link', link: { sheet: 'data-quality' } },
    ],
  }
}

function indexRows(page: Page, sheets: readonly Pick<DraftSheet, 'id' | 'name'>[]): readonly DraftRow[] {
  return sheets
    .filter(({ id }) => id !== 'cover')
    .map(({ id, name }) => ({
      cells: [
        { text: name, style: 'link', link: { sheet: id } },
        text(say(page, TITLES[id as Tab].about), { style: 'muted', span: { columns: 2 } }),
      ],
    }))
}

function legendRows(page: Page): readonly DraftRow[] {
  return (['input', 'derived', 'factor', 'choice', 'solved', 'missing'] as const).map((style) => ({
    cells: [
      style === 'missing'
        ? { text: '–', style, align: 'right' }
        : { number: 1234.5, format: 'number1', style, align: 'right' },
      text(say(page, termOf(KINDS, style)), { indent: 1, span: { columns: 2 } }),
    ],
  }))
}

function toolRows(page: Page): readonly DraftRow[] {
  const { audit } = page
  const line = (label: string, value: string): DraftRow => ({
    cells: [text(label, { style: 'muted' }), text(value, { style: 'code', span: { columns: 2 } })],
  })
  return [
    line('recp', audit.recp),
    line(say(page, HEADS.content), audit.content),
    ...audit.inputs.map(({ file, sha256 }) => line(file, `SHA-256 ${sha256}`)),
  ]
}
