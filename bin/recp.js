#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import module from 'node:module'
import { bundleLoader, compileBundle, compiledPath, nodeRequire, optimiseLater } from './load-bundle.js'

/** With the compiled code that the build kept for this version of Node, else with Node's own cache where it has one. */
function program() {
  if (existsSync(compiledPath('cli'))) {
    optimiseLater()
    return bundleLoader((name) => compileBundle(name, readFileSync(compiledPath(name))))
  }
  module.enableCompileCache?.()
  return nodeRequire
}

await program()('./cli.cjs').main()
