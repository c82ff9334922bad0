import type { Lang } from '../../../src/model/text.js'
import { loadWorkbookDesign } from '../../../src/templates/workbook-design.js'

/** The design that comes with recp. */
export const DESIGN = loadWorkbookDesign().value

/** The full workbook in a language. */
export const full = (lang: Lang) => ({ lang, design: DESIGN })
