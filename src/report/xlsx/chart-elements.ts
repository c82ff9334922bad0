import type { Result } from './book.js'
import { xmlText } from './safe-text.js'

/** Pieces of chart XML that every kind of chart is put together from. */

/** Told apart by people who see colours differently too (after Okabe and Ito, 2008), darkest first. */
export const PALETTE = [
  '0F5C6E',
  'E69F00',
  '56B4E9',
  '009E73',
  'D55E00',
  'CC79A7',
  '8A8F98',
  'F0E442',
] as const

export type AxisLook = {
  readonly lang: string
  readonly title?: string
  readonly format?: string
  readonly grid?: boolean
  readonly min?: number
  readonly max?: number
  readonly hidden?: boolean
  readonly reverse?: boolean
  readonly crosses?: string
  readonly labels?: string
  /** Names are broken into lines and never turned. */
  readonly level?: true
  /** Whether values lie between the marks of the other axis, as bars do, or on them. */
  readonly between?: 'between' | 'midCat'
}

export function axis(
  tag: 'catAx' | 'valAx',
  id: number,
  crossing: number,
  position: string,
  look: AxisLook,
): string {
  const limits =
    (look.max === undefined ? '' : `<c:max val="${look.max}"/>`) +
    (look.min === undefined ? '' : `<c:min val="${look.min}"/>`)
  const grid = look.grid
    ? `<c:majorGridlines><c:spPr><a:ln w="6350">${fill('E3E6E8')}</a:ln></c:spPr></c:majorGridlines>`
    : ''
  const title = look.title
    ? `<c:title>${richText(look.title, 900, look.lang)}<c:overlay val="0"/></c:title>`
    : ''
  const end =
    tag === 'catAx'
      ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
      : `<c:crossBetween val="${look.between ?? 'between'}"/>`
  return (
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="${look.reverse ? 'maxMin' : 'minMax'}"/>${limits}</c:scaling>` +
    `<c:delete val="${look.hidden ? 1 : 0}"/><c:axPos val="${position}"/>${grid}${title}` +
    `<c:numFmt formatCode="${xmlText(look.format ?? 'General')}" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    `<c:minorTickMark val="none"/><c:tickLblPos val="${look.labels ?? 'low'}"/>` +
    `<c:spPr><a:ln w="6350">${fill('B8BEC4')}</a:ln></c:spPr>${look.level ? levelText(look.lang) : ''}<c:crossAx val="${crossing}"/>` +
    `<c:crosses val="${look.crosses ?? 'autoZero'}"/>${end}</c:${tag}>`
  )
}

function levelText(lang: string): string {
  return `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="${lang}"/></a:p></c:txPr>`
}

export function richText(text: string, size: number, lang: string): string {
  const run = `<a:r><a:rPr lang="${lang}" sz="${size}" b="1"/><a:t>${xmlText(text)}</a:t></a:r>`
  return `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr>${run}</a:p></c:rich></c:tx>`
}

export function fill(rgb: string): string {
  return `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`
}

export function colorAt(index: number): string {
  return PALETTE[index % PALETTE.length] ?? PALETTE[0]
}
export function labelsXml(format: string, { percent = false, light = false }): string {
  const ink = light
    ? `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1">${fill('FFFFFF')}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
    : ''
  return (
    `<c:dLbls><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${ink}` +
    `<c:showLegendKey val="0"/><c:showVal val="${percent ? 0 : 1}"/><c:showCatName val="0"/><c:showSerName val="0"/>` +
    `<c:showPercent val="${percent ? 1 : 0}"/><c:showBubbleSize val="0"/></c:dLbls>`
  )
}

export function textCache(values: readonly Result[]): string {
  const points = values.map((value, index) => {
    return value === null ? '' : `<c:pt idx="${index}"><c:v>${xmlText(String(value))}</c:v></c:pt>`
  })
  return `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`
}
