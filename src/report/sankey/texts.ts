import { type Lang, say } from '../../model/text.js'

/** What a drawing says beside the names and numbers of the factory. */
export const SANKEY = {
  mass: say('Material flows', 'Dòng vật chất'),
  water: say('Water flows', 'Dòng nước'),
  energy: say('Energy flows', 'Dòng năng lượng'),
  money: say('Cost flows', 'Dòng chi phí'),
  unaccounted: say('unaccounted', 'không xác định'),
  surplus: say('unaccounted: more leaves than enters', 'không xác định: ra nhiều hơn vào'),
  outside: say('outside', 'bên ngoài'),
  unknown: say('not known', 'chưa biết'),
  stock: say('stock', 'tồn kho'),
  notBalanced: say('step without a balance', 'công đoạn không lập cân bằng'),
  wholeSite: say('Whole site', 'Toàn nhà máy'),
  elsewhere: say('Elsewhere in the site', 'Nơi khác trong nhà máy'),
  hatchedStock: say('stock change', 'thay đổi tồn kho'),
  nothing: say('There is nothing to draw', 'Không có gì để vẽ'),
  materials: say('Materials', 'Nguyên vật liệu'),
  waterCost: say('Water', 'Nước'),
  energyCost: say('Energy', 'Năng lượng'),
  otherCost: say('Other cost of losses', 'Chi phí khác của tổn thất'),
  overValued: say('losses valued above what was paid', 'tổn thất định giá cao hơn số đã chi'),
  treatment: say('Treatment and disposal', 'Xử lý và thải bỏ'),
  paidTreatment: say('Paid for treatment and disposal', 'Chi cho xử lý và thải bỏ'),
  losses: say('Losses', 'Tổn thất'),
  lost: say('lost', 'tổn thất'),
  used: say('Not among the losses', 'Không thuộc tổn thất'),
  costNote: say(
    'Purchases per year, and how much of them leaves with losses. What is not among the losses is in the product or was used.',
    'Chi phí mua vào mỗi năm và phần mất đi theo tổn thất. Phần không thuộc tổn thất nằm trong sản phẩm hoặc đã được sử dụng.',
  ),
  revenueNote: say(
    'What is earned with residues is not drawn.',
    'Không vẽ khoản thu từ phụ phẩm, chất thải bán được.',
  ),
} as const

export const PHRASES = {
  substance: {
    en: (name: string) => `${name} flows`,
    vi: (name: string) => `Dòng ${name}`,
  },
  inUnit: {
    en: (unit: string) => `in ${unit}, ± one standard uncertainty`,
    vi: (unit: string) => `tính bằng ${unit}, ± một độ không đảm bảo chuẩn`,
  },
  hairlines: {
    en: (limit: string) => `Flows under ${limit} are drawn as hairlines, wider than their value.`,
    vi: (limit: string) => `Dòng nhỏ hơn ${limit} được vẽ bằng nét mảnh, rộng hơn giá trị thật.`,
  },
  smaller: {
    en: (count: string) => `${count} smaller items`,
    vi: (count: string) => `${count} khoản nhỏ hơn`,
  },
  unpriced: {
    en: (names: string) => `Without a price, and so not in the sums: ${names}.`,
    vi: (names: string) => `Chưa có đơn giá nên không nằm trong tổng: ${names}.`,
  },
  description: {
    en: (title: string, flows: string) => `${title} as a Sankey diagram. ${flows}`,
    vi: (title: string, flows: string) => `Biểu đồ Sankey: ${title}. ${flows}`,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, (...words: [string, string]) => string>>>>
