import validate from '@ooxml-tools/validate'
import { describe, expect, it } from 'vitest'
import { createLedger, type Ledger } from '../../../src/formula/index.js'
import type { Audit } from '../../../src/model/audit.js'
import { sameText } from '../../../src/model/text.js'
import { auditBook, writeWorkbook } from '../../../src/report/xlsx/write-workbook.js'
import { readCells } from '../../../src/verify/read-cells.js'
import { compareFormulas, recalculateWithIronCalc } from '../recalculate.js'
import { full } from './design.js'

const HOSTILE = '=cmd|\'/c calc\'!A1 & <b>"\u0000\uD800" __proto__ {1;2} '

function ledgerOf(name: string): Ledger {
  const ledger = createLedger()
  const label = sameText(name)
  ledger.add({
    id: 'good.w.price',
    label,
    value: 2,
    unit: 'EUR/m3',
    kind: 'input',
    at: '/water/w/price',
    written: '2 EUR/m3',
  })
  ledger.add({
    id: 'flow.w',
    label,
    value: null,
    unit: 'm3/yr',
    kind: 'input',
    lacks: ['flow.w'],
    at: '/flows/w',
  })
  ledger.derive({
    id: 'cost.w',
    label,
    unit: 'EUR/yr',
    formula: 'use * price',
    uses: { use: 'flow.w', price: 'good.w.price' },
  })
  ledger.derive({ id: 'total.cost', label, unit: 'EUR/yr', formula: '0 EUR/yr', uses: {} })
  ledger.derive({ id: 'total.loss', label, unit: 'EUR/yr', formula: 'cost', uses: { cost: 'cost.w' } })
  ledger.derive({ id: 'package.net', label, unit: 'EUR/yr', formula: '0 EUR/yr', uses: {} })
  ledger.derive({
    id: 'package.payback',
    label,
    unit: 'yr',
    formula: 'payback(10 EUR, net)',
    uses: { net: 'package.net' },
  })
  return ledger
}

/** An audit in which hardly anything is known, and every name is `name`. */
function oddAudit(name: string): Audit {
  return {
    format: 'recp.audit/1',
    recp: '1.0.0',
    content: '2025.1',
    inputs: [{ file: name, sha256: 'ab'.repeat(32) }],
    head: { id: 'odd', name, country: 'VN', currency: 'EUR', date: '2025-01-31' },
    figures: ledgerOf(name).all(),
    inventory: {
      period: { label: name, first: '2024-01-01', last: '2024-12-31', days: 366 },
      plusMinus: 'standard',
      goods: [
        { id: 'w', name, list: 'water', unit: 'm3', price: 'good.w.price', contents: {}, at: '/water/w' },
      ],
      steps: [],
      flows: [
        { id: 'w', name, of: 'w', from: null, to: 'site', recycle: false, contents: {}, at: '/flows/w' },
      ],
      claims: [],
      stocks: [],
      substances: [],
    },
    reconciled: {
      flows: [{ flow: 'w', figure: 'flow.w', class: 'unknown', layers: {} }],
      claims: [],
      balances: [],
      test: { chi2: null, dof: 0, critical95: null, p: null, passed: null },
      diagnosis: {
        closures: [],
        test: { chi2: null, dof: 0, critical95: null, p: null, passed: null },
        limit: null,
        suspects: [],
        leaks: [],
      },
    },
    indicators: {
      indicators: [],
      costs: [{ good: 'w', amount: 'flow.w', price: 'good.w.price', cost: 'cost.w', share: 'cost.w.share' }],
      totalCost: 'total.cost',
      losses: [
        {
          id: 'w',
          label: sameText(name),
          amount: 'flow.w',
          parts: [{ kind: 'water', figure: 'cost.w' }],
          cost: 'cost.w',
          share: 'loss.w.share',
        },
      ],
      totalLoss: 'total.loss',
      centres: [],
      measureNext: [],
      emissions: [],
    },
    gaps: [],
    compliance: { checks: [], unchecked: [], legal: [] },
    findings: [],
    evaluation: {
      opportunities: [],
      streams: [],
      weights: [],
      topThree: { first: [], second: [] },
      abatement: [],
      stakes: [],
      requests: [],
      diagnosis: [],
      totals: {
        net: 'package.net',
        investment: 'package.investment',
        payback: 'package.payback',
        co2e: 'package.co2e',
      },
    },
    names: {},
    sources: [{ id: 's', text: name, url: 'javascript:alert(1)' }],
    notes: [sameText(name)],
    diagnostics: [{ code: 'Z999', at: '/x', args: {}, severity: 'warning' }],
  }
}

describe.each([
  ['plain', 'Plant'],
  ['hostile', HOSTILE],
  ['long', 'x'.repeat(40_000)],
  ['empty', ''],
])('an audit with %s names', (_, name) => {
  it.each(['en', 'vi'] as const)('is a file without faults (%s)', async (lang) => {
    const bytes = await writeWorkbook(oddAudit(name), full(lang))
    expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([])
    const { mismatches, compared } = compareFormulas(bytes, await recalculateWithIronCalc(bytes))
    expect(mismatches).toEqual([])
    expect(compared).toBeGreaterThan(5)
  })

  it('puts no name into a formula', () => {
    const formulas = auditBook(oddAudit(name), full('en')).sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell && 'formula' in cell ? [cell.formula] : []))),
    )
    expect(formulas.filter((formula) => formula.includes('cmd') || formula.includes('Plant'))).toEqual([])
  })
})

it('leaves an input without value empty, and shows a dash for what depends on it', async () => {
  const bytes = await writeWorkbook(oddAudit('Plant'), full('en'))
  const cells = readCells(bytes).sheets.find(({ name }) => name === 'Losses')?.cells
  expect(
    [...(cells?.values() ?? [])].filter(({ value, formula }) => formula !== undefined && value === '–')
      .length,
  ).toBeGreaterThan(2)
})

it('leaves out sheets with nothing to show', () => {
  const ids = auditBook(oddAudit('Plant'), full('en')).sheets.map(({ id }) => id)
  expect(ids).toEqual([
    'cover',
    'summary',
    'scenario',
    'inputs',
    'water',
    'flows',
    'losses',
    'programme',
    'data-quality',
    'factors',
    'glossary',
    'workings',
    'recp',
  ])
})
