import { expect, it } from 'vitest'
import { cellValue } from '../../../src/report/xlsx/cells.js'
import { auditBook } from '../../../src/report/xlsx/write-workbook.js'
import { full } from './design.js'
import { exampleAudit, EXAMPLES } from './example-audit.js'

it.each(EXAMPLES)(
  'the sheet of energy adds up to the energy use of %s, over every flow of a carrier',
  async (name) => {
    const audit = await exampleAudit(name)
    const sheet = auditBook(audit, full('en')).sheets.find(({ id }) => id === 'energy')
    const total = sheet?.rows.find(({ cells }) => cellValue(cells[0]) === 'Total')
    const used = audit.figures.find(({ id }) => id === 'total.energy')
    expect(used?.unit).toBe('GJ/yr')
    expect(cellValue(total?.cells[3])).toBeCloseTo(used?.value ?? 0, 6)
  },
)
