/**
 * Times the command line against `node -e 0` in one run and prints ratios: absolute times say more of the machine
 * than of the program. Runs are interleaved, so that a busy moment hits all alike; the median is taken.
 *
 *   npm run bench [rounds]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const recp = join(root, 'bin/recp.js')
const site = join(root, 'examples/brewery/site.yaml')
const folder = mkdtempSync(join(tmpdir(), 'recp-bench-'))
const rounds = Number(process.argv[2] ?? 15)

/** Goals are ratios to `node -e 0`; the memory goal is for the whole process. */
const CASES = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'recp --version', args: [recp, '--version'], goal: 1.6 },
  { name: 'recp check', args: [recp, 'check', site], goal: 4 },
  {
    name: 'recp calc',
    args: [recp, 'calc', 'fuel-saving-efficiency', 'fuel=50000 GJ/yr', 'eff_now=78.2 %', 'eff_after=83.1 %'],
    goal: 4,
  },
  {
    name: 'recp audit',
    args: [recp, 'audit', site, '-o', join(folder, 'brewery.xlsx'), '--fail-on', 'never'],
    goal: 12,
    memory: 200,
  },
]

/** Prints the largest resident size of the process on its last descriptor, in KiB. */
const REPORT = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => { try { writeSync(3, String(process.resourceUsage().maxRSS)) } catch {} })")}`

function once(args, memory) {
  const begin = process.hrtime.bigint()
  const run = spawnSync(process.execPath, memory ? ['--import', REPORT, ...args] : args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe', memory ? 'pipe' : 'ignore'],
  })
  const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6
  if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}: ${String(run.stderr)}`)
  return memory ? Number(run.output[3]) / 1024 : milliseconds
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

try {
  const times = CASES.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { args }] of CASES.entries()) times[index].push(once(args, false))
  }
  const base = median(times[0])
  console.log(
    `${'command'.padEnd(18)}${'ratio'.padStart(8)}${'goal'.padStart(8)}${'ms'.padStart(8)}${'MB'.padStart(8)}`,
  )
  for (const [index, { name, args, goal, memory }] of CASES.entries()) {
    const time = median(times[index])
    const size = median([1, 2, 3].map(() => once(args, true)))
    const cells = [
      (time / base).toFixed(2),
      goal === undefined ? '' : String(goal),
      time.toFixed(0),
      `${size.toFixed(0)}${memory === undefined ? '' : `/${memory}`}`,
    ]
    console.log(name.padEnd(18) + cells.map((cell) => cell.padStart(8)).join(''))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
