import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist')

/** Node's own way to load what dist/ holds. */
export const nodeRequire = createRequire(join(dist, 'cli.cjs'))

/** A part of the program as the build wrote it. */
export const bundlePath = (name) => join(dist, `${name}.cjs`)

/** Its code as this version of V8 compiled it, which no other version can read. */
export const compiledPath = (name) => join(dist, `${name}-${process.versions.v8}.compiled`)

/**
 * Code has to be six times as hot as usual before V8 optimises it: a run is over before less pays. Compiled code is only
 * taken by a V8 that is set as the one that kept it, so the build calls this too.
 */
export const optimiseLater = () => v8.setFlagsFromString('--interrupt-budget=400000')

/** Compiles one part; the build writes nothing but ASCII, and such a text is read fastest as Latin-1. */
export function compileBundle(name, cachedData) {
  const source = `(function (exports, require, module, __filename) {${readFileSync(bundlePath(name), 'latin1')}\n})`
  return new vm.Script(source, { filename: bundlePath(name), ...(cachedData && { cachedData }) })
}

/** A `require` for the parts of the program, which hands everything else to Node. */
export function bundleLoader(compile) {
  const loaded = new Map()
  return function load(id) {
    const name = /^\.\/([\w-]+)\.cjs$/.exec(id)?.[1]
    if (name === undefined) return nodeRequire(id)
    const known = loaded.get(name)
    if (known !== undefined) return known.exports
    const own = { exports: {} }
    loaded.set(name, own)
    compile(name).runInThisContext()(own.exports, load, own, bundlePath(name))
    return own.exports
  }
}
