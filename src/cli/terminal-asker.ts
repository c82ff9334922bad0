import inquirer from 'inquirer'
import type { Lang, Text } from '../model/text.js'
import type { Asker } from './asker.js'

/** Names of the keys in the line of help below a question. */
const KEYS: Readonly<Record<string, Text>> = {
  navigate: { en: 'move', vi: 'di chuyển' },
  select: { en: 'choose', vi: 'chọn' },
  submit: { en: 'done', vi: 'xong' },
  all: { en: 'all', vi: 'tất cả' },
  invert: { en: 'invert', vi: 'đảo lại' },
}

/** Questions on the terminal. They go to stderr, since stdout is for the result; the library is loaded here alone. */
export function createAsker(lang: Lang): Asker {
  const prompt = inquirer.createPromptModule({ output: process.stderr })
  const keysHelpTip = (keys: readonly (readonly [string, string])[]): string =>
    keys.map(([key, action]) => `${key} ${KEYS[action]?.[lang] ?? action}`).join('  ')
  const list = { theme: { style: { keysHelpTip } }, loop: false }
  return {
    input: async ({ message, default: usual, wrong }) => {
      const validate = (answer: string): true | string => wrong?.(answer.trim()) ?? true
      const standing = usual === undefined ? {} : { default: usual }
      const { answer } = await prompt([{ type: 'input', name: 'answer', message, validate, ...standing }])
      return String(answer).trim()
    },
    select: async ({ message, choices, default: usual }) => {
      const standing = usual === undefined ? {} : { default: usual }
      const asked = { message, choices: [...choices], pageSize: 12, ...list, ...standing }
      const { answer } = await prompt([{ type: 'select', name: 'answer', ...asked }])
      return String(answer)
    },
    checkbox: async ({ message, choices }) => {
      const asked = { message, choices: [...choices], pageSize: 16, ...list }
      const { answer } = await prompt([{ type: 'checkbox', name: 'answer', ...asked }])
      return (answer as readonly unknown[]).map(String)
    },
  }
}
