import { diagnose } from '../diagnostics/catalogue.js'
import type { Text } from '../model/text.js'
import { gasRows, REFUSED } from '../templates/select-factor.js'
import { convert, dimensionMatches, parseUnit } from '../units/index.js'
import type { SiteFactor } from '../schema/site.js'
import { enterQuantity } from '../inputs/enter-quantity.js'
import type { Normalising } from './stage.js'

type Known = { readonly figure: string; readonly dimension: string; readonly label: Text }

/** What the name of a factor of the site stands for: `grid-electricity`, `gwp-ch4`, `<fuel>-ncv`, `<fuel>-ef-co2` … */
function known(work: Normalising, name: string): Known | undefined {
  if (name === 'grid-electricity') {
    const country = work.site.site.country.toLowerCase()
    const label = { en: "Grid electricity (site's own factor)", vi: 'Điện lưới (hệ số riêng)' }
    return { figure: `factor.grid-electricity-${country}`, dimension: 'co2e/energy', label }
  }
  const gas = /^gwp-(.+)$/.exec(name)?.[1]
  if (gas !== undefined) {
    const label = { en: `GWP100 of ${gas.toUpperCase()}`, vi: `GWP100 của ${gas.toUpperCase()}` }
    const id = gasRows(work.content, gas)[0]?.gas ?? gas
    return { figure: `factor.gwp.${id}`, dimension: 'co2e/mass', label }
  }
  const [, fuel = '', property = ''] = /^(.+)-(ncv|density|ef-co2|ef-ch4|ef-n2o)$/.exec(name) ?? []
  const row = work.content.fuels.find((candidate) => candidate.fuel === fuel)
  const dimension = FUEL_DIMENSIONS.get(property)
  if (row === undefined || dimension === undefined) return undefined
  const label = { en: `${row.name.en}: ${property}`, vi: `${row.name.vi}: ${property}` }
  return { figure: `factor.${fuel}.${property}`, dimension, label }
}

const FUEL_DIMENSIONS: ReadonlyMap<string, string> = new Map([
  ['ncv', 'energy/mass | energy/volume | energy/normal-volume'],
  ['density', 'mass/volume'],
  ['ef-co2', 'mass/energy'],
  ['ef-ch4', 'mass/energy'],
  ['ef-n2o', 'mass/energy'],
])

/**
 * Factors that the site gives itself, with their sources. They go into the ledger first, under the names the tables
 * use, so that no table is asked for them. A name that no calculation uses is said, since it would change nothing.
 */
export function ownFactors(work: Normalising): void {
  for (const [name, factor] of Object.entries(work.site.factors)) {
    const { value } = factor
    const meant = known(work, name)
    if (meant === undefined || !dimensionMatches(meant.dimension, value.unit.dimension)) {
      const expected =
        meant?.dimension ?? 'grid-electricity, gwp-ch4, <fuel>-ncv, <fuel>-density, <fuel>-ef-co2'
      work.diagnostics.push(
        diagnose('K304', `/factors/${name}`, { factor: name, written: value.written, expected }),
      )
      continue
    }
    refuse(work, name, factor)
    const year = factor.year === undefined ? '' : `, ${factor.year}`
    enterQuantity(work, meant.figure, meant.label, { ...value, source: `${factor.source}${year}` })
  }
}

/** A value of the grid that the table keeps only to say that it is wrong. */
function refuse(work: Normalising, name: string, { value }: SiteFactor): void {
  const country = work.site.site.country
  const refused = work.content.grid.filter((row) => row.country === country && row.status === REFUSED)
  const same = refused.find((row) => {
    const unit = parseUnit('tCO2e/MWh')
    const given = 'unit' in unit ? convert(value.value, value.unit, unit.unit) : undefined
    return given !== undefined && Math.abs(given - row.value) < 1e-3 * row.value
  })
  if (name === 'grid-electricity' && same !== undefined)
    work.diagnostics.push(
      diagnose('K310', `/factors/${name}`, {
        factor: name,
        written: value.written,
        note: same.note.en,
        'note-vi': same.note.vi,
      }),
    )
}
