import type { Text } from '../model/text.js'
import type { Dimension } from '../model/unit.js'
import { cleanDimension } from './dimension.js'

/** A kind of quantity that a pattern such as `energy/mass` may name. */
export type QuantityKind = { readonly name: string; readonly label: Text; readonly dimension: Dimension }

function kind(name: string, en: string, vi: string, bases: Readonly<Record<string, number>>): QuantityKind {
  return { name, label: { en, vi }, dimension: cleanDimension(Object.entries(bases)) }
}

/**
 * Every name the `dimension` keyword of a schema may use. The first name of a dimension is the one printed;
 * the later ones say the same thing in a word that fits a place better (`density`, `heating-value`).
 * `money` stands for any one currency. The order decides which words `formatDimension` prefers.
 */
export const QUANTITY_KINDS: readonly QuantityKind[] = [
  kind('ratio', 'ratio', 'tỷ lệ', {}),
  kind('mass', 'mass', 'khối lượng', { mass: 1 }),
  kind('energy', 'energy', 'năng lượng', { mass: 1, length: 2, time: -2 }),
  kind('volume', 'volume', 'thể tích', { length: 3 }),
  kind('money', 'money', 'tiền', { money: 1 }),
  kind('item', 'number of pieces', 'số lượng cái', { item: 1 }),
  kind('time', 'time', 'thời gian', { time: 1 }),
  kind('area', 'area', 'diện tích', { length: 2 }),
  kind('length', 'length', 'chiều dài', { length: 1 }),
  kind('power', 'power', 'công suất', { mass: 1, length: 2, time: -3 }),
  kind('pressure', 'pressure', 'áp suất', { mass: 1, length: -1, time: -2 }),
  kind('temperature', 'temperature', 'nhiệt độ', { temperature: 1 }),
  kind('temperature-difference', 'temperature difference', 'chênh lệch nhiệt độ', { temperature: 1 }),
  kind('co2e', 'CO2 equivalent', 'CO2 tương đương', { co2e: 1 }),
  kind('normal-volume', 'gas volume at normal conditions', 'thể tích khí ở điều kiện tiêu chuẩn', {
    'normal-volume': 1,
  }),
  kind('dry-mass', 'dry mass', 'khối lượng khô', { 'dry-mass': 1 }),
  kind('toe-vn', 'energy in the Vietnamese TOE ledger', 'năng lượng quy đổi TOE của Việt Nam', {
    'toe-vn': 1,
  }),
  kind('person', 'persons', 'số người', { person: 1 }),
  kind('batch', 'batches', 'số mẻ', { batch: 1 }),
  kind('amount', 'amount of substance', 'lượng chất', { amount: 1 }),
  kind('current', 'electric current', 'cường độ dòng điện', { current: 1 }),
  kind('voltage', 'voltage', 'điện áp', { mass: 1, length: 2, time: -3, current: -1 }),
  kind('conductance', 'electric conductance', 'độ dẫn điện', { mass: -1, length: -2, time: 3, current: 2 }),
  kind('apparent-energy', 'apparent energy', 'điện năng biểu kiến', { 'apparent-energy': 1 }),
  kind('apparent-power', 'apparent power', 'công suất biểu kiến', { 'apparent-energy': 1, time: -1 }),
  kind('reactive-energy', 'reactive energy', 'điện năng phản kháng', { 'reactive-energy': 1 }),
  kind('reactive-power', 'reactive power', 'công suất phản kháng', { 'reactive-energy': 1, time: -1 }),
  kind('luminous-flux', 'luminous flux', 'quang thông', { lumen: 1 }),
  kind('illuminance', 'illuminance', 'độ rọi', { lumen: 1, length: -2 }),
  kind('force', 'force', 'lực', { mass: 1, length: 1, time: -2 }),
  kind('speed', 'speed', 'tốc độ', { length: 1, time: -1 }),
  kind('frequency', 'frequency', 'tần số', { time: -1 }),
  kind('concentration', 'concentration', 'nồng độ', { mass: 1, length: -3 }),
  kind('density', 'density', 'khối lượng riêng', { mass: 1, length: -3 }),
  kind('heating-value', 'heating value', 'nhiệt trị', { length: 2, time: -2 }),
]

const byName: ReadonlyMap<string, QuantityKind> = new Map(QUANTITY_KINDS.map((k) => [k.name, k]))

/** Base quantities and tags, which a pattern may name too: `lumen2`. */
const bases: ReadonlySet<string> = new Set(QUANTITY_KINDS.flatMap((k) => Object.keys(k.dimension)))

/** The dimension a name in a pattern stands for: a kind of quantity or a base. */
export function namedDimension(name: string): Dimension | undefined {
  return byName.get(name)?.dimension ?? (bases.has(name) ? { [name]: 1 } : undefined)
}
