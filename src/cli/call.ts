import { delimiter, resolve } from 'node:path'
import type { Lang } from '../model/text.js'
import type { Paint } from '../report/paint.js'
import type { InputFile } from '../model/place.js'
import type { Engine } from './engine.js'
import type { Io } from './io.js'
import type { CommandRow } from './option-table.js'
import { optionsOf } from './options.js'
import type { OptionValues, Usage } from './parse.js'
import type { Problem } from './problem.js'

/** One of the two streams as a command sees it: silent where a JSON document is asked for. */
export type Screen = { readonly print: (text: string) => void; readonly paint: Paint; readonly width: number }

/** What a command is given. */
export type Call = {
  readonly row: CommandRow
  readonly args: readonly string[]
  readonly values: OptionValues
  readonly io: Io
  readonly lang: Lang
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly out: Screen
  readonly err: Screen
  readonly engine: Engine
}

/** What a command hands back; the JSON document is made of it, the screen has had its text already. */
export type Outcome = {
  readonly exit: number
  readonly usage?: Usage
  readonly content?: string
  readonly input?: readonly InputFile[]
  readonly problems?: readonly Problem[]
  readonly result?: unknown
}

export type CommandFunction = (call: Call) => Promise<Outcome>

/** The value of an option, or its default in the table. */
export function chosen(call: Call, option: string): string {
  const value = call.values.get(option)
  if (typeof value === 'string') return value
  const fallback = optionsOf(call.row).find((row) => row.long === option)?.default
  return typeof fallback === 'string' ? fallback : ''
}

export function given(call: Call, option: string): string | undefined {
  const value = call.values.get(option)
  return typeof value === 'string' ? value : undefined
}

export function all(call: Call, option: string): readonly string[] {
  const value = call.values.get(option)
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** A usage error found by a command before anything ran. */
export function misuse(call: Call, message: string, wayOut?: string): Outcome {
  return { exit: 2, usage: { message, wayOut: wayOut ?? `recp ${call.row.name} --help` } }
}

/** Folders of the user's own content: of the environment first, so that the command line has the last word. */
export function contentFolders(call: Call): readonly string[] {
  const fromEnv = (call.io.env['RECP_TEMPLATES'] ?? '').split(delimiter).filter((dir) => dir !== '')
  return [...fromEnv, ...all(call, 'templates')].map((dir) => resolve(call.io.cwd, dir))
}
