/**
 * recp as a library: what a script may import. Everything else may change without notice.
 *
 *   const loaded = await loadSite('site.yaml')
 *   const { value: content } = loadContent()
 *   const { audit, diagnostics } = auditSite(loaded, { content })
 *   const { value: design } = loadWorkbookDesign()
 *   if (audit) await writeFile('site.xlsx', await writeWorkbook(audit, { lang: 'en', design }))
 */
export { auditSite, type AuditContext, type Loaded } from './audit.js'
export { loadSite, type SiteSource } from './load/load-site.js'
export { validateSite } from './validate/validate-site.js'
export { loadContent } from './templates/load-content.js'
export type { Content } from './templates/content.js'
export { reconcile, type EngineOptions, type ReconcileResult } from './reconcile/reconcile.js'
export type { Model } from './reconcile/model.js'
export { mfca } from './indicators/mfca.js'
export type { MfcaInput, MfcaOutcome, MfcaResult, RecycleConvention } from './indicators/mfca-types.js'
export { roundToSum } from './units/round-to-sum.js'
export { editionOf } from './report/edition.js'
export { loadWorkbookDesign } from './templates/workbook-design.js'
export { writeWorkbook } from './report/xlsx/write-workbook.js'
export type { Audit } from './model/audit.js'
export type { Diagnostic } from './model/diagnostic.js'
export type { Figure } from './model/figure.js'
export type { Site } from './schema/site.js'
export { VERSION } from './version.js'
