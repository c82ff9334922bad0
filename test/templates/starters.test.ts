import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { severityOf } from '../../src/diagnostics/severity.js'
import { isRawMap, rawMap } from '../../src/model/raw.js'
import type { Raw } from '../../src/model/raw.js'
import { loadContent } from '../../src/templates/load-content.js'
import { readStarter, starterNames } from '../../src/templates/starters.js'
import { validateSite } from '../../src/validate/validate-site.js'

const FOLDER = fileURLToPath(new URL('../../templates/sites/', import.meta.url))
const content = loadContent().value
const names = starterNames(FOLDER)

/** Every text of a starter. */
const texts = (raw: Raw): readonly string[] =>
  typeof raw === 'string'
    ? [raw]
    : Array.isArray(raw)
      ? raw.flatMap(texts)
      : Object.values(raw).flatMap(texts)

describe('sector starters', () => {
  it('are there for the sectors that ask most often', () => {
    expect(names).toEqual([
      'brewery',
      'cassava-starch',
      'food',
      'generic',
      'metal-plating',
      'paper',
      'plastics',
      'seafood',
      'textile-dyeing',
    ])
  })

  it.each(names)('%s passes the check without errors and warnings', (name) => {
    const { site } = readStarter(FOLDER, name)
    const head = rawMap([
      ['id', 'works'],
      ['name', 'Works'],
      ['country', 'VN'],
      ['currency', 'VND'],
    ])
    const whole = rawMap([['recp', '1'], ['site', head], ['period', '2025'], ...Object.entries(site)])
    const { value, diagnostics } = validateSite(whole, { entries: [...content.entries.keys()] })
    expect(value).not.toBeNull()
    expect(diagnostics.filter((one) => severityOf(one) !== 'note')).toEqual([])
  })

  it.each(names)('%s invents no figure, and says everything in both languages', (name) => {
    const starter = readStarter(FOLDER, name)
    const numbers = texts(starter.site).filter((text) => /^[-<]?\s*\d/.test(text))
    expect(numbers).toEqual([])
    const wordless = Object.values(starter.site)
      .filter(isRawMap)
      .flatMap((section) => Object.entries(section))
      .filter(([, thing]) => isRawMap(thing) && isRawMap(thing['name']))
      .filter(([, thing]) => {
        const said = isRawMap(thing) ? thing['name'] : undefined
        return !isRawMap(said) || said['en'] === undefined || said['vi'] === undefined
      })
    expect(wordless).toEqual([])
    expect(starter.name.vi).not.toBe(starter.name.en)
  })

  it.each(names)('%s belongs to a sector and asks for facts that the dictionary knows', (name) => {
    const { sector, ask } = readStarter(FOLDER, name)
    expect(sector === undefined || content.sectors.has(sector)).toBe(true)
    const known = new Set([...content.variables.keys()].map((key) => key.replaceAll('_', '-')))
    expect(ask.filter((fact) => !known.has(fact))).toEqual([])
  })
})
