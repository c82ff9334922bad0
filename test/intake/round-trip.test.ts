import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { firstDifference } from '../../src/intake/same-site.js'
import { intakeSheets } from '../../src/intake/sheets.js'
import { siteOfRows } from '../../src/intake/site-of-rows.js'
import { rowsOfSite } from '../../src/intake/site-rows.js'
import { loadSite } from '../../src/load/load-site.js'
import { readIntake } from '../../src/load/xlsx/read-intake.js'
import { rawMap } from '../../src/model/raw.js'
import type { Raw, RawMap } from '../../src/model/raw.js'
import { renderJson } from '../../src/report/json.js'
import { siteRequest } from '../../src/report/xlsx/intake/requests.js'
import { writeIntake } from '../../src/report/xlsx/intake/write-intake.js'
import { siteYaml } from '../../src/report/yaml/write-site.js'
import { loadContent } from '../../src/templates/load-content.js'
import { randomSite, siteText } from '../laws/random-site.js'

const EXAMPLES = ['brewery', 'seafood', 'textile-dyeing'] as const
const folder = fileURLToPath(new URL('../../examples/', import.meta.url))
const content = loadContent().value

const example = async (name: string): Promise<RawMap> => {
  const { value } = await loadSite(`${folder}${name}/site.yaml`)
  return value as RawMap
}

const fromText = async (text: string): Promise<RawMap> =>
  (await loadSite({ text, name: 'site.yaml' })).value as RawMap

/** Through rows alone, without a file. */
function throughRows(site: RawMap): RawMap {
  const sheets = [...rowsOfSite(site)].flatMap(([id, rows]) => {
    const sheet = intakeSheets().get(id)
    const read = rows.map((cells, i) => ({ number: i + 5, cells }))
    return sheet === undefined ? [] : [{ sheet, rows: read }]
  })
  return siteOfRows(sheets).site
}

const asWorkbook = (site: RawMap, lang: 'en' | 'vi'): Promise<Uint8Array> =>
  writeIntake(siteRequest(site, { lang, date: '2026-03-15', ids: new Map() }))

const throughWorkbook = async (site: RawMap, lang: 'en' | 'vi' = 'en') =>
  readIntake(await asWorkbook(site, lang), 'site.xlsx', 'auto')

/** An audit without what tells which file was read: its name and hash, and the places in it. */
function withoutPlaces(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      ['inputs', 'place', 'line', 'column', 'sheet', 'cell', 'file'].includes(key) ? undefined : value,
    ),
  )
}

describe.each(EXAMPLES)('the example %s', (name) => {
  it.each(['en', 'vi'] as const)('is the same as a workbook, %s', async (lang) => {
    const site = await example(name)
    const { value, diagnostics } = await throughWorkbook(site, lang)
    expect(diagnostics).toEqual([])
    expect(value === null ? 'nothing' : firstDifference(site, value)).toBeUndefined()
  })

  it('is the same as YAML written anew', async () => {
    const site = await example(name)
    expect(firstDifference(site, await fromText(siteYaml(site, 'vi')))).toBeUndefined()
  })

  it('gives the same audit to the byte from YAML, from a workbook and back, but for the places', async () => {
    const site = await example(name)
    const workbook = await throughWorkbook(site)
    const yaml = siteYaml(workbook.value as RawMap, 'en')
    const twins = [
      await loadSite(`${folder}${name}/site.yaml`),
      { ...workbook, files: [{ file: 'site.xlsx', sha256: workbook.sha256 }] },
      await loadSite({ text: yaml, name: 'site.yaml' }),
    ].map((loaded) => withoutPlaces(renderJson(auditSite(loaded, { content }).audit)))
    expect(twins[1]).toBe(twins[0])
    expect(twins[2]).toBe(twins[0])
    expect(twins[0]).toContain('"figures"')
  })

  it('is written in the same bytes each time', async () => {
    const site = await example(name)
    expect(await asWorkbook(site, 'vi')).toEqual(await asWorkbook(site, 'vi'))
  })
})

describe('random sites', () => {
  it('are the same as rows and as YAML', async () => {
    await fc.assert(
      fc.asyncProperty(randomSite, async (random) => {
        const site = await fromText(siteText(random))
        expect(firstDifference(site, throughRows(site))).toBeUndefined()
        expect(firstDifference(site, await fromText(siteYaml(site, 'en')))).toBeUndefined()
      }),
      { numRuns: 100, seed: 20261127 },
    )
  })

  it('are the same as workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(randomSite, async (random) => {
        const site = await fromText(siteText(random))
        const { value, diagnostics } = await throughWorkbook(site)
        expect(diagnostics).toEqual([])
        expect(value === null ? 'nothing' : firstDifference(site, value)).toBeUndefined()
      }),
      { numRuns: 5, seed: 20261127 },
    )
  }, 120_000)
})

/** Quantities in every way a site file may write them, with all their detail. */
const word = fc.constantFrom(
  'EVN invoice 7',
  'log (page 3)',
  'a, b; c',
  'Sổ theo dõi',
  '" quoted "',
  '- none',
  'x ± y',
)
const number = fc.constantFrom(
  '1.264',
  '0.50',
  '14 500',
  '14500',
  '1e6',
  '-3',
  '0',
  '< 5',
  '100.10',
  '0.1',
  '12 345.678',
)
const unit = fc.constantFrom(
  't',
  'm3/h',
  'kJ/(kg K)',
  'bar(g)',
  'tấn',
  '% of x',
  'EUR/1000 pcs',
  'l/m2 of parts-in',
)
const text = fc
  .tuple(
    number,
    fc.option(unit),
    fc.option(fc.constantFrom('2 %', '300 t')),
    fc.option(fc.constantFrom('measured', 'ước tính', 'invoiced')),
    fc.option(word),
  )
  .map(([value, of, spread, basis, source]) =>
    [
      value,
      ...(of === null ? [] : [of]),
      ...(spread === null ? [] : [`± ${spread}`]),
      ...(basis === null ? [] : [source === null ? `(${basis})` : `(${basis}, ${source})`]),
    ].join(' '),
  )
const quantity: fc.Arbitrary<Raw> = fc.oneof(
  text,
  fc.constant('n/a'),
  fc
    .record(
      {
        value: text,
        unit,
        'plus-minus': fc.constantFrom('2 %', '5', '0.5 t'),
        basis: fc.constantFrom('measured', 'estimated'),
        source: word,
        date: fc.constantFrom('2025-01-31', 'some day'),
        note: word,
        layer: fc.constantFrom('water', 'zinc'),
      },
      { requiredKeys: ['value'] },
    )
    .map((fields) => rawMap(Object.entries(fields).filter(([, field]) => field !== undefined))),
)

const map = <T extends Raw>(values: fc.Arbitrary<T>, keys: readonly string[]): fc.Arbitrary<RawMap> =>
  fc
    .subarray([...keys])
    .chain((ids) => fc.tuple(...ids.map((id) => values.map((value) => [id, value] as const))))
    .map((entries) => rawMap(entries))

const good = map(quantity, ['amount', 'price', 'mass', 'in-product', 'ncv'])
const note = fc.constantFrom(
  'plain',
  ' with blanks ',
  '',
  '"in quotes"',
  '020704',
  'yes',
  '2025-01-01',
  '{}',
  '=1+1',
  'two\nlines',
  '1,5',
)

const richSite: fc.Arbitrary<RawMap> = fc
  .record({
    materials: map(
      fc
        .tuple(good, note)
        .map(([fields, said]) => rawMap([...Object.entries(fields), ['note', said], ['ewc', said]])),
      ['sugar', 'salt', 'x-1'],
    ),
    facts: map(quantity, ['steam.trap.failed-share', 'textile.rft']),
    equipment: map(
      fc.tuple(fc.constantFrom('boiler', 'pump', 'air', 'other'), quantity).map(([system, hours]) =>
        rawMap([
          ['system', system],
          ['hours', hours],
        ]),
      ),
      ['z', 'b', 'm', 'a'],
    ),
    readings: fc.array(
      fc
        .tuple(
          fc.constantFrom('beer', 'steam'),
          fc.option(map(quantity, ['2025-01', '2025-02', '2024-12'])),
          fc.option(quantity),
          note,
        )
        .map(([of, months, value, said]) =>
          rawMap([
            ['of', of],
            ['unit', 'hl'],
            ...(months === null ? [] : [['months', months] as const]),
            ...(value === null ? [] : [['value', value] as const]),
            ['note', said],
          ]),
        ),
      { maxLength: 5 },
    ),
    audit: fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), note).map(([team, by]) =>
      rawMap([
        ['date', '2025-03-01'],
        ['by', by],
        ['team', team],
      ]),
    ),
  })
  .map((sections) => rawMap([['recp', '1'], ...Object.entries(sections)]))

describe('all detail of quantities', () => {
  it('survives rows and YAML: basis, source, uncertainty, note, date, layer', async () => {
    await fc.assert(
      fc.asyncProperty(richSite, async (site) => {
        expect(firstDifference(site, throughRows(site))).toBeUndefined()
        expect(firstDifference(site, await fromText(siteYaml(site, 'en')))).toBeUndefined()
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  it('survives workbooks', async () => {
    await fc.assert(
      fc.asyncProperty(richSite, fc.constantFrom('en' as const, 'vi' as const), async (site, lang) => {
        const { value, diagnostics } = await throughWorkbook(site, lang)
        expect(diagnostics).toEqual([])
        expect(value === null ? 'nothing' : firstDifference(site, value)).toBeUndefined()
      }),
      { numRuns: 6, seed: 7 },
    )
  }, 240_000)
})

describe('YAML written by recp', () => {
  it('is pretty: the order of the schema, a thing a line, what a section is above it', async () => {
    const site = await example('brewery')
    await expect(siteYaml(site, 'en')).toMatchFileSnapshot('golden/brewery.yaml')
    expect(readFileSync(`${folder}brewery/site.yaml`, 'utf8')).toContain('recp: 1')
  })
})
