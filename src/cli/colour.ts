import type { Paint } from '../report/paint.js'
import type { OutStream } from './io.js'

export const plain: Paint = (_style, text) => text

/** `--color` before `NO_COLOR` before `FORCE_COLOR` before what the stream is; decided for each stream. */
export function wantsColour(
  choice: string,
  stream: OutStream,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (choice === 'always') return true
  if (choice === 'never') return false
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return stream.isTTY && env['TERM'] !== 'dumb'
}

/** Chalk is loaded only where there is colour, and with a level of its own for each stream. */
export async function paintFor(colour: boolean): Promise<Paint> {
  if (!colour) return plain
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  return (style, text) => {
    if (style === 'error') return chalk.bold.red(text)
    if (style === 'warning') return chalk.bold.yellow(text)
    if (style === 'note' || style === 'label') return chalk.cyan(text)
    if (style === 'good') return chalk.green(text)
    return style === 'strong' || style === 'title' ? chalk.bold(text) : chalk.dim(text)
  }
}
