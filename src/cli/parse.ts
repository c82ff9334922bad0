import { Command, CommanderError, Option } from 'commander'
import type { Lang } from '../model/text.js'
import { optionShown, type CommandRow, type OptionRow } from './option-table.js'
import { commandRow, commandTable, globalOptions, optionsOf } from './options.js'
import { nearest } from '../model/near-names.js'
import { usageTexts } from './texts.js'

/** Wrong usage: one line of fact, one line with the way out. */
export type Usage = { readonly message: string; readonly wayOut: string }

export type OptionValues = ReadonlyMap<string, true | string | readonly string[]>

export type Parsed =
  | { readonly usage: Usage; readonly command: string | null }
  | {
      readonly usage: null
      /** `null` is `recp` alone. */
      readonly command: CommandRow | null
      readonly args: readonly string[]
      readonly values: OptionValues
    }

type Captured = { row: CommandRow | null; args: readonly string[]; command: Command }

function commanderOption(row: OptionRow): Option {
  const option = new Option(optionShown(row).trim())
  if (row.repeat === true)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
  return option
}

function silent(command: Command, onError: (error: CommanderError) => never): Command {
  return command
    .helpOption(false)
    .helpCommand(false)
    .allowExcessArguments()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .exitOverride(onError)
}

type Failure = { readonly row: CommandRow | null; readonly error: CommanderError }

/** Commander built from the table; it splits the words and nothing else, all wording is ours. */
function parseWithCommander(argv: readonly string[]): Captured | Failure {
  let captured: Captured | null = null
  let failure: Failure | null = null
  const build = (command: Command, row: CommandRow | null): Command => {
    silent(command, (error) => {
      failure ??= { row, error }
      throw error
    })
    for (const option of row === null ? globalOptions : optionsOf(row))
      command.addOption(commanderOption(option))
    return command.argument('[words...]').action(() => {
      captured = { row, args: command.args, command }
    })
  }
  const program = build(new Command('recp'), null)
  for (const row of commandTable) program.addCommand(build(new Command(row.name), row))
  try {
    program.parse([...argv], { from: 'user' })
  } catch (thrown) {
    if (failure === null || !(thrown instanceof CommanderError)) throw thrown
    return failure
  }
  return captured ?? { row: null, args: [], command: program }
}

const quoted = (message: string): string => /'([^\n]*)'/.exec(message)?.[1] ?? ''

const who = (row: CommandRow | null): string => (row === null ? 'recp' : `recp ${row.name}`)

function fromFailure({ row, error }: Failure, argv: readonly string[], lang: Lang): Usage {
  const wayOut = `${who(row)} --help`
  const options = row === null ? globalOptions : optionsOf(row)
  const name = quoted(error.message)
  if (error.code === 'commander.unknownOption') {
    const stranger = row === null ? argv.find((word) => !word.startsWith('-')) : undefined
    if (stranger !== undefined) return unknownCommand(stranger, lang)
    const written = name.split('=')[0] ?? name
    const near = nearest(
      written,
      options.map((option) => `--${option.long}`),
    )
    return { message: usageTexts.unknownOption[lang](who(row), written, near), wayOut }
  }
  const option = options.find((candidate) => optionShown(candidate).trim() === name)
  const shown = option === undefined ? name : `--${option.long}`
  return { message: usageTexts.missingValue[lang](who(row), shown), wayOut }
}

function unknownCommand(name: string, lang: Lang): Usage {
  const near = nearest(
    name,
    commandTable.map((row) => row.name),
  )
  return { message: usageTexts.unknownCommand[lang](name, near), wayOut: 'recp --help' }
}

function valuesOf(command: Command, options: readonly OptionRow[]): OptionValues {
  const given: Readonly<Record<string, unknown>> = command.optsWithGlobals()
  const values = new Map<string, true | string | readonly string[]>()
  for (const row of options) {
    const found = given[commanderOption(row).attributeName()]
    // `--no-bounds` sets `bounds` to false.
    const value = row.long.startsWith('no-') ? found === false : found
    if (value === true || typeof value === 'string') values.set(row.long, value)
    else if (Array.isArray(value)) {
      const words = value.map(String)
      const list = row.kind === 'list' ? words.flatMap((word) => word.split(',')) : words
      values.set(
        row.long,
        list.map((word) => word.trim()).filter((word) => word !== ''),
      )
    }
  }
  return values
}

/** A date that exists: 2025-02-30 does not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** `1 %`, `1%` or `0.01` as 0.01. */
export function shareOf(text: string): number | null {
  const parts = /^(\d{1,4}(?:\.\d{1,9})?)\s*(%?)$/.exec(text.trim())
  return parts === null ? null : Number(parts[1]) / (parts[2] === '%' ? 100 : 1)
}

function wrongValue(row: OptionRow, value: string, owner: string, lang: Lang): string | null {
  const what = usageTexts.option[lang](`--${row.long}`, owner)
  if (value.length > 1 && value.startsWith('-')) return usageTexts.missingValue[lang](owner, `--${row.long}`)
  if (row.choices !== undefined && !row.choices.includes(value))
    return usageTexts.badChoice[lang](what, value, row.choices.join(', '), nearest(value, row.choices))
  if (row.kind === 'count' && !/^\d{1,9}$/.test(value)) return usageTexts.badCount[lang](what, value)
  if (row.kind === 'date' && !isDate(value)) return usageTexts.badDate[lang](what, value)
  if (row.kind === 'share' && shareOf(value) === null) return usageTexts.badShare[lang](what, value)
  return null
}

function wrongOption(row: CommandRow | null, values: OptionValues, lang: Lang): string | null {
  for (const option of row === null ? globalOptions : optionsOf(row)) {
    const value = values.get(option.long)
    if (value === undefined || value === true) continue
    for (const one of typeof value === 'string' ? [value] : value) {
      const wrong = wrongValue(option, one, who(row), lang)
      if (wrong !== null) return wrong
    }
  }
  return null
}

function wrongArguments(row: CommandRow, args: readonly string[], lang: Lang): string | null {
  const owner = who(row)
  const many = row.arguments.some((argument) => argument.many)
  const extra = args[row.arguments.length]
  if (extra !== undefined && !many) return usageTexts.tooMany[lang](owner, extra)
  for (const [i, argument] of row.arguments.entries()) {
    const value = args[i]
    if (value === undefined || value === '') {
      if (argument.required || value === '') return usageTexts.missingArgument[lang](owner, argument.shown)
    } else if (argument.choices !== undefined && !argument.choices.includes(value)) {
      const what = usageTexts.argument[lang](argument.shown, owner)
      const near = nearest(value, argument.choices)
      return usageTexts.badChoice[lang](what, value, argument.choices.join(', '), near)
    }
  }
  return null
}

/** Splits the words of the command line by the option table and checks them; never prints, never throws. */
export function parseArguments(argv: readonly string[], lang: Lang): Parsed {
  const words = argv[0] === '--explain' ? ['explain', ...argv.slice(1)] : argv
  const result = parseWithCommander(words)
  if ('error' in result) return { usage: fromFailure(result, words, lang), command: result.row?.name ?? null }
  const { row, args, command } = result
  if (row === null && args.length > 0) return { usage: unknownCommand(args[0] ?? '', lang), command: null }
  const values = valuesOf(command, row === null ? globalOptions : optionsOf(row))
  const asks = values.has('help') || values.has('version')
  const wrong =
    wrongOption(row, values, lang) ?? (row === null || asks ? null : wrongArguments(row, args, lang))
  if (wrong !== null)
    return { usage: { message: wrong, wayOut: `${who(row)} --help` }, command: row?.name ?? null }
  return { usage: null, command: row === null ? null : (commandRow(row.name) ?? null), args, values }
}
