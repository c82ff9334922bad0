import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../../src/model/text.js'
import { writeWorkbook } from '../../src/report/xlsx/write-workbook.js'
import { exampleAudit, EXAMPLES, type Example } from '../report/workbook/example-audit.js'
import { auditText, withoutVersions } from './audit-text.js'
import { workbookText } from './workbook-text.js'
import { full } from '../report/workbook/design.js'

/** The language that the readers of each example speak, so that both are looked at. */
const LANGUAGES: Readonly<Record<Example, Lang>> = { brewery: 'en', seafood: 'en', 'textile-dyeing': 'vi' }

const MOST_BYTES = 1_200_000

/**
 * What each example gave when it was last looked at. After a change that is meant, `npm run golden` writes
 * these files anew; the difference in git is what the change did to the results.
 */
describe.each(EXAMPLES)('what is expected of %s', (name) => {
  const folder = join(import.meta.dirname, '../../examples', name, 'expected')

  it('audit.json', async () => {
    const text = auditText(withoutVersions(await exampleAudit(name)))
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES)
    await expect(text).toMatchFileSnapshot(join(folder, 'audit.json'))
  })

  it('workbook.txt', async () => {
    const audit = withoutVersions(await exampleAudit(name))
    const text = workbookText(await writeWorkbook(audit, full(LANGUAGES[name])))
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES)
    await expect(text).toMatchFileSnapshot(join(folder, 'workbook.txt'))
  })

  it('names its input as it lies in the project, on every machine', async () => {
    const { inputs } = await exampleAudit(name)
    expect(inputs.map(({ file }) => file)).toEqual([`examples/${name}/site.yaml`])
    expect(inputs[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
