import { describe, expect, it } from 'vitest'
import type { Why } from '../../src/model/opportunities.js'
import type { Lang } from '../../src/model/text.js'
import { renderMarkdown } from '../../src/report/markdown.js'
import {
  contradictionWords,
  reasonWithSource,
  reasonWords,
  valueWords,
} from '../../src/report/finding-words.js'
import { auditText } from '../audit-text.js'

const names = {
  'air.leak_share': { en: 'leaks', vi: 'rò rỉ' },
  'boiler.has_economizer': { en: 'economizer', vi: 'bộ hâm nước' },
}
const page = (lang: Lang) => ({ audit: { names }, lang })
const why = (fields: Partial<Why>): Why => ({
  what: 'air.leak_share',
  value: '25.5 %',
  op: '>',
  limit: '10 %',
  limitFrom: 'choice',
  ...fields,
})

describe('why something fired, in words', () => {
  it.each<readonly [Partial<Why>, string, string]>([
    [{}, 'leaks: 25.5 % > 10 %', 'rò rỉ: 25,5 % > 10 %'],
    [
      { value: '6000 h/yr', op: '>=', limit: '3000 h/yr' },
      'leaks: 6 000 h/yr ≥ 3 000 h/yr',
      'rò rỉ: 6.000 h/năm ≥ 3.000 h/năm',
    ],
    [{ what: 'a + b', value: null }, 'a + b: ? > 10 %', 'a + b: ? > 10 %'],
    [{ value: 'oil', op: '==', limit: 'oil' }, 'leaks: oil', 'rò rỉ: dầu'],
    [
      { what: 'boiler.has_economizer', value: 'no', op: '==', limit: 'no' },
      'economizer: no',
      'bộ hâm nước: không',
    ],
  ])('%j', (fields, en, vi) => {
    const spaced = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
    expect([
      spaced(reasonWords(page('en'), why(fields))),
      spaced(reasonWords(page('vi'), why(fields))),
    ]).toEqual([en, vi])
  })

  it('says who set the limit: the entry, the site, or a benchmark by its source', () => {
    const source = (fields: Partial<Why>): string => reasonWithSource(page('en'), why(fields))
    expect(source({})).toMatch(/\(screening default of the entry\)$/)
    expect(source({ limitFrom: 'site' })).toMatch(/\(value of the site\)$/)
    expect(source({ limitFrom: 'benchmark', source: 'IFC 2007' })).toMatch(/\(benchmark: IFC 2007\)$/)
    expect(source({ value: 'no', op: '==', limit: 'no' })).not.toContain('(')
  })

  it('says that an answer contradicts the figures', () => {
    expect(contradictionWords(page('en'), { contradicts: true, answer: 'no' })).toBe(
      'the answer "no" contradicts the figures',
    )
    expect(contradictionWords(page('vi'), { contradicts: true, answer: 'yes' })).toContain('"có"')
    expect(contradictionWords(page('en'), { contradicts: false, answer: 'no' })).toBe('')
  })

  it('keeps what is no number as it is', () => {
    expect(valueWords(page('vi'), 'desiccant-heatless')).toBe('desiccant-heatless')
    expect(valueWords(page('vi'), '1.5')).toBe('1,5')
  })
})

describe('the report', () => {
  it('shows a contradiction beside what the figures say, whichever way it goes', async () => {
    const { audit } = await auditText(
      `equipment: { comp: { system: air, leak-share: 28 %, pressure-margin: 0.1 bar } }
answers: { air-leak-programme: no, air-pressure-reduce: yes }
`,
      ['air-leak-programme', 'air-pressure-reduce'],
    )
    const text = renderMarkdown(audit, { lang: 'en' })
    expect(text).toMatch(/28 % > 10 %; the answer "no" contradicts the figures/)
    expect(text).toMatch(/0\.1 bar; the answer "yes" contradicts the figures/)
  })

  it('shows the first of what to ask for, and counts the rest', async () => {
    const { audit } = await auditText('products: { bread: { amount: 4 000 t } }\n', [])
    const text = renderMarkdown(audit, { lang: 'en' })
    const [, requests = ''] = /## What to ask for[^\n]*\n([\s\S]*?)\n## /.exec(text) ?? []
    expect(requests.split('\n').filter((line) => line.startsWith('| ')).length).toBeLessThan(20)
    const rest = Number(/… and (\d+) more/.exec(requests)?.[1])
    expect(rest).toBe(audit.evaluation.requests.length - 15)
  })
})
