import { entry } from '../entry.js'
import { lackingHelp, lackingWords } from '../lacking-words.js'

/** K1, K2: indicators. */
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
} as const
