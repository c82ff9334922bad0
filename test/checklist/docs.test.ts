import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../../src/templates/load-content.js'
import { checklistDocs } from './checklist-docs.js'

const FOLDER = '../../docs/reference/checklists'
const { value: content } = loadContent()
const pages = await checklistDocs(content)

describe('docs/reference/checklists', () => {
  it.each([...pages])('%s is what the entries say', async (file, text) => {
    await expect(text).toMatchFileSnapshot(`${FOLDER}/${file}`)
  })

  it('has no page too many', () => {
    const there = readdirSync(new URL(FOLDER, import.meta.url))
    expect(there.sort()).toEqual([...pages.keys()].sort())
  })

  it('shows every entry, with an example that applies', () => {
    const all = [...pages.values()].join('\n')
    const missing = [...content.entries.keys()].filter((id) => !all.includes(`## ${id}\n`))
    expect(missing).toEqual([])
    expect(all.split(': applies (').length).toBeGreaterThan(content.entries.size)
  })
})
