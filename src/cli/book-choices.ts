import type { Edition, WorkbookDesign } from '../model/workbook-design.js'
import { nearest } from '../model/near-names.js'
import { NO_PLACES } from '../model/place.js'
import { contentFolders, given, misuse, type Call, type Outcome } from './call.js'
import type { BookChoices } from './engine.js'
import type { OutputSpec } from './plan-outputs.js'
import { printProblem } from './read-sites.js'
import { usageTexts } from './texts.js'

/** What is written and for whom; the edition concerns every format, preset and design the workbook alone. */
export type Writing = { readonly book?: BookChoices; readonly edition?: Edition }

/** What `--preset` and `--edition` ask for, checked against the design. The design is read where it is needed. */
export async function writingOf(call: Call, specs: readonly OutputSpec[]): Promise<Writing | Outcome> {
  const [preset, edition] = [given(call, 'preset'), given(call, 'edition')]
  const books = specs.some((spec) => spec.kind === 'folder' || spec.format === 'xlsx')
  if (!books && preset === undefined && edition === undefined) return {}
  const { value: design, diagnostics } = await call.engine.workbookDesign(contentFolders(call))
  if (!call.json) for (const diagnostic of diagnostics) printProblem(call, call.err, diagnostic, NO_PLACES)
  const wrong =
    stranger(call, 'preset', preset, design.layouts) ?? stranger(call, 'edition', edition, design.editions)
  if (wrong !== null) return wrong
  const found = edition === undefined ? undefined : design.editions.get(edition)
  return {
    book: {
      design,
      ...(preset !== undefined && { preset }),
      ...(edition !== undefined && { edition }),
    },
    ...(found !== undefined && { edition: found }),
  }
}

function stranger(
  call: Call,
  option: 'preset' | 'edition',
  name: string | undefined,
  known: WorkbookDesign['layouts'] | WorkbookDesign['editions'],
): Outcome | null {
  if (name === undefined || known.has(name)) return null
  const legal = [...known.keys()]
  const what = usageTexts.option[call.lang](`--${option}`, `recp ${call.row.name}`)
  return misuse(call, usageTexts.badChoice[call.lang](what, name, legal.join(', '), nearest(name, legal)))
}
