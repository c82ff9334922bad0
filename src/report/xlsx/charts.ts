import { fixedArea, parseArea, reference } from './address.js'
import type { CellRange, ChartSeries, ChartSpec, Result } from './book.js'
import { axis, colorAt, fill, labelsXml, richText, textCache } from './chart-elements.js'
import { parseDay } from './day.js'
import { xmlText } from './safe-text.js'
import { formatCode } from './styles.js'

/** Where a chart finds the tab and the stored values of a range. */
export type RangeReader = {
  readonly sheetName: (range: CellRange) => string
  readonly values: (range: CellRange) => readonly Result[]
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const CHART_SPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
export const DRAWING_SPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Drawing = { readonly spec: ChartSpec; readonly read: RangeReader; readonly format: string }

/**
 * The chart part (DrawingML, ISO/IEC 29500-1 §21.2) for a chart. Every reference carries its stored values, so that
 * a viewer that calculates nothing still draws it.
 */
export function chartXml(spec: ChartSpec, read: RangeReader, lang: string): string {
  const drawing = { spec, read, format: formatCode(spec.format) }
  const title = `<c:title>${richText(spec.title, 1100, lang)}<c:overlay val="0"/></c:title>`
  const plot = `<c:plotArea><c:layout/>${plotXml(drawing, lang)}</c:plotArea>`
  const text = `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="${lang}"/></a:p></c:txPr>`
  // Hidden rows are drawn too: the data of a chart may stand in a folded part of the sheet.
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="${CHART_SPACE}" xmlns:a="${DRAWING_SPACE}" xmlns:r="${RELATIONSHIPS}">` +
    `<c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/>${plot}${legendXml(spec)}` +
    `<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350">${fill('D9D9D9')}</a:ln></c:spPr>` +
    `${text}</c:chartSpace>`
  )
}

function plotXml(drawing: Drawing, lang: string): string {
  const { kind, series, categoryTitle, valueTitle, shareTitle } = drawing.spec
  const { format } = drawing
  const side = {
    format,
    ...(valueTitle && { title: valueTitle }),
    grid: true,
    ...(drawing.spec.from !== undefined && { min: axisStart(drawing.spec.from) }),
    lang,
  }
  const along = { ...(categoryTitle && { title: categoryTitle }), lang }
  if (kind === 'pie' || kind === 'doughnut') return pieXml(drawing)
  if (kind === 'pareto') {
    const [bars, line] = series
    return (
      barsXml(drawing, bars ? [bars] : [], 'col', false) +
      linesXml(drawing, line ? [line] : [], 1, 113) +
      axis('catAx', 111, 112, 'b', { ...along, level: true }) +
      axis('valAx', 112, 111, 'l', { ...side, min: 0 }) +
      axis('catAx', 113, 114, 'b', { hidden: true, lang }) +
      axis('valAx', 114, 113, 'r', {
        ...(shareTitle && { title: shareTitle }),
        format: '0%',
        min: 0,
        max: 1,
        crosses: 'max',
        labels: 'nextTo',
        lang,
      })
    )
  }
  if (kind === 'line') {
    return (
      linesXml(drawing, series, 0, 111) +
      axis('catAx', 111, 112, 'b', along) +
      axis('valAx', 112, 111, 'l', side)
    )
  }
  if (kind === 'column-line') {
    const [columns, ...lines] = series
    return (
      barsXml(drawing, columns ? [columns] : [], 'col', false) +
      linesXml(drawing, lines, 1, 113) +
      axis('catAx', 111, 112, 'b', along) +
      axis('valAx', 112, 111, 'l', { ...side, min: 0 }) +
      axis('catAx', 113, 114, 'b', { hidden: true, lang }) +
      axis('valAx', 114, 113, 'r', {
        ...(shareTitle && { title: shareTitle }),
        format,
        min: 0,
        crosses: 'max',
        labels: 'nextTo',
        lang,
      })
    )
  }
  if (kind === 'bubble' || kind === 'steps') {
    const numbers = { ...along, format: formatCode(drawing.spec.categoryFormat), grid: kind === 'bubble' }
    return (
      (kind === 'bubble' ? bubblesXml(drawing) : stepsXml(drawing)) +
      axis('valAx', 111, 112, 'b', { ...numbers, labels: 'low', between: 'midCat' }) +
      axis('valAx', 112, 111, 'l', { ...side, between: 'midCat' })
    )
  }
  if (kind === 'radar') {
    return (
      radarXml(drawing) +
      axis('catAx', 111, 112, 'b', { ...along, grid: true, labels: 'nextTo' }) +
      axis('valAx', 112, 111, 'l', { ...side, min: 0, labels: 'nextTo' })
    )
  }
  const stacked = kind.startsWith('stacked')
  if (kind === 'column' || kind === 'stacked-column') {
    const plot = barsXml(drawing, series, 'col', stacked)
    return plot + axis('catAx', 111, 112, 'b', along) + axis('valAx', 112, 111, 'l', side)
  }
  // The first category on top: the axis is reversed, which sends the values to the other edge, and back by `max`.
  const plot = barsXml(drawing, series, 'bar', stacked)
  const values = { ...side, crosses: 'max', labels: 'nextTo' }
  return (
    plot + axis('catAx', 111, 112, 'l', { ...along, reverse: true }) + axis('valAx', 112, 111, 'b', values)
  )
}

/** Days are numbers to a spreadsheet: 1 is the first of January 1900, and a 29th of February 1900 counts too. */
function axisStart(from: number | string): number {
  if (typeof from === 'number') return from
  const day = parseDay(from)
  return day === undefined ? 0 : Math.round(day.getTime() / 86_400_000) + 25_569
}

function barsXml(
  drawing: Drawing,
  list: readonly ChartSeries[],
  direction: 'bar' | 'col',
  stacked: boolean,
): string {
  const series = list.map((one, index) => {
    const paint = one.hidden ? '<a:noFill/>' : fill(one.color ?? colorAt(index))
    const labels = one.hidden ? '' : valueLabels(drawing)
    return (
      `<c:ser>${seriesHead(drawing, one, index)}<c:spPr>${paint}<a:ln><a:noFill/></a:ln></c:spPr>` +
      `<c:invertIfNegative val="0"/>${labels}${seriesData(drawing, one)}</c:ser>`
    )
  })
  const over = stacked || drawing.spec.kind === 'tornado'
  return (
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
    `<c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${list.length > 1 && !over ? 60 : 45}"/>` +
    `${over ? '<c:overlap val="100"/>' : ''}<c:axId val="111"/><c:axId val="112"/></c:barChart>`
  )
}

function linesXml(
  drawing: Drawing,
  list: readonly ChartSeries[],
  firstIndex: number,
  axisId: number,
): string {
  const labels = drawing.spec.kind === 'line' ? valueLabels(drawing) : ''
  const series = list.map((one, offset) => {
    const drawn = lineSeries(drawing, one, firstIndex + offset, labels)
    return `<c:ser>${drawn}<c:smooth val="0"/></c:ser>`
  })
  return (
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>` +
    `<c:axId val="${axisId}"/><c:axId val="${axisId + 1}"/></c:lineChart>`
  )
}

function radarXml(drawing: Drawing): string {
  const series = drawing.spec.series.map(
    (one, index) => `<c:ser>${lineSeries(drawing, one, index, '')}</c:ser>`,
  )
  return (
    `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:axId val="111"/><c:axId val="112"/></c:radarChart>`
  )
}

/** A bubble a series: its number stands in it, its name in the table beside it. */
function bubblesXml(drawing: Drawing): string {
  const series = drawing.spec.series.map((one, index) => {
    const color = one.color ?? colorAt(index)
    const paint = `<c:spPr><a:solidFill><a:srgbClr val="${color}"><a:alpha val="70000"/></a:srgbClr></a:solidFill><a:ln w="9525">${fill('FFFFFF')}</a:ln></c:spPr>`
    return (
      `<c:ser>${seriesHead(drawing, one, index)}${paint}<c:invertIfNegative val="0"/>${NAME_LABELS}` +
      `${numbersXml(drawing, 'xVal', one.x ?? one.values)}${numbersXml(drawing, 'yVal', one.values)}` +
      `${numbersXml(drawing, 'bubbleSize', one.size ?? one.values)}<c:bubble3D val="0"/></c:ser>`
    )
  })
  return (
    `<c:bubbleChart><c:varyColors val="0"/>${series.join('')}<c:bubbleScale val="60"/>` +
    `<c:showNegBubbles val="0"/><c:axId val="111"/><c:axId val="112"/></c:bubbleChart>`
  )
}

const NAME_LABELS =
  '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="r"/><c:showLegendKey val="0"/><c:showVal val="0"/>' +
  '<c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'

function stepsXml(drawing: Drawing): string {
  const series = drawing.spec.series.map((one, index) => {
    const color = one.color ?? colorAt(index)
    return (
      `<c:ser>${seriesHead(drawing, one, index)}<c:spPr><a:ln w="28575" cap="flat">${fill(color)}<a:miter lim="800000"/></a:ln></c:spPr>` +
      `<c:marker><c:symbol val="none"/></c:marker>${numbersXml(drawing, 'xVal', one.x ?? one.values)}` +
      `${numbersXml(drawing, 'yVal', one.values)}<c:smooth val="0"/></c:ser>`
    )
  })
  return (
    `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:axId val="111"/><c:axId val="112"/></c:scatterChart>`
  )
}

/** A line with round markers: its head, look, labels and data. */
function lineSeries(drawing: Drawing, one: ChartSeries, index: number, labels: string): string {
  const color = one.color ?? colorAt(index)
  const paint = `<c:spPr>${fill(color)}<a:ln>${fill(color)}</a:ln></c:spPr>`
  return (
    `${seriesHead(drawing, one, index)}` +
    `<c:spPr><a:ln w="25400" cap="rnd">${fill(color)}<a:round/></a:ln></c:spPr>` +
    `<c:marker><c:symbol val="circle"/><c:size val="5"/>${paint}</c:marker>${labels}${seriesData(drawing, one)}`
  )
}

function pieXml(drawing: Drawing): string {
  const { kind, series, labels } = drawing.spec
  const [one] = series
  if (!one) return ''
  const count = drawing.read.values(one.values).length
  const edge = `<a:ln w="12700">${fill('FFFFFF')}</a:ln>`
  const slices = Array.from({ length: count }, (_, index) => {
    const paint = `<c:spPr>${fill(colorAt(index))}${edge}</c:spPr>`
    return `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/>${paint}</c:dPt>`
  })
  const shares = labels === false ? '' : labelsXml('0%', { percent: true, light: true })
  const body = `<c:varyColors val="1"/><c:ser>${seriesHead(drawing, one, 0)}${slices.join('')}${shares}${seriesData(drawing, one)}</c:ser>`
  if (kind === 'pie') return `<c:pieChart>${body}<c:firstSliceAng val="0"/></c:pieChart>`
  return `<c:doughnutChart>${body}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`
}

function seriesHead({ read }: Drawing, series: ChartSeries, index: number): string {
  const { name } = series
  const text =
    typeof name === 'string'
      ? `<c:v>${xmlText(name)}</c:v>`
      : `<c:strRef><c:f>${formulaOf(read, name)}</c:f>${textCache(read.values(name))}</c:strRef>`
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${text}</c:tx>`
}

function seriesData({ spec, read, format }: Drawing, series: ChartSeries): string {
  const categories = `<c:f>${formulaOf(read, spec.categories)}</c:f>${textCache(read.values(spec.categories))}`
  return `<c:cat><c:strRef>${categories}</c:strRef></c:cat>${numbersXml({ spec, read, format }, 'val', series.values)}`
}

/** Numbers of a range with what is stored of them now. */
function numbersXml({ read, format }: Drawing, tag: string, range: CellRange): string {
  const values = read.values(range)
  const points = values.map((value, index) =>
    typeof value === 'number' && Number.isFinite(value)
      ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`
      : '',
  )
  const cache = `<c:numCache><c:formatCode>${xmlText(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`
  return `<c:${tag}><c:numRef><c:f>${formulaOf(read, range)}</c:f>${cache}</c:numRef></c:${tag}>`
}

function formulaOf(read: RangeReader, range: CellRange): string {
  return xmlText(reference(read.sheetName(range), fixedArea(parseArea(range.area))))
}

function valueLabels({ spec, format }: Drawing): string {
  return spec.labels && spec.kind !== 'pareto' ? labelsXml(format, {}) : ''
}

function legendXml({ kind, series, legend }: ChartSpec): string {
  const round = kind === 'pie' || kind === 'doughnut'
  const shown = series.filter(({ hidden }) => !hidden)
  if (legend === false || (shown.length < 2 && !round && legend !== true)) return ''
  const hidden = series.flatMap((one, index) =>
    one.hidden ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : [],
  )
  return `<c:legend><c:legendPos val="${round ? 'r' : 'b'}"/>${hidden.join('')}<c:overlay val="0"/></c:legend>`
}
