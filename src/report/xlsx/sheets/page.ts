import type { Audit } from '../../../model/audit.js'
import type { Figure } from '../../../model/figure.js'
import { WHOLE_SITE } from '../../../model/inventory.js'
import { namesOf, type Lang, type Text } from '../../../model/text.js'
import type {
  AuditPart,
  Edition,
  LayoutTab,
  WorkbookDesign,
  WorkbookLayout,
} from '../../../model/workbook-design.js'
import { flowNames, flowPlaces, type FlowPlaces } from '../../../model/flow-names.js'
import { WORDS } from '../texts.js'

/** What every sheet is drawn from. */
export type Page = {
  readonly audit: Audit
  readonly lang: Lang
  readonly ledger: ReadonlyMap<string, Figure>
  /** Names of goods, steps and flows in the language of the book, by id. */
  readonly goods: ReadonlyMap<string, string>
  readonly steps: ReadonlyMap<string, string>
  readonly flows: ReadonlyMap<string, string>
  /** Labels that several figures have. */
  readonly shared: ReadonlySet<string>
  /** What tells flows of one name apart. */
  readonly places: FlowPlaces
  readonly design: WorkbookDesign
  /** The preset, and the edition where it is not everything. */
  readonly layout: WorkbookLayout
  readonly edition?: Edition
  /** What a head in English means, for the notes on heads. */
  readonly meanings: ReadonlyMap<string, Text>
}

/** How a book is wanted: the design it is made by, and which preset and edition of it. */
export type Wanted = {
  readonly lang: Lang
  readonly design: WorkbookDesign
  /** `full` where none is named. */
  readonly preset?: string
  readonly edition?: string
}

export const DEFAULT_PRESET = 'full'

/** The page of an audit; throws where the design has no such preset or edition. The audit is already that of the edition. */
export function pageOf(audit: Audit, { lang, design, preset = DEFAULT_PRESET, edition }: Wanted): Page {
  const layout = design.layouts.get(preset)
  if (layout === undefined) throw new Error(`there is no preset "${preset}" of the workbook`)
  const withheld = edition === undefined ? undefined : design.editions.get(edition)
  if (edition !== undefined && withheld === undefined)
    throw new Error(`there is no edition "${edition}" of the workbook`)
  const { goods, steps } = audit.inventory
  const ledger = new Map(audit.figures.map((figure) => [figure.id, figure]))
  return {
    audit,
    lang,
    ledger,
    goods: namesOf(goods, lang),
    steps: new Map([...namesOf(steps, lang), [WHOLE_SITE, WORDS.wholeSite[lang]]]),
    flows: flowNames(audit.inventory, lang),
    places: flowPlaces(audit.inventory, lang),
    shared: sharedLabels(audit.figures, lang),
    design,
    layout,
    ...(withheld !== undefined && { edition: withheld }),
    meanings: new Map(
      design.glossary.flatMap(({ meaning, also }) => also.map((head) => [head, meaning] as const)),
    ),
  }
}

/** Whether the edition does without a part of the audit. */
export function isWithheld({ edition }: Page, part: AuditPart): boolean {
  return edition?.withoutParts.includes(part) === true
}

/** Whether the book has a sheet as far as its preset and its edition say. */
export function isWanted({ layout, edition }: Page, tab: LayoutTab): boolean {
  return layout.sheets.some(({ sheet }) => sheet === tab) && edition?.withoutSheets.includes(tab) !== true
}

/** What the words about a figure need. */
export type FigurePage = Pick<Page, 'lang' | 'ledger' | 'shared' | 'places' | 'goods'>

/** Ids whose label needs the name of its flow or good beside it, because another figure of the kind has the same. */
const NAMED_BY_ID = /^(?:claim|flow|norm|loss|stock)\.([^.]+)/

function sharedLabels(figures: readonly Figure[], lang: Lang): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { id, label } of figures) {
    if (!NAMED_BY_ID.test(id)) continue
    const key = `${id.split('.')[0] ?? ''}|${label[lang]}`
    if (seen.has(key)) shared.add(key)
    seen.add(key)
  }
  return shared
}

/** What a figure is called: its label, and what tells its flow apart where the label alone could be another's. */
export function labelOf(page: FigurePage, id: string): string {
  const label = page.ledger.get(id)?.label[page.lang]
  if (label === undefined) return id
  const [, name] = NAMED_BY_ID.exec(id) ?? []
  const shared = name !== undefined && page.shared.has(`${id.split('.')[0] ?? ''}|${label}`)
  if (!shared) return label
  const whole = page.goods.has(name) ? say(page, WORDS.wholeSite) : name
  return `${label} (${page.places.get(name) ?? whole})`
}

/** The value of a figure, `null` when it is not known or not there. */
export function valueOf(page: Page, id: string | undefined): number | null {
  return (id === undefined ? undefined : page.ledger.get(id))?.value ?? null
}

export function say(page: Pick<Page, 'lang'>, words: Text): string {
  return words[page.lang]
}
