import { diagnose } from '../../diagnostics/catalogue.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { isElectricity } from '../../model/inventory.js'
import { wording, type Name } from '../../model/text.js'
import type { Checking } from './checking.js'

const SOLAR = /(?<!\p{L})(solar|photovoltaic|PV|điện mặt trời|pin mặt trời)(?!\p{L})/iu
const TENANT = /(?<!\p{L})(tenants?|subtenants?|rented out|let to|bên thuê|cho thuê|đơn vị thuê)(?!\p{L})/iu

/**
 * What is said in words and stands in no figure: own power that the bill does not show, and others who draw on the
 * same meter.
 */
export function behindTheMeter({ site }: Checking): readonly Diagnostic[] {
  const electricity = Object.entries(site.energy).filter(([id, { fuel }]) =>
    isElectricity({ id, ...(fuel === undefined ? {} : { fuel }) }),
  )
  const ids = new Set(electricity.map(([id]) => id))
  const generates = electricity.some(([, good]) => good.renewable === true)
  const passesOn = Object.values(site.flows).some(({ of, as }) => ids.has(of) && as === 'export')
  if (electricity.length === 0) return []
  return remarks(site).flatMap(({ at, text }) => {
    const said = wordings(text)
    if (!generates && SOLAR.test(said)) return [diagnose('P505', at, { at, what: 'generation' })]
    return !passesOn && TENANT.test(said) ? [diagnose('P505', at, { at, what: 'tenant' })] : []
  })
}

function wordings(text: Name): string {
  return `${wording(text, 'en')} ${wording(text, 'vi')}`
}

/** Everything a person wrote down in words about the site as a whole. */
function remarks(site: Checking['site']): { readonly at: string; readonly text: Name }[] {
  return [
    ...(site.boundary === undefined ? [] : [{ at: '/boundary', text: site.boundary }]),
    ...(site.site.note === undefined ? [] : [{ at: '/site/note', text: site.site.note }]),
    ...site.notes.map(({ text }, i) => ({ at: `/notes/${i}/text`, text })),
    ...site.events.map(({ text }, i) => ({ at: `/events/${i}/text`, text })),
    ...Object.entries(site.energy).flatMap(([id, { note }]) =>
      note === undefined ? [] : [{ at: `/energy/${id}/note`, text: note }],
    ),
  ]
}
