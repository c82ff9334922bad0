import { BASES } from '../../../model/quantity.js'
import { basisWord } from '../../../units/index.js'
import { countryName } from '../../../model/country-names.js'
import { showFigure } from '../../show-figure.js'
import { say as words, type Text, wording } from '../../../model/text.js'
import { LAYOUT_SHEETS } from '../../../model/workbook-design.js'
import type { Cell } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { KINDS, termOf } from '../term-texts.js'
import { EMPTY_BECAUSE, TABS, TITLES, type Tab } from '../sheet-titles.js'
import { HEADS, WORDS } from '../texts.js'
import { companyOf } from './frame.js'
import { EMPTY, heading } from './list-rows.js'
import { isWanted, isWithheld, type Page, say } from './page.js'
import { text } from './page-cells.js'

const WIDTHS = [36, 30, 74]

const SAID = {
  preset: words('Preset', 'Mẫu sổ'),
  edition: words('Edition', 'Phiên bản'),
  notHere: words(
    'Messages about the input are not part of this edition.',
    'Phiên bản này không có thông báo về số liệu.',
  ),
  leftOut: words('Sheets left out', 'Các trang không có'),
  withheld: words('not part of this edition', 'không có trong phiên bản này'),
  notInPreset: words('not part of this preset', 'không có trong mẫu sổ này'),
  noData: words('no data', 'không có số liệu'),
} as const

/** What this is, of whom and when, the sheets, the meaning of colours, and whether the input passed its checks. */
export function coverSheet(page: Page, content: readonly Pick<DraftSheet, 'id' | 'name'>[]): DraftSheet {
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
    ...presetRows(page),
    EMPTY,
    heading(say(page, WORDS.gates), width),
    gateRow(page),
    ...page.audit.notes.map((note): DraftRow => ({
      cells: [text(note[page.lang], { span: { columns: width } })],
    })),
    EMPTY,
    heading(say(page, WORDS.index), width),
    ...indexRows(page, content),
    EMPTY,
    ...leftOutRows(page, content),
    heading(say(page, WORDS.legend), width),
    ...legendRows(page),
    EMPTY,
    heading(say(page, WORDS.tool), width),
    ...toolRows(page),
  ]
  return {
    id: 'cover',
    name: say(page, TABS.cover),
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
      [head.sectorName?.[page.lang] ?? head.sector, head.isic && `ISIC ${head.isic}`]
        .filter((part) => part !== undefined && part !== '')
        .join(', '),
    ],
    ['address', head.address],
    ['country', head.country && say(page, countryName(head.country))],
    ['employees', head.employees === undefined ? undefined : String(head.employees)],
    ['hours', hoursWords(page)],
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

/** Running hours, and behind them how they are known as the site says it, as far as they are a number. */
function hoursWords({ audit: { head }, ledger, lang }: Page): string | undefined {
  const found = ledger.get('site.hours')
  if (found === undefined || head.hours === undefined) return head.hours
  const [known = ''] = /\(.*\)$/.exec(head.hours) ?? []
  const inWords = BASES.reduce(
    (text, basis) => text.replace(`(${basis}`, `(${basisWord(basis, lang)}`),
    known,
  )
  return `${showFigure(found, lang, 'proper')} ${inWords}`.trimEnd()
}

/** Which preset this is, for whom, and what that means. */
function presetRows(page: Page): readonly DraftRow[] {
  const { layout, edition } = page
  const line = (label: Text, title: Text, about: Text): DraftRow => ({
    cells: [
      text(say(page, label), { style: 'muted' }),
      text(`${say(page, title)}. ${say(page, about)}`, { span: { columns: 2 } }),
    ],
  })
  return [
    line(SAID.preset, layout.title, layout.about),
    ...(edition === undefined ? [] : [line(SAID.edition, edition.title, edition.about)]),
  ]
}

function gateRow(page: Page): DraftRow {
  if (isWithheld(page, 'messages'))
    return { cells: [text(say(page, SAID.notHere), { style: 'muted', span: { columns: WIDTHS.length } })] }
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
      ...(isWanted(page, 'data-quality')
        ? [{ text: say(page, WORDS.messages), style: 'link' as const, link: { sheet: 'data-quality' } }]
        : []),
    ],
  }
}

function indexRows(page: Page, content: readonly Pick<DraftSheet, 'id' | 'name'>[]): readonly DraftRow[] {
  const rows: DraftRow[] = []
  let chapter: Text | undefined
  for (const { id, name } of content) {
    const place = page.layout.sheets.findIndex(({ sheet }) => sheet === id)
    const above = page.layout.sheets.slice(0, place + 1).findLast((one) => one.chapter !== undefined)?.chapter
    if (above !== undefined && above !== chapter)
      rows.push({ cells: [text(say(page, above), { style: 'label', wrap: false })] })
    chapter = above ?? chapter
    rows.push({
      cells: [
        { text: name, style: 'link', link: { sheet: id }, indent: 1 },
        text(say(page, TITLES[id as Tab].about), { style: 'muted', span: { columns: 2 } }),
      ],
    })
  }
  return rows
}

/** Sheets that this workbook could have and has not, with the reason. */
function leftOutRows(page: Page, content: readonly Pick<DraftSheet, 'id'>[]): readonly DraftRow[] {
  const present = new Set(content.map(({ id }) => id))
  const wanted = new Set<string>(page.layout.sheets.map(({ sheet }) => sheet))
  const withheld = new Set(page.edition?.withoutSheets ?? [])
  const rows = LAYOUT_SHEETS.flatMap((sheet): DraftRow[] => {
    if (present.has(sheet)) return []
    const because = withheld.has(sheet)
      ? SAID.withheld
      : wanted.has(sheet)
        ? (EMPTY_BECAUSE[sheet] ?? SAID.noData)
        : SAID.notInPreset
    return [
      {
        cells: [
          text(say(page, TABS[sheet]), { indent: 1 }),
          text(say(page, because), { style: 'muted', span: { columns: 2 } }),
        ],
      },
    ]
  })
  return rows.length === 0 ? [] : [heading(say(page, SAID.leftOut), WIDTHS.length), ...rows, EMPTY]
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
