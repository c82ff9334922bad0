import { choiceWord } from '../../finding-words.js'
import type { Machine, MachineFact } from '../../../model/machines.js'
import { wording } from '../../../model/text.js'
import { basisWord, formatNumber } from '../../../units/index.js'
import { formatBySize } from '../styles.js'
import type { DraftCell, DraftRow, DraftSheet } from '../layout.js'
import { SYSTEMS, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { framed } from './frame.js'
import { laidList, type KnownColumns } from './laid-list.js'
import { heading, headRow, itemRows } from './list-rows.js'
import { type Page, say } from './page.js'
import { linked, text, unitWords } from './page-cells.js'

/** One thing that is known of a machine; of the site as a whole where there is none. */
type Known = { readonly machine?: Machine; readonly fact?: MachineFact }

/** Machines with what is known of each, then what is known of the site as a whole: a line for each fact. */
export function equipmentSheet(page: Page): DraftSheet | undefined {
  const { machines = [], facts = [] } = page.audit
  if (machines.length + facts.length === 0) return undefined
  const { columns, widths } = laidList(page, 'equipment', knownColumns(page))
  const rows: DraftRow[] = [headRow(page, columns)]
  // A machine of which nothing else is known still is there.
  rows.push(...itemRows(columns, machines.flatMap(factsOf)))
  if (facts.length > 0) {
    rows.push(heading(say(page, WORDS.wholeSite), widths.length))
    rows.push(
      ...itemRows(
        columns,
        facts.map((fact): Known => ({ fact })),
      ),
    )
  }
  return framed(page, 'equipment', { widths, rows, freezeColumns: 1 })
}

function factsOf(machine: Machine): readonly Known[] {
  return machine.facts.length === 0 ? [{ machine }] : machine.facts.map((fact) => ({ machine, fact }))
}

/** Without columns for what nobody wrote: what is narrow can be read on paper. */
function knownColumns(page: Page): KnownColumns<Known, 'equipment'> {
  const { machines = [] } = page.audit
  return {
    machine: { head: HEADS.machine, cell: ({ machine }) => text(nameOf(page, machine)) },
    system: {
      head: HEADS.system,
      cell: ({ machine }) => text(machine === undefined ? '' : say(page, termOf(SYSTEMS, machine.system))),
    },
    step: {
      head: HEADS.step,
      cell: ({ machine }) => text(page.steps.get(machine?.step ?? '') ?? machine?.step ?? ''),
    },
    count: {
      head: HEADS.machineCount,
      right: true,
      cell: ({ machine }) =>
        machine?.count === undefined
          ? null
          : { number: machine.count, style: 'text', align: 'right', format: 'integer' },
    },
    fact: { head: HEADS.quantity, cell: ({ fact }) => text(fact === undefined ? '' : say(page, fact.label)) },
    value: { head: HEADS.value, right: true, cell: ({ fact }) => valueCell(page, fact) },
    unit: { head: HEADS.unit, cell: ({ fact }) => text(unitOf(page, fact), { style: 'muted', wrap: false }) },
    basis: {
      head: HEADS.basis,
      cell: ({ fact }) => text(fact?.basis === undefined ? '' : basisWord(fact.basis, page.lang)),
    },
    source: { head: HEADS.source, cell: ({ fact }) => text(fact?.source ?? '') },
    maker: machines.some(({ maker, year }) => maker !== undefined || year !== undefined)
      ? {
          head: HEADS.maker,
          cell: ({ machine }) => text([machine?.maker, machine?.year].filter(Boolean).join(', ')),
        }
      : undefined,
    note: machines.some(({ note }) => note !== undefined)
      ? { head: HEADS.note, cell: ({ machine }) => text(machine?.note ?? '') }
      : undefined,
  }
}

function nameOf(page: Page, machine: Machine | undefined): string {
  return machine === undefined ? '' : wording(machine.name, page.lang) || machine.id
}

/** The figure where an estimate made one of it, so that an edit of the input is seen here too; else as it was given. */
function valueCell(page: Page, fact: MachineFact | undefined): DraftCell | null {
  if (fact === undefined) return null
  const { figure, value, below } = fact
  if (figure !== undefined && page.ledger.has(figure)) return linked(figure)
  if (typeof value === 'number' && below === true)
    return text(`< ${formatNumber(value, { lang: page.lang })}`, { align: 'right' })
  if (typeof value === 'number')
    return {
      number: value,
      style: 'factor',
      align: 'right',
      format: Number.isInteger(value) ? 'integer' : formatBySize(value),
    }
  if (typeof value === 'boolean') return text(say(page, value ? WORDS.yes : WORDS.no), { align: 'right' })
  return text(choiceWord(value, page.lang), { align: 'right' })
}

/** That of the figure, which is shown in its own unit, or that of the number. */
function unitOf(page: Page, fact: MachineFact | undefined): string {
  const shown = fact?.figure === undefined ? undefined : page.ledger.get(fact.figure)
  const written = shown?.unit ?? fact?.unit
  return written === undefined || written === '1' ? '' : unitWords(written, page.lang)
}
