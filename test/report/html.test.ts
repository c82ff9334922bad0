import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/html.js'
import { smallAudit } from '../cli/small-audit.js'
import { exampleAudit, EXAMPLES } from './workbook/example-audit.js'

const LANGS = ['en', 'vi'] as const

/** Tags that have no end in HTML. */
const VOID = new Set(['meta', 'br', '!doctype'])

/** Tags that are not closed in order; none in a page that is put together right. */
function unclosed(html: string): readonly string[] {
  const open: string[] = []
  for (const [, end, name = '', self] of html.matchAll(
    /<(\/?)([!a-z][a-z0-9]*)\b(?:"[^"]*"|[^>"])*?(\/?)>/g,
  )) {
    if (VOID.has(name) || self === '/') continue
    if (end === '') open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}

describe('the HTML report', () => {
  for (const lang of LANGS)
    it(`reads as it always did (${lang})`, async () => {
      await expect(renderHtml(smallAudit, { lang })).toMatchFileSnapshot(`golden/report.${lang}.html`)
    })

  it.each(EXAMPLES.flatMap((name) => LANGS.map((lang) => [name, lang] as const)))(
    'of %s is whole, alone and described (%s)',
    async (name, lang) => {
      const html = renderHtml(await exampleAudit(name), { lang })
      expect(unclosed(html)).toEqual([])
      expect(html).toContain(`<html lang="${lang}">`)
      expect(html).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:|\/\/|file:|data:)/i)
      expect(html).not.toMatch(/<script|<link|<iframe|@import/i)
      expect(html).not.toMatch(/NaN|undefined|\[object/)
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')
      expect(targets.filter((id) => !ids.includes(id))).toEqual([])
      expect(html.match(/<h1/g)).toHaveLength(1)
      for (const [, attributes = ''] of html.matchAll(/<svg([^>]*)>/g))
        expect(attributes).toContain('role="img"')
      expect([...html.matchAll(/<th(?![^>]*scope)[ >]/g)]).toEqual([])
    },
  )

  it('shows what somebody wrote as text, whatever it is', () => {
    const name = "<script>alert(1)</script>\" onload='x' & \u0007 Nước"
    const html = renderHtml({ ...smallAudit, head: { ...smallAudit.head, name } }, { lang: 'en' })
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp;  Nước')
    expect(unclosed(html)).toEqual([])
  })

  it('is the same every time', async () => {
    const audit = await exampleAudit('seafood')
    expect(renderHtml(audit, { lang: 'vi' })).toBe(renderHtml(audit, { lang: 'vi' }))
  })
})
