import { LABEL_ROW } from '../../../intake/places.js'
import type { Cell, Row, Sheet } from '../book.js'
import { bilingual } from './heads.js'
import type { IntakeRequest } from './request.js'
import { WORDS } from './words.js'

/** The first sheet: what this is, how to fill it in, what the colours mean, and the way to the other sheets. */
export function startSheet({ lang, title, form }: IntakeRequest, sheets: readonly Sheet[]): Sheet {
  const line = (...cells: (Cell | null)[]): Row => ({ cells: [null, ...cells] })
  const heading = (text: string): Row => ({
    ...line({ text, style: 'heading', span: { columns: 3 } }),
    height: 22,
  })
  const steps = WORDS.steps.map((step, i) =>
    line(
      { number: i + 1, style: 'label', align: 'center' },
      { text: step[lang], style: 'paragraph', span: { columns: 2 } },
    ),
  )
  const legend: readonly Row[] = [
    line({ blank: true, style: 'entry-required' }, { text: WORDS.legendRequired[lang], style: 'text' }),
    line({ blank: true, style: 'entry' }, { text: WORDS.legendEntry[lang], style: 'text' }),
    ...(form
      ? [
          line(
            { text: WORDS.example[lang], style: 'example' as const },
            { text: WORDS.legendExample[lang], style: 'text' as const },
          ),
        ]
      : []),
  ]
  const links = sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) =>
      line(
        null,
        { text: sheet.name, link: { sheet: sheet.id, cell: `B${LABEL_ROW + 1}` }, style: 'link' },
        { text: aboutOf(sheet), style: 'muted' },
      ),
    )
  return {
    id: 'start',
    name: WORDS.start[lang],
    tabColor: 'F2A900',
    columns: [{ width: 3 }, { width: 10 }, { width: 34 }, { width: 86 }],
    rows: [
      { cells: [] },
      line({ text: title[lang], style: 'title', wrap: false }),
      line({ text: bilingual(WORDS.subtitle, lang).replace('\n', '  ·  '), style: 'subtitle', wrap: false }),
      { cells: [] },
      heading(WORDS.howTo[lang]),
      ...steps,
      { cells: [] },
      heading(WORDS.legend[lang]),
      ...legend,
      { cells: [] },
      heading(WORDS.sheets[lang]),
      ...links,
    ],
  }
}

function aboutOf(sheet: Sheet): string {
  const cell = sheet.rows[1]?.cells[0]
  return cell && 'text' in cell ? (cell.text.split('. ')[0] ?? '').replace(/\.$/, '') : ''
}
