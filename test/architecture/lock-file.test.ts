import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { admits } from './semver-range.js'

const root = join(import.meta.dirname, '../..')

type Package = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly engines?: { readonly node?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const project = JSON.parse(read('package.json')) as Package
const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Package>> }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const onlyHere = ({ dev, devOptional }: Package): boolean => dev === true || devOptional === true

/** What the users of recp have at least, and the last line of Node that the project is built with. */
const LEAST_NODE = '20.17.0'
const BUILD_NODE = '20.20.0'

const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Zlib',
])

/** Weak copyleft that is used to build and to test, and never shipped. */
const TOOLS_ONLY: readonly (readonly [RegExp, string])[] = [
  [/\/lightningcss(-[\w-]+)?$/, 'MPL-2.0'],
  [/\/axe-core$/, 'MPL-2.0'],
]

/** Of alternatives one has to be permissive, of parts all. */
function permissive(license: string): boolean {
  const plain = license.replace(/^\((.*)\)$/, '$1')
  return plain.split(/ OR |\//).some((one) => one.split(' AND ').every((part) => PERMISSIVE.has(part)))
}

describe('admits', () => {
  it.each([
    ['^20.19.0 || >=22.12.0', '20.20.0', true],
    ['^20.19.0 || >=22.12.0', '20.17.0', false],
    ['^20.19.0 || >=22.12.0', '21.0.0', false],
    ['^20.19.0 || >=22.12.0', '22.12.0', true],
    ['18 || 20 || >=22', '20.5.1', true],
    ['18 || 20 || >=22', '19.0.0', false],
    ['6.* || 8.* || >= 10.*', '20.17.0', true],
    ['>=20.x', '20.17.0', true],
    ['>=20.x', '19.9.9', false],
    ['>=16 || 14 >=14.17', '14.16.0', false],
    ['>=16 || 14 >=14.17', '14.18.0', true],
    ['*', '20.17.0', true],
    ['>=18 <20', '20.17.0', false],
    ['>18', '18.20.0', false],
    ['>18', '20.0.0', true],
    ['<=20', '20.17.0', true],
    ['~20.17.0', '20.18.0', false],
    ['~20', '20.18.0', true],
    ['^0.2.3', '0.3.0', false],
    ['^0.2.3', '0.2.9', true],
    ['>= 0.6.3', '20.17.0', true],
    ['>=24', '20.20.0', false],
  ])('%s and %s: %s', (range, version, expected) => {
    expect(admits(range, version)).toBe(expected)
  })
})

describe('package-lock.json', () => {
  it('carries no download addresses', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/)
    expect(packages.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
  })

  it('belongs to package.json', () => {
    const own = lock.packages[''] ?? {}
    for (const part of ['version', 'dependencies', 'devDependencies', 'engines'] as const)
      expect(own[part]).toEqual(project[part])
  })

  it('holds only packages that run on the Node of the project', () => {
    expect(project.engines?.node).toBe(`>=${LEAST_NODE.replace(/\.0$/, '')}`)
    const refused = packages.filter(([, entry]) => {
      const version = onlyHere(entry) ? BUILD_NODE : LEAST_NODE
      return !admits(entry.engines?.node ?? '*', version)
    })
    expect(refused.map(([path, { engines }]) => `${path} ${engines?.node ?? ''}`)).toEqual([])
  })

  it('holds only packages with a permissive licence', () => {
    const refused = packages.filter(([path, entry]) => {
      const license = entry.license ?? ''
      const asTool = TOOLS_ONLY.some(([name, allowed]) => name.test(path) && license === allowed)
      return !permissive(license) && !(onlyHere(entry) && asTool)
    })
    expect(refused.map(([path, { license }]) => `${path} ${license ?? 'says nothing'}`)).toEqual([])
  })

  it('names direct dependencies by one version, with the licence that is installed', () => {
    const wrong = Object.entries(project.dependencies ?? {}).filter(([name, version]) => {
      const installed = JSON.parse(read(`node_modules/${name}/package.json`)) as Package
      const exact = /^\d+\.\d+\.\d+$/.test(version) && installed.version === version
      return !exact || !permissive(installed.license ?? '')
    })
    expect(wrong).toEqual([])
  })
})

const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', '.git'])
const BINARY = new Set(['.png', '.jpg', '.ico', '.xlsx', '.tgz', '.woff2', '.wasm', '.pdf'])

/** Every text file of the project, from its root. */
function textFiles(folder = ''): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (LEFT_OUT.has(entry.name)) return []
    if (entry.isDirectory()) return textFiles(path)
    return entry.isFile() && !BINARY.has(extname(entry.name)) ? [path] : []
  })
}

/** Written in pieces, so that this file has none of them. */
const MACHINE_PATHS = new RegExp(
  [
    ['', 'home', '[a-z][\\w.-]*', ''].join('/'),
    ['', 'Users', '[A-Za-z][\\w.-]*', ''].join('/'),
    ['', 'root', '[\\w.]'].join('/'),
    ['', 'work', '[\\w.]'].join('/'),
    ['', 'private', 'var', ''].join('/'),
    ['', 'var', 'folders', ''].join('/'),
    ['[A-Z]:', '+Users', '+[A-Za-z]'].join('\\\\'),
  ]
    .map((path) => (path.startsWith('/') ? `(?<![\\w.*)}\\]])${path}` : path))
    .join('|'),
)

const REGISTRIES = new RegExp(['registry', '(npmjs|yarnpkg|npmmirror)'].join('\\.'))

describe('the files of the project', () => {
  const files = textFiles()

  it('are found', () => {
    expect(files.length).toBeGreaterThan(300)
    expect(files).toContain('package.json')
  })

  it('would be caught with the path of a machine', () => {
    const paths = [
      ['', 'home', 'ann', 'x'],
      ['file:', '', '', 'Users', 'ann', 'x'],
      ['at ', 'work', 'x'],
    ]
    for (const parts of paths) expect(parts.join('/')).toMatch(MACHINE_PATHS)
    for (const text of ['templates/work/x', 'https://a.org/home/x', 'C:/Users'])
      expect(text).not.toMatch(MACHINE_PATHS)
  })

  it.each([
    ['paths of a machine', MACHINE_PATHS],
    ['addresses of package registries', REGISTRIES],
  ])('hold no %s', (_, pattern) => {
    const hits = files.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 120)}`] : [])),
    )
    expect(hits).toEqual([])
  })

  it('end their lines the same everywhere', () => {
    const written = files.filter((file) => !file.startsWith('test/specimens/'))
    expect(written.filter((file) => read(file).includes('\r\n'))).toEqual([])
  })
})
