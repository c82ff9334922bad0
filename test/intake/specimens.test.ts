import { describe, expect, it } from 'vitest'
import { printDiagnostic } from '../../src/diagnostics/print-diagnostic.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import type { DecimalRule } from '../../src/load/xlsx/read-intake.js'
import { handMade, handRows, materials } from './hand-made.js'
import type { HandCell } from './hand-made.js'

type Case = {
  readonly rows: readonly (readonly HandCell[])[]
  readonly more?: Parameters<typeof materials>[1]
  readonly rule?: DecimalRule
  /** Fields of the first material. */
  readonly gives?: Readonly<Record<string, unknown>>
  readonly says?: readonly string[]
}

const xml = (text: string): HandCell => ({ xml: text })
const sugar = (amount: HandCell, unit: HandCell = 't', price: HandCell = null): readonly HandCell[] => [
  null,
  'sugar',
  'Sugar',
  amount,
  unit,
  price,
]
/** A second row that proves how decimals are written. */
const proof = (text: string): readonly HandCell[] => [null, 'proof', 'Proof', text, 't']

const CASES: Readonly<Record<string, Case>> = {
  'a number and its unit': { rows: [sugar(1200.5)], gives: { amount: '1200.5 t' } },
  'a number that shows its zeros': {
    rows: [sugar(xml('<c @ s="3"><v>1200.5</v></c>'))],
    gives: { amount: '1 200.50 t' },
  },
  'a share in per cent': { rows: [sugar(xml('<c @ s="2"><v>0.08</v></c>'), null)], gives: { amount: '8 %' } },
  'a sum with the noise of floating point': {
    rows: [sugar(xml('<c @><f>0.1+0.2</f><v>0.30000000000000004</v></c>'))],
    gives: { amount: '0.3 t' },
  },
  'a number as text, Vietnamese': { rows: [sugar('1.264,5')], gives: { amount: '1 264.5 t' } },
  'a number as text, English': { rows: [sugar('1,264.5')], gives: { amount: '1 264.5 t' } },
  'a number as text with blanks that do not break': {
    rows: [sugar('\u00A014\u00A0500\u00A0')],
    gives: { amount: '14 500 t' },
  },
  'a number with its unit in one cell': {
    rows: [sugar('1.264,5 m³', null)],
    gives: { amount: '1 264.5 m³' },
  },
  'the unit once in each cell': { rows: [sugar('12 t', 't')], gives: { amount: '12 t' } },
  'two different units': { rows: [sugar('12 kg', 't')], gives: { amount: undefined }, says: ['L147'] },
  'a number that can be both': { rows: [sugar('1.264')], gives: { amount: undefined }, says: ['L144'] },
  'the same with a comma': { rows: [sugar('1,264')], gives: { amount: undefined }, says: ['L144'] },
  'the same, told that decimals have a point': {
    rows: [sugar('1.264')],
    rule: 'point',
    gives: { amount: '1.264 t' },
  },
  'the same, told that decimals have a comma': {
    rows: [sugar('1.264')],
    rule: 'comma',
    gives: { amount: '1 264 t' },
  },
  'the same, where another cell proves the comma': {
    rows: [sugar('1.264'), proof('0,5')],
    gives: { amount: '1 264 t' },
  },
  'the same, where another cell proves the point': {
    rows: [sugar('1.264'), proof('2.5')],
    gives: { amount: '1.264 t' },
  },
  'the same, where only an example row proves it': {
    rows: [['example', 'salt', 'Salt', '2.5', 't'], sugar('1.264')],
    gives: { amount: undefined },
    says: ['L144'],
  },
  'the same with its unit in the cell': {
    rows: [sugar('8.640 t', null)],
    gives: { amount: undefined },
    says: ['L144'],
  },
  'the same, where cells prove both': {
    rows: [sugar('1.264'), proof('2.5'), [null, 'other', 'Other', '2,5', 't']],
    gives: { amount: undefined },
    says: ['L144'],
  },
  'nothing is not zero': { rows: [sugar(null)], gives: { amount: undefined } },
  'zero is zero': { rows: [sugar(0)], gives: { amount: '0 t' } },
  'a dash does not apply': { rows: [sugar('-')], gives: { amount: 'n/a' } },
  'n/a does not apply': { rows: [sugar('N/A')], gives: { amount: 'n/a' } },
  'a formula with its value': {
    rows: [sugar(xml('<c @><f>6*2</f><v>12</v></c>'))],
    gives: { amount: '12 t' },
  },
  'a formula without a value': {
    rows: [sugar(xml('<c @><f>6*2</f></c>'))],
    gives: { amount: undefined },
    says: ['L142'],
  },
  'a formula whose value may be old': {
    rows: [sugar(xml('<c @><f>6*2</f><v>12</v></c>'))],
    more: { calculation: '<calcPr calcId="1" fullCalcOnLoad="1"/>' },
    gives: { amount: '12 t' },
    says: ['L143'],
  },
  'a value from another file': {
    rows: [sugar(xml('<c @><f>[1]Sheet1!A1</f><v>12</v></c>'))],
    gives: { amount: undefined },
    says: ['L156'],
  },
  'an error': {
    rows: [sugar(xml('<c @ t="e"><v>#REF!</v></c>'))],
    gives: { amount: undefined },
    says: ['L141'],
  },
  'a formula that ends in an error': {
    rows: [sugar(xml('<c @ t="e"><f>1/0</f><v>#DIV/0!</v></c>'))],
    gives: { amount: undefined },
    says: ['L141'],
  },
  'a date where a number stands': {
    rows: [sugar(xml('<c @ s="1"><v>45690</v></c>'))],
    gives: { amount: undefined },
    says: ['L146'],
  },
  'rich text': {
    rows: [
      sugar(1, 't', null),
      [null, 'x', xml('<c @ t="inlineStr"><is><r><t>Đ</t></r><r><rPr><b/></rPr><t>ường</t></r></is></c>')],
    ],
    gives: { amount: '1 t' },
  },
  'letters and marks apart (NFD)': {
    rows: [[null, 'sugar', 'Đường'.normalize('NFD'), 1, 'tấn'.normalize('NFD')]],
    gives: { name: 'Đường', amount: '1 tấn' },
  },
  'blanks at the ends': {
    rows: [[null, ' sugar ', 'Sugar  ', 1, ' t ']],
    gives: { name: 'Sugar', amount: '1 t' },
  },
  'a text in quotes stays as it is': { rows: [[null, 'sugar', '" Sugar "']], gives: { name: ' Sugar ' } },
  'a row without an id': { rows: [[null, null, 'Sugar', 1, 't']], says: ['L157'] },
  'the same id twice': { rows: [sugar(1), sugar(2)], gives: { amount: '1 t' }, says: ['L112'] },
  'hidden rows': { rows: [sugar(1)], more: { hidden: [3] }, gives: { amount: '1 t' }, says: ['L150'] },
  'a merged area among the rows': {
    rows: [sugar(1, 't'), [null, 'salt', 'Salt', 5, null]],
    more: { after: '<mergeCells count="1"><mergeCell ref="E3:E4"/></mergeCells>' },
    gives: { amount: '1 t' },
    says: ['L155'],
  },
  'an example row that is as it was made': {
    rows: [['example', 'x', 'X', 1, 't'], sugar(2)],
    gives: { amount: '2 t' },
  },
  'an example row in Vietnamese': { rows: [['ví dụ', 'x', 'X', 1, 't'], sugar(2)], gives: { amount: '2 t' } },
  'a sheet of the user': {
    rows: [sugar(1)],
    more: { sheets: [{ name: 'My notes', rows: handRows([['a', 1]]) }] },
    gives: { amount: '1 t' },
    says: ['L152'],
  },
  'a name that means something to JavaScript': {
    rows: [[null, '__proto__', 'X', 1, 't'], sugar(1)],
    gives: { amount: '1 t' },
  },
  'text that begins like a formula': { rows: [[null, 'sugar', '=1+1', 1, 't']], gives: { name: '=1+1' } },
}

async function read({ rows, more = {}, rule = 'auto' }: Case) {
  return readIntake(materials(rows, more), 'intake.xlsx', rule)
}

describe('cells as they come', () => {
  it.each(Object.keys(CASES))('%s', async (name) => {
    const specimen = CASES[name] as Case
    const { value, diagnostics } = await read(specimen)
    const list = (value?.['materials'] ?? Object.create(null)) as Readonly<
      Record<string, Readonly<Record<string, unknown>>>
    >
    const first = list['sugar'] ?? {}
    expect(diagnostics.map(({ code }) => code)).toEqual(specimen.says ?? [])
    for (const [field, text] of Object.entries(specimen.gives ?? {})) expect(first[field]).toBe(text)
    expect(Object.getPrototypeOf(list)).toBeNull()
  })

  it('messages of these specimens', async () => {
    const printed: string[] = []
    for (const [name, specimen] of Object.entries(CASES)) {
      const { diagnostics, places } = await read(specimen)
      for (const diagnostic of diagnostics)
        for (const lang of ['en', 'vi'] as const)
          printed.push(`${name}\n\n${printDiagnostic(diagnostic, { lang, places })}\n`)
    }
    await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot('golden/specimens.txt')
  })
})

type Day = {
  readonly cell: HandCell
  readonly day: string
  readonly says?: readonly string[]
  readonly properties?: string
}

const DAYS: Readonly<Record<string, Day>> = {
  'a day': { cell: xml('<c @ s="1"><v>45658</v></c>'), day: '2025-01-01' },
  'a serial number': { cell: 45658, day: '2025-01-01' },
  'the same in the calendar of 1904': {
    cell: 44196,
    day: '2025-01-01',
    properties: '<workbookPr date1904="1"/>',
  },
  'an ISO day': { cell: xml('<c @ t="d"><v>2025-01-01</v></c>'), day: '2025-01-01' },
  'an ISO day with a time': { cell: xml('<c @ t="d"><v>2025-01-01T00:00:00</v></c>'), day: '2025-01-01' },
  'text, the day first': { cell: '31/12/2024', day: '2024-12-31' },
  'text that could be turned round': { cell: '05/06/2025', day: '2025-06-05', says: ['L145'] },
  'text, the year first': { cell: '2025-01-01', day: '2025-01-01' },
}

describe('days as they come', () => {
  it.each(Object.keys(DAYS))('%s', async (name) => {
    const { cell, day, says = [], properties = '' } = DAYS[name] as Day
    const rows = handRows([
      ['recp:events', 'date', 'text'],
      ['', 'Date', 'Text'],
      [null, cell, 'flood'],
    ])
    const bytes = handMade({ properties, sheets: [{ name: 'Events', rows }] })
    const { value, diagnostics } = await readIntake(bytes, 'intake.xlsx', 'auto')
    expect(value?.['events']).toEqual([{ date: day, text: 'flood' }])
    expect(diagnostics.map(({ code }) => code)).toEqual(says)
  })
})

describe('months as they come', () => {
  it('every spelling of a month is that month, wherever the row stands', async () => {
    const months = ['2025-01', '02/2025', 'T3/2025', 'tháng 4/2025', xml('<c @ s="1"><v>45778</v></c>')]
    const rows: readonly (readonly HandCell[])[] = [
      ['recp:readings', 'of', 'month', 'value', 'unit'],
      ['', 'Good or flow', 'Month', 'Value', 'Unit'],
      ...months.map((month, i) => [null, 'beer', month, 100 + i, 'hl']),
      [null, 'steam', '2025-01', 7, 't'],
      [null, 'beer', '2025-06', 105, 'hl'],
    ]
    const bytes = handMade({ sheets: [{ name: 'Readings', rows: handRows(rows) }] })
    const { value, diagnostics } = await readIntake(bytes, 'intake.xlsx', 'auto')
    expect(diagnostics).toEqual([])
    expect(value?.['readings']).toEqual([
      {
        of: 'beer',
        unit: 'hl',
        months: {
          '2025-01': '100',
          '2025-02': '101',
          '2025-03': '102',
          '2025-04': '103',
          '2025-05': '104',
          '2025-06': '105',
        },
      },
      { of: 'steam', unit: 't', months: { '2025-01': '7' } },
    ])
  })

  it('a month twice is said with both cells, a month without a value is unknown', async () => {
    const rows: readonly (readonly HandCell[])[] = [
      ['recp:readings', 'of', 'month', 'value', 'unit'],
      ['', 'Good or flow', 'Month', 'Value', 'Unit'],
      [null, 'beer', '2025-01', 100, 'hl'],
      [null, 'beer', '2025-01', 120, 'hl'],
      [null, 'beer', '2025-02', null, 'hl'],
    ]
    const bytes = handMade({ sheets: [{ name: 'Readings', rows: handRows(rows) }] })
    const { value, diagnostics, places } = await readIntake(bytes, 'intake.xlsx', 'auto')
    expect(value?.['readings']).toEqual([{ of: 'beer', unit: 'hl', months: { '2025-01': '100' } }])
    const [repeated] = diagnostics
    expect(repeated?.code).toBe('L112')
    const printed = repeated === undefined ? '' : printDiagnostic(repeated, { lang: 'en', places })
    expect(printed).toContain('intake.xlsx › Readings!C4')
    expect(printed).toContain('also: Readings!D3')
  })
})
