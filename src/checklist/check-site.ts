import type { Staged } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import type { Gap } from '../model/indicators.js'
import type { Inventory } from '../model/inventory.js'
import type { Finding } from '../model/opportunities.js'
import type { VariableLookup } from '../model/variables.js'
import type { Site, Waiver } from '../schema/site.js'
import type { Content } from '../templates/content.js'
import { deriveVariables } from './derive-variables.js'
import { runChecklists, type EntryWaiver } from './run-checklists.js'
import { siteVariables } from './site-variables.js'

/** What of the content is looked at: by name of an entry or of its system. */
export type Selection = {
  readonly content: Content
  readonly date?: string
  readonly sector?: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
}

/** Balanced site → findings of the checklists, with the variables that conditions and calculations look at. */
export function checkSite(
  input: {
    readonly site: Site
    readonly inventory: Inventory
    readonly figures: readonly Figure[]
    readonly gaps?: readonly Gap[]
  },
  context: Selection,
): Staged<{
  readonly findings: readonly Finding[]
  readonly variables: VariableLookup
  readonly figures: readonly Figure[]
}> {
  const { site } = input
  const derived = deriveVariables({
    ...input,
    content: context.content,
    currencies: context.content.currencies,
  })
  const { fuelClasses } = context.content
  const variables = siteVariables({ site, derived: derived.values, fuelClasses })
  const sector = context.sector ?? site.site.sector
  const date = context.date ?? site.audit?.date
  const { value, diagnostics } = runChecklists({
    content: { ...context.content, entries: selected(context) },
    variables,
    answers: site.answers,
    waivers: entryWaivers(site, context.content),
    stepKinds: new Set(Object.values(site.steps).flatMap(({ kind }) => kind ?? [])),
    ...(sector === undefined ? {} : { sector }),
    ...(date === undefined ? {} : { date }),
  })
  return { value: { findings: value, variables, figures: derived.figures }, diagnostics }
}

function selected({ content, only, skip = [] }: Selection): Content['entries'] {
  const named = (list: readonly string[], id: string, system: string): boolean =>
    list.includes(id) || list.includes(system)
  const kept = [...content.entries].filter(
    ([id, { system }]) =>
      (only === undefined || only.length === 0 || named(only, id, system)) && !named(skip, id, system),
  )
  return new Map(kept)
}

function entryWaivers(site: Site, content: Content): EntryWaiver[] {
  const about = (waiver: Waiver): boolean => content.entries.has(waiver.code)
  return site.waive.filter(about).map(({ code, at, by, reason, until }) => ({
    entry: code,
    by,
    reason,
    ...(at === undefined ? {} : { machine: at }),
    ...(until === undefined ? {} : { until }),
  }))
}
