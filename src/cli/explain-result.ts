import type { Figure } from '../model/figure.js'
import { type Lang, say, type Text } from '../model/text.js'
import { showFigure } from '../report/show-figure.js'
import type { Paint } from '../report/paint.js'
import { columns } from './text-width.js'

const labels = {
  formula: say('formula', 'công thức'),
  source: say('source', 'nguồn'),
  row: say('row', 'dòng của bảng'),
  until: say('best before', 'dùng đến'),
  remark: say('remark', 'ghi chú của bảng'),
  link: say('found at', 'nơi có'),
  written: say('written', 'đã ghi'),
  basis: say('known by', 'cách biết'),
  method: say('method', 'phương pháp'),
  lacks: say('lacks', 'còn thiếu'),
  note: say('note', 'ghi chú'),
  sd: say('standard uncertainty', 'độ không đảm bảo chuẩn'),
}

const kinds: Readonly<Record<Figure['kind'], Text>> = {
  input: say('from the site file', 'từ tệp nhà máy'),
  factor: say('a factor with a source', 'hệ số có nguồn'),
  choice: say('a default of recp', 'giá trị mặc định của recp'),
  derived: say('calculated by its formula', 'tính theo công thức'),
  solved: say('solved for', 'tìm bằng lời giải'),
}

/** Levels of inputs shown below the result itself. */
const DEPTH = 2

const digits = (figure: Figure | undefined, lang: Lang): string => showFigure(figure, lang, 'ascii', 6)

function details(figure: Figure, lang: Lang): readonly (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = []
  const add = (label: Text, value: string | undefined): void => {
    if (value !== undefined && value !== '') rows.push([label[lang], value])
  }
  add(labels.formula, figure.formula)
  add(labels.method, figure.method)
  add(labels.written, figure.written)
  add(labels.basis, figure.basis)
  add(labels.source, figure.source)
  const { key } = figure
  if (key !== undefined) {
    add(labels.row, [key.id, key.country, key.year, key.evidence].filter((part) => part !== '').join(', '))
    add(labels.until, key.bestBefore)
    add(labels.remark, key.remark[lang])
    add(labels.link, key.url)
  }
  if (figure.sd !== undefined) add(labels.sd, digits({ ...figure, value: figure.sd }, lang))
  if (figure.value === null) add(labels.lacks, figure.lacks?.join(', '))
  add(labels.note, figure.note?.[lang])
  return rows
}

type Ledger = ReadonlyMap<string, Figure>

function inputLines(figure: Figure, ledger: Ledger, lang: Lang, depth: number): readonly string[] {
  const uses = Object.entries(figure.uses ?? {})
  const rows = uses.map(([name, id]) => {
    const used = ledger.get(id)
    const from = used === undefined ? '' : (used.source ?? used.written ?? kinds[used.kind][lang])
    return [name, digits(used, lang), id, from]
  })
  const lines = columns(rows)
  const indent = '  '.repeat(DEPTH - depth + 2)
  return uses.flatMap(([, id], i) => {
    const used = ledger.get(id)
    const line = `${indent}${lines[i] ?? ''}`
    if (used === undefined || depth <= 1 || used.formula === undefined) return [line]
    return [line, `${indent}    = ${used.formula}`, ...inputLines(used, ledger, lang, depth - 1)]
  })
}

/** A result in words: its value, its formula, and what stands behind each name of it, two levels deep. */
export function explainResult(figure: Figure, ledger: Ledger, lang: Lang, paint: Paint): string {
  const about = columns(details(figure, lang).map(([label, value]) => [`  ${label}`, value]))
  const inputs = inputLines(figure, ledger, lang, DEPTH)
  const lines = [
    `${paint('strong', figure.id)}  ${figure.label[lang]}`,
    '',
    `  ${digits(figure, lang)}  (${kinds[figure.kind][lang]})`,
    ...(about.length > 0 ? ['', ...about] : []),
    ...(inputs.length > 0 ? ['', ...inputs] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** The same as data: the figure with the figures it uses, two levels deep. */
export function resultTree(figure: Figure, ledger: Ledger, depth = DEPTH): unknown {
  const inputs = Object.entries(figure.uses ?? {}).map(([name, id]) => {
    const used = ledger.get(id)
    if (used === undefined) return { name, id }
    return {
      name,
      ...(depth > 0 ? (resultTree(used, ledger, depth - 1) as object) : { id, value: used.value }),
    }
  })
  return { ...figure, uses: figure.uses ?? {}, inputs }
}
