import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { misuse, type Call, type Outcome } from '../call.js'
import { EXIT } from '../io.js'
import { packageRoot } from '../package-files.js'
import { usageTexts } from '../texts.js'

/** `recp schema`: the schema as it lies in the package, so that it can be saved beside a site file. */
export async function schema(call: Call): Promise<Outcome> {
  const name = call.args[0] ?? ''
  const file = name === 'entry' ? 'checklist-entry' : name
  const path = join(packageRoot(), 'schemas', `${file}.schema.json`)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { ...misuse(call, usageTexts.noSchema[call.lang](name)), exit: EXIT.input }
  call.out.print(text)
  return { exit: EXIT.done, result: { schema: JSON.parse(text) as unknown } }
}
