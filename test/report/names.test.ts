import { describe, expect, it } from 'vitest'
import { balanceReport } from '../../src/report/balance-report.js'
import { renderBalance } from '../../src/report/balance-text.js'
import { renderMarkdown } from '../../src/report/markdown.js'
import { auditBook } from '../../src/report/xlsx/write-workbook.js'
import { wordsOf } from '../../src/diagnostics/print-diagnostic.js'
import { auditText } from '../audit-text.js'
import { full } from './workbook/design.js'
import { exampleAudit } from './workbook/example-audit.js'

const plain = (_: string, text: string): string => text

describe('sectors and substances in reports', () => {
  it.each([
    ['en', 'Fish and seafood processing', 'fish', 'Fish'],
    ['vi', 'Chế biến thủy sản', 'cá', 'Cá'],
  ] as const)('are called by their names (%s)', async (lang, sector, substance, head) => {
    const audit = await exampleAudit('seafood')
    const markdown = renderMarkdown(audit, { lang })
    expect(markdown).toContain(sector)
    expect(markdown).toContain(`| ${substance} |`)
    expect(markdown.includes('| fish |')).toBe(lang === 'en')
    expect(renderBalance(audit, balanceReport(audit), { lang, paint: plain })).toContain(`${substance}, t`)
    const book = auditBook(audit, full(lang))
    const texts = book.sheets.flatMap(({ id, rows }) =>
      id === 'recp'
        ? []
        : rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell && 'text' in cell ? [cell.text] : []))),
    )
    expect(texts).toContain(sector)
    expect(texts).toContain(`${head}, ${lang === 'en' ? 't/yr' : 't/năm'}`)
    expect(texts.filter((text) => /^(fish|seafood)($|[:,]| carried| of )/.test(text))).toEqual([])
  })
  it('are called so in messages too, and by their ids where they have no name', async () => {
    const told = async (substance: string): Promise<readonly string[]> => {
      const { found } = await auditText(`substances: { cr: ${substance} }
water: { rinse: { contains: { cr: 5 mg/l } } }
steps: { bath: { balances: [cr] } }
flows: { in: { of: rinse, to: bath, amount: 100 m3 } }
`)
      return found('B404').flatMap((one) => (['en', 'vi'] as const).map((lang) => wordsOf(one, lang).message))
    }
    expect(await told('{ name: { en: Chromium, vi: Crom } }')).toEqual([
      "Chromium enters step 'bath' and nothing leaves it",
      "Crom vào công đoạn 'bath' nhưng không có dòng ra",
    ])
    expect((await told('{ conserved: yes }'))[0]).toBe("cr enters step 'bath' and nothing leaves it")
  })

  it('are words also where a value belongs into an answer', async () => {
    const { names } = await exampleAudit('seafood')
    const written = Object.entries(names).filter(([name]) => /^(with|of)\./.test(name))
    expect(written.length).toBeGreaterThan(5)
    for (const [, { en, vi }] of written) {
      expect(en).toMatch(/^[^{}:]+ \(in the answer, under (with|of)\)/)
      expect(vi).toMatch(/^[^{}:]+ \(ghi trong câu trả lời, mục (with|of)\)/)
    }
  })
})
