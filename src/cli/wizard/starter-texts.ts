import type { Lang, Text } from '../../model/text.js'

type Lines = Readonly<Record<Lang, readonly string[]>>

/** What a starter says between its lines. */
export const starterTexts = {
  head: {
    en: [
      'A site file of recp: one factory in one period. What is not known yet is left out; 0 is zero; n/a does not apply.',
      'A quantity is a number, a unit and how it is known: 14 500 t ± 2 % (billed, invoices 2024).',
      'Decimals have a point, thousands a space. In { } put a text that has a comma in quotes.',
      'recp check says what is wrong or missing, recp walk asks the questions of the checklists.',
    ],
    vi: [
      'Tệp dữ liệu của recp: một nhà máy trong một kỳ. Chưa biết thì bỏ trống; 0 là bằng không; n/a là không áp dụng.',
      'Một đại lượng gồm số, đơn vị và cách biết: 14 500 t ± 2 % (billed, hóa đơn 2024).',
      'Thập phân dùng dấu chấm, hàng nghìn dùng dấu cách. Trong { } văn bản có dấu phẩy phải đặt trong dấu nháy.',
      'recp check cho biết chỗ sai hoặc thiếu, recp walk hỏi các câu hỏi của bảng kiểm.',
    ],
  } as Lines,
  /** How the entries of a section are filled in. */
  fill: {
    products: {
      en: 'Add to each: amount (made in the period), mass (of one unit, unless it is counted in tonnes)',
      vi: 'Thêm cho mỗi loại: amount (làm ra trong kỳ), mass (khối lượng một đơn vị, nếu không tính bằng tấn)',
    },
    materials: {
      en: 'Add to each: amount (used in the period), price, in-product (share that ends in the product)',
      vi: 'Thêm cho mỗi loại: amount (dùng trong kỳ), price (đơn giá), in-product (tỷ lệ đi vào sản phẩm)',
    },
    water: {
      en: 'Add to each: amount, price; to wastewater treatment-cost and contains: { cod: … mg/l }',
      vi: 'Thêm cho mỗi loại: amount, price; với nước thải: treatment-cost và contains: { cod: … mg/l }',
    },
    energy: {
      en: 'Add to each: amount or bills, price; to fuels the name of the factor table: fuel: coal-dust-5-6 (recp list factors)',
      vi: 'Thêm cho mỗi loại: amount hoặc hóa đơn, price; với nhiên liệu: tên trong bảng hệ số, fuel: coal-dust-5-6 (recp list factors)',
    },
    residues: {
      en: 'Add to each: amount, price (negative where you pay to be rid of it), ewc or waste-code, destination',
      vi: 'Thêm cho mỗi loại: amount, price (âm nếu phải trả tiền xử lý), ewc hoặc waste-code, destination',
    },
    flows: {
      en: 'Add the amount where it is measured; what is not measured stays out, the balance finds it or says that it cannot',
      vi: 'Thêm amount ở nơi có đo; chỗ không đo thì bỏ trống, cân bằng sẽ tìm ra hoặc báo không tìm được',
    },
    equipment: {
      en: 'Add to each: rated, load, hours, count; more fields of each kind are in docs/site-file.md',
      vi: 'Thêm cho mỗi máy: rated (công suất), load (tải), hours (giờ), count (số máy); các trường khác xem docs/site-file.md',
    },
  } as Readonly<Record<string, Text>>,
  facts: {
    en: 'Facts that this sector is asked for; take off the marks of those you know',
    vi: 'Thông tin cần hỏi ở ngành này; bỏ dấu # ở dòng đã biết',
  } as Text,
  rows: {
    en: [
      '',
      'Readings, bills, laboratory results and measures have this form:',
      'readings:',
      '  - { of: <product>, unit: t, months: { <year>-01: …, <year>-02: … } }',
      'bills: # start and end are reading days: the end of one bill is the start of the next',
      '  - { of: electricity, start: <day>, end: <day>, amount: … kWh, cost: … }',
      'analyses:',
      '  - { at: <flow>, date: <day>, values: { cod: … mg/l } }',
      'measures:',
      '  <id>: { title: …, acts-on: <flow or good>, saves: … %, invest: …, life: … yr }',
    ],
    vi: [
      '',
      'Số đọc, hóa đơn, kết quả phân tích và giải pháp có dạng sau:',
      'readings:',
      '  - { of: <sản phẩm>, unit: t, months: { <năm>-01: …, <năm>-02: … } }',
      'bills: # start và end là ngày đọc số: ngày cuối của hóa đơn này là ngày đầu của hóa đơn sau',
      '  - { of: electricity, start: <ngày>, end: <ngày>, amount: … kWh, cost: … }',
      'analyses:',
      '  - { at: <dòng>, date: <ngày>, values: { cod: … mg/l } }',
      'measures:',
      '  <id>: { title: …, acts-on: <dòng hoặc hàng>, saves: … %, invest: …, life: … yr }',
    ],
  } as Lines,
} as const
