import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic, Staged } from '../model/diagnostic.js'
import {
  AUDIT_PARTS,
  LAYOUT_SHEETS,
  type AuditPart,
  type Edition,
  type Grading,
  type LayoutColumn,
  type ProgrammeStep,
  type Term,
  type WorkbookDesign,
  type WorkbookLayout,
} from '../model/workbook-design.js'
import {
  fieldsOf,
  has,
  mapList,
  noOthers,
  oneOf,
  optionalNumber,
  optionalText,
  optionalTruth,
  optionalWords,
  text,
  textList,
  words,
  type Fields,
} from './fields.js'
import { unpackMaps } from './packed-content.js'
import { readFolder } from './read-pack.js'

const FOLDER = 'workbooks'

/** The design of the audit workbook: that of recp, with what folders of the user add or replace by file or sheet. */
export function loadWorkbookDesign(dirs: readonly string[] = []): Staged<WorkbookDesign> {
  const own = ownDesign()
  const laid = dirs.map((dir) => designOfFolder(dir))
  const value = laid.reduce((below, { value: above }) => laidOver(below, above), own.value)
  return { value, diagnostics: [own, ...laid].flatMap(({ diagnostics }) => diagnostics) }
}

function ownDesign(): Staged<WorkbookDesign> {
  const packed = fileURLToPath(new URL('./workbook-design.json', import.meta.url))
  if (existsSync(packed)) return { value: unpackMaps(readFileSync(packed, 'utf8')), diagnostics: [] }
  return designOfFolder(fileURLToPath(new URL('../../templates/', import.meta.url)))
}

function laidOver(below: WorkbookDesign, above: WorkbookDesign): WorkbookDesign {
  return {
    layouts: new Map([...below.layouts, ...above.layouts]),
    editions: new Map([...below.editions, ...above.editions]),
    columns: new Map([...below.columns, ...above.columns]),
    programme: above.programme.length > 0 ? above.programme : below.programme,
    glossary: above.glossary.length > 0 ? above.glossary : below.glossary,
    ...gradingIn(above.grading ?? below.grading),
  }
}

/** The design in the folder `workbooks` of a folder of templates, with everything that is wrong in it. */
export function designOfFolder(folder: string): Staged<WorkbookDesign> {
  const { value: pack, diagnostics } = readFolder(folder, FOLDER)
  const problems: Diagnostic[] = [...diagnostics]
  const filesBelow = (name: string): readonly (readonly [string, Fields])[] =>
    [...pack.files].flatMap(([path, value]) => {
      const id = new RegExp(`^${FOLDER}/${name}/([^/]+)\\.ya?ml$`).exec(path)?.[1]
      return id === undefined ? [] : [[id, fieldsOf(path, '', value, problems)] as const]
    })
  /** A list at the top of a file is read as the field `list` of a map. */
  const file = (name: string): Fields | undefined => {
    const path = `${FOLDER}/${name}.yaml`
    const value = pack.files.get(path)
    if (value === undefined) return undefined
    return fieldsOf(path, '', Array.isArray(value) ? { list: value } : value, problems)
  }
  const columns = file('columns')
  const steps = file('programme')
  const terms = file('glossary')
  const grades = file('grades')
  return {
    value: {
      layouts: new Map(filesBelow('layouts').map(([id, fields]) => [id, layoutFrom(id, fields)])),
      editions: new Map(filesBelow('editions').map(([id, fields]) => [id, editionFrom(id, fields)])),
      columns: new Map(
        columns === undefined
          ? []
          : Object.keys(columns.value).map((sheet) => [sheet, mapList(columns, sheet).map(columnFrom)]),
      ),
      programme: steps === undefined ? [] : programmeFrom(steps),
      glossary: terms === undefined ? [] : mapList(terms, 'list').map(termFrom),
      ...gradingIn(grades && gradingFrom(grades)),
    },
    diagnostics: problems,
  }
}

function layoutFrom(id: string, fields: Fields): WorkbookLayout {
  noOthers(fields, ['title', 'about', 'sheets'])
  return {
    id,
    title: words(fields, 'title'),
    about: words(fields, 'about'),
    sheets: mapList(fields, 'sheets').map((sheet) => {
      noOthers(sheet, ['sheet', 'chapter', 'outcomes'])
      const chapter = optionalWords(sheet, 'chapter')
      return {
        sheet: oneOf(sheet, 'sheet', LAYOUT_SHEETS, 'summary'),
        ...(chapter !== undefined && { chapter }),
        outcomes: textList(sheet, 'outcomes'),
      }
    }),
  }
}

function editionFrom(id: string, fields: Fields): Edition {
  noOthers(fields, [
    'title',
    'about',
    'without-sheets',
    'without-money',
    'without-figures',
    'without-facts',
    'without-parts',
  ])
  return {
    id,
    title: words(fields, 'title'),
    about: words(fields, 'about'),
    withoutSheets: textList(fields, 'without-sheets'),
    withoutMoney: optionalTruth(fields, 'without-money') ?? false,
    withoutFigures: textList(fields, 'without-figures'),
    withoutFacts: textList(fields, 'without-facts'),
    withoutParts: partsFrom(fields),
  }
}

function partsFrom(fields: Fields): readonly AuditPart[] {
  return textList(fields, 'without-parts').flatMap((written) => {
    const part = AUDIT_PARTS.find((known) => known === written)
    if (part !== undefined) return [part]
    fields.problems.push(
      diagnose('C104', '', {
        file: fields.file,
        field: 'without-parts',
        written,
        expected: AUDIT_PARTS.join(' | '),
      }),
    )
    return []
  })
}

function columnFrom(fields: Fields): LayoutColumn {
  noOthers(fields, ['id', 'figure', 'text', 'head', 'width'])
  const kind = (['figure', 'text'] as const).find((name) => has(fields, name))
  const width = optionalNumber(fields, 'width')
  const sized = width === undefined ? {} : { width }
  if (kind === undefined) return { id: text(fields, 'id'), ...sized }
  const property = optionalText(fields, kind) ?? ''
  return { id: property, head: words(fields, 'head'), from: { kind, property }, ...sized }
}

function programmeFrom(fields: Fields): readonly ProgrammeStep[] {
  noOthers(fields, ['steps'])
  let number = 0
  return mapList(fields, 'steps').map((step) => {
    noOthers(step, ['title', 'tasks'])
    const tasks = mapList(step, 'tasks').map((task) => {
      noOthers(task, ['title', 'shown-by'])
      number += 1
      return { number, title: words(task, 'title'), shownBy: text(task, 'shown-by') }
    })
    return { title: words(step, 'title'), tasks }
  })
}

function gradingIn(grading: Grading | undefined): Pick<WorkbookDesign, 'grading'> {
  return grading === undefined ? {} : { grading }
}

function gradingFrom(fields: Fields): Grading {
  noOthers(fields, ['note', 'grades'])
  const grades = mapList(fields, 'grades').map((grade) => {
    noOthers(grade, ['grade', 'from'])
    return { grade: text(grade, 'grade'), from: optionalNumber(grade, 'from') ?? 0 }
  })
  return { note: words(fields, 'note'), grades: [...grades].sort((a, b) => b.from - a.from) }
}

function termFrom(fields: Fields): Term {
  noOthers(fields, ['term', 'meaning', 'also'])
  return { term: words(fields, 'term'), meaning: words(fields, 'meaning'), also: textList(fields, 'also') }
}
