import { auditSite } from '../../../src/audit.js'
import { loadSite } from '../../../src/load/load-site.js'
import type { Audit } from '../../../src/model/audit.js'
import { loadContent } from '../../../src/templates/load-content.js'

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const LAST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const MADE = [80, 60, 90, 95, 100, 105, 100, 98, 92, 90, 85, 70]
export const USED = [8000, 7000, 8300, 8500, 8700, 8900, 8800, 8600, 8400, 8300, 8100, 7600]

/** Bills read at the end of each month of 2024, but the fourth a day late. */
const bills = USED.map((amount, index) => {
  const day = (month: number) =>
    month === 0 ? '2023-12-31' : month === 4 ? '2024-05-01' : `2024-${MONTHS[month - 1]}-${LAST[month - 1]}`
  return `  - { of: electricity, start: ${day(index)}, end: ${day(index + 1)}, amount: ${amount}, unit: kWh, cost: ${amount * 2000} VND }`
})

const SITE = `recp: 1
site: { id: works, name: Works, country: VN, currency: VND, hours: 6 000 h/yr, sector: brewery }
audit: { date: 2025-03-01 }
period: 2024
per: { of: beer, unit: hl }
products: { beer: { name: { en: Beer, vi: Bia }, mass: 1 t/m3 } }
water: { town: { name: { en: Town water, vi: Nước máy }, amount: 1 500 m3 (measured), price: 15 000 VND/m3 } }
energy:
  electricity: { name: { en: Electricity, vi: Điện }, price: 2 000 VND/kWh }
  gas: { name: { en: Gas, vi: Khí }, fuel: lpg, amount: 10 t (billed), price: 20 000 000 VND/t }
readings:
  - { of: beer, unit: hl, months: { ${MADE.map((made, index) => `2024-${MONTHS[index]}: ${made}`).join(', ')} } }
bills:
${bills.join('\n')}
measures:
  drives: { title: { en: Variable speed drives, vi: Biến tần }, acts-on: electricity, saves: 10 %, invest: 60 000 000 VND, life: 10 yr, start: 2025-04-01, due: 2025-07-31 }
  lights: { title: { en: LED lighting, vi: Đèn LED }, acts-on: electricity, saves: 3 %, invest: 9 000 000 VND, life: 8 yr, start: 2025-03-01, due: 2025-04-15 }
  lagging: { title: { en: Lagging of pipes, vi: Bọc cách nhiệt }, acts-on: gas, saves: 8 %, invest: 40 000 000 VND, life: 10 yr }
  taps: { title: { en: Taps, vi: Vòi nước }, acts-on: town, saves: 10 %, invest: 5 000 000 VND, life: 5 yr }
economics: { discount-rate: 10 % }
`

/** A works with bills and production by months, measures with dates, and something to abate. */
export async function monthlyAudit(): Promise<Audit> {
  const loaded = await loadSite({ text: SITE, name: 'site.yaml', folder: '.' })
  const { audit, diagnostics } = auditSite(loaded, { content: loadContent().value })
  if (audit === null) throw new Error(JSON.stringify(diagnostics))
  return audit
}
