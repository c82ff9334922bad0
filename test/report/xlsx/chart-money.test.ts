import { expect, it } from 'vitest'
import { chartMoney } from '../../../src/report/xlsx/sheets/chart-money.js'
import { pageOf } from '../../../src/report/xlsx/sheets/page.js'
import { exampleAudit } from '../workbook/example-audit.js'
import { DESIGN } from '../workbook/design.js'

it('shows money as it is, and by the million where labels would be long', async () => {
  const audit = await exampleAudit('seafood')
  const page = pageOf(audit, { lang: 'vi', design: DESIGN })
  expect(chartMoney(page, [12, null, -99_000_000])).toEqual({ format: 'money', unit: 'VND/năm' })
  expect(chartMoney(page, [-120_000_000, 3])).toEqual({
    format: { code: '#,##0.0,,' },
    unit: 'triệu VND/năm',
  })
  expect(chartMoney(page, [7e10], 'once')).toEqual({ format: { code: '#,##0,,' }, unit: 'triệu VND' })
  expect(chartMoney(page, []).format).toBe('money')
})
