import { MEDIUM_NAMES } from '../../model/media.js'
import { say, type Text } from '../../model/text.js'

/** The words for what the audit says in codes: states, classes, outcomes, media, practices, systems. */

type Words = ReadonlyMap<string, Text>

const words = (entries: Readonly<Record<string, Text>>): Words => new Map(Object.entries(entries))

/** The word for a code, or the code itself where nobody gave it one. */
export function termOf(terms: Words, code: string): Text {
  return terms.get(code) ?? say(code, code)
}

export const BALANCE_STATES = words({
  closes: say('closes', 'khép kín'),
  open: say('open', 'chưa khép kín'),
  unknown: say('not known', 'chưa biết'),
})

export const FLOW_CLASSES = words({
  claimed: say('as given', 'theo số liệu'),
  reconciled: say('reconciled', 'đã hiệu chỉnh'),
  calculated: say('from the balances', 'tính từ cân bằng'),
  bounded: say('held at zero', 'giữ ở không'),
  unknown: say('not known', 'chưa biết'),
})

export const CLAIM_CLASSES = words({
  redundant: say('cross-checked', 'đã kiểm tra chéo'),
  nonredundant: say('not checked', 'không kiểm tra được'),
  exact: say('exact', 'chính xác'),
  rejected: say('left out', 'bị loại'),
})

export const LEAVES = words({
  product: say('product', 'sản phẩm'),
  'by-product': say('by-product', 'phụ phẩm'),
  waste: say('waste', 'chất thải'),
  wastewater: say('wastewater', 'nước thải'),
  emission: say('emission', 'khí thải'),
  heat: say('heat', 'nhiệt thải'),
  loss: say('loss', 'tổn thất'),
  export: say('sold or exported', 'bán ra ngoài'),
})

export const ROLES = words({
  raw: say('raw material', 'nguyên liệu'),
  process: say('process chemical', 'hóa chất công nghệ'),
  auxiliary: say('auxiliary', 'vật liệu phụ'),
  chemical: say('chemical', 'hóa chất'),
  intermediate: say('intermediate', 'bán thành phẩm'),
  operating: say('operating supply', 'vật tư vận hành'),
  packaging: say('packaging', 'bao bì'),
})

export const ORIGINS = words({
  mains: say('mains', 'nước cấp'),
  well: say('well', 'nước giếng'),
  surface: say('surface water', 'nước mặt'),
  rain: say('rain', 'nước mưa'),
  reuse: say('reuse', 'tái sử dụng'),
  sea: say('sea', 'nước biển'),
})

export const LOSS_PARTS = words({
  material: say('Material', 'Nguyên liệu'),
  water: say('Water', 'Nước'),
  energy: say('Energy', 'Năng lượng'),
  treatment: say('Treatment', 'Xử lý'),
  system: say('Other cost', 'Chi phí khác'),
  revenue: say('Revenue', 'Doanh thu'),
})

export const INDICATOR_GROUPS = words({
  resource: say('Resource use', 'Sử dụng tài nguyên'),
  pollution: say('Pollution generated', 'Phát sinh ô nhiễm'),
  ghg: say('Greenhouse gases by scope', 'Khí nhà kính theo phạm vi'),
  production: say('Production', 'Sản xuất'),
  productivity: say('Resource productivity', 'Năng suất tài nguyên'),
  intensity: say('Pollution intensity', 'Cường độ ô nhiễm'),
  ledger: say('Energy ledgers', 'Quy đổi năng lượng'),
  specific: say('Specific consumption', 'Suất tiêu hao'),
  product: say('Specific consumption by product, shared out', 'Suất tiêu hao theo sản phẩm, đã phân bổ'),
  step: say('Specific consumption by step', 'Suất tiêu hao theo công đoạn'),
  own: say('Own indicators', 'Chỉ số riêng'),
  cost: say('Cost', 'Chi phí'),
})

export const BENCHMARK_TYPES = words({
  energy_total: say('Energy per product', 'Năng lượng trên đơn vị sản phẩm'),
  electricity: say('Electricity per product', 'Điện trên đơn vị sản phẩm'),
  water: say('Water per product', 'Nước trên đơn vị sản phẩm'),
  wastewater: say('Wastewater per product', 'Nước thải trên đơn vị sản phẩm'),
  thermal: say('Heat per product', 'Nhiệt trên đơn vị sản phẩm'),
  natural_gas: say('Natural gas per product', 'Khí tự nhiên trên đơn vị sản phẩm'),
  solid_waste: say('Waste per product', 'Chất thải trên đơn vị sản phẩm'),
  ghg: say('Greenhouse gases per product', 'Khí nhà kính trên đơn vị sản phẩm'),
  material_yield: say('Yield of raw material', 'Tỷ lệ thu hồi nguyên liệu'),
  cod_load: say('COD load per product', 'Tải lượng COD trên đơn vị sản phẩm'),
  bod_load: say('BOD load per product', 'Tải lượng BOD trên đơn vị sản phẩm'),
  tss_load: say('Suspended solids per product', 'Chất rắn lơ lửng trên đơn vị sản phẩm'),
  p_load: say('Phosphorus per product', 'Phốt pho trên đơn vị sản phẩm'),
  toc_load: say('Organic carbon per product', 'TOC trên đơn vị sản phẩm'),
  cod_concentration: say('COD of raw wastewater', 'COD của nước thải chưa xử lý'),
})

export const BENCHMARK_KINDS = words({
  norm: say('legal norm', 'định mức pháp lý'),
  practice: say('practice', 'thực tế ngành'),
})

export const REFERENCES = words({
  low: say('low', 'thấp'),
  typical: say('typical', 'điển hình'),
  best: say('best', 'tốt nhất'),
  high: say('high', 'cao'),
  range: say('range low to high', 'khoảng thấp đến cao'),
})

export const VERDICTS = words({
  better: say('better', 'tốt hơn'),
  within: say('about equal', 'tương đương'),
  worse: say('worse', 'kém hơn'),
  unknown: say('not known', 'chưa biết'),
})

/** The same where the outside value is a range. */
export const RANGE_VERDICTS = words({
  better: say('below the range', 'dưới khoảng'),
  within: say('within the range', 'trong khoảng'),
  worse: say('above the range', 'trên khoảng'),
  unknown: say('not known', 'chưa biết'),
})

export const LIMIT_VERDICTS = words({
  within: say('within', 'đạt'),
  exceeds: say('exceeds', 'vượt'),
  unclear: say('unclear', 'chưa rõ'),
})

export const LIMIT_ORIGINS = words({
  site: say('site file', 'tệp nhà máy'),
  table: say('table', 'bảng tra'),
})

export const LIMIT_STATES = words({
  'in force': say('in force', 'còn hiệu lực'),
  'superseded-transition': say(
    'replaced, still applies in transition',
    'đã thay thế, còn áp dụng chuyển tiếp',
  ),
  '': say('', ''),
})

export const NOT_CHECKED = words({
  'no-analysis': say('no analysis of what has a limit', 'có giới hạn nhưng chưa có kết quả phân tích'),
  'no-limit': say('analysed, but no limit is known', 'có kết quả phân tích nhưng chưa biết giới hạn'),
  unit: say('result and limit are in units that do not convert', 'kết quả và giới hạn khác loại đơn vị'),
  load: say(
    'the limit is a load per product, not a concentration',
    'giới hạn là tải lượng trên sản phẩm, không phải nồng độ',
  ),
})

export const OUTCOMES = words({
  found: say('found', 'có cơ hội'),
  look: say('look on site', 'cần xem tại chỗ'),
  'needs-data': say('needs data', 'thiếu số liệu'),
  'in-place': say('in place', 'đã thực hiện'),
  'not-applicable': say('not applicable', 'không áp dụng'),
  waived: say('waived', 'được miễn'),
  failed: say('failed', 'không chạy được'),
})

export const EVIDENCE = words({
  measured: say('measured', 'đo được'),
  reported: say('reported', 'theo khai báo'),
  'range estimate': say('range estimate', 'ước tính theo khoảng'),
  'needs data': say('needs data', 'thiếu số liệu'),
  none: say('none', 'chưa có'),
})

export const ANSWERS = words({
  yes: say('yes', 'có'),
  no: say('no', 'không'),
  'n/a': say('n/a', 'không áp dụng'),
})

export const STATUSES = words({
  proposed: say('proposed', 'đề xuất'),
  planned: say('planned', 'đã lên kế hoạch'),
  running: say('running', 'đang thực hiện'),
  done: say('done', 'đã hoàn thành'),
  rejected: say('rejected', 'không chọn'),
})

export const MEDIA = words(MEDIUM_NAMES)

export const PRACTICES = words({
  'good-housekeeping': say('good housekeeping', 'quản lý nội vi tốt'),
  'input-material-change': say('input material change', 'thay đổi nguyên liệu đầu vào'),
  'better-process-control': say('better process control', 'kiểm soát quá trình tốt hơn'),
  'equipment-modification': say('equipment modification', 'cải tiến thiết bị'),
  'technology-change': say('technology change', 'thay đổi công nghệ'),
  'onsite-recovery-reuse': say('on-site recovery and reuse', 'thu hồi và tái sử dụng tại chỗ'),
  'useful-by-product': say('useful by-products', 'sản xuất sản phẩm phụ hữu ích'),
  'product-modification': say('product modification', 'cải tiến sản phẩm'),
})

export const SYSTEMS = words({
  boiler: say('boilers', 'lò hơi'),
  steam: say('steam', 'hơi nước'),
  air: say('compressed air', 'khí nén'),
  'compressed-air': say('compressed air', 'khí nén'),
  motor: say('motors', 'động cơ điện'),
  'motors-pumps-fans': say('motors, pumps, fans', 'động cơ, bơm, quạt'),
  pump: say('pumps', 'bơm'),
  fan: say('fans', 'quạt'),
  refrigeration: say('refrigeration', 'hệ thống lạnh'),
  'cooling-tower': say('cooling towers', 'tháp giải nhiệt'),
  cooling: say('cooling', 'làm mát'),
  'cooling-water': say('cooling water', 'nước làm mát'),
  lighting: say('lighting', 'chiếu sáng'),
  furnace: say('furnaces and ovens', 'lò nung, lò nhiệt'),
  kiln: say('kilns', 'lò nung'),
  dryer: say('dryers', 'máy sấy'),
  evaporator: say('evaporators', 'thiết bị cô đặc'),
  heat: say('heat exchangers', 'thiết bị trao đổi nhiệt'),
  'process-heating': say('process heating', 'gia nhiệt công nghệ'),
  'thermal-oil': say('thermal oil', 'lò dầu tải nhiệt'),
  'energy-thermal': say('thermal energy', 'năng lượng nhiệt'),
  'energy-electrical': say('electrical energy', 'năng lượng điện'),
  transformer: say('transformers', 'máy biến áp'),
  tank: say('heated tanks', 'bể, bồn gia nhiệt'),
  cip: say('cleaning in place', 'vệ sinh tại chỗ (CIP)'),
  ro: say('reverse osmosis', 'thẩm thấu ngược (RO)'),
  softener: say('water softeners', 'thiết bị làm mềm nước'),
  vacuum: say('vacuum', 'chân không'),
  hvac: say('ventilation, air conditioning', 'thông gió, điều hòa'),
  voc: say('solvent vapours', 'hơi dung môi'),
  wwtp: say('wastewater treatment', 'xử lý nước thải'),
  vehicle: say('vehicles', 'phương tiện vận chuyển'),
  water: say('water', 'nước'),
  wastewater: say('wastewater', 'nước thải'),
  waste: say('waste', 'chất thải'),
  materials: say('materials', 'nguyên vật liệu'),
  chemicals: say('chemicals', 'hóa chất'),
  'housekeeping-management': say('management', 'quản lý'),
  'logistics-storage': say('storage, transport', 'kho, vận chuyển'),
  symbiosis: say('symbiosis', 'cộng sinh công nghiệp'),
  renewable: say('renewable energy', 'năng lượng tái tạo'),
  product: say('product', 'sản phẩm'),
  other: say('other', 'khác'),
})

export const SEVERITIES = words({
  error: say('error', 'lỗi'),
  warning: say('warning', 'cảnh báo'),
  note: say('note', 'ghi chú'),
})

export const KINDS = words({
  input: say(
    'input: typed in, change it to see what follows',
    'số liệu đầu vào: có thể sửa để xem kết quả thay đổi',
  ),
  derived: say('calculated: a live formula', 'giá trị tính: công thức sống'),
  factor: say('factor from a table with a source', 'hệ số từ bảng có nguồn'),
  choice: say('default chosen by the tool', 'giá trị mặc định do công cụ chọn'),
  solved: say('solved outside the workbook, method named', 'giải bên ngoài bảng tính, có nêu phương pháp'),
  missing: say('not known: data is missing', 'chưa biết: thiếu số liệu'),
})

export const METHODS = words({
  reconciliation: say(
    'data reconciliation (weighted least squares)',
    'hiệu chỉnh dữ liệu (bình phương tối thiểu có trọng số)',
  ),
  sum: say('sum', 'tổng'),
  withheld: say('not shown in this edition', 'không nêu trong phiên bản này'),
  'first-order-uncertainty': say(
    'uncertainty to the first order, with all covariances',
    'độ không đảm bảo đo bậc nhất, kể cả mọi hiệp phương sai',
  ),
  'cash-flows': say('cash flows year by year', 'dòng tiền theo từng năm'),
  'price-missing': say('unknown without a price', 'chưa biết vì thiếu giá'),
  'estimate-if-it-applies': say('estimate, if it applies', 'ước tính nếu áp dụng'),
  'iapws-if97': say(
    'water and steam by the IAPWS Industrial Formulation 1997',
    'nước và hơi theo IAPWS-IF97',
  ),
  'humid-air': say(
    'humid air as a mixture of ideal gases (ASHRAE)',
    'không khí ẩm, hỗn hợp khí lý tưởng (ASHRAE)',
  ),
  'material-flow-cost-accounting': say(
    'material flow cost accounting (ISO 14051), loops solved',
    'hạch toán chi phí dòng vật liệu (ISO 14051), giải vòng tuần hoàn',
  ),
  'heat-balance': say('heat balance of the surface, by iteration', 'cân bằng nhiệt bề mặt, giải lặp'),
})

/** Sections of a site file, and groups of figures by the first part of their id. */
export const GROUPS = words({
  site: say('Site', 'Cơ sở'),
  period: say('Period', 'Kỳ đánh giá'),
  audit: say('Audit', 'Đánh giá'),
  products: say('Products', 'Sản phẩm'),
  materials: say('Materials', 'Nguyên vật liệu'),
  water: say('Water', 'Nước'),
  energy: say('Energy', 'Năng lượng'),
  residues: say('Residues', 'Chất thải, phụ phẩm'),
  steps: say('Steps', 'Công đoạn'),
  flows: say('Flows', 'Các dòng'),
  stocks: say('Stocks', 'Tồn kho'),
  meters: say('Meters', 'Đồng hồ đo'),
  readings: say('Readings', 'Số đọc đồng hồ'),
  bills: say('Bills', 'Hóa đơn'),
  prices: say('Prices', 'Giá'),
  price: say('Prices', 'Giá'),
  stake: say('Money at stake', 'Số tiền liên quan'),
  analyses: say('Analyses', 'Kết quả phân tích'),
  limits: say('Limits', 'Giới hạn'),
  permits: say('Permits', 'Giấy phép'),
  costs: say('Costs', 'Chi phí'),
  substances: say('Substances', 'Các chất'),
  uncertainty: say('Uncertainty', 'Độ không đảm bảo'),
  indicators: say('Own indicators', 'Chỉ số riêng'),
  equipment: say('Equipment', 'Thiết bị'),
  facts: say('Facts', 'Thông tin hiện trường'),
  answers: say('Answers', 'Câu trả lời'),
  measures: say('Measures', 'Giải pháp'),
  economics: say('Economics', 'Thông số kinh tế'),
  benchmarks: say('Benchmarks', 'Giá trị đối sánh'),
  factors: say('Own factors', 'Hệ số riêng'),
  assert: say('Assertions', 'Điều kiện kiểm tra'),
  targets: say('Targets', 'Mục tiêu'),
  good: say('Materials, water and energy', 'Nguyên liệu, nước và năng lượng'),
  claim: say('Amounts per year', 'Lượng mỗi năm'),
  norm: say('Norms', 'Định mức'),
  assay: say('Analyses', 'Kết quả phân tích'),
  transfer: say('Transfer coefficients', 'Hệ số chuyển'),
  content: say('What flows contain', 'Thành phần của các dòng'),
  tank: say('What tanks contain', 'Thành phần của các bể'),
  load: say('Loads', 'Tải lượng'),
  disagreement: say('Disagreements of the numbers given', 'Chênh lệch giữa các số liệu đã cho'),
  centres: say('Quantity centres', 'Trung tâm định lượng'),
  matrix: say('The site as one quantity centre', 'Toàn cơ sở là một trung tâm định lượng'),
  reading: say('Readings', 'Số đọc đồng hồ'),
  flow: say('Flows', 'Các dòng'),
  stock: say('Stocks', 'Tồn kho'),
  balance: say('Balances', 'Cân bằng'),
  use: say('Use', 'Lượng sử dụng'),
  cost: say('Costs', 'Chi phí'),
  'mean-cost': say('Mean costs', 'Giá bình quân'),
  total: say('Totals', 'Tổng'),
  loss: say('Losses', 'Tổn thất'),
  ghg: say('Greenhouse gases', 'Khí nhà kính'),
  toe: say('Oil equivalents', 'Quy đổi dầu tương đương'),
  indicator: say('Indicators', 'Chỉ số'),
  benchmark: say('Benchmarks', 'Giá trị đối sánh'),
  compared: say('Amounts compared', 'Lượng dùng để so sánh'),
  compliance: say('Limits, norms, fees', 'Giới hạn, định mức, phí'),
  allocation: say('Shares of joint products', 'Phần phân bổ của sản phẩm'),
  output: say('Outputs', 'Sản lượng'),
  released: say('Gases released', 'Khí phát thải'),
  'cod-load': say('Organic loads', 'Tải lượng hữu cơ'),
  'nitrogen-load': say('Nitrogen', 'Nitơ'),
  own: say('Own indicators', 'Chỉ số riêng'),
  leaves: say('Amounts that leave', 'Lượng ra khỏi cơ sở'),
  variable: say('Variables', 'Biến số'),
  opportunity: say('Opportunities', 'Cơ hội'),
  stream: say('Streams', 'Dòng'),
  package: say('Package', 'Gói giải pháp'),
  factor: say('Factors', 'Hệ số'),
  choice: say('Choices of the tool', 'Lựa chọn của công cụ'),
  target: say('Targets', 'Mục tiêu'),
  'water-cost': say('True cost of water', 'Chi phí thực của nước'),
})

/** A head begins with a capital; the usual short names of water analysis are all capitals. */
export function capital(word: string): string {
  // What has no name is called by its id, to the letter.
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+(:|$)/.test(word)) return word
  return /^(?:cod|bod5?|toc|tss|tds|tn|tp|voc|fog|aox)$/.test(word)
    ? word.toUpperCase()
    : word.charAt(0).toUpperCase() + word.slice(1)
}

/** A word as it stands within a sentence; `COD` and `NPV` stay. */
export function uncapital(word: string): string {
  return /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word
}
