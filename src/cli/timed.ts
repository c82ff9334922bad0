import type { Call } from './call.js'
import { screenTexts } from './texts.js'

const bugs = new WeakMap<object, string>()

/** The stage in which something was thrown, where one is known. */
export function stageOf(thrown: unknown): string | undefined {
  return typeof thrown === 'object' && thrown !== null ? bugs.get(thrown) : undefined
}

/** Runs a stage; with `--verbose` its name and duration go to stderr. */
export async function timed<T>(call: Call, stage: string, work: () => Promise<T>): Promise<T> {
  const start = call.verbose ? call.io.now() : 0
  try {
    return await work()
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && !bugs.has(thrown)) bugs.set(thrown, stage)
    throw thrown
  } finally {
    if (call.verbose) {
      const line = screenTexts.stage[call.lang](stage, Math.round(call.io.now() - start))
      call.err.print(`${call.err.paint('quiet', line)}\n`)
    }
  }
}
