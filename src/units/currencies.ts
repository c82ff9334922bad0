import type { Text } from '../model/text.js'

/** A currency of ISO 4217: each is a dimension of its own, so two are never added without a rate. */
export type Currency = {
  readonly code: string
  readonly label: Text
  /** Decimals of the smaller unit: 2 for cents, 0 where there is none in use. */
  readonly minorDigits: number
  /** Other ways to write it that mean no other currency. */
  readonly aliases: readonly string[]
}

function currency(code: string, en: string, vi: string, minorDigits: number, ...aliases: string[]): Currency {
  return { code, label: { en, vi }, minorDigits, aliases }
}

/** Codes, names and minor digits after ISO 4217:2015, list one. */
export const CURRENCIES: readonly Currency[] = [
  currency('AED', 'UAE dirham', 'dirham UAE', 2),
  currency('ARS', 'Argentine peso', 'peso Argentina', 2),
  currency('AUD', 'Australian dollar', 'đô la Úc', 2, 'A$', 'AU$'),
  currency('BDT', 'Bangladeshi taka', 'taka Bangladesh', 2, '৳', 'taka'),
  currency('BGN', 'Bulgarian lev', 'lev Bulgaria', 2),
  currency('BRL', 'Brazilian real', 'real Brazil', 2, 'R$'),
  currency('CAD', 'Canadian dollar', 'đô la Canada', 2, 'C$', 'CA$'),
  currency('CHF', 'Swiss franc', 'franc Thụy Sĩ', 2),
  currency('CLP', 'Chilean peso', 'peso Chile', 0),
  currency('CNY', 'Chinese yuan', 'nhân dân tệ', 2, 'RMB', 'yuan', 'nhân dân tệ'),
  currency('COP', 'Colombian peso', 'peso Colombia', 2),
  currency('CZK', 'Czech koruna', 'koruna Séc', 2, 'Kč'),
  currency('DKK', 'Danish krone', 'krone Đan Mạch', 2),
  currency('EGP', 'Egyptian pound', 'bảng Ai Cập', 2),
  currency('ETB', 'Ethiopian birr', 'birr Ethiopia', 2),
  currency('EUR', 'euro', 'euro', 2, '€', 'euro', 'euros'),
  currency('GBP', 'pound sterling', 'bảng Anh', 2, '£'),
  currency('GHS', 'Ghanaian cedi', 'cedi Ghana', 2, '₵'),
  currency('HKD', 'Hong Kong dollar', 'đô la Hồng Kông', 2, 'HK$'),
  currency('HUF', 'Hungarian forint', 'forint Hungary', 2),
  currency('IDR', 'Indonesian rupiah', 'rupiah Indonesia', 2, 'Rp', 'rupiah'),
  currency('ILS', 'Israeli new shekel', 'shekel Israel', 2, '₪'),
  currency('INR', 'Indian rupee', 'rupee Ấn Độ', 2, '₹'),
  currency('JPY', 'Japanese yen', 'yên Nhật', 0, 'JP¥', 'yên Nhật'),
  currency('KES', 'Kenyan shilling', 'shilling Kenya', 2),
  currency('KHR', 'Cambodian riel', 'riel Campuchia', 2, '៛', 'riel'),
  currency('KRW', 'South Korean won', 'won Hàn Quốc', 0, '₩'),
  currency('LAK', 'Lao kip', 'kíp Lào', 2, '₭', 'kip'),
  currency('LKR', 'Sri Lankan rupee', 'rupee Sri Lanka', 2),
  currency('MAD', 'Moroccan dirham', 'dirham Maroc', 2),
  currency('MMK', 'Myanmar kyat', 'kyat Myanmar', 2, 'kyat'),
  currency('MXN', 'Mexican peso', 'peso Mexico', 2, 'MX$'),
  currency('MYR', 'Malaysian ringgit', 'ringgit Malaysia', 2, 'RM', 'ringgit'),
  currency('NGN', 'Nigerian naira', 'naira Nigeria', 2, '₦', 'naira'),
  currency('NOK', 'Norwegian krone', 'krone Na Uy', 2),
  currency('NPR', 'Nepalese rupee', 'rupee Nepal', 2),
  currency('NZD', 'New Zealand dollar', 'đô la New Zealand', 2, 'NZ$'),
  currency('PEN', 'Peruvian sol', 'sol Peru', 2),
  currency('PHP', 'Philippine peso', 'peso Philippines', 2, '₱'),
  currency('PKR', 'Pakistani rupee', 'rupee Pakistan', 2),
  currency('PLN', 'Polish zloty', 'zloty Ba Lan', 2, 'zł'),
  currency('RON', 'Romanian leu', 'leu Romania', 2),
  currency('RSD', 'Serbian dinar', 'dinar Serbia', 2),
  currency('SEK', 'Swedish krona', 'krona Thụy Điển', 2),
  currency('SGD', 'Singapore dollar', 'đô la Singapore', 2, 'S$', 'SG$'),
  currency('THB', 'Thai baht', 'baht Thái', 2, '฿', 'baht'),
  currency('TND', 'Tunisian dinar', 'dinar Tunisia', 3),
  currency('TRY', 'Turkish lira', 'lira Thổ Nhĩ Kỳ', 2, '₺'),
  currency('TWD', 'New Taiwan dollar', 'đô la Đài Loan', 2, 'NT$'),
  currency('UAH', 'Ukrainian hryvnia', 'hryvnia Ukraina', 2, '₴'),
  currency('USD', 'US dollar', 'đô la Mỹ', 2, 'US$', 'đô la Mỹ'),
  currency('UYU', 'Uruguayan peso', 'peso Uruguay', 2),
  currency('VND', 'Vietnamese dong', 'đồng Việt Nam', 0, '₫', 'đ', 'đồng', 'dong', 'VNĐ'),
  currency('ZAR', 'South African rand', 'rand Nam Phi', 2),
]

const codes: ReadonlySet<string> = new Set(CURRENCIES.map((c) => c.code))

/** Whether a base of a dimension is a currency. */
export function isCurrency(base: string): boolean {
  return codes.has(base)
}
