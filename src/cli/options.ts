import type { ArgumentRow, CommandRow, Group, OptionRow } from './option-table.js'
import { say, type Text } from '../model/text.js'

export const GROUPS: Readonly<Record<Group, Text>> = {
  main: say('Main commands', 'Lệnh chính'),
  compare: say('Compare and verify', 'So sánh và kiểm tra'),
  lookup: say('Look up', 'Tra cứu'),
}

export const LISTS = [
  'checklists',
  'factors',
  'benchmarks',
  'indicators',
  'methods',
  'sectors',
  'examples',
  'units',
  'codes',
] as const

/** What may become of a checklist entry. */
export const OUTCOMES = [
  'found',
  'look',
  'needs-data',
  'in-place',
  'not-applicable',
  'waived',
  'failed',
] as const

export const DEV_TASKS = ['check-templates', 'new-entry'] as const

export const SCHEMAS = ['site', 'audit', 'entry', 'method'] as const

export const TOPICS = ['formats', 'exit-codes', 'environment', 'units', 'files'] as const

/** Options that every command takes. */
export const globalOptions: readonly OptionRow[] = [
  { long: 'help', short: 'h', text: say('Show help', 'Hiện trợ giúp') },
  {
    long: 'version',
    short: 'V',
    text: say('Show the versions of recp and of its content', 'Hiện phiên bản của recp và của nội dung'),
  },
  { long: 'quiet', short: 'q', text: say('Print only the result and errors', 'Chỉ in kết quả và lỗi') },
  {
    long: 'verbose',
    short: 'v',
    text: say('Print each stage and its duration', 'In từng bước và thời gian của bước'),
  },
  {
    long: 'json',
    text: say('Print one JSON document; same as --format json', 'In một tài liệu JSON; như --format json'),
  },
  {
    long: 'color',
    value: 'when',
    choices: ['auto', 'always', 'never'],
    text: say('auto, always or never', 'auto (tự động), always (luôn) hoặc never (không)'),
    default: 'auto',
  },
  {
    long: 'lang',
    value: 'code',
    choices: ['en', 'vi'],
    text: say('Language of messages and reports: en, vi', 'Ngôn ngữ của thông báo và báo cáo: en, vi'),
    default: 'en',
  },
]

const sites: ArgumentRow = {
  name: 'site',
  shown: '<site>...',
  required: true,
  many: true,
  text: say('Site files (.yaml, .xlsx) or folders', 'Tệp nhà máy (.yaml, .xlsx) hoặc thư mục'),
}

const failOn: OptionRow = {
  long: 'fail-on',
  value: 'level',
  choices: ['error', 'warning', 'never'],
  text: say('error, warning or never', 'error (lỗi), warning (cảnh báo) hoặc never (không)'),
  default: 'error',
}

const textOrJson: OptionRow = {
  long: 'format',
  short: 'f',
  value: 'name',
  choices: ['text', 'json'],
  text: say('text or json', 'text (văn bản) hoặc json'),
  default: 'text',
}

const templates: OptionRow = {
  long: 'templates',
  value: 'dir',
  repeat: true,
  text: say(
    'Add or replace content from this folder (repeatable)',
    'Thêm hoặc thay nội dung bằng thư mục này (dùng được nhiều lần)',
  ),
}

const output = (fallback: string): OptionRow => ({
  long: 'output',
  short: 'o',
  value: 'path',
  repeat: true,
  text: say(
    'Where to write; the extension chooses the format: .xlsx, .json, .md, .html; repeatable',
    'Nơi ghi; phần mở rộng chọn định dạng: .xlsx, .json, .md, .html; dùng được nhiều lần',
  ),
  default: fallback,
})

const preset: OptionRow = {
  long: 'preset',
  value: 'name',
  text: say(
    'Sheets of the workbook: quick, full or energy-law',
    'Các trang của sổ tính: quick (nhanh), full (đầy đủ) hoặc energy-law (luật năng lượng)',
  ),
  default: 'full',
}

const edition: OptionRow = {
  long: 'edition',
  value: 'name',
  text: say(
    'For whom it is: internal, client or park; what they may not see is left out of every format',
    'Dành cho ai: internal (nội bộ), client (khách hàng) hoặc park (khu công nghiệp); phần không được xem bị lược bỏ ở mọi định dạng',
  ),
  default: 'internal',
}

const comparedFactors: OptionRow = {
  long: 'factors',
  value: 'whose',
  choices: ['same', 'own'],
  text: say(
    'Profile: both years with the later factors (same), or each with its own',
    'Hồ sơ: cả hai năm theo hệ số sau (same), hoặc mỗi năm theo hệ số riêng (own)',
  ),
  default: 'same',
}

const decimal: OptionRow = {
  long: 'decimal',
  value: 'mark',
  choices: ['point', 'comma', 'auto'],
  text: say(
    'point, comma or auto; how to read 1.264 in a cell of text',
    'point (dấu chấm), comma (dấu phẩy) hoặc auto (tự xét); cách đọc 1.264 trong ô văn bản',
  ),
  default: 'auto',
}

const init: CommandRow = {
  name: 'init',
  group: 'main',
  summary: say(
    'Start a site file or an intake workbook, from questions or an example',
    'Tạo tệp nhà máy hoặc phiếu số liệu Excel, từ câu hỏi hoặc nhà máy mẫu',
  ),
  arguments: [
    {
      name: 'dir',
      shown: '[dir]',
      required: false,
      many: false,
      text: say(
        'Folder to write to; the name of an example copies it',
        'Thư mục đích; nếu là tên nhà máy mẫu thì chép mẫu đó',
      ),
    },
  ],
  options: [
    {
      long: 'from',
      value: 'example',
      text: say('Copy an example factory (recp list examples)', 'Chép một nhà máy mẫu (recp list examples)'),
    },
    {
      long: 'excel',
      text: say('Write an intake workbook, intake.xlsx', 'Ghi phiếu số liệu Excel, intake.xlsx'),
    },
    { long: 'name', value: 'text', text: say('Name of the factory', 'Tên nhà máy') },
    {
      long: 'sector',
      value: 'id',
      text: say(
        'Fill in the steps, flows and questions usual in this sector',
        'Điền sẵn công đoạn, dòng và câu hỏi thường gặp của ngành này',
      ),
    },
    { long: 'country', value: 'code', text: say('Country, two letters', 'Quốc gia, hai chữ cái') },
    { long: 'currency', value: 'code', text: say('Currency, three letters', 'Đồng tiền, ba chữ cái') },
    {
      long: 'products',
      value: 'names',
      kind: 'list',
      repeat: true,
      text: say('What it makes, separated by commas', 'Sản phẩm, cách nhau bằng dấu phẩy'),
    },
    {
      long: 'utilities',
      value: 'names',
      kind: 'list',
      repeat: true,
      text: say('Water and energy that it has', 'Nước và năng lượng nhà máy có dùng'),
    },
    {
      long: 'period',
      value: 'year',
      text: say('A year, or a month such as 2025-07', 'Năm, hoặc tháng như 2025-07'),
    },
    { long: 'yes', text: say('Ask nothing; take what is usual', 'Không hỏi gì; lấy giá trị thường dùng') },
  ],
  examples: [
    'recp init brewery',
    'recp init my-mill --sector textile-dyeing --country VN --yes',
    'recp init --excel --sector textile-dyeing --lang vi',
  ],
  seeAlso: ['recp walk', 'recp list examples'],
}

const walk: CommandRow = {
  name: 'walk',
  group: 'main',
  summary: say(
    'Ask the questions of the checklists and write the answers down',
    'Hỏi các câu hỏi của bảng kiểm và ghi lại câu trả lời',
  ),
  arguments: [
    {
      name: 'site',
      shown: '<site>',
      required: true,
      many: false,
      text: say(
        'Site file (.yaml) or intake workbook (.xlsx) that takes the answers',
        'Tệp nhà máy (.yaml) hoặc tệp Excel (.xlsx) sẽ ghi câu trả lời',
      ),
    },
  ],
  options: [
    { long: 'all', text: say('Ask again what is answered already', 'Hỏi lại cả câu đã trả lời') },
    {
      long: 'first',
      text: say('Only the questions of the first priority', 'Chỉ các câu thuộc mức ưu tiên thứ nhất'),
    },
    { long: 'list', text: say('Print the open questions and ask nothing', 'In các câu còn mở, không hỏi') },
    {
      long: 'answer',
      value: 'entry=yes',
      repeat: true,
      text: say(
        'Write this answer down and ask nothing: yes, no or n/a; repeatable',
        'Ghi câu trả lời này, không hỏi: yes (có), no (không) hoặc n/a (không áp dụng); dùng được nhiều lần',
      ),
    },
    {
      long: 'note',
      value: 'entry=text',
      repeat: true,
      text: say('A note for an answer (repeatable)', 'Ghi chú cho một câu trả lời (dùng được nhiều lần)'),
    },
    decimal,
    templates,
  ],
  examples: ['recp walk site.yaml --first', 'recp walk site.yaml --answer water-leak-repair=yes'],
  seeAlso: ['recp init', 'recp audit'],
}

const check: CommandRow = {
  name: 'check',
  group: 'main',
  summary: say(
    'Read the input and report problems; compute nothing',
    'Đọc dữ liệu và báo các vấn đề; không tính gì',
  ),
  arguments: [
    {
      ...sites,
      text: say(
        'Site files (.yaml, .xlsx) or folders; - reads YAML from stdin',
        'Tệp nhà máy (.yaml, .xlsx) hoặc thư mục; - đọc YAML từ stdin',
      ),
    },
  ],
  options: [
    {
      long: 'format',
      short: 'f',
      value: 'name',
      choices: ['text', 'json', 'ndjson', 'github', 'sarif', 'junit'],
      text: say('text, json, ndjson, github, sarif or junit', 'text, json, ndjson, github, sarif hoặc junit'),
      default: 'text',
    },
    failOn,
    {
      long: 'ignore',
      value: 'codes',
      kind: 'list',
      repeat: true,
      text: say('Leave out codes or families, for example P2,B401', 'Bỏ qua mã hoặc nhóm mã, ví dụ P2,B401'),
    },
    {
      long: 'baseline',
      value: 'file',
      text: say('Leave out problems recorded in this file', 'Bỏ qua các vấn đề đã ghi trong tệp này'),
    },
    {
      long: 'update-baseline',
      text: say('Record the problems there are now in it', 'Ghi các vấn đề hiện có vào tệp đó'),
    },
    {
      long: 'max',
      value: 'n',
      kind: 'count',
      text: say('Print at most n problems; 0 means all', 'In nhiều nhất n vấn đề; 0 là tất cả'),
      default: '50',
    },
    decimal,
  ],
  examples: [
    'recp check site.yaml',
    'recp check sites/ --format github --fail-on warning',
    'recp check sites/ --baseline known.json --update-baseline',
  ],
  seeAlso: ['recp explain <code>', 'recp list codes'],
}

const balance: CommandRow = {
  name: 'balance',
  group: 'main',
  summary: say(
    'Balance and reconcile material, water and energy',
    'Cân bằng và hiệu chỉnh số liệu vật chất, nước, năng lượng',
  ),
  arguments: [sites],
  options: [
    textOrJson,
    {
      long: 'layer',
      value: 'name',
      text: say(
        'Only this layer: mass, water, energy, a substance, or money for the cost of products and losses',
        'Chỉ lớp này: mass (khối lượng), water (nước), energy (năng lượng), một chất, hoặc money (chi phí sản phẩm và tổn thất)',
      ),
    },
    {
      long: 'no-bounds',
      text: say('Let calculated flows be negative', 'Cho phép dòng tính ra âm'),
    },
    templates,
    failOn,
  ],
  examples: ['recp balance site.yaml', 'recp balance site.yaml --layer water --json'],
  seeAlso: ['recp check', 'recp audit'],
}

const audit: CommandRow = {
  name: 'audit',
  group: 'main',
  summary: say(
    'Run the whole audit and write the workbook',
    'Thực hiện toàn bộ đánh giá và ghi sổ tính Excel',
  ),
  arguments: [sites],
  options: [
    output('<site>.xlsx'),
    preset,
    edition,
    textOrJson,
    {
      long: 'checklist',
      value: 'names',
      kind: 'list',
      repeat: true,
      text: say('Only these checklists or entries', 'Chỉ các bảng kiểm hoặc mục này'),
    },
    {
      long: 'skip',
      value: 'names',
      kind: 'list',
      repeat: true,
      text: say('All but these', 'Tất cả, trừ các mục này'),
    },
    {
      long: 'sector',
      value: 'id',
      text: say('Use the benchmarks of this sector', 'Dùng giá trị chuẩn đối sánh của ngành này'),
    },
    templates,
    {
      long: 'date',
      value: 'yyyy-mm-dd',
      kind: 'date',
      text: say(
        'Date of the audit; sets prices, factors and expiry',
        'Ngày đánh giá; quyết định giá, hệ số và hạn dùng',
      ),
    },
    {
      long: 'compare',
      value: 'file',
      text: say(
        'An earlier audit.json; adds the sheet Changes',
        'Tệp audit.json của lần trước; thêm trang Thay đổi',
      ),
    },
    comparedFactors,
    decimal,
    failOn,
  ],
  examples: [
    'recp audit site.yaml',
    'recp audit site.yaml -o audit.xlsx -o audit.json --lang vi',
    'recp audit sites/ -o out/ --fail-on never',
  ],
  seeAlso: ['recp report', 'recp help exit-codes'],
}

const convert: CommandRow = {
  name: 'convert',
  group: 'main',
  summary: say(
    'Turn a site file into an intake workbook, or back',
    'Chuyển tệp nhà máy thành phiếu số liệu Excel, hoặc ngược lại',
  ),
  arguments: [
    {
      name: 'from',
      shown: '<from>',
      required: true,
      many: false,
      text: say('A site file (.yaml, .xlsx)', 'Tệp nhà máy (.yaml, .xlsx)'),
    },
    {
      name: 'to',
      shown: '<to>',
      required: true,
      many: false,
      text: say('The file to write, .xlsx or .yaml', 'Tệp cần ghi, .xlsx hoặc .yaml'),
    },
  ],
  options: [decimal],
  examples: ['recp convert site.yaml site.xlsx', 'recp convert intake.xlsx site.yaml'],
  seeAlso: ['recp init --excel', 'recp help files'],
}

const report: CommandRow = {
  name: 'report',
  group: 'main',
  summary: say(
    'Write a saved audit again, in another format or language',
    'Ghi lại một kết quả đã lưu, ở định dạng hoặc ngôn ngữ khác',
  ),
  arguments: [
    {
      name: 'audit',
      shown: '<audit.json>',
      required: true,
      many: false,
      text: say('An audit saved with recp audit -o audit.json', 'Kết quả lưu bằng recp audit -o audit.json'),
    },
  ],
  options: [output('<site>.xlsx'), preset, edition, templates, textOrJson],
  examples: [
    'recp report audit.json -o audit.xlsx --lang vi',
    'recp report audit.json -o audit.md',
    'recp report audit.json -o park.xlsx --edition park',
  ],
  seeAlso: ['recp audit', 'recp help formats'],
}

const sankey: CommandRow = {
  name: 'sankey',
  group: 'main',
  summary: say(
    'Draw the flows of a site as a Sankey diagram',
    'Vẽ các dòng của nhà máy thành biểu đồ Sankey',
  ),
  arguments: [
    {
      ...sites,
      text: say(
        'Site files (.yaml), folders, or audits saved with recp audit -o audit.json',
        'Tệp nhà máy (.yaml), thư mục, hoặc kết quả lưu bằng recp audit -o audit.json',
      ),
    },
  ],
  options: [
    {
      long: 'output',
      short: 'o',
      value: 'path',
      repeat: true,
      text: say('Where to write the drawing (.svg), or a folder', 'Nơi ghi hình vẽ (.svg), hoặc một thư mục'),
      default: '<site>-<layer>.svg',
    },
    {
      long: 'layer',
      value: 'name',
      text: say(
        'mass, water, energy, money or a substance of the site; without it the first one that is balanced',
        'mass (khối lượng), water (nước), energy (năng lượng), money (chi phí) hoặc một chất của nhà máy; nếu không nêu thì lớp đầu tiên có cân bằng',
      ),
    },
    textOrJson,
    templates,
    failOn,
  ],
  examples: ['recp sankey site.yaml -o flows.svg', 'recp sankey audit.json --layer energy --lang vi'],
  seeAlso: ['recp audit', 'recp report'],
}

const diff: CommandRow = {
  name: 'diff',
  group: 'compare',
  summary: say(
    'Show what changed between two audits, input and result',
    'Cho thấy thay đổi giữa hai lần đánh giá, từ số liệu đến kết quả',
  ),
  arguments: [
    {
      name: 'old',
      shown: '<old>',
      required: true,
      many: false,
      text: say(
        'A saved audit (.json), or a site file, which is audited first',
        'Kết quả đã lưu (.json), hoặc tệp nhà máy, sẽ được đánh giá trước',
      ),
    },
    {
      name: 'new',
      shown: '<new>',
      required: true,
      many: false,
      text: say('The later one, in either form', 'Lần sau, ở một trong hai dạng đó'),
    },
  ],
  options: [
    {
      long: 'min',
      value: 'share',
      kind: 'share',
      text: say('Hide results that moved less, for example 1 %', 'Ẩn các kết quả thay đổi ít hơn, ví dụ 1 %'),
      default: '0 %',
    },
    comparedFactors,
    {
      long: 'format',
      short: 'f',
      value: 'name',
      choices: ['text', 'json', 'md'],
      text: say('text, json or md', 'text (văn bản), json hoặc md'),
      default: 'text',
    },
    templates,
  ],
  examples: ['recp diff 2024.json 2025.json', 'recp diff main.json branch.json --format md > comment.md'],
  seeAlso: ['recp audit --compare', 'recp explain <result> --in audit.json'],
}

const verify: CommandRow = {
  name: 'verify',
  group: 'compare',
  summary: say(
    'Recalculate a workbook and compare it with what was written',
    'Tính lại một sổ tính và so với lúc ghi',
  ),
  arguments: [
    {
      name: 'workbook',
      shown: '<workbook.xlsx>',
      required: true,
      many: false,
      text: say(
        'A workbook written by recp audit or recp report',
        'Sổ tính do recp audit hoặc recp report ghi',
      ),
    },
  ],
  options: [
    {
      long: 'engine',
      value: 'name',
      choices: ['auto', 'own', 'libreoffice'],
      text: say(
        'own, libreoffice or auto: who recalculates; auto takes LibreOffice where it is installed',
        'own, libreoffice hoặc auto: công cụ tính lại; auto dùng LibreOffice nếu có cài',
      ),
      default: 'auto',
    },
    textOrJson,
  ],
  examples: ['recp verify audit.xlsx', 'recp verify audit.xlsx --json'],
  seeAlso: ['recp audit', 'recp diff'],
}

const calc: CommandRow = {
  name: 'calc',
  group: 'main',
  summary: say('Calculate one measure by one method', 'Tính một giải pháp bằng một phương pháp'),
  arguments: [
    {
      name: 'method',
      shown: '<method>',
      required: true,
      many: false,
      text: say('Name of the method (recp list methods)', 'Tên phương pháp (recp list methods)'),
    },
    {
      name: 'input',
      shown: '[input=value]...',
      required: false,
      many: true,
      text: say(
        'Inputs with their units: hole="3 mm +- 0.2 mm"; several rows with ; between them; ncv=diesel for a fuel',
        'Đại lượng vào kèm đơn vị: hole="3 mm +- 0.2 mm"; nhiều hàng cách nhau bằng ; và ncv=diesel để lấy theo nhiên liệu',
      ),
    },
  ],
  options: [
    {
      long: 'given',
      short: 'g',
      value: 'given',
      repeat: true,
      text: say(
        'A YAML file of inputs, or one input=value (repeatable)',
        'Tệp YAML chứa đại lượng vào, hoặc một input=value (dùng được nhiều lần)',
      ),
    },
    {
      long: 'xlsx',
      value: 'file',
      text: say('Write the calculation sheet with live formulas', 'Ghi phiếu tính Excel có công thức'),
    },
    { long: 'yes', text: say('Ask nothing', 'Không hỏi gì') },
    textOrJson,
    templates,
  ],
  examples: [
    'recp calc fuel-saving-efficiency fuel=50000GJ/yr eff_now=78% eff_after=83%',
    'recp calc steam-leak --given leak.yaml --xlsx leak.xlsx',
  ],
  seeAlso: ['recp list methods', 'recp explain <method>'],
}

const list: CommandRow = {
  name: 'list',
  group: 'lookup',
  summary: say(
    'List checklists, factors, benchmarks, methods, units or codes',
    'Liệt kê bảng kiểm, hệ số, giá trị đối sánh, phương pháp, đơn vị, mã',
  ),
  arguments: [
    {
      name: 'what',
      shown: '<what>',
      required: true,
      many: false,
      choices: LISTS,
      text: say(
        'checklists, factors, benchmarks, indicators, methods, sectors, examples, units or codes',
        'checklists (bảng kiểm), factors (hệ số), benchmarks (giá trị đối sánh), indicators (chỉ số), methods (phương pháp), sectors (ngành), examples (nhà máy mẫu), units (đơn vị), codes (mã)',
      ),
    },
  ],
  options: [
    textOrJson,
    templates,
    {
      long: 'system',
      value: 'name',
      text: say('Checklists, methods: only this system', 'Bảng kiểm, phương pháp: chỉ hệ thống này'),
    },
    {
      long: 'sector',
      value: 'id',
      text: say(
        'Checklists, benchmarks, indicators: what holds for this sector',
        'Bảng kiểm, giá trị đối sánh, chỉ số: các mục áp dụng cho ngành này',
      ),
    },
    {
      long: 'country',
      value: 'code',
      text: say(
        'Factors, benchmarks: only of this country, or WORLD',
        'Hệ số, giá trị đối sánh: chỉ của nước này, hoặc WORLD',
      ),
    },
    {
      long: 'year',
      value: 'yyyy',
      text: say(
        'Factors, benchmarks: only of this year or edition',
        'Hệ số, giá trị đối sánh: chỉ của năm hoặc ấn bản này',
      ),
    },
    {
      long: 'expired',
      value: 'yyyy-mm-dd',
      kind: 'date',
      text: say(
        'Factors, benchmarks: only what is too old on this day',
        'Hệ số, giá trị đối sánh: chỉ mục quá hạn vào ngày này',
      ),
    },
    {
      long: 'practice',
      value: 'name',
      text: say('Checklists: only this prevention practice', 'Bảng kiểm: chỉ nhóm giải pháp này'),
    },
    {
      long: 'in',
      value: 'file',
      text: say(
        'Checklists, factors, benchmarks, indicators: as this audit has them',
        'Bảng kiểm, hệ số, giá trị đối sánh, chỉ số: theo lần đánh giá này',
      ),
    },
    {
      long: 'outcome',
      value: 'name',
      choices: OUTCOMES,
      text: say('Checklists: only this outcome; needs --in', 'Bảng kiểm: chỉ kết quả này; cần --in'),
    },
  ],
  examples: [
    'recp list examples',
    'recp list checklists --json',
    'recp list checklists --system steam --in audit.json --outcome found',
    'recp list factors --country VN --expired 2027-06-30',
    'recp list factors --in audit.json',
  ],
  seeAlso: ['recp explain <name>'],
}

const explain: CommandRow = {
  name: 'explain',
  group: 'lookup',
  summary: say(
    'Explain a code, a checklist entry, a factor or a result',
    'Giải thích một mã, mục bảng kiểm, hệ số hoặc kết quả',
  ),
  arguments: [
    {
      name: 'name',
      shown: '<name>',
      required: true,
      many: false,
      text: say(
        'A code such as L109, the id of an entry, a method, a factor or an indicator, or the id of a result',
        'Mã như L109, id của một mục, phương pháp, hệ số, chỉ số, hoặc id của một kết quả',
      ),
    },
  ],
  options: [
    {
      long: 'in',
      value: 'file',
      text: say(
        'Explain a result, or what became of an entry, in this audit',
        'Giải thích một kết quả, hoặc kết luận về một mục, trong lần đánh giá này',
      ),
    },
    textOrJson,
    templates,
  ],
  examples: [
    'recp explain L109',
    'recp explain indicator.water-productivity --in audit.json',
    'recp explain air-leak-programme --in audit.json',
  ],
  seeAlso: ['recp list codes', 'recp list checklists'],
}

const schema: CommandRow = {
  name: 'schema',
  group: 'lookup',
  summary: say('Print a JSON Schema', 'In một JSON Schema'),
  arguments: [
    {
      name: 'what',
      shown: '<what>',
      required: true,
      many: false,
      choices: SCHEMAS,
      text: say(
        'site, audit, entry or method',
        'site (nhà máy), audit (kết quả), entry (mục bảng kiểm), method (phương pháp)',
      ),
    },
  ],
  options: [],
  examples: ['recp schema site > site.schema.json'],
  seeAlso: ['recp help files'],
}

const dev: CommandRow = {
  name: 'dev',
  group: null,
  summary: say('For those who write checklists and methods', 'Dành cho người soạn bảng kiểm và phương pháp'),
  arguments: [
    {
      name: 'what',
      shown: '<what>',
      required: true,
      many: false,
      choices: DEV_TASKS,
      text: say(
        'check-templates <dir> reads a folder of templates and says what is wrong; new-entry <dir> <system>/<id> starts an entry in it',
        'check-templates <dir> đọc thư mục mẫu và báo lỗi; new-entry <dir> <system>/<id> tạo mục mới trong đó',
      ),
    },
    {
      name: 'path',
      shown: '<path>...',
      required: true,
      many: true,
      text: say('Folder of templates, and the new entry', 'Thư mục mẫu, và mục mới'),
    },
  ],
  options: [
    textOrJson,
    {
      long: 'date',
      value: 'yyyy-mm-dd',
      kind: 'date',
      text: say('Day of the review of a new entry; today', 'Ngày rà soát của mục mới; mặc định hôm nay'),
    },
  ],
  examples: ['recp dev new-entry my-pack steam/boiler-door', 'recp dev check-templates my-pack'],
  seeAlso: ['recp schema entry', 'recp list checklists'],
}

const help: CommandRow = {
  name: 'help',
  group: null,
  summary: say('Show help on a command or a topic', 'Hiện trợ giúp về một lệnh hoặc chủ đề'),
  arguments: [
    {
      name: 'topic',
      shown: '[topic]',
      required: false,
      many: false,
      text: say(`A command, or ${TOPICS.join(', ')}`, `Một lệnh, hoặc ${TOPICS.join(', ')}`),
    },
  ],
  options: [],
  examples: ['recp help audit', 'recp help exit-codes'],
  seeAlso: [],
}

/** Every command there is, in the order of the first screen. */
export const commandTable: readonly CommandRow[] = [
  init,
  walk,
  check,
  balance,
  audit,
  convert,
  report,
  sankey,
  calc,
  diff,
  verify,
  list,
  explain,
  schema,
  dev,
  help,
]

export function commandRow(name: string): CommandRow | undefined {
  return commandTable.find((row) => row.name === name)
}

/** All options of a command: its own, then those of every command that it does not replace. */
export function optionsOf(row: CommandRow): readonly OptionRow[] {
  const own = new Set(row.options.map((option) => option.long))
  return [...row.options, ...globalOptions.filter((option) => !own.has(option.long))]
}
