import { entry } from '../entry.js'
import { lackingHelp, lackingWords } from '../lacking-words.js'

/** K: factors, indicators and benchmarks. */
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
  K301: entry<{ fuel: string; property: string; country: string }>({
    name: 'fuel-factor-missing',
    severity: 'warning',
    title: {
      en: 'The factor tables lack a fuel or a property of it',
      vi: 'Bảng hệ số thiếu nhiên liệu hoặc tính chất',
    },
    message: {
      en: (a) => `the factor tables have no ${a.property} of fuel '${a.fuel}' for ${a.country}`,
      vi: (a) => `bảng hệ số không có ${a.property} của nhiên liệu '${a.fuel}' cho ${a.country}`,
    },
    help: {
      en: () => "run 'recp list factors' for the names, or give 'ncv' and 'ghg' yourself",
      vi: () => "chạy 'recp list factors' để xem tên, hoặc tự khai 'ncv' và 'ghg'",
    },
    explanation: {
      en: 'Energy and greenhouse gases of a fuel follow from its heating value and emission factors. Without them the fuel is counted in its own unit only.',
      vi: 'Năng lượng và khí nhà kính tính từ nhiệt trị và hệ số phát thải. Thiếu chúng thì nhiên liệu chỉ được tính theo đơn vị gốc.',
    },
  }),
  K302: entry<{ country: string }>({
    name: 'grid-factor-missing',
    severity: 'warning',
    title: { en: 'No grid factor for the country', vi: 'Chưa có hệ số phát thải lưới điện' },
    message: {
      en: (a) => `the factor tables have no grid electricity factor for ${a.country}`,
      vi: (a) => `bảng hệ số không có hệ số phát thải lưới điện của ${a.country}`,
    },
    help: {
      en: () => "give 'ghg' for the electricity, with its source",
      vi: () => "khai 'ghg' cho điện, kèm nguồn",
    },
    explanation: {
      en: 'Scope 2 emissions need the factor of the grid in the country and year of the audit.',
      vi: 'Phát thải phạm vi 2 cần hệ số lưới điện của nước và năm kiểm toán.',
    },
  }),
  K303: entry<{ country: string; year: number; wanted: string }>({
    name: 'grid-factor-of-another-year',
    severity: 'note',
    title: { en: 'The grid factor is of another year', vi: 'Hệ số lưới điện của năm khác' },
    message: {
      en: (a) => `the grid factor of ${a.country} is that of ${a.year}; the audit is of ${a.wanted}`,
      vi: (a) => `hệ số lưới điện của ${a.country} là của năm ${a.year}, còn kỳ đánh giá là ${a.wanted}`,
    },
    help: {
      en: () => "give 'ghg' for the electricity where a better factor is known",
      vi: () => "khai 'ghg' cho điện nếu có hệ số phù hợp hơn",
    },
    explanation: {
      en: 'The nearest published year is taken, earlier years first, and printed with its source.',
      vi: 'Lấy năm công bố gần nhất, ưu tiên năm trước, và in kèm nguồn.',
    },
  }),
  K304: entry<{ factor: string; written: string; expected: string }>({
    name: 'own-factor-unused',
    severity: 'warning',
    title: { en: 'A factor of the site is not used', vi: 'Hệ số riêng không được dùng' },
    message: {
      en: (a) => `factor '${a.factor}' (${a.written}) is used by no calculation`,
      vi: (a) => `hệ số '${a.factor}' (${a.written}) không được phép tính nào dùng`,
    },
    expected: { en: (a) => a.expected, vi: (a) => a.expected },
    help: {
      en: () => "use a name and a unit of the tables; 'recp list factors' shows them",
      vi: () => "dùng tên và đơn vị của bảng; 'recp list factors' liệt kê chúng",
    },
    explanation: {
      en: 'A factor of the site replaces that of the tables: grid-electricity, gwp-ch4, gwp-n2o, and for a fuel <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Under another name, or in a unit of another kind, it would change nothing.',
      vi: 'Hệ số riêng thay cho hệ số trong bảng: grid-electricity, gwp-ch4, gwp-n2o, và với nhiên liệu là <fuel>-ncv, <fuel>-density, <fuel>-ef-co2, <fuel>-ef-ch4, <fuel>-ef-n2o. Dưới tên khác hoặc đơn vị khác loại thì nó không có tác dụng.',
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
} as const
