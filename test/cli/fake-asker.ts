import type { Asker } from '../../src/cli/asker.js'

/** One answer: a text, the value of a choice, or the values of several. */
export type Reply = string | readonly string[]

/** A person who answers from a list, and a record of what was asked. Ends like Ctrl-C when the list does. */
export function fakeAsker(replies: readonly Reply[]): { readonly asker: Asker; readonly asked: string[] } {
  const rest = [...replies]
  const asked: string[] = []
  const next = (message: string): Reply => {
    asked.push(message)
    const reply = rest.shift()
    if (reply !== undefined) return reply
    const left = new Error('left')
    left.name = 'ExitPromptError'
    throw left
  }
  const asker: Asker = {
    input: async ({ message, default: usual = '', wrong }) => {
      const reply = String(next(message)) || usual
      const problem = wrong?.(reply)
      if (problem !== undefined) throw new Error(`refused: ${problem}`)
      return reply
    },
    select: async ({ message, choices }) => {
      const reply = String(next(message))
      if (!choices.some(({ value }) => value === reply))
        throw new Error(`no choice '${reply}' in ${choices.map(({ value }) => value).join(', ')}`)
      return reply
    },
    checkbox: async ({ message, choices }) => {
      const reply = next(message)
      return Array.isArray(reply)
        ? reply.map(String)
        : choices.filter((one) => one.checked).map(({ value }) => value)
    },
  }
  return { asker, asked }
}
