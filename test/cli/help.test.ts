import { describe, expect, it } from 'vitest'
import { commandHelp, firstScreen, topicHelp } from '../../src/cli/help.js'
import { commandDocs } from './command-docs.js'
import { commandTable, optionsOf, TOPICS } from '../../src/cli/options.js'
import { parseArguments } from '../../src/cli/parse.js'
import { textWidth } from '../../src/cli/text-width.js'
import { runRecp } from './run-recp.js'

const langs = ['en', 'vi'] as const

describe('help', () => {
  for (const lang of langs) {
    it(`first screen (${lang})`, async () => {
      await expect(firstScreen(lang)).toMatchFileSnapshot(`help/recp.${lang}.txt`)
    })
    for (const command of commandTable)
      it(`${command.name} (${lang})`, async () => {
        await expect(commandHelp(command, lang)).toMatchFileSnapshot(`help/${command.name}.${lang}.txt`)
      })
    for (const topic of TOPICS)
      it(`topic ${topic} (${lang})`, async () => {
        await expect(topicHelp(topic, lang)).toMatchFileSnapshot(`help/topic-${topic}.${lang}.txt`)
      })
  }

  it('is at most 80 wide and ends with a line end', () => {
    for (const lang of langs) {
      const pages = [
        firstScreen(lang),
        ...commandTable.map((row) => commandHelp(row, lang)),
        ...TOPICS.map((topic) => topicHelp(topic, lang)),
      ]
      for (const page of pages) {
        expect(page.endsWith('\n')).toBe(true)
        for (const line of page.split('\n')) {
          expect({ line, fits: textWidth(line) <= 80 }).toEqual({ line: line.trimEnd(), fits: true })
        }
      }
    }
  })

  it('is the same text from -h, --help and help', async () => {
    for (const { name } of commandTable) {
      const short = await runRecp([name, '-h'])
      const long = await runRecp([name, '--help'])
      const word = await runRecp(['help', name])
      expect(short).toEqual(long)
      expect(long).toEqual(word)
      expect(long).toMatchObject({ exit: 0, stderr: '' })
    }
    const bare = await runRecp([])
    expect(bare).toMatchObject({ exit: 0, stderr: '' })
    for (const argv of [['--help'], ['-h'], ['help']]) expect(await runRecp(argv)).toEqual(bare)
  })

  it('shows only runnable examples', () => {
    for (const row of commandTable)
      for (const example of row.examples) {
        const words = example.replace(/ >.*$/, '').split(' ').slice(1)
        expect({ example, ...parseArguments(words, 'en') }).toMatchObject({ example, usage: null })
      }
  })

  it('points only at commands and topics that exist', () => {
    const known = new Set<string>([...commandTable.map((row) => row.name), ...TOPICS])
    const hints = commandTable.flatMap((row) => row.seeAlso).map((hint) => hint.split(' ').slice(1))
    const targets = hints.map(([first, second]) => (first === 'help' ? second : first))
    expect(targets.filter((target) => !known.has(target ?? ''))).toEqual([])
  })

  it('has each option once a command, with a text in both languages', () => {
    for (const row of commandTable) {
      const rows = optionsOf(row)
      expect(new Set(rows.map((option) => option.long)).size).toBe(rows.length)
      const shorts = rows.flatMap((option) => option.short ?? [])
      expect(new Set(shorts).size).toBe(shorts.length)
      for (const option of rows) for (const lang of langs) expect(option.text[lang]).not.toBe('')
    }
  })

  it('is what docs/command-line.md says', async () => {
    await expect(commandDocs()).toMatchFileSnapshot('../../docs/command-line.md')
  })
})
