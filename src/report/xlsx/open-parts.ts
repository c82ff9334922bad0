import type { Workbook } from 'exceljs'
import type { OpenParts } from './repair.js'

/** The steps in which exceljs 4.4.0 writes a workbook, in its order (`XLSX.write`). */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addTables',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
] as const

type Zip = { readonly append: (text: string, options: { readonly name: string }) => void }

/** What the library's types leave out. */
type Writer = { readonly prepareModel: (model: object, options: object) => void } & Readonly<
  Record<(typeof STEPS)[number], (zip: Zip, model: object) => Promise<void>>
>

/**
 * The parts of a workbook as the library writes them, without its zip: they are changed before they are packed, and
 * to pack them twice takes longer than all changes.
 */
export async function openParts(workbook: Workbook): Promise<OpenParts> {
  const writer = workbook.xlsx as unknown as Writer
  const { model } = workbook as unknown as { readonly model: object }
  const parts: OpenParts = new Map()
  const zip: Zip = { append: (text, { name }) => parts.set(name, text) }
  writer.prepareModel(model, {})
  for (const step of STEPS) await writer[step](zip, model)
  return parts
}
