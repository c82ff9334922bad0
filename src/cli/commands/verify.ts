import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Lang, say, type Text } from '../../model/text.js'
import { verifyWorkbook, type ChangedCell, type Verification } from '../../verify/verify-workbook.js'
import { withoutResults } from '../../verify/without-results.js'
import { chosen, misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { columns } from '../text-width.js'
import { usageTexts } from '../texts.js'

const labels = {
  inputs: say('Inputs changed since it was written', 'Số liệu đã sửa từ khi ghi'),
  formulas: say('Formulas changed since it was written', 'Công thức đã sửa từ khi ghi'),
  differences: say('Stored results that the cells do not give', 'Kết quả lưu không khớp với phép tính lại'),
  sheets: say('Sheets that are gone or renamed', 'Trang đã mất hoặc đổi tên'),
  cell: say('cell', 'ô'),
  was: say('was', 'trước'),
  now: say('now', 'nay'),
  figure: say('figure', 'đại lượng'),
  stored: say('stored', 'đã lưu'),
  recalculated: say('recalculated', 'tính lại'),
  formula: say('formula', 'công thức'),
}

const sentences = {
  same: {
    en: (formulas: number) => `Nothing was changed; all ${formulas} formulas give their stored results`,
    vi: (formulas: number) => `Không có gì bị sửa; cả ${formulas} công thức đều cho kết quả đã lưu`,
  },
  counted: {
    en: (formulas: number) => `${formulas} formulas recalculated`,
    vi: (formulas: number) => `đã tính lại ${formulas} công thức`,
  },
  by: {
    en: (engine: string) => `recalculated by ${engine}`,
    vi: (engine: string) => `tính lại bằng ${engine}`,
  },
  noOffice: {
    en: () => 'LibreOffice did not recalculate the workbook: it is not on the PATH, or it failed',
    vi: () => 'LibreOffice không tính lại được sổ tính: không có trong PATH hoặc bị lỗi',
  },
  from: {
    en: (one: Verification) => `written by recp ${one.recp}, content ${one.content}`,
    vi: (one: Verification) => `do recp ${one.recp} ghi, nội dung ${one.content}`,
  },
}

const problems: Readonly<
  Record<'not-a-workbook' | 'not-from-recp' | 'too-large', (lang: Lang, file: string) => string>
> = {
  'not-a-workbook': (lang, file) =>
    lang === 'vi'
      ? `tệp '${file}' không phải sổ tính Excel (.xlsx)`
      : `file '${file}' is no Excel workbook (.xlsx)`,
  'not-from-recp': (lang, file) =>
    lang === 'vi' ? `'${file}' không phải sổ kiểm toán của recp` : `'${file}' is no audit workbook of recp`,
  'too-large': (lang, file) =>
    lang === 'vi'
      ? `sổ tính '${file}' lớn hơn giới hạn 150 MB khi giải nén`
      : `workbook '${file}' unpacks to more than the limit of 150 MB`,
}

function block(
  call: Call,
  title: Text,
  head: readonly Text[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) return []
  const lines = columns([head.map((label) => label[call.lang]), ...rows])
  return [[call.out.paint('strong', title[call.lang]), ...lines.map((line) => `  ${line}`)].join('\n')]
}

function changedRows(cells: readonly ChangedCell[]): readonly (readonly string[])[] {
  return cells.map(({ cell, was, now, figure }) => [
    cell,
    was === '' ? '-' : was,
    now === '' ? '-' : now,
    figure ?? '',
  ])
}

/** Twelve digits: what lies behind them is no difference, and hard to read. */
function shown(value: string | number | boolean | null): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value)
}

function blocks(call: Call, one: Verification): readonly string[] {
  const changed = [labels.cell, labels.was, labels.now, labels.figure]
  const different = [labels.cell, labels.stored, labels.recalculated, labels.formula]
  return [
    ...block(
      call,
      labels.sheets,
      [labels.cell],
      one.missingSheets.map((name) => [name]),
    ),
    ...block(call, labels.inputs, changed, changedRows(one.changedInputs)),
    ...block(call, labels.formulas, changed, changedRows(one.changedFormulas)),
    ...block(
      call,
      labels.differences,
      different,
      one.differences.map(({ cell, stored, recalculated, formula }) => [
        cell,
        shown(stored),
        shown(recalculated),
        `=${formula}`,
      ]),
    ),
  ]
}

/**
 * The workbook as LibreOffice calculates it; `null` for our own evaluator: where that is asked for, and where nothing
 * is said and LibreOffice is missing or fails.
 */
async function byLibreOffice(
  call: Call,
  book: Uint8Array,
): Promise<{ readonly saved: Uint8Array } | Outcome | null> {
  const asked = chosen(call, 'engine')
  if (asked === 'own') return null
  const { findLibreOffice, savedByLibreOffice } = await import('../libre-office.js')
  const program = findLibreOffice(call.io.env['PATH'])
  const saved = program === undefined ? null : await savedByLibreOffice(program, withoutResults(book))
  if (saved !== null) return { saved }
  return asked === 'libreoffice'
    ? { ...misuse(call, sentences.noOffice[call.lang]()), exit: EXIT.input }
    : null
}

/** `recp verify`: what was changed in a workbook since recp wrote it, and whether its formulas give its numbers. */
export async function verify(call: Call): Promise<Outcome> {
  const shown = call.args[0] ?? ''
  const bytes = await readFile(resolve(call.io.cwd, shown)).catch(() => null)
  if (bytes === null) return { ...misuse(call, usageTexts.cannotRead[call.lang](shown)), exit: EXIT.input }
  const book = new Uint8Array(bytes)
  const own = verifyWorkbook(book)
  if ('problem' in own) return { ...misuse(call, problems[own.problem](call.lang, shown)), exit: EXIT.input }
  const other = await byLibreOffice(call, book)
  if (other !== null && 'exit' in other) return other
  const again = other === null ? own : verifyWorkbook(book, other.saved)
  const result = 'problem' in again ? own : again
  const found = blocks(call, result)
  const heading = `${call.out.paint('strong', shown)}  ${sentences.from[call.lang](result)}`
  const end = found.length === 0 ? sentences.same : sentences.counted
  const by = sentences.by[call.lang](other === null ? 'recp' : 'LibreOffice')
  call.out.print(`${[heading, ...found, `${end[call.lang](result.recalculated)} (${by})`].join('\n\n')}\n`)
  return {
    exit: found.length === 0 ? EXIT.done : EXIT.problems,
    content: result.content,
    input: [{ file: shown, sha256: createHash('sha256').update(bytes).digest('hex') }],
    result: { ...result, engine: other === null ? 'own' : 'libreoffice' },
  }
}
