/**
 * Times the whole catalogue: one factory warm, then a thousand. `npm run bench:checklists [rounds]`.
 * The factories are the examples, each asked as every sector in turn, so that all entries are looked at.
 */
import { checkSite } from '../../src/checklist/check-site.js'
import { evaluateOpportunities } from '../../src/evaluate/evaluate-opportunities.js'
import { auditSite } from '../../src/audit.js'
import { loadSite } from '../../src/load/load-site.js'
import { loadContent } from '../../src/templates/load-content.js'
import { checkingContentOf } from '../../src/templates/checking-content.js'
import { validateSite } from '../../src/validate/validate-site.js'

const rounds = Number(process.argv[2] ?? 15)
const FACTORIES = 1000
const EXAMPLES = ['brewery', 'seafood', 'textile-dyeing']
const { value: content } = loadContent({ dirs: ['templates'] })
const sectors = [...content.sectors.keys()]

const sites = await Promise.all(
  EXAMPLES.map(async (name) => {
    const loaded = await loadSite(`examples/${name}/site.yaml`)
    const { audit } = auditSite(loaded, { content, only: ['none'] })
    const { value: site } = validateSite(loaded.value ?? {}, checkingContentOf(content))
    if (audit === null || site === null) throw new Error(`example ${name} gives no audit`)
    // What the stages before the checklists have found: no figure of the evaluation stands among it.
    const figures = audit.figures.filter(
      ({ id }) =>
        !/^(economics|opportunity|package|stake|variable|choice|facts|bills|equipment|site|price|request|machine|stream)\b/.test(
          id,
        ),
    )
    return { site, inventory: audit.inventory, figures, gaps: audit.gaps }
  }),
)
type Input = (typeof sites)[number]

function look(input: Input, sector?: string): ReturnType<typeof checkSite> {
  return checkSite(input, { content, ...(sector === undefined ? {} : { sector }) })
}

function median(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

const line = (what: string, time: number): void => {
  process.stdout.write(`${what.padEnd(52)}${time.toFixed(1).padStart(9)} ms\n`)
}

for (const [index, input] of sites.entries()) {
  line(
    `${EXAMPLES[index] ?? ''}: ${content.entries.size} entries`,
    median(() => void look(input)),
  )
  const checked = look(input).value
  line(
    `${EXAMPLES[index] ?? ''}: opportunities, interactions, stakes`,
    median(() => void evaluateOpportunities({ ...input, ...checked }, { content })),
  )
}
const begin = performance.now()
let findings = 0
for (let n = 0; n < FACTORIES; n += 1) {
  const input = sites[n % sites.length]
  if (input !== undefined) findings += look(input, sectors[n % sectors.length]).value.findings.length
}
line(`${FACTORIES} factories, ${findings} findings`, performance.now() - begin)
