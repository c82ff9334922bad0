import type { Audit } from '../model/audit.js'
import type { FlowResult } from '../model/balances.js'
import type { Text } from '../model/text.js'
import { convert, parseUnit } from '../units/index.js'
import { shown, type Ledger, type Shown } from './cost-report.js'

/** What a flow or tank contains, as the balances found it. */
export type ContentRow = {
  readonly content: string
  readonly name: Text
  readonly layer: string
  readonly class: FlowResult['class']
  readonly amount: Shown
}

/** What was measured or unknown of what flows and tanks carry, of one layer or of all. */
export function contentRows(audit: Audit, ledger: Ledger, layer: string | undefined): ContentRow[] {
  const { contents = [], loads = [], assays = [] } = audit.inventory.composition ?? {}
  // A load is told as it is, and for one unit of its flow.
  const inUnits = new Map(
    audit.inventory.flows.flatMap((flow) =>
      Object.entries(flow.found ?? {}).flatMap(([of, found]) =>
        'load' in found ? [[found.load, flow.contents[of] ?? ''] as const] : [],
      ),
    ),
  )
  return (audit.reconciled.contents ?? []).flatMap((result) => {
    const content = [...contents, ...loads].find(({ id }) => id === result.content)
    if (content === undefined || (layer !== undefined && content.layer !== layer)) return []
    const { id, label, layer: of } = content
    const row = { content: id, name: label, layer: of, class: result.class }
    const inUnit = inUnits.get(id)
    if (inUnit !== undefined)
      return [
        { ...row, amount: shown(ledger, id) },
        { ...row, amount: inReadable(shown(ledger, inUnit), []) },
      ]
    const written = assays
      .filter((assay) => assay.content === id)
      .map((assay) => ledger.get(assay.written)?.unit)
    const amount = inReadable(shown(ledger, result.figure), written)
    return [{ ...row, amount }]
  })
}

/** In the unit that a laboratory wrote, else in kilograms, where the unit is one of tonnes. */
function inReadable(amount: Shown, written: readonly (string | undefined)[]): Shown {
  for (const wanted of [...written, amount.unit.replace(/^t\//, 'kg/')]) {
    const [from, to] = [parseUnit(amount.unit), parseUnit(wanted ?? '')]
    const factor = 'unit' in from && 'unit' in to ? convert(1, from.unit, to.unit) : undefined
    if (factor === undefined || wanted === undefined) continue
    const times = (value: number | null): number | null => (value === null ? null : value * factor)
    return { value: times(amount.value), sd: times(amount.sd), unit: wanted }
  }
  return amount
}
