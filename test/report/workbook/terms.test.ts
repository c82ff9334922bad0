import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pointerKeys } from '../../../src/model/pointer.js'
import { GROUPS, ORIGINS, ROLES } from '../../../src/report/xlsx/term-texts.js'
import { exampleAudit, EXAMPLES } from './example-audit.js'

type Schema = { readonly [key: string]: unknown }

/** The choices of every property of this name in the schema of the site file. */
function choicesOf(name: string, within: unknown): readonly string[] {
  if (typeof within !== 'object' || within === null) return []
  return Object.entries(within as Schema).flatMap(([key, value]) => {
    const choices = key === name ? (value as { enum?: readonly string[] }).enum : undefined
    return [...(choices ?? []), ...choicesOf(name, value)]
  })
}

const schema: unknown = JSON.parse(readFileSync('schemas/site.schema.json', 'utf8'))

describe('words of the workbook', () => {
  it.each([
    ['role', ROLES],
    ['origin', ORIGINS],
  ] as const)('say every %s of the site file', (name, terms) => {
    const choices = choicesOf(name, schema)
    expect(choices.length).toBeGreaterThan(4)
    expect(choices.filter((choice) => !terms.has(choice))).toEqual([])
  })

  it.each(EXAMPLES)('head every group of figures of %s', async (name) => {
    const { figures } = await exampleAudit(name)
    const groups = new Set(
      figures.map(
        ({ id, at, kind }) =>
          (kind === 'input' ? pointerKeys(at ?? '')[0] : undefined) ?? id.split('.')[0] ?? '',
      ),
    )
    expect([...groups].filter((group) => !GROUPS.has(group))).toEqual([])
  })
})
