import { CURRENCIES } from './currencies.js'
import { prefixed, row } from './unit-row.js'
import type { UnitRow } from './unit-row.js'

const SI = 'The International System of Units (SI Brochure), BIPM, 9th edition, 2019'
const YARD = 'International yard and pound agreement, 1959'
const STEAM =
  'International table calorie, 5th International Conference on the Properties of Steam, 1956: 4.1868 J'
const IEA = 'Energy Statistics Manual, IEA/OECD/Eurostat, 2005'
const OWN = "recp's own definition"
const NIST = 'NIST Special Publication 811, 2008, appendix B'
const IDEAL_GAS = 'Ideal gas law between the two reference temperatures, 101.325 kPa'
const GAUGE = 'Gauge pressure above the standard atmosphere of 101.325 kPa (ISO 2533:1975)'
const ISO4217 = 'ISO 4217:2015, list one'

const YEAR = 365 * 86_400
const POUND = 0.45359237
const PSI = (POUND * 9.80665) / 0.0254 ** 2
const BTU = 1055.05585262
/** 60 °F in K. */
const FAHRENHEIT_60 = (60 + 459.67) / 1.8

const MASS: readonly UnitRow[] = [
  row('kg', 'mass', 1, SI, { en: 'kgs|kilogram|kilograms|kilo', vi: 'ký|kí|kilôgam' }),
  row('g', 'mass', 1e-3, SI, { en: 'gram|grams', vi: 'gam' }),
  ...prefixed('g', 'mass', 1e-3, SI, ['m', 'u']),
  row('t', 'mass', 1e3, SI, { en: 'tonne|tonnes|metric ton|metric tons|Mg', vi: 'tấn' }),
  ...prefixed('t', 'mass', 1e3, SI, ['k']),
  row('Gg', 'mass', 1e6, SI),
  row('lb', 'mass', POUND, YARD, { en: 'lbs' }),
  row('short-ton', 'mass', 2000 * POUND, YARD, { en: 'short tons|short ton|US ton' }),
  row('long-ton', 'mass', 2240 * POUND, YARD, { en: 'long tons|long ton|UK ton|imperial ton' }),
  row('short-cwt', 'mass', 100 * POUND, YARD, { en: 'US cwt' }),
  row('long-cwt', 'mass', 112 * POUND, YARD, { en: 'UK cwt' }),
  row('oz-av', 'mass', POUND / 16, YARD),
  row('oz-troy', 'mass', 0.0311034768, NIST, { en: 'ozt|troy oz' }),
  row('quintal', 'mass', 100, 'Metric trade definition', { en: 'metric quintal|dt', vi: 'tạ' }),
  row('yen-vn', 'mass', 10, 'Metric use in Viet Nam', { vi: 'yến' }),
  row('kg(dry)', 'dry-mass', 1, OWN, {
    en: 'kg dry|kgDS|kg DS|kgDM|kg DM',
    vi: 'kg khô',
    note: 'mass without its water',
  }),
  row('t(dry)', 'dry-mass', 1e3, OWN, {
    en: 't dry|tDS|t DS|tDM|t DM|BDt|odt',
    vi: 'tấn khô|tấn tuyệt khô|t khô',
  }),
  row('g(dry)', 'dry-mass', 1e-3, OWN, { en: 'g dry|gDS|g DS' }),
]

const LENGTH: readonly UnitRow[] = [
  row('m', 'length', 1, SI, { en: 'metre|metres|meter|meters', vi: 'mét' }),
  ...prefixed('m', 'length', 1, SI, ['k', 'd', 'c', 'm', 'u']),
  row('in', 'length', 0.0254, YARD, { en: 'inch|inches' }),
  row('ft', 'length', 0.3048, YARD, { en: 'foot|feet' }),
  row('yd', 'length', 0.9144, YARD, { en: 'yard|yards' }),
  row('mile', 'length', 1609.344, YARD, { en: 'miles|mi' }),
  row('ha', 'area', 1e4, SI, { en: 'hectare|hectares', vi: 'héc ta|hecta' }),
  row('l', 'volume', 1e-3, SI, { en: 'L|litre|litres|liter|liters|ltr', vi: 'lít|lit' }),
  row('hl', 'volume', 0.1, SI, { en: 'hL|hectolitre|hectolitres|hectoliter' }),
  ...prefixed('l', 'volume', 1e-3, SI, ['m', 'c', 'd', 'k']).map((r) => ({
    ...r,
    en: [r.text.replace('l', 'L')],
  })),
  row('ML', 'volume', 1e3, SI, { en: 'megalitre|megalitres' }),
  row('us-gal', 'volume', 3.785411784e-3, NIST, { en: 'US gal|US gallon|US gallons' }),
  row('uk-gal', 'volume', 4.54609e-3, NIST, { en: 'UK gal|imp gal|imperial gallon|UK gallon' }),
  row('oil-barrel', 'volume', 0.158987294928, NIST, { en: 'oil barrel|oil bbl', note: '42 US gallons' }),
  row('us-beer-barrel', 'volume', 31 * 3.785411784e-3, '27 CFR 25.11 (US)', { note: '31 US gallons' }),
  row('uk-beer-barrel', 'volume', 36 * 4.54609e-3, 'Trade definition in the United Kingdom', {
    note: '36 UK gallons',
  }),
  row('us-fl-oz', 'volume', 3.785411784e-3 / 128, NIST),
  row('uk-fl-oz', 'volume', 4.54609e-3 / 160, NIST),
  row('Nm3', 'normal-volume', 1, 'DIN 1343:1990: 0 °C, 101.325 kPa', {
    en: 'Ncm|m3N|m3(N)|N m3|mn3',
    vi: 'm3 tiêu chuẩn',
    note: 'emission limits of Viet Nam count Nm3 at 25 °C: write Nm3-25C for those',
  }),
  row('Nl', 'normal-volume', 1e-3, 'DIN 1343:1990: 0 °C, 101.325 kPa', { en: 'NL' }),
  row('Sm3', 'normal-volume', 273.15 / 288.15, IDEAL_GAS, { en: 'scm', note: 'at 15 °C' }),
  row('Sm3-60F', 'normal-volume', 273.15 / FAHRENHEIT_60, IDEAL_GAS, { note: 'at 60 °F and 101.325 kPa' }),
  row('scf-60F', 'normal-volume', (0.3048 ** 3 * 273.15) / FAHRENHEIT_60, IDEAL_GAS, {
    note: 'a cubic foot at 60 °F and 101.325 kPa; other trades take 68 or 70 °F',
  }),
  row('Nm3-25C', 'normal-volume', 273.15 / 298.15, IDEAL_GAS, {
    note: 'at 25 °C and 760 mmHg, as the emission limits of Viet Nam (QCVN 19) count it',
  }),
]

const TIME: readonly UnitRow[] = [
  row('s', 'time', 1, SI, { en: 'sec|secs|second|seconds', vi: 'giây' }),
  row('min', 'time', 60, SI, { en: 'mins|minute|minutes', vi: 'phút' }),
  row('h', 'time', 3600, SI, { en: 'hr|hrs|hour|hours', vi: 'giờ' }),
  row('d', 'time', 86_400, SI, { en: 'day|days', vi: 'ngày|ngđ|ngày đêm|ngày.đêm' }),
  row('week', 'time', 7 * 86_400, SI, { en: 'weeks|wk', vi: 'tuần' }),
  row('month', 'time', YEAR / 12, OWN, {
    en: 'months|mo',
    vi: 'tháng',
    note: 'a twelfth of a year of 365 days',
  }),
  row('quarter', 'time', YEAR / 4, OWN, {
    en: 'quarters',
    vi: 'quý',
    note: 'a fourth of a year of 365 days',
  }),
  row('yr', 'time', YEAR, OWN, { en: 'y|a|year|years|yrs|annum', vi: 'năm', note: '365 days, 8760 hours' }),
  row('rpm', '1/time', 1 / 60, SI, { en: 'r/min', vi: 'vòng/phút|v/ph' }),
  row('Hz', '1/time', 1, SI),
]

const ENERGY: readonly UnitRow[] = [
  ...prefixed('J', 'energy', 1, SI, ['', 'k', 'M', 'G', 'T', 'P']),
  ...prefixed('Wh', 'energy', 3600, SI, ['', 'k', 'M', 'G', 'T']),
  row('kcal', 'energy', 4186.8, STEAM, {
    note: 'the calorie behind the toe; the thermochemical one is 0.07 % smaller',
  }),
  ...prefixed('cal', 'energy', 4.1868, STEAM, ['M', 'G', 'T']),
  row('cal-it', 'energy', 4.1868, STEAM),
  row('cal-th', 'energy', 4.184, NIST, { en: 'cal_th', note: 'thermochemical calorie' }),
  row('BTU', 'energy', BTU, NIST, { en: 'Btu', note: 'international table Btu' }),
  row('kBTU', 'energy', BTU * 1e3, NIST),
  row('MMBTU', 'energy', BTU * 1e6, NIST, { en: 'MMBtu|mmbtu|mmBtu', note: 'a million Btu' }),
  row('therm-us', 'energy', 105_480_400, NIST),
  row('therm-ec', 'energy', 105_505_585.262, NIST),
  row('toe', 'energy', 41.868e9, IEA, {
    note: '10^7 kcal; for the statutory factors of Viet Nam write toe-vn',
  }),
  row('ktoe', 'energy', 41.868e12, IEA),
  row('kgoe', 'energy', 41.868e6, IEA),
  row('tce', 'energy', 29.3076e9, IEA, { en: 'tSKE', note: '7 x 10^6 kcal' }),
  row('toe-vn', 'toe-vn', 1, 'Conversion factors of the Ministry of Industry and Trade, Viet Nam', {
    en: 'TOE-VN',
    vi: 'TOE VN',
    note: 'a ledger of its own: converts to no joule',
  }),
]

const POWER: readonly UnitRow[] = [
  ...prefixed('W', 'power', 1, SI, ['', 'm', 'k', 'M', 'G']).map((r) =>
    r.text === 'kW'
      ? { ...r, en: ['kWel', 'kWe', 'kWth', 'kWt'] }
      : r.text === 'MW'
        ? { ...r, en: ['MWel', 'MWe', 'MWth'] }
        : r,
  ),
  row('kWp', 'power', 1e3, 'IEC 60904-3: rated at standard test conditions', {
    note: 'peak power of solar panels',
  }),
  row('MWp', 'power', 1e6, 'IEC 60904-3: rated at standard test conditions'),
  row('hp-metric', 'power', 735.49875, NIST, { en: 'PS|CV|metric hp', vi: 'mã lực hệ mét' }),
  row('hp-mechanical', 'power', 745.6998715822702, NIST, { en: 'bhp|mechanical hp' }),
  row('hp-boiler', 'power', 9809.5, NIST, { en: 'boiler hp|BHP-boiler' }),
  row('TR', 'power', (12_000 * BTU) / 3600, NIST, {
    en: 'USRT|RT|refrigeration ton|tons of refrigeration',
    vi: 'tấn lạnh',
  }),
  ...prefixed('VA', 'apparent-power', 1, SI, ['', 'k', 'M']),
  ...prefixed('VAh', 'apparent-energy', 3600, SI, ['k', 'M']),
  ...prefixed('VAr', 'reactive-power', 1, SI, ['', 'k', 'M']),
  ...prefixed('VArh', 'reactive-energy', 3600, SI, ['k', 'M']),
  row('A', 'current', 1, SI, { en: 'amp|amps|ampere' }),
  ...prefixed('A', 'current', 1, SI, ['m', 'k']),
  ...prefixed('V', 'voltage', 1, SI, ['', 'm', 'k']),
  ...prefixed('S', 'conductance', 1, SI, ['', 'm', 'u']),
  row('lm', 'luminous-flux', 1, SI, { en: 'lumen|lumens' }),
  row('lx', 'illuminance', 1, SI, { en: 'lux' }),
]

const atmospheres = (pascal: number): number => 101_325 / pascal

function gauge(text: string, scale: number, difference: string, en: string, vi?: string): UnitRow {
  const names = vi === undefined ? { en } : { en, vi }
  return row(text, 'pressure', scale, GAUGE, { ...names, offset: atmospheres(scale), difference })
}

const PRESSURE: readonly UnitRow[] = [
  ...prefixed('Pa', 'pressure', 1, SI, ['', 'h', 'k', 'M']),
  row('bar', 'pressure', 1e5, SI, { note: 'a difference, or absolute; write bar(g) for a gauge reading' }),
  ...prefixed('bar', 'pressure', 1e5, SI, ['m']),
  row('bar(a)', 'pressure', 1e5, SI, { en: 'bara|bar_a|bar a|bar abs|bar(abs)' }),
  gauge('bar(g)', 1e5, 'bar', 'barg|bar_g|bar g|bar(G)|barG', 'bar(dư)|bar dư'),
  gauge('mbar(g)', 100, 'mbar', 'mbarg|mbar_g|mbar g'),
  gauge('kPa(g)', 1e3, 'kPa', 'kPag|kPa_g|kPa g'),
  gauge('MPa(g)', 1e6, 'MPa', 'MPag|MPa_g|MPa g'),
  gauge(
    'kgf/cm2(g)',
    98_066.5,
    'kgf/cm2',
    'kg/cm2(g)|kgf/cm2_g|kg/cm2_g|kgf/cm2g|kg/cm2g|kg/cm2 g|kgf/cm2 g',
  ),
  gauge('psi(g)', PSI, 'psi', 'psig|psi_g|psi g'),
  row('psi', 'pressure', PSI, NIST),
  row('psi(a)', 'pressure', PSI, NIST, { en: 'psia|psi_a|psi a' }),
  row('atm', 'pressure', 101_325, SI),
  row('mmH2O', 'pressure', 9.80665, NIST, { en: 'mmWC|mmWG|mmAq', vi: 'mmCN|mm cột nước' }),
  row('mH2O', 'pressure', 9806.65, NIST, { en: 'mWC|mWG', vi: 'mCN|m cột nước' }),
  row('mmHg', 'pressure', 133.322387415, NIST),
  row('inHg', 'pressure', 25.4 * 133.322387415, NIST),
  row('inH2O', 'pressure', 25.4 * 9.80665, NIST, { en: 'inWC|inWG' }),
  row('ftH2O', 'pressure', 304.8 * 9.80665, NIST, { en: 'ftWC', note: 'a pressure; a head is in ft' }),
  row('kgf', 'force', 9.80665, NIST, { en: 'kG|kp' }),
]

const TEMPERATURE: readonly UnitRow[] = [
  row('C', 'temperature', 1, SI, {
    en: '°C|oC|degC|deg C|Celsius|ºC',
    vi: 'độ C',
    offset: 273.15,
    difference: 'K',
    note: 'a temperature; a difference is in K',
  }),
  row('K', 'temperature', 1, SI, { en: 'kelvin', note: 'a difference, or an absolute temperature' }),
  row('F', 'temperature', 5 / 9, NIST, {
    en: '°F|degF|deg F|Fahrenheit',
    vi: 'độ F',
    offset: 459.67,
    difference: 'delta-F',
  }),
  row('delta-F', 'temperature', 5 / 9, NIST, { en: '°R', note: 'a difference of degrees Fahrenheit' }),
]

const COUNTS: readonly UnitRow[] = [
  row('tCO2e', 'co2e', 1e3, OWN, {
    en: 't CO2e|tCO2|t CO2|tCO2eq|t CO2eq|tCO2-eq|t CO2-eq|tCO2-e',
    vi: 'tấn CO2|tấn CO2e|tCO2tđ|t CO2tđ|tấn CO2tđ|tấn CO2 tương đương|tấn CO2-tđ',
    note: 'carbon dioxide itself counts once',
  }),
  row('kgCO2e', 'co2e', 1, OWN, {
    en: 'kg CO2e|kgCO2|kg CO2|kgCO2eq|kg CO2eq|kgCO2-eq|kg CO2-eq|kgCO2-e',
    vi: 'kgCO2tđ|kg CO2tđ',
  }),
  row('gCO2e', 'co2e', 1e-3, OWN, { en: 'g CO2e|gCO2|g CO2|gCO2eq|g CO2eq' }),
  row('ktCO2e', 'co2e', 1e6, OWN, { en: 'kt CO2e|ktCO2|kt CO2' }),
  row('pcs', 'item', 1, OWN, {
    en: 'pc|piece|pieces|item|items|pce|ea',
    vi: 'cái|chiếc|viên|quả|sản phẩm',
  }),
  row('pair', 'item', 2, OWN, { en: 'pairs', vi: 'đôi' }),
  row('dozen', 'item', 12, OWN, { en: 'doz', vi: 'tá' }),
  row('person', 'person', 1, OWN, { en: 'persons|people|capita|employee|employees', vi: 'người' }),
  row('batch', 'batch', 1, OWN, { en: 'batches', vi: 'mẻ' }),
  row('mol', 'amount', 1, SI),
  ...prefixed('mol', 'amount', 1, SI, ['k', 'm']),
  row('deg', '1', Math.PI / 180, SI, { note: 'an angle; a temperature is in C' }),
  row('%', '1', 0.01, SI, { en: 'percent', vi: 'phần trăm' }),
  row('permille', '1', 1e-3, SI, { en: '‰' }),
  row('ppm', '1', 1e-6, SI),
  row('ppb', '1', 1e-9, SI),
]

const MONEY: readonly UnitRow[] = CURRENCIES.map((c) =>
  row(c.code, c.code, 1, ISO4217, c.aliases.length > 0 ? { en: c.aliases.join('|') } : {}),
)

/** Every named unit. Its size is a definition; the few that recp defines itself say so in `source`. */
export const UNIT_ROWS: readonly UnitRow[] = [
  ...MASS,
  ...LENGTH,
  ...TIME,
  ...ENERGY,
  ...POWER,
  ...PRESSURE,
  ...TEMPERATURE,
  ...COUNTS,
  ...MONEY,
]
