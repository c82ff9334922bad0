/**
 * Makes dist/: generated schema code, bundled content, the program with its library, and declaration files.
 * Runs from a fresh checkout after `npm ci`; nothing in dist/ is read.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeSchema } from './generate-schema.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/**
 * The parts of the program, each loaded when it is first needed: the answer to `--version`, everything recp does,
 * and the two packages that only some commands need.
 */
const BUNDLES = {
  cli: 'src/cli/main.ts',
  program: 'src/cli/start.ts',
  asker: 'src/cli/terminal-asker.ts',
  workbook: 'node_modules/exceljs/lib/doc/workbook.js',
}

async function main() {
  await writeSchema()
  rmSync(dist, { recursive: true, force: true })
  await Promise.all([declarations(), bundle(), packContent()])
  await execute(process.execPath, ['scripts/keep-compiled.mjs', ...Object.keys(BUNDLES)], 'ignore')
}

const COMMON = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  metafile: true,
  external: ['@aws-sdk/client-s3'],
  logLevel: 'warning',
}

async function bundle() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const define = { __RECP_VERSION__: JSON.stringify(version) }
  const built = await Promise.all([
    ...Object.entries(BUNDLES).map(([name, path]) => build(program(name, path, define))),
    build(library(define)),
  ])
  for (const name of Object.keys(BUNDLES)) writeAscii(join(dist, `${name}.cjs`))
  writeLicences(built.flatMap(({ metafile }) => Object.keys(metafile.inputs)))
}

/** esbuild leaves letters inside of regular expressions as they are; an escape means the same there. */
function writeAscii(path) {
  const text = readFileSync(path, 'utf8')
  const escaped = text.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (escaped !== text) writeFileSync(path, escaped)
}

/** One part of the program. It is CommonJS in ASCII, as bin/load-bundle.js wants it. */
function program(name, path, define) {
  return {
    ...COMMON,
    entryPoints: { [name]: path },
    outExtension: { '.js': '.cjs' },
    // exceljs asks its classes for their names.
    keepNames: name === 'workbook',
    format: 'cjs',
    charset: 'ascii',
    supported: { 'dynamic-import': false },
    define: { ...define, 'import.meta.url': '__url' },
    banner: { js: `const __url=require('node:url').pathToFileURL(__filename).href;` },
    plugins: [otherBundles(path)],
  }
}

/** What other packages import: an ES module. */
function library(define) {
  return {
    ...COMMON,
    entryPoints: { index: 'src/index.ts' },
    keepNames: true,
    splitting: true,
    format: 'esm',
    charset: 'utf8',
    define,
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
    },
  }
}

/** Where a bundle imports the entry of another it loads that one, and holds no copy. */
function otherBundles(own) {
  const names = new Map(Object.entries(BUNDLES).map(([name, path]) => [join(root, path), name]))
  const files = Object.values(BUNDLES).map((path) => basename(path).replace(/\.[jt]s$/, ''))
  return {
    name: 'other-bundles',
    setup({ onResolve, resolve }) {
      onResolve(
        { filter: new RegExp(`(^|/)(${files.join('|')})\\.js$`) },
        async ({ path, pluginData, ...from }) => {
          if (pluginData === 'resolved' || from.kind === 'entry-point') return undefined
          const found = await resolve(path, { ...from, pluginData: 'resolved' })
          const name = names.get(found.path)
          return name === undefined || found.path === join(root, own)
            ? found
            : { path: `./${name}.cjs`, external: true }
        },
      )
    },
  }
}

/** The licence of every package that went into the bundle, as those licences ask. */
function writeLicences(inputs) {
  const folders = inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
  const texts = [...new Set(folders)]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry))
      const text = file === undefined ? '' : `\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}`
      return `${name} ${version} (${typeof license === 'string' ? license : 'see its repository'})${text}\n`
    })
  writeFileSync(join(dist, 'LICENSES.txt'), texts.join('\n----------------------------------------\n\n'))
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
  const types = join(dist, 'types')
  const reached = reachedFrom(join(types, 'src/index.d.ts'))
  for (const file of readdirSync(types, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts') && !reached.has(join(types, file))) rmSync(join(types, file))
}

/** A declaration with all that it leads to: what a script that imports recp can see. */
function reachedFrom(first) {
  const reached = new Set()
  const open = [first]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file) || !existsSync(file)) continue
    reached.add(file)
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g))
      open.push(join(dirname(file), `${name}.d.ts`))
  }
  return reached
}

function execute(command, args, stdout = 'inherit') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', stdout, stdout] })
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
