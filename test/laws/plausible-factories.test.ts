import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditText } from '../audit-text.js'

/** Currency and what one US dollar is worth in it, with a country that uses it. */
const MONEY = fc.constantFrom(
  { country: 'VN', currency: 'VND', rate: 25_450 },
  { country: 'AT', currency: 'EUR', rate: 0.92 },
  { country: 'IN', currency: 'INR', rate: 84 },
  { country: 'US', currency: 'USD', rate: 1 },
)

const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

/** What an ordinary factory of some size looks like: prices, seasons, reading days, loads and discharges. */
const factory = fc.record({
  money: MONEY,
  output: between(200, 60_000),
  water: between(2, 120),
  drained: between(0.5, 0.98),
  cod: between(200, 4_000),
  power: between(60, 2_500),
  powerPrice: between(0.04, 0.35),
  waterPrice: between(0.05, 6),
  coalPrice: between(60, 250),
  lpgPrice: between(400, 1_800),
  months: fc.array(between(0.8, 1.2), { minLength: 12, maxLength: 12 }),
  holiday: between(0.7, 1),
  shifts: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 11, maxLength: 11 }),
  load: between(0.4, 0.85),
  running: between(2_000, 8_000),
})

type Factory = typeof factory extends fc.Arbitrary<infer T> ? T : never

const round = (value: number, digits = 4): string => Number(value.toPrecision(digits)).toString()

/** Reading days at the ends of the months, some days early or late. */
function readingDays(shifts: readonly number[]): string[] {
  const days = shifts.map((shift, month) => new Date(Date.UTC(2023, month + 1, shift)))
  return ['2022-12-31', ...days.map((day) => day.toISOString().slice(0, 10)), '2023-12-31']
}

function siteText(f: Factory): string {
  const { country, currency, rate } = f.money
  const price = (usd: number): string => round(usd * rate, 3)
  const seasons = f.months.map((share, month) => share * (month === 1 ? f.holiday : 1))
  const whole = seasons.reduce((sum, share) => sum + share, 0)
  const made = seasons.map((share) => Math.max(1, Math.round((f.output * share) / whole)))
  const output = made.reduce((sum, month) => sum + month, 0)
  const kwh = seasons.map((share) => Math.round((output * f.power * share) / whole))
  const days = readingDays(f.shifts)
  const read = kwh.map((amount, month) => {
    const [from = '', to = ''] = [days[month], days[month + 1]]
    return Math.round((amount * (Date.parse(to) - Date.parse(from))) / 86_400_000 / 30.4)
  })
  const bills = read.map((amount, month) => {
    const cost = (amount * Number(price(f.powerPrice))).toFixed(2)
    return `  - { of: electricity, start: ${days[month]}, end: ${days[month + 1]}, amount: ${amount} kWh, cost: ${cost} ${currency} }`
  })
  const used = read.reduce((sum, month) => sum + month, 0)
  const kilowatt = (used * 0.6) / f.load / f.running
  const months = made.map((t, month) => `2023-${String(month + 1).padStart(2, '0')}: ${t}`).join(', ')
  return `recp: 1
site: { id: works, name: Works, country: ${country}, currency: ${currency}, hours: ${round(f.running)} h/yr }
period: 2023
per: { of: cloth, unit: t }
substances: { cod: { conserved: no } }
products:
  cloth: { amount: ${output} t (recorded) }
materials:
  yarn: { amount: ${Math.round(output * 1.06) + 1} t (recorded), price: ${price(2.4)} ${currency}/kg }
water:
  mains: { amount: ${Math.round(output * f.water)} m3 (billed), price: ${price(f.waterPrice)} ${currency}/m3 }
  effluent: { as: wastewater, amount: ${Math.round(output * f.water * f.drained)} m3 ± 5 % (measured), contains: { cod: ${round(Math.min(f.cod, 500_000 / f.water))} mg/l } }
energy:
  electricity: { price: ${price(f.powerPrice)} ${currency}/kWh }
  coal: { amount: ${Math.round(output * 0.9) + 1} t (billed), fuel: coal-dust-5-6, price: ${price(f.coalPrice)} ${currency}/t, ncv: 20.9 GJ/t }
  lpg: { amount: ${Math.round(output * 50) + 1} kg (billed), fuel: lpg, price: ${price(f.lpgPrice / 1000)} ${currency}/kg }
readings:
  - { of: cloth, unit: t, months: { ${months} } }
bills:
${bills.join('\n')}
equipment:
  jets: { system: motor, rated: ${round(kilowatt)} kW, load: ${round(f.load * 100)} %, hours: ${round(f.running)} h/yr, uses: electricity }
`
}

/** Everything that asks whether a figure can be true. */
const ASKS = /^(P|K2|K402|B406|U35|R|S|L)/

describe('plausible factories', () => {
  it('are asked nothing', async () => {
    await fc.assert(
      fc.asyncProperty(factory, async (f) => {
        const { diagnostics } = await auditText(siteText(f))
        expect(diagnostics.filter(({ code }) => ASKS.test(code))).toEqual([])
      }),
      { numRuns: 120, seed: 20261127 },
    )
  })
})
