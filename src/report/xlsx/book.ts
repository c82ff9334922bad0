import type { Lang } from '../../model/text.js'
import type { Scene } from '../sankey/scene.js'

/**
 * A workbook as plain data. Whoever makes sheets fills in these types and calls `writeBook(book)`; nothing here
 * knows the file format.
 *
 * How to think in it:
 * - A sheet is a list of rows, a row is a list of cells from column A on; `null` is an empty cell,
 *   `{ cells: [] }` an empty row. The row at index 0 is row 1. Formulas use ordinary A1 references;
 *   `address.ts` makes them (`cellAddress`, `reference`), and `Sheet.name` is the name to quote.
 * - A cell has one content (text, number, formula, link, date, boolean, blank) and a look: a `style` that says what
 *   the cell *is* (`input`, `derived`, `factor`, ...), a number `format`, and rarely `align`, `wrap`, `bold`, `indent`.
 *   `cells.ts` has short makers for the common ones.
 * - Links, names, charts and drop-down lists name a sheet by its `id`, so they survive a translated sheet name.
 *   Formula text is written as Excel sees it, with sheet names.
 * - A formula always comes with the result the engine computed. A result of `null` is shown as nothing; give `'–'`
 *   where the formula itself yields a dash.
 * - Tables, charts and names point at cells that are there already; a chart reads its stored values from them.
 *
 * What somebody else wrote (text of cells, notes, links) may be anything: it is cleaned, cut or shown as text.
 * What the maker of the sheet decides (names, ranges, formulas, finite numbers) is checked, and a mistake throws.
 */
export type Book = {
  readonly title: string
  readonly subject?: string
  readonly author?: string
  readonly company?: string
  readonly keywords?: string
  /** `yyyy-mm-dd`, from the input and never from the clock: the file says it was made then. */
  readonly date: string
  readonly lang: Lang
  /** In the order of the tabs; at least one is visible. The first visible one is open when the file is opened. */
  readonly sheets: readonly Sheet[]
  readonly names?: readonly DefinedName[]
}

/** A name for a cell or an area, to be used in formulas: `discount_rate`. Constants go into a cell first. */
export type DefinedName = {
  readonly name: string
  /** Id of the sheet. */
  readonly sheet: string
  /** `B3` or `B3:B9`; it is made absolute. */
  readonly area: string
}

export type Sheet = {
  /** Stable, ASCII, lower case; never shown. */
  readonly id: string
  /** The tab: 1 to 31 characters, none of `[ ] : * ? / \`. `legalSheetName` makes one from any text. */
  readonly name: string
  /** `RRGGBB`. */
  readonly tabColor?: string
  /** `very`: cannot be shown from Excel's menu. Put hidden sheets last. */
  readonly hidden?: boolean | 'very'
  /** Rows above and columns left of the frozen line. */
  readonly freeze?: { readonly rows?: number; readonly columns?: number }
  readonly gridLines?: boolean
  /** Per cent. */
  readonly zoom?: number
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly tables?: readonly TableSpec[]
  readonly validations?: readonly Validation[]
  readonly conditionalFormats?: readonly ConditionalFormat[]
  readonly charts?: readonly ChartSpec[]
  readonly drawings?: readonly DrawingSpec[]
  readonly print?: PrintSetup
}

export type Column = {
  /** In characters of the standard font; 9 when left out. */
  readonly width?: number
  readonly hidden?: boolean
  /** Depth in the outline, 1 to 7. */
  readonly outline?: number
}

export type Row = {
  readonly cells: readonly (Cell | null)[]
  /** In points. Left out, it is estimated from the text, and Excel fits the row again when the text is changed. */
  readonly height?: number
  readonly outline?: number
  readonly hidden?: boolean
  /** On paper, the next row begins a page. */
  readonly pageBreak?: boolean
}

/** What a cell holds. */
export type Content =
  | { readonly text: string }
  | { readonly number: number }
  /** Without the leading `=`, with commas and English function names. */
  | { readonly formula: string; readonly result: Result }
  /** `yyyy-mm-dd`. */
  | { readonly date: string }
  | { readonly boolean: boolean }
  | { readonly link: Link; readonly text: string }
  | { readonly blank: true }

export type Result = number | string | boolean | null

/** To a cell of this workbook, or outside (http, https, mailto; anything else is shown as plain text). */
export type Link = { readonly sheet: string; readonly cell?: string } | { readonly url: string }

/** How a cell looks and behaves beside its content. */
export type Look = {
  readonly style?: StyleName
  readonly format?: Format
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
  readonly bold?: boolean
  /** Steps of indentation, 0 to 15. */
  readonly indent?: number
  /** A note that opens when the pointer rests on the cell. */
  readonly note?: string
  /** Merges this cell with those to the right and below, which stay empty. For titles and paragraphs only. */
  readonly span?: { readonly columns?: number; readonly rows?: number }
}

export type Cell = Content & Look

/**
 * What a cell is. The first group is the wording of a sheet, the second the ancestry of a number (the kinds of a
 * `Figure`, and `missing` for what cannot be known), the third a verdict, the last the cells of a form. A legend
 * prints one cell of each.
 */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'head'
  | 'label'
  | 'text'
  | 'muted'
  | 'code'
  | 'paragraph'
  | 'link'
  | 'kpi'
  | 'kpi-label'
  | 'total'
  | 'input'
  | 'factor'
  | 'choice'
  | 'derived'
  | 'solved'
  | 'missing'
  | 'good'
  | 'warning'
  | 'bad'
  | 'entry'
  | 'entry-required'
  | 'example'

/** A number format by name, or Excel's own code (`{ code: '0.0 "kWh"' }`). */
export type Format = FormatName | { readonly code: string }

export type FormatName =
  | 'general'
  | 'integer'
  | 'number1'
  | 'number2'
  | 'number3'
  | 'number4'
  | 'percent'
  | 'percent1'
  | 'percent2'
  | 'money'
  | 'money2'
  | 'number6'
  | 'scientific'
  | 'year'
  | 'date'

/**
 * An Excel table over cells that are there: the first row of `area` holds the heads (text, unique, one line),
 * below it at least one row.
 */
export type TableSpec = {
  /** Unique in the book; letters, digits, `_` and `.`; not like a cell address. */
  readonly name: string
  readonly area: string
  /** Buttons to filter and sort; there unless `false`. */
  readonly filter?: boolean
  /** Bands of colour; there unless `false`. */
  readonly stripes?: boolean
}

/** What may be typed into an area. */
export type Validation = {
  readonly area: string
  readonly allow: Allowed
  /** `false`: anything else is only warned about. */
  readonly strict?: boolean
  /** Shown when the cell is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string }
  /** Shown when something else was typed. */
  readonly error?: { readonly title: string; readonly text: string }
}

export type Allowed =
  /** A drop-down of short words without commas, together under 256 characters. */
  | { readonly list: readonly string[] }
  /** A drop-down of the cells of an area: one row or one column. */
  | { readonly listFrom: { readonly sheet: string; readonly area: string } }
  /** A drop-down of the cells that a formula gives, without `=`. */
  | { readonly listFormula: string }
  /** A number, whole or not, between these. */
  | { readonly number: { readonly min?: number; readonly max?: number; readonly whole?: boolean } }
  | { readonly dateBetween: { readonly from: string; readonly to: string } }

/** A look that depends on values. Earlier ones win. */
export type ConditionalFormat = {
  readonly area: string
  readonly when:
    | { readonly is: Comparison; readonly value: number | string; readonly and?: number | string }
    /** A formula for the top left cell of the area, without `=`. */
    | { readonly formula: string }
    /** A bar in the cell, as long as its number. */
    | { readonly bar: true; readonly min?: number; readonly max?: number }
  readonly look: 'good' | 'warning' | 'bad' | 'muted' | 'bold' | 'bar'
}

/** `value` and `and` are numbers or formulas; a text is written as a formula: `'"open"'`. `between` needs `and`. */
export type Comparison =
  'equal' | 'not-equal' | 'less' | 'less-or-equal' | 'greater' | 'greater-or-equal' | 'between'

/** Cells a chart reads: one row or one column; of the chart's own sheet when `sheet` is left out. */
export type CellRange = { readonly sheet?: string; readonly area: string }

/**
 * A native chart.
 * `pareto`: first series as bars, second (fractions) as a line on the axis at the right;
 * `bar`, `stacked-bar`: horizontal, first category on top; `column`, `stacked-column`: upright;
 * `line`; `pie`, `doughnut`: first series only; `radar`: a spoke for each category;
 * `tornado`: horizontal bars of all series over each other, from zero to both sides;
 * `column-line`: first series as columns, the others as lines on the axis at the right;
 * `bubble`: a bubble a series, one cell each for `x`, `values` and `size`, labelled with its name;
 * `steps`: a line through the points of `x` and `values`, drawn as it is given.
 */
export type ChartSpec = {
  readonly kind:
    | 'pareto'
    | 'bar'
    | 'stacked-bar'
    | 'column'
    | 'stacked-column'
    | 'line'
    | 'pie'
    | 'doughnut'
    | 'radar'
    | 'tornado'
    | 'column-line'
    | 'bubble'
    | 'steps'
  readonly title: string
  /** For those who cannot see it: what it shows, in a sentence. */
  readonly alt: string
  /** The cells it covers: `H2:P20`. */
  readonly at: string
  readonly categories: CellRange
  readonly series: readonly ChartSeries[]
  readonly categoryTitle?: string
  readonly valueTitle?: string
  /** Title of the right axis of a `pareto` or `column-line`. */
  readonly shareTitle?: string
  /** Where the axis of values begins, a number or a date; else where the program likes. */
  readonly from?: number | string
  /** Of the axis along: that of the numbers of a `bubble` or `steps`. */
  readonly categoryFormat?: Format
  /** Of the value axis and of labels. */
  readonly format?: Format
  /** Values beside the points (in a pie: shares). */
  readonly labels?: boolean
  /** There unless `false` or there is nothing to tell apart. */
  readonly legend?: boolean
}

export type ChartSeries = {
  /** One cell, or a text of its own. */
  readonly name: CellRange | string
  readonly values: CellRange
  /** `RRGGBB`; else the next of the palette. */
  readonly color?: string
  /** Drawn without a colour and left out of the legend: what a stack stands on. */
  readonly hidden?: true
  /** Numbers along the other axis of a `bubble` or `steps`. */
  readonly x?: CellRange
  /** Area of a bubble. */
  readonly size?: CellRange
}

/** Shapes over the cells, their top left corner in a cell; the rows under them are kept free by whoever makes the sheet. */
export type DrawingSpec = {
  readonly scene: Scene
  /** `A12`. */
  readonly at: string
  /** In pixels; the height follows. */
  readonly width: number
}

/** A4, margins of 1.3 cm, fitted to the width unless told otherwise. */
export type PrintSetup = {
  readonly landscape?: boolean
  /** `false`: natural size. */
  readonly fitWidth?: boolean
  /** First and last row repeated on every page. */
  readonly titleRows?: readonly [number, number]
  /** `A1:F40`; everything when left out. */
  readonly area?: string
  /** At the left of the foot; the sheet's name stands in the middle, the page at the right. */
  readonly footer?: string
}
