import type { Lang } from '../model/text.js'
import type { Asker } from './asker.js'

/** One of the two streams of the program, with what decides its width and colour. */
export type OutStream = {
  readonly write: (text: string) => void
  readonly isTTY: boolean
  readonly columns?: number
}

/** Everything the command line takes from the machine, so that a test can stand in for it. */
export type Io = {
  readonly stdout: OutStream
  readonly stderr: OutStream
  readonly readStdin: () => Promise<Uint8Array>
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Asks the person at the terminal; absent where there is none, so that nothing ever waits for an answer. */
  readonly asker?: (lang: Lang) => Promise<Asker>
  /** Milliseconds, for the durations of `--verbose`; nothing else may look at a clock. */
  readonly now: () => number
}

/** The codes a shell sees. */
export const EXIT = { done: 0, problems: 1, usage: 2, input: 3, bug: 4, interrupted: 130 } as const

/** Of several sites the worst code wins: 4 over 3 over 1 over 0. */
export function worst(codes: readonly number[]): number {
  return codes.reduce((a, b) => Math.max(a, b), EXIT.done)
}
