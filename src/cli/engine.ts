import { resolve } from 'node:path'
import type { CheckedPack } from '../check-pack.js'
import type { LoadedSite } from '../load/load-site.js'
import type { Audit } from '../model/audit.js'
import type { Calculated } from '../model/calculated.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import type { InputFile, Places } from '../model/place.js'
import type { Lang } from '../model/text.js'
import type { Site as ValidSite } from '../schema/site.js'
import type { CheckingContent } from '../templates/checking-content.js'
import type { WorkbookDesign } from '../model/workbook-design.js'
import type { Content } from '../templates/content.js'
import type { ValidateContext } from '../validate/validate-site.js'

type ValidatedSite = Staged<ValidSite | null>

/** A site file as the command line handles it: read and checked, but not yet audited. */
export type Site = {
  /** The path as the user wrote it. */
  readonly shown: string
  readonly files: readonly InputFile[]
  /** Absolute paths of every file that was read; none of them is ever written over. */
  readonly paths: readonly string[]
  readonly id: string | null
  /** False where the shape is so wrong that nothing can be audited. */
  readonly ready: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly places: Places
  /** What the audit takes. */
  readonly loaded: LoadedSite | null
  /** What validation made of it; null where nothing could be read. */
  readonly checked: ValidatedSite | null
}

export type SiteRequest = {
  readonly shown: string
  readonly cwd: string
  readonly text?: string
  /** What the content knows about site files in general. */
  readonly known?: ValidateContext
  /** Decimals in cells of a workbook that hold text. */
  readonly decimal?: 'point' | 'comma'
}

export type AuditChoices = {
  readonly content: Content
  readonly date?: string
  readonly sector?: string
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  /** `false` lets reconciled flows be negative. */
  readonly bounds?: boolean
}

export type AuditRun = { readonly audit: Audit | null; readonly diagnostics: readonly Diagnostic[] }

/** How the audit workbook is wanted; see `Wanted`. */
export type BookChoices = {
  readonly design: WorkbookDesign
  readonly preset?: string
  readonly edition?: string
}

/** Everything the commands want from the rest of recp, so that a test can stand in for it. */
export type Engine = {
  readonly loadContent: (
    dirs: readonly string[],
  ) => Promise<{ readonly content: Content; readonly diagnostics: readonly Diagnostic[] }>
  /** The little of the content that `check` needs. */
  readonly checkingContent: (dirs: readonly string[]) => Promise<CheckingContent>
  /** Reads a folder of templates over the content of recp and checks all of it. */
  readonly checkTemplates: (dir: string) => Promise<CheckedPack>
  readonly loadSite: (request: SiteRequest) => Promise<Site>
  readonly audit: (site: Site, choices: AuditChoices) => Promise<AuditRun>
  readonly workbookDesign: (dirs: readonly string[]) => Promise<Staged<WorkbookDesign>>
  readonly workbook: (audit: Audit, lang: Lang, choices: BookChoices) => Promise<Uint8Array>
  /** Layers of which a drawing can be made, the one to draw first at the beginning; and the drawing as SVG. */
  readonly sankeyLayers: (audit: Audit) => Promise<readonly string[]>
  readonly sankey: (audit: Audit, layer: string, lang: Lang) => Promise<Uint8Array>
  readonly calculationSheet: (calculated: Calculated, lang: Lang) => Promise<Uint8Array>
}

async function loadContent(
  dirs: readonly string[],
): Promise<{ readonly content: Content; readonly diagnostics: readonly Diagnostic[] }> {
  const { loadContent: load } = await import('../templates/load-content.js')
  const { value, diagnostics } = load({ dirs })
  return { content: value, diagnostics }
}

async function checkingContent(dirs: readonly string[]): Promise<CheckingContent> {
  const { checkingContent: read } = await import('../templates/checking-content.js')
  return read(dirs)
}

async function checkTemplates(dir: string): Promise<CheckedPack> {
  const { checkPack } = await import('../check-pack.js')
  return checkPack(dir)
}

/** Reads and checks a site. Names of files are those the user wrote, also where recp runs in another folder. */
async function loadSite({ shown, cwd, text, known = {}, decimal }: SiteRequest): Promise<Site> {
  const { loadSite: load } = await import('../load/load-site.js')
  const { validateSite } = await import('../validate/validate-site.js')
  const path = cwd === process.cwd() ? shown : resolve(cwd, shown)
  const source = text === undefined ? path : { text, name: shown, folder: cwd }
  const read = await load(source, decimal === undefined ? {} : { decimal })
  const checked = read.value === null ? null : validateSite(read.value, known)
  const paths = read.files.map(({ file }) => resolve(cwd, file))
  return {
    shown,
    files: read.files,
    paths: text === undefined ? [resolve(cwd, shown), ...paths] : paths.slice(1),
    id: checked?.value?.site.id ?? null,
    ready: (checked?.value ?? null) !== null,
    diagnostics: [...read.diagnostics, ...(checked?.diagnostics ?? [])],
    places: read.places,
    loaded: read,
    checked,
  }
}

async function audit(site: Site, choices: AuditChoices): Promise<AuditRun> {
  if (site.loaded === null || site.checked === null) return { audit: null, diagnostics: site.diagnostics }
  const { auditValidated } = await import('../audit.js')
  return auditValidated(site.loaded, site.checked, choices)
}

async function workbookDesign(dirs: readonly string[]): Promise<Staged<WorkbookDesign>> {
  const { loadWorkbookDesign } = await import('../templates/workbook-design.js')
  return loadWorkbookDesign(dirs)
}

async function workbook(audit: Audit, lang: Lang, choices: BookChoices): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../report/xlsx/write-workbook.js')
  return writeWorkbook(audit, { lang, ...choices })
}

async function sankeyLayers(audit: Audit): Promise<readonly string[]> {
  const { sankeyLayers: layersOf } = await import('../report/sankey/diagrams.js')
  return layersOf(audit)
}

async function sankey(audit: Audit, layer: string, lang: Lang): Promise<Uint8Array> {
  const { sankeySvg } = await import('../report/sankey/diagrams.js')
  return new TextEncoder().encode(sankeySvg(audit, layer, lang))
}

async function calculationSheet(calculated: Calculated, lang: Lang): Promise<Uint8Array> {
  const { writeCalculation } = await import('../report/xlsx/write-calculation.js')
  return writeCalculation(calculated, { lang })
}

/** The rest of recp, each part loaded when it is first needed. */
export const realEngine: Engine = {
  loadContent,
  checkingContent,
  checkTemplates,
  loadSite,
  audit,
  workbookDesign,
  workbook,
  sankeyLayers,
  sankey,
  calculationSheet,
}
