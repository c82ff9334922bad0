import type { Audit } from '../../../model/audit.js'
import { wording } from '../../../model/text.js'
import type { Sheet } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { TABS, TITLES, type Tab } from '../sheet-titles.js'
import { WORDS } from '../texts.js'
import { EMPTY } from './list-rows.js'
import { type Page, say } from './page.js'

/** Rows above the content of every sheet: title, company and period, the way back, an empty one. */
export const FRAME_ROWS = 4

/** The row of the first head, where the content begins with a list. */
export const FIRST_HEAD = FRAME_ROWS + 1

export type Content = {
  /** In characters; 0 where nothing asks for a width. */
  readonly widths: readonly number[]
  readonly rows: readonly DraftRow[]
  /** Rows that stay on the screen; the frame and one head unless told otherwise. */
  readonly freeze?: number
  readonly freezeColumns?: number
  /** Rows repeated on every page; those that stay on the screen unless told otherwise. */
  readonly repeat?: number
  readonly landscape?: boolean
  readonly tabColor?: string
  readonly homes?: boolean
} & Pick<Sheet, 'tables' | 'validations' | 'conditionalFormats' | 'charts' | 'drawings'>

const TAB_COLORS: Readonly<Partial<Record<Tab, string>>> = {
  cover: '0F5C6E',
  summary: '0F5C6E',
  inputs: '3B82F6',
  factors: '6B7280',
  workings: '9CA3AF',
  calculations: '9CA3AF',
  opportunities: '1B5E20',
  'action-plan': '1B5E20',
}

/** A sheet with the frame that all sheets share. */
export function framed(page: Page, tab: Tab, content: Content): DraftSheet {
  const {
    widths,
    rows,
    freeze = FIRST_HEAD,
    repeat = freeze,
    freezeColumns = 1,
    landscape = true,
    homes = true,
    ...rest
  } = content
  const color = TAB_COLORS[tab]
  return {
    id: tab,
    name: say(page, TABS[tab]),
    ...(color !== undefined && { tabColor: color }),
    homes,
    columns: widths.map((width) => (width > 0 ? { width } : {})),
    freeze: { rows: freeze, columns: freezeColumns },
    rows: [...frameRows(page, tab, (widths[0] ?? 0) < 14), ...rows],
    print: { landscape, titleRows: [1, repeat], footer: companyOf(page) },
    ...rest,
  }
}

const moneyWidths = new WeakMap<Audit, number>()

/** Width of a column of money: that of the largest sum of the audit, so that no number turns into `###`. */
export function moneyWidth({ audit }: Page): number {
  const known = moneyWidths.get(audit) ?? widthOfMoney(audit)
  moneyWidths.set(audit, known)
  return known
}

function widthOfMoney({ head, figures }: Audit): number {
  const unit = head.currency
  const largest = figures.reduce(
    (most, one) =>
      one.unit === `${unit}/yr` || one.unit === unit ? Math.max(most, Math.abs(one.value ?? 0)) : most,
    0,
  )
  const digits = Math.max(1, Math.ceil(Math.log10(largest + 1)))
  return Math.min(24, Math.max(12, digits + Math.floor((digits - 1) / 3) + 2))
}

export function companyOf({ audit, lang }: Page): string {
  return wording(audit.head.name, lang) || audit.head.id
}

function frameRows(page: Page, tab: Tab, narrow: boolean): readonly DraftRow[] {
  const { title, about } = TITLES[tab]
  const { audit } = page
  const facts = [companyOf(page), audit.inventory.period.label, audit.head.currency].filter(
    (fact) => fact !== '',
  )
  // Not merged: a merged title would be cut where the columns that stay on the screen end.
  return [
    { cells: [{ text: say(page, title), style: 'title' }] },
    { cells: [{ text: facts.join('  ·  '), style: 'subtitle', wrap: false }] },
    {
      cells: [
        { text: say(page, WORDS.back), style: 'link', wrap: false, link: { sheet: 'cover' } },
        // Beside a narrow first column the way back needs the second one.
        ...(narrow ? [null] : []),
        { text: say(page, about), style: 'muted', wrap: false },
      ],
    },
    EMPTY,
  ]
}
