import type { Book, Cell, Row, Sheet } from '../../../src/report/xlsx/book.js'
import {
  blankCell,
  EMPTY_ROW,
  formulaCell,
  headRow,
  linkCell,
  numberCell,
  row,
  textCell,
} from '../../../src/report/xlsx/cells.js'
import { STYLE_NAMES } from '../../../src/report/xlsx/styles.js'

const LOSSES: readonly (readonly [string, number, number])[] = [
  ['Nước ngưng không thu hồi', 820, 300],
  ['Quạt không biến tần', 510, 420],
  ['Thất thoát nhiệt đường ống hơi', 260, 60],
  ['Nước rửa chai', 190, 45],
  ['Rò rỉ khí nén', 120, 10],
]
const FIRST = 5
const LAST = FIRST + LOSSES.length - 1
const TOTAL = LOSSES.reduce((sum, [, cost]) => sum + cost, 0)

function lossRow([name, cost, invest]: (typeof LOSSES)[number], index: number): Row {
  const line = FIRST + index
  const sum = LOSSES.slice(0, index + 1).reduce((total, loss) => total + loss[1], 0)
  const note = {
    note: `Nguồn: hoá đơn tháng 12. ${'Giá trị lấy từ đồng hồ đo chính của nhà máy. '.repeat(3)}`,
  }
  return row(
    textCell(name, 'text', index === 0 ? note : {}),
    numberCell(cost, 'money'),
    formulaCell(`SUM(B$${FIRST}:B${line})/SUM(B$${FIRST}:B$${LAST})`, sum / TOTAL, 'percent1'),
    numberCell(invest, 'money', 'choice'),
    formulaCell(`IF(B${line}=0,"–",D${line}/B${line})`, invest / cost, 'number2'),
    blankCell('input'),
  )
}

function lossSheet(): Sheet {
  const range = (column: string) => ({ area: `${column}${FIRST}:${column}${LAST}` })
  const chart = { categories: range('A'), format: 'money' as const, alt: 'Chi phí tổn thất giảm dần' }
  const cost = { name: { area: 'B4' }, values: range('B') }
  const invest = { name: { area: 'D4' }, values: range('D') }
  return {
    id: 'losses',
    name: "Tổn thất & 'giải' pháp",
    tabColor: '0F5C6E',
    freeze: { rows: 4, columns: 1 },
    columns: [{ width: 34 }, { width: 14 }, { width: 12 }, { width: 14 }, { width: 12 }, { width: 12 }],
    rows: [
      row(textCell('Chi phí tổn thất theo dòng thải', 'title', { span: { columns: 6 } })),
      row(textCell('Đơn vị: triệu đồng mỗi năm. '.repeat(8), 'subtitle', { span: { columns: 6 } })),
      row(
        linkCell('Về trang bìa', { sheet: 'cover' }),
        linkCell('UNIDO', { url: 'https://www.unido.org/?a=1&b=2' }),
      ),
      headRow('Dòng thải', 'Chi phí', 'Luỹ kế', 'Vốn đầu tư', 'Hoàn vốn (năm)', 'Trạng thái'),
      ...LOSSES.map(lossRow),
      row(textCell('Tổng', 'total'), formulaCell(`SUM(B${FIRST}:B${LAST})`, TOTAL, 'money', 'total')),
    ],
    tables: [{ name: 'TonThat', area: `A4:F${LAST}` }],
    validations: [
      {
        area: `F${FIRST}:F${LAST}`,
        allow: { listFrom: { sheet: 'lists', area: 'A1:A3' } },
        error: { title: 'Sai', text: 'Chọn trong danh mục' },
      },
      {
        area: `B${FIRST}:B${LAST}`,
        allow: { number: { min: 0 } },
        prompt: { title: 'Chi phí', text: 'Lớn hơn 0' },
      },
      { area: `D${FIRST}:D${LAST}`, allow: { number: {} }, strict: false },
      { area: 'H1:H2', allow: { list: ['kg', 't', 'm³'] } },
      { area: 'H3', allow: { dateBetween: { from: '2024-01-01', to: '2024-12-31' } } },
    ],
    conditionalFormats: [
      { area: `B${FIRST}:B${LAST}`, when: { bar: true, min: 0 }, look: 'bar' },
      { area: `E${FIRST}:E${LAST}`, when: { is: 'greater', value: 0.5 }, look: 'warning' },
      { area: `A${FIRST}:A${LAST}`, when: { formula: `$B${FIRST}>500` }, look: 'bold' },
      { area: `C${FIRST}:C${LAST}`, when: { is: 'between', value: 0, and: 0.5 }, look: 'good' },
      { area: `D${FIRST}:D${LAST}`, when: { is: 'equal', value: '$D$5' }, look: 'muted' },
    ],
    charts: [
      {
        ...chart,
        kind: 'pareto',
        title: 'Pareto chi phí tổn thất',
        at: 'A12:F28',
        series: [cost, { name: 'Luỹ kế', values: range('C') }],
        valueTitle: 'triệu đồng/năm',
        shareTitle: 'luỹ kế',
      },
      { ...chart, kind: 'bar', title: 'Chi phí theo dòng', at: 'A30:C44', series: [cost], labels: true },
      { ...chart, kind: 'stacked-bar', title: 'Chi phí và vốn', at: 'D30:H44', series: [cost, invest] },
      {
        ...chart,
        kind: 'column',
        title: 'Cột',
        at: 'A46:C60',
        series: [cost, invest],
        categoryTitle: 'Dòng thải',
      },
      {
        ...chart,
        kind: 'stacked-column',
        title: 'Cột chồng',
        at: 'D46:H60',
        series: [cost, invest],
        legend: false,
      },
      { ...chart, kind: 'line', title: 'Đường', at: 'A62:C76', series: [cost, invest], labels: true },
      { ...chart, kind: 'pie', title: 'Tròn', at: 'D62:H76', series: [cost] },
      {
        ...chart,
        kind: 'doughnut',
        title: 'Vành khăn <&>',
        at: 'A78:F94',
        series: [{ ...cost, color: 'D55E00' }],
      },
    ],
    print: { landscape: true, titleRows: [1, 4], area: 'A1:H95', footer: 'Nhà máy bia R&D' },
  }
}

function coverSheet(): Sheet {
  const legend = STYLE_NAMES.map((style): Row =>
    row(textCell(style, style), numberCell(1234.5, 'number1', style)),
  )
  const kinds: readonly Cell[] = [
    { date: '2024-12-31' },
    { boolean: true },
    { formula: 'B4>1', result: true },
    { formula: 'IF(B4>1E9,1,"")', result: null },
    { formula: 'discount_rate*2', result: 0.16, format: 'percent1' },
    { formula: "SUM('Tổn thất & ''giải'' pháp'!B5:B9)", result: TOTAL, format: 'money' },
    { formula: 'IF(B4>1,"có","không")', result: 'có' },
  ]
  return {
    id: 'cover',
    name: 'Bìa',
    columns: [{ width: 28 }, { width: 18 }, { width: 12, outline: 1 }],
    rows: [
      row(textCell('Kiểm toán hiệu quả tài nguyên', 'title', { span: { columns: 3 } })),
      EMPTY_ROW,
      row(textCell('Hệ số chiết khấu', 'label'), numberCell(0.08, 'percent1', 'choice')),
      row(textCell('Tiền điện', 'label'), numberCell(2345.678, 'number2', 'input', { note: 'hoá đơn' })),
      row(linkCell('Tổn thất', { sheet: 'losses', cell: 'B5' })),
      ...kinds.map((cell, index) => ({
        cells: [textCell('mục', 'muted', { indent: index % 3 }), cell],
        outline: 1,
      })),
      ...legend,
    ],
  }
}

/** A small workbook with every feature of `Book`, in Vietnamese. */
export function demoBook(): Book {
  return {
    title: 'Kiểm toán hiệu quả tài nguyên',
    subject: 'Báo cáo <&> "thử"',
    author: 'recp',
    date: '2024-12-31',
    lang: 'vi',
    sheets: [
      coverSheet(),
      lossSheet(),
      { id: 'empty', name: 'Trống', columns: [], rows: [] },
      {
        id: 'lists',
        name: 'Danh mục',
        hidden: true,
        columns: [],
        rows: ['mới', 'đang làm', 'xong'].map((text) => row({ text })),
      },
      { id: 'meta', name: '_recp', hidden: 'very', columns: [], rows: [row({ text: 'phiên bản' })] },
    ],
    names: [
      { name: 'discount_rate', sheet: 'cover', area: 'B3' },
      { name: 'chi_phí', sheet: 'losses', area: `B${FIRST}:B${LAST}` },
    ],
  }
}
