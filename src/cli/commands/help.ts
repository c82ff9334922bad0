import { misuse, type Call, type Outcome } from '../call.js'
import { helpOn } from '../help.js'
import { EXIT } from '../io.js'
import { commandTable, TOPICS } from '../options.js'
import { nearest } from '../../model/near-names.js'
import { usageTexts } from '../texts.js'

/** `recp help [command or topic]`: the same text as `recp <command> --help`. */
export async function help(call: Call): Promise<Outcome> {
  const name = call.args[0]
  const text = helpOn(name, call.lang)
  if (text === null) {
    const legal = [...commandTable.map((row) => row.name), ...TOPICS]
    const written = name ?? ''
    return misuse(call, usageTexts.unknownTopic[call.lang](written, nearest(written, legal)), 'recp --help')
  }
  call.out.print(text)
  return { exit: EXIT.done, result: { text } }
}
