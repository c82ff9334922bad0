/** Times every method on its worked example: `npm run bench:methods [rounds]`. Median of the rounds. */
import { createLedger } from '../../src/formula/index.js'
import { applicableMethod, compileSteps, runSteps } from '../../src/templates/compute-method.js'
import { loadContent } from '../../src/templates/load-content.js'
import { enterSteps } from '../../src/templates/method-figures.js'
import { runExample } from '../../src/templates/run-example.js'

const rounds = Number(process.argv[2] ?? 21)
const { value: content } = loadContent({ dirs: ['templates'] })

const ready = [...content.methods.values()].flatMap((method) => {
  const [example] = method.examples
  const run = example && runExample(method, example)
  if (!run || 'wrong' in run) return []
  const plain = applicableMethod(run.method, () => true)
  const given = new Map(plain.inputs.map(({ name }) => [name, run.values.get(name) ?? null]))
  return [{ plain, given }]
})

function median(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}

const settled = ready.map(({ plain, given }) => ({ steps: compileSteps(plain), given }))

const evaluated = median(() => {
  for (const { steps, given } of settled) if (!('detail' in steps)) runSteps(steps, given)
})
const entered = median(() => {
  for (const { plain, given } of ready) {
    const figures = plain.inputs.map(({ name, label, unit }) => {
      const value = given.get(name) ?? null
      return { id: name, label, unit, value, kind: 'input' as const, sd: Math.abs(value ?? 0) / 100 }
    })
    const same = Object.fromEntries(figures.map(({ id }) => [id, id]))
    enterSteps(createLedger(figures), plain, same, { id: (step) => step, label: (label) => label })
  }
})
const compiled = median(() => {
  for (const { plain } of ready) compileSteps(plain)
})

const line = (what: string, time: number): string => `${what.padEnd(34)}${time.toFixed(2).padStart(8)} ms\n`
process.stdout.write(
  `${ready.length} methods, median of ${rounds} rounds\n` +
    line('units settled, dimensions checked', compiled) +
    line('evaluated', evaluated) +
    line('as figures, with uncertainty', entered),
)
