import type { Lang } from '../../model/text.js'
import { entry } from '../entry.js'
import { fieldWords, kindWords, quoted, thingWords, writeInstead } from '../wording.js'

/** Several arguments are lists of names with `|` between them; the words are made here, in either language. */
type Near = { near: string }

/** `part` stands at `start` in the text as it was written. */
type Part = { thing: string; part: string; start: number; length: number }

const didYouMean = {
  en: (a: Near): string => writeInstead(a.near, 'en'),
  vi: (a: Near): string => writeInstead(a.near, 'vi'),
}

const FORMS: Readonly<Record<string, Record<Lang, string>>> = {
  text: { en: 'a single value', vi: 'một giá trị đơn' },
  list: { en: 'a list: lines that begin with a dash', vi: 'danh sách: các dòng bắt đầu bằng dấu gạch' },
  map: { en: 'fields: a name, a colon and a value each', vi: 'các trường: tên, dấu hai chấm và giá trị' },
}

const VALUES: Readonly<Record<string, Record<Lang, string>>> = {
  'whole-number': { en: 'a whole number', vi: 'số nguyên' },
  year: { en: 'a year with four digits', vi: 'năm gồm bốn chữ số' },
  country: { en: 'two capital letters of ISO 3166', vi: 'hai chữ hoa theo ISO 3166' },
  currency: { en: 'three capital letters of ISO 4217', vi: 'ba chữ hoa theo ISO 4217' },
  period: { en: 'a year, a month, or { first, last }', vi: 'một năm, một tháng, hoặc { first, last }' },
  month: { en: 'a month, year first', vi: 'tháng, viết năm trước' },
  text: { en: 'a code or the name of a checklist entry', vi: 'mã hoặc tên mục bảng kiểm' },
  name: { en: 'a name of letters, digits and hyphens', vi: 'tên gồm chữ cái, chữ số và gạch nối' },
}

const formWords = (form: string, lang: Lang): string => FORMS[form]?.[lang] ?? form

/** S1: the shape of the file. S2: names that refer to each other. */
export const shape = {
  S101: entry<{ thing: string; key: string; near: string; legal: string }>({
    name: 'unknown-key',
    severity: 'error',
    title: { en: 'A field that does not exist here', vi: 'Trường không có ở đây' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} has no field '${a.key}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} không có trường '${a.key}'`,
    },
    label: { en: () => 'not a field here', vi: () => 'không phải trường ở đây' },
    expected: {
      en: (a) => (a.near === '' && a.legal !== '' ? `one of ${quoted(a.legal, 'en')}` : ''),
      vi: (a) => (a.near === '' && a.legal !== '' ? `một trong ${quoted(a.legal, 'vi')}` : ''),
    },
    help: didYouMean,
    explanation: {
      en: 'A field with a spelling mistake would be forgotten without a word, so only known fields are taken. What has no field of its own goes into note.',
      vi: 'Trường viết sai chính tả sẽ bị bỏ quên, nên chỉ nhận các trường đã biết. Điều gì không có trường riêng thì ghi vào note.',
    },
  }),
  S102: entry<{ thing: string; key: string }>({
    name: 'missing-key',
    severity: 'error',
    title: { en: 'A field that is needed', vi: 'Thiếu trường bắt buộc' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} lacks '${a.key}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} thiếu '${a.key}'`,
    },
    help: {
      en: (a) => (a.key === 'recp' ? `add 'recp: 1' as the first line` : `fill in '${a.key}'`),
      vi: (a) => (a.key === 'recp' ? `thêm 'recp: 1' làm dòng đầu` : `điền '${a.key}'`),
    },
    explanation: {
      en: 'Without this field nothing can be done with the rest, so the whole entry is left out.',
      vi: 'Thiếu trường này thì phần còn lại không dùng được, nên cả mục bị bỏ qua.',
    },
  }),
  S103: entry<{ thing: string; wants: string; has: string }>({
    name: 'wrong-form',
    severity: 'error',
    title: {
      en: 'A list, fields or a value where another is expected',
      vi: 'Sai dạng: danh sách, các trường hoặc giá trị',
    },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is written as ${formWords(a.has, 'en')}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} được viết dạng ${formWords(a.has, 'vi')}`,
    },
    expected: {
      en: (a) =>
        a.wants
          .split('|')
          .map((form) => formWords(form, 'en'))
          .join(', or '),
      vi: (a) =>
        a.wants
          .split('|')
          .map((form) => formWords(form, 'vi'))
          .join(', hoặc '),
    },
    explanation: {
      en: 'What has a name is written as fields under that name; what happened on a date is a row of a list.',
      vi: 'Thứ có tên được viết dưới tên đó; việc xảy ra theo ngày là một hàng của danh sách.',
    },
  }),
  S104: entry<{ thing: string; written: string; allowed: string; near: string }>({
    name: 'not-one-of',
    severity: 'error',
    title: { en: 'A word that is not on the list', vi: 'Từ không thuộc danh sách' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}'`,
    },
    expected: {
      en: (a) => `one of ${quoted(a.allowed, 'en')}`,
      vi: (a) => `một trong ${quoted(a.allowed, 'vi')}`,
    },
    help: didYouMean,
    explanation: {
      en: 'These words decide how the entry is counted, so only the ones listed are taken.',
      vi: 'Các từ này quyết định cách tính, nên chỉ nhận từ trong danh sách.',
    },
  }),
  S105: entry<{ thing: string; written: string; better: string }>({
    name: 'id-spelling',
    severity: 'error',
    title: { en: 'An id in another spelling', vi: 'Mã viết không đúng dạng' },
    message: {
      en: (a) =>
        `id '${a.written}' in ${fieldWords(a.thing, 'en')} has other signs than small letters, digits and hyphens`,
      vi: (a) =>
        `mã '${a.written}' trong ${fieldWords(a.thing, 'vi')} có ký tự khác chữ thường không dấu, chữ số và gạch nối`,
    },
    expected: {
      en: () => 'small letters a to z, digits and single hyphens, beginning with a letter',
      vi: () => 'chữ thường a đến z, chữ số và gạch nối đơn, bắt đầu bằng chữ cái',
    },
    help: {
      en: (a) => (a.better === '' ? '' : `write ${quoted(a.better, 'en')} and keep the full name in 'name'`),
      vi: (a) => (a.better === '' ? '' : `viết ${quoted(a.better, 'vi')} và để tên đầy đủ trong 'name'`),
    },
    explanation: {
      en: 'Ids are used in formulas, sheets and file names, so they are plain. Names may be in any language.',
      vi: 'Mã được dùng trong công thức, trang tính và tên tệp nên cần đơn giản. Tên có thể bằng bất kỳ ngôn ngữ nào.',
    },
  }),
  S106: entry<{ thing: string; written: string; answers: string }>({
    name: 'not-yes-or-no',
    severity: 'error',
    title: { en: 'Neither yes nor no', vi: 'Không phải có hoặc không' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}'`,
    },
    expected: { en: (a) => quoted(a.answers, 'en'), vi: (a) => quoted(a.answers, 'vi') },
    explanation: {
      en: 'yes, no, true and false are understood, and có and không in Vietnamese. What is not known is left out.',
      vi: 'Nhận yes, no, true, false và có, không. Điều chưa biết thì bỏ trống.',
    },
  }),
  S107: entry<{ thing: string; written: string; better: string }>({
    name: 'not-a-date',
    severity: 'error',
    title: {
      en: 'A day that is not in the calendar or in another order',
      vi: 'Ngày không có trong lịch hoặc sai thứ tự',
    },
    message: {
      en: (a) =>
        `${fieldWords(a.thing, 'en')} is '${a.written}', which is no day of the calendar written year first`,
      vi: (a) =>
        `${fieldWords(a.thing, 'vi')} là '${a.written}', không phải ngày trong lịch viết theo năm trước`,
    },
    expected: {
      en: () => 'year-month-day, for example 2024-05-31',
      vi: () => 'năm-tháng-ngày, ví dụ 2024-05-31',
    },
    help: {
      en: (a) => writeInstead(a.better, 'en'),
      vi: (a) => writeInstead(a.better, 'vi'),
    },
    explanation: {
      en: '03/04/2024 is the third of April in Viet Nam and the fourth of March elsewhere. Year first cannot be misread.',
      vi: '03/04/2024 là ngày 3 tháng 4 ở Việt Nam nhưng là 4 tháng 3 ở nơi khác. Viết năm trước thì không nhầm.',
    },
  }),
  S108: entry<{ thing: string; written: string; what: string; example: string }>({
    name: 'not-in-this-form',
    severity: 'error',
    title: { en: 'A value in another form', vi: 'Giá trị sai dạng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}'`,
    },
    expected: {
      en: (a) => `${VALUES[a.what]?.en ?? 'another form'}, for example ${a.example}`,
      vi: (a) => `${VALUES[a.what]?.vi ?? 'dạng khác'}, ví dụ ${a.example}`,
    },
    explanation: {
      en: 'Counts are whole numbers, years have four digits, and codes of countries and currencies are capital letters after ISO 3166 and ISO 4217.',
      vi: 'Số đếm là số nguyên, năm có bốn chữ số, mã quốc gia và tiền tệ là chữ hoa theo ISO 3166 và ISO 4217.',
    },
  }),
  S109: entry<{ thing: string; written: string; what: 'country' | 'currency'; near: string }>({
    name: 'unknown-code',
    severity: 'error',
    title: { en: 'A country or currency that does not exist', vi: 'Mã quốc gia hoặc tiền tệ không tồn tại' },
    message: {
      en: (a) => `'${a.written}' is no ${a.what} that recp knows`,
      vi: (a) =>
        `'${a.written}' không phải ${a.what === 'country' ? 'mã quốc gia' : 'mã tiền tệ'} mà recp biết`,
    },
    expected: {
      en: (a) =>
        a.what === 'country'
          ? 'two letters of ISO 3166, for example VN'
          : 'three letters of ISO 4217, for example VND',
      vi: (a) =>
        a.what === 'country' ? 'hai chữ cái theo ISO 3166, ví dụ VN' : 'ba chữ cái theo ISO 4217, ví dụ VND',
    },
    help: didYouMean,
    explanation: {
      en: 'The country chooses grid factors, tariffs and norms; the currency decides how money adds up.',
      vi: 'Quốc gia quyết định hệ số lưới điện, biểu giá và định mức; tiền tệ quyết định cách cộng tiền.',
    },
  }),
  S110: entry<{ written: string }>({
    name: 'other-format-version',
    severity: 'error',
    title: { en: 'Another version of the file format', vi: 'Phiên bản định dạng khác' },
    message: {
      en: (a) => `'recp' is '${a.written}'; this program reads version 1`,
      vi: (a) => `'recp' là '${a.written}'; chương trình này đọc phiên bản 1`,
    },
    help: { en: () => `write 'recp: 1'`, vi: () => `viết 'recp: 1'` },
    explanation: {
      en: 'The number is that of the file format, not of the program.',
      vi: 'Con số là phiên bản định dạng tệp, không phải phiên bản chương trình.',
    },
  }),
  S111: entry<{ thing: string; written: string }>({
    name: 'not-a-sum',
    severity: 'error',
    title: { en: 'Not a flow or a sum of flows', vi: 'Không phải dòng hoặc tổng các dòng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is '${a.written}'`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là '${a.written}'`,
    },
    expected: {
      en: () => 'ids with + or - and a space on both sides between them, for example fresh + topup',
      vi: () => 'các mã nối bằng + hoặc - có dấu cách hai bên, ví dụ fresh + topup',
    },
    explanation: {
      en: 'Without the spaces a minus sign would be part of an id.',
      vi: 'Không có dấu cách thì dấu trừ sẽ thành một phần của mã.',
    },
  }),
  S201: entry<Part & { kinds: string; near: string }>({
    name: 'unknown-name',
    severity: 'error',
    title: { en: 'A name that nothing in the file has', vi: 'Tên không có trong tệp' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} names '${a.part}', which is not in the file`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} nêu '${a.part}', nhưng tệp không có`,
    },
    expected: {
      en: (a) => `the id of ${kindWords(a.kinds, 'en')}`,
      vi: (a) => `mã của ${kindWords(a.kinds, 'vi')}`,
    },
    help: {
      en: (a) => didYouMean.en(a) || `declare '${a.part}', or correct the name`,
      vi: (a) => didYouMean.vi(a) || `khai báo '${a.part}', hoặc sửa tên`,
    },
    explanation: {
      en: 'Whatever is named must be declared once, in its own list.',
      vi: 'Mọi thứ được nêu tên phải được khai báo một lần trong danh sách của nó.',
    },
  }),
  S202: entry<{ id: string; first: string; second: string }>({
    name: 'id-used-twice',
    severity: 'error',
    title: { en: 'One id for two things', vi: 'Một mã cho hai thứ' },
    message: {
      en: (a) => `${thingWords(a.second, 'en')} has the same id as ${thingWords(a.first, 'en')}`,
      vi: (a) => `${thingWords(a.second, 'vi')} trùng mã với ${thingWords(a.first, 'vi')}`,
    },
    help: { en: () => 'rename one of the two', vi: () => 'đổi tên một trong hai' },
    explanation: {
      en: 'Goods, flows, stocks and meters share one set of ids, so that a name in reads or of has one meaning.',
      vi: 'Hàng hóa, dòng, tồn kho và đồng hồ dùng chung một bộ mã, để tên trong reads hay of chỉ có một nghĩa.',
    },
  }),
  S203: entry<Part & { is: string; kinds: string }>({
    name: 'name-of-another-kind',
    severity: 'error',
    title: { en: 'The name of another kind of thing', vi: 'Tên của loại khác' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} names ${thingWords(a.is, 'en')}`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} nêu ${thingWords(a.is, 'vi')}`,
    },
    expected: {
      en: (a) => `the id of ${kindWords(a.kinds, 'en')}`,
      vi: (a) => `mã của ${kindWords(a.kinds, 'vi')}`,
    },
    explanation: {
      en: 'from and to name steps; of names what moves; reads names flows or goods.',
      vi: 'from và to là công đoạn; of là thứ di chuyển; reads là dòng hoặc hàng hóa.',
    },
  }),
  S204: entry<{ thing: string; both: string }>({
    name: 'meter-or-of',
    severity: 'error',
    title: { en: 'Neither or both of meter and of', vi: 'Thiếu hoặc thừa meter và of' },
    message: {
      en: (a) =>
        `${thingWords(a.thing, 'en')} has ${a.both === 'yes' ? 'both' : 'neither'} 'meter' ${a.both === 'yes' ? 'and' : 'nor'} 'of'`,
      vi: (a) =>
        `${thingWords(a.thing, 'vi')} ${a.both === 'yes' ? `có cả 'meter' và 'of'` : `không có 'meter' lẫn 'of'`}`,
    },
    help: {
      en: () => `name the meter that was read, or with 'of' the flow or good`,
      vi: () => `ghi đồng hồ đã đọc, hoặc dùng 'of' để ghi dòng hay hàng hóa`,
    },
    explanation: {
      en: 'A row belongs to a meter, or straight to a flow or good where there is no meter.',
      vi: 'Một hàng thuộc một đồng hồ, hoặc thẳng một dòng hay hàng hóa khi không có đồng hồ.',
    },
  }),
  S205: entry<{ thing: string; first: string; last: string }>({
    name: 'ends-before-it-begins',
    severity: 'error',
    title: { en: 'The end lies before the beginning', vi: 'Ngày cuối trước ngày đầu' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} ends on ${a.last}, before it begins on ${a.first}`,
      vi: (a) => `${thingWords(a.thing, 'vi')} kết thúc ngày ${a.last}, trước ngày bắt đầu ${a.first}`,
    },
    help: { en: () => 'swap or correct the two days', vi: () => 'đổi chỗ hoặc sửa hai ngày' },
    explanation: {
      en: 'Amounts are spread over the days between the two, so their order matters.',
      vi: 'Lượng được phân bổ theo các ngày ở giữa nên thứ tự là quan trọng.',
    },
  }),
  S206: entry<{ thing: string; written: string; near: string }>({
    name: 'unknown-checklist-entry',
    severity: 'warning',
    title: { en: 'An answer to a question nobody asks', vi: 'Trả lời câu hỏi không có' },
    message: {
      en: (a) => `no checklist entry is called '${a.written}'`,
      vi: (a) => `không có mục bảng kiểm nào tên '${a.written}'`,
    },
    help: {
      en: (a) => didYouMean.en(a) || `look the name up with 'recp list checklists'`,
      vi: (a) => didYouMean.vi(a) || `tra tên bằng 'recp list checklists'`,
    },
    explanation: {
      en: 'The answer is kept, and used when templates with such an entry are given.',
      vi: 'Câu trả lời được giữ, và dùng khi có bộ nội dung chứa mục đó.',
    },
  }),
  S207: entry<{ thing: string; step: string }>({
    name: 'flow-to-its-own-step',
    severity: 'error',
    title: { en: 'A flow that stays where it is', vi: 'Dòng quay về chính công đoạn' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} goes from step '${a.step}' to the same step`,
      vi: (a) => `${thingWords(a.thing, 'vi')} đi từ công đoạn '${a.step}' đến chính nó`,
    },
    help: {
      en: () => 'name another step, or leave the flow out: it changes no balance',
      vi: () => 'ghi công đoạn khác, hoặc bỏ dòng này: nó không đổi cân bằng nào',
    },
    explanation: {
      en: 'What circulates inside a step is not seen by its balance. Split the step if the loop matters.',
      vi: 'Dòng tuần hoàn trong một công đoạn không hiện trong cân bằng. Hãy tách công đoạn nếu vòng đó quan trọng.',
    },
  }),
} as const
