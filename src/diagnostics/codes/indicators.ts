import { entry } from '../entry.js'
import { lackingHelp, lackingWords } from '../lacking-words.js'

/** K1, K2, K4: indicators and benchmarks. */
export const indicatorCodes = {
  K101: entry<{ product: string }>({
    name: 'no-product-output',
    severity: 'warning',
    title: { en: 'No product output', vi: 'Chưa có sản lượng' },
    message: {
      en: (a) =>
        a.product === ''
          ? "'per' names no product, so nothing can be related to the output"
          : `product '${a.product}' has no output that is known, so nothing can be related to it`,
      vi: (a) =>
        a.product === ''
          ? "'per' chưa nêu sản phẩm nên không tính được chỉ số tương đối"
          : `sản phẩm '${a.product}' chưa biết sản lượng nên không tính được chỉ số tương đối`,
    },
    help: {
      en: () => "give the product an 'amount' and name it in 'per'",
      vi: () => "ghi 'amount' cho sản phẩm và nêu trong 'per'",
    },
    explanation: {
      en: 'Productivity and intensity relate resources and pollution to the product output of the period.',
      vi: 'Năng suất và cường độ so tài nguyên và ô nhiễm với sản lượng trong kỳ.',
    },
  }),
  K102: entry<{
    indicator: string
    'indicator-vi': string
    lacks: string
    amounts: string
    'amounts-vi': string
    others: string
    'others-vi': string
    what: string
  }>({
    name: 'indicator-incomplete',
    severity: 'note',
    title: { en: 'An indicator leaves something out', vi: 'Chỉ số chưa đầy đủ' },
    message: {
      en: (a) =>
        `'${a.indicator}' leaves out ${[
          ...(a.amounts === '' ? [] : [`${a.amounts} (amount not known)`]),
          ...(a.others === '' ? [] : [`${a.others} (${lackingWords(a.what).en} not known)`]),
        ].join(', and ')}`,
      vi: (a) =>
        `'${a['indicator-vi']}' chưa gồm ${[
          ...(a['amounts-vi'] === '' ? [] : [`${a['amounts-vi']} (chưa biết lượng)`]),
          ...(a['others-vi'] === '' ? [] : [`${a['others-vi']} (chưa biết ${lackingWords(a.what).vi})`]),
        ].join(', và ')}`,
    },
    help: {
      en: (a) =>
        [
          ...(a.amounts === '' ? [] : ['give their amounts']),
          ...(a.others === '' ? [] : [lackingHelp(a.what).en]),
        ].join('; '),
      vi: (a) =>
        [
          ...(a.amounts === '' ? [] : ['ghi lượng của chúng']),
          ...(a.others === '' ? [] : [lackingHelp(a.what).vi]),
        ].join('; '),
    },
    explanation: {
      en: 'A total is shown with what is known; what it leaves out is named here and in the workbook.',
      vi: 'Tổng được tính với phần đã biết; phần chưa có được nêu tại đây và trong sổ.',
    },
  }),
  K104: entry<{ products: string }>({
    name: 'no-rule-of-allocation',
    severity: 'note',
    title: { en: 'Several products, no rule to share', vi: 'Nhiều sản phẩm, chưa có quy tắc phân bổ' },
    message: {
      en: (a) => `the use that ${a.products} share is not split between them: no rule is stated`,
      vi: (a) => `mức tiêu thụ chung của ${a.products} chưa được phân bổ vì chưa nêu quy tắc`,
    },
    help: {
      en: () => "write 'allocate: mass', 'energy' or 'value' under 'per'",
      vi: () => "ghi 'allocate: mass', 'energy' hoặc 'value' ở 'per'",
    },
    explanation: {
      en: 'Joint products use water and energy together. What one of them takes depends on the rule by which it is shared out: mass, energy content or value. The rule is stated by the site and printed with the share; recp takes none by itself.',
      vi: 'Các sản phẩm đồng hành dùng chung nước và năng lượng. Mức của từng sản phẩm phụ thuộc quy tắc phân bổ: khối lượng, năng lượng hoặc giá trị. Quy tắc do cơ sở nêu và được in cùng tỷ lệ; chương trình không tự chọn.',
    },
  }),
  K105: entry<{ product: string; rule: string; field: string }>({
    name: 'allocation-lacks-a-weight',
    severity: 'warning',
    title: { en: 'A product that the rule cannot weigh', vi: 'Sản phẩm thiếu số liệu để phân bổ' },
    message: {
      en: (a) => `product '${a.product}' gives no '${a.field}', so nothing can be shared by ${a.rule}`,
      vi: (a) => `sản phẩm '${a.product}' chưa có '${a.field}' nên không phân bổ theo ${a.rule} được`,
    },
    help: {
      en: (a) => `give '${a.field}', or another rule under 'allocate'`,
      vi: (a) => `khai '${a.field}', hoặc chọn quy tắc khác ở 'allocate'`,
    },
    explanation: {
      en: 'By mass every product needs its mass, by energy its heat, by value its price.',
      vi: 'Theo khối lượng cần mass, theo năng lượng cần heat, theo giá trị cần price của mọi sản phẩm.',
    },
  }),
  K106: entry<{ indicator: string; written: string; why: 'sum' | 'unit' | 'taken' }>({
    name: 'own-indicator-not-computed',
    severity: 'warning',
    title: { en: 'An own indicator that cannot be computed', vi: 'Chỉ số riêng không tính được' },
    message: {
      en: (a) =>
        ({
          sum: `own indicator '${a.indicator}' relates amounts that are not known or not of one kind`,
          unit: `own indicator '${a.indicator}' cannot be shown in '${a.written}'`,
          taken: `own indicator '${a.indicator}' has the name of another indicator`,
        })[a.why],
      vi: (a) =>
        ({
          sum: `chỉ số riêng '${a.indicator}' dùng các lượng chưa biết hoặc khác loại`,
          unit: `chỉ số riêng '${a.indicator}' không quy về '${a.written}' được`,
          taken: `chỉ số riêng '${a.indicator}' trùng tên với chỉ số khác`,
        })[a.why],
    },
    help: {
      en: () => "name flows and goods in 'of' and 'per' that have amounts of one kind, and a unit that fits",
      vi: () => "nêu ở 'of' và 'per' các dòng, hàng hóa có lượng cùng loại, và đơn vị phù hợp",
    },
    explanation: {
      en: 'An own indicator is one amount divided by another: sums of flows or goods of one kind of unit. Without per it is related to the output of the reference product.',
      vi: 'Chỉ số riêng là một lượng chia cho một lượng khác: tổng các dòng hoặc hàng hóa cùng loại đơn vị. Không có per thì so với sản lượng của sản phẩm tham chiếu.',
    },
  }),
  K201: entry<{ out: string; in: string }>({
    name: 'more-wastewater-than-water',
    severity: 'warning',
    title: { en: 'More wastewater than water', vi: 'Nước thải nhiều hơn nước cấp' },
    message: {
      en: (a) => `${a.out} of wastewater leave, but only ${a.in} of water come in`,
      vi: (a) => `nước thải ra ${a.out}, nhưng nước vào chỉ ${a.in}`,
    },
    help: {
      en: () => 'check both meters, and add rain, wells and other supplies that are missing',
      vi: () => 'kiểm tra cả hai đồng hồ, và bổ sung nước mưa, giếng hoặc nguồn khác còn thiếu',
    },
    explanation: {
      en: 'A factory loses water on its way: it evaporates, and some leaves with the product. What raw materials bring along is counted in. More wastewater than that means a well or rain that nobody wrote down, or a meter that is wrong.',
      vi: 'Nhà máy luôn mất một phần nước do bay hơi và theo sản phẩm. Nước do nguyên liệu mang vào đã được tính. Nước thải nhiều hơn nữa nghĩa là có giếng hoặc nước mưa chưa ghi, hoặc đồng hồ sai.',
    },
  }),
  K202: entry<{ load: string; matter: string }>({
    name: 'cod-load-impossible',
    severity: 'warning',
    title: { en: 'A load of COD that cannot be', vi: 'Tải lượng COD không thể có' },
    message: {
      en: (a) => `the wastewater carries ${a.load} of COD, more than ${a.matter} of materials could give`,
      vi: (a) => `nước thải mang ${a.load} COD, nhiều hơn mức mà ${a.matter} nguyên liệu có thể tạo ra`,
    },
    help: {
      en: () => 'check the unit of the concentration and that of the flow',
      vi: () => 'kiểm tra đơn vị của nồng độ và của lưu lượng',
    },
    explanation: {
      en: 'COD comes from matter that went down the drain, and no matter takes up more than about three times its mass of oxygen. A load above that is mg/l read as g/l, or a flow that is out by a thousand.',
      vi: 'COD đến từ vật chất trôi xuống cống, và không vật chất nào tiêu thụ quá khoảng ba lần khối lượng của nó tính theo oxy. Tải lượng cao hơn là do đọc mg/l thành g/l, hoặc lưu lượng lệch một nghìn lần.',
    },
  }),
  K203: entry<{ machines: number; used: string; bought: string }>({
    name: 'machines-above-the-bill',
    severity: 'warning',
    title: { en: 'Machines use more than was bought', vi: 'Máy dùng nhiều hơn lượng điện mua' },
    message: {
      en: (a) =>
        `${a.machines === 1 ? 'one machine' : `${a.machines} machines`} would use ${a.used}, but only ${a.bought} of electricity come in`,
      vi: (a) => `${a.machines} máy tính ra dùng ${a.used}, nhưng điện vào chỉ ${a.bought}`,
    },
    help: {
      en: () => 'check rated power, load and hours; loads of 60 % and hours of the shift plan are common',
      vi: () => 'kiểm tra công suất, mức tải và số giờ; tải 60 % và giờ theo ca là thường gặp',
    },
    explanation: {
      en: 'Power times load times hours, added up over the machines that give all three, is more than all electricity of the period. Some of the loads or hours are guessed too high, and so are the savings counted on them.',
      vi: 'Công suất nhân tải nhân giờ, cộng cho các máy có đủ ba số liệu, lớn hơn toàn bộ điện của kỳ. Một số mức tải hoặc giờ bị ước tính quá cao, và mức tiết kiệm cũng vậy.',
    },
  }),
  K402: entry<{ use: string; 'use-vi': string; value: string; low: string; high: string }>({
    name: 'far-outside-benchmarks',
    severity: 'warning',
    title: { en: 'An intensity that can hardly be', vi: 'Suất tiêu hao khó có thể đúng' },
    message: {
      en: (a) => `'${a.use}' is ${a.value}, beyond all that plants of this sector report`,
      vi: (a) => `'${a['use-vi']}' là ${a.value}, vượt mọi mức mà nhà máy cùng ngành báo cáo`,
    },
    expected: {
      en: (a) => `between ${a.low} and ${a.high}, within a wide margin`,
      vi: (a) => `từ ${a.low} đến ${a.high}, với biên rộng`,
    },
    help: {
      en: () => 'check the units of the use and of the output: kWh or MWh, kg or t, l or m3',
      vi: () => 'kiểm tra đơn vị của lượng dùng và của sản lượng: kWh hay MWh, kg hay t, l hay m3',
    },
    explanation: {
      en: 'The outside values of the sector span the best and the worst plants. A value many times beyond them is a slip of units, or an output that belongs to another period or product.',
      vi: 'Các giá trị của ngành bao gồm cả nhà máy tốt nhất và kém nhất. Giá trị vượt nhiều lần là do nhầm đơn vị, hoặc sản lượng thuộc kỳ hay sản phẩm khác.',
    },
  }),
  K401: entry<{
    benchmark: string
    why: string
    wants: string
    indicator: string
    'indicator-vi': string
    has: string
  }>({
    name: 'benchmark-not-applied',
    severity: 'note',
    title: { en: 'A benchmark could not be applied', vi: 'Không áp dụng được định mức so sánh' },
    message: {
      en: (a) =>
        a.why === 'indicator'
          ? `benchmark '${a.benchmark}' is about '${a.wants}', and this audit has no such indicator`
          : `benchmark '${a.benchmark}' is given in ${a.wants}, and this audit counts '${a.indicator}' in ${a.has}`,
      vi: (a) =>
        a.why === 'indicator'
          ? `định mức '${a.benchmark}' nói về '${a.wants}', lần đánh giá này không có chỉ số đó`
          : `định mức '${a.benchmark}' tính theo ${a.wants}, còn lần đánh giá này tính '${a['indicator-vi']}' theo ${a.has}`,
    },
    help: {
      en: (a) =>
        a.why === 'indicator'
          ? 'look the names up in the sheet of indicators'
          : "set 'unit' of 'per' to the unit of the benchmark, or give the 'mass' of the product",
      vi: (a) =>
        a.why === 'indicator'
          ? 'xem tên trong bảng chỉ số'
          : "đặt 'unit' của 'per' theo đơn vị của định mức, hoặc khai 'mass' của sản phẩm",
    },
    explanation: {
      en: 'A benchmark is compared only where its boundary and unit are those of the indicator.',
      vi: 'Chỉ so sánh khi phạm vi và đơn vị của định mức trùng với chỉ số.',
    },
  }),
  K403: entry<{ sector: string; near: string; distance: string; isic: string }>({
    name: 'no-benchmark-for-the-sector',
    severity: 'note',
    title: { en: 'No outside value for the sector', vi: 'Ngành chưa có giá trị đối sánh' },
    message: {
      en: (a) =>
        `there is no benchmark for '${a.sector}'${a.near === '' ? '' : `; the nearest sectors with one, in the same ${a.distance} ${a.isic} of ISIC, are: ${a.near}`}`,
      vi: (a) =>
        `chưa có giá trị đối sánh cho '${a.sector}'${a.near === '' ? '' : `; ngành gần nhất có giá trị, cùng ${a.distance === 'class' ? 'lớp' : a.distance === 'group' ? 'nhóm' : 'ngành cấp 2'} ISIC ${a.isic}, là: ${a.near}`}`,
    },
    help: {
      en: (a) =>
        a.near === ''
          ? "give a value under 'benchmarks', with its source"
          : `compare with one of them only if the plants are alike: --sector ${a.near.split(',')[0]}`,
      vi: (a) =>
        a.near === ''
          ? "khai giá trị ở 'benchmarks', kèm nguồn"
          : `chỉ so sánh khi nhà máy tương tự: --sector ${a.near.split(',')[0]}`,
    },
    explanation: {
      en: 'A value of another sector is never taken by itself. The nearest ones by ISIC Rev. 4 are offered: same class (four digits), group (three) or division (two).',
      vi: 'Giá trị của ngành khác không bao giờ được tự động lấy. Chương trình nêu ngành gần nhất theo ISIC Rev. 4: cùng lớp (bốn chữ số), nhóm (ba) hoặc ngành cấp 2 (hai).',
    },
  }),
  K404: entry<{ benchmark: string; why: string; what: string }>({
    name: 'benchmark-of-another-boundary',
    severity: 'note',
    title: { en: 'A benchmark of another boundary', vi: 'Giá trị đối sánh có ranh giới khác' },
    message: {
      en: (a) => `benchmark '${a.benchmark}' has another boundary: ${BOUNDARY[a.why]?.en(a.what) ?? a.what}`,
      vi: (a) =>
        `giá trị đối sánh '${a.benchmark}' có ranh giới khác: ${BOUNDARY[a.why]?.vi(a.what) ?? a.what}`,
    },
    help: {
      en: (a) => BOUNDARY[a.why]?.help.en ?? '',
      vi: (a) => BOUNDARY[a.why]?.help.vi ?? '',
    },
    explanation: {
      en: 'A value of one operation, of a whole supply chain or per tonne of raw material says nothing of a whole plant per tonne of product. Such a value is named, with what would make it comparable, and not compared.',
      vi: 'Giá trị của một công đoạn, của cả chuỗi cung ứng hoặc trên tấn nguyên liệu không nói gì về cả nhà máy trên tấn sản phẩm. Chương trình nêu giá trị đó cùng điều cần có để so sánh được, và không so sánh.',
    },
  }),
} as const

/** Why a boundary is another one, and what would make the value comparable. */
const BOUNDARY: Readonly<
  Record<
    string,
    { en: (what: string) => string; vi: (what: string) => string; help: { en: string; vi: string } }
  >
> = {
  chain: {
    en: (what) => `it counts more than the plant${what === '' ? '' : ` (${what})`}`,
    vi: (what) => `tính nhiều hơn phạm vi nhà máy${what === '' ? '' : ` (${what})`}`,
    help: { en: 'look for a value from gate to gate', vi: 'tìm giá trị trong phạm vi nhà máy' },
  },
  process: {
    en: (what) => `it is of the process '${what}' alone`,
    vi: (what) => `chỉ là của quá trình '${what}'`,
    help: {
      en: "name the process under 'site' as 'process' if the audit covers just this one",
      vi: "nêu ở 'site' trường 'process' nếu cuộc đánh giá chỉ gồm quá trình này",
    },
  },
  raw: {
    en: (what) => `it counts per raw material, and the site has ${what === '' ? 'none with a mass' : what}`,
    vi: (what) =>
      `tính trên nguyên liệu, còn cơ sở có ${what === '' ? 'không nguyên liệu nào có khối lượng' : what}`,
    help: {
      en: "give one material 'role: raw' and its mass",
      vi: "ghi 'role: raw' và khối lượng cho một nguyên liệu",
    },
  },
  product: {
    en: (what) => `it counts per ${what}, which the reference product is not called`,
    vi: (what) => `tính trên ${what}, khác tên sản phẩm tham chiếu`,
    help: {
      en: "name that product in 'per', if the site makes it",
      vi: "nêu sản phẩm đó ở 'per', nếu cơ sở sản xuất",
    },
  },
}
