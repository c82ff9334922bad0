import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { pointerKeys, pointerOf } from '../model/pointer.js'
import type { Quantity } from '../model/quantity.js'
import type { Site } from '../schema/site.js'
import { convert, currencyOf, mayMeanThousands } from '../units/index.js'
import type { Measured } from './reader.js'

/** Hours of a leap year. */
const MOST_HOURS = 8784

/** Oxygen in dry air, ISO 2533, rounded up. */
const MOST_OXYGEN = 0.21

/** Shares that may well be above one or below zero: surcharges, changes, growth, ratios of two amounts. */
const FREE = new Set([
  'vat',
  'saves',
  'low',
  'high',
  'value',
  'with',
  'factor',
  'max',
  'min',
  'best',
  'typical',
  'accuracy',
])

/** Results and limits: `1.264 mg/m3` of a Vietnamese report is 1264. */
const IN_LABORATORY = /^\/(analyses\/\d+\/values|limits)\//

/** Readings and bills may be credits, which are asked about apart. */
const COUNTED = /^\/(readings|bills)\//

/** Fields whose sign means something. */
const SIGNED = new Set([
  'price',
  'saves',
  'low',
  'high',
  'value',
  'om',
  'cost',
  'vat',
  'min',
  'max',
  'with',
  'values',
  'offset',
])

/** Values that can be read and cannot well be true. */
export function checkPlausibility(site: Site, quantities: readonly Measured[]): readonly Diagnostic[] {
  return [
    ...quantities.flatMap((measured) => one(measured)),
    ...quantities.flatMap(({ quantity }) => otherCurrency(quantity, site.site.currency)),
    ...(['products', 'materials', 'water', 'energy', 'residues'] as const).flatMap((list) =>
      Object.entries(site[list]).flatMap(([id, good]) => [
        ...calorific(pointerOf(list, id), good.ncv, good.gcv),
        ...contents(pointerOf(list, id, 'contains'), good.contains),
      ]),
    ),
    ...Object.entries(site.flows).flatMap(([id, flow]) =>
      contents(pointerOf('flows', id, 'contains'), flow.contains),
    ),
  ]
}

/** Sections whose money is added up; facts, factors and benchmarks stay in the currency of their source. */
const ADDED = /^\/(products|materials|water|energy|residues|prices|bills|costs|measures|answers|economics)\//

/** One audit has one currency; what is in another one is left out wherever money is counted. */
function otherCurrency({ at, written, unit }: Quantity, currency: string): Diagnostic[] {
  const own = currencyOf(unit.dimension)
  if (own === undefined || own === currency || !ADDED.test(at)) return []
  return [diagnose('U331', at, { written, currency })]
}

function one({ quantity, node }: Measured): Diagnostic[] {
  const { at, written, value, unit } = quantity
  const base = value * unit.scale
  const wants = node.dimension ?? 'any'
  const field = pointerKeys(at).at(-1) ?? ''
  const found: Diagnostic[] = []
  const thing = at
  if (wants === 'time/time') {
    if (base > MOST_HOURS / 8760 + 1e-9) found.push(diagnose('P103', at, { thing, written }))
  } else if (isShare(wants, quantity) && !FREE.has(field)) {
    const most = field === 'o2' || node['x-variable']?.endsWith('.o2') === true ? MOST_OXYGEN : 1
    if (base > most + 1e-9) found.push(diagnose('P101', at, { thing, written, most: `${most * 100} %` }))
  }
  const cold = tooLow(quantity, wants)
  if (cold !== undefined) found.push(diagnose('P104', at, { thing, written, least: cold }))
  else if (value < 0 && !mayBeNegative(at, wants)) found.push(diagnose('P102', at, { thing, written }))
  if (found.length === 0 && mayMeanThousands(written) && (isAmount(wants) || IN_LABORATORY.test(at)))
    found.push(diagnose('P106', at, { thing, written, thousands: thousands(written) }))
  return found
}

function isShare(wants: string, { unit, of }: Quantity): boolean {
  return (
    wants.split('|').some((w) => w.trim() === 'share') &&
    Object.keys(unit.dimension).length === 0 &&
    of === undefined
  )
}

function isAmount(wants: string): boolean {
  return wants.startsWith('goods') || wants.startsWith('money')
}

function mayBeNegative(at: string, wants: string): boolean {
  const keys = pointerKeys(at)
  return (
    wants === 'any' ||
    wants.startsWith('temperature') ||
    wants === 'pressure' ||
    COUNTED.test(at) ||
    keys.some((key) => SIGNED.has(key))
  )
}

/** The least value of a temperature or pressure, where the quantity lies below it. */
function tooLow({ value, unit }: Quantity, wants: string): string | undefined {
  if (wants === 'temperature' && (value + unit.offset) * unit.scale < 0) return '-273.15 C'
  if (wants === 'pressure' && (value + unit.offset) * unit.scale < 0) return 'vacuum'
  return undefined
}

function thousands(written: string): string {
  return written.replace(/^([-+]?\d{1,3})\.(\d{3})/, '$1 $2')
}

function calorific(at: string, ncv: Quantity | undefined, gcv: Quantity | undefined): Diagnostic[] {
  if (ncv === undefined || gcv === undefined) return []
  const gross = convert(gcv.value, gcv.unit, ncv.unit)
  if (gross === undefined || gross >= ncv.value) return []
  return [diagnose('P105', `${at}/ncv`, { thing: at, net: ncv.written, gross: gcv.written })]
}

/** Shares of one whole; concentrations are not added, for a substance may be part of another. */
function contents(at: string, parts: Readonly<Record<string, Quantity>> | undefined): Diagnostic[] {
  const shares = Object.values(parts ?? {}).filter(({ unit }) => unit.text === '%')
  const sum = shares.reduce((total, { value }) => total + value, 0)
  if (sum <= 100.5 || shares.some(({ value }) => value > 100)) return []
  return [diagnose('P108', at, { thing: at, sum: Number(sum.toPrecision(4)).toString() })]
}
