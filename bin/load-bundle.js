'use strict'
const { readFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const dist = path.join(__dirname, '../dist')

/** Node's own way to load what dist/ holds. */
exports.nodeRequire = createRequire(path.join(dist, 'cli.cjs'))

/** A part of the program as the build wrote it. */
exports.bundlePath = (name) => path.join(dist, `${name}.cjs`)

/** Its code as this version of V8 compiled it, which no other version can read. */
exports.compiledPath = (name) => path.join(dist, `${name}-${process.versions.v8}.compiled`)

/**
 * Code has to be six times as hot as usual before V8 optimises it: a run is over before less pays. Compiled code is only
 * taken by a V8 that is set as the one that kept it, so the build calls this too.
 */
exports.optimiseLater = () => require('node:v8').setFlagsFromString('--interrupt-budget=400000')

/** Compiles one part; the build writes nothing but ASCII, and such a text is read fastest as Latin-1. */
exports.compileBundle = (name, cachedData) => {
  const filename = exports.bundlePath(name)
  const source = `(function (exports, require, module, __filename) {${readFileSync(filename, 'latin1')}\n})`
  return new vm.Script(source, { filename, ...(cachedData && { cachedData }) })
}

/** A `require` for the parts of the program, which hands everything else to Node. */
exports.bundleLoader = (compile) => {
  const loaded = new Map()
  return function load(id) {
    const name = /^\.\/([\w-]+)\.cjs$/.exec(id)?.[1]
    if (name === undefined) return exports.nodeRequire(id)
    const known = loaded.get(name)
    if (known !== undefined) return known.exports
    const own = { exports: {} }
    loaded.set(name, own)
    compile(name).runInThisContext()(own.exports, load, own, exports.bundlePath(name))
    return own.exports
  }
}
