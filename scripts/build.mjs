/**
 * Makes dist/: generated schema code, bundled content, the program with its library, and declaration files.
 * Runs from a fresh checkout after `npm ci`; nothing in dist/ is read.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeSchema } from './generate-schema.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Packages that only some commands need: they must not be loaded at start. */
const LAZY = ['exceljs', 'inquirer', 'yaml']

async function main() {
  await writeSchema()
  rmSync(dist, { recursive: true, force: true })
  await Promise.all([declarations(), bundle(), packContent()])
}

async function bundle() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const sources = { cli: 'src/cli/main.ts', index: 'src/index.ts' }
  const entries = Object.entries(sources).filter(([, path]) => existsSync(join(root, path)))
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    keepNames: true,
    charset: 'utf8',
    legalComments: 'linked',
    metafile: true,
    define: { __RECP_VERSION__: JSON.stringify(version) },
    external: ['@aws-sdk/client-s3'],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
    },
    logLevel: 'warning',
  })
  checkLazy(metafile.outputs)
  writeLicences(metafile.inputs)
}

/** The licence of every package that went into the bundle, as those licences ask. */
function writeLicences(inputs) {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  )
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry))
    const text = file === undefined ? '' : `\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
    return `${name} ${version} (${typeof license === 'string' ? license : 'see its repository'})${text}\n`
  })
  writeFileSync(join(dist, 'LICENSES.txt'), texts.join('\n----------------------------------------\n\n'))
}

/** Fails where the start of the program would load a package that only some commands need. */
function checkLazy(outputs) {
  const seen = new Set()
  const queue = Object.keys(outputs).filter((path) => path === 'dist/cli.js')
  while (queue.length > 0) {
    const path = queue.pop()
    if (seen.has(path)) continue
    seen.add(path)
    for (const input of Object.keys(outputs[path].inputs)) {
      const early = LAZY.find((name) => input.startsWith(`node_modules/${name}/`))
      if (early !== undefined) throw new Error(`${early} would be loaded at start, through ${path}`)
    }
    for (const next of outputs[path].imports) {
      if (next.kind === 'import-statement' && next.external !== true) queue.push(next.path)
    }
  }
}

/** Checklists, methods, factors and the rest of templates/ as the program reads them. */
async function packContent() {
  await execute(process.execPath, ['scripts/run-typescript.mjs', 'scripts/pack-content.ts'])
}

async function declarations() {
  await execute(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    'scripts/tsconfig.build.json',
  ])
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const target = join(dist, 'types/src', file)
    mkdirSync(dirname(target), { recursive: true })
    cpSync(join(root, 'src', file), target)
  }
}

function execute(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`))))
  })
}

try {
  await main()
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
