import { rawMap } from '../model/raw.js'
import type { Raw, RawMap } from '../model/raw.js'
import { basisOf } from '../units/index.js'

/** Fields of a quantity that may stand in columns of their own beside its number. */
export const QUANTITY_PARTS = [
  'value',
  'unit',
  'plus-minus',
  'basis',
  'source',
  'date',
  'note',
  'layer',
] as const

export type QuantityPart = (typeof QUANTITY_PARTS)[number]

/**
 * A quantity as cells. `main` is its own column: a number, or the whole text with unit. `value` is a column that is
 * there only where the map of a site file must be kept to the letter.
 */
export type QuantityCells = { readonly main?: string } & { readonly [K in QuantityPart]?: string }

const NUMBER = '[-+\\u2212]?(?:\\d{1,3}(?: \\d{3})+|\\d+)?(?:\\.\\d+)?(?:[eE][-+]?\\d+)?'
const BARE = new RegExp(`^(?:[<≤]\\s*)?(?=.*\\d)${NUMBER}$`, 'u')
const SPLIT = new RegExp(`^(${NUMBER}) (\\S.*?)(?: ± (\\S.*?))?(?: \\(([^(),;:]+)(?:, ([^()]+))?\\))?$`, 'u')

/** Whether a text is a number and nothing else, so that a unit may follow. */
export function isBareNumber(text: string): boolean {
  return BARE.test(text)
}

const NOT_APPLICABLE: ReadonlySet<string> = new Set(['-', '–', '—', 'n/a', 'không áp dụng'])

/** `-`, `n/a` and their like: not applicable, which is neither unknown nor zero. */
export function isNotApplicable(text: string): boolean {
  return NOT_APPLICABLE.has(text.toLowerCase())
}

/**
 * The quantity that a row of cells says, in the spelling of a site file: a text where that holds it all, else a map.
 * Without a number there is none, whatever the other cells say: a unit alone is no claim.
 */
export function composeQuantity(cells: QuantityCells): Raw | undefined {
  const { main, value, unit, basis, source, date, note, layer } = cells
  if (value !== undefined)
    return rawMap(
      QUANTITY_PARTS.flatMap((part) => {
        const text = cells[part]
        return text === undefined ? [] : [[part, text] as const]
      }),
    )
  if (main === undefined) return undefined
  if (isNotApplicable(main)) return 'n/a'
  const spread = cells['plus-minus']
  const text = `${main}${unit === undefined || ownUnit(main, unit) ? '' : ` ${unit}`}${spread === undefined ? '' : ` ± ${spread}`}`
  const bracketed = basis !== undefined && /^[^()]*$/.test(source ?? '')
  const more = date ?? note ?? layer ?? (bracketed ? undefined : source)
  if (more === undefined)
    return basis === undefined ? text : `${text} (${basis}${source === undefined ? '' : `, ${source}`})`
  return rawMap(
    Object.entries({ value: text, basis, source, date, note, layer }).flatMap(([key, field]) =>
      field === undefined ? [] : [[key, field] as const],
    ),
  )
}

/** The number brought the unit with it that stands in the next cell again. */
function ownUnit(main: string, unit: string): boolean {
  return !isBareNumber(main) && main.endsWith(unit)
}

/** A number with a unit of its own beside a cell with another one. */
export function unitsClash({ main, value, unit }: QuantityCells): boolean {
  if (main === undefined || value !== undefined || unit === undefined || isNotApplicable(main)) return false
  return !isBareNumber(main) && !main.endsWith(unit)
}

/** Cells that `composeQuantity` makes into exactly this quantity; in one column where `split` is false. */
export function quantityCells(raw: Raw, split: boolean): QuantityCells | undefined {
  if (typeof raw === 'string') return textCells(raw, split)
  if (Array.isArray(raw)) return undefined
  return mapCells(raw as RawMap)
}

function textCells(text: string, split: boolean): QuantityCells {
  const [, main = '', unit = '', spread, basis, source] = SPLIT.exec(text) ?? []
  if (!split || main === '') return { main: text }
  const known = basis === undefined || basisOf(basis) !== undefined
  const parts: QuantityCells = {
    main,
    unit,
    ...(spread === undefined ? {} : { 'plus-minus': spread }),
    ...(basis === undefined ? {} : { basis }),
    ...(source === undefined ? {} : { source }),
  }
  if (known && composeQuantity(parts) === text) return parts
  const rest = { main, unit: text.slice(main.length + 1) }
  return composeQuantity(rest) === text ? rest : { main: text }
}

function mapCells(raw: RawMap): QuantityCells | undefined {
  const fields = Object.entries(raw)
  const texts = fields.flatMap(([key, field]) => (typeof field === 'string' ? [[key, field] as const] : []))
  const parts = new Set<string>(QUANTITY_PARTS)
  if (texts.length < fields.length || fields.some(([key]) => !parts.has(key))) return undefined
  const given = Object.fromEntries(texts) as QuantityCells
  const { value = '', unit: _unit, ...beside } = given
  const cells = { ...textCells(value, true), ...beside }
  const kept = composeQuantity(cells)
  return kept !== undefined && sameFields(kept, given) ? cells : given
}

function sameFields(raw: Raw, given: QuantityCells): boolean {
  if (typeof raw === 'string' || Array.isArray(raw)) return false
  const other = raw as RawMap
  return [...QUANTITY_PARTS].every((part) => other[part] === given[part])
}
