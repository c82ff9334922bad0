import type { Criterion } from '../model/opportunities.js'
import {
  fieldsOf,
  mapOfMaps,
  mapOfTexts,
  noOthers,
  optionalMap,
  optionalNumber,
  optionalText,
  recordOf,
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
  }
  readonly enabling: readonly string[]
  /** Entry → stream whose use it lives on. */
  readonly livesOn: Readonly<Record<string, string>>
  readonly sizeExponent: number
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
    },
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
