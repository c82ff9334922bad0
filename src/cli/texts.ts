import { type Lang, say } from '../model/text.js'

type Say<A extends readonly unknown[]> = Readonly<Record<Lang, (...args: A) => string>>

/** ` 'a'`, ` 'a' or 'b'`; the question at the end of a usage error. */
function didYouMean(near: readonly string[], lang: Lang): string {
  if (near.length === 0) return ''
  const or = lang === 'vi' ? ' hay ' : ' or '
  const names = near.map((name) => `'${name}'`).join(or)
  return lang === 'vi' ? `; ý bạn là ${names}?` : `; did you mean ${names}?`
}

/** `.xlsx, .json or .md` */
function listed(names: readonly string[], or: string): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(` ${or} `)
}

/** Headings and short words of the help and of the screen. */
export const words = {
  usage: say('Usage', 'Cách dùng'),
  arguments: say('Arguments', 'Đối số'),
  options: say('Options', 'Tùy chọn'),
  examples: say('Examples', 'Ví dụ'),
  seeAlso: say('See also', 'Xem thêm'),
  default: say('default', 'mặc định'),
  everyCommand: say('Options for every command', 'Tùy chọn cho mọi lệnh'),
  startHere: say('Start here', 'Bắt đầu ở đây'),
  topics: say('Topics', 'Chủ đề'),
  intro: say(
    'recp - resource-efficient and cleaner production audits from plain files',
    'recp - đánh giá hiệu quả tài nguyên và sản xuất sạch hơn từ tệp văn bản',
  ),
  usageLine: say('recp <command> [options]', 'recp <lệnh> [tùy chọn]'),
  optionsMark: say('[options]', '[tùy chọn]'),
  error: say('error', 'lỗi'),
  stdin: say('<stdin>', '<stdin>'),
} as const

/** First lines of usage errors: the user's thing in quotes, a fact, and a near legal name. */
export const usageTexts = {
  unknownCommand: {
    en: (name, near) => `recp has no command '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không có lệnh '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  unknownOption: {
    en: (who, name, near) => `'${who}' has no option '${name}'${didYouMean(near, 'en')}`,
    vi: (who, name, near) => `'${who}' không có tùy chọn '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, string, readonly string[]]>,
  missingValue: {
    en: (who, option) => `option '${option}' of '${who}' stands without its value`,
    vi: (who, option) => `tùy chọn '${option}' của '${who}' thiếu giá trị`,
  } as Say<[string, string]>,
  badChoice: {
    en: (what, written, choices, near) =>
      `${what} is '${written}'; expected ${choices}${didYouMean(near, 'en')}`,
    vi: (what, written, choices, near) =>
      `${what} là '${written}'; cần một trong: ${choices}${didYouMean(near, 'vi')}`,
  } as Say<[string, string, string, readonly string[]]>,
  /** What is expected where a sector is. */
  aSector: say("a name of 'recp list sectors'", "các tên do 'recp list sectors' liệt kê"),
  badCount: {
    en: (what, written) => `${what} is '${written}'; expected a whole number from 0`,
    vi: (what, written) => `${what} là '${written}'; cần một số nguyên từ 0`,
  } as Say<[string, string]>,
  badDate: {
    en: (what, written) => `${what} is '${written}'; expected a date such as 2025-12-31`,
    vi: (what, written) => `${what} là '${written}'; cần một ngày như 2025-12-31`,
  } as Say<[string, string]>,
  badShare: {
    en: (what, written) => `${what} is '${written}'; expected a share such as 1 % or 0.01`,
    vi: (what, written) => `${what} là '${written}'; cần một tỷ lệ như 1 % hoặc 0.01`,
  } as Say<[string, string]>,
  badEpoch: {
    en: (written) => `SOURCE_DATE_EPOCH is '${written}'; expected seconds since 1970`,
    vi: (written) => `SOURCE_DATE_EPOCH là '${written}'; cần số giây kể từ 1970`,
  } as Say<[string]>,
  badEntryName: {
    en: (name) => `'${name}' is no name for an entry; expected <system>/<id>, for example steam/boiler-door`,
    vi: (name) => `'${name}' không phải tên mục; cần <system>/<id>, ví dụ steam/boiler-door`,
  } as Say<[string]>,
  settledByAudit: {
    en: (option, what) =>
      `option '${option}' does not go with '--in' for ${what}: the audit has settled that`,
    vi: (option, what) => `không dùng '${option}' cùng '--in' cho ${what}: bản đánh giá đã xác định điều đó`,
  } as Say<[string, string]>,
  otherList: {
    en: (option, what, lists) => `option '${option}' says nothing of ${what}; it is for ${lists}`,
    vi: (option, what, lists) => `tùy chọn '${option}' không dùng cho ${what}; chỉ dùng cho ${lists}`,
  } as Say<[string, string, string]>,
  outcomeNeedsAudit: {
    en: () => `option '--outcome' needs the audit it is of`,
    vi: () => `tùy chọn '--outcome' cần kết quả đánh giá tương ứng`,
  } as Say<[]>,
  missingArgument: {
    en: (who, shown) => `'${who}' needs ${shown}`,
    vi: (who, shown) => `'${who}' cần ${shown}`,
  } as Say<[string, string]>,
  tooMany: {
    en: (who, extra) => `'${who}' does not take another argument '${extra}'`,
    vi: (who, extra) => `'${who}' không nhận thêm đối số '${extra}'`,
  } as Say<[string, string]>,
  option: {
    en: (option, who) => `option '${option}' of '${who}'`,
    vi: (option, who) => `tùy chọn '${option}' của '${who}'`,
  } as Say<[string, string]>,
  argument: {
    en: (shown, who) => `${shown} of '${who}'`,
    vi: (shown, who) => `${shown} của '${who}'`,
  } as Say<[string, string]>,
  unknownTopic: {
    en: (name, near) => `recp has no help on '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không có trợ giúp về '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  unknownName: {
    en: (name, near) =>
      `recp knows no code, entry, method, factor or indicator '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) =>
      `recp không biết mã, mục, phương pháp, hệ số hay chỉ số '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  unknownResult: {
    en: (name, file, near) => `audit '${file}' has no result '${name}'${didYouMean(near, 'en')}`,
    vi: (name, file, near) => `tệp '${file}' không có kết quả '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, string, readonly string[]]>,
  unknownExample: {
    en: (name, near) => `recp has no example '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không có nhà máy mẫu '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  unknownEntry: {
    en: (name, near) => `recp has no checklist or entry '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không có bảng kiểm hay mục '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  extension: {
    en: (path, known) => `output '${path}' has no known extension; expected ${listed(known, 'or')}`,
    vi: (path, known) => `tệp ra '${path}' không có phần mở rộng đã biết; cần ${listed(known, 'hoặc')}`,
  } as Say<[string, readonly string[]]>,
  unknownSector: {
    en: (name, near) => `recp knows no sector '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không biết ngành '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  sameOutput: {
    en: (a, b, path) => `sites '${a}' and '${b}' would both write '${path}'`,
    vi: (a, b, path) => `nhà máy '${a}' và '${b}' sẽ cùng ghi vào '${path}'`,
  } as Say<[string, string, string]>,
  twiceOutput: {
    en: (path) => `output '${path}' is named twice`,
    vi: (path) => `tệp ra '${path}' được nêu hai lần`,
  } as Say<[string]>,
  giveOtherIds: {
    en: () => 'give each site an id of its own, or name a folder with -o out/',
    vi: () => 'đặt cho mỗi nhà máy một id riêng, hoặc nêu thư mục với -o out/',
  } as Say<[]>,
  notSaved: {
    en: (file) => `file '${file}' is not an audit saved by recp`,
    vi: (file) => `tệp '${file}' không phải kết quả do recp lưu`,
  } as Say<[string]>,
  notBaseline: {
    en: (file) => `file '${file}' is not a list of problems from recp check --json`,
    vi: (file) => `tệp '${file}' không phải danh sách vấn đề từ recp check --json`,
  } as Say<[string]>,
  unknownCode: {
    en: (code, near) => `recp has no code or family '${code}'${didYouMean(near, 'en')}`,
    vi: (code, near) => `recp không có mã hay nhóm mã '${code}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  needsBaseline: {
    en: () => `option '--update-baseline' needs '--baseline <file>'`,
    vi: () => `tùy chọn '--update-baseline' cần có '--baseline <file>'`,
  } as Say<[]>,
  notAPair: {
    en: (word) => `'${word}' does not say which input it is; expected input=value`,
    vi: (word) => `'${word}' không cho biết là đại lượng nào; cần dạng input=value`,
  } as Say<[string]>,
  oneGivenFile: {
    en: (file) => `'recp calc' reads one file of inputs; '${file}' is another`,
    vi: (file) => `'recp calc' chỉ đọc một tệp đại lượng vào; '${file}' là tệp thứ hai`,
  } as Say<[string]>,
  sheetExtension: {
    en: (file) => `sheet '${file}' has no known extension; expected .xlsx`,
    vi: (file) => `phiếu tính '${file}' không có phần mở rộng đã biết; cần .xlsx`,
  } as Say<[string]>,
  unknownMethod: {
    en: (name, near) => `recp has no method '${name}'${didYouMean(near, 'en')}`,
    vi: (name, near) => `recp không có phương pháp '${name}'${didYouMean(near, 'vi')}`,
  } as Say<[string, readonly string[]]>,
  cannotRead: {
    en: (file) => `file '${file}' cannot be read`,
    vi: (file) => `không đọc được tệp '${file}'`,
  } as Say<[string]>,
  unknownLayer: {
    en: (file, name, layers, near) =>
      `'${file}' has no layer '${name}', but ${layers}${didYouMean(near, 'en')}`,
    vi: (file, name, layers, near) =>
      `'${file}' không có lớp '${name}', chỉ có ${layers}${didYouMean(near, 'vi')}`,
  } as Say<[string, string, string, readonly string[]]>,
  nothingToDraw: {
    en: (file) => `'${file}' has no flow that could be drawn`,
    vi: (file) => `'${file}' không có dòng nào để vẽ`,
  } as Say<[string]>,
  noSchema: {
    en: (name) => `this copy of recp carries no schema '${name}'`,
    vi: (name) => `bản recp này không kèm schema '${name}'`,
  } as Say<[string]>,
} as const

/** `line 4, 5, 6 and 194 more`: the first lines of many places. */
function lineNumbers(
  places: readonly { readonly line: number | null }[],
  word: string,
  others: string,
): string {
  const lines = places.slice(0, 10).map(({ line }) => line ?? '?')
  const rest = places.length - lines.length
  return `${word} ${lines.join(', ')}${rest > 0 ? `, + ${rest} ${others}` : ''}`
}

const some = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** What the screen says besides problems and help. */
export const screenTexts = {
  templatesChecked: {
    en: (dir, { entries, methods, files, errors }) =>
      `${dir}: ${some(files, 'file')}, ${some(entries, 'checklist entry', 'checklist entries')}, ${some(methods, 'method')}; ${errors === 0 ? 'nothing is wrong' : some(errors, 'error')}`,
    vi: (dir, { entries, methods, files, errors }) =>
      `${dir}: ${files} tệp, ${entries} mục bảng kiểm, ${methods} phương pháp; ${errors === 0 ? 'không có lỗi' : `${errors} lỗi`}`,
  } as Say<[string, Readonly<Record<'entries' | 'methods' | 'files' | 'errors', number>>]>,
  counts: {
    en: (errors, warnings, notes) =>
      `${some(errors, 'error')}, ${some(warnings, 'warning')}${notes > 0 ? `, ${some(notes, 'note')}` : ''}`,
    vi: (errors, warnings, notes) =>
      `${errors} lỗi, ${warnings} cảnh báo${notes > 0 ? `, ${notes} ghi chú` : ''}`,
  } as Say<[number, number, number]>,
  noProblems: {
    en: (sites) => (sites === 1 ? 'No problems found' : `No problems found in ${sites} sites`),
    vi: (sites) => (sites === 1 ? 'Không thấy vấn đề nào' : `Không thấy vấn đề nào ở ${sites} nhà máy`),
  } as Say<[number]>,
  more: {
    en: (n) => `... and ${n} more; recp check --max 0 prints all`,
    vi: (n) => `... và ${n} vấn đề nữa; recp check --max 0 in tất cả`,
  } as Say<[number]>,
  wrote: {
    en: (file, hash) => `Wrote ${file}${hash === '' ? '' : ` (input ${hash})`}`,
    vi: (file, hash) => `Đã ghi ${file}${hash === '' ? '' : ` (dữ liệu vào ${hash})`}`,
  } as Say<[string, string]>,
  otherLayers: {
    en: (layer, others) => `Drawn: ${layer}. With --layer also: ${others}`,
    vi: (layer, others) => `Đã vẽ: ${layer}. Với --layer còn có: ${others}`,
  } as Say<[string, string]>,
  notAudited: {
    en: (file) => `${file} could not be audited`,
    vi: (file) => `không thể đánh giá ${file}`,
  } as Say<[string]>,
  stage: {
    en: (name, ms) => `${name}  ${ms} ms`,
    vi: (name, ms) => `${name}  ${ms} ms`,
  } as Say<[string, number]>,
  exists: {
    en: (file) => `left ${file} as it is`,
    vi: (file) => `giữ nguyên ${file}`,
  } as Say<[string]>,
  gone: {
    en: (n) =>
      `${n} known problem${n === 1 ? ' is' : 's are'} gone; --update-baseline drops ${n === 1 ? 'it' : 'them'}`,
    vi: (n) => `${n} vấn đề đã biết không còn nữa; --update-baseline sẽ bỏ chúng khỏi tệp`,
  } as Say<[number]>,
  help: say('help', 'cách sửa'),
  alsoAt: {
    en: (places) => `also in ${lineNumbers(places, 'line', 'more')}`,
    vi: (places) => `cũng ở ${lineNumbers(places, 'dòng', 'chỗ khác')}`,
  } as Say<[readonly { readonly line: number | null }[]]>,
  next: {
    en: (command) => `Next: ${command}`,
    vi: (command) => `Tiếp theo: ${command}`,
  } as Say<[string]>,
  nothing: {
    en: () => 'nothing to list',
    vi: () => 'không có gì để liệt kê',
  } as Say<[]>,
} as const
