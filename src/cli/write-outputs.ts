import { diagnose } from '../diagnostics/catalogue.js'
import type { Audit } from '../model/audit.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Lang } from '../model/text.js'
import { renderJson } from '../report/json.js'
import type { Writing } from './book-choices.js'
import type { Call } from './call.js'
import type { Output } from './plan-outputs.js'
import { timed } from './timed.js'
import { sameFile } from './write-file.js'
import { writeTold } from './write-told.js'

async function rendered(
  call: Call,
  whole: Audit,
  output: Output,
  { book, edition }: Writing,
): Promise<Uint8Array> {
  if (output.format === 'xlsx') {
    if (book === undefined) throw new Error('a workbook without its design')
    return call.engine.workbook(whole, call.lang, book)
  }
  const audit =
    edition === undefined ? whole : (await import('../report/edition.js')).editionOf(whole, edition)
  return new TextEncoder().encode(await textOf(audit, output.format, call.lang))
}

/** Each writer is loaded when it is wanted. */
async function textOf(audit: Audit, format: Exclude<Output['format'], 'xlsx'>, lang: Lang): Promise<string> {
  if (format === 'json') return renderJson(audit)
  if (format === 'html') return (await import('../report/html.js')).renderHtml(audit, { lang })
  return (await import('../report/markdown.js')).renderMarkdown(audit, { lang })
}

/** Outputs that would replace something the audit reads. */
async function overInputs(
  outputs: readonly Output[],
  inputs: readonly string[],
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = []
  for (const output of outputs) {
    for (const input of inputs) {
      if (!(await sameFile(output.path, input))) continue
      problems.push(diagnose('L131', '', { file: output.shown }))
      break
    }
  }
  return problems
}

/** What was written, by name, and what could not be. */
export type Written = { readonly written: readonly string[]; readonly diagnostics: readonly Diagnostic[] }

/** Writes an audit, in the edition that is wanted, in every format asked for; see `writeRendered`. */
export function writeOutputs(
  call: Call,
  audit: Audit,
  outputs: readonly Output[],
  inputs: readonly string[],
  writing: Writing,
): Promise<Written> {
  return writeRendered(call, outputs, inputs, (output) => rendered(call, audit, output, writing))
}

/**
 * Renders every output, then writes them: where one cannot be rendered, none is written. What could not be written
 * comes back as diagnostics, the rest by name in `written`.
 */
export async function writeRendered(
  call: Call,
  outputs: readonly Output[],
  inputs: readonly string[],
  render: (output: Output) => Promise<Uint8Array>,
): Promise<Written> {
  const refused = await overInputs(outputs, inputs)
  if (refused.length > 0) return { written: [], diagnostics: refused }
  const ready: { readonly output: Output; readonly bytes: Uint8Array }[] = []
  for (const output of outputs)
    ready.push({
      output,
      bytes: await timed(call, `render ${output.format}`, () => render(output)),
    })
  const written: string[] = []
  const diagnostics: Diagnostic[] = []
  for (const { output, bytes } of ready) {
    const failed = await timed(call, `write ${output.shown}`, () =>
      writeTold(output.path, output.shown, bytes, inputs),
    )
    if (failed === null) written.push(output.shown)
    else diagnostics.push(failed)
  }
  return { written, diagnostics }
}
