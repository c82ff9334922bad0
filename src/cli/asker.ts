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

/** Questions on the terminal. They go to stderr, since stdout is for the result; inquirer is loaded here alone. */
export async function createAsker(lang: Lang): Promise<Asker> {
  const { default: inquirer } = await import('inquirer')
  const prompt = inquirer.createPromptModule({ output: process.stderr })
  const keysHelpTip = (keys: readonly (readonly [string, string])[]): string =>
    keys.map(([key, action]) => `${key} ${KEYS[action]?.[lang] ?? action}`).join('  ')
  const theme = { style: { keysHelpTip } }
  return {
    input: async ({ message, default: otherwise, wrong }) => {
      const validate = (answer: string): true | string => wrong?.(answer.trim()) ?? true
      const question = { type: 'input', name: 'answer', message, validate } as const
      const asked = otherwise === undefined ? question : { ...question, default: otherwise }
      return (await prompt([asked])).answer.trim()
    },
    select: async ({ message, choices, default: otherwise }) => {
      const question = {
        type: 'select',
        name: 'answer',
        message,
        choices: [...choices],
        theme,
        pageSize: 12,
        loop: false,
      } as const
      const asked = otherwise === undefined ? question : { ...question, default: otherwise }
      return String((await prompt([asked])).answer)
    },
    checkbox: async ({ message, choices }) => {
      const asked = {
        type: 'checkbox',
        name: 'answer',
        message,
        choices: [...choices],
        theme,
        pageSize: 16,
        loop: false,
      } as const
      return ((await prompt([asked])).answer as readonly unknown[]).map(String)
    },
  }
}

/** Whether the user left the questions with Ctrl-C. */
export function wasLeft(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'ExitPromptError'
}
