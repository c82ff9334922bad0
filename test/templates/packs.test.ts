import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { auditSite } from '../../src/audit.js'
import { checkPack } from '../../src/check-pack.js'
import { loadSite } from '../../src/load/load-site.js'
import { fuelFactor, gridFactor, gwpFactor } from '../../src/templates/select-factor.js'
import { loadContent } from '../../src/templates/load-content.js'
import { newEntryText } from '../../src/templates/new-entry.js'

const root = mkdtempSync(join(tmpdir(), 'recp-pack-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function pack(name: string, files: Readonly<Record<string, string>>): string {
  const dir = join(root, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, file, '..'), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
  return dir
}

describe('a folder of templates', () => {
  it('one file adds one entry, and nothing else has to be told', () => {
    const own = loadContent().value.entries.size
    const dir = pack('one', {
      'checklists/steam/boiler-door.yaml': newEntryText('boiler-door', 'steam', '2026-02-29'),
    })
    const { value, diagnostics } = loadContent({ dirs: [dir] })
    expect([value.entries.size, diagnostics]).toEqual([own + 1, []])
    expect(value.entries.get('boiler-door')?.system).toBe('steam')
  })

  it('a new entry passes all checks as it is written', () => {
    const dir = pack('fresh', {
      'checklists/water/tap-left-open.yaml': newEntryText('tap-left-open', 'water', '2026-11-27'),
    })
    expect(checkPack(dir)).toEqual({ files: 1, entries: 1, methods: 0, diagnostics: [] })
  })

  it('what is wrong in it is said: a name, a unit, an example that comes out differently, a field nobody reads', () => {
    const of = (id: string, change: (text: string) => string): readonly [string, string] => [
      `checklists/steam/${id}.yaml`,
      change(newEntryText(id, 'steam', '2026-11-27')),
    ]
    const dir = pack(
      'wrong',
      Object.fromEntries([
        of('bad-name', (text) => text.replace('good-housekeeping', 'magic')),
        of('bad-unit', (text) => text.replace('when: always', 'when: boiler.flue_gas.o2 > 5 kg')),
        of('bad-example', (text) => text.replace('expect: look', 'expect: found')),
        of('bad-field', (text) => `${text}colour: red\n`),
      ]),
    )
    const codes = checkPack(dir).diagnostics.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['C107', 'C108', 'C111', 'C105']))
  })

  it('replaces an entry of the same name and says so', () => {
    const dir = pack('replaces', {
      'checklists/steam/boiler-economizer.yaml': newEntryText('boiler-economizer', 'steam', '2026-11-27'),
    })
    expect(loadContent({ dirs: [dir] }).diagnostics.map(({ code }) => code)).toEqual(['C110'])
  })
})

describe('a pack over the tables from outside', () => {
  const SOURCED = 'status,source,source_year,source_url,evidence,note'
  const dir = (): string =>
    pack('outside', {
      'factors/grid-electricity.csv': `country_iso,country,region,year,value,unit,method,${SOURCED}\nVN,Viet Nam,,2023,0.5,tCO2/MWh,own,published,letter,2001,,secondary,\n`,
      'factors/fuels.csv': `fuel_id,name_en,name_vi,property,value,unit,biogenic,country,${SOURCED}\ndiesel,Diesel,Dầu,ncv,40,TJ/Gg (= GJ/t),false,WORLD,,lab,1999,,primary,\n`,
      'factors/gwp.csv': `gas_id,formula,refrigerant,report,gwp100,${SOURCED}\nch4,CH4,,AR5,30,,own,1999,,primary,\n`,
      'benchmarks/mine.csv': `benchmark_id,sector_id,sector,isic_rev4,indicator,indicator_type,unit,best,low,typical,high,basis,scope,country,data_year,${SOURCED}\nbrewery-07,brewery,Brewing,1103,water,water,hL/hL beer,,,3,,survey,,VN,2024,,club,2024,,primary,\n`,
      'limits/mine.csv': `limit_id,regulation,jurisdiction,sector_id,isic_rev4,column,clause,parameter,limit_min,limit,unit,basis,scope,${SOURCED}\nvn-all-industry-a-cod,QCVN 40:2011/BTNMT,VN,all-industry,,A,Table 1,COD,,60,mg/L,concentration,,in force,own,2024,,primary,\n`,
      'indicators.yaml':
        'water-of-energy:\n  name: { en: Water per energy, vi: Nước trên năng lượng }\n  group: own\n  of: total.water\n  per: total.energy\n  unit: l/GJ\ncarbon-intensity:\n  name: { en: Carbon of a unit, vi: Các-bon một đơn vị }\n  group: intensity\n  of: total.ghg\n  per: total.output\n',
    })

  it('replaces rows with the same key, whatever their worth, and says so', () => {
    const { value, diagnostics } = loadContent({ dirs: [dir()] })
    expect(diagnostics.map(({ code, args }) => `${code} ${String(args['id'])}`).sort()).toEqual([
      'C110 VN 2023',
      'C110 brewery-07',
      'C110 ch4 AR5',
      'C110 diesel ncv WORLD TJ/Gg (= GJ/t)',
      'C110 vn-all-industry-a-cod',
    ])
    expect(gridFactor(value, 'VN', 2023)?.value).toBe(0.5)
    expect(fuelFactor(value, 'diesel', 'ncv', 'WORLD')?.value).toBe(40)
    expect(gwpFactor(value, 'ch4', 'AR5')?.value).toBe(30)
    expect(value.benchmarks.filter(({ id }) => id === 'brewery-07').map(({ typical }) => typical)).toEqual([
      3,
    ])
    expect(value.limits.find(({ id }) => id === 'vn-all-industry-a-cod')?.max).toBe(60)
  })

  it('adds an indicator, and names another anew', async () => {
    const { value: content } = loadContent({ dirs: [dir()] })
    const text = `recp: 1
site: { id: w, name: W, country: VN, currency: VND }
period: 2023
products: { beer: { amount: 10 hl } }
water: { well: { amount: 50 m3 } }
energy: { electricity: { amount: 10 MWh } }\n`
    const { audit } = auditSite(await loadSite({ text, name: 'site.yaml' }), { content, only: ['none'] })
    const figure = (id: string) => audit?.figures.find((one) => one.id === id)
    expect(figure('indicator.water-of-energy')?.value).toBeCloseTo(50_000 / 36, 6)
    expect(figure('indicator.carbon-intensity')?.label.en).toBe('Carbon of a unit')
    expect(figure('total.ghg')?.value).toBeCloseTo(5, 9)
  })
})
