import { run } from '../../src/cli/run.js'
import type { Engine } from '../../src/cli/engine.js'
import type { Asker } from '../../src/cli/asker.js'
import type { Io } from '../../src/cli/io.js'

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly isTTY?: boolean
  /** Answers in the place of a person, in the order of the questions. */
  readonly asker?: Asker
  readonly engine?: Engine
}

/** One command line in this process, with both streams caught. */
export async function runRecp(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const isTTY = options.isTTY ?? false
  const { asker } = options
  let clock = 0
  const io: Io = {
    stdout: { write: (text) => void out.push(text), isTTY },
    stderr: { write: (text) => void err.push(text), isTTY },
    readStdin: () => Promise.resolve(new TextEncoder().encode(options.stdin ?? '')),
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? {},
    now: () => (clock += 5),
    ...(asker === undefined ? {} : { asker: () => Promise.resolve(asker) }),
  }
  const exit = await run(argv, io, options.engine)
  return { exit, stdout: out.join(''), stderr: err.join('') }
}
