import { realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/**
 * The path of a file that an input names, relative to its own folder. `undefined` where it leads out of `home`, also
 * through a link: a file from elsewhere must not reach into other folders.
 */
export async function pathWithin(home: string, folder: string, name: string): Promise<string | undefined> {
  if (isAbsolute(name) || /^[a-z]:|\\|\0/i.test(name)) return undefined
  const path = join(folder, name)
  if (!inside(resolve(home), resolve(path))) return undefined
  try {
    const [within, target] = await Promise.all([realpath(resolve(home)), realpath(path)])
    return inside(within, target) ? path : undefined
  } catch {
    return path
  }
}

function inside(home: string, path: string): boolean {
  const way = relative(home, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
