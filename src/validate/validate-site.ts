import { diagnose } from '../diagnostics/catalogue.js'
import { groupDiagnostics } from '../diagnostics/group-diagnostics.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import { pointerOf } from '../model/pointer.js'
import { isRawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import type { Unit } from '../model/unit.js'
import { resolveNode } from '../schema/schema-node.js'
import type { Site } from '../schema/site.js'
import { siteSchema } from '../schema/site-schema.js'
import type { Plausibility } from '../templates/content.js'
import type { FuelNames } from '../templates/fuel-names.js'
import { writeOut } from '../schema/write-out.js'
import { defineUnit, isCurrency, parseUnit } from '../units/index.js'
import { checkFactory } from './factory/check-factory.js'
import { checkShape } from './check-shape.js'
import { checkPlausibility } from './plausibility.js'
import type { QuantityOptions } from './read-quantity.js'
import { readNode } from './reader.js'
import type { Reading } from './reader.js'
import { checkReferences } from './references.js'
import { checkRows } from './rows.js'

/** What is known outside the site file. */
export type ValidateContext = {
  /** Names of the checklist entries; without them answers are not looked up. */
  readonly entries?: readonly string[]
  /** What fuels are called; without it a fuel in words is answered by its spelling alone. */
  readonly fuelNames?: FuelNames
  /** What figures can well be; without it only what is impossible is told. */
  readonly plausibility?: Plausibility
}

/**
 * Reads the raw site into the typed one. What cannot be read is left out with its diagnostic and the rest goes on;
 * `value` is null only where the enterprise or the period is missing. Families S, U1, U2 and P.
 */
export function validateSite(raw: RawMap, context: ValidateContext = {}): Staged<Site | null> {
  const whole = writeOut(raw, siteSchema, siteSchema) as RawMap
  const shape = checkShape(whole, context.fuelNames)
  const units = ownUnits(whole['units'], shape.bad)
  const reading: Reading = {
    bad: shape.bad,
    units: { custom: units.custom, ...moneyOf(whole['site'], context) },
    diagnostics: [],
    mentions: [],
    quantities: [],
    notApplicable: new Set(),
    rows: new Map(),
  }
  const site = readSite(reading, whole)
  const found = [
    ...shape.diagnostics,
    ...units.diagnostics,
    ...reading.diagnostics,
    ...checkReferences(whole, reading.mentions),
    ...(site === null ? [] : checkRows(site, reading.rows, context.entries)),
    ...(site === null ? [] : checkPlausibility(site, reading.quantities)),
    ...(site === null || context.plausibility === undefined
      ? []
      : checkFactory({ site, ...reading, plausibility: context.plausibility })),
  ]
  return { value: site, diagnostics: groupDiagnostics(found) }
}

/** The money of the site as it is written, for examples in messages. */
function moneyOf(
  enterprise: Raw | undefined,
  { plausibility }: ValidateContext,
): Pick<QuantityOptions, 'money'> {
  const currency = isRawMap(enterprise) ? enterprise['currency'] : undefined
  if (typeof currency !== 'string' || !isCurrency(currency)) return {}
  const perDollar = plausibility?.currencies.get(currency)
  return { money: { currency, ...(perDollar === undefined ? {} : { perDollar }) } }
}

/** Every list and map is there, empty where the file has none. */
function readSite(reading: Reading, raw: RawMap): Site | null {
  const site: Record<string, unknown> = { recp: '1' }
  for (const [section, schema] of Object.entries(siteSchema.properties ?? {})) {
    const node = resolveNode(schema, siteSchema)
    const value = raw[section]
    const read = value === undefined ? undefined : readNode(reading, schema, value, pointerOf(section))
    if (read !== undefined) site[section] = read
    else if (node.items !== undefined) site[section] = []
    else if (node['x-kind'] === 'map' || node['x-kind'] === 'facts') site[section] = Object.create(null)
  }
  return site['site'] === undefined || site['period'] === undefined ? null : (site as unknown as Site)
}

type OwnUnits = { readonly custom: ReadonlyMap<string, Unit>; readonly diagnostics: readonly Diagnostic[] }

/** Units that the site defines, in their order: a later one may build on an earlier one. */
function ownUnits(raw: Raw | undefined, bad: ReadonlySet<string>): OwnUnits {
  const custom = new Map<string, Unit>()
  const diagnostics: Diagnostic[] = []
  if (!isRawMap(raw)) return { custom, diagnostics }
  for (const unit of Object.keys(raw)) {
    const at = pointerOf('units', unit)
    const written = raw[unit]
    if (bad.has(at) || typeof written !== 'string') continue
    if ('unit' in parseUnit(unit)) {
      diagnostics.push(diagnose('U206', at, { unit }))
      continue
    }
    const defined = defineUnit(unit, written, at, { custom })
    if ('unit' in defined) custom.set(unit, defined.unit)
    else diagnostics.push(diagnose('U205', at, { unit, written }))
  }
  return { custom, diagnostics }
}
