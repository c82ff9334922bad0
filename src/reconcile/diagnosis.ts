import type { Ledger } from '../formula/index.js'
import type { Balance, Diagnosis, GlobalTest, Leak, NodalClosure, Suspect } from '../model/balances.js'
import { layerUnit, type Inventory } from '../model/inventory.js'
import type { BalanceLaw } from '../model/law.js'
import type { Text } from '../model/text.js'
import { lawPlace } from './balance-figures.js'
import { normalLimit } from './distributions.js'
import { measuredThings } from './measured-things.js'
import type { Released } from './release-laws.js'
import { equationIn, lawEquation } from './site-problem.js'
import type { Reconciliation } from './reconciliation.js'

type Work = Released & {
  readonly inventory: Inventory
  readonly laws: readonly BalanceLaw[]
  readonly ledger: Ledger
}

/** Two-sided at 5 %, found with a probability of 90 %: the distance in deviations of what is seen. */
const SEEN = normalLimit(0.025) + normalLimit(0.1)

export function globalTestOf({ chi2, dof, critical, pValue, passed }: Reconciliation): GlobalTest {
  return { chi2, dof, critical95: critical, p: pValue, passed }
}

/** A number of the reconciliation in the unit of a layer, as a figure. */
function solvedFigure(
  work: Work,
  figure: { id: string; label: Text; unit: string; show?: '%'; value: number; sd?: number },
): string {
  const { sd, ...rest } = figure
  const spread = sd !== undefined && sd > 0 ? { sd } : {}
  return work.ledger.add({ ...rest, ...spread, kind: 'solved', method: 'reconciliation' }).id
}

const after = ({ en, vi }: Text, what: Text): Text => ({ en: `${en}: ${what.en}`, vi: `${vi}: ${what.vi}` })

function closureBefore(work: Work, law: BalanceLaw): NodalClosure[] {
  const { value, sd, terms } = equationIn(work.claimed, lawEquation(law))
  if (law.silent.length > 0 || terms.length === 0 || value === null || sd === null) return []
  const imbalance = solvedFigure(work, {
    id: `balance.${law.layer}.${law.step ?? 'site'}.before`,
    label: after(lawPlace(work.inventory, law), {
      en: 'imbalance as claimed',
      vi: 'chênh lệch theo số liệu đã cho',
    }),
    unit: layerUnit(law.layer),
    value,
    sd,
  })
  return [{ balance: law.id, imbalance, z: sd > 0 ? Math.abs(value) / sd : null }]
}

function suspectsOf(work: Work): Suspect[] {
  const claims = measuredThings(work.inventory)
  return work.imposed.serialElimination().steps.flatMap((step) => {
    const claim = claims.get(step.remove)
    const measured = claim === undefined ? undefined : work.ledger.get(claim.figure)
    if (claim === undefined || measured === undefined) return []
    const bias = solvedFigure(work, {
      id: `${claim.id}.bias`,
      label: after(measured.label, { en: 'error, if it alone is wrong', vi: 'sai số, nếu chỉ số này sai' }),
      unit: measured.unit,
      ...(measured.show && { show: measured.show }),
      value: step.biasEstimate,
    })
    const tiedWith = step.tiedWith.flatMap((id) => claims.get(id)?.id ?? [])
    return [{ claim: claim.id, z: step.z, bias, tiedWith }]
  })
}

function leaksOf(work: Work): Leak[] {
  const { glr, measurementTest } = work.imposed
  const found = work.laws.flatMap((law) => {
    const leak = glr.leak.get(law.id)
    if (leak === undefined || !(leak.T > measurementTest.criticalSingle ** 2)) return []
    return [{ law, leak }]
  })
  return found
    .toSorted((a, b) => b.leak.T - a.leak.T)
    .map(({ law, leak }) => ({
      balance: law.id,
      ratio: leak.T,
      size: solvedFigure(work, {
        id: `balance.${law.layer}.${law.step ?? 'site'}.leak`,
        label: after(lawPlace(work.inventory, law), {
          en: 'unrecorded loss, if it alone is open',
          vi: 'tổn thất chưa ghi nhận, nếu chỉ cân bằng này hở',
        }),
        unit: layerUnit(law.layer),
        value: leak.size,
      }),
    }))
}

/** What the measurements say before any balance is given up: closures first, as a plant engineer reads them. */
export function diagnosisOf(work: Work): Diagnosis {
  return {
    closures: work.laws.flatMap((law) => closureBefore(work, law)),
    test: globalTestOf(work.imposed),
    limit: work.imposed.measurementTest.criticalSidak,
    suspects: suspectsOf(work),
    leaks: leaksOf(work),
  }
}

/** Smallest loss that would be seen: by all measurements where the law is imposed, else by those of its own flows. */
function detectableLoss(work: Work, law: BalanceLaw): number | null {
  const checked = work.result.detectability.leak.get(law.id)
  if (checked !== undefined) return checked
  if (law.silent.length > 0) return null
  const open = work.released.has(law.id) || law.step === null
  const equation = lawEquation(law)
  const sd = open ? (equationIn(work.claimed, equation).sd ?? equationIn(work.result, equation).sd) : null
  return sd === null || !(sd > 0) ? null : SEEN * sd
}

/** The balance with the smallest loss that these measurements would show. */
export function withDetectable(work: Work, balance: Balance): Balance {
  const law = work.laws.find((candidate) => candidate.id === balance.id)
  const value = law === undefined ? null : detectableLoss(work, law)
  if (law === undefined || value === null) return balance
  const detectable = solvedFigure(work, {
    id: `balance.${law.layer}.${law.step ?? 'site'}.detectable`,
    label: after(lawPlace(work.inventory, law), {
      en: 'smallest loss that these measurements show',
      vi: 'tổn thất nhỏ nhất mà các phép đo này cho thấy',
    }),
    unit: layerUnit(law.layer),
    value,
  })
  return { ...balance, detectable }
}
