import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../../src/templates/load-content.js'
import { methodDocs } from './method-docs.js'

const FOLDER = '../../docs/reference/methods'
const { value: content } = loadContent()
const pages = await methodDocs(content)

describe('docs/reference/methods', () => {
  it.each([...pages])('%s is what the methods say', async (file, text) => {
    await expect(text).toMatchFileSnapshot(`${FOLDER}/${file}`)
  })

  it('has no page too many', () => {
    const there = readdirSync(new URL(FOLDER, import.meta.url))
    expect(there.sort()).toEqual([...pages.keys()].sort())
  })

  it('shows every method', () => {
    const all = [...pages.values()].join('\n')
    for (const id of content.methods.keys()) expect(all).toContain(`## ${id}\n`)
  })
})
