import { diagnose } from '../diagnostics/catalogue.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Figure } from '../model/figure.js'
import { convert, formatNumber, parseUnit } from '../units/index.js'
import type { Saving } from '../model/opportunities.js'
import type { StreamPackage } from '../model/opportunities.js'
import { figureId, type ActsOn, type Draft, type Evaluating } from './evaluating.js'

/** What an opportunity saves after all that act before it. */
export type InPackage = Pick<Saving, 'inPackage' | 'capped'>

export type Packaged = {
  /** `<opportunity>|<index of saving>` → its saving in the package. */
  readonly savings: ReadonlyMap<string, InPackage>
  readonly streams: readonly StreamPackage[]
}

/**
 * Several measures on one stream act one after the other: each saves its share of what the earlier ones leave, and
 * never more than is left. Loading order first, then payback, then id. Side effects shrink with the main saving.
 */
export function packageSavings(
  work: Evaluating,
  drafts: readonly Draft[],
  payback: (draft: Draft) => number,
): Packaged {
  const savings = new Map<string, InPackage>()
  const groups = new Map<string, { stream: ActsOn; members: Draft[] }>()
  for (const draft of drafts) {
    if (draft.savings.length === 0) continue
    const { stream } = draft
    if (stream === undefined || !comparable(work, draft, stream)) {
      draft.savings.forEach((saving, index) =>
        savings.set(`${draft.id}|${index}`, { inPackage: saving.base, capped: false }),
      )
      continue
    }
    const group = groups.get(stream.base) ?? { stream, members: [] }
    group.members.push(draft)
    groups.set(stream.base, group)
  }
  const streams = [...groups.values()].map(({ stream, members }) => {
    const ordered = [...members].sort(
      (a, b) => a.order - b.order || payback(a) - payback(b) || a.id.localeCompare(b.id, 'en'),
    )
    return actInOrder(work, stream, ordered, savings)
  })
  return { savings, streams }
}

/** Whether the main saving is counted in the same thing as the stream, so that it can be taken off it. */
function comparable(work: Evaluating, draft: Draft, stream: ActsOn): boolean {
  const main = draft.savings[0]
  const [saved, base] = [work.ledger.get(main?.base ?? ''), work.ledger.get(stream.base)]
  if (saved?.value == null || base?.value == null || base.value <= 0 || saved.value < 0) return false
  return inUnit(1, saved.unit, base.unit) !== undefined
}

function actInOrder(
  work: Evaluating,
  stream: ActsOn,
  ordered: readonly Draft[],
  savings: Map<string, InPackage>,
): StreamPackage {
  const { ledger } = work
  const unit = ledger.get(stream.base)?.unit ?? '1'
  const key = stream.base.replaceAll('.', '-')
  let rest = stream.base
  const saved: string[] = []
  for (const [place, draft] of ordered.entries()) {
    const main = draft.savings[0]
    if (main === undefined) continue
    const alone = ledger.get(main.base)
    const inPackage = ledger.derive({
      id: figureId(draft.id, 'in-package'),
      label: { en: 'Saving in the package', vi: 'Tiết kiệm trong gói giải pháp' },
      unit: alone?.unit ?? unit,
      formula: 'min(alone, stream) * rest / stream',
      uses: { alone: main.base, stream: stream.base, rest },
    })
    const before = ledger.get(stream.base)
    const capped =
      (inUnit(alone?.value ?? 0, alone?.unit ?? unit, unit) ?? 0) > (before?.value ?? 0) * (1 + 1e-12)
    savings.set(`${draft.id}|0`, { inPackage: inPackage.id, capped })
    if (capped) work.diagnostics.push(tooMuch(draft, alone, before))
    draft.savings.slice(1).forEach((side, index) => {
      // A measure that saves nothing itself still has all of its side effects.
      if (alone?.value === 0) {
        savings.set(`${draft.id}|${index + 1}`, { inPackage: side.base, capped: false })
        return
      }
      const figure = ledger.derive({
        id: figureId(draft.id, `in-package-${index + 2}`),
        label: { en: 'Side effect in the package', vi: 'Ảnh hưởng kèm theo trong gói giải pháp' },
        unit: ledger.get(side.base)?.unit ?? unit,
        formula: 'side * main_in_package / main',
        uses: { side: side.base, main_in_package: inPackage.id, main: main.base },
      })
      savings.set(`${draft.id}|${index + 1}`, { inPackage: figure.id, capped })
    })
    saved.push(inPackage.id)
    rest = ledger.derive({
      id: `stream.${key}.rest-${place + 1}`,
      label: { en: `${stream.label.en}: left`, vi: `${stream.label.vi}: còn lại` },
      unit,
      formula: 'before - saved',
      uses: { before: rest, saved: inPackage.id },
    }).id
  }
  const uses = Object.fromEntries(saved.map((figure, index) => [`s${index + 1}`, figure]))
  const sum = ledger.derive({
    id: `stream.${key}.saved`,
    label: { en: `${stream.label.en}: saved`, vi: `${stream.label.vi}: tiết kiệm` },
    unit,
    formula: `sum(${Object.keys(uses).join(', ')})`,
    uses,
  })
  return {
    stream: stream.id,
    label: stream.label,
    base: stream.base,
    saved: sum.id,
    rest,
    opportunities: ordered.map((draft) => draft.id),
  }
}

/** A value in another unit; `undefined` where they do not convert. */
export function inUnit(value: number, from: string, to: string): number | undefined {
  const [source, target] = [parseUnit(from), parseUnit(to)]
  return 'unit' in source && 'unit' in target ? convert(value, source.unit, target.unit) : undefined
}

function tooMuch(draft: Draft, alone: Figure | undefined, base: Figure | undefined): Diagnostic {
  const say = (figure: Figure | undefined): string =>
    figure?.value == null ? '–' : `${formatNumber(figure.value, { lang: 'en', digits: 4 })} ${figure.unit}`
  return diagnose('E201', draft.at ?? '', { opportunity: draft.id, saving: say(alone), base: say(base) })
}
