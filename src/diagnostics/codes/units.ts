import { entry } from '../entry.js'
import { dimensionWords, fieldWords, quoted, writeInstead } from '../wording.js'

/** `start` and `length` say which part of the written text is at fault. */
type Part = { thing: string; written: string; part: string; start: number; length: number }

/** U1: reading a quantity. U2: what it measures. U3 is the normalisation. */
export const units = {
  U101: entry<Part & { expected: string }>({
    name: 'not-a-number',
    severity: 'error',
    title: { en: 'A number that cannot be read', vi: 'Số không đọc được' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}', which cannot be read as a number`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}', không đọc được thành số`,
    },
    expected: {
      en: () => 'a point for decimals, a space for thousands: 14 500.5 t',
      vi: () => 'dấu chấm thập phân, dấu cách hàng nghìn: 14 500.5 t',
    },
    help: {
      en: (a) => writeInstead(a.expected, 'en'),
      vi: (a) => writeInstead(a.expected, 'vi'),
    },
    explanation: {
      en: '1.264,5 and 1,264.5 differ by habit and 1,264 by a factor of a thousand, so only one spelling is read. The quantity is left out until it is clear.',
      vi: '1.264,5 và 1,264.5 khác nhau do thói quen, còn 1,264 có thể lệch nghìn lần, nên chỉ đọc một cách viết. Đại lượng bị bỏ qua đến khi rõ ràng.',
    },
  }),
  U102: entry<Part & { near: string; wanted: string }>({
    name: 'unknown-unit',
    severity: 'error',
    title: { en: 'A unit that is not known', vi: 'Đơn vị không biết' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} has the unit '${a.part}', which is not known`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} có đơn vị '${a.part}' không nhận ra`,
    },
    label: { en: () => 'not a known unit', vi: () => 'không phải đơn vị đã biết' },
    help: {
      en: (a) => {
        if (a.near !== '') return writeInstead(a.near, 'en')
        if (a.wanted === '1') return "give a plain number, or a unit of 'recp list units'"
        if (a.wanted !== '') return `give it in ${a.wanted}, or in another unit of 'recp list units'`
        return `define it once: 'units: { ${unitName(a.part)}: 24 pcs }'`
      },
      vi: (a) => {
        if (a.near !== '') return writeInstead(a.near, 'vi')
        if (a.wanted === '1') return "ghi số không đơn vị, hoặc đơn vị trong 'recp list units'"
        if (a.wanted !== '') return `ghi theo ${a.wanted}, hoặc đơn vị khác trong 'recp list units'`
        return `khai báo một lần: 'units: { ${unitName(a.part)}: 24 pcs }'`
      },
    },
    explanation: {
      en: 'recp list units shows what is known, with the English and Vietnamese spellings. Units of the site itself, such as crates, are defined under units.',
      vi: 'recp list units liệt kê các đơn vị đã biết với cách viết Anh và Việt. Đơn vị riêng của cơ sở, như két, khai báo trong units.',
    },
  }),
  U103: entry<Part & { near: string }>({
    name: 'ambiguous-unit',
    severity: 'error',
    title: { en: 'A unit with several meanings', vi: 'Đơn vị có nhiều nghĩa' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} has the unit '${a.part}', which means several things`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} có đơn vị '${a.part}' mang nhiều nghĩa`,
    },
    help: {
      en: (a) => writeInstead(a.near, 'en'),
      vi: (a) => writeInstead(a.near, 'vi'),
    },
    explanation: {
      en: 'Tons, gallons, barrels and calories differ by country and by trade. Only unmistakable spellings are read.',
      vi: 'Tấn Anh-Mỹ, gallon, thùng và calo khác nhau theo nước và ngành. Chỉ đọc cách viết không thể nhầm.',
    },
  }),
  U104: entry<Part & { expected: string }>({
    name: 'uncertainty-unreadable',
    severity: 'error',
    title: { en: 'An uncertainty that cannot be read', vi: 'Độ không đảm bảo không đọc được' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} has '${a.part}' after the ±`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} có '${a.part}' sau dấu ±`,
    },
    expected: {
      en: () => 'a share or an amount: ± 2 % or ± 300 t',
      vi: () => 'tỷ lệ hoặc lượng: ± 2 % hoặc ± 300 t',
    },
    help: {
      en: (a) => (a.expected === '' ? '' : `write ${quoted(a.expected, 'en')}`),
      vi: (a) => (a.expected === '' ? '' : `viết ${quoted(a.expected, 'vi')}`),
    },
    explanation: {
      en: 'The uncertainty weighs the number in the reconciliation.',
      vi: 'Độ không đảm bảo là trọng số của con số khi hiệu chỉnh dữ liệu.',
    },
  }),
  U105: entry<Part & { expected: string }>({
    name: 'unknown-basis',
    severity: 'error',
    title: { en: 'A word in brackets that is no basis', vi: 'Từ trong ngoặc không phải cách biết số liệu' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} has '${a.part}' in brackets`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} có '${a.part}' trong ngoặc`,
    },
    expected: {
      en: () =>
        `'measured', 'billed', 'recorded', 'calculated', 'estimated' or 'literature', then a source after a comma`,
      vi: () =>
        `'measured' (đo), 'billed' (hóa đơn), 'recorded' (sổ sách), 'calculated' (tính toán), 'estimated' (ước tính) hoặc 'literature' (tài liệu), sau dấu phẩy là nguồn`,
    },
    help: {
      en: (a) => `write (${a.expected}), or put a remark into 'note'`,
      vi: (a) => `viết (${a.expected}), hoặc ghi chú vào 'note'`,
    },
    explanation: {
      en: 'The basis says how a number is known, and gives it its usual uncertainty.',
      vi: 'Cách biết cho độ tin cậy và độ không đảm bảo thường dùng của con số.',
    },
  }),
  U201: entry<{ thing: string; written: string; has: string; wants: string; example: string }>({
    name: 'other-dimension',
    severity: 'error',
    title: { en: 'A unit that measures something else', vi: 'Đơn vị đo đại lượng khác' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}', a unit of ${dimensionWords(a.has, 'en')}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}', đơn vị của ${dimensionWords(a.has, 'vi')}`,
    },
    label: { en: (a) => dimensionWords(a.has, 'en'), vi: (a) => dimensionWords(a.has, 'vi') },
    expected: {
      en: (a) => `${dimensionWords(a.wants, 'en')}, for example ${a.example}`,
      vi: (a) => `${dimensionWords(a.wants, 'vi')}, ví dụ ${a.example}`,
    },
    explanation: {
      en: 'Every field knows what it measures. A quantity of another kind is left out, because no conversion leads there.',
      vi: 'Mỗi trường biết mình đo gì. Đại lượng loại khác bị bỏ qua vì không có cách quy đổi.',
    },
  }),
  U202: entry<{ thing: string; written: string; wants: string; example: string }>({
    name: 'unit-missing',
    severity: 'error',
    title: { en: 'A number without unit', vi: 'Số không có đơn vị' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}' without a unit`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}' không có đơn vị`,
    },
    expected: {
      en: (a) => `${dimensionWords(a.wants, 'en')}, for example ${a.example}`,
      vi: (a) => `${dimensionWords(a.wants, 'vi')}, ví dụ ${a.example}`,
    },
    help: { en: () => 'write the unit after the number', vi: () => 'ghi đơn vị sau số' },
    explanation: {
      en: 'No unit is ever assumed.',
      vi: 'Không bao giờ tự giả định đơn vị.',
    },
  }),
  U203: entry<{ thing: string; written: string; unit: string; better: string }>({
    name: 'point-for-difference',
    severity: 'error',
    title: {
      en: 'A point of a scale where a difference is meant',
      vi: 'Giá trị trên thang đo thay cho độ chênh',
    },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}', but this field is a difference`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}', nhưng trường này là độ chênh`,
    },
    help: {
      en: (a) => `write the difference in ${a.better} instead of ${a.unit}`,
      vi: (a) => `ghi độ chênh bằng ${a.better} thay cho ${a.unit}`,
    },
    explanation: {
      en: '5 C is a temperature near freezing, 5 K is a difference of five degrees. In the same way 1 bar(g) is a pressure and 1 bar a drop.',
      vi: '5 C là nhiệt độ gần điểm đóng băng, 5 K là chênh lệch năm độ. Tương tự, 1 bar(g) là áp suất còn 1 bar là độ sụt áp.',
    },
  }),
  U204: entry<{ thing: string; written: string }>({
    name: 'hours-per-what',
    severity: 'error',
    title: { en: 'Running time without a period', vi: 'Thời gian chạy không ghi theo kỳ nào' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}', which is no time per time`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}', không phải thời gian trên kỳ`,
    },
    expected: { en: () => 'for example 6 000 h/yr or 16 h/d', vi: () => 'ví dụ 6 000 h/yr hoặc 16 h/d' },
    explanation: {
      en: 'Running hours turn a rate into an amount per year, so they say per what they are counted.',
      vi: 'Số giờ chạy đổi lưu lượng thành lượng mỗi năm, nên phải ghi tính theo kỳ nào.',
    },
  }),
  U205: entry<{ unit: string; written: string }>({
    name: 'own-unit-unreadable',
    severity: 'error',
    title: { en: 'A unit of the site that cannot be read', vi: 'Đơn vị riêng không đọc được' },
    message: {
      en: (a) => `unit '${a.unit}' is defined as '${a.written}'`,
      vi: (a) => `đơn vị '${a.unit}' được khai báo là '${a.written}'`,
    },
    expected: {
      en: () => 'a number and a known unit, for example 24 pcs or 7.92 l',
      vi: () => 'số và đơn vị đã biết, ví dụ 24 pcs hoặc 7.92 l',
    },
    explanation: {
      en: 'Units of the site are multiples of known ones, or of units defined before them.',
      vi: 'Đơn vị riêng là bội số của đơn vị đã biết, hoặc của đơn vị khai báo trước đó.',
    },
  }),
  U206: entry<{ unit: string }>({
    name: 'own-unit-already-known',
    severity: 'error',
    title: {
      en: 'A unit of the site with a name that is taken',
      vi: 'Đơn vị riêng trùng tên đơn vị đã biết',
    },
    message: {
      en: (a) => `unit '${a.unit}' is already known and keeps its meaning`,
      vi: (a) => `đơn vị '${a.unit}' đã có sẵn và giữ nguyên nghĩa`,
    },
    help: { en: () => 'choose another name', vi: () => 'chọn tên khác' },
    explanation: {
      en: 'A known unit with a second meaning would make every number doubtful.',
      vi: 'Một đơn vị đã biết mà có thêm nghĩa khác sẽ làm mọi con số đáng ngờ.',
    },
  }),
} as const

function unitName(part: string): string {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(part) ? part : 'crate'
}
