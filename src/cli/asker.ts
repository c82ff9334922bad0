import type { Lang, Text } from '../model/text.js'

export type Choice = { readonly value: string; readonly name: string; readonly checked?: boolean }

/** What a terminal can be asked; a test answers in its place. */
export type Asker = {
  readonly input: (question: {
    readonly message: string
    readonly default?: string
    /** What is wrong with the answer, or nothing. */
    readonly wrong?: (answer: string) => string | undefined
  }) => Promise<string>
  readonly select: (question: {
    readonly message: string
    readonly choices: readonly Choice[]
    readonly default?: string
  }) => Promise<string>
  readonly checkbox: (question: {
    readonly message: string
    readonly choices: readonly Choice[]
  }) => Promise<readonly string[]>
}

/** Names of the keys in the line of help below a question. */
const KEYS: Readonly<Record<string, Text>> = {
  navigate: { en: 'move', vi: 'di chuyển' },
  select: { en: 'choose', vi: 'chọn' },
  submit: { en: 'done', vi: 'xong' },
  all: { en: 'all', vi: 'tất cả' },
  invert: { en: 'turn round', vi: 'đảo lại' },
}

/** Questions on the terminal. They go to stderr, since stdout is for the result; the library is loaded here alone. */
export async function createAsker(lang: Lang): Promise<Asker> {
  const { checkbox, input, select } = await import('@inquirer/prompts')
  const context = { output: process.stderr }
  const keysHelpTip = (keys: readonly (readonly [string, string])[]): string =>
    keys.map(([key, action]) => `${key} ${KEYS[action]?.[lang] ?? action}`).join('  ')
  const list = { theme: { style: { keysHelpTip } }, loop: false }
  return {
    input: async ({ message, default: usual, wrong }) => {
      const validate = (answer: string): true | string => wrong?.(answer.trim()) ?? true
      const answer = await input(
        { message, validate, ...(usual === undefined ? {} : { default: usual }) },
        context,
      )
      return answer.trim()
    },
    select: ({ message, choices, default: usual }) =>
      select(
        {
          message,
          choices: [...choices],
          pageSize: 12,
          ...list,
          ...(usual === undefined ? {} : { default: usual }),
        },
        context,
      ),
    checkbox: ({ message, choices }) =>
      checkbox({ message, choices: [...choices], pageSize: 16, ...list }, context),
  }
}

/** Whether the user left the questions with Ctrl-C. */
export function wasLeft(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'ExitPromptError'
}
