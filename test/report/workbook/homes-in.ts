import { readCells } from '../../../src/verify/read-cells.js'

/** Figure → its cell as `Sheet!A1`, as the hidden sheet of a workbook says it. */
export function homesIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  const { cells } = readCells(bytes).sheets.find(({ name }) => name === '_recp') ?? { cells: new Map() }
  const homes = new Map<string, string>()
  const at = (address: string) => String(cells.get(address)?.value ?? '')
  for (let row = 1; cells.has(`A${row}`); row++) {
    if (at(`A${row}`) !== 'figures') continue
    for (const line of at(`B${row}`).split('\n')) {
      const [id = '', sheet = '', address = ''] = line.split('\t')
      homes.set(id, `${sheet}!${address}`)
    }
  }
  return homes
}
