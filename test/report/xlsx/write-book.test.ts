import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import validate from '@ooxml-tools/validate'
import { build } from 'esbuild'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeBook } from '../../../src/report/xlsx/write-book.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { demoBook } from './demo-book.js'

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let bytes: Uint8Array
let part: (name: string) => string

beforeAll(async () => {
  bytes = await writeBook(demoBook())
  const parts = unzipSync(bytes)
  part = (name) => strFromU8(parts[name] ?? new Uint8Array())
})

describe('the file of a book with every feature', () => {
  for (const version of ['Office2007', 'Office2019', 'Microsoft365'] as const) {
    it(`follows the format of ${version}`, async () => {
      const errors = await validate(bytes, 'xlsx', version)
      expect(errors.map(({ path, description }) => `${path.partUri} ${path.xpath} ${description}`)).toEqual(
        [],
      )
    })
  }

  it('has well-formed parts only', () => {
    const parts = Object.entries(unzipSync(bytes)).map(
      ([name, content]) => [name, strFromU8(content)] as const,
    )
    expect(parts.length).toBeGreaterThan(20)
    expect(parts.filter(([, xml]) => unbalanced(xml).length > 0).map(([name]) => name)).toEqual([])
  })

  it('keeps text, numbers, formulas with results, dates and truth values', () => {
    const [cover, losses] = readCells(bytes).sheets
    const cells = new Map([
      ...(cover?.cells ?? []),
      ...[...(losses?.cells ?? [])].map(([a, c]) => [`L${a}`, c] as const),
    ])
    expect(cells.get('A1')).toEqual({ value: 'Kiểm toán hiệu quả tài nguyên' })
    expect(cells.get('B3')).toEqual({ value: 0.08 })
    expect(cells.get('B6')).toEqual({ value: 45657 })
    expect(cells.get('B7')).toEqual({ value: true })
    expect(cells.get('B8')).toEqual({ formula: 'B4>1', value: true })
    expect(cells.get('B9')).toEqual({ formula: 'IF(B4>1E9,1,"")', value: '' })
    expect(cells.get('B12')).toEqual({ formula: 'IF(B4>1,"có","không")', value: 'có' })
    expect(cells.get('LB10')).toEqual({ formula: 'SUM(B5:B9)', value: 1900 })
  })

  it('names cells and print areas, and leaves hidden sheets hidden', () => {
    const workbook = part('xl/workbook.xml')
    expect(workbook).toContain(`<definedName name="discount_rate">'Bìa'!$B$3</definedName>`)
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="1">`)
    expect(workbook).toMatch(/name="Danh mục" state="hidden"/)
    expect(workbook).toMatch(/name="_recp" state="veryHidden"/)
    expect(workbook).toContain('fullCalcOnLoad="1"')
  })

  it('links inside by location and outside by relationship', () => {
    const sheet = part('xl/worksheets/sheet2.xml')
    expect(sheet).toContain('<hyperlink ref="A3" location="&apos;Bìa&apos;!A1"/>')
    expect(part('xl/worksheets/_rels/sheet2.xml.rels')).toContain(
      'Target="https://www.unido.org/?a=1&amp;b=2"',
    )
    expect(part('xl/worksheets/_rels/sheet2.xml.rels')).not.toContain('Target="#')
  })

  it('has the table, the rules, the notes, the frozen panes and the page set-up', () => {
    const sheet = part('xl/worksheets/sheet2.xml')
    expect(part('xl/tables/table1.xml')).toContain('displayName="TonThat" ref="A4:F9"')
    expect(sheet).toContain('sqref="F5:F9"')
    expect(sheet.match(/<dataValidation /g)).toHaveLength(5)
    expect(sheet.match(/<cfRule /g)).toHaveLength(5)
    expect(part('xl/comments2.xml')).toContain('hoá đơn tháng 12')
    expect(sheet).toContain(
      '<pane xSplit="1" ySplit="4" topLeftCell="B5" activePane="bottomRight" state="frozen"/>',
    )
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(sheet).toContain('&amp;L&amp;8 Nhà máy bia R&amp;&amp;D&amp;C')
    expect(sheet).toContain('<mergeCell ref="A1:F1"/>')
  })

  it('describes itself by the input, not by the clock', () => {
    const core = part('docProps/core.xml')
    expect(core.match(/2024-12-31T00:00:00Z/g)).toHaveLength(2)
    expect(core).toContain('<dc:title>Kiểm toán hiệu quả tài nguyên</dc:title>')
    expect(core).toContain('<dc:language>vi</dc:language>')
  })
})

describe('the bytes of a book', () => {
  it('are the same when it is written again', async () => {
    expect(sha(await writeBook(demoBook()))).toBe(sha(bytes))
  })

  it('are the same from a bundle, in every time zone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'recp-bundle-'))
    try {
      const source =
        `import { createHash } from 'node:crypto'\nimport { writeBook } from './src/report/xlsx/write-book.js'\n` +
        `import { demoBook } from './test/report/xlsx/demo-book.js'\n` +
        `const bytes = await writeBook(demoBook())\n` +
        `console.log(new Date(0).getTimezoneOffset(), createHash('sha256').update(bytes).digest('hex'))`
      const banner = `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`
      const { outputFiles } = await build({
        stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'node',
        banner: { js: banner },
        logLevel: 'error',
      })
      const file = join(folder, 'bundle.mjs')
      await writeFile(file, outputFiles[0]?.contents ?? '')
      const run = async (zone: string) => {
        const env = { ...process.env, TZ: zone }
        return (await promisify(execFile)(process.execPath, [file], { env })).stdout.trim()
      }
      expect(await run('UTC')).toBe(`0 ${sha(bytes)}`)
      expect(await run('Asia/Ho_Chi_Minh')).toBe(`-480 ${sha(bytes)}`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

/** Tags that are not closed in their order, by a count that needs no parser. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [, end, name = '', self] of xml.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    if (self) continue
    if (!end) open.push(name)
    else if (open.pop() !== name) wrong.push(name)
  }
  return [...wrong, ...open]
}
