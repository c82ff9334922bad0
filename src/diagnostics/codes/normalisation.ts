import { layerEn, layerVi, type LayerArgs } from '../layer-words.js'
import { entry } from '../entry.js'

const RUN: Readonly<Record<string, { en: string; vi: string; key: string }>> = {
  hours: { en: 'running hours', vi: 'số giờ chạy', key: 'hours' },
  days: { en: 'working days', vi: 'số ngày làm việc', key: 'working-days' },
  batches: { en: 'batches', vi: 'số mẻ', key: 'batches' },
}

type TwoTotals = { good: string; 'good-vi': string; own: string; other: string }

/** U3: bringing quantities to one period and one set of units. */
export const normalisation = {
  U301: entry<{ written: string }>({
    name: 'period-unreadable',
    severity: 'error',
    title: { en: 'The period cannot be read', vi: 'Không đọc được kỳ kiểm toán' },
    message: {
      en: (a) => `period ${a.written} is not a span of days`,
      vi: (a) => `kỳ ${a.written} không phải một khoảng ngày`,
    },
    expected: {
      en: () =>
        'a year, a month, or first and last day: 2024, 2024-07, { first: 2024-01-01, last: 2024-12-31 }',
      vi: () =>
        'một năm, một tháng hoặc ngày đầu và ngày cuối: 2024, 2024-07, { first: 2024-01-01, last: 2024-12-31 }',
    },
    explanation: {
      en: 'Every amount without a time belongs to the period, so the audit cannot start without it. The last day must not lie before the first.',
      vi: 'Mọi số lượng không ghi thời gian đều thuộc kỳ này, nên không thể kiểm toán khi thiếu. Ngày cuối không được trước ngày đầu.',
    },
  }),
  U311: entry<{ what: string; 'what-vi'?: string; written: string; per: string }>({
    name: 'running-time-needed',
    severity: 'error',
    title: {
      en: 'A rate needs running hours, days or batches',
      vi: 'Lưu lượng cần số giờ, số ngày hoặc số mẻ',
    },
    message: {
      en: (a) => `'${a.what}' is given as ${a.written}, but its ${RUN[a.per]?.en ?? a.per} are not known`,
      vi: (a) =>
        `'${a['what-vi'] ?? a.what}' được ghi là ${a.written}, nhưng chưa biết ${RUN[a.per]?.vi ?? a.per}`,
    },
    help: {
      en: (a) =>
        `add '${RUN[a.per]?.key ?? a.per}' to the flow, its step or the site, or give the amount of the year`,
      vi: (a) =>
        `thêm '${RUN[a.per]?.key ?? a.per}' cho dòng, công đoạn hoặc nhà máy, hoặc ghi số lượng cả năm`,
    },
    explanation: {
      en: 'An amount while running becomes an amount of the year only with the time it runs. recp never assumes 8 760 hours.',
      vi: 'Lưu lượng khi chạy chỉ thành số lượng năm khi biết thời gian chạy. recp không tự giả định 8 760 giờ.',
    },
  }),
  U312: entry<{ good: string }>({
    name: 'good-without-unit',
    severity: 'note',
    title: { en: 'No unit is known for a good', vi: 'Chưa biết đơn vị của một loại hàng' },
    message: {
      en: (a) => `'${a.good}' has no amount and no price, so its unit is not known`,
      vi: (a) => `'${a.good}' chưa có số lượng và đơn giá nên chưa biết đơn vị`,
    },
    help: {
      en: () => 'give its amount, or the amount of one of its flows',
      vi: () => 'ghi số lượng của nó hoặc của một dòng',
    },
    explanation: {
      en: 'It is left out of the audit until one amount shows in which unit it is counted.',
      vi: 'Loại hàng này bị bỏ qua cho đến khi có một số lượng cho biết đơn vị.',
    },
  }),
  U313: entry<{ what: string; 'what-vi'?: string; written: string; unit: string }>({
    name: 'conversion-needed',
    severity: 'error',
    title: { en: 'A quantity cannot be converted', vi: 'Không quy đổi được một số lượng' },
    message: {
      en: (a) => `'${a.what}' is given as ${a.written}, but it is counted in ${a.unit}`,
      vi: (a) => `'${a['what-vi'] ?? a.what}' được ghi là ${a.written}, nhưng được tính theo ${a.unit}`,
    },
    help: {
      en: (a) =>
        `give it by ${a.unit}, or add the 'mass' or heating value that leads there${/Wh/.test(a.unit) ? ", of steam its 'heat'" : ''}`,
      vi: (a) =>
        `ghi theo ${a.unit}, hoặc khai thêm 'mass' hay nhiệt trị để quy đổi${/Wh/.test(a.unit) ? ", với hơi nước là 'heat'" : ''}`,
    },
    explanation: {
      en: 'Mass, volume and energy convert into each other only with a density or a heating value. recp asks for it and never takes one silently.',
      vi: 'Khối lượng, thể tích và năng lượng chỉ quy đổi được khi có khối lượng riêng hoặc nhiệt trị. recp yêu cầu khai, không tự lấy.',
    },
  }),
  U321: entry<LayerArgs & { what: string; 'what-vi'?: string; needed: string }>({
    name: 'density-needed',
    severity: 'warning',
    title: { en: 'A density or content is needed', vi: 'Cần khối lượng riêng hoặc hàm lượng' },
    message: {
      en: (a) => `the ${layerEn(a)} that '${a.what}' carries needs its '${a.needed}'`,
      vi: (a) => `cần '${a.needed}' của '${a['what-vi'] ?? a.what}' để tính ${layerVi(a)} mang theo`,
    },
    help: {
      en: (a) =>
        `add '${a.needed}', for example ${a.needed === 'mass' ? 'mass: 0.96 t/m3' : `${a.needed}: 80 %`}`,
      vi: (a) => `thêm '${a.needed}', ví dụ ${a.needed === 'mass' ? 'mass: 0.96 t/m3' : `${a.needed}: 80 %`}`,
    },
    explanation: {
      en: 'What a flow carries is its amount times its content. With the amount in volume or pieces the mass of one unit is needed too.',
      vi: 'Phần mang theo bằng số lượng nhân hàm lượng. Khi số lượng tính theo thể tích hoặc cái thì cần thêm khối lượng của một đơn vị.',
    },
  }),
  U322: entry<{ what: string; 'what-vi'?: string; written: string }>({
    name: 'heating-value-basis',
    severity: 'warning',
    title: { en: 'Only the gross heating value is known', vi: 'Chỉ có nhiệt trị cao' },
    message: {
      en: (a) => `'${a.what}' has a gross calorific value of ${a.written}, but the audit counts net`,
      vi: (a) =>
        `'${a['what-vi'] ?? a.what}' có nhiệt trị cao ${a.written}, nhưng kiểm toán tính theo nhiệt trị thấp`,
    },
    help: {
      en: () => "give 'ncv', or name the 'fuel' so that its table value is used",
      vi: () => "khai 'ncv', hoặc tên 'fuel' để dùng giá trị trong bảng",
    },
    explanation: {
      en: 'Gross and net calorific values differ by 4 to 11 %. Mixing them spoils efficiencies, so a gross value is never used in place of a net one.',
      vi: 'Nhiệt trị cao và thấp chênh nhau 4–11 %. Dùng lẫn sẽ làm sai hiệu suất nên recp không thay thế.',
    },
  }),
  U331: entry<{ written: string; currency: string }>({
    name: 'other-currency',
    severity: 'error',
    title: { en: 'A price is in another currency', vi: 'Đơn giá bằng đồng tiền khác' },
    message: {
      en: (a) => `price ${a.written} is not in ${a.currency}, the currency of the audit`,
      vi: (a) => `đơn giá ${a.written} không theo ${a.currency}, đồng tiền của kiểm toán`,
    },
    help: {
      en: (a) => `convert it to ${a.currency} at the rate of your audit date`,
      vi: (a) => `quy đổi sang ${a.currency} theo tỷ giá ngày kiểm toán`,
    },
    explanation: {
      en: 'One audit has one currency. recp knows no exchange rates, since they change every day.',
      vi: 'Một kiểm toán dùng một đồng tiền. recp không có tỷ giá vì tỷ giá đổi hằng ngày.',
    },
  }),
  U341: entry<{ what: string }>({
    name: 'period-not-covered',
    severity: 'warning',
    title: { en: 'Readings or bills do not cover the period', vi: 'Số đọc hoặc hóa đơn không phủ hết kỳ' },
    message: {
      en: (a) => `what is written of '${a.what}' does not cover the whole period`,
      vi: (a) => `số liệu của '${a.what}' không phủ hết kỳ`,
    },
    help: {
      en: () => 'add the missing readings or bills',
      vi: () => 'bổ sung số đọc hoặc hóa đơn còn thiếu',
    },
    explanation: {
      en: 'A part of the year is not a claim on the year. The rows are kept but not used in the balance.',
      vi: 'Một phần năm không thay cho cả năm. Các dòng này được giữ nhưng không dùng để cân bằng.',
    },
  }),
  U342: entry<{ what: string; given: number; wanted: number }>({
    name: 'months-missing',
    severity: 'note',
    title: { en: 'A monthly series leaves months out', vi: 'Chuỗi tháng bị thiếu' },
    message: {
      en: (a) =>
        `'${a.what}' has ${a.given} of ${a.wanted} months, so it is a trend and not the total of the period`,
      vi: (a) => `'${a.what}' có ${a.given}/${a.wanted} tháng nên chỉ là xu hướng, không phải tổng của kỳ`,
    },
    help: { en: () => 'add the missing months', vi: () => 'bổ sung các tháng còn thiếu' },
    explanation: {
      en: 'A missing month is not zero and is not filled in.',
      vi: 'Tháng thiếu không phải là bằng không và không được tự điền.',
    },
  }),
  U343: entry<{ stock: string; missing: string }>({
    name: 'stock-half-known',
    severity: 'warning',
    title: { en: 'Only one end of a stock is known', vi: 'Chỉ biết một đầu của tồn kho' },
    message: {
      en: (a) => `stock '${a.stock}' has no '${a.missing}', so its change is left out`,
      vi: (a) => `tồn kho '${a.stock}' chưa có '${a.missing}' nên chưa tính thay đổi tồn kho`,
    },
    help: {
      en: (a) => `add '${a.missing}'; write 0 where nothing was held`,
      vi: (a) => `khai thêm '${a.missing}'; ghi 0 nếu không có tồn`,
    },
    explanation: {
      en: 'The change of a stock is what was held at the end less what was held at the start. One of them alone says nothing, and a missing one is not zero.',
      vi: 'Thay đổi tồn kho bằng tồn cuối kỳ trừ tồn đầu kỳ. Chỉ một số thì chưa nói lên điều gì; số thiếu không phải là bằng không.',
    },
  }),
  U344: entry<{ what: string }>({
    name: 'counted-twice',
    severity: 'warning',
    title: { en: 'Readings or bills overlap', vi: 'Số đọc hoặc hóa đơn bị trùng ngày' },
    message: {
      en: (a) => `rows of '${a.what}' count some days twice`,
      vi: (a) => `các dòng của '${a.what}' tính trùng một số ngày`,
    },
    help: {
      en: () => "remove the row that was entered twice, or correct its 'start' and 'end'",
      vi: () => "bỏ dòng nhập hai lần, hoặc sửa 'start' và 'end'",
    },
    explanation: {
      en: 'Rows that overlap would add the same consumption twice. They are kept but not used in the balance until the days are clear.',
      vi: 'Các dòng trùng ngày sẽ cộng hai lần cùng một lượng. Chúng được giữ nhưng không dùng để cân bằng cho đến khi ngày được làm rõ.',
    },
  }),
  U351: entry<TwoTotals>({
    name: 'production-on-two-bases',
    severity: 'warning',
    title: { en: 'Production counted on two bases', vi: 'Sản lượng tính theo hai cách' },
    message: {
      en: (a) => `'${a.good}' is ${a.own} as an amount and ${a.other} by its records`,
      vi: (a) => `'${a['good-vi']}' là ${a.own} theo lượng khai và ${a.other} theo số ghi`,
    },
    help: {
      en: () => 'give both on one basis: good output or gross, wet or dry, pieces or mass',
      vi: () => 'ghi cả hai theo một cách: chính phẩm hay tổng, ướt hay khô, cái hay khối lượng',
    },
    explanation: {
      en: 'Offices count what was sold or passed, the floor counts what was made. Intensities follow the one that is taken, so that both must mean the same. Both enter the balance as they stand.',
      vi: 'Văn phòng tính hàng bán hoặc đạt, xưởng tính hàng làm ra. Suất tiêu hao đổi theo số được chọn, nên hai số phải cùng nghĩa. Cả hai vẫn được đưa vào cân bằng như đã ghi.',
    },
  }),
  U352: entry<TwoTotals>({
    name: 'purchase-against-use',
    severity: 'warning',
    title: { en: 'Two totals of one input', vi: 'Hai tổng của một đầu vào' },
    message: {
      en: (a) => `'${a.good}' is ${a.own} as an amount and ${a.other} by readings or bills`,
      vi: (a) => `'${a['good-vi']}' là ${a.own} theo lượng khai và ${a.other} theo số đọc hoặc hóa đơn`,
    },
    help: {
      en: () => "if one of them is what was bought, add a stock with 'opening' and 'closing'",
      vi: () => "nếu một số là lượng mua, thêm tồn kho với 'opening' và 'closing'",
    },
    explanation: {
      en: 'What was bought and what was used differ by the change of stock, and what the bill and the own meter count may differ by what tenants took. Both enter the balance as they stand.',
      vi: 'Lượng mua và lượng dùng khác nhau do thay đổi tồn kho; hóa đơn và đồng hồ riêng có thể khác do phần bên thuê dùng. Cả hai vẫn được đưa vào cân bằng như đã ghi.',
    },
  }),
} as const
