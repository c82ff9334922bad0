#!/usr/bin/env node
'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { bundleLoader, compileBundle, compiledPath, nodeRequire, optimiseLater } = require('./load-bundle.js')

/** With the compiled code that the build kept for this version of Node, else with Node's own cache where it has one. */
function program() {
  if (!existsSync(compiledPath('program'))) {
    require('node:module').enableCompileCache?.()
    return nodeRequire
  }
  return bundleLoader((name) => {
    // Too small to keep: it answers --version before anything is settled.
    if (name === 'cli') return compileBundle(name)
    optimiseLater()
    return compileBundle(name, readFileSync(compiledPath(name)))
  })
}

program()('./cli.cjs').main()
