import type { Text } from '../model/text.js'

/** One option, once: the parser, the help, the docs and the checks of its value all read this row. */
export type OptionRow = {
  readonly long: string
  readonly short?: string
  /** Name of its value in the help; absent for a switch. */
  readonly value?: string
  readonly repeat?: true
  /** `list` is split at commas; `count` is a whole number from 0; `date` is yyyy-mm-dd; `share` is `1 %` or 0.01. */
  readonly kind?: 'list' | 'count' | 'date' | 'share'
  readonly choices?: readonly string[]
  readonly text: Text
  readonly default?: string | Text
}

export type ArgumentRow = {
  readonly name: string
  /** How it stands in the usage line: `<site>...`, `[dir]`. */
  readonly shown: string
  readonly required: boolean
  readonly many: boolean
  readonly choices?: readonly string[]
  readonly text: Text
}

export type Group = 'main' | 'compare' | 'lookup'

export type CommandRow = {
  readonly name: string
  /** `null` keeps a command out of the first screen. */
  readonly group: Group | null
  readonly summary: Text
  readonly arguments: readonly ArgumentRow[]
  readonly options: readonly OptionRow[]
  readonly examples: readonly string[]
  readonly seeAlso: readonly string[]
}

/** Shape of a value in the help: `-o, --output <path>`. */
export function optionShown(row: OptionRow): string {
  const short = row.short === undefined ? '    ' : `-${row.short}, `
  return `${short}--${row.long}${row.value === undefined ? '' : ` <${row.value}>`}`
}
