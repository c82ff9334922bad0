import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import type { Equipment } from '../../schema/site.js'
import { inUnit, threshold, type Checking } from './checking.js'

/** Machines taken at rated power for every hour of the year: the commonest way to overrate what they use. */
export function fullLoadAllYear(checking: Checking): readonly Diagnostic[] {
  return Object.entries(checking.site.equipment).flatMap(([id, machine]) => {
    const hours = hoursOf(machine)
    const at = pointerOf('equipment', id)
    if (hours === undefined || !isRated(machine) || loadOf(machine) < 1) return []
    const yearly = inUnit(hours, 'h/yr')
    if (yearly === undefined || yearly < threshold(checking, 'full-year')) return []
    return [diagnose('P501', hours.at, { machine: id, hours: hours.written, at })]
  })
}

/** What a machine says under the words of the dictionary that end in `name`. */
function fact({ facts }: Equipment, name: RegExp): Quantity | undefined {
  const found = Object.entries(facts).find(([key]) => name.test(key))?.[1]
  return typeof found === 'object' ? found : undefined
}

function hoursOf(machine: Equipment): Quantity | undefined {
  return machine.hours ?? fact(machine, /\.hours$/)
}

function isRated(machine: Equipment): boolean {
  return machine.rated !== undefined || fact(machine, /\.power$/) !== undefined
}

/** Mean load while running as a fraction; 1 where nobody says it. */
function loadOf(machine: Equipment): number {
  const load = machine.load ?? fact(machine, /\.load(_share|_factor)?$/)
  return (load && inUnit(load, '1')) ?? 1
}
