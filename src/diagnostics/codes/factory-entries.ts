import { entry } from '../entry.js'
import { thingWords } from '../wording.js'

type Pair = { one: string; other: string }

/** P5: entries that do not go together in a factory. */
export const factoryEntries = {
  P501: entry<{ machine: string; hours: string; at: string }>({
    name: 'rated-power-all-year',
    severity: 'warning',
    title: { en: 'Rated power for all hours of the year', vi: 'Công suất định mức suốt cả năm' },
    message: {
      en: (a) => `machine '${a.machine}' runs ${a.hours} at its rated power, since no load is given`,
      vi: (a) => `máy '${a.machine}' chạy ${a.hours} ở công suất định mức, vì chưa khai mức tải`,
    },
    help: {
      en: () => "measure the load and the hours, and write them under 'load' and 'hours'",
      vi: () => "đo mức tải và số giờ rồi ghi vào 'load' và 'hours'",
    },
    explanation: {
      en: 'Rated power times 8 760 hours is the most a machine could take, and usually two or three times what it takes. Savings counted on it are too large by as much.',
      vi: 'Công suất định mức nhân 8 760 giờ là mức tối đa máy có thể dùng, thường gấp hai, ba lần thực tế. Mức tiết kiệm tính theo đó cũng lớn hơn chừng ấy.',
    },
  }),
  P502: entry<{ good: string; thing: string; written: string }>({
    name: 'purchase-taken-for-use',
    severity: 'warning',
    title: { en: 'Purchases taken for consumption', vi: 'Lấy lượng mua làm lượng dùng' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} is known by its purchases, and its stock is not given`,
      vi: (a) => `${thingWords(a.thing, 'vi')} tính theo lượng mua vào, nhưng chưa có tồn kho`,
    },
    help: {
      en: (a) => `add a stock of '${a.good}' with 'opening' and 'closing'`,
      vi: (a) => `thêm tồn kho của '${a.good}' với 'opening' và 'closing'`,
    },
    explanation: {
      en: 'What was bought in a year and what was used differ by the change of stock. With 0 at both ends the two are the same, and the file says so.',
      vi: 'Lượng mua và lượng dùng trong năm khác nhau đúng bằng thay đổi tồn kho. Nếu hai đầu kỳ đều bằng 0 thì ghi rõ như vậy.',
    },
  }),
  P503: entry<Pair & { written: string }>({
    name: 'waste-entered-twice',
    severity: 'warning',
    title: { en: 'The same waste under two names', vi: 'Một chất thải ghi hai tên' },
    message: {
      en: (a) => `residues '${a.one}' and '${a.other}' have one waste code and one amount, ${a.written}`,
      vi: (a) => `chất thải '${a.one}' và '${a.other}' cùng mã và cùng lượng ${a.written}`,
    },
    help: {
      en: () => 'keep one of them; the way from the process to the store is a flow',
      vi: () => 'giữ lại một; đường đi từ công đoạn đến kho là một dòng',
    },
    explanation: {
      en: 'Waste is weighed where it arises and again at the store or by the haulier. Entered twice it counts twice in the balance, in cost and in the indicators.',
      vi: 'Chất thải được cân ở nơi phát sinh rồi cân lại ở kho hoặc bên thu gom. Ghi hai lần thì bị tính hai lần trong cân bằng, chi phí và chỉ số.',
    },
  }),
  P504: entry<Pair & { target: string }>({
    name: 'saving-entered-twice',
    severity: 'warning',
    title: { en: 'The same saving in two measures', vi: 'Một khoản tiết kiệm ghi ở hai giải pháp' },
    message: {
      en: (a) => `measures '${a.one}' and '${a.other}' save the same amount of '${a.target}'`,
      vi: (a) => `giải pháp '${a.one}' và '${a.other}' tiết kiệm cùng một lượng '${a.target}'`,
    },
    help: {
      en: () => 'keep it in one of them, or give each its own part',
      vi: () => 'chỉ giữ ở một giải pháp, hoặc chia phần cho từng giải pháp',
    },
    explanation: {
      en: 'Two proposals for one leak or one machine often carry the same figure. The package would promise it twice.',
      vi: 'Hai đề xuất cho cùng một chỗ rò rỉ hay một máy thường mang cùng con số. Gói giải pháp sẽ hứa khoản đó hai lần.',
    },
  }),
  P505: entry<{ at: string; what: string }>({
    name: 'others-behind-the-meter',
    severity: 'note',
    title: { en: 'Others behind the electricity meter', vi: 'Nguồn hoặc hộ khác sau công tơ điện' },
    message: {
      en: (a) =>
        a.what === 'generation'
          ? `own power is mentioned under ${thingWords(a.at, 'en')}, but no renewable electricity is listed`
          : `a tenant is mentioned under ${thingWords(a.at, 'en')}, but no electricity is passed on`,
      vi: (a) =>
        a.what === 'generation'
          ? `${thingWords(a.at, 'vi')} nhắc đến điện tự phát, nhưng chưa khai điện tái tạo`
          : `${thingWords(a.at, 'vi')} nhắc đến bên thuê, nhưng chưa khai điện chuyển giao`,
    },
    help: {
      en: (a) =>
        a.what === 'generation'
          ? "add it under 'energy' with 'renewable: yes' and its amount"
          : "add a flow of electricity with 'as: export' for what the tenant takes",
      vi: (a) =>
        a.what === 'generation'
          ? "thêm vào 'energy' với 'renewable: yes' và lượng"
          : "thêm một dòng điện với 'as: export' cho phần bên thuê dùng",
    },
    explanation: {
      en: 'The bill shows what came through the meter: less than is used where the roof generates, more where a tenant draws on it. Intensities are wrong by that part.',
      vi: 'Hóa đơn chỉ thể hiện phần qua công tơ: ít hơn lượng dùng khi mái nhà có phát điện, nhiều hơn khi có bên thuê dùng chung. Suất tiêu hao lệch đúng phần đó.',
    },
  }),
  P506: entry<{ thing: string }>({
    name: 'step-without-flows',
    severity: 'warning',
    title: { en: 'A step that nothing enters or leaves', vi: 'Công đoạn không có dòng vào, ra' },
    message: {
      en: (a) => `no flow enters or leaves ${thingWords(a.thing, 'en')}`,
      vi: (a) => `không có dòng nào vào hoặc ra ${thingWords(a.thing, 'vi')}`,
    },
    help: {
      en: () => 'write a flow to it, even without amount, or remove the step',
      vi: () => 'ghi một dòng đến công đoạn này, kể cả chưa có lượng, hoặc bỏ công đoạn',
    },
    explanation: {
      en: 'A step stands in the flow sheet because something happens there. Without a flow it has no balance, and what it uses hides in another step.',
      vi: 'Công đoạn có trong sơ đồ vì ở đó có việc xảy ra. Không có dòng thì không có cân bằng, và phần nó dùng bị lẫn vào công đoạn khác.',
    },
  }),
  P507: entry<{ thing: string }>({
    name: 'amount-missing',
    severity: 'note',
    title: { en: 'No amount is known yet', vi: 'Chưa biết lượng' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} has no amount yet`,
      vi: (a) => `${thingWords(a.thing, 'vi')} chưa có lượng`,
    },
    help: {
      en: () => "add 'amount', bills or readings; leave the entry out if it does not exist here",
      vi: () => "thêm 'amount', hóa đơn hoặc số đọc; bỏ mục này nếu nhà máy không có",
    },
    explanation: {
      en: 'Nothing says how much of it there is: no amount, no flow, no bill, no reading. It stays unknown, not zero, and all that needs it says so.',
      vi: 'Chưa có gì cho biết lượng: không có amount, dòng, hóa đơn hay số đọc. Nó là chưa biết, không phải bằng không, và mọi chỗ cần đến đều nêu rõ.',
    },
  }),
  P508: entry<{ thing: string; bod: string; cod: string }>({
    name: 'bod-above-cod',
    severity: 'error',
    title: { en: 'BOD above COD', vi: 'BOD lớn hơn COD' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} has a BOD of ${a.bod} above its COD of ${a.cod}`,
      vi: (a) => `${thingWords(a.thing, 'vi')} có BOD ${a.bod} lớn hơn COD ${a.cod}`,
    },
    help: {
      en: () => 'check both against the report of the laboratory',
      vi: () => 'đối chiếu cả hai với phiếu kết quả',
    },
    explanation: {
      en: 'COD counts all that oxidises, BOD only what bacteria manage in some days. BOD is never the larger one in the same sample.',
      vi: 'COD tính mọi chất bị oxy hóa, BOD chỉ tính phần vi khuẩn xử lý được trong vài ngày. Trong cùng một mẫu BOD không bao giờ lớn hơn.',
    },
  }),
} as const
