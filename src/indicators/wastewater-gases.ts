import { diagnose } from '../diagnostics/catalogue.js'
import type { Emission } from '../model/indicators.js'
import type { InventoryFlow, InventoryStep } from '../model/inventory.js'
import { asText, type Text } from '../model/text.js'
import { parameterId } from '../templates/parameters.js'
import { factorFigure, waterRow } from '../templates/factor-rows.js'
import { waterFactor } from '../templates/select-factor.js'
import type { Emissions } from './emissions.js'
import { gwpFigure } from './gas-factors.js'
import { leavingAs, total, type Indicating } from './indicating.js'

/** Fuels that are captured methane. */
const CAPTURED = new Set(['biogas', 'sludge-gas'])

/**
 * Methane of treatment steps that say how they treat, and nitrous oxide of nitrogen in what is discharged: IPCC 2006,
 * volume 5, chapter 6. Nothing is taken off for sludge: CH4 = COD load · Bo · MCF.
 */
export function wastewaterGases(work: Indicating): Emissions {
  const unknown: string[] = []
  const found = work.inventory.steps.flatMap((step) => {
    if (step.treatment === undefined) return []
    const emission = methane(work, step, step.treatment)
    if (emission === undefined) unknown.push(step.id)
    return emission === undefined ? [] : [emission]
  })
  return { found: [...found, ...nitrousOxide(work)], unknown }
}

function methane(work: Indicating, step: InventoryStep, treatment: string): Emission | undefined {
  const { flows, goods } = work.inventory
  const fuels = new Map(goods.map(({ id, fuel }) => [id, fuel ?? '']))
  const captured = flows.filter(({ from, of }) => from === step.id && CAPTURED.has(fuels.get(of) ?? ''))
  if (captured.length > 0) {
    const args = { step: step.id, flow: captured[0]?.id ?? '' }
    work.diagnostics.push(diagnose('K306', `${step.at}/treatment`, args))
    return undefined
  }
  const cod = loads(
    work,
    flows.filter(({ to }) => to === step.id),
    'cod',
  )
  const [bo, mcf] = [constant(work, 'Bo', 'industrial-cod'), constant(work, 'MCF_industrial', treatment)]
  const gwp = gwpFigure(work, 'ch4', step.at)
  if (cod.length === 0 || bo === undefined || mcf === undefined || gwp === undefined) {
    if (cod.length === 0) work.diagnostics.push(diagnose('K307', `${step.at}/treatment`, { step: step.id }))
    return undefined
  }
  const name = asText(step.name, step.id)
  const load = total(work, `cod-load.${step.id}`, said(name, COD), 't/yr', cod).id
  const factor = work.ledger.derive({
    id: `factor.ch4.${step.id}`,
    label: said(name, PER_COD),
    unit: 'kgCO2e/kg',
    formula: 'bo * mcf * gwp_ch4',
    uses: { bo, mcf, gwp_ch4: gwp },
  }).id
  return {
    of: step.id,
    source: 'wastewater',
    scope: 1,
    figure: yearly(work, `ghg.${step.id}`, name, load, factor),
    factor,
  }
}

function nitrousOxide(work: Indicating): readonly Emission[] {
  const discharged = leavingAs(work, 'wastewater')
  const nitrogen = loads(work, discharged, 'total-n')
  if (nitrogen.length === 0) return []
  const [ef, gwp] = [constant(work, 'ef_n2o_effluent', 'effluent-nitrogen'), gwpFigure(work, 'n2o', '')]
  if (ef === undefined || gwp === undefined) return []
  const load = total(work, 'nitrogen-load', said(DISCHARGE, NITROGEN), 't/yr', nitrogen).id
  const factor = work.ledger.derive({
    id: 'factor.n2o-of-nitrogen',
    label: said(DISCHARGE, PER_N),
    unit: 'kgCO2e/kg',
    // Mass of N2O of one mass of N2O-N: 44 ÷ 28.
    formula: 'ef * 44 / 28 * gwp_n2o',
    uses: { ef, gwp_n2o: gwp },
  }).id
  const figure = yearly(work, 'ghg.effluent-nitrogen', DISCHARGE, load, factor)
  return [{ of: discharged[0]?.of ?? '', source: 'wastewater', scope: 1, figure, factor }]
}

const COD = { en: 'COD load', vi: 'tải lượng COD' }
const PER_COD = { en: 'methane per COD, as CO2e', vi: 'mê-tan trên COD, theo CO2tđ' }
const NITROGEN = { en: 'nitrogen', vi: 'nitơ' }
const PER_N = { en: 'nitrous oxide per nitrogen, as CO2e', vi: 'N2O trên nitơ, theo CO2tđ' }
const GASES = { en: 'greenhouse gases', vi: 'khí nhà kính' }
const DISCHARGE = { en: 'Discharged wastewater', vi: 'Nước thải xả ra' }

function said(name: Text, what: Text): Text {
  return { en: `${name.en}: ${what.en}`, vi: `${name.vi}: ${what.vi}` }
}

function yearly(work: Indicating, id: string, name: Text, load: string, factor: string): string {
  const uses = { load, factor }
  return work.ledger.derive({
    id,
    label: said(name, GASES),
    unit: 'tCO2e/yr',
    formula: 'load * factor',
    uses,
    sd: 'independent',
  }).id
}

/** Figures of what flows carry of a parameter, under whatever name the site calls it. */
function loads(work: Indicating, flows: readonly InventoryFlow[], parameter: string): readonly string[] {
  return flows.flatMap(({ id, contents }) =>
    Object.keys(contents)
      .filter((layer) => parameterId(layer, work.content) === parameter)
      .map((layer) => `flow.${id}.${layer}`),
  )
}

function constant(work: Indicating, parameter: string, item: string): string | undefined {
  const row = waterFactor(work.content, parameter, item, work.site.site.country)
  const found = row && waterRow(row)
  if (row === undefined || found === undefined) return undefined
  const id = `factor.${found.id}`
  if (work.ledger.has(id)) return id
  const label = {
    en: `${row.name.en}: ${PARAMETERS[parameter]?.en}`,
    vi: `${row.name.vi}: ${PARAMETERS[parameter]?.vi}`,
  }
  return work.ledger.add(factorFigure(found, { id, label, unit: '1' })).id
}

/** All are ratios of masses or fractions. */
const PARAMETERS: Readonly<Record<string, Text>> = {
  Bo: { en: 'most CH4 per COD (Bo)', vi: 'CH4 tối đa trên COD (Bo)' },
  MCF_industrial: { en: 'methane correction factor (MCF)', vi: 'hệ số hiệu chỉnh mê-tan (MCF)' },
  ef_n2o_effluent: { en: 'N2O-N per N', vi: 'N2O-N trên N' },
}
