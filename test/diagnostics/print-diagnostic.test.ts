import { describe, expect, it } from 'vitest'
import { catalogue, diagnose, entryOf } from '../../src/diagnostics/catalogue.js'
import { withoutFollowOns } from '../../src/diagnostics/follow-ons.js'
import { groupDiagnostics } from '../../src/diagnostics/group-diagnostics.js'
import { orderDiagnostics } from '../../src/diagnostics/order-diagnostics.js'
import { place } from '../../src/diagnostics/place.js'
import { printDiagnostic } from '../../src/diagnostics/print-diagnostic.js'
import { loadSite } from '../../src/load/load-site.js'
import { validateSite } from '../../src/validate/validate-site.js'

const HEAD = 'recp: 1\nsite: { id: mill, name: Mill, country: VN, currency: VND }\nperiod: 2024\n'

async function check(text: string) {
  const { value, diagnostics, places } = await loadSite({ text: HEAD + text, name: 'site.yaml' })
  const found = value === null ? [] : validateSite(value).diagnostics
  return { places, diagnostics: orderDiagnostics([...diagnostics, ...found], places) }
}

async function printed(text: string, lang: 'en' | 'vi' = 'en', width = 100): Promise<string> {
  const { places, diagnostics } = await check(text)
  return diagnostics.map((diagnostic) => printDiagnostic(diagnostic, { lang, places, width })).join('\n\n')
}

describe('printing a diagnostic', () => {
  it('shows the fact, the place, the line and the way out', async () => {
    const text =
      'steps:\n  dyeing: Dyeing\nenergy:\n  coal:\n    amount: 12 t\n    ncv: 6 t/m3\n    note: wet\n'
    expect(await printed(text))
      .toBe(`error[U201]: 'ncv' of energy 'coal' is '6 t/m3', a unit of mass per volume
  --> site.yaml:9:10
   |
 8 |     amount: 12 t
 9 |     ncv: 6 t/m3
   |          ^^^^^^ mass per volume
10 |     note: wet
   |
   = expected: energy per amount, for example 42 GJ/t
   = more: recp explain U201`)
  })

  it('says the same in Vietnamese', async () => {
    expect(await printed('materials:\n  dye: { ammount: 12 t }\n', 'vi'))
      .toBe(`lỗi[S101]: vật liệu 'dye' không có trường 'ammount'
 --> site.yaml:5:10
  |
4 | materials:
5 |   dye: { ammount: 12 t }
  |          ^^^^^^^ không phải trường ở đây
  |
  = cách sửa: viết 'amount', nếu đúng ý
  = xem thêm: recp explain S101`)
  })

  it('names other places of the same mistake, and counts the rest', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `  - { meter: wm, value: ${i} cubics }`).join('\n')
    const text = await printed(`water: { well: 1 m3 }\nmeters: { wm: well }\nreadings:\n${rows}\n`)
    expect(text.match(/error\[/g)).toHaveLength(1)
    expect(text).toContain(
      '= also: site.yaml:8:25, site.yaml:9:25, site.yaml:10:25, site.yaml:11:25 and 4 more',
    )
  })

  it('cuts long lines round the place', async () => {
    const text = await printed(
      `boundary: x\nmaterials: { dye: { note: ${'y'.repeat(300)}, ammount: 12 t } }\n`,
      'en',
      60,
    )
    for (const line of text.split('\n').filter((l) => /^\s*\d* \|/.test(l)))
      expect(line.length).toBeLessThanOrEqual(84)
    expect(text).toContain('ammount')
    expect(text).toContain('^^^^^^^')
  })

  it('puts carets under the letters, not the bytes', async () => {
    const name = 'Nhuộm'.normalize('NFD')
    const text = await printed(`steps: { dyeing: { name: ${name}, mixed: maybe } }\n`)
    const [, line = '', carets = ''] = /\| (steps.*)\n.*\| (.*)/.exec(text) ?? []
    expect(carets.indexOf('^')).toBe(line.normalize('NFC').indexOf('maybe'))
  })

  it('lets no control character through', async () => {
    const text = await printed('materials:\n  "\\e[31mred": { amount: 12 t }\n')
    expect(text).not.toContain('\u001B')
  })

  it('paints with what it is given', () => {
    const text = printDiagnostic(diagnose('L101', '', { file: 'a.yaml' }), {
      lang: 'en',
      paint: (style, piece) => `<${style}>${piece}</${style}>`,
    })
    expect(text).toContain('<error>error[L101]</error>: <title>')
  })
})

describe('order and follow-ons', () => {
  it('says the same of several things once, with the name of each', async () => {
    const { places } = await check('steps: { a: A, b: B }\n')
    const grouped = groupDiagnostics([
      diagnose('R301', '/flows/f-a', { flow: 'f-a' }),
      diagnose('R301', '/flows/f-b', { flow: 'f-b' }),
      diagnose('B404', '/steps/a', { layer: 'water', step: 'a' }),
      diagnose('B404', '/steps/b', { layer: 'water', step: 'b' }),
      diagnose('B404', '/steps/b', { layer: 'energy', step: 'b' }),
    ])
    expect(grouped.map(({ code, at, also }) => [code, at, also])).toEqual([
      ['R301', '/flows/f-a', ['/flows/f-b']],
      ['B404', '/steps/a', ['/steps/b']],
      ['B404', '/steps/b', undefined],
    ])
    const [, steps] = grouped.map((one) => printDiagnostic(one, { lang: 'en', places }))
    expect(steps).toContain('= also: site.yaml:4:19 (b)')
  })

  it('a step that cannot be checked follows from a flow that nobody knows', () => {
    const unknown = diagnose('R301', '/flows/f-a', { flow: 'f-a' })
    const [first, other] = ['f-a', 'f-b'].map((flow) =>
      diagnose('B403', '/steps/a', { layer: 'water', step: 'a', flow }),
    )
    expect(withoutFollowOns([unknown, ...[first, other].flatMap((one) => one ?? [])])).toEqual([
      unknown,
      other,
    ])
  })

  it('follows the file', async () => {
    const { diagnostics, places } = await check('materials:\n  b: { amount: 1 }\n  a: { x: 1 }\nfoo: 1\n')
    const lines = diagnostics.map((diagnostic) => place(diagnostic, places)?.line)
    expect(lines).toEqual([...lines].sort((a, b) => (a ?? 0) - (b ?? 0)))
  })

  it('does not call a field missing that was empty', async () => {
    const { diagnostics } = await check('flows:\n  in: { of: , to: x }\nsteps: { x: X }\n')
    expect(diagnostics.map(({ code }) => code)).toEqual(['L113'])
  })

  it('does not call an entry unknown that could not be read', async () => {
    const { diagnostics } = await check(
      'meters: { wm: { name: Meter } }\nreadings: [{ meter: wm, value: 1 m3 }]\n',
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['S102'])
  })
})

describe('the catalogue', () => {
  it.each(Object.keys(catalogue))('%s is complete in both languages', (code) => {
    const entry = entryOf(code)
    expect(code).toMatch(/^[A-Z]\d{3}$/)
    expect(entry?.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    for (const lang of ['en', 'vi'] as const) {
      expect(entry?.title[lang].trim()).not.toBe('')
      expect(entry?.explanation[lang].trim()).not.toBe('')
      expect(entry?.title[lang]).not.toMatch(/\b(invalid|please|schema|pointer|undefined)\b/i)
    }
  })

  it('gives every code a name of its own', () => {
    const names = Object.values(catalogue).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})
