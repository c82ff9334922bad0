import { strFromU8, unzipSync } from 'fflate'
import { readCells, type StoredCell } from '../../src/verify/read-cells.js'
import { steady } from './audit-text.js'

type Parts = Readonly<Record<string, string>>

/**
 * A workbook as text, to see what changed in it: properties, names, and sheet by sheet the cells
 * (`Sheet!A1 = value | =formula | number format`), tables, charts, validations, conditional formats, links and
 * merged cells. Not in it: styles, widths, the page setup, the order of the zip, and the cells of the very
 * hidden sheet, which repeat where every figure lies.
 */
export function workbookText(bytes: Uint8Array): string {
  const parts = textParts(bytes)
  const formats = numberFormats(parts['xl/styles.xml'] ?? '')
  const { sheets, names } = readCells(bytes)
  const lines = [...properties(parts), ...[...names].map(([name, target]) => `name ${name} = ${target}`)]
  for (const { name, part, cells } of sheets) {
    const xml = parts[part] ?? ''
    const state = stateOf(parts, name)
    lines.push('', `# ${name}${state === 'visible' ? '' : ` (${state})`}`)
    const styles = cellStyles(xml)
    const shown = state === 'veryHidden' ? [] : [...cells]
    lines.push(...shown.map(([at, cell]) => cellLine(name, at, cell, formats.get(styles.get(at) ?? 0))))
    lines.push(...marks(xml), ...tablesOf(parts, part), ...chartsOf(parts, part), ...shapesOf(parts, part))
  }
  return `${lines.join('\n')}\n`
}

function textParts(bytes: Uint8Array): Parts {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path))
  return Object.fromEntries(files.map(([path, content]) => [path, strFromU8(content)]))
}

function plain(xml: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '')
}

function attribute(tag: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function all(xml: string, pattern: RegExp): readonly string[] {
  return [...xml.matchAll(pattern)].map((match) => plain(match[1] ?? match[0]))
}

function properties(parts: Parts): readonly string[] {
  const core = parts['docProps/core.xml'] ?? ''
  const fields = [...core.matchAll(/<(dc\w*:\w+)[^>]*>([^<]+)</g)]
  return fields.map(([, name = '', value = '']) => `property ${name} = ${plain(value)}`)
}

function stateOf(parts: Parts, sheet: string): string {
  const tags = (parts['xl/workbook.xml'] ?? '').match(/<sheet\b[^>]*>/g) ?? []
  return attribute(tags.find((tag) => attribute(tag, 'name') === sheet) ?? '', 'state') || 'visible'
}

/** Index of a cell style → its number format, where it has one. */
function numberFormats(styles: string): ReadonlyMap<number, string> {
  const own = new Map(
    (styles.match(/<numFmt [^>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'numFmtId'),
      attribute(tag, 'formatCode'),
    ]),
  )
  const cells = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
  const ids = (cells.match(/<xf\b[^>]*>/g) ?? []).map((tag) => attribute(tag, 'numFmtId'))
  const named = ids.map((id, i): [number, string] => [i, own.get(id) ?? (id === '0' ? '' : `format ${id}`)])
  return new Map(named.filter(([, format]) => format !== ''))
}

/** Address → index of the cell style. */
function cellStyles(xml: string): ReadonlyMap<string, number> {
  const tags = xml.match(/<c\s[^>]*>/g) ?? []
  return new Map(tags.map((tag) => [attribute(tag, 'r'), Number(attribute(tag, 's'))]))
}

function cellLine(sheet: string, at: string, { value, formula }: StoredCell, format?: string): string {
  const shown = typeof value === 'number' ? String(steady(value)) : JSON.stringify(value)
  const rest = [formula === undefined ? [] : [`=${formula}`], format === undefined ? [] : [format]].flat()
  return `${sheet}!${at} = ${[shown, ...rest].join(' | ')}`
}

/** What lies over the cells of a sheet. */
function marks(xml: string): readonly string[] {
  const rule = /<conditionalFormatting sqref="([^"]*)">(.*?)<\/conditionalFormatting>/gs
  const conditions = [...xml.matchAll(rule)].map(([, area = '', body = '']) => {
    const kind = [attribute(body, 'type'), attribute(body, 'operator')].filter((word) => word !== '')
    return `condition ${area}: ${[...kind, ...all(body, /<formula>(.*?)<\/formula>/gs)].join(' ')}`
  })
  const choices = [...xml.matchAll(/<dataValidation\b([^>]*)>(.*?)<\/dataValidation>/gs)]
  const validations = choices.map(([, tag = '', body = '']) => {
    const limits = all(body, /<formula\d>(.*?)<\/formula\d>/gs)
    return `validation ${attribute(tag, 'sqref')}: ${[attribute(tag, 'type'), ...limits].join(' ')}`
  })
  const links = (xml.match(/<hyperlink\b[^>]*>/g) ?? [])
    .filter((tag) => attribute(tag, 'location') !== '')
    .map((tag) => `link ${attribute(tag, 'ref')} → ${attribute(tag, 'location')}`)
  const merged = all(xml, /<mergeCell ref="([^"]*)"/g)
  return [
    ...conditions,
    ...validations,
    ...links,
    ...(merged.length > 0 ? [`merged ${merged.join(' ')}`] : []),
  ]
}

/** The parts of a kind that a part refers to, in order. */
function related(parts: Parts, part: string, kind: string): readonly string[] {
  const cut = part.lastIndexOf('/')
  const rels = parts[`${part.slice(0, cut)}/_rels${part.slice(cut)}.rels`] ?? ''
  return (rels.match(/<Relationship\b[^>]*>/g) ?? [])
    .filter((tag) => attribute(tag, 'Type').endsWith(`/${kind}`))
    .map((tag) => `xl/${attribute(tag, 'Target').replace(/^(\.\.\/|\/?xl\/)/, '')}`)
}

function tablesOf(parts: Parts, sheet: string): readonly string[] {
  return related(parts, sheet, 'table').map((path) => {
    const xml = parts[path] ?? ''
    const tag = /<table\b[^>]*>/.exec(xml)?.[0] ?? ''
    const columns = (xml.match(/<tableColumn\b[^>]*>/g) ?? []).map((column) => attribute(column, 'name'))
    return `table ${attribute(tag, 'displayName')} ${attribute(tag, 'ref')}: ${columns.join(' | ')}`
  })
}

function chartsOf(parts: Parts, sheet: string): readonly string[] {
  const drawings = related(parts, sheet, 'drawing')
  return drawings
    .flatMap((drawing) => related(parts, drawing, 'chart'))
    .map((path) => {
      const xml = parts[path] ?? ''
      const title = all(/<c:title>.*?<\/c:title>/s.exec(xml)?.[0] ?? '', /<a:t>([^<]*)</g).join('')
      const kinds = all(xml, /<c:(\w+Chart)>/g)
      return `chart ${JSON.stringify(title)} ${kinds.join('+')}: ${all(xml, /<c:f>([^<]*)</g).join(' ')}`
    })
}

/** Groups of shapes: where they begin, and how many bands, boxes and texts they are made of. */
function shapesOf(parts: Parts, sheet: string): readonly string[] {
  const drawings = related(parts, sheet, 'drawing').map((path) => parts[path] ?? '')
  const groups = drawings.flatMap((xml) => xml.match(/<xdr:oneCellAnchor>.*?<\/xdr:oneCellAnchor>/gs) ?? [])
  return groups.map((xml) => {
    const row = Number(all(xml, /<xdr:row>(\d+)</g)[0]) + 1
    const texts = xml.match(/txBox="1"/g)?.length ?? 0
    const shapes = (xml.match(/<xdr:sp /g)?.length ?? 0) - texts
    return `shapes ${JSON.stringify(attribute(/<xdr:cNvPr[^>]*>/.exec(xml)?.[0] ?? '', 'name'))} from row ${row}: ${shapes} shapes, ${texts} texts`
  })
}
