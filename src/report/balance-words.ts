import type { BalanceReport, ClaimRow, FlowRow } from './balance-report.js'
import { type Lang, say, type Text } from '../model/text.js'

const EN_HEADS = {
  balance: 'balance',
  claimed: 'as claimed',
  in: 'in',
  out: 'out',
  stock: 'stock',
  left: 'left over',
  closure: 'closure',
  state: 'state',
  seen: 'loss seen from',
  flow: 'flow',
  way: 'way',
  balanced: 'balanced',
  unit: 'unit',
  class: 'how known',
  claim: 'claim',
  moved: 'moved',
  flows: 'flows',
  contents: 'what flows and tanks contain',
  content: 'content',
  claims: 'measurements and other claims',
  diagnosis: 'diagnosis, with every balance imposed',
  advice: 'what to measure next',
  cost: 'cost of product and losses (ISO 14051, the site as one quantity centre)',
  product: 'product',
  loss: 'losses',
  total: 'total',
  losses: 'losses, the dearest first',
  cumulative: 'with all above',
  centres: 'cost by quantity centre (ISO 14051)',
  newCost: 'new cost',
  carried: 'carried over',
  handedOn: 'handed on',
  water: 'true cost of water',
  part: 'part',
}

/** Headings of the balance tables. */
export const HEADS: Readonly<Record<Lang, Readonly<Record<keyof typeof EN_HEADS, string>>>> = {
  en: EN_HEADS,
  vi: {
    balance: 'cân bằng',
    claimed: 'theo số liệu',
    in: 'vào',
    out: 'ra',
    stock: 'tồn kho',
    left: 'còn thừa',
    closure: 'khép kín',
    state: 'trạng thái',
    seen: 'thấy tổn thất từ',
    flow: 'dòng',
    way: 'đường đi',
    balanced: 'sau hiệu chỉnh',
    unit: 'đơn vị',
    class: 'cách biết',
    claim: 'số liệu',
    moved: 'hiệu chỉnh',
    flows: 'các dòng',
    contents: 'thành phần của các dòng và bể',
    content: 'hàm lượng',
    claims: 'số đo và số liệu khác',
    diagnosis: 'chẩn đoán, khi áp mọi cân bằng',
    advice: 'cần đo gì tiếp theo',
    cost: 'chi phí sản phẩm và tổn thất (ISO 14051, coi cơ sở là một trung tâm định lượng)',
    product: 'sản phẩm',
    loss: 'tổn thất',
    total: 'tổng',
    losses: 'tổn thất, từ lớn đến nhỏ',
    cumulative: 'cộng dồn',
    centres: 'chi phí theo trung tâm định lượng (ISO 14051)',
    newCost: 'chi phí mới',
    carried: 'chuyển đến',
    handedOn: 'chuyển đi',
    water: 'chi phí thực của nước',
    part: 'phần',
  },
}

export const STATES = {
  closes: say('closes', 'khép kín'),
  open: say('open', 'hở'),
  unknown: say('not known', 'chưa biết'),
}

export const CLASSES: Readonly<Record<FlowRow['class'] | ClaimRow['class'] | 'suspect', Text>> = {
  claimed: say('as given', 'theo số liệu'),
  reconciled: say('reconciled', 'đã hiệu chỉnh'),
  calculated: say('from the balances', 'tính từ cân bằng'),
  bounded: say('held at zero', 'giữ ở không'),
  unknown: say('not known', 'chưa biết'),
  redundant: say('cross-checked', 'đã kiểm tra chéo'),
  nonredundant: say('not checked', 'không kiểm tra được'),
  exact: say('exact', 'chính xác'),
  rejected: say('left out', 'bị loại'),
  suspect: say('suspect', 'nghi ngờ'),
}

export const COST_CLASSES = {
  material: say('material', 'vật liệu'),
  energy: say('energy', 'năng lượng'),
  system: say('system', 'hệ thống'),
  waste: say('waste management', 'quản lý chất thải'),
  unallocated: say('material, share in product not given', 'vật liệu, chưa ghi tỷ lệ vào sản phẩm'),
  total: say('total', 'tổng'),
}

export const WATER_PARTS = {
  purchase: say('purchase', 'mua nước'),
  treatment: say('treatment of fresh water', 'xử lý nước cấp'),
  pumping: say('pumping', 'bơm nước'),
  heat: say('heat in wastewater', 'nhiệt trong nước thải'),
  discharge: say('treatment and discharge of wastewater', 'xử lý và xả nước thải'),
  fee: say('fee for wastewater', 'phí nước thải'),
}

/** The conventions in a word or two. */
export const CONVENTION_NAMES = {
  carry: say('recycled streams with all their cost', 'dòng tuần hoàn mang theo toàn bộ chi phí'),
  materialOnly: say(
    'recycled streams with their material cost alone',
    'dòng tuần hoàn chỉ mang theo chi phí vật liệu',
  ),
} as const

/** What recycled streams take with them. */
export const CONVENTIONS = {
  carry: say(
    'convention: recycled streams stay inside and take all their cost with them',
    'quy ước: dòng tuần hoàn ở lại bên trong và mang theo toàn bộ chi phí',
  ),
  materialOnly: say(
    'convention: recycled streams keep their material cost; energy and system cost spent on them are loss',
    'quy ước: dòng tuần hoàn giữ chi phí vật liệu; chi phí năng lượng và hệ thống đã tốn cho chúng là tổn thất',
  ),
} as const

export const PLUS_MINUS: Readonly<Record<BalanceReport['plusMinus'], Text>> = {
  standard: say(
    '± is one standard uncertainty, here and in the site file',
    '± là một độ không đảm bảo chuẩn, ở đây và trong tệp dữ liệu',
  ),
  '95 %': say(
    '± is one standard uncertainty here; in the site file it is the half-width of 95 %',
    '± ở đây là một độ không đảm bảo chuẩn; trong tệp dữ liệu là nửa khoảng tin cậy 95 %',
  ),
  limit: say(
    '± is one standard uncertainty here; in the site file it is a limit that is never passed',
    '± ở đây là một độ không đảm bảo chuẩn; trong tệp dữ liệu là giới hạn không bao giờ vượt',
  ),
}

const tied = (others: readonly string[], words: string): string =>
  others.length === 0 ? '' : ` (${words} ${others.join(', ')})`

export const SENTENCES = {
  unstated: say('basis not stated', 'không ghi cách biết'),
  ofSite: say('of the site', 'của cơ sở'),
  defaults: {
    en: (shares: string, chosen: boolean) =>
      `numbers that state no uncertainty: ${shares}${chosen ? '; choice of recp, set your own under uncertainty' : ''}`,
    vi: (shares: string, chosen: boolean) =>
      `số liệu không ghi độ không đảm bảo: ${shares}${chosen ? '; do recp chọn, có thể đặt riêng ở mục uncertainty' : ''}`,
  },
  agree: say(
    'taken together, the measurements fit the balances',
    'xét chung, các số đo phù hợp với các cân bằng',
  ),
  disagree: say(
    'taken together, the measurements contradict the balances',
    'xét chung, các số đo mâu thuẫn với các cân bằng',
  ),
  noCheck: say(
    'no verdict: no measurement checks another',
    'không có kết luận: không số đo nào kiểm tra số đo khác',
  ),
  noVerdict: say('no verdict on the measurements', 'không có kết luận về các số đo'),
  either: say(
    'each line is a single error that would explain this or a part of it; look at the place and the meters before deciding',
    'mỗi dòng trên là một lỗi đơn lẻ có thể giải thích toàn bộ hoặc một phần; hãy xem hiện trường và đồng hồ trước khi kết luận',
  ),
  leak: {
    en: (step: string, layer: string, size: string) => `leak?   ${step}, ${layer}: ${size} unrecorded`,
    vi: (step: string, layer: string, size: string) => `rò?     ${step}, ${layer}: ${size} chưa ghi nhận`,
  },
  suspect: {
    en: (claim: string, bias: string, others: readonly string[]) =>
      `meter?  ${claim}: ${bias} wrong${tied(others, 'or as well')}`,
    vi: (claim: string, bias: string, others: readonly string[]) =>
      `số đo?  ${claim}: sai ${bias}${tied(others, 'hoặc')}`,
  },
  norm: say(
    'should be 0: what is left of a flow when its norm times the other flow is taken off; ± is how well the norm is known, in amounts of the flow',
    'lẽ ra bằng 0: phần còn lại của dòng sau khi trừ định mức nhân với dòng kia; ± là mức chắc chắn của định mức, tính theo lượng của dòng',
  ),
  noMatrix: say(
    'not known: say of a material which share ends in the product (in-product)',
    'chưa biết: hãy ghi tỷ lệ nguyên liệu vào sản phẩm (in-product)',
  ),
  lossShare: {
    en: (share: string, spread: string, inProduct: string) =>
      `losses carry ${share}${spread} of all cost; ${inProduct} of the material ends in the product`,
    vi: (share: string, spread: string, inProduct: string) =>
      `tổn thất chiếm ${share}${spread} tổng chi phí; ${inProduct} vật liệu vào sản phẩm`,
  },
  noLoop: say(
    'the other convention, material cost alone, gives the same: no energy or system cost of a recycled stream is placed at a step',
    'quy ước kia, chỉ mang theo chi phí vật liệu, cho cùng kết quả: không có chi phí năng lượng, hệ thống của dòng tuần hoàn nào gắn với công đoạn',
  ),
  unplaced: {
    en: (money: string) => `another ${money} are placed at no step`,
    vi: (money: string) => `còn ${money} chưa gắn với công đoạn nào`,
  },
  water: {
    en: (price: string, spread: string) => `all together ${price} taken in ${spread}`.trimEnd(),
    vi: (price: string, spread: string) => `tổng cộng ${price} nước lấy vào ${spread}`.trimEnd(),
  },
  cost: {
    en: (total: string) => `the cost of losses is ${total}`,
    vi: (total: string) => `chi phí tổn thất là ${total}`,
  },
  measure: {
    en: (what: string, to: string, rest: string, others: readonly string[]) =>
      `${what}, once more to ${to}: leaves ${rest}${tied(others, 'as would')}`,
    vi: (what: string, to: string, rest: string, others: readonly string[]) =>
      `${what}, xác định lại với ${to}: còn ${rest}${tied(others, 'hoặc')}`,
  },
  unseen: say(
    '- under loss seen from: nothing checks this balance, a loss of any size passes unseen',
    '- ở cột thấy tổn thất từ: không gì kiểm tra cân bằng này, tổn thất lớn đến đâu cũng không thấy',
  ),
}
