import { existsSync } from 'node:fs'
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
import { EMPTY_COLUMN, LISTS, NEEDED_COLUMNS, type ListId } from '../model/workbook-lists.js'
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
import { readPacked } from './packed-content.js'
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
  if (existsSync(packed)) return { value: readPacked(packed), diagnostics: [] }
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
      columns: new Map(columns === undefined ? [] : columnsFrom(columns)),
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
    if (part === undefined) refuse(fields, 'without-parts', written, AUDIT_PARTS.join(' | '))
    return part ?? []
  })
}

function refuse({ file, at, problems }: Fields, name: string, written: string, expected: string): void {
  const field = at === '' ? name : `${at}.${name}`
  problems.push(diagnose('C104', '', { file, field, written, expected }))
}

function columnsFrom(fields: Fields): readonly (readonly [ListId, readonly LayoutColumn[]])[] {
  const lists = Object.keys(LISTS) as ListId[]
  noOthers(fields, lists)
  return lists.flatMap((list) => {
    const columns = has(fields, list) ? listFrom(fields, list) : []
    return columns.length === 0 ? [] : [[list, columns] as const]
  })
}

/** The columns of a list; none, so that what is below stays, where it lacks what it needs. */
function listFrom(fields: Fields, list: ListId): readonly LayoutColumn[] {
  const columns = mapList(fields, list).flatMap((column) => columnFrom(column, LISTS[list]))
  const own = columns.flatMap(({ id, from }) => (from === undefined ? id : []))
  const lacking = (NEEDED_COLUMNS[list] ?? []).filter((needed) => !own.includes(needed))
  if (lacking.length === 0 && columns.length > 0) return columns
  refuse(fields, list, own.join(', '), (lacking.length > 0 ? lacking : LISTS[list]).join(' | '))
  return []
}

function columnFrom(fields: Fields, known: readonly string[]): readonly LayoutColumn[] {
  noOthers(fields, ['id', 'figure', 'text', 'head', 'width', 'span'])
  const kind = (['figure', 'text'] as const).find((name) => has(fields, name))
  const head = kind === undefined ? optionalWords(fields, 'head') : words(fields, 'head')
  const look = { ...(head !== undefined && { head }), ...widthFrom(fields), ...spanFrom(fields) }
  if (kind !== undefined) {
    const property = text(fields, kind)
    return property === '' ? [] : [{ id: property, from: kind, ...look }]
  }
  const id = oneOf(fields, 'id', [...known, EMPTY_COLUMN], '')
  return id === '' ? [] : [{ id, ...look }]
}

/** Excel's bound. */
const WIDEST = 255

/** `12`, `money`, or `money+1`. */
function widthFrom(fields: Fields): Pick<LayoutColumn, 'width' | 'overMoney'> {
  const written = optionalText(fields, 'width')
  if (written === undefined) return {}
  const [found, money, number] = /^(?:(money)(?:\+(?=\d))?)?(\d+(?:\.\d+)?)?$/.exec(written) ?? []
  const width = Number(number ?? 0)
  if (found === undefined || width > WIDEST || (width === 0 && money === undefined)) {
    refuse(fields, 'width', written, '12 | money | money+1')
    return {}
  }
  return money === undefined ? { width } : { overMoney: width }
}

function spanFrom(fields: Fields): Pick<LayoutColumn, 'span'> {
  const span = optionalNumber(fields, 'span')
  if (span === undefined) return {}
  if (Number.isInteger(span) && span >= 1 && span <= WIDEST) return { span }
  refuse(fields, 'span', String(span), `1 … ${WIDEST}`)
  return {}
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
