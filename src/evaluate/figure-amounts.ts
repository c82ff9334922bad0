import type { Derivation } from '../formula/index.js'
import type { Text } from '../model/text.js'
import { figureId, type Evaluating } from './evaluating.js'
import type { Act, Effect, Pool, Share } from './pools.js'
import type { Amounts, Left } from './sequence.js'

type Uses = Record<string, string>

/** Last part of the id of a saving in the package. */
export function inPackageId(draft: string, index: number): string {
  return figureId(draft, index === 0 ? 'in-package' : `in-package-${index + 1}`)
}

/** The key of a pool in the ids of its figures. */
export function poolKey(base: string): string {
  return base.replaceAll('.', '-')
}

/** The sequence as figures of the ledger, so that the workbook follows when a measured value is changed. */
export function figureAmounts(work: Evaluating): Amounts<string> {
  const steps = new Map<string, number>()
  const next = (pool: Pool): number => {
    const step = (steps.get(pool.base) ?? 0) + 1
    steps.set(pool.base, step)
    return step
  }
  const derive = (derivation: Derivation): string => work.ledger.derive(derivation).id
  return {
    base: ({ base }) => base,
    main: (act, effect, state) => {
      const label = { en: 'Saving in the package', vi: 'Tiết kiệm trong gói giải pháp' }
      return derive({
        id: inPackageId(act.draft.id, 0),
        label,
        unit: effect.unit,
        ...mainFormula(act, effect, state),
      })
    },
    side: (act, effect, state) => {
      const label = { en: 'Side effect in the package', vi: 'Ảnh hưởng kèm theo trong gói giải pháp' }
      const id = inPackageId(act.draft.id, effect.index)
      return derive({ id, label, unit: effect.unit, ...sideFormula(act, effect, state) })
    },
    rest: (pool, before, saved, share) =>
      derive({
        id: `stream.${poolKey(pool.base)}.rest-${next(pool)}`,
        label: labelOf(pool, { en: 'left', vi: 'còn lại' }),
        unit: pool.unit,
        formula: `before - saved${content(share)}`,
        uses: { before, saved, ...contentUse(share) },
      }),
    factor: (pool, before, rest, saved, share) =>
      derive({
        id: `stream.${poolKey(pool.base)}.factor-${(steps.get(pool.base) ?? 0) + 1}`,
        label: labelOf(pool, { en: 'share left of its parts', vi: 'tỷ lệ còn lại của các phần' }),
        unit: '1',
        show: '%',
        formula: `${before === undefined ? '' : 'before * '}if(rest > 0, (rest - saved${content(share)}) / rest, 0)`,
        uses: { ...(before === undefined ? {} : { before }), rest, saved, ...contentUse(share) },
      }),
    scaled: (pool, rest, now, then) =>
      derive({
        id: `stream.${poolKey(pool.base)}.rest-${next(pool)}`,
        label: labelOf(pool, { en: 'left after measures on the whole', vi: 'còn lại sau giải pháp chung' }),
        unit: pool.unit,
        formula: then === undefined ? 'rest * now' : 'if(earlier > 0, rest * now / earlier, 0 * rest)',
        uses: { rest, now, ...(then === undefined ? {} : { earlier: then }) },
      }),
  }
}

function labelOf({ label }: Pool, what: Text): Text {
  return { en: `${label.en}: ${what.en}`, vi: `${label.vi}: ${what.vi}` }
}

/** From the unit of a saving to that of a pool. */
function content(share: Share): string {
  return share.content === undefined ? '' : ' / content'
}

function contentUse(share: Share | undefined): Uses {
  return share?.content === undefined ? {} : { content: share.content }
}

type Formula = { readonly formula: string; readonly uses: Uses }

function mainFormula(act: Act, effect: Effect, state: Left<string>): Formula {
  const alone = effect.saving.base
  if (act.enabling) return { formula: '0 * alone', uses: { alone } }
  const taken = takenFormula(act, effect, state)
  return cappedFormula(effect, taken, state.left)
}

function takenFormula(act: Act, { saving, from }: Effect, { rest, lives }: Left<string>): Formula {
  const living = lives === undefined || act.livesOn === undefined
  const uses: Uses = { alone: saving.base, ...(living ? {} : { lives, used: act.livesOn.base }) }
  const own = living ? '' : ' * lives / used'
  if (from === undefined || rest === undefined || act.stream === undefined)
    return { formula: `alone${own}`, uses }
  if (act.absolute) {
    const most = from.content === undefined ? 'rest' : 'rest * content'
    return { formula: `min(alone${own}, ${most})`, uses: { ...uses, rest, ...contentUse(from) } }
  }
  const same = act.stream.base === from.pool.base
  const formula = `min(alone, stream)${own} * rest / ${same ? 'stream' : 'pool'}`
  return {
    formula,
    uses: { ...uses, stream: act.stream.base, rest, ...(same ? {} : { pool: from.pool.base }) },
  }
}

function cappedFormula({ good }: Effect, taken: Formula, left: string | undefined): Formula {
  if (left === undefined || good === undefined) return taken
  const through = good.content === undefined ? {} : { carries: good.content }
  const most = good.content === undefined ? 'max(left, 0 * left)' : 'max(left, 0 * left) * carries'
  return { formula: `min(${taken.formula}, ${most})`, uses: { ...taken.uses, left, ...through } }
}

function sideFormula(act: Act, effect: Effect, state: Left<string> & { readonly main?: string }): Formula {
  const [main] = act.effects
  const side = effect.saving.base
  // A measure that saves nothing itself still has all of its side effects.
  const none = main === undefined || main.alone === 0 || state.main === undefined
  const shrunk: Formula = none
    ? { formula: 'side', uses: { side } }
    : {
        formula: 'side * main_in_package / main',
        uses: { side, main_in_package: state.main, main: main.saving.base },
      }
  return cappedFormula(effect, shrunk, state.left)
}
