import type { Criterion, Medium } from '../model/opportunities.js'
import {
  fieldsOf,
  mapList,
  mapOfMaps,
  mapOfTexts,
  noOthers,
  oneOf,
  optionalMap,
  optionalNumber,
  optionalText,
  recordOf,
  text,
  textList,
} from './fields.js'
import type { Fields } from './fields.js'

/** Low and high case as a factor on the base value. */
export type Span = { readonly low: number; readonly high: number }

const CRITERIA = ['money', 'resource', 'feasibility', 'safety', 'speed'] as const
export type CriterionNumbers = Readonly<Record<Criterion, number>>
export type SpanName = 'investment' | 'price' | 'life' | 'running' | 'measured' | 'calculated'

/** How measures are judged where the auditor says nothing; every number is a choice of the tool. */
export type EconomicsChoices = {
  readonly spans: Readonly<Record<SpanName, Span>>
  /** Share of the base saving that is the low case of measures that depend on behaviour or control. */
  readonly realisation: {
    readonly low: number
    readonly source: string
    readonly practices: readonly string[]
    readonly entries: readonly string[]
  }
  /** Years of payback below which a cheap measure is done without more study. */
  readonly doNowPayback: number
  readonly weights: CriterionNumbers
  readonly secondWeights: CriterionNumbers
  /** Years of payback below which money scores 5, 4, 3, 2. */
  readonly money: readonly number[]
  /** Share of the use above which a resource scores 5, 4, 3, 2. */
  readonly resource: readonly number[]
  readonly secondResource: number
  /** Practice → feasibility, safety, speed. */
  readonly practices: Readonly<Record<string, Readonly<Partial<Record<Criterion, number>>>>>
  readonly plausible: {
    readonly single: number
    readonly package: number
    readonly paybackWeeks: number
    readonly paybackYears: number
    readonly priceFactor: number
    readonly publishedFactor: number
    /** Fewer recommendations of one kind challenge no claim. */
    readonly leastRecommendations: number
  }
  /** Payback of energy measures that were carried out, years; asked about is what is so many times shorter. */
  readonly median: { readonly years: number; readonly source: string; readonly times: number }
  readonly programmes: readonly Programme[]
  readonly enabling: readonly string[]
  /** Entry → stream whose use it lives on. */
  readonly livesOn: Readonly<Record<string, string>>
  readonly sizeExponent: number
}

/** Share that whole programmes saved of all that was used, in the mean. */
export type Programme = {
  readonly saves: Medium
  readonly mean: number
  /** Sectors that it was about; empty where it was about all. */
  readonly sectors: readonly string[]
  /** Kind of machine whose fuel it was about. */
  readonly system?: string
  readonly source: string
}

const SECTIONS = [
  'spans',
  'realisation',
  'do-now',
  'weights',
  'second-weights',
  'money',
  'resource',
  'second-resource',
  'practices',
  'plausible',
  'median',
  'programmes',
  'enabling',
  'lives-on',
  'size-exponent',
]

/** The choices of economics.yaml. What is missing or no number is reported, and its place taken by a 1 or an empty list. */
export function economicsFrom(fields: Fields): EconomicsChoices {
  noOthers(fields, SECTIONS)
  const [realisation, plausible] = [part(fields, 'realisation'), part(fields, 'plausible')]
  const limit = (name: string): number => number(plausible, name)
  return {
    spans: spansFrom(part(fields, 'spans')),
    realisation: {
      low: number(realisation, 'low'),
      source: optionalText(realisation, 'source') ?? '',
      practices: textList(realisation, 'practices'),
      entries: textList(realisation, 'entries'),
    },
    doNowPayback: number(part(fields, 'do-now'), 'payback'),
    weights: criteria(part(fields, 'weights')),
    secondWeights: criteria(part(fields, 'second-weights')),
    money: textList(fields, 'money').map(Number),
    resource: textList(fields, 'resource').map(Number),
    secondResource: number(fields, 'second-resource'),
    practices: recordOf(
      mapOfMaps(fields, 'practices').map(([id, scores]) => [id, scoresFrom(scores)] as const),
    ),
    plausible: {
      single: limit('single'),
      package: limit('package'),
      paybackWeeks: limit('payback-weeks'),
      paybackYears: limit('payback-years'),
      priceFactor: limit('price-factor'),
      publishedFactor: limit('published-factor'),
      leastRecommendations: limit('least-recommendations'),
    },
    median: medianFrom(part(fields, 'median')),
    programmes: mapList(fields, 'programmes').map(programmeFrom),
    enabling: textList(fields, 'enabling'),
    livesOn: recordOf(mapOfTexts(fields, 'lives-on')),
    sizeExponent: number(fields, 'size-exponent'),
  }
}

function part(fields: Fields, name: string): Fields {
  return optionalMap(fields, name) ?? fieldsOf(fields.file, name, {}, fields.problems)
}

function number(fields: Fields, name: string): number {
  return optionalNumber(fields, name) ?? 1
}

function medianFrom(fields: Fields): EconomicsChoices['median'] {
  noOthers(fields, ['years', 'source', 'times'])
  return { years: number(fields, 'years'), source: text(fields, 'source'), times: number(fields, 'times') }
}

const SAVES: readonly Medium[] = ['electricity', 'fuel', 'water']

function programmeFrom(fields: Fields): Programme {
  noOthers(fields, ['saves', 'mean', 'sectors', 'system', 'source'])
  const system = optionalText(fields, 'system')
  return {
    saves: oneOf(fields, 'saves', SAVES, 'electricity'),
    mean: number(fields, 'mean'),
    sectors: textList(fields, 'sectors'),
    ...(system === undefined ? {} : { system }),
    source: text(fields, 'source'),
  }
}

function spansFrom(fields: Fields): EconomicsChoices['spans'] {
  const span = (name: SpanName): Span => spanFrom(part(fields, name))
  return {
    investment: span('investment'),
    price: span('price'),
    life: span('life'),
    running: span('running'),
    measured: span('measured'),
    calculated: span('calculated'),
  }
}

function spanFrom(fields: Fields): Span {
  return { low: number(fields, 'low'), high: number(fields, 'high') }
}

function criteria(fields: Fields): CriterionNumbers {
  noOthers(fields, [...CRITERIA])
  const [money, resource, feasibility, safety, speed] = CRITERIA.map((name) => number(fields, name))
  return {
    money: money ?? 1,
    resource: resource ?? 1,
    feasibility: feasibility ?? 1,
    safety: safety ?? 1,
    speed: speed ?? 1,
  }
}

function scoresFrom(fields: Fields): Readonly<Partial<Record<Criterion, number>>> {
  return Object.fromEntries(
    CRITERIA.flatMap((name) => {
      const score = optionalNumber(fields, name)
      return score === undefined ? [] : [[name, score] as const]
    }),
  )
}
