/**
 * Runs a TypeScript program of this project that is no part of what ships: `node scripts/run-typescript.mjs <file> [argument…]`.
 * It is bundled into a folder of its own among the temporary files of the system, which is removed afterwards. The
 * program runs in the root of the project and finds data files from there.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [file, ...args] = process.argv.slice(2)
if (file === undefined) throw new Error('name the TypeScript file to run')

const folder = mkdtempSync(join(tmpdir(), 'recp-run-'))
try {
  const program = join(folder, 'program.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { __RECP_VERSION__: JSON.stringify('test') },
    external: ['@aws-sdk/client-s3'],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
    },
    logLevel: 'warning',
  })
  const { status, error } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })
  if (error) throw error
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
