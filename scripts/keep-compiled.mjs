/**
 * Runs the program over an example and keeps the code that V8 compiled for it beside the bundles: a start that
 * finds it compiles nothing. Called by the build, with the names of the bundles.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleLoader, compileBundle, compiledPath, optimiseLater } from '../bin/load-bundle.js'

const site = join(dirname(fileURLToPath(import.meta.url)), '../examples/brewery/site.yaml')
const folder = mkdtempSync(join(tmpdir(), 'recp-build-'))
const names = process.argv.slice(2)
const scripts = new Map()

function compiled(name) {
  if (!scripts.has(name)) scripts.set(name, compileBundle(name))
  return scripts.get(name)
}

try {
  optimiseLater()
  const program = bundleLoader(compiled)('./cli.cjs')
  for (const words of [
    ['--version'],
    ['audit', site, '-o', join(folder, 'brewery.xlsx'), '--fail-on', 'never'],
  ]) {
    process.argv = [process.execPath, 'recp', ...words]
    await program.main()
  }
  for (const name of names) writeFileSync(compiledPath(name), compiled(name).createCachedData())
} finally {
  rmSync(folder, { recursive: true, force: true })
}
