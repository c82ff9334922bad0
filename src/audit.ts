import { balanceSite } from './balance/balance-site.js'
import { compareBenchmarks } from './benchmark/compare-benchmarks.js'
import { checkSite } from './checklist/check-site.js'
import { checkCompliance } from './compliance/check-compliance.js'
import { evaluateOpportunities } from './evaluate/evaluate-opportunities.js'
import { computeIndicators } from './indicators/compute-indicators.js'
import type { Audit } from './model/audit.js'
import type { Diagnostic, Staged } from './model/diagnostic.js'
import type { InputFile, Places } from './model/place.js'
import type { RawMap } from './model/raw.js'
import { normalise } from './normalise/normalise.js'
import { reconcileBalances } from './reconcile/reconcile-balances.js'
import { assembleAudit } from './assemble-audit.js'
import type { Site } from './schema/site.js'
import { checkingContentOf } from './templates/checking-content.js'
import type { Content } from './templates/content.js'
import { withPresentNames } from './templates/renamed-entries.js'
import { validateSite } from './validate/validate-site.js'

/** A site file as `loadSite` read it. */
export type Loaded = {
  readonly value: RawMap | null
  readonly diagnostics: readonly Diagnostic[]
  readonly places: Places
  readonly files: readonly InputFile[]
}

/** What an audit needs beside the site: the content, and what the caller chose. */
export type AuditContext = {
  readonly content: Content
  /** Date of the audit, where the site file gives none or another is wanted; `yyyy-mm-dd`. */
  readonly date?: string
  readonly sector?: string
  /** Checklist entries or systems to run, or to leave out. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  /** `false` lets reconciled flows be negative. */
  readonly bounds?: boolean
}

export type AuditResult = { readonly audit: Audit | null; readonly diagnostics: readonly Diagnostic[] }

/**
 * The whole line: validate, normalise, balance, reconcile, indicators, benchmark, checklist, evaluate.
 * `audit` is null only where there is nothing to audit; the diagnostics then say why.
 */
export function auditSite(loaded: Loaded, context: AuditContext): AuditResult {
  if (loaded.value === null) return { audit: null, diagnostics: loaded.diagnostics }
  const validated = validateSite(loaded.value, checkingContentOf(context.content))
  return auditValidated(loaded, validated, context)
}

/** The line from a site that is validated already. */
export function auditValidated(
  loaded: Loaded,
  validated: Staged<Site | null>,
  context: AuditContext,
): AuditResult {
  const before = [...loaded.diagnostics, ...validated.diagnostics]
  const site = validated.value && withPresentNames(validated.value, context.content.renamed)
  if (site === null) return { audit: null, diagnostics: before }

  const normalised = normalise(site, context)
  if (normalised.value === null) return { audit: null, diagnostics: [...before, ...normalised.diagnostics] }
  const { inventory } = normalised.value
  const laws = balanceSite({ ...normalised.value })
  const reconciled = reconcileBalances({
    ...normalised.value,
    laws: laws.value,
    site,
    bounds: context.bounds ?? true,
  })
  const indicated = computeIndicators({ site, inventory, ...reconciled.value }, context)
  const compared = compareBenchmarks({ site, inventory, ...indicated.value }, context)
  const complied = checkCompliance({ site, inventory, ...compared.value }, context)
  const { figures } = complied.value
  const checked = checkSite({ site, inventory, ...compared.value, figures }, context)
  const { losses } = indicated.value.indicators
  const evaluated = evaluateOpportunities({ site, inventory, ...checked.value, losses }, context)

  const said = [normalised, laws, reconciled, indicated, compared, checked, evaluated]
  return assembleAudit({
    site,
    loaded,
    context,
    diagnostics: [...before, ...said.flatMap((stage) => stage.diagnostics)],
    inventory,
    reconciled: reconciled.value.reconciled,
    indicators: indicated.value.indicators,
    gaps: compared.value.gaps,
    compliance: complied.value.compliance,
    findings: checked.value.findings,
    evaluation: evaluated.value.evaluation,
    figures: evaluated.value.figures,
  })
}
