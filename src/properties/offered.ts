import {
  dewPoint,
  enthalpy,
  humidity,
  humidityByWetBulb,
  relativeHumidity,
  VAPOUR_PRESSURE_FORMULA,
  vapourPressure,
  volume,
  wetBulb,
} from './air/humid-air.js'
import { enthalpyFormula, GASES, sensibleEnthalpy } from './gas/enthalpy.js'
import { pipeLoss, plateSurface } from './heat-loss/insulated.js'
import { CRITICAL } from './water/regions.js'
import {
  SATURATION_PRESSURE_FORMULA,
  SATURATION_TEMPERATURE_FORMULA,
  saturationPressure,
  saturationTemperature,
} from './water/saturation.js'
import { waterAt, waterBy, wetSteam, type WaterState } from './water/state.js'

/** How a value is found that a workbook cannot follow; named beside it. */
export type Calculation = 'iapws-if97' | 'humid-air' | 'heat-balance'

/** A function of the formula language that stands for a property or a model. */
export type OfferedFunction = {
  readonly name: string
  /** What it gives, for the reference page. */
  readonly en: string
  readonly vi: string
  /** Name and unit of each value that it takes; a temperature is a point on its scale. */
  readonly takes: readonly (readonly [name: string, unit: string])[]
  /** Unit of what it gives. */
  readonly unit: string
  readonly calculation: Calculation
  /** From plain numbers in these units; `undefined` outside its range. */
  readonly compute: (...values: number[]) => number | undefined
  /** The same as a formula over plain numbers under the names of `takes`, where a workbook can follow it exactly. */
  readonly live?: string
  /** Smallest and largest first value, where `live` goes on beyond the range. */
  readonly range?: readonly [least: number, most: number]
}

type Words = readonly [name: string, en: string, vi: string]
type Takes = OfferedFunction['takes']
type Key = 'temperature' | 'volume' | 'energy' | 'enthalpy' | 'entropy' | 'quality'

const P = ['p', 'MPa'] as const
const T = ['t', 'K'] as const
const X = ['x', '1'] as const
const H = ['h', 'kJ/kg'] as const
const S = ['s', 'kJ/kg/K'] as const

const UNITS: Readonly<Record<Key, string>> = {
  temperature: 'K',
  volume: 'm3/kg',
  energy: 'kJ/kg',
  enthalpy: 'kJ/kg',
  entropy: 'kJ/kg/K',
  quality: '1',
}

function steam(
  [name, en, vi]: Words,
  key: Key,
  takes: Takes,
  state: (a: number, b: number) => WaterState | undefined,
): OfferedFunction {
  const compute = (a = NaN, b = NaN): number | undefined => state(a, b)?.[key]
  return { name, en, vi, takes, unit: UNITS[key], calculation: 'iapws-if97', compute }
}

/** Liquid has quality 0 and superheated steam 1, so that the share of vapour is known everywhere below the critical point. */
function withQuality(key: 'enthalpy' | 'entropy') {
  return (pressure: number, value: number): WaterState | undefined => {
    const state = waterBy(key, pressure, value)
    const line = saturationTemperature(pressure)
    if (state === undefined || state.quality !== undefined || line === undefined) return state
    return { ...state, quality: state.temperature < line ? 0 : 1 }
  }
}

const byEnthalpy = withQuality('enthalpy')
const byEntropy = withQuality('entropy')

const WATER: readonly OfferedFunction[] = [
  {
    name: 'steam_t_sat',
    en: 'Temperature of saturated steam at an absolute pressure',
    vi: 'Nhiệt độ hơi bão hòa ở áp suất tuyệt đối',
    takes: [P],
    unit: 'K',
    calculation: 'iapws-if97',
    compute: (p = NaN) => saturationTemperature(p),
    live: SATURATION_TEMPERATURE_FORMULA,
    range: [0.000611212677, CRITICAL.pressure],
  },
  {
    name: 'steam_p_sat',
    en: 'Absolute pressure of saturated steam at a temperature',
    vi: 'Áp suất tuyệt đối của hơi bão hòa ở một nhiệt độ',
    takes: [T],
    unit: 'MPa',
    calculation: 'iapws-if97',
    compute: (t = NaN) => saturationPressure(t),
    live: SATURATION_PRESSURE_FORMULA,
    range: [273.15, CRITICAL.temperature],
  },
  steam(
    [
      'steam_h',
      'Enthalpy of saturated water (x = 0), wet steam or saturated steam (x = 1)',
      'Entanpi của nước bão hòa (x = 0), hơi ẩm hoặc hơi bão hòa khô (x = 1)',
    ],
    'enthalpy',
    [P, X],
    wetSteam,
  ),
  steam(
    [
      'steam_s',
      'Entropy of saturated water, wet or saturated steam',
      'Entropi của nước bão hòa, hơi ẩm hoặc hơi bão hòa',
    ],
    'entropy',
    [P, X],
    wetSteam,
  ),
  steam(
    [
      'steam_v',
      'Volume of saturated water, wet or saturated steam',
      'Thể tích riêng của nước bão hòa, hơi ẩm hoặc hơi bão hòa',
    ],
    'volume',
    [P, X],
    wetSteam,
  ),
  steam(
    [
      'steam_h_pt',
      'Enthalpy of water or steam at pressure and temperature',
      'Entanpi của nước hoặc hơi theo áp suất và nhiệt độ',
    ],
    'enthalpy',
    [P, T],
    waterAt,
  ),
  steam(
    [
      'steam_s_pt',
      'Entropy of water or steam at pressure and temperature',
      'Entropi của nước hoặc hơi theo áp suất và nhiệt độ',
    ],
    'entropy',
    [P, T],
    waterAt,
  ),
  steam(
    [
      'steam_v_pt',
      'Volume of water or steam at pressure and temperature',
      'Thể tích riêng của nước hoặc hơi theo áp suất và nhiệt độ',
    ],
    'volume',
    [P, T],
    waterAt,
  ),
  steam(
    [
      'steam_u_pt',
      'Internal energy of water or steam at pressure and temperature',
      'Nội năng của nước hoặc hơi theo áp suất và nhiệt độ',
    ],
    'energy',
    [P, T],
    waterAt,
  ),
  steam(
    ['steam_t_ph', 'Temperature from pressure and enthalpy', 'Nhiệt độ theo áp suất và entanpi'],
    'temperature',
    [P, H],
    byEnthalpy,
  ),
  steam(
    ['steam_x_ph', 'Share of vapour from pressure and enthalpy', 'Độ khô của hơi theo áp suất và entanpi'],
    'quality',
    [P, H],
    byEnthalpy,
  ),
  steam(
    ['steam_s_ph', 'Entropy from pressure and enthalpy', 'Entropi theo áp suất và entanpi'],
    'entropy',
    [P, H],
    byEnthalpy,
  ),
  steam(
    ['steam_v_ph', 'Volume from pressure and enthalpy', 'Thể tích riêng theo áp suất và entanpi'],
    'volume',
    [P, H],
    byEnthalpy,
  ),
  steam(
    ['steam_t_ps', 'Temperature from pressure and entropy', 'Nhiệt độ theo áp suất và entropi'],
    'temperature',
    [P, S],
    byEntropy,
  ),
  steam(
    ['steam_x_ps', 'Share of vapour from pressure and entropy', 'Độ khô của hơi theo áp suất và entropi'],
    'quality',
    [P, S],
    byEntropy,
  ),
  steam(
    ['steam_h_ps', 'Enthalpy from pressure and entropy', 'Entanpi theo áp suất và entropi'],
    'enthalpy',
    [P, S],
    byEntropy,
  ),
  steam(
    ['steam_v_ps', 'Volume from pressure and entropy', 'Thể tích riêng theo áp suất và entropi'],
    'volume',
    [P, S],
    byEntropy,
  ),
]

const PASCAL = ['p', 'Pa'] as const
const RH = ['rh', '1'] as const
const W = ['w', '1'] as const

function air(
  [name, en, vi]: Words,
  takes: Takes,
  unit: string,
  compute: OfferedFunction['compute'],
): OfferedFunction {
  return { name, en, vi, takes, unit, calculation: 'humid-air', compute }
}

const AIR: readonly OfferedFunction[] = [
  {
    ...air(
      [
        'air_p_sat',
        'Saturation pressure of water vapour, over ice below 0 °C',
        'Áp suất hơi nước bão hòa, trên băng khi dưới 0 °C',
      ],
      [T],
      'Pa',
      (t = NaN) => vapourPressure(t),
    ),
    live: VAPOUR_PRESSURE_FORMULA,
    range: [173.15, 473.15],
  },
  air(
    [
      'air_w',
      'Humidity of air, water in dry air by mass, from relative humidity',
      'Độ chứa hơi của không khí theo độ ẩm tương đối',
    ],
    [T, RH, PASCAL],
    '1',
    (t = NaN, rh = NaN, p = NaN) => humidity(t, rh, p),
  ),
  air(
    [
      'air_w_wet_bulb',
      'Humidity of air from the temperature of the wet bulb',
      'Độ chứa hơi của không khí theo nhiệt độ bầu ướt',
    ],
    [T, ['t_wet', 'K'], PASCAL],
    '1',
    (t = NaN, wet = NaN, p = NaN) => humidityByWetBulb(t, wet, p),
  ),
  air(['air_rh', 'Relative humidity', 'Độ ẩm tương đối'], [T, W, PASCAL], '1', (t = NaN, w = NaN, p = NaN) =>
    relativeHumidity(t, w, p),
  ),
  air(
    ['air_t_wet_bulb', 'Temperature of the wet bulb', 'Nhiệt độ bầu ướt'],
    [T, W, PASCAL],
    'K',
    (t = NaN, w = NaN, p = NaN) => wetBulb(t, w, p),
  ),
  air(['air_t_dew', 'Dew point', 'Nhiệt độ điểm sương'], [W, PASCAL], 'K', (w = NaN, p = NaN) =>
    dewPoint(w, p),
  ),
  {
    ...air(
      [
        'air_h',
        'Enthalpy of humid air for a kg of dry air',
        'Entanpi của không khí ẩm tính trên 1 kg không khí khô',
      ],
      [T, W],
      'kJ/kg',
      (t = NaN, w = NaN) => enthalpy(t, w),
    ),
    live: '1.006 * (t - 273.15) + w * (2501 + 1.86 * (t - 273.15))',
  },
  {
    ...air(
      [
        'air_v',
        'Volume of humid air for a kg of dry air',
        'Thể tích không khí ẩm tính trên 1 kg không khí khô',
      ],
      [T, W, PASCAL],
      'm3/kg',
      (t = NaN, w = NaN, p = NaN) => volume(t, w, p),
    ),
    live: '287.042 * t * (1 + w / 0.621945) / p',
  },
]

const GAS_NAMES: ReadonlyMap<string, readonly [en: string, vi: string]> = new Map([
  ['co2', ['carbon dioxide', 'CO2']],
  ['h2o', ['water vapour', 'hơi nước']],
  ['n2', ['nitrogen', 'nitơ']],
  ['o2', ['oxygen', 'oxy']],
  ['so2', ['sulphur dioxide', 'SO2']],
  ['co', ['carbon monoxide', 'CO']],
  ['h2', ['hydrogen', 'hydro']],
  ['ch4', ['methane', 'metan']],
  ['c2h6', ['ethane', 'etan']],
  ['c3h8', ['propane', 'propan']],
  ['c4h10', ['butane', 'butan']],
  ['ar', ['argon', 'argon']],
  ['air', ['dry air', 'không khí khô']],
])

const GAS: readonly OfferedFunction[] = GASES.map((gas) => {
  const [en, vi] = GAS_NAMES.get(gas) ?? [gas, gas]
  return {
    name: `gas_h_${gas}`,
    en: `Sensible enthalpy of ${en} above 25 °C`,
    vi: `Entanpi hiện của ${vi} so với 25 °C`,
    takes: [T],
    unit: 'kJ/mol',
    calculation: 'heat-balance',
    compute: (t = NaN) => sensibleEnthalpy(gas, t),
    live: enthalpyFormula(gas),
    range: gas === 'so2' ? [250, 5000] : [200, 6000],
  }
})

const PIPE: Takes = [
  ['diameter', 'm'],
  ['wall', 'm'],
  ['k_wall', 'W/m/K'],
  ['insulation', 'm'],
  ['k_insulation', 'W/m/K'],
  ['emissivity', '1'],
  ['t_inside', 'K'],
  ['t_air', 'K'],
  ['wind', 'm/s'],
]

function pipe(key: 'loss' | 'surface') {
  return (
    ...[
      diameter,
      wall,
      conductivity,
      insulation,
      insulationConductivity,
      emissivity,
      inside,
      air,
      wind,
    ]: number[]
  ) =>
    pipeLoss({
      diameter,
      wall,
      conductivity,
      insulation,
      insulationConductivity,
      emissivity,
      inside,
      air,
      wind,
    } as Parameters<typeof pipeLoss>[0])?.[key]
}

const HEAT_LOSS: readonly OfferedFunction[] = [
  {
    name: 'pipe_loss',
    en: 'Heat loss of a metre of pipe, bare or insulated, in wind',
    vi: 'Tổn thất nhiệt trên 1 m ống, trần hoặc bọc bảo ôn, có gió',
    takes: PIPE,
    unit: 'W/m',
    calculation: 'heat-balance',
    compute: pipe('loss'),
  },
  {
    name: 'pipe_surface',
    en: 'Surface temperature of the same pipe',
    vi: 'Nhiệt độ bề mặt của ống đó',
    takes: PIPE,
    unit: 'K',
    calculation: 'heat-balance',
    compute: pipe('surface'),
  },
  {
    name: 'plate_surface',
    en: 'Surface temperature of an insulated wall or tank with convection and radiation',
    vi: 'Nhiệt độ bề mặt của vách hoặc bồn bọc bảo ôn, có đối lưu và bức xạ',
    takes: [
      ['t_inside', 'K'],
      ['t_air', 'K'],
      ['insulation', 'm'],
      ['k_insulation', 'W/m/K'],
      ['convection', 'W/m2/K'],
      ['emissivity', '1'],
    ],
    unit: 'K',
    calculation: 'heat-balance',
    compute: (
      inside = NaN,
      outside = NaN,
      insulation = NaN,
      conductivity = NaN,
      convection = NaN,
      emissivity = NaN,
    ) => plateSurface({ inside, air: outside, insulation, conductivity, convection, emissivity }),
  },
]

/** Every property and model that formulas may use, by name. */
export const OFFERED: ReadonlyMap<string, OfferedFunction> = new Map(
  [...WATER, ...AIR, ...GAS, ...HEAT_LOSS].map((offered) => [offered.name, offered]),
)
