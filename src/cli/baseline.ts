import { readFile } from 'node:fs/promises'
import { PLACE_ARGS } from '../diagnostics/group-diagnostics.js'
import { renderJson } from '../report/json.js'
import type { Problem } from './problem.js'

/** How often a known problem stands in the record. */
export type Baseline = ReadonlyMap<string, number>

type Recorded = Pick<Problem, 'code' | 'at' | 'file' | 'args'> & Partial<Pick<Problem, 'also'>>

/**
 * What makes a problem the same one in the next run: its code, file, field and words. Rows move when others are
 * added, so their numbers do not count.
 */
export function fingerprintOf({ code, at, file, args }: Recorded): string {
  const field = at.replace(/\/\d+(?=\/|$)/g, '/*').replace(/^@.*$/, '@')
  const words = Object.entries(args)
    .filter(([name]) => !PLACE_ARGS.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  return [code, (file ?? '').replaceAll('\\', '/'), field, ...words].join(' | ')
}

const placesOf = (problem: Recorded): number => 1 + (problem.also?.length ?? 0)

function countedOf(problems: readonly Recorded[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const problem of problems) {
    const key = fingerprintOf(problem)
    counted.set(key, (counted.get(key) ?? 0) + placesOf(problem))
  }
  return counted
}

/** Reads a record, or the document of `recp check --json`; `null` where the file is neither, or cannot be read. */
export async function readBaseline(path: string): Promise<Baseline | 'unreadable' | 'other'> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return 'unreadable'
  try {
    return baselineIn(JSON.parse(text)) ?? 'other'
  } catch {
    return 'other'
  }
}

function baselineIn(saved: unknown): Baseline | undefined {
  if (typeof saved !== 'object' || saved === null) return undefined
  if ('known' in saved && Array.isArray(saved.known)) {
    const rows = saved.known as readonly { readonly problem?: unknown; readonly places?: unknown }[]
    return new Map(rows.map((row) => [String(row.problem), Number(row.places)]))
  }
  if (!('diagnostics' in saved) || !Array.isArray(saved.diagnostics)) return undefined
  return countedOf(saved.diagnostics as readonly Recorded[])
}

/** The record of all problems there are now, in a stable order, so that its changes can be reviewed. */
export function renderBaseline(problems: readonly Problem[]): string {
  const known = [...countedOf(problems)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([problem, places]) => ({ problem, places }))
  return renderJson({ format: 'recp.baseline/1', known })
}

/** Whether the record has a problem in at least as many places. */
export function isKnown(baseline: Baseline, problem: Problem): boolean {
  return (baseline.get(fingerprintOf(problem)) ?? 0) >= placesOf(problem)
}

/** How many of the recorded problems there are no more. */
export function goneFrom(baseline: Baseline, problems: readonly Problem[]): number {
  const now = countedOf(problems)
  return [...baseline.keys()].filter((key) => !now.has(key)).length
}
