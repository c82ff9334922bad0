import type { Diagnostic } from '../../model/diagnostic.js'
import { outsideBands } from './bands.js'
import type { Check, Checking } from './checking.js'
import { costsAgainstPrices } from './costs.js'
import { daysOfRows } from './days.js'
import { purchasesWithoutStock, sameTwice, unconnected } from './entries.js'
import { heatAgainstTable } from './heat.js'
import { fullLoadAllYear } from './machines.js'
import { monthsOfRows } from './months.js'
import { bodAboveCod } from './pollutants.js'
import { behindTheMeter } from './remarks.js'
import { oddRows } from './rows.js'

/** Every check that knows factories; each sees only the input, what needs a balance is asked after it. */
const CHECKS: readonly Check[] = [
  outsideBands,
  heatAgainstTable,
  costsAgainstPrices,
  daysOfRows,
  monthsOfRows,
  oddRows,
  fullLoadAllYear,
  sameTwice,
  purchasesWithoutStock,
  unconnected,
  bodAboveCod,
  behindTheMeter,
]

/** Faults that people who collect data make, told where the input alone shows them. */
export function checkFactory(checking: Checking): readonly Diagnostic[] {
  return CHECKS.flatMap((check) => check(checking))
}
