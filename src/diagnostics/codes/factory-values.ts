import { entry } from '../entry.js'
import { fieldWords, thingWords } from '../wording.js'

type Outside = { thing: string; written: string; low: string; high: string; slip: string }

const bandExpected = {
  en: (a: Outside) => `${a.low} to ${a.high}`,
  vi: (a: Outside) => `${a.low} đến ${a.high}`,
}

const unitsHelp = {
  en: (a: Outside) =>
    a.slip === ''
      ? 'check the value, the unit and the column it came from'
      : `check the unit: ${a.slip} would fit`,
  vi: (a: Outside) =>
    a.slip === '' ? 'kiểm tra giá trị, đơn vị và cột số liệu gốc' : `kiểm tra đơn vị: ${a.slip} thì hợp lý`,
}

type Costed = { thing: string; amount: string; price: string; cost: string; made: string }

/** P2 and P3: values that are known of every factory, and money that must follow from amount and price. */
export const factoryValues = {
  P201: entry<Outside>({
    name: 'price-outside-band',
    severity: 'warning',
    title: { en: 'A price that can hardly be', vi: 'Đơn giá khó có thể đúng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, far from what it costs elsewhere`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, khác xa giá thường gặp`,
    },
    expected: bandExpected,
    help: unitsHelp,
    explanation: {
      en: 'Energy and water have prices within known bands, and the bands here are wide. A price outside is nearly always a slip: kWh for MWh, litres for cubic metres, thousand dong for dong, or the price of another row. Money of savings would be wrong by the same factor. The bands are in templates/plausibility.yaml.',
      vi: 'Giá năng lượng và nước nằm trong các khoảng đã biết, và khoảng dùng ở đây khá rộng. Giá nằm ngoài hầu như luôn là nhầm: kWh với MWh, lít với m3, nghìn đồng với đồng, hoặc lấy giá của dòng khác. Tiền tiết kiệm sẽ sai theo đúng hệ số đó. Các khoảng nằm trong templates/plausibility.yaml.',
    },
  }),
  P202: entry<Outside>({
    name: 'bill-outside-band',
    severity: 'warning',
    title: {
      en: 'Money and amount of a bill do not go together',
      vi: 'Số tiền và lượng trên hóa đơn không hợp nhau',
    },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} costs ${a.written}, far from what it costs elsewhere`,
      vi: (a) => `${thingWords(a.thing, 'vi')} có giá ${a.written}, khác xa giá thường gặp`,
    },
    expected: bandExpected,
    help: {
      en: (a) =>
        a.slip === '' ? 'check amount and cost' : `check the units of amount and cost: ${a.slip} would fit`,
      vi: (a) =>
        a.slip === ''
          ? 'kiểm tra lượng và số tiền'
          : `kiểm tra đơn vị của lượng và số tiền: ${a.slip} thì hợp lý`,
    },
    explanation: {
      en: 'Money divided by amount is a price, and the price of a carrier is known within a wide band. A report once printed savings of 78 000 USD beside CO2 that implies 0.0001 USD/kWh: one of the two was out by a thousand, and this check tells it.',
      vi: 'Số tiền chia cho lượng là đơn giá, và đơn giá của mỗi dạng năng lượng nằm trong khoảng đã biết. Từng có báo cáo in mức tiết kiệm 78 000 USD cạnh lượng CO2 ứng với 0,0001 USD/kWh: một trong hai số lệch một nghìn lần, và phép kiểm tra này chỉ ra điều đó.',
    },
  }),
  P203: entry<Outside>({
    name: 'ghg-outside-band',
    severity: 'warning',
    title: { en: 'Greenhouse gases that can hardly be', vi: 'Hệ số phát thải khó có thể đúng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, far from any fuel or grid`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, khác xa mọi nhiên liệu và lưới điện`,
    },
    expected: bandExpected,
    help: unitsHelp,
    explanation: {
      en: 'CO2 per unit of energy is bounded by the carbon in the fuel. A factor outside is a slip of units: kg for t, kWh for MWh, or kg/TJ read as kg/GJ.',
      vi: 'CO2 trên đơn vị năng lượng bị giới hạn bởi lượng cacbon trong nhiên liệu. Hệ số nằm ngoài là nhầm đơn vị: kg với t, kWh với MWh, hoặc kg/TJ đọc thành kg/GJ.',
    },
  }),
  P204: entry<Outside>({
    name: 'heating-value-outside-band',
    severity: 'warning',
    title: { en: 'A heating value that can hardly be', vi: 'Nhiệt trị khó có thể đúng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, which no fuel has`,
      vi: (a) => `${fieldWords(a.thing, 'vi')} là ${a.written}, không nhiên liệu nào có`,
    },
    expected: bandExpected,
    help: unitsHelp,
    explanation: {
      en: 'No fuel lies outside these bands, from wet sludge to hydrogen. Usual slips are kcal for kJ and MJ/t for MJ/kg.',
      vi: 'Không nhiên liệu nào nằm ngoài các khoảng này, từ bùn ướt đến hydro. Nhầm lẫn thường gặp là kcal với kJ và MJ/t với MJ/kg.',
    },
  }),
  P205: entry<{ fuel: string; written: string; table: string; more: string }>({
    name: 'net-value-looks-gross',
    severity: 'warning',
    title: { en: 'A net calorific value that looks gross', vi: 'Nhiệt trị thấp trông như nhiệt trị cao' },
    message: {
      en: (a) => `'ncv' of '${a.fuel}' is ${a.written}, ${a.more} above the table: likely the gross value`,
      vi: (a) => `'ncv' của '${a.fuel}' là ${a.written}, cao hơn bảng ${a.more}: có thể là nhiệt trị cao`,
    },
    expected: {
      en: (a) => `about ${a.table}, net`,
      vi: (a) => `khoảng ${a.table}, nhiệt trị thấp`,
    },
    help: {
      en: () => "write it under 'gcv' if the supplier bills by gross value, and give 'ncv' too",
      vi: () => "ghi vào 'gcv' nếu nhà cung cấp tính theo nhiệt trị cao, và ghi thêm 'ncv'",
    },
    explanation: {
      en: 'Suppliers of gas and oil often quote the gross calorific value, which counts the heat of the water vapour in the flue gas. It is about 5 % (oil) or 10 % (gas) larger, and boiler efficiencies would come out lower by as much.',
      vi: 'Nhà cung cấp khí và dầu thường ghi nhiệt trị cao, tính cả nhiệt ngưng tụ của hơi nước trong khói. Giá trị này lớn hơn khoảng 5 % (dầu) hoặc 10 % (khí), làm hiệu suất lò hơi tính ra thấp đi chừng đó.',
    },
  }),
  P206: entry<{ factor: string; written: string; table: string }>({
    name: 'own-factor-far-from-table',
    severity: 'warning',
    title: { en: 'An own factor far from the table', vi: 'Hệ số riêng khác xa bảng' },
    message: {
      en: (a) => `factor '${a.factor}' is ${a.written}, but the table has ${a.table}`,
      vi: (a) => `hệ số '${a.factor}' là ${a.written}, nhưng bảng là ${a.table}`,
    },
    help: {
      en: () => 'check the unit and the fuel it was measured for',
      vi: () => 'kiểm tra đơn vị và nhiên liệu được đo',
    },
    explanation: {
      en: 'A factor of the site takes the place of the one in the table. That is right where a supplier or a laboratory knows better, and a mistake where it was typed over.',
      vi: 'Hệ số riêng thay cho hệ số trong bảng. Điều đó đúng khi nhà cung cấp hoặc phòng thí nghiệm có số liệu tốt hơn, và sai khi bị gõ đè nhầm.',
    },
  }),
  P207: entry<Outside>({
    name: 'density-of-water-outside-band',
    severity: 'warning',
    title: { en: 'Water that is too light or too heavy', vi: 'Nước quá nhẹ hoặc quá nặng' },
    message: {
      en: (a) => `${fieldWords(a.thing, 'en')} is ${a.written}, which no water weighs`,
      vi: (a) =>
        `${fieldWords(a.thing, 'vi')} là ${a.written}, không loại nước nào có khối lượng riêng như vậy`,
    },
    expected: bandExpected,
    help: unitsHelp,
    explanation: {
      en: 'Water weighs about one tonne a cubic metre, brine up to 1.2. A slip here moves the whole mass balance by a thousand.',
      vi: 'Nước nặng khoảng một tấn trên mét khối, nước muối đến 1,2. Nhầm ở đây làm cả cân bằng khối lượng lệch một nghìn lần.',
    },
  }),
  P301: entry<Costed>({
    name: 'cost-is-not-amount-times-price',
    severity: 'warning',
    title: {
      en: 'A total that is not quantity times unit cost',
      vi: 'Thành tiền khác số lượng nhân đơn giá',
    },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} costs ${a.cost}, but ${a.amount} at ${a.price} make ${a.made}`,
      vi: (a) =>
        `${thingWords(a.thing, 'vi')} ghi ${a.cost}, nhưng ${a.amount} với giá ${a.price} là ${a.made}`,
    },
    help: {
      en: () => 'check amount, price and total against the invoice',
      vi: () => 'đối chiếu lượng, đơn giá và thành tiền với hóa đơn',
    },
    explanation: {
      en: 'Two of the three numbers give the third. Where they do not, one was copied from another row or in another unit, or the bill has charges that are no price of the amount: give these as a cost of their own under costs.',
      vi: 'Hai trong ba số cho ra số thứ ba. Nếu không khớp thì có số bị chép từ dòng khác, sai đơn vị, hoặc hóa đơn có khoản phí không tính theo lượng: hãy ghi khoản đó riêng trong costs.',
    },
  }),
  P302: entry<Costed & { rate: string }>({
    name: 'cost-with-tax',
    severity: 'warning',
    title: { en: 'A bill that has the tax in it', vi: 'Hóa đơn đã gồm thuế' },
    message: {
      en: (a) => `${thingWords(a.thing, 'en')} is ${a.rate} above amount times price: VAT seems to be in it`,
      vi: (a) => `${thingWords(a.thing, 'vi')} cao hơn lượng nhân đơn giá ${a.rate}: có vẻ đã gồm thuế GTGT`,
    },
    expected: {
      en: (a) => `${a.made} without tax, or the tax under 'vat'`,
      vi: (a) => `${a.made} chưa thuế, hoặc ghi thuế vào 'vat'`,
    },
    help: {
      en: (a) => `write the cost without tax, or add 'vat: ${a.rate}'`,
      vi: (a) => `ghi số tiền chưa thuế, hoặc thêm 'vat: ${a.rate}'`,
    },
    explanation: {
      en: 'Firms that get the tax back save the price without it. With the tax left in, every saving is too large by the rate.',
      vi: 'Doanh nghiệp được khấu trừ thuế thì chỉ tiết kiệm được giá chưa thuế. Nếu để thuế trong giá, mọi khoản tiết kiệm đều lớn hơn thực tế đúng bằng thuế suất.',
    },
  }),
  P303: entry<{ from: string; to: string; rows: number }>({
    name: 'rows-shifted',
    severity: 'error',
    title: { en: 'Prices and totals stand in the wrong rows', vi: 'Đơn giá và thành tiền lệch hàng' },
    message: {
      en: (a) =>
        `prices and costs from '${a.from}' to '${a.to}' stand one row too low, ${a.rows} rows in all`,
      vi: (a) =>
        `đơn giá và thành tiền từ '${a.from}' đến '${a.to}' bị lệch xuống một hàng, tổng cộng ${a.rows} hàng`,
    },
    help: {
      en: () => 'move both columns up by one row, and look for the price that fell off the end',
      vi: () => 'dời hai cột lên một hàng, và tìm đơn giá bị rơi ở cuối',
    },
    explanation: {
      en: 'The total of each row is the quantity of the row above it times the price beside the total. That happens when a cell is inserted in one column of a sheet. A published training worksheet has the same fault.',
      vi: 'Thành tiền của mỗi hàng bằng số lượng của hàng trên nhân với đơn giá cạnh nó. Điều này xảy ra khi chèn một ô vào riêng một cột của bảng tính. Một bảng mẫu tập huấn đã công bố mắc đúng lỗi này.',
    },
  }),
  P304: entry<{ thing: string; price: string; charge: string }>({
    name: 'demand-in-price',
    severity: 'warning',
    title: { en: 'A price with the charge for demand in it', vi: 'Đơn giá đã gồm tiền công suất' },
    message: {
      en: (a) =>
        `${thingWords(a.thing, 'en')} is all paid by ${a.price}, though its highest demand costs ${a.charge} more`,
      vi: (a) =>
        `${thingWords(a.thing, 'vi')} chỉ theo giá ${a.price} đã đủ, dù công suất cực đại còn phải trả thêm ${a.charge}`,
    },
    help: {
      en: () => 'write the price of energy alone, or the cost with the charge',
      vi: () => 'ghi riêng giá điện năng, hoặc ghi số tiền gồm cả tiền công suất',
    },
    explanation: {
      en: 'A mean price of the bills, total by kWh, has the charge for demand in it. A saving of energy at that price and a lower demand at its charge would count the same money twice. Where the cost on the bill is that of energy alone, write the whole of it.',
      vi: 'Giá bình quân của hóa đơn, tổng tiền chia cho kWh, đã gồm tiền công suất. Nếu tính tiết kiệm điện năng theo giá đó và tính cả mức giảm công suất thì cùng một khoản tiền bị tính hai lần. Nếu số tiền trên hóa đơn chỉ là tiền điện năng, hãy ghi đủ cả hóa đơn.',
    },
  }),
} as const
