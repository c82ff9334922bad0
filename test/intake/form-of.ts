import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { formRequest, siteRequest } from '../../src/report/xlsx/intake/requests.js'
import { writeIntake } from '../../src/report/xlsx/intake/write-intake.js'
import { rawMap } from '../../src/model/raw.js'
import { readExampleRows } from '../../src/templates/example-rows.js'
import { readStarter } from '../../src/templates/starters.js'

const templates = fileURLToPath(new URL('../../templates/', import.meta.url))

/** The form of a starter, as `recp init --excel` writes it, with two questions. */
export function formOf(name: string, lang: 'en' | 'vi'): Promise<Uint8Array> {
  const starter = readStarter(join(templates, 'sites'), name)
  return writeIntake(
    formRequest({
      lang,
      name: starter.name,
      site: rawMap([
        ['site', rawMap(starter.sector === undefined ? [] : [['sector', starter.sector]])],
        ...Object.entries(starter.site),
      ]),
      examples: readExampleRows(join(templates, 'workbooks', 'example-rows.yaml')),
      questions: ['water-leak-repair', 'boiler-economizer'].map((id) => ({
        id,
        group: { en: 'Water', vi: 'Nước' },
        text: { en: `Is ${id} useful?`, vi: `${id} có ích không?` },
      })),
      facts: starter.ask,
      ids: new Map([
        ['sector', ['brewery']],
        ['fuel', ['diesel', 'lpg']],
      ]),
    }),
  )
}

/** A workbook with one or two rows on every sheet that is filled in most. */
export function smallWorkbook(lang: 'en' | 'vi'): Promise<Uint8Array> {
  const rows = readExampleRows(join(templates, 'workbooks', 'example-rows.yaml'))
  return writeIntake(siteRequest(rows, { lang, date: '2025-12-31', ids: new Map() }))
}
