import { stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { all, misuse, type Call, type Outcome } from './call.js'
import { usageTexts } from './texts.js'

export type OutputFormat = 'xlsx' | 'json' | 'md' | 'html' | 'svg'

/** One file to write. `shown` is the path for messages, `path` is absolute. */
export type Output = { readonly shown: string; readonly path: string; readonly format: OutputFormat }

export type OutputSpec =
  | { readonly kind: 'file'; readonly shown: string; readonly format: OutputFormat }
  | { readonly kind: 'folder'; readonly shown: string }

const FORMATS: ReadonlyMap<string, OutputFormat> = new Map([
  ['.xlsx', 'xlsx'],
  ['.json', 'json'],
  ['.md', 'md'],
  ['.html', 'html'],
])

/** What `recp sankey` writes. */
export const SVG_ONLY: ReadonlyMap<string, OutputFormat> = new Map([['.svg', 'svg']])

async function isFolder(cwd: string, written: string): Promise<boolean> {
  if (/[\\/]$/.test(written)) return true
  return (await stat(resolve(cwd, written)).catch(() => null))?.isDirectory() === true
}

/** What `-o` asks for: files by their extension, or folders that take a file of each site. */
export async function outputSpecs(
  call: Call,
  formats: ReadonlyMap<string, OutputFormat> = FORMATS,
): Promise<readonly OutputSpec[] | Outcome> {
  const specs: OutputSpec[] = []
  for (const written of all(call, 'output')) {
    if (await isFolder(call.io.cwd, written)) specs.push({ kind: 'folder', shown: written })
    else {
      const format = formats.get(extname(written).toLowerCase())
      if (format === undefined)
        return misuse(call, usageTexts.extension[call.lang](written, [...formats.keys()]))
      specs.push({ kind: 'file', shown: written, format })
    }
  }
  return specs.length === 0 ? [{ kind: 'folder', shown: '.' }] : specs
}

/** Name of the file of a site: its id, or where it has none that can name a file, its own file name. */
function fileName(id: string | null, shown: string, ending: string): string {
  const name = id !== null && /^[a-z0-9][a-z0-9._-]{0,99}$/i.test(id) ? id : basename(shown, extname(shown))
  return `${name}${ending}`
}

export function outputsFor(
  specs: readonly OutputSpec[],
  site: { readonly id: string | null; readonly shown: string },
  cwd: string,
  ending = '.xlsx',
): readonly Output[] {
  return specs.map((spec) => {
    if (spec.kind === 'file')
      return { shown: spec.shown, path: resolve(cwd, spec.shown), format: spec.format }
    const shown = join(spec.shown, fileName(site.id, site.shown, ending))
    const format = ending.endsWith('.svg') ? 'svg' : 'xlsx'
    return { shown, path: resolve(cwd, shown), format }
  })
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase()

/** Two files of one run that would be the same file, as a usage error; `null` when there are none. */
export function clash(
  call: Call,
  planned: readonly { readonly shown: string; readonly outputs: readonly Output[] }[],
): Outcome | null {
  const owners = new Map<string, string>()
  for (const [index, { shown, outputs }] of planned.entries()) {
    const owner = `${index} ${shown}`
    for (const output of outputs) {
      const before = owners.get(fold(output.path))
      if (before === owner) return misuse(call, usageTexts.twiceOutput[call.lang](output.shown))
      if (before !== undefined) {
        const other = before.slice(before.indexOf(' ') + 1)
        const message = usageTexts.sameOutput[call.lang](other, shown, output.shown)
        return misuse(call, message, usageTexts.giveOtherIds[call.lang]())
      }
      owners.set(fold(output.path), owner)
    }
  }
  return null
}
