/** The formula language: one text, read as a number, a dimension check, a live spreadsheet formula and words. */
export { needs, type Ast } from './ast.js'
export { check, type Checked } from './check.js'
export { compileFigure, type Figures } from './compile-figure.js'
export { compile, type Compiled, type Names, type NameType } from './compile.js'
export { evaluate, type Environment, type Evaluated, type NoValue, type Value } from './evaluate.js'
export { expandRows, type Rows, type Series } from './expand-rows.js'
export { fits } from './fits.js'
export { figuresThatMayBeMissing, figureToExcel } from './figure-to-excel.js'
export { mayGiveNoValue, NO_VALUE } from './guard.js'
export {
  addInfluence,
  COVERAGE,
  covarianceOf,
  influenceOn,
  influencesOn,
  rememberInfluence,
  spreadOf,
  type Influence,
} from './influence.js'
export { createLedger, type Derivation, type Ledger } from './ledger.js'
export { linear } from './linear.js'
export { parseFormula, type Parsed } from './parse-formula.js'
export { problemText, type FormulaProblem, type Problem, type ProblemKind } from './problem.js'
export { EXCEL_FUNCTIONS, toExcel, type Address, type ExcelOptions } from './to-excel.js'
export { toReaderText, toText, type Signs } from './to-text.js'
export { totalOf } from './total.js'
export type { Typed } from './typed.js'
