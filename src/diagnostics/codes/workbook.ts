import type { Text } from '../../model/text.js'
import { entry } from '../entry.js'

/** Limits by what they limit, as messages call it. */
const LIMITED: Readonly<Record<string, Text>> = {
  file: { en: 'MB', vi: 'MB' },
  parts: { en: 'parts in the file', vi: 'phần trong tệp' },
  part: { en: 'MB in one part when unpacked', vi: 'MB trong một phần khi giải nén' },
  total: { en: 'MB when unpacked', vi: 'MB khi giải nén' },
  ratio: { en: 'times its size when unpacked', vi: 'lần kích thước khi giải nén' },
  rows: { en: 'rows', vi: 'hàng' },
  cells: { en: 'cells', vi: 'ô' },
  row: { en: 'as the number of a row', vi: 'là số thứ tự của hàng' },
  text: { en: 'characters in one cell', vi: 'ký tự trong một ô' },
}

const limited = (what: string, lang: keyof Text): string => LIMITED[what]?.[lang] ?? what

/** Kinds of files that are no intake workbook, as messages call them. */
const FILES: Readonly<Record<string, Text>> = {
  xls: { en: 'an old Excel file (.xls)', vi: 'tệp Excel kiểu cũ (.xls)' },
  xlsb: { en: 'a binary workbook (.xlsb)', vi: 'sổ tính nhị phân (.xlsb)' },
  ods: { en: 'an OpenDocument workbook (.ods)', vi: 'sổ tính OpenDocument (.ods)' },
  encrypted: { en: 'protected by a password', vi: 'được bảo vệ bằng mật khẩu' },
  document: { en: 'a document, not a workbook', vi: 'văn bản, không phải sổ tính' },
  archive: { en: 'an archive, not a workbook', vi: 'tệp nén, không phải sổ tính' },
  text: { en: 'plain text, perhaps CSV', vi: 'văn bản thuần, có thể là CSV' },
  empty: { en: 'empty', vi: 'tệp trống' },
  damaged: { en: 'damaged, or was not saved to its end', vi: 'bị hỏng, hoặc chưa được lưu hết' },
  dialect: {
    en: 'in a dialect of the format that recp does not read',
    vi: 'viết theo biến thể của định dạng mà recp không đọc',
  },
  doctype: {
    en: 'refused: it declares a document type, which a workbook never needs',
    vi: 'bị từ chối: có khai báo DOCTYPE, điều sổ tính không bao giờ cần',
  },
  path: {
    en: 'refused: names in it lead out of the file (..)',
    vi: 'bị từ chối: tên bên trong dẫn ra ngoài tệp (..)',
  },
  other: { en: 'not a workbook', vi: 'không phải sổ tính' },
}

const fileKind = (kind: string, lang: keyof Text): string => FILES[kind]?.[lang] ?? kind

/** L14, L15: reading intake workbooks. */
export const workbook = {
  L105: entry<{ file: string; kind: string }>({
    name: 'no-intake-workbook',
    severity: 'error',
    title: { en: 'A file that is no workbook recp reads', vi: 'Tệp không phải sổ tính recp đọc được' },
    message: {
      en: (a) => `file '${a.file}' is ${fileKind(a.kind, 'en')}`,
      vi: (a) => `tệp '${a.file}' là ${fileKind(a.kind, 'vi')}`,
    },
    expected: { en: () => 'a workbook saved as .xlsx', vi: () => 'sổ tính lưu dạng .xlsx' },
    help: {
      en: (a) =>
        a.kind === 'encrypted'
          ? 'remove the password in Excel and save again'
          : `open it in Excel or LibreOffice and save it as .xlsx, or start with 'recp init --excel'`,
      vi: (a) =>
        a.kind === 'encrypted'
          ? 'bỏ mật khẩu trong Excel rồi lưu lại'
          : `mở bằng Excel hoặc LibreOffice rồi lưu dạng .xlsx, hoặc bắt đầu bằng 'recp init --excel'`,
    },
    explanation: {
      en: 'The content of the file decides, not its name. Workbooks with macros (.xlsm) are read; their macros are not run. Tables in CSV belong beside a YAML site file, which names them: readings: readings.csv.',
      vi: 'Nội dung tệp quyết định, không phải tên tệp. Sổ tính có macro (.xlsm) vẫn được đọc; macro không được chạy. Bảng CSV đặt cạnh tệp YAML và được nêu tên trong đó: readings: readings.csv.',
    },
  }),
  L140: entry<{ file: string; what: string; has: string; most: number }>({
    name: 'workbook-too-large',
    severity: 'error',
    title: { en: 'A workbook beyond a limit', vi: 'Sổ tính vượt giới hạn' },
    message: {
      en: (a) =>
        `workbook '${a.file}' has ${a.has} ${limited(a.what, 'en')}; the most that is read is ${a.most}`,
      vi: (a) => `sổ tính '${a.file}' có ${a.has} ${limited(a.what, 'vi')}; chỉ đọc tối đa ${a.most}`,
    },
    help: {
      en: () => 'delete what is not for the audit, or sum readings to months',
      vi: () => 'xóa phần không dùng cho đánh giá, hoặc cộng số đọc theo tháng',
    },
    explanation: {
      en: 'An intake workbook holds thousands of rows, not millions. The limits are choices of recp: they keep time and memory small also for files that were made to do harm, and they are checked before anything is unpacked.',
      vi: 'Phiếu số liệu có hàng nghìn hàng, không phải hàng triệu. Giới hạn do recp chọn để giữ thời gian và bộ nhớ nhỏ, kể cả với tệp cố ý gây hại, và được kiểm tra trước khi giải nén.',
    },
  }),
  L141: entry<{ error: string }>({
    name: 'error-cell',
    severity: 'error',
    title: { en: 'A cell that shows an error of Excel', vi: 'Ô báo lỗi của Excel' },
    message: { en: (a) => `this cell shows ${a.error}`, vi: (a) => `ô này báo ${a.error}` },
    label: { en: () => 'not read', vi: () => 'không được đọc' },
    help: {
      en: () => 'mend its formula, or empty the cell if the number is not known',
      vi: () => 'sửa công thức, hoặc xóa ô nếu chưa biết số liệu',
    },
    explanation: {
      en: 'A formula that fails has no number. The cell counts as not known; it is never read as zero.',
      vi: 'Công thức bị lỗi thì không có số. Ô được coi là chưa biết; không bao giờ đọc là số không.',
    },
  }),
  L142: entry<Record<never, never>>({
    name: 'formula-without-result',
    severity: 'error',
    title: { en: 'A formula that was never calculated', vi: 'Công thức chưa được tính' },
    message: {
      en: () => 'this cell has a formula without a calculated value',
      vi: () => 'ô này có công thức nhưng chưa có giá trị tính',
    },
    label: { en: () => 'not read', vi: () => 'không được đọc' },
    help: {
      en: () => 'open the workbook in Excel or LibreOffice once, and save it',
      vi: () => 'mở sổ tính bằng Excel hoặc LibreOffice một lần rồi lưu lại',
    },
    explanation: {
      en: 'recp reads the values that Excel stored and calculates no formula of a workbook itself. A program that wrote the file without calculating it stored none.',
      vi: 'recp đọc giá trị Excel đã lưu, không tự tính công thức của sổ tính. Chương trình ghi tệp mà không tính thì không lưu giá trị.',
    },
  }),
  L143: entry<{ count: number }>({
    name: 'formulas-not-calculated-anew',
    severity: 'warning',
    title: { en: 'Formulas whose values may be old', vi: 'Công thức có thể mang giá trị cũ' },
    message: {
      en: (a) => `stored values of formulas may be old, in ${a.count} ${a.count === 1 ? 'cell' : 'cells'}`,
      vi: (a) => `giá trị lưu của công thức có thể đã cũ, ở ${a.count} ô`,
    },
    help: {
      en: () => 'open the workbook, calculate it (F9) and save it',
      vi: () => 'mở sổ tính, tính lại (F9) rồi lưu',
    },
    explanation: {
      en: 'The workbook says that it is to be calculated when it is opened, or that it is calculated by hand and was saved before that was done.',
      vi: 'Sổ tính ghi rằng phải tính lại khi mở, hoặc đặt chế độ tính thủ công và được lưu trước khi tính.',
    },
  }),
  L144: entry<{ written: string; comma: string; point: string }>({
    name: 'ambiguous-number',
    severity: 'error',
    title: { en: 'A number that can be read in two ways', vi: 'Số có thể đọc theo hai cách' },
    message: {
      en: (a) => `'${a.written}' can be ${a.point} or ${a.comma}`,
      vi: (a) => `'${a.written}' có thể là ${a.point} hoặc ${a.comma}`,
    },
    label: { en: () => 'which one?', vi: () => 'là số nào?' },
    help: {
      en: () =>
        'say how decimals are written with --decimal point or --decimal comma, or type it as a number',
      vi: () =>
        'nêu cách viết phần thập phân bằng --decimal point hoặc --decimal comma, hoặc nhập lại ở dạng số',
    },
    explanation: {
      en: 'The cell holds text, not a number. 1.264 is a thousand two hundred and sixty-four in Vietnam and one and a quarter elsewhere, a factor of a thousand. Where other cells of the workbook prove the habit (1.264,5 or 0,5), it is taken from them; where nothing does, recp asks.',
      vi: 'Ô chứa văn bản, không phải số. 1.264 ở Việt Nam là một nghìn hai trăm sáu mươi tư, nơi khác là một phẩy hai, chênh nhau một nghìn lần. Nếu các ô khác của sổ tính cho thấy cách viết (1.264,5 hoặc 0,5) thì theo đó; nếu không, recp hỏi.',
    },
  }),
  L145: entry<{ written: string; day: string }>({
    name: 'day-before-month',
    severity: 'warning',
    title: { en: 'A date that could be meant the other way round', vi: 'Ngày có thể bị hiểu ngược' },
    message: {
      en: (a) => `'${a.written}' is read as ${a.day}, with the day before the month`,
      vi: (a) => `'${a.written}' được đọc là ${a.day}, ngày đứng trước tháng`,
    },
    help: {
      en: () => 'type it as a date, or as 2025-12-31',
      vi: () => 'nhập ở dạng ngày, hoặc viết 2025-12-31',
    },
    explanation: {
      en: 'The cell holds text. Vietnam and Europe write the day first, the United States the month; recp takes the day first.',
      vi: 'Ô chứa văn bản. Việt Nam và châu Âu viết ngày trước, Hoa Kỳ viết tháng trước; recp đọc ngày trước.',
    },
  }),
  L146: entry<{ day: string }>({
    name: 'date-in-place-of-number',
    severity: 'error',
    title: { en: 'A date where a number stands', vi: 'Ngày tháng ở chỗ của con số' },
    message: {
      en: (a) => `this cell holds the date ${a.day}, not an amount`,
      vi: (a) => `ô này chứa ngày ${a.day}, không phải con số`,
    },
    help: {
      en: () => 'set the format of the cell to General and type the number again',
      vi: () => 'đặt định dạng ô là General rồi nhập lại con số',
    },
    explanation: {
      en: 'Excel turns what looks like a date, 1-2 or 3/4, into one while it is typed. What was meant cannot be told.',
      vi: 'Excel tự đổi những gì giống ngày tháng, như 1-2 hay 3/4, thành ngày khi gõ. Không thể biết ý ban đầu.',
    },
  }),
  L147: entry<{ unit: string }>({
    name: 'two-units',
    severity: 'error',
    title: { en: 'A number with two units', vi: 'Số có hai đơn vị' },
    message: {
      en: (a) => `this number brings a unit, and the column of units says '${a.unit}'`,
      vi: (a) => `số này đã ghi đơn vị, trong khi cột đơn vị ghi '${a.unit}'`,
    },
    help: {
      en: () => 'keep the unit in one of the two cells',
      vi: () => 'chỉ ghi đơn vị ở một trong hai ô',
    },
    explanation: {
      en: 'Which of the two is right cannot be told, and the difference may be a factor of a thousand.',
      vi: 'Không thể biết đơn vị nào đúng, và sai lệch có thể tới một nghìn lần.',
    },
  }),
  L148: entry<{ file: string; audit: string }>({
    name: 'no-intake-sheet',
    severity: 'error',
    title: { en: 'A workbook without intake sheets', vi: 'Sổ tính không có trang số liệu' },
    message: {
      en: (a) =>
        a.audit === 'yes'
          ? `workbook '${a.file}' is a result of recp, not an intake`
          : `workbook '${a.file}' has no sheet that recp knows`,
      vi: (a) =>
        a.audit === 'yes'
          ? `sổ tính '${a.file}' là kết quả của recp, không phải phiếu số liệu`
          : `sổ tính '${a.file}' không có trang nào recp biết`,
    },
    help: {
      en: () => `make an intake workbook with 'recp init --excel' and copy the data into it`,
      vi: () => `tạo phiếu số liệu bằng 'recp init --excel' rồi chép dữ liệu vào`,
    },
    explanation: {
      en: 'A sheet is known by the hidden row above its heads, else by its name (Products, Flows, Readings …) and its heads in English or Vietnamese.',
      vi: 'Trang được nhận ra nhờ hàng ẩn phía trên tiêu đề, hoặc nhờ tên (Sản phẩm, Các dòng, Số đọc …) và tiêu đề cột bằng tiếng Việt hoặc tiếng Anh.',
    },
  }),
  L150: entry<{ count: number; sheet: string; kind: string }>({
    name: 'hidden-is-read',
    severity: 'note',
    title: { en: 'Hidden rows or sheets are read', vi: 'Hàng hoặc trang ẩn vẫn được đọc' },
    message: {
      en: (a) =>
        a.kind === 'sheet'
          ? `hidden sheet '${a.sheet}' is read as well`
          : `${a.count} hidden ${a.count === 1 ? 'row' : 'rows'} of sheet '${a.sheet}' ${a.count === 1 ? 'is' : 'are'} read as well`,
      vi: (a) =>
        a.kind === 'sheet'
          ? `trang ẩn '${a.sheet}' cũng được đọc`
          : `${a.count} hàng ẩn của trang '${a.sheet}' cũng được đọc`,
    },
    help: {
      en: () => 'delete what must not count; hiding or filtering keeps it',
      vi: () => 'xóa những gì không tính; ẩn hoặc lọc thì vẫn được tính',
    },
    explanation: {
      en: 'What is hidden is data all the same. A filter that was left on would otherwise make an audit of half a factory.',
      vi: 'Phần bị ẩn vẫn là dữ liệu. Nếu không, một bộ lọc quên tắt sẽ thành đánh giá nửa nhà máy.',
    },
  }),
  L151: entry<{ names: string; sheet: string }>({
    name: 'own-columns',
    severity: 'note',
    title: { en: 'Columns of your own', vi: 'Cột riêng của bạn' },
    message: {
      en: (a) => `columns of your own on sheet '${a.sheet}' are not read: ${a.names}`,
      vi: (a) => `cột riêng trên trang '${a.sheet}' không được đọc: ${a.names}`,
    },
    explanation: {
      en: 'Columns that recp does not know may be added anywhere. They are left as they are and do not count.',
      vi: 'Có thể thêm cột riêng ở bất kỳ đâu. Chúng được giữ nguyên và không được tính.',
    },
  }),
  L152: entry<{ names: string }>({
    name: 'own-sheets',
    severity: 'note',
    title: { en: 'Sheets of your own', vi: 'Trang riêng của bạn' },
    message: {
      en: (a) => `sheets of your own are not read: ${a.names}`,
      vi: (a) => `trang riêng không được đọc: ${a.names}`,
    },
    explanation: {
      en: 'Sheets that recp does not know may be added. They are left as they are and do not count.',
      vi: 'Có thể thêm trang riêng. Chúng được giữ nguyên và không được tính.',
    },
  }),
  L153: entry<Record<never, never>>({
    name: 'changed-example',
    severity: 'warning',
    title: { en: 'An example row that was changed', vi: 'Hàng ví dụ đã bị sửa' },
    message: {
      en: () => 'this row is marked as an example and is not read, but it was changed',
      vi: () => 'hàng này được đánh dấu là ví dụ nên không được đọc, nhưng đã bị sửa',
    },
    label: { en: () => 'empty this cell if the row is data', vi: () => 'xóa ô này nếu hàng là dữ liệu' },
    help: {
      en: () => `empty the first cell of the row if it is data, or delete the row`,
      vi: () => `xóa ô đầu của hàng nếu là dữ liệu, hoặc xóa cả hàng`,
    },
    explanation: {
      en: 'Example rows are known by the word in their first cell. A row that was typed over may hold data that would be missed.',
      vi: 'Hàng ví dụ được nhận ra nhờ chữ ở ô đầu. Hàng bị ghi đè có thể chứa dữ liệu và sẽ bị bỏ sót.',
    },
  }),
  L154: entry<{ version: string; known: string; newer: string }>({
    name: 'intake-version',
    severity: 'error',
    title: { en: 'An intake workbook of another version', vi: 'Phiếu số liệu của phiên bản khác' },
    message: {
      en: (a) => `this workbook has the format '${a.version}'; this recp reads '${a.known}'`,
      vi: (a) => `sổ tính này có định dạng '${a.version}'; bản recp này đọc '${a.known}'`,
    },
    help: {
      en: (a) =>
        a.newer === 'yes'
          ? 'use the newer recp that made it'
          : `make a new one with 'recp init --excel' and copy the rows into it`,
      vi: (a) =>
        a.newer === 'yes'
          ? 'dùng bản recp mới hơn đã tạo tệp này'
          : `tạo phiếu mới bằng 'recp init --excel' rồi chép các hàng sang`,
    },
    explanation: {
      en: 'The version stands on a hidden sheet. A workbook is never read by rules that are not its own.',
      vi: 'Phiên bản ghi ở một trang ẩn. Sổ tính không bao giờ được đọc theo quy tắc không phải của nó.',
    },
  }),
  L155: entry<{ count: number; sheet: string }>({
    name: 'merged-cells',
    severity: 'warning',
    title: { en: 'Merged cells among the data', vi: 'Ô gộp trong vùng dữ liệu' },
    message: {
      en: (a) =>
        `sheet '${a.sheet}' has merged cells in ${a.count} ${a.count === 1 ? 'row' : 'rows'}; only the first cell of each area counts`,
      vi: (a) => `trang '${a.sheet}' có ô gộp ở ${a.count} hàng; mỗi vùng chỉ tính ô đầu`,
    },
    help: {
      en: () => 'unmerge the cells and fill in every row',
      vi: () => 'bỏ gộp ô và điền đủ từng hàng',
    },
    explanation: {
      en: 'A merged cell has one value in its first cell; the rows below have none. Reading it again in each would count it several times.',
      vi: 'Ô gộp chỉ có một giá trị ở ô đầu; các hàng dưới không có. Đọc lại ở từng hàng sẽ tính nhiều lần.',
    },
  }),
  L156: entry<Record<never, never>>({
    name: 'link-to-another-file',
    severity: 'error',
    title: { en: 'A value from another file', vi: 'Giá trị lấy từ tệp khác' },
    message: {
      en: () => 'this cell takes its value from another file, which is not opened',
      vi: () => 'ô này lấy giá trị từ tệp khác, recp không mở tệp đó',
    },
    label: { en: () => 'not read', vi: () => 'không được đọc' },
    help: { en: () => 'paste the value itself into the cell', vi: () => 'dán chính giá trị vào ô' },
    explanation: {
      en: 'The stored value may be of any age, and the other file does not travel with this one. recp opens nothing but the file it was given.',
      vi: 'Giá trị lưu có thể đã cũ, và tệp kia không đi cùng tệp này. recp chỉ mở đúng tệp được giao.',
    },
  }),
  L157: entry<{ section: string }>({
    name: 'row-without-name',
    severity: 'error',
    title: { en: 'A row without an id', vi: 'Hàng không có mã' },
    message: {
      en: (a) => `a row of '${a.section}' has no id`,
      vi: (a) => `một hàng của '${a.section}' không có mã`,
    },
    help: {
      en: () => 'give it a short name of its own in the column Id',
      vi: () => 'đặt tên ngắn cho hàng ở cột Mã',
    },
    explanation: {
      en: 'Other rows and results call a thing by its id: small letters without marks, digits and hyphens, for example well-water.',
      vi: 'Các hàng khác và kết quả gọi một thứ bằng mã: chữ thường không dấu, chữ số và gạch nối, ví dụ nuoc-gieng.',
    },
  }),
} as const
