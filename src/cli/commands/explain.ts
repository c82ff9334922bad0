import { catalogue, entryOf } from '../../diagnostics/catalogue.js'
import { ledgerOf } from '../../report/summary.js'
import { contentFolders, given, misuse, type Call, type Outcome } from '../call.js'
import { explainCode, explainName, knownNames } from '../explain-content.js'
import { explainFinding } from '../explain-finding.js'
import { explainResult, resultTree } from '../explain-result.js'
import { EXIT } from '../io.js'
import { readAudit } from '../saved-audit.js'
import type { Figure } from '../../model/figure.js'
import { nearest } from '../../model/near-names.js'
import { usageTexts } from '../texts.js'
import { timed } from '../timed.js'

/** A code is written in any case: `b402` is `B402`. */
function explainedCode(call: Call, name: string): Outcome | null {
  const code = name.toUpperCase()
  if (!/^[A-Z]\d{3}$/.test(code)) return null
  const entry = entryOf(code)
  if (entry === undefined) {
    const near = nearest(code, Object.keys(catalogue))
    return misuse(call, usageTexts.unknownName[call.lang](name, near), 'recp list codes')
  }
  call.out.print(explainCode(code, entry, { ...call.out, lang: call.lang }))
  const { severity, title, explanation } = entry
  return {
    exit: EXIT.done,
    result: { kind: 'code', thing: { code, name: entry.name, severity, title, explanation } },
  }
}

/** The figure that a name means: its id, or what an indicator or a factor is called elsewhere. */
function figureNamed(ledger: ReadonlyMap<string, Figure>, name: string): Figure | undefined {
  const plain = name.replace(/^(\w+)s\./, '$1.')
  const named = [
    name,
    plain,
    `indicator.${plain}`,
    `total.${plain}`,
    `factor.${plain}`,
    `benchmark.${plain}.gap`,
  ]
  const found = named.map((id) => ledger.get(id)).find((figure) => figure !== undefined)
  return found ?? [...ledger.values()].find(({ key }) => key?.id === plain.replace(/^factor\./, ''))
}

/** A result of a saved audit, or what became of an entry, else a code; `indicators.x` is taken for `indicator.x`. */
async function explainedResult(call: Call, name: string, file: string): Promise<Outcome> {
  const saved = await readAudit(call, file)
  if ('exit' in saved) return saved
  const ledger = ledgerOf(saved.audit)
  const figure = figureNamed(ledger, name)
  if (figure === undefined) {
    const found = explainFinding(saved.audit, name, call.lang, call.out.paint)
    if (found !== null) {
      call.out.print(found.text)
      const { kind, thing } = found
      return { exit: EXIT.done, content: saved.audit.content, input: [saved.file], result: { kind, thing } }
    }
    const code = explainedCode(call, name)
    if (code !== null) return code
    const near = nearest(name, [...ledger.keys(), ...saved.audit.findings.map(({ entry }) => entry)])
    const message = usageTexts.unknownResult[call.lang](name, file, near)
    return misuse(call, message)
  }
  call.out.print(explainResult(figure, ledger, call.lang, call.out.paint))
  return {
    exit: EXIT.done,
    content: saved.audit.content,
    input: [saved.file],
    result: { kind: 'result', thing: resultTree(figure, ledger) },
  }
}

/** `recp explain`: a code, a thing of the content, or with `--in` a result of a saved audit or an entry there. */
export async function explain(call: Call): Promise<Outcome> {
  const name = call.args[0] ?? ''
  const file = given(call, 'in')
  if (file !== undefined) return explainedResult(call, name, file)
  const code = explainedCode(call, name)
  if (code !== null) return code
  const { content } = await timed(call, 'content', () => call.engine.loadContent(contentFolders(call)))
  const found = explainName(name, content, { ...call.out, lang: call.lang })
  if (found === null) {
    const near = nearest(name, [...knownNames(content), ...Object.keys(catalogue)])
    return misuse(call, usageTexts.unknownName[call.lang](name, near), 'recp list checklists')
  }
  call.out.print(found.text)
  return {
    exit: EXIT.done,
    content: content.version,
    result: { kind: found.kind, thing: found.thing },
  }
}
