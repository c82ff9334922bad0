import { entry } from '../entry.js'
import { yearsWords } from '../wording.js'

/** E2: claims of measures and packages that are seldom seen. Nothing is changed; what is cut says so. */
export const claims = {
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
  E202: entry<{ opportunity: string; percent: string; limit: string; what: string; 'what-vi': string }>({
    name: 'saving-unusually-large',
    severity: 'note',
    title: { en: 'A saving is unusually large', vi: 'Mức tiết kiệm lớn bất thường' },
    message: {
      en: (a) =>
        `'${a.opportunity}' saves ${a.percent} of '${a.what}'; above ${a.limit} deserves a second look`,
      vi: (a) =>
        `'${a.opportunity}' tiết kiệm ${a.percent} của '${a['what-vi']}'; trên ${a.limit} thì cần xem lại`,
    },
    help: {
      en: () => 'check the measured values behind it before promising it',
      vi: () => 'kiểm tra số đo trước khi cam kết',
    },
    explanation: {
      en: 'Single measures that save more than a quarter of a carrier are rare; the quarter is a choice of recp. Of a measure of your own that nobody measured the same holds for the flow or machine it acts on. It may be right; it deserves a second look.',
      vi: 'Hiếm khi một giải pháp tiết kiệm hơn một phần tư một dạng năng lượng hoặc nước; mức một phần tư do recp chọn. Với giải pháp tự nêu mà chưa đo, mức này cũng áp dụng cho dòng hoặc máy mà nó tác động. Có thể đúng, nhưng nên xem lại.',
    },
  }),
  E203: entry<{
    percent: string
    limit: string
    published: string
    times: number
    source: string
    what: string
    'what-vi': string
  }>({
    name: 'package-unusually-large',
    severity: 'warning',
    title: { en: 'The package saves unusually much', vi: 'Gói giải pháp tiết kiệm lớn bất thường' },
    message: {
      en: (a) =>
        `all measures together save ${a.percent} of the '${a.what}' used; above ${a.limit}${a.source === '' ? '' : `, ${a.times} times the published mean of ${a.published} (${a.source}),`} deserves a second look`,
      vi: (a) =>
        `tất cả giải pháp tiết kiệm ${a.percent} lượng '${a['what-vi']}' sử dụng; trên ${a.limit}${a.source === '' ? '' : ` (${a.times} lần mức trung bình đã công bố là ${a.published}, ${a.source})`} thì cần xem lại`,
    },
    help: {
      en: () => 'look for the same saving counted under two streams',
      vi: () => 'tìm khoản tiết kiệm bị tính hai lần ở hai dòng',
    },
    explanation: {
      en: 'Packages of more than 40 % of one carrier are seldom seen; where the mean of whole programmes was published, three times that mean is the limit if it is lower. Measures on different streams of the same carrier may overlap.',
      vi: 'Gói giải pháp trên 40 % một dạng năng lượng hoặc nước ít gặp; nơi đã có công bố mức trung bình của cả chương trình, giới hạn là ba lần mức đó nếu thấp hơn. Các giải pháp trên các dòng khác nhau có thể trùng nhau.',
    },
  }),
  E204: entry<{ opportunity: string; payback: number; limit: number }>({
    name: 'payback-unusual',
    severity: 'note',
    title: { en: 'A payback is unusual', vi: 'Thời gian hoàn vốn bất thường' },
    message: {
      en: (a) =>
        `'${a.opportunity}' pays back in ${yearsWords(a.payback, 'en')}; ${a.payback < a.limit ? 'less' : 'more'} than ${yearsWords(a.limit, 'en')} is seldom real`,
      vi: (a) =>
        `'${a.opportunity}' hoàn vốn sau ${yearsWords(a.payback, 'vi')}; hiếm khi ${a.payback < a.limit ? 'dưới' : 'trên'} ${yearsWords(a.limit, 'vi')}`,
    },
    help: {
      en: () => 'check the investment and the saving before promising it',
      vi: () => 'kiểm tra vốn đầu tư và mức tiết kiệm trước khi cam kết',
    },
    explanation: {
      en: 'A payback of less than a week or of more than 25 years is seldom real: often a unit or a period is wrong. Both limits are a choice of recp.',
      vi: 'Hoàn vốn dưới một tuần hoặc trên 25 năm hiếm khi đúng: thường do sai đơn vị hoặc sai kỳ. Hai giới hạn này do recp chọn.',
    },
  }),
  E205: entry<{ good: string; price: string; usual: string }>({
    name: 'price-outside-tariff',
    severity: 'warning',
    title: { en: 'A price is far from the tariff', vi: 'Đơn giá lệch xa biểu giá' },
    message: {
      en: (a) => `the price of '${a.good}' is ${a.price}; usual is ${a.usual}`,
      vi: (a) => `đơn giá của '${a.good}' là ${a.price}; thường là ${a.usual}`,
    },
    help: {
      en: () => 'check its unit and currency: savings are valued with it',
      vi: () => 'kiểm tra đơn vị và loại tiền: mức tiết kiệm được tính theo giá này',
    },
    explanation: {
      en: 'The price is outside a factor of 3 of all tariffs in the table of the country. A slip of unit or of thousands is likely.',
      vi: 'Đơn giá lệch quá 3 lần so với mọi mức trong biểu giá. Có thể sai đơn vị hoặc sai dấu phân cách hàng nghìn.',
    },
  }),
  E206: entry<{ opportunity: string; payback: number; low: number; high: number; source: string }>({
    name: 'payback-against-published',
    severity: 'note',
    title: { en: 'A payback is far from published ones', vi: 'Thời gian hoàn vốn khác xa số liệu công bố' },
    message: {
      en: (a) =>
        `'${a.opportunity}' pays back in ${yearsWords(a.payback, 'en')}; published: ${rangeWords(a, 'en')} (${a.source})`,
      vi: (a) =>
        `'${a.opportunity}' hoàn vốn sau ${yearsWords(a.payback, 'vi')}; số liệu công bố: ${rangeWords(a, 'vi')} (${a.source})`,
    },
    help: {
      en: () => 'check the saving and the investment against an offer',
      vi: () => 'đối chiếu mức tiết kiệm và vốn đầu tư với báo giá',
    },
    explanation: {
      en: 'The payback differs from what was published for this measure by more than a factor of 3. Prices and plants differ, but a claim that is much better deserves a second look.',
      vi: 'Thời gian hoàn vốn lệch quá 3 lần so với số liệu công bố cho giải pháp này. Giá và nhà máy khác nhau, nhưng kết quả quá tốt cần xem lại.',
    },
  }),
  E207: entry<{ opportunity: string; saving: string; cost: string; what: string; 'what-vi': string }>({
    name: 'saving-exceeds-cost',
    severity: 'warning',
    title: {
      en: 'A saving in money is larger than the cost of what it acts on',
      vi: 'Số tiền tiết kiệm lớn hơn chi phí của dòng mà nó tác động',
    },
    message: {
      en: (a) => `'${a.opportunity}' would save ${a.saving}, but '${a.what}' costs ${a.cost} in all`,
      vi: (a) =>
        `'${a.opportunity}' tính ra tiết kiệm ${a.saving}, nhưng toàn bộ chi phí của '${a['what-vi']}' chỉ là ${a.cost}`,
    },
    help: {
      en: () => "state the amount saved, and other gains as rows of 'also'",
      vi: () => "ghi lượng tiết kiệm được; các lợi ích khác ghi thành dòng trong 'also'",
    },
    explanation: {
      en: 'A saving in money is taken as it stands. Where it is more than all that is paid for the thing it acts on, it counts something else too, or a unit is wrong.',
      vi: 'Tiết kiệm ghi bằng tiền được dùng đúng như đã ghi. Khi nó lớn hơn toàn bộ tiền trả cho dòng mà nó tác động thì nó gồm cả khoản khác, hoặc sai đơn vị.',
    },
  }),
  E208: entry<{
    opportunity: string
    percent: string
    limit: string
    source: string
    what: string
    'what-vi': string
  }>({
    name: 'saving-above-published',
    severity: 'note',
    title: { en: 'A saving is above the published range', vi: 'Mức tiết kiệm cao hơn khoảng đã công bố' },
    message: {
      en: (a) =>
        `'${a.opportunity}' saves ${a.percent} of '${a.what}'; published: up to ${a.limit} (${a.source})`,
      vi: (a) =>
        `'${a.opportunity}' tiết kiệm ${a.percent} của '${a['what-vi']}'; số liệu công bố: đến ${a.limit} (${a.source})`,
    },
    help: {
      en: () => 'measure before and after, or look for what else is counted',
      vi: () => 'đo trước và sau, hoặc tìm khoản khác bị tính gộp',
    },
    explanation: {
      en: 'The sources of this entry give a highest share of what it acts on. A factory that starts worse may save more; then its own measurement shows it.',
      vi: 'Các nguồn của mục này nêu tỷ lệ tiết kiệm cao nhất của dòng mà nó tác động. Nhà máy xuất phát kém hơn có thể tiết kiệm nhiều hơn; khi đó số đo tại chỗ sẽ chứng minh.',
    },
  }),
  E209: entry<{ opportunity: string; payback: number; median: number; source: string }>({
    name: 'payback-below-most',
    severity: 'note',
    title: {
      en: 'A payback is far shorter than most',
      vi: 'Thời gian hoàn vốn ngắn hơn hẳn phần lớn giải pháp',
    },
    message: {
      en: (a) =>
        `'${a.opportunity}' pays back in ${yearsWords(a.payback, 'en')}; half of the energy measures that were carried out took more than ${yearsWords(a.median, 'en')} (${a.source})`,
      vi: (a) =>
        `'${a.opportunity}' hoàn vốn sau ${yearsWords(a.payback, 'vi')}; một nửa số giải pháp năng lượng đã thực hiện cần hơn ${yearsWords(a.median, 'vi')} (${a.source})`,
    },
    help: {
      en: () => 'check the investment: labour, engineering and lost production count too',
      vi: () => 'kiểm tra vốn đầu tư: gồm cả nhân công, thiết kế và sản lượng mất khi lắp đặt',
    },
    explanation: {
      en: 'Nothing was published of this kind of measure alone. It pays back more than ten times faster than the median of energy measures that were carried out in US factories. Repairs do; a purchase seldom does.',
      vi: 'Chưa có công bố riêng cho loại giải pháp này. Nó hoàn vốn nhanh hơn mười lần so với trung vị của các giải pháp năng lượng đã thực hiện tại các nhà máy Hoa Kỳ. Sửa chữa có thể như vậy; mua sắm thì hiếm.',
    },
  }),
} as const

function rangeWords(
  { low, high }: { readonly low: number; readonly high: number },
  lang: 'en' | 'vi',
): string {
  if (low === high) return yearsWords(high, lang)
  return `${yearsWords(low, lang)} ${lang === 'en' ? 'to' : 'đến'} ${yearsWords(high, lang)}`
}
