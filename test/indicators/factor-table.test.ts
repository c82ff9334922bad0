import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseTable, records } from '../../src/templates/parse-table.js'
import { EXAMPLES, exampleAudit } from '../report/workbook/example-audit.js'

type Cells = Readonly<Record<string, string>>

const table = (file: string): readonly Cells[] =>
  records(parseTable(readFileSync(`templates/factors/${file}.csv`, 'utf8')))

const kebab = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')

/** The tables as they lie there, each row under the id that the ledger gives it. */
const ROWS: readonly {
  readonly id: string
  readonly country: string
  readonly year: string
  readonly cells: Cells
}[] = [
  ...table('fuels').map((cells) => ({
    id: `${cells['fuel_id']}.${kebab(cells['property'] ?? '')}`,
    country: cells['country'] ?? '',
    year: cells['source_year'] ?? '',
    cells,
  })),
  ...table('grid-electricity').map((cells) => ({
    id: `grid-electricity-${(cells['country_iso'] ?? '').toLowerCase()}`,
    country: cells['country_iso'] ?? '',
    year: cells['year'] ?? '',
    cells,
  })),
  ...table('gwp').map((cells) => ({
    id: `gwp.${cells['gas_id']}`,
    country: 'WORLD',
    year: cells['report'] ?? '',
    cells: { ...cells, value: cells['gwp100'] ?? '' },
  })),
  ...table('water-wastewater').map((cells) => ({
    id: `${kebab(cells['parameter'] ?? '')}.${cells['item_id']}`,
    country: cells['country'] ?? '',
    year: cells['source_year'] ?? '',
    cells,
  })),
]

describe.each(EXAMPLES)('the factor table of the audit of %s', (name) => {
  it('is that of its sources, row by row', async () => {
    const { figures } = await exampleAudit(name)
    const used = figures.filter(
      ({ id, kind, key }) => kind === 'factor' && key !== undefined && id.startsWith('factor.'),
    )
    expect(used.length).toBeGreaterThan(5)
    for (const { id, value, source = '', key } of used) {
      const found = ROWS.filter(
        (row) =>
          row.id === key?.id &&
          row.country === key.country &&
          row.year === key.year &&
          source.startsWith(row.cells['source'] ?? '?') &&
          Number(row.cells['value']) === value,
      )
      expect([id, found.length]).toEqual([id, 1])
      expect([id, key?.url, key?.evidence]).toEqual([
        id,
        found[0]?.cells['source_url'],
        found[0]?.cells['evidence'],
      ])
      expect([id, found[0]?.cells['status'] ?? '']).not.toEqual([id, 'do-not-use'])
    }
  })
})
