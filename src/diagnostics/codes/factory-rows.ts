import type { Lang } from '../../model/text.js'
import { entry } from '../entry.js'

const LISTS: Readonly<Record<string, { en: string; vi: string }>> = {
  readings: { en: 'readings', vi: 'số đọc' },
  bills: { en: 'bills', vi: 'hóa đơn' },
}

type Rows = { list: string; subject: string }

/** `bills of 'gas-meter'` */
const rowsOf = (a: Rows, lang: Lang): string => {
  const list = LISTS[a.list]?.[lang] ?? a.list
  return lang === 'en' ? `${list} of '${a.subject}'` : `${list} của '${a.subject}'`
}

type Odd = { subject: string; when: string; written: string; usual: string }

/** P4: series of readings and bills. */
export const factoryRows = {
  P401: entry<Rows & { days: number; start: string; end: string }>({
    name: 'bill-is-not-a-month',
    severity: 'warning',
    title: { en: 'A row that is not of a month among monthly ones', vi: 'Kỳ hóa đơn không phải một tháng' },
    message: {
      en: (a) => `one of the ${rowsOf(a, 'en')} covers ${a.days} days, all others about a month`,
      vi: (a) => `một kỳ trong ${rowsOf(a, 'vi')} dài ${a.days} ngày, các kỳ khác khoảng một tháng`,
    },
    help: {
      en: () => "check 'start' and 'end', or enter the bill that is missing",
      vi: () => "kiểm tra 'start' và 'end', hoặc nhập hóa đơn còn thiếu",
    },
    explanation: {
      en: 'Bills are added up by days, so a long one is no mistake by itself. Among monthly bills it is often two months read at once, or a date that was mistyped.',
      vi: 'Hóa đơn được cộng theo số ngày nên kỳ dài không phải là lỗi. Nhưng giữa các kỳ hằng tháng thì thường là hai tháng đọc một lần, hoặc gõ nhầm ngày.',
    },
  }),
  P402: entry<Rows & { first: string; last: string; days: number }>({
    name: 'gap-between-rows',
    severity: 'warning',
    title: { en: 'Days between two rows are left out', vi: 'Thiếu ngày giữa hai kỳ' },
    message: {
      en: (a) =>
        `${rowsOf(a, 'en')} leave out ${a.days} day${a.days === 1 ? '' : 's'} from ${a.first} to ${a.last}`,
      vi: (a) => `${rowsOf(a, 'vi')} bỏ trống ${a.days} ngày từ ${a.first} đến ${a.last}`,
    },
    help: {
      en: (a) =>
        a.days === 1
          ? 'let each row start on the day on which the one before it ends: both are reading days'
          : 'enter the row that is missing, or correct the days',
      vi: (a) =>
        a.days === 1
          ? 'để mỗi kỳ bắt đầu đúng ngày kỳ trước kết thúc: cả hai là ngày đọc số'
          : 'nhập kỳ còn thiếu, hoặc sửa ngày',
    },
    explanation: {
      en: "A missing bill is not zero. 'start' and 'end' are the days on which the meter was read, so that the end of one row is the start of the next.",
      vi: "Thiếu hóa đơn không có nghĩa là bằng không. 'start' và 'end' là ngày đọc số, nên ngày cuối của kỳ này là ngày đầu của kỳ sau.",
    },
  }),
  P403: entry<Rows & { first: string; last: string; days: number }>({
    name: 'rows-overlap',
    severity: 'warning',
    title: { en: 'Two rows count the same days', vi: 'Hai kỳ tính trùng ngày' },
    message: {
      en: (a) =>
        `two of the ${rowsOf(a, 'en')} both count ${a.days} day${a.days === 1 ? '' : 's'} before ${a.first}`,
      vi: (a) => `hai kỳ trong ${rowsOf(a, 'vi')} cùng tính ${a.days} ngày trước ${a.first}`,
    },
    help: {
      en: () => "correct 'start' or 'end', or remove the row that was entered twice",
      vi: () => "sửa 'start' hoặc 'end', hoặc bỏ dòng nhập hai lần",
    },
    explanation: {
      en: 'Days that two rows count are consumption counted twice: a second reading in one month, or a corrected bill beside the one it replaces.',
      vi: 'Ngày bị hai kỳ cùng tính là lượng dùng tính hai lần: đọc hai lần trong một tháng, hoặc hóa đơn điều chỉnh để cạnh hóa đơn cũ.',
    },
  }),
  P404: entry<Rows & { day: string }>({
    name: 'row-entered-twice',
    severity: 'warning',
    title: { en: 'A row that stands there twice', vi: 'Một dòng nhập hai lần' },
    message: {
      en: (a) => `one of the ${rowsOf(a, 'en')} of ${a.day} stands there twice`,
      vi: (a) => `một dòng trong ${rowsOf(a, 'vi')} ngày ${a.day} bị nhập hai lần`,
    },
    help: { en: () => 'remove one of them', vi: () => 'bỏ một trong hai' },
    explanation: {
      en: 'The same days and the same amount, the same number of a bill, or two numbers of one dial on one day: one of them is a copy.',
      vi: 'Cùng ngày và cùng lượng, cùng số hóa đơn, hoặc hai số của một đồng hồ trong một ngày: một trong hai là bản chép lại.',
    },
  }),
  P405: entry<{ subject: string; written: string }>({
    name: 'negative-reading',
    severity: 'warning',
    title: { en: 'A negative reading or a credit', vi: 'Số đọc âm hoặc khoản hoàn' },
    message: {
      en: (a) => `a row of '${a.subject}' is ${a.written}, less than zero`,
      vi: (a) => `một dòng của '${a.subject}' là ${a.written}, nhỏ hơn không`,
    },
    help: {
      en: () => 'take the credit off the bill it belongs to, or give power passed on as a flow of its own',
      vi: () => 'trừ khoản hoàn vào đúng hóa đơn của nó, hoặc ghi phần chuyển giao thành một dòng riêng',
    },
    explanation: {
      en: 'A meter counts up. A negative amount is a credit for an estimated bill before, power fed back to the grid, or a dial that was read in the wrong order. It is added as it stands.',
      vi: 'Đồng hồ chỉ đếm lên. Lượng âm là khoản hoàn của hóa đơn tạm tính trước đó, điện phát ngược lên lưới, hoặc đọc số sai thứ tự. Số này vẫn được cộng nguyên như đã ghi.',
    },
  }),
  P406: entry<{ subject: string; before: string; written: string; day: string }>({
    name: 'dial-runs-back',
    severity: 'warning',
    title: { en: 'A dial that runs back', vi: 'Chỉ số đồng hồ giảm' },
    message: {
      en: (a) => `the dial of '${a.subject}' runs back from ${a.before} to ${a.written} on ${a.day}`,
      vi: (a) => `chỉ số của '${a.subject}' giảm từ ${a.before} xuống ${a.written} ngày ${a.day}`,
    },
    help: {
      en: () => "correct the number; for a new or full dial give the amount between 'start' and 'end'",
      vi: () => "sửa số; nếu thay đồng hồ hoặc quay vòng, ghi lượng giữa 'start' và 'end'",
    },
    explanation: {
      en: 'The amount between two dates is the difference of their numbers. Where a dial was replaced or ran over, the difference says nothing, and the days are left out.',
      vi: 'Lượng giữa hai ngày là hiệu của hai chỉ số. Khi thay đồng hồ hoặc đồng hồ quay vòng thì hiệu này vô nghĩa, nên các ngày đó bị bỏ qua.',
    },
  }),
  P407: entry<{ subject: string; when: string }>({
    name: 'zero-among-others',
    severity: 'warning',
    title: { en: 'A month of zero among others', vi: 'Tháng bằng không giữa các tháng khác' },
    message: {
      en: (a) => `'${a.subject}' is 0 in ${a.when}, and more in all other months`,
      vi: (a) => `'${a.subject}' bằng 0 vào ${a.when}, các tháng khác đều lớn hơn`,
    },
    help: {
      en: () => "leave it out if nobody read the meter; write '0 … (measured)' if nothing was used",
      vi: () => "bỏ trống nếu chưa đọc số; ghi '0 … (measured)' nếu thật sự không dùng",
    },
    explanation: {
      en: 'A blank cell often comes over as 0. Missing is not zero: as zero it makes the year too small, as missing the year is not claimed.',
      vi: 'Ô trống thường bị chuyển thành 0. Thiếu không phải là bằng không: ghi 0 làm tổng năm nhỏ đi, còn để trống thì tổng năm chưa được xác nhận.',
    },
  }),
  P408: entry<{ subject: string; months: string; n: number }>({
    name: 'month-left-out',
    severity: 'warning',
    title: { en: 'A month is missing between others', vi: 'Thiếu tháng ở giữa' },
    message: {
      en: (a) => `'${a.subject}' has nothing for ${a.months}, between months that are there`,
      vi: (a) => `'${a.subject}' không có số liệu ${a.months}, giữa các tháng đã có`,
    },
    help: {
      en: () => 'add what is missing; write 0 only where nothing moved',
      vi: () => 'bổ sung tháng thiếu; chỉ ghi 0 khi thật sự không phát sinh',
    },
    explanation: {
      en: 'A series with a hole is a trend, not the total of the year, and is left out of the balance until the hole is filled.',
      vi: 'Chuỗi bị hổng chỉ là xu hướng, không phải tổng năm, và không được dùng để cân bằng cho đến khi bổ sung.',
    },
  }),
  P409: entry<Odd>({
    name: 'outlier-month',
    severity: 'warning',
    title: { en: 'A month far from the others', vi: 'Tháng khác xa các tháng còn lại' },
    message: {
      en: (a) => `'${a.subject}' is ${a.written} in ${a.when}, usual would be ${a.usual}`,
      vi: (a) => `'${a.subject}' là ${a.written} vào ${a.when}, thông thường khoảng ${a.usual}`,
    },
    help: {
      en: () => "check it, or write down what happened that month under 'events'",
      vi: () => "kiểm tra lại, hoặc ghi việc đã xảy ra trong tháng vào 'events'",
    },
    explanation: {
      en: 'The month lies further than five median deviations and more than six tenths of the median from the others. That can be a stop, a leak or a mistake; an event of the same month explains it.',
      vi: 'Tháng này lệch hơn năm lần độ lệch trung vị và hơn sáu phần mười trung vị so với các tháng khác. Có thể do dừng máy, rò rỉ hoặc nhầm số; một sự kiện ghi cùng tháng sẽ giải thích.',
    },
  }),
  P410: entry<Odd>({
    name: 'slip-of-a-thousand',
    severity: 'warning',
    title: { en: 'A value out by a thousand', vi: 'Giá trị lệch một nghìn lần' },
    message: {
      en: (a) => `'${a.subject}' is ${a.written} in ${a.when}, a thousand times off the usual ${a.usual}`,
      vi: (a) =>
        `'${a.subject}' là ${a.written} vào ${a.when}, lệch một nghìn lần so với thường lệ ${a.usual}`,
    },
    help: {
      en: () => 'check the unit of this row: kWh or MWh, kg or t, l or m3',
      vi: () => 'kiểm tra đơn vị của dòng: kWh hay MWh, kg hay t, l hay m3',
    },
    explanation: {
      en: 'Divided or multiplied by a thousand the value fits the others, so its unit or its decimal mark was another one.',
      vi: 'Chia hoặc nhân một nghìn thì giá trị khớp với các dòng khác, nên đơn vị hoặc dấu thập phân của nó đã khác.',
    },
  }),
  P411: entry<{ subject: string; start: string }>({
    name: 'estimated-bill',
    severity: 'note',
    title: { en: 'A bill that nobody read the meter for', vi: 'Hóa đơn tạm tính' },
    message: {
      en: (a) => `the bill of '${a.subject}' from ${a.start} is estimated`,
      vi: (a) => `hóa đơn của '${a.subject}' từ ${a.start} là tạm tính`,
    },
    help: {
      en: () => 'take the amount from the next real reading and share it by days',
      vi: () => 'lấy theo lần đọc số thật kế tiếp và chia theo ngày',
    },
    explanation: {
      en: 'An estimated bill is corrected by the next one, which then looks too large or too small. For a whole year this evens out; for a month it does not.',
      vi: 'Hóa đơn tạm tính được điều chỉnh ở kỳ sau, khiến kỳ sau lớn hoặc nhỏ bất thường. Tính cả năm thì bù trừ, tính từng tháng thì không.',
    },
  }),
} as const
