import type { PathStep } from '../sankey/band.js'
import type { Fill, Line, Scene, SceneShape, SceneText } from '../sankey/scene.js'
import { parseArea } from './address.js'
import type { DrawingSpec } from './book.js'
import { safeLine, xmlText } from './safe-text.js'

/** English metric units of a pixel, and points of one. */
const EMU = 9_525
const POINT = 0.75

/** How large it is drawn, in which language its texts are spelt, and the numbers of its shapes. */
type Writing = { readonly scale: number; readonly language: string; readonly nextId: () => number }

/**
 * A drawing as one group of native shapes over the cells: bands are shapes of their own geometry, texts are text
 * boxes, all of them may be edited. Anchored at one cell, so that rows and columns do not stretch it.
 */
export function shapeGroup(
  { scene, at, width }: DrawingSpec,
  language: string,
  nextId: () => number,
): string {
  const scale = width / scene.width
  const writing: Writing = { scale, language, nextId }
  const { top, left } = parseArea(at)
  const extent = `cx="${emu(scene.width * scale)}" cy="${emu(scene.height * scale)}"`
  const group = `<xdr:cNvPr id="${nextId()}" name="${name(scene.title)}" descr="${xmlText(safeLine(scene.description, 4_000))}"/>`
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${left - 1}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${top - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${extent}/>` +
    `<xdr:grpSp><xdr:nvGrpSpPr>${group}<xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/>` +
    `<a:ext ${extent}/><a:chOff x="0" y="0"/><a:chExt ${extent}/></a:xfrm></xdr:grpSpPr>` +
    `${itemsOf(scene, writing)}</xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor>`
  )
}

function itemsOf({ items }: Scene, writing: Writing): string {
  return items.map((item) => (item.kind === 'shape' ? shape(item, writing) : textBox(item, writing))).join('')
}

function emu(pixels: number): number {
  return Math.round(pixels * EMU)
}

function name(text: string): string {
  return xmlText(safeLine(text) || '–')
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function placed({ x, y, width, height }: Box, { scale }: Writing): string {
  return (
    `<a:xfrm><a:off x="${emu(x * scale)}" y="${emu(y * scale)}"/>` +
    `<a:ext cx="${emu(width * scale)}" cy="${emu(height * scale)}"/></a:xfrm>`
  )
}

/** What a path lies in; never without width or height, by which its places are divided. */
function boundsOf(steps: readonly PathStep[]): Box {
  const places = steps.flatMap((step) => step.slice(1) as readonly number[])
  const [xs, ys] = [0, 1].map((rest) => places.filter((_, index) => index % 2 === rest))
  const [x, y] = [Math.min(...(xs ?? [])), Math.min(...(ys ?? []))]
  return {
    x,
    y,
    width: Math.max(1, Math.max(...(xs ?? [])) - x),
    height: Math.max(1, Math.max(...(ys ?? [])) - y),
  }
}

const COMMANDS = { M: 'moveTo', L: 'lnTo', C: 'cubicBezTo' } as const

function geometry(steps: readonly PathStep[], bounds: Box, filled: boolean, { scale }: Writing): string {
  const commands = steps.map((step) => {
    if (step[0] === 'Z') return '<a:close/>'
    const numbers = step.slice(1) as readonly number[]
    const points = numbers.flatMap((x, index) =>
      index % 2 === 0
        ? [
            `<a:pt x="${emu((x - bounds.x) * scale)}" y="${emu(((numbers[index + 1] ?? 0) - bounds.y) * scale)}"/>`,
          ]
        : [],
    )
    return `<a:${COMMANDS[step[0]]}>${points.join('')}</a:${COMMANDS[step[0]]}>`
  })
  const size = `w="${emu(bounds.width * scale)}" h="${emu(bounds.height * scale)}"${filled ? '' : ' fill="none"'}`
  return (
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>' +
    `<a:pathLst><a:path ${size}>${commands.join('')}</a:path></a:pathLst></a:custGeom>`
  )
}

function solid(color: string, opacity = 1): string {
  const alpha = opacity < 1 ? `<a:alpha val="${Math.round(opacity * 100_000)}"/>` : ''
  return `<a:solidFill><a:srgbClr val="${color}">${alpha}</a:srgbClr></a:solidFill>`
}

function fillOf(fill: Fill | undefined): string {
  if (fill === undefined) return '<a:noFill/>'
  if (!('hatch' in fill)) return solid(fill.color, fill.opacity)
  const colors = `<a:fgClr><a:srgbClr val="${fill.hatch}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>`
  return `<a:pattFill prst="wdUpDiag">${colors}</a:pattFill>`
}

const DASHES: Readonly<Record<Line['dash'], string>> = {
  solid: 'solid',
  long: 'lgDash',
  dots: 'sysDot',
  dash: 'dash',
}

function lineOf(line: Line | undefined, { scale }: Writing): string {
  if (line === undefined) return '<a:ln><a:noFill/></a:ln>'
  const width = Math.max(3_175, emu(line.width * scale))
  return `<a:ln w="${width}" cap="flat">${solid(line.color)}<a:prstDash val="${DASHES[line.dash]}"/></a:ln>`
}

function shape({ name: said, steps, fill, line }: SceneShape, writing: Writing): string {
  const bounds = boundsOf(steps)
  return (
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${writing.nextId()}" name="${name(said)}"/><xdr:cNvSpPr/>` +
    `</xdr:nvSpPr><xdr:spPr>${placed(bounds, writing)}${geometry(steps, bounds, fill !== undefined, writing)}` +
    `${fillOf(fill)}${lineOf(line, writing)}</xdr:spPr></xdr:sp>`
  )
}

function textBox({ block, color, align, ...frame }: SceneText, writing: Writing): string {
  const { scale, language, nextId } = writing
  const size = Math.max(100, Math.round(block.size * scale * POINT * 100))
  const leading = Math.round(block.leading * scale * POINT * 100)
  const paragraphs = block.lines.map(({ text, bold }) => {
    const look = `<a:rPr lang="${language}" sz="${size}"${bold ? ' b="1"' : ''}>${solid(color)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:rPr>`
    const spacing = `<a:pPr algn="${align === 'middle' ? 'ctr' : 'l'}"><a:lnSpc><a:spcPts val="${leading}"/></a:lnSpc></a:pPr>`
    return `<a:p>${spacing}<a:r>${look}<a:t>${xmlText(text)}</a:t></a:r></a:p>`
  })
  const body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
  return (
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${nextId()}" name="${name(block.lines[0]?.text ?? '')}"/>` +
    `<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>${placed(frame, writing)}` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr>' +
    `<xdr:txBody>${body}${paragraphs.join('')}</xdr:txBody></xdr:sp>`
  )
}
