import type { Audit } from '../model/audit.js'
import type { Figure } from '../model/figure.js'
import { isReached } from '../model/indicators.js'
import { layerName } from '../model/inventory.js'
import { isLeftOut } from '../model/opportunities.js'
import { type Lang, say, type Text } from '../model/text.js'
import type { Paint } from './paint.js'
import { formatNumber } from '../units/format.js'
import { showFigure, showShare } from './show-figure.js'

export type SummaryOptions = { readonly lang: Lang; readonly paint: Paint; readonly width: number }

const labels = {
  closure: say('closure', 'khép kín'),
  limits: say('limits', 'giới hạn'),
  targets: say('targets', 'mục tiêu'),
  losses: say('losses', 'tổn thất'),
  unseen: say('unseen', 'không thấy'),
  measure: say('measure', 'nên đo'),
  found: say('found', 'cơ hội'),
  look: say('look at', 'cần xem'),
  parts: say('unclear', 'chưa rõ'),
  problems: say('problems', 'vấn đề'),
  content: say('content', 'nội dung'),
  notKnown: say('not known', 'chưa biết'),
  noBalance: say('no balance of the whole site', 'chưa có cân bằng toàn nhà máy'),
}

const layerNames: ReadonlyMap<string, Text> = new Map([
  ['mass', say('material', 'vật chất')],
  ['water', say('water', 'nước')],
  ['energy', say('energy', 'năng lượng')],
])

/** What a balance is about, in a word. */
export function balanceName({ inventory }: Audit, layer: string, lang: Lang): string {
  return (layerNames.get(layer) ?? layerName(layer, inventory.substances))[lang]
}

const sentences = {
  exceed: {
    en: (n: number, all: number) => `${n} of ${all} results exceed their limit`,
    vi: (n: number, all: number) => `${n} trên ${all} kết quả vượt giới hạn`,
  },
  targets: {
    en: (n: number, all: number) => `${n} of ${all} reached`,
    vi: (n: number, all: number) => `đạt ${n} trên ${all}`,
  },
  farthest: {
    en: (label: string, gap: string) => `, farthest: ${label} ${gap}`,
    vi: (label: string, gap: string) => `, xa nhất: ${label} ${gap}`,
  },
  topThree: {
    en: (share: string) => `, ${share} of it in three streams`,
    vi: (share: string) => `, ${share} nằm ở ba dòng`,
  },
  unseen: {
    en: (sizes: string) => `losses under ${sizes}`,
    vi: (sizes: string) => `tổn thất dưới ${sizes}`,
  },
  measure: {
    en: (what: string, rest: string, now: string) => `${what}: losses known to ± ${rest} instead of ± ${now}`,
    vi: (what: string, rest: string, now: string) => `${what}: biết tổn thất đến ± ${rest} thay vì ± ${now}`,
  },
  found: {
    en: (n: number) => (n === 1 ? '1 opportunity' : `${n} opportunities`),
    vi: (n: number) => `${n} cơ hội`,
  },
  payBack: {
    en: (n: number) => `, ${n} pay${n === 1 ? 's' : ''} back within 2 years`,
    vi: (n: number) => `, ${n} hoàn vốn trong 2 năm`,
  },
  look: {
    en: (n: number, first: number) =>
      `${n === 1 ? '1 question' : `${n} questions`} to ask on site${first > 0 && first < n ? `, ${first} first` : ''}`,
    vi: (n: number, first: number) =>
      `${n} câu hỏi tại hiện trường${first > 0 && first < n ? `, ${first} câu trước` : ''}`,
  },
  needs: {
    en: (n: number) => `needs data  ${n === 1 ? '1 entry' : `${n} entries`}`,
    vi: (n: number) => `thiếu số liệu  ${n} mục`,
  },
  parts: {
    en: (n: number, waiting: number) =>
      `whether ${n === 1 ? '1 part' : `${n} parts`} of the factory ${n === 1 ? 'is' : 'are'} there; ${waiting === 1 ? '1 entry waits' : `${waiting} entries wait`} for that`,
    vi: (n: number, waiting: number) => `nhà máy có ${n} phần này hay không; ${waiting} mục chờ trả lời`,
  },
  problems: {
    en: (e: number, w: number) => `${e} error${e === 1 ? '' : 's'}, ${w} warning${w === 1 ? '' : 's'}`,
    vi: (e: number, w: number) => `${e} lỗi, ${w} cảnh báo`,
  },
}

export type Ledger = ReadonlyMap<string, Figure>

export function ledgerOf(audit: Audit): Ledger {
  return new Map(audit.figures.map((figure) => [figure.id, figure]))
}

function closures(audit: Audit, ledger: Ledger, lang: Lang): string {
  const whole = audit.reconciled.balances.filter((balance) => balance.step === null)
  if (whole.length === 0) return labels.noBalance[lang]
  return whole
    .map((balance) => {
      const closure = ledger.get(balance.closure)
      const value = closure?.value ?? null
      const shown = value === null ? labels.notKnown[lang] : showShare(value, lang)
      return `${balanceName(audit, balance.layer, lang)} ${shown}`
    })
    .join('   ')
}

function money(figure: Figure | undefined, lang: Lang): string {
  if (figure === undefined || figure.value === null) return labels.notKnown[lang]
  return showFigure(figure, lang, 'ascii', 3)
}

function losses(audit: Audit, ledger: Ledger, lang: Lang): string {
  const total = ledger.get(audit.indicators.totalLoss)
  const costs = audit.indicators.losses
    .map((loss) => ledger.get(loss.cost)?.value ?? null)
    .filter((cost) => cost !== null && cost > 0) as readonly number[]
  const sum = costs.reduce((a, b) => a + b, 0)
  const top = [...costs].sort((a, b) => b - a).slice(0, 3)
  if (costs.length <= 3 || sum === 0) return money(total, lang)
  const share = showShare(top.reduce((a, b) => a + b, 0) / sum, lang, 2)
  return money(total, lang) + sentences.topThree[lang](share)
}

/** The smallest loss at any step that the measurements of a layer would show. */
function unseen(audit: Audit, ledger: Ledger, lang: Lang): string {
  const layers = new Map<string, Figure>()
  for (const { layer, detectable } of audit.reconciled.balances) {
    const size = detectable === undefined ? undefined : ledger.get(detectable)
    if (size?.value == null || size.value >= (layers.get(layer)?.value ?? Infinity)) continue
    layers.set(layer, size)
  }
  const sizes = [...layers].map(
    ([layer, size]) => `${showFigure(size, lang, 'ascii', 2)} (${balanceName(audit, layer, lang)})`,
  )
  return sizes.length === 0 ? '' : sentences.unseen[lang](sizes.join(', '))
}

/** The one measurement that would make the cost of losses surest. */
function measure({ indicators }: Audit, ledger: Ledger, lang: Lang): string {
  const [next] = indicators.measureNext
  const { sd, unit = '' } = ledger.get(indicators.totalLoss) ?? {}
  const rest = next === undefined ? undefined : ledger.get(next.remaining)
  if (next === undefined || rest?.value == null || sd === undefined) return ''
  const now = showFigure({ value: sd, unit }, lang, 'ascii', 2)
  const number = formatNumber(rest.value, { lang, digits: 2 })
  return sentences.measure[lang](next.label[lang], number, now)
}

function found(audit: Audit, ledger: Ledger, lang: Lang): string {
  const live = audit.evaluation.opportunities.filter(
    (opportunity) => opportunity.status !== 'rejected' && !isLeftOut(opportunity),
  )
  if (live.length === 0) return sentences.found[lang](0)
  const net = ledger.get(audit.evaluation.totals.net)
  const quick = live.filter((opportunity) => {
    const payback = opportunity.payback === undefined ? undefined : ledger.get(opportunity.payback)
    const years = payback?.value ?? null
    return years !== null && years >= 0 && years <= 2
  }).length
  const worth = net === undefined || net.value === null ? '' : `, ${showFigure(net, lang, 'ascii', 3)}`
  return sentences.found[lang](live.length) + worth + (quick > 0 ? sentences.payBack[lang](quick) : '')
}

/** What is open, and what only waits for a part of the factory to be there. */
function openOf({ findings, evaluation }: Audit) {
  const open = findings.filter(({ outcome }) => outcome === 'look' || outcome === 'needs-data')
  const here = open.filter(({ part }) => part === undefined)
  const doubtful = open.flatMap(({ part }) => part ?? [])
  const look = here.filter(({ outcome }) => outcome === 'look')
  const first = new Set(evaluation.stakes.filter(({ turn }) => turn === 'first').map(({ entry }) => entry))
  return {
    look: look.length,
    first: look.filter(({ entry }) => first.has(entry)).length,
    needsData: here.length - look.length,
    parts: new Set(doubtful.map(({ id }) => id)).size,
    waiting: doubtful.length,
  }
}

/** How many results exceed a limit, of those that have one; nothing where none has. */
function limits({ compliance }: Audit, lang: Lang): string {
  const over = (list: typeof compliance.checks): number => new Set(list.map(({ value }) => value)).size
  const exceeding = over(compliance.checks.filter(({ verdict }) => verdict === 'exceeds'))
  return compliance.checks.length === 0 ? '' : sentences.exceed[lang](exceeding, over(compliance.checks))
}

/** How many targets of the site are reached, and which is farthest away; nothing where none can be compared. */
function targets({ indicators }: Audit, ledger: Ledger, lang: Lang): string {
  const known = (indicators.targets ?? []).flatMap((target) => {
    const gap = ledger.get(target.gap)?.value ?? null
    return gap === null ? [] : [{ ...target, gap, missed: !isReached(gap, target.better) }]
  })
  if (known.length === 0) return ''
  const [farthest] = known.filter(({ missed }) => missed).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
  const done = sentences.targets[lang](known.filter(({ missed }) => !missed).length, known.length)
  if (farthest === undefined) return done
  const label = ledger.get(farthest.value)?.label[lang] ?? farthest.indicator
  return (
    done +
    sentences.farthest[lang](
      label,
      `${farthest.gap > 0 ? '+' : '-'}${showShare(Math.abs(farthest.gap), lang, 2)}`,
    )
  )
}

const severities = (audit: Audit, severity: string): number =>
  audit.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length

/** Two things on a line, the second from column 58 where there is room for it. */
function besides(left: string, right: string, width: number): string {
  const column = 48
  if (right === '') return left
  const gap = Math.max(2, column - left.length)
  return left.length + gap + right.length + 15 > width ? `${left}   ${right}` : left + ' '.repeat(gap) + right
}

/**
 * The last lines of an audit on the screen: how well the balances close, what is lost, what was found, what
 * is still missing. A line end after each line, and no line on what was written: that is not of the audit.
 */
export function renderSummary(audit: Audit, options: SummaryOptions): string {
  const { lang, paint, width } = options
  const ledger = ledgerOf(audit)
  const errors = severities(audit, 'error')
  const problems = sentences.problems[lang](errors, severities(audit, 'warning'))
  // Only an audit says most of what is told here, so that 'recp check' would find nothing.
  const [worst] = (['error', 'warning', 'note'] as const).flatMap((severity) =>
    audit.diagnostics.filter((one) => one.severity === severity),
  )
  const more = worst === undefined ? '' : `recp explain ${worst.code}`
  const open = openOf(audit)
  const look = sentences.look[lang](open.look, open.first)
  const lines: readonly (readonly [Text, string])[] = [
    [labels.closure, closures(audit, ledger, lang)],
    [labels.losses, losses(audit, ledger, lang)],
    [labels.unseen, unseen(audit, ledger, lang)],
    [labels.measure, measure(audit, ledger, lang)],
    [labels.limits, limits(audit, lang)],
    [labels.targets, targets(audit, ledger, lang)],
    [labels.found, found(audit, ledger, lang)],
    [labels.look, besides(look, sentences.needs[lang](open.needsData), width)],
    [labels.parts, open.parts === 0 ? '' : sentences.parts[lang](open.parts, open.waiting)],
    [labels.problems, besides(errors > 0 ? paint('error', problems) : problems, more, width)],
  ]
  const edition = audit.content === '' ? [] : [`${labels.content[lang]} ${audit.content}`]
  const title = [paint('strong', audit.head.id), audit.inventory.period.label, lang, ...edition].join('  ')
  const body = lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `  ${paint('quiet', label[lang].padEnd(11))}  ${text}`)
  return `${[title, '', ...body].join('\n')}\n`
}
