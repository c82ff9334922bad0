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

/** Whether the user left the questions with Ctrl-C. */
export function wasLeft(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'ExitPromptError'
}
