import { type Lang, say } from '../../model/text.js'

type Say<A extends readonly unknown[]> = Readonly<Record<Lang, (...args: A) => string>>

/** What the wizard asks and answers. */
export const wizardTexts = {
  name: say('Name of the factory', 'Tên nhà máy'),
  sector: say('What does it make?', 'Nhà máy làm gì?'),
  country: say('Country, two letters', 'Quốc gia, hai chữ cái'),
  currency: say('Currency, three letters', 'Đồng tiền, ba chữ cái'),
  products: say('Products, separated by commas', 'Sản phẩm, cách nhau bằng dấu phẩy'),
  utilities: say('Water and energy that it has', 'Nước và năng lượng nhà máy có dùng'),
  period: say('Period: a year, or a month such as 2025-07', 'Kỳ số liệu: năm, hoặc tháng như 2025-07'),
  wrongName: say('a name needs at least one letter or digit', 'tên cần ít nhất một chữ cái hoặc chữ số'),
  wrongCountry: {
    en: (written) => `'${written}' is no country code of two letters such as VN`,
    vi: (written) => `'${written}' không phải mã quốc gia hai chữ cái như VN`,
  } as Say<[string]>,
  wrongCurrency: {
    en: (written) => `'${written}' is no currency code of three letters such as VND`,
    vi: (written) => `'${written}' không phải mã tiền tệ ba chữ cái như VND`,
  } as Say<[string]>,
  wrongPeriod: {
    en: (written) => `'${written}' is neither a year such as 2025 nor a month such as 2025-07`,
    vi: (written) => `'${written}' không phải năm như 2025 hay tháng như 2025-07`,
  } as Say<[string]>,
  noTerminal: {
    en: (what) => `'${what}' asks questions, and this is no terminal`,
    vi: (what) => `'${what}' có câu hỏi, nhưng đây không phải màn hình tương tác`,
  } as Say<[string]>,
  fileThere: {
    en: (file) => `file '${file}' is there already and stays as it is`,
    vi: (file) => `tệp '${file}' đã có và được giữ nguyên`,
  } as Say<[string]>,
} as const
