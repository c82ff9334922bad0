import { NO_VALUE } from '../../../formula/index.js'
import type { Figure } from '../../../model/figure.js'
import type { Lang } from '../../../model/text.js'
import { formatUnit, properSigns } from '../../../units/index.js'
import { formatBySize } from '../styles.js'
import type { Cell, Format, Look } from '../book.js'
import type { FigureCell, LiveCell } from '../layout.js'
import type { FigurePage } from './page.js'

/** A figure in a cell; a dash where there is no figure. */
export function figure(id: string | null | undefined, look: Look = {}): FigureCell | Cell {
  if (id === undefined || id === null) return { text: NO_VALUE, style: 'missing', align: 'right' }
  return { figure: id, ...look }
}

/** A figure that is at home elsewhere. */
export function linked(id: string | null | undefined, look: Look = {}): FigureCell | Cell {
  const cell = figure(id, look)
  return 'figure' in cell ? { ...cell, link: true } : cell
}

export function text(content: string, look: Look = {}): Cell {
  return { text: content, style: 'text', ...look }
}

/** `m³/yr`; nothing for shares and counts. */
export function unitText(page: FigurePage, id: string | null | undefined): string {
  const found = typeof id === 'string' ? page.ledger.get(id) : undefined
  return found === undefined ? '' : unitWords(found.unit, page.lang)
}

export function unitWords(unit: string, lang: Lang): string {
  return properSigns(formatUnit(unit, lang))
}

export function unit(page: FigurePage, id: string | null | undefined): Cell {
  return { text: unitText(page, id), style: 'muted', wrap: false }
}

/** The standard uncertainty of a figure, in its unit and format; one that is a share of its value follows that. */
export function uncertainty(page: FigurePage, id: string | null | undefined): Cell | LiveCell | null {
  const found = typeof id === 'string' ? page.ledger.get(id) : undefined
  if (found?.sd === undefined || !(found.sd > 0) || !Number.isFinite(found.sd)) return null
  const { sd, value, relative } = found
  const look = { align: 'right', format: uncertaintyFormat(found) } as const
  if (relative !== true || !value) return { number: sd, style: 'factor', ...look }
  const share = Number((sd / Math.abs(value)).toPrecision(12))
  return { live: (at) => `ABS(${at(found.id)})*${share}`, result: sd, style: 'derived', ...look }
}

function uncertaintyFormat(found: Figure): Format {
  if (found.show === '%') return 'percent1'
  const sd = found.sd ?? 0
  if (sd >= 100) return 'integer'
  if (sd >= 10) return 'number1'
  if (sd >= 1) return 'number2'
  return formatBySize(sd)
}
