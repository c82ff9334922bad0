import { figuresThatMayBeMissing, figureToExcel, NO_VALUE } from '../../formula/index.js'
import type { Figure, FigureKind } from '../../model/figure.js'
import { cellAddress, fixedAddress, quotedSheet } from './address.js'
import type { Cell, Format, Look, Result, Row, Sheet, StyleName } from './book.js'
import { figureFormat } from './figure-format.js'
import { LONGEST_FORMULA } from './safe-text.js'

/**
 * Sheets as they are drafted: a cell may hold a figure of the ledger instead of a value. Every figure gets one home
 * cell, and wherever else it stands there is a link to that home. Cells get their formulas when all homes are known.
 */
export type DraftSheet = Omit<Sheet, 'rows'> & {
  readonly rows: readonly DraftRow[]
  /** Whether figures may be at home here. Not on sheets with tables that people sort: references would not follow. */
  readonly homes?: boolean
}

export type DraftRow = Omit<Row, 'cells'> & {
  readonly cells: readonly (DraftCell | null)[]
  /** A name by which other sheets link to this row. */
  readonly anchor?: string
}

export type DraftCell = Cell | FigureCell | LiveCell | GoToCell

/** A figure: its value or formula at home, a link elsewhere. `link`: never the home, even if nothing else is. */
export type FigureCell = Look & { readonly figure: string; readonly link?: true }

/** A formula of the sheet's own over figures, with the result that follows from the engine's numbers. */
export type LiveCell = Look & {
  readonly live: (address: (figure: string) => string) => string
  readonly result: Result
}

/** A link to an anchored row. */
export type GoToCell = Look & { readonly goTo: string; readonly text: string }

/** Where a figure is at home. */
export type Home = { readonly sheet: string; readonly row: number; readonly column: number }

export type Homes = ReadonlyMap<string, Home>

/**
 * Cells that take measures in and out of the package. `ticks`: saving in the package → the cell that is 1 where its
 * measure is in. `counted`: what a total adds up → the cell that shows it where its measure is in, else 0.
 */
export type Switches = { readonly ticks: Homes; readonly counted: Homes }

/** The name by which a formula of a sheet asks for what is counted of a figure, and for the figure where nothing is. */
export function counted(figure: string): string {
  return `${COUNTED}${figure}`
}

const COUNTED = 'counted|'

/** First come, first at home, in the order of `sheets`. */
export function findHomes(sheets: readonly DraftSheet[], known: Homes = new Map()): Homes {
  const homes = new Map(known)
  for (const sheet of sheets) {
    if (!sheet.homes) continue
    for (const [rowIndex, { cells }] of sheet.rows.entries()) {
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column]
        if (!cell || !('figure' in cell) || cell.link || homes.has(cell.figure)) continue
        homes.set(cell.figure, { sheet: sheet.id, row: rowIndex + 1, column: column + 1 })
      }
    }
  }
  return homes
}

type Ledger = ReadonlyMap<string, Figure>

/** Puts values, formulas and links into the cells of all sheets. */
export function settle(
  sheets: readonly DraftSheet[],
  homes: Homes,
  figures: readonly Figure[],
  switches: Switches = { ticks: new Map(), counted: new Map() },
): readonly Sheet[] {
  const settling: Settling = {
    homes,
    switches,
    ledger: new Map(figures.map((figure) => [figure.id, figure])),
    missing: figuresThatMayBeMissing(figures),
    quoted: new Map(sheets.map((sheet) => [sheet.id, quotedSheet(sheet.name)])),
    anchors: findAnchors(sheets),
  }
  return sheets.map(({ homes: _homes, rows, ...sheet }) => ({
    ...sheet,
    rows: rows.map(({ anchor: _anchor, ...row }, index) => ({
      ...row,
      cells: row.cells.map(
        (cell, column) =>
          cell && settleCell(cell, { sheet: sheet.id, row: index + 1, column: column + 1 }, settling),
      ),
    })),
  }))
}

type Settling = {
  readonly homes: Homes
  readonly switches: Switches
  readonly ledger: Ledger
  readonly missing: ReadonlySet<string>
  readonly quoted: ReadonlyMap<string, string>
  readonly anchors: ReadonlyMap<string, Home>
}

function findAnchors(sheets: readonly DraftSheet[]): ReadonlyMap<string, Home> {
  const anchors = new Map<string, Home>()
  for (const sheet of sheets) {
    for (const [index, { anchor }] of sheet.rows.entries()) {
      if (anchor !== undefined && !anchors.has(anchor)) {
        anchors.set(anchor, { sheet: sheet.id, row: index + 1, column: 1 })
      }
    }
  }
  return anchors
}

function settleCell(cell: DraftCell, here: Home, settling: Settling): Cell {
  if ('figure' in cell) return figureCell(cell, here, settling)
  if ('goTo' in cell) return goToCell(cell, settling)
  if (!('live' in cell)) return cell
  const { live, result, ...look } = cell
  const isHomeless = (id: string): boolean => settling.ledger.has(id) && !settling.homes.has(id)
  const homeless: string[] = []
  const formula = live((id) => {
    if (!isHomeless(id)) return linkAddress(id, here, settling)
    homeless.push(id)
    return NO_VALUE
  })
  return homeless.length === 0 && formula.length <= LONGEST_FORMULA
    ? { ...look, formula, result }
    : fixedCell(result, look)
}

/**
 * A result that does not follow edits: its formula is longer than a cell may be, as the sum of a thousand flows, or an
 * edition goes without the sheet where a figure of it would be at home.
 */
function fixedCell(result: Result, look: Look): Cell {
  const shown = { ...look, style: 'solved' as const }
  if (typeof result === 'number') return { ...shown, number: result }
  return result === null ? { ...shown, blank: true } : { ...shown, text: String(result) }
}

function goToCell({ goTo, text, ...look }: GoToCell, { anchors }: Settling): Cell {
  const place = anchors.get(goTo)
  if (!place) return { ...look, text }
  const cell = cellAddress(place.row, place.column)
  return { style: 'link', ...look, text, link: { sheet: place.sheet, cell } }
}

function figureCell(cell: FigureCell, here: Home, settling: Settling): Cell {
  const { figure: id, link: _link, ...look } = cell
  const figure = settling.ledger.get(id)
  const home = settling.homes.get(id)
  if (!figure || !home) return { style: 'missing', align: 'right', ...look, text: NO_VALUE }
  const format = look.format ?? figureFormat(figure)
  if (home.sheet === here.sheet && home.row === here.row && home.column === here.column) {
    return homeCell(figure, format, look, here, settling)
  }
  return linkCell(figure, format, look, here, settling)
}

/** An absolute reference, which survives sorting; where the home may be left empty, it shows `–` for that. */
function linkCell(figure: Figure, format: Format, look: Look, here: Home, settling: Settling): Cell {
  const address = linkAddress(figure.id, here, settling)
  const blank = figure.value === null && figure.kind === 'input'
  return {
    style: figure.value === null ? 'missing' : 'derived',
    align: 'right',
    ...look,
    format,
    formula: blank ? `IF(COUNT(${address})=1,${address},"${NO_VALUE}")` : address,
    result: figure.value ?? NO_VALUE,
  }
}

const KIND_STYLES: Readonly<Record<FigureKind, StyleName>> = {
  input: 'input',
  factor: 'factor',
  choice: 'choice',
  derived: 'derived',
  solved: 'solved',
}

function homeCell(figure: Figure, format: Format, look: Look, here: Home, settling: Settling): Cell {
  const style = figure.value === null && figure.kind !== 'input' ? 'missing' : KIND_STYLES[figure.kind]
  const shown = { style, align: 'right' as const, ...look, format }
  if (figure.kind === 'derived' && figure.formula !== undefined) {
    const { ledger, missing, switches } = settling
    const total = figure.id.startsWith('package.')
    const formula = figureToExcel(
      figure,
      ledger,
      (id) => homeAddress(total ? counted(id) : id, here, settling),
      missing,
    )
    const tick = switches.ticks.get(figure.id)
    const switched =
      tick === undefined || formula === undefined
        ? formula
        : `IF(${placeAddress(tick, here, settling)}=1,${formula},0)`
    if (switched !== undefined) return { ...shown, formula: switched, result: figure.value ?? NO_VALUE }
  }
  if (figure.value !== null) return { ...shown, number: figure.value }
  return figure.kind === 'input' ? { ...shown, blank: true } : { ...shown, text: NO_VALUE }
}

function homeAddress(id: string, here: Home, settling: Settling): string {
  const home = homeOf(id, settling)
  const address = cellAddress(home.row, home.column)
  return home.sheet === here.sheet ? address : `${settling.quoted.get(home.sheet) ?? ''}!${address}`
}

function linkAddress(id: string, here: Home, settling: Settling): string {
  return placeAddress(homeOf(id, settling), here, settling)
}

function homeOf(id: string, { homes, switches }: Settling): Home {
  const own = id.startsWith(COUNTED) ? id.slice(COUNTED.length) : undefined
  const home = own === undefined ? homes.get(id) : (switches.counted.get(own) ?? homes.get(own))
  if (!home) throw new Error(`figure "${id}" has no cell in the workbook`)
  return home
}

function placeAddress(home: Home, here: Home, { quoted }: Settling): string {
  const address = fixedAddress(home.row, home.column)
  return home.sheet === here.sheet ? address : `${quoted.get(home.sheet) ?? ''}!${address}`
}
