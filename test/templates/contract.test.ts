import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../../src/diagnostics/catalogue.js'
import type { Diagnostic } from '../../src/model/diagnostic.js'
import type { Text } from '../../src/model/text.js'
import { checkContent } from '../../src/templates/check-content.js'
import { computeMethod, literalIn } from '../../src/templates/compute-method.js'
import { loadContent } from '../../src/templates/load-content.js'

const { value: content, diagnostics } = loadContent()
const said = (all: readonly Diagnostic[]): string[] =>
  all.map((d) => `${d.code} ${entryOf(d.code)?.message.en(d.args)}`)

describe('the content', () => {
  it('is read without a problem', () => expect(said(diagnostics)).toEqual([]))
  it('holds together', () => expect(said(checkContent(content))).toEqual([]))
})
