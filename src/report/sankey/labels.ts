import type { Lang } from '../../model/text.js'
import { FLOW_CLASSES, termOf } from '../xlsx/term-texts.js'
import { amountText } from './amount-text.js'
import type { SankeyGraph, SankeyLink, SankeyNode, SankeyStock } from './graph.js'
import { textWidth, wrapText } from './measure-text.js'
import { BOX_WIDTH, LABEL_WIDTH, TEXT } from './sizes.js'

export type TextLine = { readonly text: string; readonly bold?: boolean; readonly muted?: boolean }

/** Lines of one size, with the room they take. */
export type TextBlock = {
  readonly lines: readonly TextLine[]
  readonly size: number
  readonly leading: number
  readonly width: number
  readonly height: number
}

export function textBlock(lines: readonly TextLine[], size: number, leading: number): TextBlock {
  const width = lines.reduce((most, { text, bold }) => Math.max(most, textWidth(text, size, bold)), 0)
  return { lines, size, leading, width, height: lines.length * leading }
}

/** Name of a flow, its value and one standard uncertainty; the last break of a long value is before its unit. */
export function linkLabel(link: SankeyLink, { unit }: SankeyGraph, lang: Lang): TextBlock {
  const { size, line } = TEXT
  const name = wrapText(link.name, { size, width: LABEL_WIDTH, lines: 3 })
  const value =
    link.value === null ? termOf(FLOW_CLASSES, 'unknown')[lang] : amountText(link.value, link.sd, unit, lang)
  const values = wrapText(value, { size, width: LABEL_WIDTH, lines: 3, bold: true })
  return textBlock(
    [...name.map((text) => ({ text })), ...values.map((text) => ({ text, bold: true }))],
    size,
    line,
  )
}

/** `+12 ± 3 t/yr`: what a stock grew by. */
function stockText({ name, value, sd }: SankeyStock, unit: string, lang: Lang): string {
  const amount = value === null ? termOf(FLOW_CLASSES, 'unknown')[lang] : amountText(value, sd, unit, lang)
  return `${name}: ${value !== null && value > 0 ? '+' : ''}${amount}`
}

/** Name of a step and what is held in it. */
export function boxLabel(node: SankeyNode, { unit }: SankeyGraph, stockWord: string, lang: Lang): TextBlock {
  const width = BOX_WIDTH - 22
  const wrap = (text: string, lines: number, bold = false) =>
    wrapText(text, { size: bold ? TEXT.boxSize : TEXT.size, width, lines, bold }).map((part) => ({
      text: part,
      ...(bold ? { bold } : { muted: true }),
    }))
  const stocks = node.stocks.flatMap((stock) => wrap(`${stockWord} ${stockText(stock, unit, lang)}`, 4))
  const lines = [...wrap(node.name, 3, true), ...stocks]
  return textBlock(lines, TEXT.boxSize, TEXT.boxLine)
}
