/** Spellings that stand for an expression of other names. */
export const EXPANSIONS: ReadonlyMap<string, string> = new Map([
  ['khối', 'm3'],
  ['m khối', 'm3'],
  ['mét khối', 'm3'],
  ['cbm', 'm3'],
  ['cc', 'cm3'],
  ['m vuông', 'm2'],
  ['mét vuông', 'm2'],
  ['sqm', 'm2'],
  ['km vuông', 'km2'],
  ['at', 'kgf/cm2'],
  ['kg/cm2', 'kgf/cm2'],
  ['cfm', 'ft3/min'],
  ['tkm', 't.km'],
  ['trđ', 'million-VND'],
  ['tr.đ', 'million-VND'],
  ['us-gpm', 'us-gal/min'],
  ['uk-gpm', 'uk-gal/min'],
])

/** Words that multiply the name after them: `triệu đồng`, `million kWh`. The key is the canonical word. */
export const MULTIPLIERS: readonly {
  readonly text: string
  readonly value: number
  readonly words: readonly string[]
}[] = [
  { text: 'thousand', value: 1e3, words: ['thousand', 'nghìn', 'ngàn'] },
  { text: 'million', value: 1e6, words: ['million', 'mio', 'triệu', 'tr', 'tr.'] },
  { text: 'billion', value: 1e9, words: ['billion', 'tỷ', 'tỉ'] },
]

/** Names that mean different things to different people, with what each meaning is called here. */
export const AMBIGUOUS_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ton', ['t', 'short-ton', 'long-ton']],
  ['tons', ['t', 'short-ton', 'long-ton']],
  ['gal', ['us-gal', 'uk-gal']],
  ['gallon', ['us-gal', 'uk-gal']],
  ['gallons', ['us-gal', 'uk-gal']],
  ['gpm', ['us-gal/min', 'uk-gal/min']],
  ['cal', ['cal-it', 'cal-th', 'kcal']],
  ['oz', ['oz-av', 'oz-troy', 'us-fl-oz', 'uk-fl-oz']],
  ['barrel', ['oil-barrel', 'us-beer-barrel', 'uk-beer-barrel']],
  ['barrels', ['oil-barrel', 'us-beer-barrel', 'uk-beer-barrel']],
  ['bbl', ['oil-barrel', 'us-beer-barrel', 'uk-beer-barrel']],
  ['hp', ['hp-metric', 'hp-mechanical', 'hp-boiler']],
  ['mã lực', ['hp-metric', 'hp-mechanical']],
  ['therm', ['therm-us', 'therm-ec']],
  ['therms', ['therm-us', 'therm-ec']],
  ['cwt', ['short-cwt', 'long-cwt']],
  ['MBTU', ['kBTU', 'MMBTU']],
  ['MT', ['t', 'million-t']],
  ['$', ['USD', 'AUD', 'CAD', 'SGD', 'HKD']],
  ['dollar', ['USD', 'AUD', 'CAD', 'SGD', 'HKD']],
  ['dollars', ['USD', 'AUD', 'CAD', 'SGD', 'HKD']],
  ['đô la', ['USD', 'AUD', 'CAD', 'SGD', 'HKD']],
  ['¥', ['JPY', 'CNY']],
  ['yen', ['JPY', 'yen-vn']],
  ['yên', ['JPY', 'yen-vn']],
  ['kr', ['SEK', 'NOK', 'DKK']],
  ['Rs', ['INR', 'PKR', 'LKR', 'NPR']],
  ['pound', ['lb', 'GBP']],
  ['pounds', ['lb', 'GBP']],
])
