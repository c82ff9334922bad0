import type { Lang } from '../model/text.js'
import { optionShown, type ArgumentRow, type CommandRow, type OptionRow } from './option-table.js'
import { commandTable, globalOptions, GROUPS, TOPICS } from './options.js'
import { words } from './texts.js'
import { padTo, textWidth, wrapText } from './text-width.js'
import { topicTexts } from './topics.js'

/** Help is 80 wide on every screen; the last column stays free. */
const WIDTH = 79

function row(left: string, text: string, column: number, tail = ''): readonly string[] {
  const lines = [...wrapText(text, WIDTH - column)]
  const last = lines[lines.length - 1] ?? ''
  const room = WIDTH - column - textWidth(last) - textWidth(tail)
  if (tail !== '' && room >= 1) lines[lines.length - 1] = last + ' '.repeat(room) + tail
  else if (tail !== '') lines.push(tail)
  return lines.map((line, i) => padTo(i === 0 ? left : '', column) + line)
}

function optionLines(options: readonly OptionRow[], lang: Lang): readonly string[] {
  const lefts = options.map((option) => `  ${optionShown(option)}`)
  const column = Math.max(25, ...lefts.map((left) => textWidth(left) + 2))
  return options.flatMap((option, i) => {
    const fallback = typeof option.default === 'object' ? option.default[lang] : option.default
    const tail = fallback === undefined ? '' : `[${words.default[lang]}: ${fallback}]`
    return row(lefts[i] ?? '', option.text[lang], column, tail)
  })
}

function argumentLines(rows: readonly ArgumentRow[], lang: Lang): readonly string[] {
  const column = Math.max(14, ...rows.map((argument) => textWidth(argument.shown) + 5))
  return rows.flatMap((argument) => row(`  ${argument.shown}`, argument.text[lang], column))
}

const section = (title: string, body: readonly string[]): readonly string[] =>
  body.length === 0 ? [] : ['', `${title}:`, ...body]

/** Help of one command: sentence, usage, arguments, options, examples, see also; always in this order. */
export function commandHelp(command: CommandRow, lang: Lang): string {
  const usage = ['recp', command.name, ...command.arguments.map((argument) => argument.shown)]
  if (command.options.length > 0) usage.push(words.optionsMark[lang])
  const lines = [
    `${command.summary[lang]}.`,
    '',
    `${words.usage[lang]}: ${usage.join(' ')}`,
    ...section(words.arguments[lang], argumentLines(command.arguments, lang)),
    ...section(words.options[lang], optionLines(command.options, lang)),
    ...section(
      words.examples[lang],
      command.examples.map((example) => `  ${example}`),
    ),
  ]
  if (command.seeAlso.length > 0) lines.push('', `${words.seeAlso[lang]}: ${command.seeAlso.join(', ')}`)
  return `${lines.join('\n')}\n`
}

/** What `recp` alone shows. */
export function firstScreen(lang: Lang): string {
  const groups = (['main', 'compare', 'lookup'] as const).flatMap((group) => [
    ...section(
      GROUPS[group][lang],
      commandTable
        .filter((command) => command.group === group)
        .flatMap((command) => row(`  ${command.name}`, command.summary[lang], 14)),
    ),
  ])
  const lines = [
    words.intro[lang],
    '',
    `${words.usage[lang]}: ${words.usageLine[lang]}`,
    ...groups,
    ...section(words.everyCommand[lang], optionLines(globalOptions, lang)),
    ...section(words.startHere[lang], ['  recp init brewery', '  recp audit brewery/site.yaml']),
    '',
    `${words.topics[lang]}:  recp help ${TOPICS.join(' | ')}`,
  ]
  return `${lines.join('\n')}\n`
}

export function topicHelp(topic: (typeof TOPICS)[number], lang: Lang): string {
  return `recp help ${topic}\n\n${topicTexts[topic][lang]}\n`
}

/** Text for `recp help <name>`; `null` when there is neither such a command nor such a topic. */
export function helpOn(name: string | undefined, lang: Lang): string | null {
  if (name === undefined) return firstScreen(lang)
  const command = commandTable.find((candidate) => candidate.name === name)
  if (command !== undefined) return commandHelp(command, lang)
  const topic = TOPICS.find((candidate) => candidate === name)
  return topic === undefined ? null : topicHelp(topic, lang)
}
