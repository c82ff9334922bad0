import { entry } from '../entry.js'

/** M: calculations by a method, in an audit (M3) and one at a time with `recp calc` (M1, M2). */
export const methodCodes = {
  M101: entry<{ input: string; method: string; near: string }>({
    name: 'calc-unknown-input',
    severity: 'error',
    title: { en: 'The method has no such input', vi: 'Phương pháp không có đại lượng vào này' },
    message: {
      en: (a) => `'${a.input}' is no input of method '${a.method}'`,
      vi: (a) => `'${a.input}' không phải đại lượng vào của phương pháp '${a.method}'`,
    },
    help: {
      en: (a) => (a.near === '' ? `see recp explain ${a.method}` : `write '${a.near}' if that was meant`),
      vi: (a) => (a.near === '' ? `xem recp explain ${a.method}` : `viết '${a.near}' nếu ý bạn là vậy`),
    },
    explanation: {
      en: 'Inputs are given by their name in the method; recp explain prints the names, units and ranges.',
      vi: 'Đại lượng vào được nêu bằng tên trong phương pháp; recp explain in tên, đơn vị và khoảng giá trị.',
    },
  }),
  M102: entry<{ input: string; label: string; 'label-vi': string; unit: string }>({
    name: 'calc-missing-input',
    severity: 'error',
    title: { en: 'An input of the calculation is missing', vi: 'Phép tính thiếu một đại lượng vào' },
    message: {
      en: (a) => `'${a.input}' is not given: ${a.label}`,
      vi: (a) => `chưa cho '${a.input}': ${a['label-vi']}`,
    },
    help: {
      en: (a) => `add ${a.input}="…${a.unit === '1' ? '' : ` ${a.unit}`}"`,
      vi: (a) => `thêm ${a.input}="…${a.unit === '1' ? '' : ` ${a.unit}`}"`,
    },
    explanation: {
      en: 'A method computes nothing while a needed input is unknown: missing is not zero.',
      vi: 'Phương pháp không tính khi còn thiếu đại lượng cần thiết: thiếu không có nghĩa là bằng không.',
    },
  }),
  M103: entry<{ input: string; written: string; unit: string }>({
    name: 'calc-other-dimension',
    severity: 'error',
    title: { en: 'An input measures something else', vi: 'Đại lượng vào đo một thứ khác' },
    message: {
      en: (a) => `'${a.input}' is '${a.written}', which cannot be brought to ${a.unit}`,
      vi: (a) => `'${a.input}' là '${a.written}', không đổi được sang ${a.unit}`,
    },
    help: { en: (a) => `give it in ${a.unit}`, vi: (a) => `cho giá trị theo ${a.unit}` },
    explanation: {
      en: 'Any unit of the same kind will do: t/h for kg/s, bar(g) for kPa. A ratio takes a bare number or per cent.',
      vi: 'Dùng được mọi đơn vị cùng loại: t/h thay cho kg/s, bar(g) thay cho kPa. Tỷ lệ ghi số trần hoặc phần trăm.',
    },
  }),
  M104: entry<{ input: string; found: number; expected: number; other: string }>({
    name: 'calc-rows-differ',
    severity: 'error',
    title: {
      en: 'Inputs of one table have different numbers of rows',
      vi: 'Số dòng của các đại lượng không bằng nhau',
    },
    message: {
      en: (a) => `'${a.input}' has ${a.found} values, '${a.other}' has ${a.expected}`,
      vi: (a) => `'${a.input}' có ${a.found} giá trị, '${a.other}' có ${a.expected}`,
    },
    help: {
      en: () => 'give each of them once for every row',
      vi: () => 'cho mỗi đại lượng đúng một giá trị trên mỗi dòng',
    },
    explanation: {
      en: 'Inputs that belong to one row of a table, such as flow and hours of a load bin, are given equally often.',
      vi: 'Các đại lượng cùng một dòng của bảng, như lưu lượng và số giờ của một mức tải, phải có số giá trị bằng nhau.',
    },
  }),
  M105: entry<{ input: string; count: number }>({
    name: 'calc-one-value',
    severity: 'error',
    title: { en: 'An input takes one value', vi: 'Đại lượng chỉ nhận một giá trị' },
    message: {
      en: (a) => `'${a.input}' takes one value; ${a.count} are given`,
      vi: (a) => `'${a.input}' chỉ nhận một giá trị; đã cho ${a.count}`,
    },
    help: { en: () => 'give the value that holds', vi: () => 'chỉ giữ lại giá trị đúng' },
    explanation: {
      en: 'Only inputs in rows, such as the months of a year or the bins of a load profile, take several values.',
      vi: 'Chỉ đại lượng theo dòng, như các tháng trong năm hoặc các mức tải, mới nhận nhiều giá trị.',
    },
  }),
  M106: entry<{ one: string; other: string }>({
    name: 'calc-two-currencies',
    severity: 'error',
    title: { en: 'Prices stand in two currencies', vi: 'Giá được cho bằng hai loại tiền' },
    message: {
      en: (a) => `the prices stand in ${a.one} and ${a.other}`,
      vi: (a) => `giá được cho bằng ${a.one} và ${a.other}`,
    },
    help: { en: () => 'give all money in one currency', vi: () => 'cho mọi khoản tiền bằng một loại tiền' },
    explanation: {
      en: 'A calculation knows no exchange rate, so all its money is in one currency.',
      vi: 'Phép tính không biết tỷ giá, nên mọi khoản tiền phải cùng một loại tiền.',
    },
  }),
  M107: entry<{ file: string }>({
    name: 'calc-without-names',
    severity: 'error',
    title: { en: 'A file of values without their names', vi: 'Tệp giá trị không có tên tham số' },
    message: {
      en: (a) => `file '${a.file}' does not say which value is for which input`,
      vi: (a) => `tệp '${a.file}' chưa cho biết giá trị nào của tham số nào`,
    },
    help: {
      en: () => "write one input a line, with its name before the colon: 'power: 30 kW'",
      vi: () => "ghi mỗi tham số một dòng, tên trước dấu hai chấm: 'power: 30 kW'",
    },
    explanation: {
      en: 'The file of --given is a list of names with their values, not a list with dashes. Several rows of one input stand in brackets: flow: [100 %, 80 %].',
      vi: 'Tệp của --given gồm tên tham số kèm giá trị, không phải danh sách gạch đầu dòng. Nhiều hàng của một tham số đặt trong ngoặc vuông: flow: [100 %, 80 %].',
    },
  }),
  M201: entry<{ limit: string; 'limit-vi': string; condition: string }>({
    name: 'calc-outside-limits',
    severity: 'error',
    title: {
      en: 'The calculation is outside the limits of its method',
      vi: 'Phép tính nằm ngoài giới hạn của phương pháp',
    },
    message: {
      en: (a) => `does not hold here: ${a.condition}`,
      vi: (a) => `không đúng ở đây: ${a.condition}`,
    },
    expected: { en: (a) => a.limit, vi: (a) => a['limit-vi'] },
    help: {
      en: () => 'correct the inputs, or take another method',
      vi: () => 'sửa số liệu, hoặc chọn phương pháp khác',
    },
    explanation: {
      en: 'Outside its limits a method gives a number without meaning. The steps are shown, the result is not to be used.',
      vi: 'Ngoài giới hạn, phương pháp cho con số vô nghĩa. Các bước vẫn được hiện, nhưng không được dùng kết quả.',
    },
  }),
  M202: entry<{ input: string; label: string; 'label-vi': string; written: string; range: string }>({
    name: 'calc-outside-range',
    severity: 'warning',
    title: {
      en: 'An input is outside the range of its method',
      vi: 'Đại lượng vào ngoài khoảng của phương pháp',
    },
    message: {
      en: (a) => `'${a.input}' is ${a.written}; the method was made for ${a.range}`,
      vi: (a) => `'${a.input}' là ${a.written}; phương pháp lập cho ${a.range}`,
    },
    help: { en: () => 'check the value and its unit', vi: () => 'kiểm tra giá trị và đơn vị' },
    explanation: {
      en: 'The range is where the relation was found or where a value is plausible. Most often a unit is wrong.',
      vi: 'Khoảng là nơi quan hệ được xác lập hoặc giá trị còn hợp lý. Thường gặp nhất là sai đơn vị.',
    },
  }),
  M203: entry<{ step: string; label: string; 'label-vi': string; reason: string }>({
    name: 'calc-no-value',
    severity: 'error',
    title: { en: 'A step of the calculation has no value', vi: 'Một bước tính không có giá trị' },
    message: {
      en: (a) => `'${a.step}' has no value (${a.reason}): ${a.label}`,
      vi: (a) => `'${a.step}' không có giá trị (${a.reason}): ${a['label-vi']}`,
    },
    help: {
      en: () => 'look for an input that is zero or out of order',
      vi: () => 'tìm đại lượng bằng không hoặc sai thứ tự',
    },
    explanation: {
      en: 'A division by zero, a root of a negative number or an overflow has no value, and what needs it has none.',
      vi: 'Chia cho không, căn của số âm hoặc tràn số không có giá trị, và các bước cần nó cũng vậy.',
    },
  }),
  M301: entry<{ opportunity: string; method: string; limit: string; 'limit-vi': string }>({
    name: 'measure-outside-limits',
    severity: 'warning',
    title: {
      en: 'A measure is outside the limits of its method',
      vi: 'Giải pháp nằm ngoài giới hạn của phương pháp',
    },
    message: {
      en: (a) => `'${a.opportunity}' has no saving by method '${a.method}', whose limit does not hold`,
      vi: (a) => `'${a.opportunity}' không tính được bằng '${a.method}' vì ngoài giới hạn`,
    },
    expected: { en: (a) => a.limit, vi: (a) => a['limit-vi'] },
    help: {
      en: (a) => `check the inputs of the calculation; see recp explain ${a.method}`,
      vi: (a) => `kiểm tra số liệu của phép tính; xem recp explain ${a.method}`,
    },
    explanation: {
      en: 'A method gives no number outside its limits. The entry stays in the audit as one that needs data.',
      vi: 'Ngoài giới hạn, phương pháp không cho con số nào. Mục này vẫn nằm trong báo cáo, ở dạng cần số liệu.',
    },
  }),
  M302: entry<{
    opportunity: string
    input: string
    label: string
    'label-vi': string
    written: string
    range: string
  }>({
    name: 'measure-outside-range',
    severity: 'warning',
    title: { en: 'A value is outside the range of its method', vi: 'Giá trị ngoài khoảng của phương pháp' },
    message: {
      en: (a) => `'${a.opportunity}' takes ${a.written} for ${a.label}; expected ${a.range}`,
      vi: (a) => `'${a.opportunity}' dùng ${a.written} cho ${a['label-vi']}; cần ${a.range}`,
    },
    help: { en: () => 'check the value and its unit', vi: () => 'kiểm tra giá trị và đơn vị' },
    explanation: {
      en: 'The range is where the relation was found or where a value is plausible. Most often a unit is wrong.',
      vi: 'Khoảng là nơi quan hệ được xác lập hoặc giá trị còn hợp lý. Thường gặp nhất là sai đơn vị.',
    },
  }),
} as const
