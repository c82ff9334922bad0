import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { pointerOf } from '../../model/pointer.js'
import type { Quantity } from '../../model/quantity.js'
import type { Good, Measure } from '../../schema/site.js'
import { allGoods, type GoodList } from './goods.js'
import type { Checking } from './checking.js'

/** The same waste or the same saving under two names. */
export function sameTwice({ site }: Checking): readonly Diagnostic[] {
  return [
    ...pairs(Object.entries(site.residues)).flatMap(([[one, a], [other, b]]) =>
      isSameWaste(a, b)
        ? [
            diagnose('P503', pointerOf('residues', other), { one, other, written: b.amount?.written ?? '' }, [
              pointerOf('residues', one),
            ]),
          ]
        : [],
    ),
    ...pairs(Object.entries(site.measures)).flatMap(([[one, a], [other, b]]) =>
      isSameSaving(a, b)
        ? [
            diagnose('P504', pointerOf('measures', other), { one, other, target: b['acts-on'] }, [
              pointerOf('measures', one),
            ]),
          ]
        : [],
    ),
  ]
}

function pairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((second, j) => items.slice(0, j).map((first) => [first, second] as const))
}

/** One waste code and the same amount to the last digit: the record of the source and that of the store. */
function isSameWaste(a: Good, b: Good): boolean {
  const code = a.ewc ?? a['waste-code']
  return code !== undefined && code === (b.ewc ?? b['waste-code']) && isSame(a.amount, b.amount)
}

/** An amount that two measures save from the same flow; equal shares of one flow are common and no proof. */
function isSameSaving(a: Measure, b: Measure): boolean {
  const share = Object.keys(a.saves.unit.dimension).length === 0
  return a['acts-on'] === b['acts-on'] && !share && isSame(a.saves, b.saves) && isLive(a) && isLive(b)
}

function isLive({ status }: Measure): boolean {
  return status !== 'rejected'
}

function isSame(a: Quantity | undefined, b: Quantity | undefined): boolean {
  if (a === undefined || b === undefined || a.value === 0) return false
  const [left, right] = [a.value * a.unit.scale, b.value * b.unit.scale]
  const measured = JSON.stringify(a.unit.dimension) === JSON.stringify(b.unit.dimension)
  return measured && Math.abs(left - right) <= 1e-6 * Math.abs(left)
}

/** Words for what was bought, which is not what was used. */
const PURCHASE = /(?<!\p{L})(purchas|bought|deliver|mua vào|nhập kho|mua hàng)/iu

/** What can be kept in store and is known by its purchases needs its stock at both ends. */
export function purchasesWithoutStock({ site }: Checking): readonly Diagnostic[] {
  const held = new Set(Object.values(site.stocks).map(({ of }) => of))
  return allGoods(site).flatMap(({ id, list, good }) => {
    const said = `${good.amount?.source ?? ''} ${good.amount?.note ?? ''} ${good.note ?? ''}`
    const stored =
      list === 'materials' || (list === 'energy' && good.fuel !== undefined && good.fuel !== 'electricity')
    if (!stored || good.amount === undefined || held.has(id) || !PURCHASE.test(said)) return []
    return [
      diagnose('P502', good.amount.at, {
        good: id,
        thing: pointerOf(list, id),
        written: good.amount.written,
      }),
    ]
  })
}

/** Steps that nothing enters or leaves although flows are written; goods of which no amount is known at all. */
export function unconnected({ site, notApplicable }: Checking): readonly Diagnostic[] {
  const flows = Object.values(site.flows)
  const touched = new Set(flows.flatMap(({ from, to }) => [from, to]))
  const steps = flows.length === 0 ? [] : Object.keys(site.steps).filter((id) => !touched.has(id))
  return [
    ...steps.map((id) => diagnose('P506', pointerOf('steps', id), { thing: pointerOf('steps', id) })),
    ...allGoods(site).flatMap(({ id, list, good }) =>
      notApplicable.has(pointerOf(list, id, 'amount')) ? [] : missingAmount(site, id, list, good),
    ),
  ]
}

function missingAmount(site: Checking['site'], id: string, list: GoodList, good: Good): Diagnostic[] {
  const named =
    Object.values(site.flows).some(({ of }) => of === id) ||
    [...site.readings, ...site.bills].some((row) => row.of === id) ||
    Object.values(site.meters).some(({ reads }) => reads.some((term) => term.of === id))
  if (good.amount !== undefined || named) return []
  return [diagnose('P507', pointerOf(list, id), { thing: pointerOf(list, id) })]
}
