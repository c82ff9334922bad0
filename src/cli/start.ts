import { EXIT, type Io, type OutStream } from './io.js'
import { run } from './run.js'
import { removeTemporaryFiles } from './temporary-files.js'

/** A reader that has seen enough (`recp list units | head`) is no failure; a full disk behind `>` is one. */
function lost(thrown: unknown): never {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  removeTemporaryFiles()
  if (code === 'EPIPE' || code === 'EOF' || code === 'ERR_STREAM_DESTROYED')
    process.exit(process.exitCode ?? EXIT.done)
  try {
    process.stderr.write(`error: the output cannot be written (${code})\n`)
  } catch {
    // nobody listens
  }
  process.exit(EXIT.input)
}

function outStream(stream: NodeJS.WriteStream): OutStream {
  stream.on('error', lost)
  return {
    write: (text) => {
      try {
        stream.write(text)
      } catch (thrown) {
        lost(thrown)
      }
    },
    isTTY: stream.isTTY === true,
    ...(stream.isTTY === true ? { columns: stream.columns } : {}),
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

function leaveAs(code: number): () => void {
  return () => {
    removeTemporaryFiles()
    process.exit(code)
  }
}

/** Hands the process to `run`; the exit code is set, not forced, so that the streams are written out. */
export async function start(argv: readonly string[]): Promise<void> {
  process.on('SIGINT', leaveAs(EXIT.interrupted))
  process.on('SIGTERM', leaveAs(143))
  const io: Io = {
    stdout: outStream(process.stdout),
    stderr: outStream(process.stderr),
    readStdin,
    cwd: process.cwd(),
    env: process.env,
    now: () => performance.now(),
    ...(process.stdin.isTTY && process.stderr.isTTY
      ? { asker: async (lang) => (await import('./terminal-asker.js')).createAsker(lang) }
      : {}),
  }
  process.exitCode = await run(argv, io)
}
