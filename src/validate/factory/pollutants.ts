import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import { convert } from '../../units/index.js'
import type { Checking } from './checking.js'

/** What lives on oxygen is a part of what chemistry oxidises: BOD above COD is a mistake of one of them. */
export function bodAboveCod({ site, rows }: Checking): readonly Diagnostic[] {
  const sampled = [
    ...Object.entries(site.flows).map(
      ([id, flow]) => [pointerOf('flows', id, 'contains'), flow.contains] as const,
    ),
    ...Object.entries(site.water).map(
      ([id, good]) => [pointerOf('water', id, 'contains'), good.contains] as const,
    ),
    ...site.analyses.map((row) => [`${rows.get(row) ?? ''}/values`, row.values] as const),
  ]
  return sampled.flatMap(([at, values]) => (values === undefined ? [] : compared(at, values)))
}

function compared(at: string, values: Readonly<Record<string, Quantity>>): Diagnostic[] {
  const cod = values['cod']
  const [name, bod] = Object.entries(values).find(([id]) => id.startsWith('bod')) ?? []
  const same = cod && bod && convert(bod.value, bod.unit, cod.unit)
  if (name === undefined || cod === undefined || bod === undefined || same === undefined || same <= cod.value)
    return []
  return [diagnose('P508', at + pointerOf(name), { thing: at, bod: bod.written, cod: cod.written })]
}
