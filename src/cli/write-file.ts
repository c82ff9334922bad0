import { mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { temporaryFiles } from './temporary-files.js'

/** Why a file could not be written. */
export type WriteFailure = 'in-use' | 'is-input' | 'is-folder' | 'no-permission' | 'no-space' | 'other'

/** The calls that a test replaces to stand in for Windows or a full disk. */
export type WriteSteps = {
  readonly rename: (from: string, to: string) => Promise<void>
  readonly platform: string
}

const real: WriteSteps = { rename, platform: process.platform }

let written = 0

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''

/** Windows reports a file that Excel holds open as busy or forbidden when it is renamed over. */
function failureOf(thrown: unknown, platform: string, renaming: boolean): WriteFailure {
  const code = codeOf(thrown)
  if (code === 'EBUSY' || code === 'ETXTBSY') return 'in-use'
  if (code === 'EPERM' || code === 'EACCES')
    return renaming && platform === 'win32' ? 'in-use' : 'no-permission'
  if (code === 'EROFS') return 'no-permission'
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return 'is-folder'
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'is-folder'
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no-space'
  return 'other'
}

async function fileIdentity(path: string): Promise<{ readonly path: string; readonly id: string | null }> {
  try {
    const found = await realpath(path)
    const { dev, ino } = await stat(found, { bigint: true })
    return { path: found, id: ino === 0n ? null : `${dev}:${ino}` }
  } catch {
    return { path: resolve(path), id: null }
  }
}

/** Whether both names lead to one file: through links, other case, or a second hard link. */
export async function sameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([fileIdentity(a), fileIdentity(b)])
  if (one.id !== null && other.id !== null) return one.id === other.id
  return one.path.normalize('NFC').toLowerCase() === other.path.normalize('NFC').toLowerCase()
}

/** With the permissions of the file it will replace, where there is one. */
async function writeAll(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o777)
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file whole or not at all: to a temporary file beside it, flushed, then renamed over the target.
 * A link is followed, so that the file it leads to is replaced and not the link. Returns `null` when written.
 */
export async function writeFile(
  path: string,
  bytes: Uint8Array,
  inputs: readonly string[] = [],
  steps: WriteSteps = real,
): Promise<WriteFailure | null> {
  for (const input of inputs) if (await sameFile(path, input)) return 'is-input'
  const target = (await fileIdentity(path)).path
  const temp = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${process.pid}-${(written += 1)}.tmp`,
  )
  let renaming = false
  try {
    const replaced = await stat(target).catch(() => null)
    if (replaced?.isDirectory() === true) return 'is-folder'
    await mkdir(dirname(target), { recursive: true })
    temporaryFiles.add(temp)
    await writeAll(temp, bytes, replaced?.mode)
    renaming = true
    await steps.rename(temp, target)
    return null
  } catch (thrown) {
    await unlink(temp).catch(() => undefined)
    return failureOf(thrown, steps.platform, renaming)
  } finally {
    temporaryFiles.delete(temp)
  }
}
