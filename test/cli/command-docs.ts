import { commandHelp, firstScreen, topicHelp } from '../../src/cli/help.js'
import { commandTable, TOPICS } from '../../src/cli/options.js'

const block = (text: string): string => `\`\`\`text\n${text}\`\`\`\n`

/** docs/command-line.md: the help of the program itself, so that the page cannot say anything else. */
export function commandDocs(): string {
  const commands = commandTable.map((row) => `## recp ${row.name}\n\n${block(commandHelp(row, 'en'))}`)
  const topics = TOPICS.map((topic) => `## ${topic}\n\n${block(topicHelp(topic, 'en'))}`)
  const parts = [
    '# The command line\n',
    'Every text on this page is printed by the program: `recp help`, `recp help <command>` and `recp help <topic>`; with `--lang vi` in Vietnamese.\n',
    block(firstScreen('en')),
    ...commands,
    '# Topics\n',
    ...topics,
  ]
  return parts.join('\n')
}
