import { diagnose } from '../diagnostics/catalogue.js'
import type { SourcedRow } from './content.js'
import { deepFreeze, type Draft } from './draft.js'
import { parseTable, records } from './parse-table.js'
import { recommendationFrom } from './recommendation-from.js'
import {
  benchmarkFrom,
  fuelFrom,
  limitFrom,
  gridFrom,
  gwpFrom,
  tariffFrom,
  thresholdRowFrom,
  variableFrom,
  waterFactorFrom,
} from './tables-from.js'
import type { Row } from './tables-from.js'

/**
 * Reads one table. A row of a later pack replaces what has the same key, whatever its source says of its worth, and
 * stands before all others.
 */
export function layTable(draft: Draft, file: string, value: unknown, replaces: boolean): void {
  const rows = records(Array.isArray(value) ? (value as readonly (readonly string[])[]) : parseTable(''))
  const each = <T>(
    into: Map<string, readonly T[]>,
    read: (row: Row) => T | undefined,
    keyOf: (thing: T) => string,
  ): void => {
    const fresh = rows.flatMap((cells): readonly T[] => {
      const thing = read({ file, cells, problems: draft.problems })
      return thing === undefined ? [] : [deepFreeze(thing)]
    })
    const old = into.get('') ?? []
    const keys = new Set(replaces ? fresh.map(keyOf) : [])
    for (const key of new Set(old.map(keyOf).filter((one) => keys.has(one))))
      draft.problems.push(diagnose('C110', '', { file, id: key }))
    into.set('', Object.freeze([...fresh, ...old.filter((thing) => !keys.has(keyOf(thing)))]))
  }
  if (/^variables.*\.csv$/.test(file)) {
    for (const cells of rows) {
      const variable = variableFrom({ file, cells, problems: draft.problems })
      if (variable) draft.variables.set(variable.name, deepFreeze(variable))
    }
  } else if (file === 'factors/fuels.csv')
    each(draft.fuels, fuelFrom, ({ fuel, property, country, unit }) => key(fuel, property, country, unit))
  else if (file === 'factors/grid-electricity.csv')
    each(draft.grid, gridFrom, ({ country, region, year }) => key(country, region, String(year)))
  else if (file === 'factors/gwp.csv') each(draft.gwp, gwpFrom, ({ gas, report }) => key(gas, report))
  else if (file === 'factors/water-wastewater.csv')
    each(draft.waterFactors, waterFactorFrom, ({ parameter, item, country }) => key(parameter, item, country))
  else if (file === 'factors/tariffs-vn.csv')
    each(draft.tariffs, tariffFrom, ({ country, group, voltage, period, from }) =>
      key(country, group, voltage, period, from),
    )
  else if (file === 'recommendations/iac-arc.csv') layRecommendations(draft, rows)
  else if (file === 'recommendations/iac-codes.csv') layCodes(draft, rows)
  else if (file.startsWith('benchmarks/')) each(draft.benchmarks, benchmarkFrom, ({ id }) => id)
  else if (file === 'limits/thresholds.csv') each(draft.legalThresholds, thresholdRowFrom, ({ id }) => id)
  else if (file.startsWith('limits/')) each(draft.limits, limitFrom, ({ id }) => id)
}

function layRecommendations(draft: Draft, rows: readonly SourcedRow[]): void {
  for (const row of rows) {
    const thing = recommendationFrom(row)
    draft.recommendations.set(thing.code, deepFreeze(thing))
  }
}

function layCodes(draft: Draft, rows: readonly SourcedRow[]): void {
  for (const { entry = '', codes = '' } of rows) draft.recommendationCodes.set(entry, codes.split(';'))
}

/** What tells a row from its neighbours, as it is named to the user. */
function key(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
