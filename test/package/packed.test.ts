import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCells } from '../../src/verify/read-cells.js'

const root = join(import.meta.dirname, '../..')

const MOST_PACKED = 4_000_000
/** The catalogue ships twice: as files to review and as one document to start from. */
const MOST_UNPACKED = 20_000_000

const outside = mkdtempSync(join(tmpdir(), 'recp packed '))
const unpacked = join(outside, 'package')
const desk = join(outside, 'desk')

let packed = { size: 0, files: [] as readonly string[] }

/** The script of npm, so that no shell stands between, on Windows too. */
function npmScript(): string {
  const node = dirname(process.execPath)
  const places = [
    process.env['npm_execpath'] ?? '',
    join(node, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(node, 'node_modules/npm/bin/npm-cli.js'),
  ]
  const found = places.find((place) => place.endsWith('npm-cli.js') && existsSync(place))
  if (found === undefined) throw new Error('npm is not beside node')
  return found
}

type Packed = {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string }[]
}

/** Packs the project as it would be published, and lays it out where no node_modules is in reach. */
beforeAll(() => {
  if (!existsSync(join(root, 'dist/cli.cjs')))
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
  const words = ['pack', '--json', '--ignore-scripts', '--offline', '--no-update-notifier']
  const printed = execFileSync(process.execPath, [npmScript(), ...words, '--pack-destination', outside], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [pack] = JSON.parse(printed) as readonly Packed[]
  if (pack === undefined) throw new Error('npm packed nothing')
  packed = { size: pack.size, files: pack.files.map(({ path }) => path).sort() }
  execFileSync('tar', ['-xzf', pack.filename], { cwd: outside })
  mkdirSync(desk)
}, 240_000)

afterAll(() => rmSync(outside, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

function recp(...words: readonly string[]): Ended {
  const bin = join(unpacked, 'bin/recp.js')
  const ended = spawnSync(process.execPath, [bin, ...words], { cwd: desk, env: {}, encoding: 'utf8' })
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr }
}

describe('the packed package', () => {
  it('holds what a user needs', () => {
    const needed = [
      'package.json',
      'README.md',
      'LICENSE',
      'bin/recp.js',
      'bin/load-bundle.js',
      ...['cli', 'program', 'asker', 'workbook'].map((name) => `dist/${name}.cjs`),
      'dist/index.js',
      'dist/content.json',
      'dist/checking.json',
      'dist/types/src/index.d.ts',
      'templates/edition.yaml',
      ...['audit', 'checklist-entry', 'method', 'site'].map((name) => `schemas/${name}.schema.json`),
      ...['brewery', 'seafood', 'textile-dyeing'].map((name) => `examples/${name}/site.yaml`),
    ]
    expect(needed.filter((file) => !packed.files.includes(file))).toEqual([])
  })

  it('holds nothing else', () => {
    const may = [
      /^(package\.json|LICENSE|(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG)\.md|bin\/(recp|load-bundle)\.js)$/,
      /^docs\/([\w-]+\/)*[\w-]+\.(md|png|svg)$/,
      /^dist\/(\w+\.cjs|[\w-]+\.js)$/,
      /^dist\/((content|checking|workbook-design)\.json|LICENSES\.txt)$/,
      /^dist\/types\/src\/[\w/-]+\.d\.ts$/,
      /^schemas\/[\w-]+\.schema\.json$/,
      /^templates\/([\w-]+\/)*[\w.-]+\.(yaml|csv|md)$/,
      /^examples\/[\w-]+\/((site|baseline)\.yaml|[\w-]+\.csv|README\.md|expected\/(audit\.json|workbook\.txt|changes\.(en|vi)\.md))$/,
    ]
    expect(packed.files.filter((file) => !may.some((pattern) => pattern.test(file)))).toEqual([])
  })

  it('declares what a script can import, and nothing beside', () => {
    const types = packed.files.filter((file) => file.endsWith('.d.ts'))
    const led = types.flatMap((file) =>
      [
        ...readFileSync(join(unpacked, file), 'utf8').matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g),
      ].map(([, name = '']) => join(dirname(file), `${name}.d.ts`).replaceAll('\\', '/')),
    )
    expect([...new Set([...led, 'dist/types/src/index.d.ts'])].sort()).toEqual(types)
  })

  it('ships every file of the folders that users read, and no other', () => {
    for (const folder of ['docs', 'schemas', 'templates', 'examples'])
      expect(packed.files.filter((file) => file.startsWith(`${folder}/`))).toEqual(filesIn(folder))
  })

  it('has nothing but ASCII in what is read as Latin-1', () => {
    for (const file of packed.files.filter((name) => name.endsWith('.cjs')))
      expect([file, /\P{ASCII}/u.test(readFileSync(join(unpacked, file), 'utf8'))]).toEqual([file, false])
  })

  it('declares nothing that its own declarations do not hold', () => {
    const missing = packed.files
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(unpacked, file), 'utf8')
        const names = [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g)].map(
          ([, name]) => name ?? '',
        )
        return names
          .map((name) => join(unpacked, dirname(file), name))
          .filter((path) => !existsSync(`${path}.d.ts`))
          .map((path) => `${file} → ${path}`)
      })
    expect(missing).toEqual([])
  })

  it('is small', () => {
    const sizes = packed.files.map((file) => statSync(join(unpacked, file)).size)
    expect(packed.size).toBeGreaterThan(100_000)
    expect(packed.size).toBeLessThan(MOST_PACKED)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_UNPACKED)
  })
})

describe('the compiled code that the build keeps', () => {
  it('is ASCII, as its loader takes it, and knows the letters that its rules are about', () => {
    for (const file of readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs')))
      expect([file, /[\u0080-\uffff]/.exec(readFileSync(join(root, 'dist', file), 'utf8'))?.index]).toEqual([
        file,
        undefined,
      ])
    const words = [join(root, 'bin/recp.js'), 'check', join(root, 'examples/seafood/site.yaml')]
    expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).toContain('No problems found')
  })

  it('is of this V8, which takes it, and does not travel', () => {
    const script = `
      import { readFileSync } from 'node:fs'
      import { compileBundle, compiledPath } from './bin/load-bundle.js'
      for (const name of ['cli', 'program', 'asker', 'workbook'])
        console.log(compileBundle(name, readFileSync(compiledPath(name))).cachedDataRejected)`
    const words = ['--input-type=module', '-e', script]
    const printed = execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
    expect(printed).toBe('false\n'.repeat(4))
    expect(packed.files.filter((file) => file.endsWith('.compiled'))).toEqual([])
  })

  it('reads every sign that people write', () => {
    const words = ['steam-saturation-temperature', 'p=7 bar(g) ± 0.1 bar', '--json']
    const printed = execFileSync(process.execPath, ['bin/recp.js', 'calc', ...words], { cwd: root })
    const { result } = JSON.parse(printed.toString('utf8')) as { result: { answers: { low?: number }[] } }
    expect(result.answers[0]?.low).toBeGreaterThan(160)
  })
})

/** Files below a folder of the project, as npm names them. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(root, folder, file)).isFile())
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .sort()
}

describe('recp, unpacked where no other package is in reach', () => {
  it('has no node_modules', () => {
    let folder = unpacked
    while (dirname(folder) !== folder) {
      expect(existsSync(join(folder, 'node_modules'))).toBe(false)
      folder = dirname(folder)
    }
  })

  it('answers --version with the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    const { code, stdout, stderr } = recp('--version')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^recp ${version.replaceAll('.', '\\.')}\ncontent \\d{4}`))
  })

  it.each([
    ['list', 'methods'],
    ['list', 'checklists'],
    ['list', 'examples'],
    ['schema', 'audit'],
    ['explain', 'L109'],
    ['help', 'files'],
  ])('answers %s %s', (...words) => {
    const { code, stdout, stderr } = recp(...words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.length).toBeGreaterThan(100)
  })

  it('reads what is not ASCII, in patterns too', () => {
    expect(recp('init', '--from', 'textile-dyeing', 'dyeing')).toMatchObject({ code: 0, stderr: '' })
    // Its amounts have ± and units such as m³, its names are Vietnamese.
    expect(recp('check', 'dyeing/site.yaml').stderr).not.toContain('U102')
    expect(recp('check', 'dyeing/site.yaml').code).toBe(0)
  })

  it('goes from an example to its workbook', { timeout: 120_000 }, () => {
    expect(recp('init', '--from', 'brewery', 'x')).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(desk, 'x/expected'))).toBe(false)
    const { code, stdout } = recp('audit', 'x/site.yaml', '-o', 'x/audit.json', '-o', 'x/audit.xlsx')
    expect(code).toBe(0)
    expect(stdout).toMatch(/brewery .*\n[^]*audit\.xlsx/)
    const { sheets } = readCells(readFileSync(join(desk, 'x/audit.xlsx')))
    expect(sheets.length).toBeGreaterThan(10)
    const formulas = sheets
      .flatMap(({ cells }) => [...cells.values()])
      .filter(({ formula }) => formula !== undefined)
    expect(formulas.length).toBeGreaterThan(300)
  })

  it('reads what is written beside the letters of English: ±, ², dấu tiếng Việt', () => {
    expect(recp('init', '--from', 'seafood', 'cá')).toMatchObject({ code: 0, stderr: '' })
    const { code, stdout } = recp('check', 'cá/site.yaml')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problems found\n' })
  })

  it('makes the same workbook from the saved audit', { timeout: 120_000 }, () => {
    const { code, stderr } = recp('report', 'x/audit.json', '-o', 'x/again.xlsx')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [first, again] = ['audit', 'again'].map((name) => readFileSync(join(desk, 'x', `${name}.xlsx`)))
    expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true)
  })

  it('is a library', () => {
    mkdirSync(join(desk, 'node_modules'))
    cpSync(unpacked, join(desk, 'node_modules/recp'), { recursive: true })
    const script = "import * as recp from 'recp'; console.log(Object.keys(recp).length > 0)"
    const words = ['--input-type=module', '-e', script]
    expect(execFileSync(process.execPath, words, { cwd: desk, encoding: 'utf8' })).toBe('true\n')
  })
})
