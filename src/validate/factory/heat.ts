import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import { inUnit, threshold, short, type Checking } from './checking.js'

/** Heating values of the site against those of the table: gross given for net, or far from the fuel it is said to be. */
export function heatAgainstTable(checking: Checking): readonly Diagnostic[] {
  const { site, plausibility } = checking
  const goods = Object.values(site.energy).flatMap(({ fuel, ncv }) =>
    fuel === undefined || ncv === undefined ? [] : looksGross(checking, fuel, ncv),
  )
  const factors = Object.entries(site.factors).flatMap(([name, { value }]) => {
    const fuel = /^(.+)-ncv$/.exec(name)?.[1] ?? ''
    const table = plausibility.netValues.get(fuel)
    const own = inUnit(value, 'GJ/t')
    if (table === undefined || own === undefined) return []
    const times = own > table ? own / table : table / own
    if (times <= threshold(checking, 'factor-differs')) return looksGross(checking, fuel, value)
    const args = { factor: name, written: value.written, table: `${short(table)} GJ/t` }
    return [diagnose('P206', pointerOf('factors', name), args)]
  })
  return [...goods, ...factors]
}

function looksGross({ plausibility }: Checking, fuel: string, ncv: Quantity): Diagnostic[] {
  const table = plausibility.netValues.get(fuel)
  const own = inUnit(ncv, 'GJ/t')
  const band = plausibility.bands.get(`gross-over-net-${plausibility.fuelClasses.get(fuel) ?? ''}`)
  if (table === undefined || own === undefined || band === undefined) return []
  const ratio = own / table
  if (ratio < band.low || ratio > band.high) return []
  const args = {
    fuel,
    written: ncv.written,
    table: `${short(table)} GJ/t`,
    more: `${Math.round((ratio - 1) * 100)} %`,
  }
  return [diagnose('P205', ncv.at, args)]
}
