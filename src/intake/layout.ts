import type { Text } from '../model/text.js'

/** Sections of a site file that are no lists: each field of theirs is a row of the sheet General. */
export const GENERAL_SECTIONS = [
  'site',
  'audit',
  'period',
  'boundary',
  'per',
  'language',
  'baseline',
  'units',
  'economics',
  'uncertainty',
] as const

/** The order of the sheets. Whatever the schema has beside these would be missed by the workbook; a test compares. */
export const SHEET_ORDER = [
  'general',
  'products',
  'materials',
  'water',
  'energy',
  'residues',
  'steps',
  'flows',
  'stocks',
  'meters',
  'readings',
  'bills',
  'analyses',
  'prices',
  'costs',
  'equipment',
  'facts',
  'answers',
  'measures',
  'substances',
  'limits',
  'permits',
  'targets',
  'indicators',
  'events',
  'notes',
  'factors',
  'benchmarks',
  'assert',
  'waive',
] as const

/** Sections of a site file that are rows of the sheet General, and the version that every workbook has. */
export const NO_SHEET_OF_THEIR_OWN: ReadonlySet<string> = new Set(['recp', ...GENERAL_SECTIONS])

const AMOUNT = ['amount', 'amount.unit', 'amount.plus-minus', 'amount.basis', 'amount.source']
const PRICE = ['price', 'price.unit']

/**
 * Columns in the order in which people fill them in; `*` stands for the substances of the site. A choice of layout
 * only: what the schema has beside these follows in columns folded away at the right.
 */
export const MAIN_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  products: ['name', ...AMOUNT, ...PRICE, 'mass', 'contains.*', 'note'],
  materials: ['name', 'role', ...AMOUNT, ...PRICE, 'in-product', 'contains.*', 'cas', 'note'],
  water: ['name', 'as', 'origin', ...AMOUNT, ...PRICE, 'treatment-cost', 'contains.*', 'note'],
  energy: ['name', 'fuel', ...AMOUNT, ...PRICE, 'ncv', 'gcv', 'note'],
  residues: [
    'name',
    'as',
    ...AMOUNT,
    ...PRICE,
    'destination',
    'waste-code',
    'hazardous',
    'contains.*',
    'note',
  ],
  steps: ['name', 'kind', 'balances', 'hours', 'batches', 'batch', 'temperature', 'note'],
  flows: ['of', 'from', 'to', ...AMOUNT, 'as', 'recycle', 'state.temperature', 'contains.*', 'note'],
  stocks: ['of', 'at', 'opening', 'opening.unit', 'closing', 'closing.unit', 'note'],
  meters: ['reads', 'name', 'unit', 'factor', 'accuracy', 'calibrated', 'note'],
  readings: ['meter', 'of', 'month', 'value', 'unit', 'value.basis', 'date', 'start', 'end', 'note'],
  bills: [
    'meter',
    'of',
    'start',
    'end',
    'amount',
    'unit',
    'bands.normal',
    'bands.peak',
    'bands.off-peak',
    'cost',
    'cost.unit',
    'vat',
    'demand',
    'power-factor',
    'reactive',
    'number',
    'note',
  ],
  analyses: ['at', 'date', 'values.*', 'lab', 'method', 'note'],
  prices: ['of', 'band', ...PRICE, 'start', 'end', 'hours', 'vat', 'source', 'note'],
  costs: ['step', 'class', 'name', 'amount', 'amount.unit', 'source', 'note'],
  answers: ['answer', 'note', 'by', 'date'],
  measures: [
    'title',
    'acts-on',
    'saves',
    'invest',
    'invest.unit',
    'life',
    'om',
    'status',
    'owner',
    'start',
    'due',
    'note',
  ],
  equipment: ['name', 'step', 'count', 'rated', 'load', 'hours', 'uses'],
}

/** Fields of a machine that stand after what the dictionary asks of it. */
export const LAST_OF_MACHINES = ['year', 'maker', 'note'] as const

/** Sheets that stay hidden until they hold something: few factories need them. */
export const HIDDEN_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'substances',
  'limits',
  'permits',
  'targets',
  'indicators',
  'events',
  'factors',
  'benchmarks',
  'assert',
  'waive',
])

/** Machines that most factories have; their sheets are there in every new workbook. */
export const USUAL_SYSTEMS = [
  'boiler',
  'steam',
  'air',
  'motor',
  'pump',
  'fan',
  'refrigeration',
  'lighting',
  'other',
] as const

/** Shorter names for tabs, which hold 31 letters. */
export const TAB_NAMES: Readonly<Record<string, Text>> = {
  'equipment.hvac': { en: 'Ventilation, air conditioning', vi: 'Thông gió, điều hòa' },
  'equipment.furnace': { en: 'Furnaces and ovens', vi: 'Lò nung, lò nhiệt luyện, tủ sấy' },
  'equipment.vehicle': { en: 'Vehicles and forklifts', vi: 'Phương tiện vận chuyển, xe nâng' },
}
