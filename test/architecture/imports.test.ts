import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

type Module = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

function modules(): readonly Module[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  return files.sort().map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8')
    const found = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    const imports = found.map((name) =>
      name.startsWith('.')
        ? relative('.', join(dirname(path), name))
            .replaceAll('\\', '/')
            .replace(/\.js$/, '.ts')
        : name,
    )
    return { path, text, imports }
  })
}

const ALL = modules()
const folder = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

const STAGES = [
  'load',
  'validate',
  'normalise',
  'balance',
  'reconcile',
  'indicators',
  'benchmark',
  'compliance',
  'checklist',
  'evaluate',
  'report',
]
const SHARED = ['model', 'schema', 'units', 'diagnostics', 'properties', 'formula', 'templates', 'inputs']

/** What each folder may import beside itself; what stands at the top of src joins the stages and may use them all. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  units: ['model'],
  properties: [],
  formula: ['model', 'units', 'properties'],
  diagnostics: ['model', 'units'],
  schema: ['model'],
  templates: ['model', 'units', 'formula', 'diagnostics'],
  inputs: ['model', 'schema', 'formula', 'templates'],
  calculate: [...SHARED, 'validate'],
  compare: ['model', 'units', 'formula'],
  verify: ['model', 'report'],
  intake: ['model', 'units', 'schema'],
  report: ['model', 'units', 'diagnostics', 'formula', 'schema', 'intake'],
  ...Object.fromEntries(STAGES.filter((stage) => stage !== 'report').map((stage) => [stage, SHARED])),
  load: [...SHARED, 'intake'],
}

describe('import rules', () => {
  it('finds the source', () => {
    expect(ALL.length).toBeGreaterThan(100)
  })

  it.each(Object.keys(MAY))('%s imports only what it may', (name) => {
    const allowed = new Set([name, ...(MAY[name] ?? [])])
    const wrong = ALL.filter((module) => folder(module.path) === name).flatMap((module) =>
      module.imports
        .filter((target) => ALL.some((other) => other.path === target) && !allowed.has(folder(target)))
        .map((target) => `${module.path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('exceljs is used only by load and report/xlsx', () => {
    const users = ALL.filter((module) => module.imports.some((name) => name.startsWith('exceljs')))
    expect(users.map((module) => module.path).filter((path) => !/^(load|report\/xlsx)\//.test(path))).toEqual(
      [],
    )
  })

  it('the console, the environment and the clock belong to the command line', () => {
    const banned =
      /\bconsole\.|\bprocess\.(env|argv|stdout|stderr|exit)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/
    const users = ALL.filter(
      (module) => banned.test(withoutComments(module.text)) && folder(module.path) !== 'cli',
    )
    expect(users.map((module) => module.path)).toEqual([])
  })

  it('only load, templates and the command line read or write files', () => {
    const users = ALL.filter((module) => module.imports.some((name) => name.startsWith('node:fs')))
    expect(
      users.map((module) => module.path).filter((path) => !/^(load|templates|cli)\//.test(path)),
    ).toEqual([])
  })

  it('no module reaches itself', () => {
    expect(cycles()).toEqual([])
  })

  it('no folder is a drawer for everything', () => {
    const drawers = ALL.map((module) => module.path).filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/.test(path),
    )
    expect(drawers).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

/** Circles among modules at run time; importing a type alone makes none. */
function cycles(): string[] {
  const edges = new Map(
    ALL.map((module) => {
      const runtime = [...module.text.matchAll(/import (?!type\b)([^']*?)from '(\.[^']+)'/g)].map((match) =>
        relative('.', join(dirname(module.path), match[2] ?? ''))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts'),
      )
      return [module.path, runtime] as const
    }),
  )
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of ALL) visit(path, [])
  return found
}
