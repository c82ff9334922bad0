import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkExamples } from '../../src/checklist/check-examples.js'
import { entryOf } from '../../src/diagnostics/catalogue.js'
import { needs, parseFormula } from '../../src/formula/index.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import { checkContent } from '../../src/templates/check-content.js'
import type { Estimate } from '../../src/templates/content.js'
import {
  applicableMethod,
  computeMethod,
  literalIn,
  parseLiteral,
} from '../../src/templates/compute-method.js'
import { expandMethod, unitInCurrency } from '../../src/templates/expand-method.js'
import { loadContent } from '../../src/templates/load-content.js'
import { currencyIn } from '../../src/templates/run-example.js'
import { isCurrency, parseUnit } from '../../src/units/index.js'

const { value: content, diagnostics } = loadContent()
const entries = [...content.entries.values()]
const methods = [...content.methods.values()]

function said(all: readonly Diagnostic[]): readonly string[] {
  return all.map((one) => `${one.code} ${entryOf(one.code)?.message.en(one.args)}`)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(folder, path))
}

/** Every `{ en, vi }` below a value, with its path. */
function textsIn(value: unknown, path = ''): readonly (readonly [string, string, string])[] {
  if (value instanceof Map)
    return [...value].flatMap(([key, inner]) => textsIn(inner, `${path}.${String(key)}`))
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'vi' in value) return [[path, String(value.en), String(value.vi)]]
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`))
}

describe('the content as a whole', () => {
  it('is read without a problem', () => expect(said(diagnostics)).toEqual([]))

  it('holds together: names, units of all formulas and conditions, sources, examples of methods', () =>
    expect(said(checkContent(content))).toEqual([]))

  it('gives the outcomes that the examples of the entries promise', () =>
    expect(said(checkExamples(content))).toEqual([]))

  it('covers what a brewery, a dye house and a seafood plant have', () => {
    expect(entries.length).toBeGreaterThanOrEqual(30)
    expect(methods.length).toBeGreaterThanOrEqual(18)
    const systems = new Set(entries.map((entry) => entry.system))
    for (const system of [
      'steam',
      'compressed-air',
      'motors-pumps-fans',
      'refrigeration',
      'cooling-water',
      'water',
      'process-heating',
      'lighting',
      'energy-electrical',
      'wastewater',
      'materials',
      'chemicals',
      'housekeeping-management',
      'renewable',
    ])
      expect(systems).toContain(system)
    for (const sector of ['brewery', 'textile-finishing', 'seafood']) {
      expect(entries.filter((entry) => entry.sectors.includes(sector)).length).toBeGreaterThanOrEqual(4)
    }
  })

  it.each([
    ['checklist-entry', 'templates/checklists'],
    ['method', 'templates/methods'],
  ])('follows the schema of a %s', (name, folder) => {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as Record<string, unknown>
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema)
    for (const file of filesBelow(folder)) {
      const problems = validate(parse(readFileSync(file, 'utf8'))) ? [] : validate.errors
      expect({ file, problems }).toEqual({ file, problems: [] })
    }
  })

  it('lies where its ids say', () => {
    for (const file of filesBelow('templates/checklists')) {
      const entry = content.entries.get(basename(file, '.yaml'))
      expect(file).toBe(join('templates/checklists', entry?.system ?? '?', `${entry?.id}.yaml`))
    }
  })

  it('speaks both languages, and not the same one twice', () => {
    const spoken = textsIn([
      content.entries,
      content.methods,
      content.practices,
      content.causes,
      content.streams,
    ])
    expect(spoken.length).toBeGreaterThan(500)
    expect(spoken.filter(([, en, vi]) => en === '' || vi === '' || en === vi)).toEqual([])
    const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/i
    expect(spoken.filter(([, , vi]) => !vietnamese.test(vi)).map(([path, , vi]) => `${path}: ${vi}`)).toEqual(
      [],
    )
    expect(spoken.filter(([, en]) => vietnamese.test(en))).toEqual([])
  })

  it('cites only references that exist, and keeps none that nobody cites', () => {
    const { median, programmes, realisation } = content.economics
    const choices = [median.source, realisation.source, ...programmes.map(({ source }) => source)]
    expect(choices.filter((id) => !content.references.has(id))).toEqual([])
    const cited = new Set([
      ...choices,
      ...entries.flatMap((entry) => entry.references),
      ...methods.flatMap((method) => [
        ...method.references,
        ...method.inputs.flatMap((input) => input.default?.source ?? []),
      ]),
    ])
    expect([...content.references.keys()].filter((id) => !cited.has(id))).toEqual([])
  })

  describe('one list of sectors', () => {
    const known = new Set([...content.sectors.values()].flatMap((sector) => [sector.id, ...sector.also]))
    const starters = readdirSync('templates/sites').map(
      (file) => /^sector: *(\S+)/m.exec(readFileSync(join('templates/sites', file), 'utf8'))?.[1],
    )
    // Ids of the table that the checklists were drawn from; \`generic\` is any sector.
    const OPPORTUNITIES =
      'breweries cassava-starch cement ceramics-bricks chemicals-paint coffee dairy edible-oil electronics electroplating foundry-steel fruit-veg garment glass meat plastics printing pulp-paper rice-milling rubber seafood soft-drink sugar tanning-footwear textile-dyeing wood-furniture'

    it.each([
      ['benchmarks', content.benchmarks.map((row) => row.sector)],
      ['limits', content.limits.map((row) => row.sector).filter((id) => id !== 'all-industry')],
      ['checklists', entries.flatMap((entry) => entry.sectors)],
      ['starters', starters.flatMap((id) => id ?? [])],
      ['opportunities', OPPORTUNITIES.split(' ')],
    ])('joins every id of the %s', (_, ids) => {
      expect(ids.length).toBeGreaterThan(5)
      expect([...new Set(ids)].filter((id) => !known.has(id))).toEqual([])
    })

    it('has a code of ISIC and of VSIC for each, and no id in two places but where a table is coarser', () => {
      for (const { id, isic, vsic } of content.sectors.values())
        expect([id, isic.every((code) => /^\d{4}$/.test(code)) && isic.length > 0, vsic.length > 0]).toEqual([
          id,
          true,
          true,
        ])
      const ids = [...content.sectors.values()].flatMap((sector) => [sector.id, ...sector.also])
      expect([...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]).toEqual(['foundry-steel'])
    })

    it('agrees with the codes that the tables themselves print', () => {
      for (const row of content.benchmarks) {
        const sector = [...content.sectors.values()].find(
          ({ id, also }) => id === row.sector || also.includes(row.sector),
        )
        const shared = row.isic.some((code) =>
          sector?.isic.some((own) => own.slice(0, 2) === code.slice(0, 2)),
        )
        expect([row.id, row.isic.length === 0 || shared]).toEqual([row.id, true])
      }
    })
  })

  it('names the source of every factor and benchmark', () => {
    for (const row of [...content.fuels, ...content.grid, ...content.gwp, ...content.benchmarks]) {
      expect(row.source).not.toBe('')
      expect(row.evidence).not.toBe('')
    }
    for (const row of content.waterFactors) expect(row.source).not.toBe('')
  })

  it('keeps bands that are wide, in units that can be read, and currencies that there are', () => {
    expect(content.bands.size).toBeGreaterThan(10)
    for (const [id, band] of content.bands) {
      expect([id, band.high > band.low && band.low > 0]).toEqual([id, true])
      expect([id, 'unit' in parseUnit(band.unit)]).toEqual([id, true])
    }
    for (const [id, size] of content.thresholds) expect([id, size > 0]).toEqual([id, true])
    expect([...content.currencies.keys()].filter((code) => !isCurrency(code))).toEqual([])
    expect(content.currencies.get('USD')).toBe(1)
  })

  it('classes only fuels that the factor table has', () => {
    const fuels = new Set(content.fuels.map((row) => row.fuel))
    expect([...content.fuelClasses.keys()].filter((fuel) => !fuels.has(fuel))).toEqual([])
  })
})

describe('checklist entries', () => {
  it.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
    const outcomes = entry.examples.map((example) => example.expect)
    expect(outcomes).toContain('found')
    expect(outcomes.some((one) => one === 'not-applicable' || one === 'in-place')).toBe(true)
    expect(outcomes.some((one) => one === 'needs-data' || one === 'look')).toBe(true)
    expect(entry.reviewBy > entry.reviewed).toBe(true)
    expect(entry.question.en).toMatch(/\?$/)
    expect(entry.question.vi).toMatch(/\?$/)
    for (const other of entry.interacts) expect(content.entries.get(other)?.interacts).toContain(entry.id)
  })

  it('promise only media that their estimates give', () => {
    for (const entry of entries) {
      const media = new Set(entry.saves.map((one) => one.medium))
      for (const estimate of entry.estimate) {
        if (estimate.kind !== 'method') continue
        const method = content.methods.get(estimate.method)
        const used = method && applicableMethod(method, (name) => Object.hasOwn(estimate.with, name))
        const given = Object.keys(used?.outputs ?? {})
        const silent = given.filter((medium) => !media.has(medium as never))
        expect({ entry: entry.id, silent }).toEqual({ entry: entry.id, silent: [] })
      }
    }
  })
})

type MethodEstimate = Extract<Estimate, { kind: 'method' }>

/** The first output of a method on its own example, with the literals that an entry gives in one case. */
function outputIn(estimate: MethodEstimate, run: 'low' | 'base' | 'high'): number {
  const found = content.methods.get(estimate.method)
  const currency = currencyIn(found?.examples[0]?.given ?? {}) ?? 'USD'
  const expanded = found && expandMethod(found, { currency })
  if (!expanded || 'detail' in expanded) return NaN
  const method = applicableMethod(expanded, (name) => Object.hasOwn(estimate.with, name))
  const given = new Map<string, number>()
  for (const { name, unit } of method.inputs) {
    const value = estimate.with[name]
    const texts = [value?.[run], value?.base, ...(method.examples[0]?.given[name] ?? [])]
    const text = texts.find((one) => one !== undefined && parseLiteral(one) !== undefined) ?? ''
    given.set(name, literalIn(text, unit) ?? NaN)
  }
  const result = computeMethod(method, given)
  const [output = ''] = Object.values(method.outputs)
  return 'step' in result ? NaN : ((result as ReadonlyMap<string, number | null>).get(output) ?? NaN)
}

describe('ranges of estimates', () => {
  const ranged = entries.flatMap((entry) =>
    entry.estimate.flatMap((estimate, index) => {
      const cases =
        estimate.kind === 'method' && Object.values(estimate.with).some((one) => one.low ?? one.high)
      return cases ? [[`${entry.id} ${index + 1}`, estimate as MethodEstimate] as const] : []
    }),
  )

  it.each(ranged)('%s: low saves least, high most', (_, estimate) => {
    const [low, base, high] = [
      outputIn(estimate, 'low'),
      outputIn(estimate, 'base'),
      outputIn(estimate, 'high'),
    ]
    expect(low).toBeLessThanOrEqual(base + 1e-9)
    expect(high).toBeGreaterThanOrEqual(base - 1e-9)
    expect(Number.isFinite(base)).toBe(true)
  })
})

describe('methods', () => {
  it.each(methods.map((method) => [method.id, method] as const))('%s', (_, method) => {
    const presets = method.inputs.flatMap((input) => input.default?.value ?? [])
    const used = new Set([...method.steps.map(({ formula }) => formula), ...presets].flatMap(namesOf))
    const answers = new Set([...Object.values(method.outputs), ...method.results])
    const idle = method.inputs.filter(({ name }) => !used.has(name)).map(({ name }) => name)
    expect(idle).toEqual([])
    expect(answers.size).toBeGreaterThan(0)
    for (const { name, unit, range } of method.inputs) {
      for (const example of method.examples) {
        for (const written of example.given[name] ?? []) {
          const value = literalIn(written, unitInCurrency(unit, currencyIn(example.given) ?? 'USD')) ?? NaN
          expect(value).toBeGreaterThanOrEqual(range?.min ?? -Infinity)
          expect(value).toBeLessThanOrEqual(range?.max ?? Infinity)
        }
      }
    }
  })

  it('are filed under the systems of the checklists', () => {
    const systems = new Set(entries.map(({ system }) => system))
    expect(methods.filter(({ system }) => !systems.has(system ?? '')).map(({ id }) => id)).toEqual([])
  })

  it('add up over the bins of a flow profile', () => {
    const method = content.methods.get('affinity-vsd')
    expect(method).toBeDefined()
    if (!method) return
    const bins = [
      [1, 500],
      [0.8, 3000],
      [0.6, 2500],
    ] as const
    const saved = bins.map(([flow, hours]) => {
      const given = { power: 37, flow, hours, static: 0.3, throttle: 0.4, drive: 0.96, realised: 1 }
      const result = computeMethod(method, new Map(Object.entries(given)))
      return 'step' in result ? NaN : (result.get('kwh_saved') ?? NaN)
    })
    expect(saved.reduce((sum, one) => sum + one, 0)).toBeCloseTo(66106.66666666666, 6)
  })

  it('leave what they do not know unknown', () => {
    const method = content.methods.get('fuel-saving-efficiency')
    const result = method && computeMethod(method, new Map([['fuel', 100]]))
    expect(result instanceof Map && result.get('fuel_saved')).toBeNull()
  })
})

function namesOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return 'ast' in parsed ? needs(parsed.ast) : []
}

describe('variables and streams', () => {
  it('have units that can be read', () => {
    for (const { name, unit } of content.variables.values()) {
      expect({ name, read: unit === '' || 'unit' in parseUnit(unit) }).toEqual({ name, read: true })
    }
  })
})
