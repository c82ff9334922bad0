import { NO_PLACES } from '../../model/place.js'
import { renderSummary } from '../../report/summary.js'
import { writingOf } from '../book-choices.js'
import type { Call, Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { clash, outputSpecs, outputsFor } from '../plan-outputs.js'
import { problemOf } from '../problem.js'
import { printProblem } from '../read-sites.js'
import { readAudit } from '../saved-audit.js'
import { screenTexts } from '../texts.js'
import { writeOutputs } from '../write-outputs.js'

/** `recp report`: writes a saved audit again; nothing is computed, the saved numbers are what is written. */
export async function report(call: Call): Promise<Outcome> {
  const shown = call.args[0] ?? ''
  const specs = await outputSpecs(call)
  if ('exit' in specs) return specs
  const writing = await writingOf(call, specs)
  if ('exit' in writing) return writing
  const saved = await readAudit(call, shown)
  if ('exit' in saved) return saved
  const { audit, file, path } = saved
  const outputs = outputsFor(specs, { id: audit.head.id, shown }, call.io.cwd)
  const wrong = clash(call, [{ shown, outputs }])
  if (wrong !== null) return wrong
  const { written, diagnostics } = await writeOutputs(call, audit, outputs, [path], writing)
  if (!call.json) for (const diagnostic of diagnostics) printProblem(call, call.err, diagnostic, NO_PLACES)
  call.out.print(renderSummary(audit, { lang: call.lang, paint: call.out.paint, width: call.out.width }))
  if (written.length > 0) call.out.print('\n')
  for (const name of written)
    call.out.print(`${screenTexts.wrote[call.lang](name, file.sha256.slice(0, 8))}\n`)
  return {
    exit: diagnostics.length > 0 ? EXIT.input : EXIT.done,
    content: audit.content,
    input: [file],
    problems: diagnostics.map((diagnostic) =>
      problemOf(diagnostic, { places: NO_PLACES, lang: call.lang, file: shown }),
    ),
    result: { id: audit.head.id, written },
  }
}
