import type { ClaimCheck, ContentResult, FlowResult } from '../../../model/balances.js'
import { layerName, layerUnit, type InventoryFlow } from '../../../model/inventory.js'
import type { Text } from '../../../model/text.js'
import type { Cell } from '../book.js'
import type { DraftRow, DraftSheet } from '../layout.js'
import { columnFormat, inColumn } from '../figure-format.js'
import { capital, CLAIM_CLASSES, FLOW_CLASSES, LEAVES, termOf } from '../term-texts.js'
import { HEADS, WORDS } from '../texts.js'
import { FRAME_ROWS, framed } from './frame.js'
import { laidList, type KnownColumns, sheetWidths } from './laid-list.js'
import { EMPTY, heading, type ListColumn, listRows, paragraph } from './list-rows.js'
import { labelOf, type Page, say } from './page.js'
import { figure, text, uncertainty, unit, unitWords } from './page-cells.js'

/** Every flow with its way and amount in each layer; below, how the reconciliation treated each number given. */
export function flowsSheet(page: Page): DraftSheet | undefined {
  const { inventory, reconciled } = page.audit
  if (inventory.flows.length === 0) return undefined
  const results = new Map(reconciled.flows.map((result) => [result.flow, result]))
  const layers = [...new Set(reconciled.flows.flatMap((result) => Object.keys(result.layers)))]
  const flows = laidList(page, 'flows', flowColumns(page, results, layers))
  const ofContents = laidList(page, 'flows.contents', contentColumns(page))
  const ofClaims = laidList(page, 'flows.claims', claimColumns(page))
  const widths = sheetWidths(flows.widths, ofContents.widths, ofClaims.widths)
  const rows: DraftRow[] = [...listRows(page, flows.columns, inventory.flows)]
  const contents = reconciled.contents ?? []
  if (contents.length > 0) {
    rows.push(EMPTY, heading(say(page, WORDS.contents), widths.length))
    rows.push(...listRows(page, ofContents.columns, contents))
  }
  if (reconciled.claims.length > 0) {
    rows.push(EMPTY, heading(say(page, WORDS.claims), widths.length))
    rows.push(...listRows(page, ofClaims.columns, reconciled.claims))
    rows.push(EMPTY, heading(say(page, WORDS.test), widths.length), ...testRows(page))
  }
  return framed(page, 'flows', { widths, rows, repeat: FRAME_ROWS })
}

type Results = ReadonlyMap<string, FlowResult>

function flowColumns(
  page: Page,
  results: Results,
  layers: readonly string[],
): KnownColumns<InventoryFlow, 'flows'> {
  const step = (id: string | null) => (id === null ? say(page, WORDS.outside) : (page.steps.get(id) ?? id))
  const amount = (flow: InventoryFlow) => results.get(flow.id)?.figure
  return {
    flow: { head: HEADS.flow, cell: (flow) => text(page.flows.get(flow.id) ?? flow.id) },
    from: {
      head: HEADS.from,
      cell: (flow) => text(step(flow.from), flow.from === null ? { style: 'muted' } : {}),
    },
    to: { head: HEADS.to, cell: (flow) => text(step(flow.to), flow.to === null ? { style: 'muted' } : {}) },
    amount: { head: HEADS.amount, right: true, cell: (flow) => figure(amount(flow)) },
    unit: { head: HEADS.unit, cell: (flow) => unit(page, amount(flow)) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: (flow) => uncertainty(page, amount(flow)) },
    way: {
      head: HEADS.way,
      cell: (flow) =>
        text(say(page, termOf(FLOW_CLASSES, results.get(flow.id)?.class ?? 'unknown')), { style: 'muted' }),
    },
    destination: {
      head: HEADS.destination,
      cell: (flow) =>
        text(flow.as === undefined ? '' : say(page, termOf(LEAVES, flow.as)), { style: 'muted' }),
    },
    layers: layers.map((layer) => layerColumn(page, results, layer)),
  }
}

function layerColumn(page: Page, results: Results, layer: string): ListColumn<InventoryFlow> {
  const ids = [...results.values()].flatMap((result) => result.layers[layer] ?? [])
  const format = columnFormat(ids.map((id) => page.ledger.get(id)))
  const head = (lang: 'en' | 'vi'): string =>
    `${capital(layerName(page.audit.inventory, layer)[lang])}, ${unitWords(layerUnit(layer), lang)}`
  const heads: Text = { en: head('en'), vi: head('vi') }
  return {
    head: heads,
    right: true,
    cell: (flow) => {
      const id = results.get(flow.id)?.layers[layer]
      return id === undefined ? null : figure(id, inColumn(format, page.ledger.get(id)))
    },
  }
}

function contentColumns(page: Page): KnownColumns<ContentResult, 'flows.contents'> {
  return {
    carried: { head: HEADS.carried, cell: ({ figure: id }) => text(labelOf(page, id)) },
    amount: { head: HEADS.amount, right: true, cell: ({ figure: id }) => figure(id) },
    unit: { head: HEADS.unit, cell: ({ figure: id }) => unit(page, id) },
    uncertainty: { head: HEADS.uncertainty, right: true, cell: ({ figure: id }) => uncertainty(page, id) },
    way: {
      head: HEADS.way,
      cell: (result) => text(say(page, termOf(FLOW_CLASSES, result.class)), { style: 'muted' }),
    },
  }
}

function claimColumns(page: Page): KnownColumns<ClaimCheck, 'flows.claims'> {
  return {
    datum: { head: HEADS.datum, cell: (claim) => text(labelOf(page, claim.measured)) },
    given: { head: HEADS.given, right: true, cell: (claim) => figure(claim.measured) },
    reconciled: { head: HEADS.reconciled, right: true, cell: (claim) => figure(claim.reconciled) },
    adjustment: { head: HEADS.adjustment, right: true, cell: (claim) => figure(claim.adjustment) },
    z: {
      head: HEADS.z,
      right: true,
      cell: ({ z }) =>
        z === null ? null : { number: z, format: 'number2', style: 'solved', align: 'right' },
    },
    unit: { head: HEADS.unit, cell: (claim) => unit(page, claim.measured) },
    suspect: {
      head: HEADS.suspect,
      cell: ({ suspect }) => (suspect ? text(say(page, WORDS.yes), { style: 'bad' }) : text('')),
    },
    way: {
      head: HEADS.way,
      cell: (claim) => text(say(page, termOf(CLAIM_CLASSES, claim.class)), { style: 'muted' }),
    },
  }
}

function testRows(page: Page): readonly DraftRow[] {
  const { test } = page.audit.reconciled
  if (test.chi2 === null || test.dof === 0) return [paragraph(say(page, WORDS.noTest), 4)]
  const value = (number: number | null, format: 'integer' | 'number2' | 'percent1'): Cell | null =>
    number === null ? null : { number, format, style: 'solved', align: 'right' }
  const verdict = test.passed === false ? WORDS.notPassed : WORDS.passed
  return [
    { cells: [text(say(page, WORDS.chi2)), value(test.chi2, 'number2')] },
    { cells: [text(say(page, WORDS.dof)), value(test.dof, 'integer')] },
    { cells: [text(say(page, WORDS.critical)), value(test.critical95, 'number2')] },
    { cells: [text(say(page, WORDS.p)), value(test.p, 'percent1')] },
    { cells: [text(say(page, verdict), { style: test.passed === false ? 'bad' : 'good' })] },
  ]
}
