import type { Text } from '../model/text.js'
import type { Method, MethodInput, MethodStep, Saved } from '../templates/content.js'

type Valued = Exclude<Saved, 'money'>

type Valuing = { readonly per: string; readonly name: Text }

/** What a medium is priced and its emissions are counted by; demand has a price for every month alone. */
const VALUING: Readonly<Record<Valued, Valuing>> = {
  fuel: { per: 'GJ', name: { en: 'fuel', vi: 'nhiên liệu' } },
  heat: { per: 'GJ', name: { en: 'heat', vi: 'nhiệt' } },
  electricity: { per: 'kWh', name: { en: 'electricity', vi: 'điện' } },
  water: { per: 'm3', name: { en: 'water', vi: 'nước' } },
  wastewater: { per: 'm3', name: { en: 'wastewater', vi: 'nước thải' } },
  material: { per: 't', name: { en: 'material', vi: 'nguyên liệu' } },
  waste: { per: 't', name: { en: 'waste', vi: 'chất thải' } },
  demand: { per: '(kW.month)', name: { en: 'highest demand', vi: 'công suất cực đại' } },
}

const PRICE: Text = { en: 'Price of', vi: 'Giá' }
const FACTOR: Text = { en: 'Emission factor of', vi: 'Hệ số phát thải của' }
const WORTH: Text = { en: 'Worth of the saved', vi: 'Giá trị tiết kiệm của' }
const AVOIDED: Text = { en: 'Greenhouse gases avoided:', vi: 'Phát thải khí nhà kính tránh được:' }

/** Inputs that any method with a saving takes besides its own: prices, emission factors, an investment. */
export function worthInputs(method: Method, currency: string): readonly MethodInput[] {
  const media = valuedMedia(method)
  const both = (label: Text, medium: Valued): Text => joined(label, VALUING[medium].name)
  const prices = media.map((medium): MethodInput => ({
    name: `price.${medium}`,
    unit: `${currency}/${VALUING[medium].per}`,
    label: both(PRICE, medium),
    optional: true,
  }))
  const emitting = media.filter((medium) => medium !== 'demand')
  const factors = emitting.map((medium): MethodInput => ({
    name: `co2e.${medium}`,
    unit: `kgCO2e/${VALUING[medium].per}`,
    label: both(FACTOR, medium),
    optional: true,
  }))
  const invest: MethodInput = {
    name: 'invest',
    unit: currency,
    label: { en: 'Investment', vi: 'Vốn đầu tư' },
    optional: true,
    range: { min: 0 },
  }
  return media.length === 0 && method.outputs.money === undefined ? [] : [...prices, ...factors, invest]
}

function joined(a: Text, b: Text): Text {
  return { en: `${a.en} ${b.en}`, vi: `${a.vi} ${b.vi}` }
}

function valuedMedia(method: Method): readonly Valued[] {
  return Object.keys(method.outputs).filter((medium): medium is Valued => medium !== 'money')
}

/**
 * An expanded method with what its savings are worth: each output times its price, their sum with the money that the
 * method itself gives, the greenhouse gases, the simple payback. What has no price is not in the sum.
 */
export function withWorth(method: Method, given: (name: string) => boolean, currency: string): Method {
  const inputs = worthInputs(method, currency).filter(({ name }) => given(name))
  const own = method.outputs.money === undefined ? [] : [method.outputs.money]
  const worths = linesOf(method, given, 'price', `${currency}/yr`, WORTH)
  const gases = linesOf(method, given, 'co2e', 'tCO2e/yr', AVOIDED)
  const [money, moneyLines] = summed(worths, own)
  const [gas, gasLines] = summed(gases, [])
  const totals: MethodStep[] = []
  if (money !== undefined)
    totals.push({
      name: 'worth.total',
      unit: `${currency}/yr`,
      label: { en: 'Worth of the saving', vi: 'Giá trị tiết kiệm' },
      formula: money,
    })
  if (gas !== undefined)
    totals.push({
      name: 'co2e.total',
      unit: 'tCO2e/yr',
      label: { en: 'Greenhouse gases avoided', vi: 'Phát thải khí nhà kính tránh được' },
      formula: gas,
    })
  if (money !== undefined && given('invest'))
    totals.push({
      name: 'payback',
      unit: 'yr',
      label: { en: 'Simple payback', vi: 'Thời gian hoàn vốn giản đơn' },
      formula: 'payback(invest, worth.total)',
    })
  return {
    ...method,
    inputs: [...method.inputs, ...inputs],
    steps: [...method.steps, ...moneyLines, ...gasLines, ...totals],
    results: [...method.results, ...totals.map(({ name }) => name)],
  }
}

/** The formula of a total and the lines it needs: a single line is the total itself. */
function summed(
  lines: readonly MethodStep[],
  own: readonly string[],
): readonly [string | undefined, readonly MethodStep[]] {
  const [only] = lines
  if (only !== undefined && lines.length === 1 && own.length === 0) return [only.formula, []]
  const names = [...lines.map(({ name }) => name), ...own]
  return [names.length === 0 ? undefined : names.join(' + '), lines]
}

function linesOf(
  method: Method,
  given: (name: string) => boolean,
  kind: 'price' | 'co2e',
  unit: string,
  label: Text,
): readonly MethodStep[] {
  return valuedMedia(method)
    .filter((medium) => given(`${kind}.${medium}`))
    .map((medium) => ({
      name: `${kind === 'price' ? 'worth' : 'avoided'}.${medium}`,
      unit,
      label: joined(label, VALUING[medium].name),
      formula: `${method.outputs[medium] ?? ''} * ${kind}.${medium}`,
    }))
}
