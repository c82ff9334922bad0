/**
 * Runs every vector file of the folder named by RECP_VECTORS (test/vectors unless given): one line a family, the
 * differences of what fails, and `N passed, N failed, N skipped` at the end. Exit code 1 where something fails.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FAMILIES } from './families.js'
import type { Family, Outcome } from './family.js'

const MOST_DIFFERENCES = 12

function checkFile(family: Family, folder: string, file: string): readonly Outcome[] {
  try {
    return family.check(JSON.parse(readFileSync(join(folder, file), 'utf8')), file)
  } catch (error) {
    return [{ name: file, differences: [error instanceof Error ? error.message : String(error)] }]
  }
}

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

function count(outcomes: readonly Outcome[]): Counts {
  const skipped = outcomes.filter((outcome) => outcome.skipped !== undefined).length
  const failed = outcomes.filter(({ differences }) => differences.length > 0).length
  return { passed: outcomes.length - skipped - failed, failed, skipped }
}

function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

function report({ name, differences }: Outcome): void {
  if (differences.length === 0) return
  console.log(`failed ${name}`)
  for (const difference of differences.slice(0, MOST_DIFFERENCES)) console.log(`  ${difference}`)
  if (differences.length > MOST_DIFFERENCES)
    console.log(`  and ${differences.length - MOST_DIFFERENCES} more`)
}

/** One line for each part of a family, with the reasons of what was not run. */
function reportGroups(outcomes: readonly Outcome[]): void {
  const groups = [...new Set(outcomes.flatMap(({ group }) => group ?? []))].sort()
  for (const group of groups) {
    const own = outcomes.filter((outcome) => outcome.group === group)
    const reasons = [...new Set(own.flatMap(({ skipped }) => skipped ?? []))]
    console.log(`  ${group.padEnd(36)}${line(count(own))}${reasons.map((reason) => ` (${reason})`).join('')}`)
  }
}

const folder = process.env['RECP_VECTORS'] ?? 'test/vectors'
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
const all: Outcome[] = []
for (const family of FAMILIES) {
  const files = names.filter((name) => name.startsWith(family.prefix))
  if (files.length === 0) continue
  const outcomes = files.flatMap((file) => checkFile(family, folder, file))
  outcomes.forEach(report)
  console.log(
    `${`${family.prefix}*`.padEnd(14)}${String(files.length).padStart(4)} files  ${line(count(outcomes))}`,
  )
  reportGroups(outcomes)
  all.push(...outcomes)
}
console.log(line(count(all)))
process.exitCode = count(all).failed > 0 ? 1 : 0
