import { formatNumber } from '../units/index.js'
import type { Lang, Text } from '../model/text.js'
import { pointerKeys } from '../model/pointer.js'

/** One entry of each section of a site file, as messages call it. */
const ENTRIES: Readonly<Record<string, Text>> = {
  substances: { en: 'substance', vi: 'chất' },
  products: { en: 'product', vi: 'sản phẩm' },
  materials: { en: 'material', vi: 'vật liệu' },
  water: { en: 'water', vi: 'loại nước' },
  energy: { en: 'energy', vi: 'dạng năng lượng' },
  residues: { en: 'residue', vi: 'chất thải' },
  steps: { en: 'step', vi: 'công đoạn' },
  flows: { en: 'flow', vi: 'dòng' },
  stocks: { en: 'stock', vi: 'tồn kho' },
  meters: { en: 'meter', vi: 'đồng hồ' },
  permits: { en: 'permit', vi: 'giấy phép' },
  equipment: { en: 'machine', vi: 'máy' },
  facts: { en: 'fact', vi: 'thông tin' },
  answers: { en: 'answer', vi: 'câu trả lời' },
  measures: { en: 'measure', vi: 'giải pháp' },
  factors: { en: 'factor', vi: 'hệ số' },
  benchmarks: { en: 'benchmark', vi: 'giá trị đối sánh' },
  units: { en: 'unit', vi: 'đơn vị' },
}

/** One entry of each list of a site file. */
const ROWS: Readonly<Record<string, Text>> = {
  readings: { en: 'reading', vi: 'số đọc' },
  bills: { en: 'bill', vi: 'hóa đơn' },
  analyses: { en: 'analysis', vi: 'kết quả phân tích' },
  limits: { en: 'limit', vi: 'giới hạn' },
  prices: { en: 'price', vi: 'đơn giá' },
  costs: { en: 'cost', vi: 'chi phí' },
  targets: { en: 'target', vi: 'mục tiêu' },
  events: { en: 'event', vi: 'sự kiện' },
  notes: { en: 'note', vi: 'ghi chú' },
  assert: { en: 'assertion', vi: 'điều phải đúng' },
  waive: { en: 'accepted problem', vi: 'vấn đề chấp nhận' },
}

/** The user's thing and its name in quotes: `flow 'w-bottles'`, `reading 3`, `'site'`. */
export function thingWords(pointer: string, lang: Lang): string {
  const [list, id] = pointerKeys(pointer)
  if (list === undefined) return lang === 'en' ? 'the file' : 'tệp'
  const noun = Object.hasOwn(ENTRIES, list) ? ENTRIES[list] : undefined
  if (id === undefined) return `'${list}'`
  if (noun !== undefined) return `${noun[lang]} '${id}'`
  if (/^\d+$/.test(id)) {
    const row = Object.hasOwn(ROWS, list) ? ROWS[list] : undefined
    // The number of a row in a file would be another one in a workbook, whose rows have numbers of their own.
    if (row !== undefined)
      return lang === 'en' ? `${row.en} ${Number(id) + 1}` : `${row.vi} thứ ${Number(id) + 1}`
    return lang === 'en' ? `row ${Number(id) + 1} of '${list}'` : `hàng ${Number(id) + 1} của '${list}'`
  }
  return `'${list}'`
}

/** The field below its thing: `'amount' of flow 'w-bottles'`; the thing alone where it is the value itself. */
export function fieldWords(pointer: string, lang: Lang): string {
  const keys = pointerKeys(pointer)
  const list = keys[0] ?? ''
  const owner = Object.hasOwn(ENTRIES, list) || /^\d+$/.test(keys[1] ?? '') ? 2 : 1
  const field = keys.slice(owner).join('.')
  const thing = thingWords(pointer, lang)
  // A bare answer is the answer itself.
  if (field === '' || (list === 'answers' && field === 'answer')) return thing
  return lang === 'en' ? `'${field}' of ${thing}` : `'${field}' của ${thing}`
}

/** Names of what an id may be of. */
const KINDS: Readonly<Record<string, Text>> = {
  good: {
    en: 'a product, material, water, energy or residue',
    vi: 'sản phẩm, vật liệu, nước, năng lượng hoặc chất thải',
  },
  flow: { en: 'a flow', vi: 'dòng' },
  stock: { en: 'a stock', vi: 'tồn kho' },
  step: { en: 'a step', vi: 'công đoạn' },
  meter: { en: 'a meter', vi: 'đồng hồ' },
  equipment: { en: 'a machine', vi: 'máy' },
  substance: { en: 'a substance', vi: 'chất' },
  water: { en: 'water', vi: 'water' },
  layer: { en: 'mass, water, energy or a substance', vi: 'mass, water, energy hoặc một chất' },
}

/** `good flow` → `a product, …, or a flow`. */
export function kindWords(kinds: string, lang: Lang): string {
  const words = kinds
    .split(' ')
    .map((kind) => (Object.hasOwn(KINDS, kind) ? (KINDS[kind]?.[lang] ?? kind) : kind))
  return words.join(lang === 'en' ? ' or ' : ' hoặc ')
}

const MEASURES: Readonly<Record<string, Text>> = {
  goods: { en: 'amount', vi: 'lượng' },
  mass: { en: 'mass', vi: 'khối lượng' },
  volume: { en: 'volume', vi: 'thể tích' },
  energy: { en: 'energy', vi: 'năng lượng' },
  item: { en: 'pieces', vi: 'số cái' },
  area: { en: 'area', vi: 'diện tích' },
  length: { en: 'length', vi: 'chiều dài' },
  time: { en: 'time', vi: 'thời gian' },
  money: { en: 'money', vi: 'tiền' },
  power: { en: 'power', vi: 'công suất' },
  pressure: { en: 'pressure', vi: 'áp suất' },
  'pressure-difference': { en: 'difference of pressure', vi: 'chênh lệch áp suất' },
  temperature: { en: 'temperature', vi: 'nhiệt độ' },
  'temperature-difference': { en: 'difference of temperature', vi: 'chênh lệch nhiệt độ' },
  share: { en: 'a share', vi: 'tỷ lệ' },
  ratio: { en: 'a pure number', vi: 'số không đơn vị' },
  number: { en: 'a number', vi: 'số' },
  1: { en: 'a pure number', vi: 'số không đơn vị' },
  co2e: { en: 'greenhouse gases', vi: 'khí nhà kính' },
  batch: { en: 'batch', vi: 'mẻ' },
  'normal-volume': { en: 'gas volume', vi: 'thể tích khí' },
  'dry-mass': { en: 'dry mass', vi: 'khối lượng khô' },
  'apparent-power': { en: 'apparent power', vi: 'công suất biểu kiến' },
  'reactive-energy': { en: 'reactive energy', vi: 'điện năng phản kháng' },
}

/** Patterns with many alternatives, said in one breath. */
const PATTERNS: Readonly<Record<string, Text>> = {
  'goods | goods/time | goods/batch': {
    en: 'an amount, in the period or per time',
    vi: 'lượng trong kỳ hoặc trên thời gian',
  },
  'money/goods | money/power | money/power/time': {
    en: 'money per amount',
    vi: 'tiền trên một đơn vị lượng',
  },
  'money/goods | money/power | money/power/time | money/apparent-power | money/apparent-power/time | money/time':
    {
      en: 'money per amount, power or time',
      vi: 'tiền trên lượng, công suất hoặc thời gian',
    },
  'share | goods | goods/time | goods/batch | money/time': {
    en: 'a share, an amount or money per time',
    vi: 'tỷ lệ, lượng hoặc tiền trên thời gian',
  },
  'share | mass/goods | volume/goods': { en: 'a share or a concentration', vi: 'tỷ lệ hoặc nồng độ' },
}

/** A pattern of dimensions in words: `mass/time | mass` → `mass per time or mass`. */
export function dimensionWords(pattern: string, lang: Lang): string {
  if (Object.hasOwn(PATTERNS, pattern)) return PATTERNS[pattern]?.[lang] ?? pattern
  const per = lang === 'en' ? ' per ' : ' trên '
  const alternatives = pattern.split('|').map((alternative) =>
    alternative
      .trim()
      .split('/')
      .map((part) => (Object.hasOwn(MEASURES, part) ? (MEASURES[part]?.[lang] ?? part) : part))
      .join(per),
  )
  return alternatives.join(lang === 'en' ? ' or ' : ' hoặc ')
}

/** Names in quotes, joined by commas and a last `or`. */
export function quoted(names: string, lang: Lang): string {
  const list = names
    .split('|')
    .filter((name) => name !== '')
    .map((name) => `'${name}'`)
  if (list.length < 2) return list.join('')
  return `${list.slice(0, -1).join(', ')}${lang === 'en' ? ' or ' : ' hoặc '}${list.at(-1)}`
}

/** `write 'a' or 'b', whichever was meant`; nothing where there is nothing to suggest. */
export function writeInstead(names: string, lang: Lang): string {
  if (names === '') return ''
  const several = names.includes('|')
  if (lang === 'en') return `write ${quoted(names, 'en')}, ${several ? 'whichever' : 'if that'} was meant`
  return `viết ${quoted(names, 'vi')}, ${several ? 'tùy ý muốn ghi' : 'nếu đúng ý'}`
}

const DURATIONS = [
  { upTo: 30 / 365, perYear: 365, en: 'day', vi: 'ngày' },
  { upTo: 2, perYear: 12, en: 'month', vi: 'tháng' },
  { upTo: Number.POSITIVE_INFINITY, perYear: 1, en: 'year', vi: 'năm' },
] as const

/** A payback as people say it: days below a month, months below two years, else years; two digits. */
export function yearsWords(years: number, lang: Lang): string {
  const { perYear, ...words } = DURATIONS.find(({ upTo }) => years < upTo) ?? DURATIONS[2]
  const number = Number((years * perYear).toPrecision(2))
  return `${formatNumber(number, { lang })} ${words[lang]}${lang === 'en' && number !== 1 ? 's' : ''}`
}
