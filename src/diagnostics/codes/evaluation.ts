import { entry } from '../entry.js'

/** E: opportunities and money; what is seldom seen stands in `claims`. */
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
  E303: entry<{ opportunity: string; written: string; sum: string }>({
    name: 'investment-parts-differ',
    severity: 'warning',
    title: { en: 'An investment differs from its parts', vi: 'Vốn đầu tư khác tổng các phần' },
    message: {
      en: (a) => `'${a.opportunity}' costs ${a.written}, but its parts add to ${a.sum}`,
      vi: (a) => `'${a.opportunity}' có vốn ${a.written}, nhưng các phần cộng lại là ${a.sum}`,
    },
    help: { en: () => 'keep one of the two', vi: () => 'giữ lại một trong hai' },
    explanation: {
      en: 'The parts are counted. Scrap value and grant lessen the investment.',
      vi: 'Các phần được dùng để tính. Giá trị thanh lý và hỗ trợ làm giảm vốn.',
    },
  }),
  E304: entry<{ opportunity: string; gain: string }>({
    name: 'dropped-from-package',
    severity: 'note',
    title: { en: 'A measure is left out of the package', vi: 'Một giải pháp không được đưa vào gói' },
    message: {
      en: (a) => `without '${a.opportunity}' the package is worth ${a.gain} more`,
      vi: (a) => `không có '${a.opportunity}' thì gói giải pháp có giá trị cao hơn ${a.gain}`,
    },
    help: {
      en: () => "give it the status 'planned' to keep it",
      vi: () => "đặt trạng thái 'planned' để giữ lại",
    },
    explanation: {
      en: 'After the measures that act before it, what it still saves does not pay its investment at the discount rate. It is shown with what it is worth alone.',
      vi: 'Sau các giải pháp tác động trước, phần tiết kiệm còn lại không bù được vốn theo tỷ suất chiết khấu. Giá trị riêng lẻ vẫn được trình bày.',
    },
  }),
  E305: entry<{ first: string; second: string }>({
    name: 'ranking-depends-on-weights',
    severity: 'note',
    title: { en: 'The first three depend on the weights', vi: 'Ba vị trí đầu phụ thuộc trọng số' },
    message: {
      en: (a) => `first by score: ${a.first}; under the second weights: ${a.second}`,
      vi: (a) => `đứng đầu theo điểm: ${a.first}; theo bộ trọng số thứ hai: ${a.second}`,
    },
    help: {
      en: () => 'decide with the enterprise what counts more',
      vi: () => 'thống nhất với doanh nghiệp tiêu chí nào quan trọng hơn',
    },
    explanation: {
      en: 'Weights are a choice. Where another reasonable set brings other measures to the top, the order is no fact.',
      vi: 'Trọng số là lựa chọn. Khi một bộ hợp lý khác đưa giải pháp khác lên đầu, thứ tự không phải là sự thật.',
    },
  }),
  E306: entry<{ opportunity: string; band: string }>({
    name: 'band-without-price',
    severity: 'warning',
    title: { en: 'A tariff band has no price', vi: 'Khung giờ chưa có đơn giá' },
    message: {
      en: (a) => `'${a.opportunity}' saves in the band '${a.band}', which has no price`,
      vi: (a) => `'${a.opportunity}' tiết kiệm trong khung giờ '${a.band}', khung này chưa có đơn giá`,
    },
    help: {
      en: () => "add a row to 'prices' with this band",
      vi: () => "thêm dòng trong 'prices' cho khung giờ này",
    },
    explanation: {
      en: 'The single price of the good is taken instead.',
      vi: 'Đơn giá chung của mặt hàng được dùng thay thế.',
    },
  }),
  E307: entry<{ good: string; written: string; unit: string }>({
    name: 'demand-price-without-period',
    severity: 'warning',
    title: { en: 'A charge for demand says no period', vi: 'Giá công suất chưa ghi kỳ tính' },
    message: {
      en: (a) => `the charge for the demand of '${a.good}' is ${a.written}, without the time it is paid for`,
      vi: (a) => `giá công suất của '${a.good}' là ${a.written}, chưa ghi thời gian tính`,
    },
    help: {
      en: (a) => `write '${a.unit}/month' if it is paid every month`,
      vi: (a) => `viết '${a.unit}/month' nếu trả hằng tháng`,
    },
    explanation: {
      en: 'A charge for the highest demand is paid again every month or year. Without the period a lower demand has no worth, and none is claimed.',
      vi: 'Giá công suất được trả lặp lại mỗi tháng hoặc mỗi năm. Thiếu kỳ tính thì mức giảm công suất chưa quy được ra tiền, và không được tính.',
    },
  }),
} as const
