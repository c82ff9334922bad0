import { entry } from '../entry.js'

/** E: opportunities, savings and money. */
export const evaluation = {
  E101: entry<{ measure: string; target: string }>({
    name: 'measure-without-target',
    severity: 'warning',
    title: {
      en: 'A measure acts on nothing that is known',
      vi: 'Giải pháp không tác động lên dòng nào đã biết',
    },
    message: {
      en: (a) => `measure '${a.measure}' acts on '${a.target}', which has no amount in this audit`,
      vi: (a) => `giải pháp '${a.measure}' tác động lên '${a.target}', nhưng chưa có số lượng`,
    },
    help: {
      en: () => 'name a flow or good with an amount, or a machine that uses one',
      vi: () => 'nêu dòng hoặc loại hàng có số lượng, hoặc máy sử dụng chúng',
    },
    explanation: {
      en: 'A saving is a part of a flow. Without the flow there is nothing to save from and no cap.',
      vi: 'Tiết kiệm là một phần của dòng. Không có dòng thì không có gì để tiết kiệm và không có giới hạn.',
    },
  }),
  E201: entry<{ opportunity: string; saving: string; base: string }>({
    name: 'saving-exceeds-use',
    severity: 'warning',
    title: { en: 'A saving is larger than what it acts on', vi: 'Mức tiết kiệm lớn hơn lượng sử dụng' },
    message: {
      en: (a) => `'${a.opportunity}' would save ${a.saving}, but there is only ${a.base}`,
      vi: (a) => `'${a.opportunity}' tính ra tiết kiệm ${a.saving}, nhưng chỉ có ${a.base}`,
    },
    help: {
      en: () => 'check the inputs of its calculation',
      vi: () => 'kiểm tra số liệu đầu vào của phép tính',
    },
    explanation: {
      en: 'No measure saves more than the flow it acts on. The saving is cut to what is left and marked as capped.',
      vi: 'Không giải pháp nào tiết kiệm nhiều hơn dòng mà nó tác động. Mức tiết kiệm được cắt về phần còn lại và đánh dấu.',
    },
  }),
  E202: entry<{ opportunity: string; percent: string; what: string }>({
    name: 'saving-unusually-large',
    severity: 'note',
    title: { en: 'A saving is unusually large', vi: 'Mức tiết kiệm lớn bất thường' },
    message: {
      en: (a) => `'${a.opportunity}' saves ${a.percent} of the ${a.what} used`,
      vi: (a) => `'${a.opportunity}' tiết kiệm ${a.percent} lượng ${a.what} sử dụng`,
    },
    help: {
      en: () => 'check the measured values behind it before promising it',
      vi: () => 'kiểm tra số đo trước khi cam kết',
    },
    explanation: {
      en: 'Single measures that save more than a quarter of a carrier are rare. It may be right; it deserves a second look.',
      vi: 'Hiếm khi một giải pháp tiết kiệm hơn một phần tư một dạng năng lượng hoặc nước. Có thể đúng, nhưng nên xem lại.',
    },
  }),
  E203: entry<{ percent: string; what: string }>({
    name: 'package-unusually-large',
    severity: 'warning',
    title: { en: 'The package saves unusually much', vi: 'Gói giải pháp tiết kiệm lớn bất thường' },
    message: {
      en: (a) => `all measures together save ${a.percent} of the ${a.what} used`,
      vi: (a) => `tất cả giải pháp tiết kiệm ${a.percent} lượng ${a.what} sử dụng`,
    },
    help: {
      en: () => 'look for the same saving counted under two streams',
      vi: () => 'tìm khoản tiết kiệm bị tính hai lần ở hai dòng',
    },
    explanation: {
      en: 'Packages of more than 40 % of one carrier are seldom seen in practice. Measures on different streams of the same carrier may overlap.',
      vi: 'Gói giải pháp trên 40 % một dạng năng lượng hoặc nước ít gặp. Các giải pháp trên các dòng khác nhau có thể trùng nhau.',
    },
  }),
  E301: entry<{ opportunity: string }>({
    name: 'discount-rate-needed',
    severity: 'note',
    title: { en: 'No discount rate is given', vi: 'Chưa có tỷ suất chiết khấu' },
    message: {
      en: (a) => `the net present value of '${a.opportunity}' needs a discount rate`,
      vi: (a) => `cần tỷ suất chiết khấu để tính NPV của '${a.opportunity}'`,
    },
    help: {
      en: () => "add 'discount-rate' under 'economics'",
      vi: () => "thêm 'discount-rate' trong 'economics'",
    },
    explanation: {
      en: 'The discount rate is the choice of the enterprise. recp has no default for it; payback is shown without.',
      vi: 'Tỷ suất chiết khấu do doanh nghiệp chọn. recp không đặt mặc định; thời gian hoàn vốn vẫn được tính.',
    },
  }),
  E302: entry<{ entry: string; count: number }>({
    name: 'investment-of-several-machines',
    severity: 'warning',
    title: { en: 'One investment for several machines', vi: 'Một vốn đầu tư cho nhiều máy' },
    message: {
      en: (a) => `the investment of '${a.entry}' is one number, but it applies to ${a.count} machines`,
      vi: (a) => `vốn đầu tư của '${a.entry}' là một con số, nhưng áp dụng cho ${a.count} máy`,
    },
    help: {
      en: () => "write one measure for each machine under 'measures', each with its own 'invest'",
      vi: () => "viết một giải pháp cho từng máy trong 'measures', mỗi giải pháp có 'invest' riêng",
    },
    explanation: {
      en: 'Counted once for every machine the investment would be too large, and split among them it would be invented. It is left out, and so is the payback.',
      vi: 'Tính cho mỗi máy thì vốn đầu tư quá lớn, còn chia đều thì là số tự đặt. Vì vậy vốn đầu tư và thời gian hoàn vốn được bỏ qua.',
    },
  }),
} as const
