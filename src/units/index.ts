export { BASIS_WORDS, basisOf, basisWord } from './basis-words.js'
export { conversionFactor, convert, convertDifference } from './convert.js'
export { CURRENCIES, isCurrency } from './currencies.js'
export type { Currency } from './currencies.js'
export { defineUnit } from './define-unit.js'
export {
  dimensionsEqual,
  divideDimensions,
  multiplyDimensions,
  NO_DIMENSION,
  powerDimension,
} from './dimension.js'
export {
  currencyOf,
  dimensionMatches,
  formatDimension,
  isExchangeRate,
  parseDimension,
} from './dimension-text.js'
export { formatNumber, formatQuantity, formatUnit, formatValue, plainSigns, properSigns } from './format.js'
export type { NumberFormat } from './format.js'
export { mayMeanThousands, parseNumber } from './parse-number.js'
export type { NumberProblem } from './parse-number.js'
export { parseQuantity } from './parse-quantity.js'
export type { ParsedQuantity } from './parse-quantity.js'
export { parseUnit, UNIT_ONE } from './parse-unit.js'
export type { ParsedUnit, UnitOptions } from './parse-unit.js'
export { QUANTITY_KINDS } from './quantity-kinds.js'
export type { QuantityKind } from './quantity-kinds.js'
export type { QuantityProblem } from './quantity-problem.js'
export type { UnitProblem } from './unit-problem.js'
export { ambiguousNames, unitNames } from './unit-names.js'
export type { UnitName } from './unit-names.js'
export { timeBaseOf, type TimeBase } from './time-base.js'
export { quotientUnit } from './quotient-unit.js'
export { sameDimension } from './same-dimension.js'
