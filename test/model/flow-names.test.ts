import { expect, it } from 'vitest'
import { flowNames, flowPlaces } from '../../src/model/flow-names.js'
import { auditText } from '../audit-text.js'

const SITE = `water: { mains: { name: { en: Mains, vi: Nước máy } }, drain: { as: wastewater } }
steps: { hall: { name: { en: Hall, vi: Xưởng } }, wash: { name: { en: Wash, vi: Rửa } }, tank: Tank }
flows:
  in: { of: mains, to: hall, amount: 10 m3 }
  on: { of: mains, from: hall, to: wash, amount: 5 m3 }
  d1: { of: drain, from: hall, to: tank, amount: 4 m3 }
  d2: { of: drain, from: wash, to: tank, amount: 4 m3 }
  d3: { of: drain, from: tank, amount: 8 m3 }
`

it('tells flows of one name apart by where they go, else by where they come from', async () => {
  const { audit } = await auditText(SITE)
  expect(Object.fromEntries(flowPlaces(audit.inventory, 'vi'))).toEqual({
    in: '→ Xưởng',
    on: '→ Rửa',
    d1: 'Xưởng →',
    d2: 'Rửa →',
    d3: 'Tank →',
  })
})

it('tells them apart by both ends where one is not enough, and by the id where none is', async () => {
  const more = '  d4: { of: drain, from: hall, to: wash, amount: 1 m3 }\n'
  const both = await auditText(SITE + more)
  const places = flowPlaces(both.audit.inventory, 'en')
  expect(['d1', 'd3', 'd4'].map((id) => places.get(id))).toEqual(['Hall → Tank', 'Tank →', 'Hall → Wash'])
  const twin = await auditText(`${SITE}  d5: { of: drain, from: hall, to: tank, amount: 1 m3 }\n`)
  expect(flowPlaces(twin.audit.inventory, 'en').get('d1')).toBe('d1')
})

it('says of a flow with no step at either end that it has none', async () => {
  const { audit } = await auditText(`energy: { power: { name: { en: Power, vi: Điện } } }
steps: { hall: Hall, yard: Yard }
flows: { a: { of: power, to: hall, amount: 4 MWh }, b: { of: power, amount: 2 MWh } }
`)
  expect(Object.fromEntries(flowPlaces(audit.inventory, 'en'))).toEqual({ a: '→ Hall', b: 'no step' })
  expect(flowPlaces(audit.inventory, 'vi').get('b')).toBe('chưa gắn công đoạn')
})

it('names every flow, with its places where its name is not its own', async () => {
  const { audit } = await auditText(`${SITE}  air: { of: mains, name: Mist, from: wash, amount: 1 m3 }\n`)
  const names = flowNames(audit.inventory, 'en')
  expect([names.get('in'), names.get('d3'), names.get('air')]).toEqual([
    'Mains (→ Hall)',
    'drain (Tank →)',
    'Mist',
  ])
})
