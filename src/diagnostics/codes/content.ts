import type { Lang, Text } from '../../model/text.js'
import { entry } from '../entry.js'

/** What a name in the content may be the name of. */
const KINDS: Readonly<Record<string, Text>> = {
  method: { en: 'method', vi: 'phương pháp tính' },
  input: { en: 'method input', vi: 'đại lượng vào của phương pháp' },
  step: { en: 'step of the method', vi: 'bước của phương pháp' },
  variable: { en: 'variable', vi: 'biến' },
  reference: { en: 'reference', vi: 'tài liệu tham khảo' },
  practice: { en: 'practice', vi: 'giải pháp' },
  cause: { en: 'cause', vi: 'nguyên nhân' },
  sector: { en: 'sector', vi: 'ngành' },
  stream: { en: 'stream', vi: 'dòng' },
  entry: { en: 'checklist entry', vi: 'mục kiểm tra' },
}

function kindName(kind: string, lang: Lang): string {
  return (Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined)?.[lang] ?? kind
}

const OWN_PACK = {
  en: 'The file belongs to a folder of templates given with --templates. What cannot be read is left out, the rest is used; nothing is guessed.',
  vi: 'Tệp thuộc thư mục mẫu khai báo bằng --templates. Phần không đọc được bị bỏ qua, phần còn lại vẫn dùng; chương trình không đoán.',
} as const

/** C: the content in templates/ and in the folders of the user, and the answers to it. */
export const content = {
  C101: entry<{ file: string; detail: string }>({
    name: 'content-unreadable',
    severity: 'error',
    title: { en: 'A template file cannot be read', vi: 'Không đọc được tệp mẫu' },
    message: {
      en: (a) => `"${a.file}" cannot be read: ${a.detail}`,
      vi: (a) => `Không đọc được "${a.file}": ${a.detail}`,
    },
    help: {
      en: () => 'correct the file, or take it out of the folder',
      vi: () => 'sửa tệp, hoặc bỏ tệp ra khỏi thư mục',
    },
    explanation: OWN_PACK,
  }),
  C102: entry<{ folder: string }>({
    name: 'content-folder-missing',
    severity: 'error',
    title: { en: 'A folder of templates does not exist', vi: 'Không có thư mục mẫu' },
    message: {
      en: (a) => `"${a.folder}" is not a folder that can be read`,
      vi: (a) => `"${a.folder}" không phải là thư mục đọc được`,
    },
    help: {
      en: () => 'give the path of a folder that holds checklists/, methods/ or factors/',
      vi: () => 'ghi đường dẫn của thư mục có checklists/, methods/ hoặc factors/',
    },
    explanation: OWN_PACK,
  }),
  C103: entry<{ file: string; field: string }>({
    name: 'content-field-missing',
    severity: 'error',
    title: { en: 'A template lacks a field', vi: 'Mẫu thiếu một trường' },
    message: {
      en: (a) => `"${a.file}" has no "${a.field}"`,
      vi: (a) => `"${a.file}" thiếu "${a.field}"`,
    },
    help: { en: (a) => `add "${a.field}"`, vi: (a) => `thêm "${a.field}"` },
    explanation: OWN_PACK,
  }),
  C104: entry<{ file: string; field: string; written: string; expected: string }>({
    name: 'content-field-value',
    severity: 'error',
    title: {
      en: 'A field of a template has another value than expected',
      vi: 'Giá trị của trường trong mẫu không đúng',
    },
    message: {
      en: (a) => `"${a.file}" says "${a.written}" in "${a.field}"`,
      vi: (a) => `"${a.file}" ghi "${a.written}" ở "${a.field}"`,
    },
    expected: { en: (a) => a.expected, vi: (a) => a.expected },
    help: {
      en: (a) => `write ${a.expected} in "${a.field}"`,
      vi: (a) => `ghi ${a.expected} vào "${a.field}"`,
    },
    explanation: OWN_PACK,
  }),
  C105: entry<{ file: string; field: string; near: string }>({
    name: 'content-field-unknown',
    severity: 'warning',
    title: { en: 'A template has a field nobody reads', vi: 'Mẫu có trường không được dùng' },
    message: {
      en: (a) => `"${a.file}" has a field "${a.field}" that nothing reads`,
      vi: (a) => `"${a.file}" có trường "${a.field}" không được dùng`,
    },
    help: {
      en: (a) => (a.near === '' ? 'take the field out' : `write "${a.near}" if that is what is meant`),
      vi: (a) => (a.near === '' ? 'bỏ trường này' : `ghi "${a.near}" nếu muốn nói trường đó`),
    },
    explanation: OWN_PACK,
  }),
  C106: entry<{ file: string; id: string; expected: string }>({
    name: 'content-id',
    severity: 'error',
    title: { en: 'The id of a template differs from its file name', vi: 'Mã của mẫu khác tên tệp' },
    message: {
      en: (a) => `"${a.file}" has the id "${a.id}", its name says "${a.expected}"`,
      vi: (a) => `"${a.file}" có mã "${a.id}", tên tệp là "${a.expected}"`,
    },
    help: { en: (a) => `write id: ${a.expected}`, vi: (a) => `ghi id: ${a.expected}` },
    explanation: OWN_PACK,
  }),
  C107: entry<{ file: string; field: string; kind: string; name: string; near: string }>({
    name: 'content-unknown-name',
    severity: 'error',
    title: { en: 'A template names something that does not exist', vi: 'Mẫu nhắc đến tên không tồn tại' },
    message: {
      en: (a) =>
        `"${a.file}" names the ${kindName(a.kind, 'en')} "${a.name}" in "${a.field}", which does not exist`,
      vi: (a) => `"${a.file}" nhắc đến ${kindName(a.kind, 'vi')} "${a.name}" ở "${a.field}", nhưng không có`,
    },
    help: {
      en: (a) =>
        a.near === '' ? `add the ${kindName(a.kind, 'en')}, or take the name out` : `write "${a.near}"`,
      vi: (a) => (a.near === '' ? `thêm ${kindName(a.kind, 'vi')}, hoặc bỏ tên này` : `ghi "${a.near}"`),
    },
    explanation: OWN_PACK,
  }),
  C108: entry<{ file: string; field: string; formula: string; detail: string }>({
    name: 'content-formula',
    severity: 'error',
    title: { en: 'A formula of a template does not hold', vi: 'Công thức trong mẫu không đúng' },
    message: {
      en: (a) => `"${a.formula}" in "${a.field}" of "${a.file}" does not hold: ${a.detail}`,
      vi: (a) => `"${a.formula}" ở "${a.field}" của "${a.file}" không đúng: ${a.detail}`,
    },
    help: { en: () => 'correct the formula or the units', vi: () => 'sửa công thức hoặc đơn vị' },
    explanation: {
      en: 'Every formula and condition of the content is checked for its units before it is used: what is added or compared must measure the same thing, and the result must have the unit that is declared.',
      vi: 'Mọi công thức và điều kiện đều được kiểm tra thứ nguyên trước khi dùng: các đại lượng cộng hoặc so sánh phải cùng thứ nguyên, kết quả phải có đơn vị đã khai báo.',
    },
  }),
  C109: entry<{ file: string; field: string; written: string }>({
    name: 'content-number-without-source',
    severity: 'error',
    title: { en: 'A number of a template has no source', vi: 'Con số trong mẫu không có nguồn' },
    message: {
      en: (a) => `"${a.written}" in "${a.field}" of "${a.file}" has no source`,
      vi: (a) => `"${a.written}" ở "${a.field}" của "${a.file}" không có nguồn`,
    },
    help: {
      en: () => 'add source: with a reference, or choice: true for a screening default of your own',
      vi: () => 'thêm source: với tài liệu tham khảo, hoặc choice: true nếu là giá trị sàng lọc tự chọn',
    },
    explanation: {
      en: 'A number in a report is only worth its source. A value that is a choice says so, and is shown as one.',
      vi: 'Con số trong báo cáo chỉ có giá trị khi có nguồn. Giá trị tự chọn phải ghi rõ và được hiển thị như vậy.',
    },
  }),
  C110: entry<{ file: string; id: string }>({
    name: 'content-replaced',
    severity: 'note',
    title: { en: 'A template of yours replaces one of recp', vi: 'Mẫu của người dùng thay mẫu của recp' },
    message: {
      en: (a) => `"${a.id}" is taken from "${a.file}" instead of the one that comes with recp`,
      vi: (a) => `"${a.id}" lấy từ "${a.file}" thay cho mẫu đi kèm recp`,
    },
    explanation: {
      en: 'A folder given with --templates adds to the content or replaces what has the same id.',
      vi: 'Thư mục khai báo bằng --templates bổ sung nội dung hoặc thay phần có cùng mã.',
    },
  }),
  C111: entry<{ file: string; example: number; found: string; expected: string }>({
    name: 'content-example',
    severity: 'error',
    title: { en: 'An example of a template does not come out', vi: 'Ví dụ của mẫu không cho kết quả đã ghi' },
    message: {
      en: (a) => `Example ${a.example} of "${a.file}" gives ${a.found}, it says ${a.expected}`,
      vi: (a) => `Ví dụ ${a.example} của "${a.file}" cho ${a.found}, trong khi ghi ${a.expected}`,
    },
    help: { en: () => 'correct the example or the formula', vi: () => 'sửa ví dụ hoặc công thức' },
    explanation: {
      en: 'The examples of a template are run as its tests and printed as its documentation.',
      vi: 'Ví dụ của mẫu được chạy như phép thử và in ra như tài liệu hướng dẫn.',
    },
  }),
  C201: entry<{ entry: string; until: string; by: string }>({
    name: 'waiver-expired',
    severity: 'warning',
    title: { en: 'A waiver of a checklist entry has expired', vi: 'Miễn trừ một mục kiểm tra đã hết hạn' },
    message: {
      en: (a) => `"${a.entry}" was waived by ${a.by} until ${a.until}; it is looked at again`,
      vi: (a) => `"${a.entry}" được ${a.by} miễn trừ đến ${a.until}; nay được xem xét lại`,
    },
    help: {
      en: () => 'decide again: give a later date, or take the waiver out',
      vi: () => 'quyết định lại: ghi ngày muộn hơn, hoặc bỏ miễn trừ',
    },
    explanation: {
      en: 'A waiver is a decision with an owner and a date. After the date the entry counts again.',
      vi: 'Miễn trừ là một quyết định có người chịu trách nhiệm và thời hạn. Hết hạn thì mục kiểm tra có hiệu lực trở lại.',
    },
  }),
  C202: entry<{ entry: string; condition: string; detail: string }>({
    name: 'entry-failed',
    severity: 'error',
    title: { en: 'A checklist entry could not be evaluated', vi: 'Không xét được một mục kiểm tra' },
    message: {
      en: (a) => `"${a.entry}" could not be evaluated: ${a.detail} in "${a.condition}"`,
      vi: (a) => `Không xét được "${a.entry}": ${a.detail} trong "${a.condition}"`,
    },
    help: {
      en: () => 'compare the units of the values with the condition',
      vi: () => 'so sánh đơn vị của các giá trị với điều kiện',
    },
    explanation: {
      en: 'One entry is left out; the audit goes on with all the others.',
      vi: 'Chỉ một mục bị bỏ qua; việc đánh giá tiếp tục với các mục khác.',
    },
  }),
  C203: entry<{ entry: string; answer: string; condition: string; seen: string }>({
    name: 'answer-contradicts',
    severity: 'warning',
    title: { en: 'An answer contradicts the figures', vi: 'Trả lời trái với số liệu' },
    message: {
      en: (a) =>
        `"${a.entry}" is answered "${a.answer}", the figures say the opposite: ${a.seen} (condition: ${a.condition})`,
      vi: (a) =>
        `"${a.entry}" được trả lời "${a.answer}", số liệu cho thấy ngược lại: ${a.seen} (điều kiện: ${a.condition})`,
    },
    help: {
      en: () => 'check on site which of the two holds, and correct the other',
      vi: () => 'kiểm tra tại hiện trường xem bên nào đúng, rồi sửa bên kia',
    },
    explanation: {
      en: 'The figures decide the outcome; the answer is kept and shown beside it.',
      vi: 'Số liệu quyết định kết quả; câu trả lời được giữ lại và hiển thị bên cạnh.',
    },
  }),
  C204: entry<{ part: string; name: string; 'name-vi': string }>({
    name: 'part-contradicts',
    severity: 'warning',
    title: {
      en: 'A part said not to be there is in the file',
      vi: 'Phần được cho là không có lại có trong tệp',
    },
    message: {
      en: (a) =>
        `"${a.part}" (${a.name}) is answered "no", and machines, values or another answer speak of it`,
      vi: (a) =>
        `"${a.part}" (${a['name-vi']}) được trả lời "không", nhưng máy móc, số liệu hoặc câu trả lời khác lại nói về phần này`,
    },
    help: {
      en: () => 'take the answer out, or what speaks of the part',
      vi: () => 'bỏ câu trả lời, hoặc bỏ những gì nói về phần đó',
    },
    explanation: {
      en: 'What is listed or measured holds; the answer is set aside. Under the name of a part, no means that the factory has none, and what is about it is not asked.',
      vi: 'Máy đã kê hoặc số liệu đã đo được coi là đúng; câu trả lời bị gác lại. Với tên một phần của nhà máy, "không" nghĩa là nhà máy không có phần đó và các mục về nó không được hỏi.',
    },
  }),
} as const
