import type { Sensitivity } from '../model/opportunities.js'
import type { Text } from '../model/text.js'
import type { SpanName } from '../templates/economics-from.js'
import { choiceFigure } from './choice-figure.js'
import { figureId, type Draft, type Evaluating } from './evaluating.js'
import { sourceText } from './method-inputs.js'
import { EFFECTIVE_RATE, RATE, RISE } from './rates.js'

type Input = Sensitivity['tornado'][number]['input']
type Factors = { readonly low: string; readonly high: string }

const WORDS: Readonly<Record<Input, Text>> = {
  saved: { en: 'saving', vi: 'mức tiết kiệm' },
  price: { en: 'price', vi: 'giá' },
  life: { en: 'life', vi: 'tuổi thọ' },
  investment: { en: 'investment', vi: 'vốn đầu tư' },
  running: { en: 'running cost', vi: 'chi phí vận hành' },
}

/**
 * The net present value when one thing after the other is not as expected, when all are, and how far each may be off
 * until nothing is gained. Factors are those of the saving itself where it has a range, else choices of the tool.
 */
export function sensitivityOf(work: Evaluating, draft: Draft, gross: string): Sensitivity | undefined {
  const { investment: invest, life, running } = draft
  if (invest === undefined || life === undefined || !work.ledger.has(RATE)) return undefined
  const one: Shifting = {
    work,
    draft,
    uses: usesOf(work, { gross, invest, life, ...(running && { running }) }),
  }
  const factors: Readonly<Record<Input, Factors>> = {
    saved: savedFactors(work, draft),
    price: spanFactors(work, 'price'),
    life: spanFactors(work, 'life'),
    investment: spanFactors(work, 'investment'),
    running: spanFactors(work, 'running'),
  }
  const inputs = (Object.keys(factors) as Input[]).filter(
    (input) => input !== 'running' || running !== undefined,
  )
  const tornado = inputs.map((input) => ({ input, ...factors[input], ...swing(one, input, factors[input]) }))
  const worst = (input: Input): 'low' | 'high' =>
    input === 'investment' || input === 'running' ? 'high' : 'low'
  const best = (input: Input): 'low' | 'high' => (worst(input) === 'high' ? 'low' : 'high')
  const all = (which: (input: Input) => 'low' | 'high'): Shifts =>
    Object.fromEntries(inputs.map((input) => [input, factors[input][which(input)]]))
  return {
    low: npvWith(
      one,
      'npv-low',
      { en: 'NPV, all at their worst', vi: 'NPV, trường hợp xấu nhất' },
      all(worst),
    ),
    high: npvWith(
      one,
      'npv-high',
      { en: 'NPV, all at their best', vi: 'NPV, trường hợp tốt nhất' },
      all(best),
    ),
    tornado,
    switching: switching(one),
  }
}

type Shifts = Partial<Record<Input, string>>
type Shifting = {
  readonly work: Evaluating
  readonly draft: Draft
  readonly uses: Readonly<Record<string, string>>
}

function usesOf(work: Evaluating, own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const rate = work.ledger.has(EFFECTIVE_RATE) ? EFFECTIVE_RATE : RATE
  return { rate, ...own, ...(work.ledger.has(RISE) ? { rise: RISE } : {}) }
}

/** Net present value with factors on what goes into it. */
function npvWith({ work, draft, uses }: Shifting, what: string, label: Text, shifts: Shifts): string {
  const times = (name: string, input: Input): string =>
    shifts[input] === undefined ? name : `${name} * f_${input}`
  const gross = [times('gross', 'saved'), shifts.price === undefined ? '' : 'f_price'].filter(
    (part) => part !== '',
  )
  const net = `(${gross.join(' * ')}${draft.running === undefined ? '' : ` - ${times('running', 'running')}`})`
  const first = 'rise' in uses ? `${net} / (1 + rise)` : net
  const factors = Object.entries(shifts).map(([input, figure]) => [`f_${input}`, figure] as const)
  return work.ledger.derive({
    id: figureId(draft.id, what),
    label,
    unit: work.site.site.currency,
    formula: `npv(rate, ${times('life', 'life')}, ${first}, ${times('invest', 'investment')})`,
    uses: { ...uses, ...Object.fromEntries(factors) },
  }).id
}

type Swing = { readonly npvLow: string; readonly npvHigh: string; readonly swing: string }

function swing(one: Shifting, input: Input, { low, high }: Factors): Swing {
  const { work, draft } = one
  const say = (which: Text): Text => ({
    en: `NPV, ${WORDS[input].en} ${which.en}`,
    vi: `NPV, ${WORDS[input].vi} ${which.vi}`,
  })
  const npvLow = npvWith(one, `npv-${input}-low`, say({ en: 'low', vi: 'thấp' }), { [input]: low })
  const npvHigh = npvWith(one, `npv-${input}-high`, say({ en: 'high', vi: 'cao' }), { [input]: high })
  const figure = work.ledger.derive({
    id: figureId(draft.id, `swing-${input}`),
    label: { en: `Swing of the NPV by ${WORDS[input].en}`, vi: `Biên độ NPV theo ${WORDS[input].vi}` },
    unit: work.site.site.currency,
    formula: 'abs(high - low)',
    uses: { high: npvHigh, low: npvLow },
  })
  return { npvLow, npvHigh, swing: figure.id }
}

/** Factors on the base value at which nothing is gained. */
function switching({ work, draft, uses }: Shifting): Sensitivity['switching'] {
  const { invest = '', life = '', rate = '', gross = '', running, rise } = uses
  const running1 = running === undefined ? '' : ' + running'
  const yearly = rise === undefined ? 'invest * crf(rate, life)' : 'invest * crf(rate, life) * (1 + rise)'
  const own = { invest, life, rate, gross, ...(running && { running }), ...(rise && { rise }) }
  const less = running === undefined ? 'gross' : '(gross - running)'
  const derive = (
    input: 'saved' | 'price' | 'investment',
    formula: string,
  ): { input: typeof input; factor: string } => ({
    input,
    factor: work.ledger.derive({
      id: figureId(draft.id, `switch-${input}`),
      label: {
        en: `NPV is 0 at this share of the ${WORDS[input].en}`,
        vi: `NPV bằng 0 khi ${WORDS[input].vi} còn`,
      },
      unit: '1',
      show: '%',
      formula,
      uses: own,
    }).id,
  })
  return [
    derive('saved', `(${yearly}${running1}) / gross`),
    derive('price', `(${yearly}${running1}) / gross`),
    derive('investment', `${less} / (${yearly})`),
  ]
}

/** The range of the saving itself; for what depends on behaviour a low case of its own; else by how it is known. */
function savedFactors(work: Evaluating, draft: Draft): Factors {
  const { realisation } = work.content.economics
  const span = spanFactors(work, draft.evidence === 'measured' ? 'measured' : 'calculated')
  const behaves =
    realisation.practices.includes(draft.practice) || realisation.entries.includes(draft.entry ?? '')
  const low = ownFactor(work, draft, 'low') ?? (behaves ? realisationFigure(work) : undefined) ?? span.low
  return { low, high: ownFactor(work, draft, 'high') ?? span.high }
}

function ownFactor(work: Evaluating, draft: Draft, which: 'low' | 'high'): string | undefined {
  const [main] = draft.savings
  const own = main?.[which]
  const base = work.ledger.get(main?.base ?? '')
  if (main === undefined || own === undefined || base?.value == null || base.value === 0) return undefined
  if (work.ledger.get(own)?.value == null) return undefined
  const label = { en: 'Saving: low case over base', vi: 'Tiết kiệm: trường hợp thấp so với cơ sở' }
  const high = { en: 'Saving: high case over base', vi: 'Tiết kiệm: trường hợp cao so với cơ sở' }
  return work.ledger.derive({
    id: figureId(draft.id, `saved-factor-${which}`),
    label: which === 'low' ? label : high,
    unit: '1',
    show: '%',
    formula: 'case / base',
    uses: { case: own, base: main.base },
  }).id
}

const SPAN_WORDS: Readonly<Record<SpanName, Text>> = {
  investment: WORDS.investment,
  price: WORDS.price,
  life: WORDS.life,
  running: WORDS.running,
  measured: { en: 'measured saving', vi: 'mức tiết kiệm đo được' },
  calculated: { en: 'calculated saving', vi: 'mức tiết kiệm tính toán' },
}

function spanFactors(work: Evaluating, name: SpanName): Factors {
  const span = work.content.economics.spans[name]
  const { en, vi } = SPAN_WORDS[name]
  const say = (low: boolean): Text => ({
    en: `Factor on the ${en}, ${low ? 'low' : 'high'} case`,
    vi: `Hệ số ${vi}, trường hợp ${low ? 'thấp' : 'cao'}`,
  })
  return {
    low: choiceFigure(work, `choice.span.${name}-low`, say(true), span.low),
    high: choiceFigure(work, `choice.span.${name}-high`, say(false), span.high),
  }
}

function realisationFigure(work: Evaluating): string {
  const { low, source } = work.content.economics.realisation
  const label = {
    en: 'Share that measures of control and behaviour bring at least',
    vi: 'Tỷ lệ tối thiểu mà giải pháp điều khiển và hành vi đạt được',
  }
  return choiceFigure(work, 'choice.realisation-low', label, low, sourceText(work, source))
}
