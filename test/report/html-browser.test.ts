import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/html.js'
import { exampleAudit } from './workbook/example-audit.js'

const browser = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** What a browser found at one width of its window. */
type Found = {
  readonly width: number
  /** Pixels by which the page is wider than the window. */
  readonly over: number
  /** Texts whose letters are too close in colour to what is behind them (WCAG 2.1, 1.4.3: 4.5). */
  readonly faint: readonly string[]
  /** Drawings, regions and links without a name. */
  readonly nameless: readonly string[]
  /** Levels of the headings, in order. */
  readonly levels: readonly number[]
  readonly drawings: number
  /** Smallest letters in a drawing, in pixels of the screen. */
  readonly smallest: number
}

/** What axe-core says at one width; `passes` are rules that found something and no fault. */
type Judged = { readonly width: number; readonly violations: readonly string[]; readonly passes: number }

/** Looks at the page in frames as wide as a telephone, a tablet and a screen; runs in the browser. */
const LOOK = `
const found = []
const light = (rgb) => { const [r, g, b] = rgb.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
const numbers = (text) => (text.match(/[\\d.]+/g) || []).map(Number)
const behind = (view, element) => { for (let at = element; at; at = at.parentElement) { const c = numbers(view.getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] > 0) return c.slice(0, 3) } return [255, 255, 255] }
const named = (element) => (element.getAttribute('aria-label') || '').trim() !== '' || (element.getAttribute('aria-labelledby') || '') !== '' || element.querySelector(':scope > title') !== null || (element.textContent || '').trim() !== ''
for (const width of [360, 768, 1280]) {
  const frame = document.querySelector('#w' + width)
  const view = frame.contentWindow
  const page = frame.contentDocument
  const faint = []
  for (const element of page.querySelectorAll('p, td, th, li, a, h1, h2, dt, dd')) {
    if (element.closest('svg') || (element.textContent || '').trim() === '') continue
    const [one, two] = [light(numbers(view.getComputedStyle(element).color).slice(0, 3)), light(behind(view, element))].sort((a, b) => b - a)
    if ((one + 0.05) / (two + 0.05) < 4.5) faint.push(element.tagName + ' ' + element.textContent.slice(0, 40))
  }
  const scales = [...page.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width * Math.min(...[...svg.querySelectorAll('text')].map((text) => parseFloat(text.getAttribute('font-size') || svg.getAttribute('font-size') || '14'))))
  found.push({
    width: view.innerWidth,
    over: page.documentElement.scrollWidth - view.innerWidth,
    faint,
    nameless: [...page.querySelectorAll('svg, [role=region], a, nav, section')].filter((one) => !named(one)).map((one) => one.outerHTML.slice(0, 80)),
    levels: [...page.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1])),
    drawings: page.querySelectorAll('svg').length,
    smallest: Math.min(...scales),
  })
}
document.querySelector('#found').textContent = JSON.stringify(found)
`

/** Runs the rules of axe-core in every frame; runs in the browser. */
const AXE = `
const told = ({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => [id, impact, target.join(' '), failureSummary].join(': '))
const found = []
for (const frame of document.querySelectorAll('iframe')) {
  const { violations, passes } = await frame.contentWindow.axe.run(frame.contentDocument, { elementRef: false })
  found.push({ width: frame.contentWindow.innerWidth, violations: violations.flatMap(told), passes: passes.length })
}
document.querySelector('#found').textContent = JSON.stringify(found)
`

/** The report with axe-core in it, which its own policy would keep out. */
async function withAxe(html: string): Promise<string> {
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/
  expect(html).toMatch(policy)
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return html.replace(policy, '').replace('</body>', () => `<script>${axe}</script></body>`)
}

/** What a script finds in frames of some widths that show a page. */
async function looked<T>(html: string, widths: readonly number[], script: string): Promise<readonly T[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recp-browser-'))
  try {
    const frames = widths.map(
      (width) =>
        `<iframe id="w${width}" style="width:${width}px;height:800px;border:0" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`,
    )
    const page = `<!doctype html><meta charset="utf-8">${frames.join('')}<pre id="found"></pre><script>addEventListener('load', async () => {${script}})</script>`
    await writeFile(join(folder, 'page.html'), page)
    const { stdout } = await promisify(execFile)(
      browser ?? '',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--virtual-time-budget=10000',
        '--dump-dom',
        pathToFileURL(join(folder, 'page.html')).href,
      ],
      { timeout: 120_000, maxBuffer: 100_000_000 },
    )
    const text = /<pre id="found">([^<]*)<\/pre>/.exec(stdout)?.[1] ?? ''
    return JSON.parse(text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&')) as T[]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe.runIf(browser !== undefined || process.env['CI'] === 'true')('the HTML report in a browser', () => {
  it.each([
    ['brewery', 'en'],
    ['textile-dyeing', 'vi'],
  ] as const)('of %s can be read on a telephone, a tablet and a screen (%s)', async (name, lang) => {
    const html = renderHtml(await exampleAudit(name), { lang })
    const found = await looked<Found>(html, [360, 768, 1280], LOOK)
    expect(found.map(({ width }) => width)).toEqual([360, 768, 1280])
    for (const { over, faint, nameless, levels, drawings, smallest } of found) {
      expect(over).toBeLessThanOrEqual(0)
      expect(faint).toEqual([])
      expect(nameless).toEqual([])
      expect(levels[0]).toBe(1)
      expect(levels.filter((level, index) => index > 0 && level - (levels[index - 1] ?? 0) > 1)).toEqual([])
      expect(drawings).toBeGreaterThan(2)
      expect(smallest).toBeGreaterThanOrEqual(7)
    }
  })
  it.each([
    ['brewery', 'en'],
    ['textile-dyeing', 'vi'],
  ] as const)('of %s has nothing that the rules of axe-core find fault with (%s)', async (name, lang) => {
    const html = await withAxe(renderHtml(await exampleAudit(name), { lang }))
    const found = await looked<Judged>(html, [360, 1280], AXE)
    expect(found.map(({ width }) => width)).toEqual([360, 1280])
    for (const { violations, passes } of found) {
      expect(violations).toEqual([])
      expect(passes).toBeGreaterThan(15)
    }
  })
})
