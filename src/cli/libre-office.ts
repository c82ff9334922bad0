import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const NAMES = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice']
const TOO_LONG = 120_000

/** LibreOffice on the path of an environment; `undefined` where there is none. */
export function findLibreOffice(path: string | undefined): string | undefined {
  const places = (path ?? '').split(delimiter).filter((folder) => folder !== '')
  return places.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(canRun)
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** By default LibreOffice trusts stored numbers of .xlsx files, right or wrong; 0 is "always recalculate". */
const ALWAYS_RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">' +
  '<value>0</value></prop></item></oor:items>'

/**
 * A workbook as LibreOffice saves it after calculating everything anew, by a profile of its own that is thrown away
 * afterwards. `null` where it could not; give it a workbook without results (`withoutResults`).
 */
export async function savedByLibreOffice(program: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'recp-verify-'))
  try {
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
    await writeFile(join(folder, 'book.xlsx'), bytes)
    const order = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      'xlsx',
    ]
    await promisify(execFile)(
      program,
      [...order, '--outdir', join(folder, 'out'), join(folder, 'book.xlsx')],
      {
        timeout: TOO_LONG,
      },
    )
    return new Uint8Array(await readFile(join(folder, 'out', 'book.xlsx')))
  } catch {
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
