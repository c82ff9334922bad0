import init, { Model } from '@ironcalc/wasm'
import { readFileSync } from 'node:fs'

let ready: Promise<unknown> | undefined

/** A spreadsheet engine for tests: puts cells, evaluates, reads back at 17 significant digits. */
export async function spreadsheet(): Promise<{
  put: (cell: string, content: string) => void
  read: (cells: readonly string[]) => readonly (number | string | boolean)[]
}> {
  const file = new URL('../../node_modules/@ironcalc/wasm/wasm_bg.wasm', import.meta.url)
  ready ??= init({ module_or_path: readFileSync(file) })
  await ready
  const model = new Model('book', 'en', 'UTC', 'en')
  model.pauseEvaluation()
  const place = (cell: string): [number, number] => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
    return [Number(row), Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)]
  }
  let spare = 0
  return {
    put: (cell, content) => model.setUserInput(0, ...place(cell), content),
    read: (cells) => {
      const asked = cells.map((cell) => ({ cell, row: ++spare }))
      for (const { cell, row } of asked) {
        model.setUserInput(0, row, 200, `=TEXT(${cell},"0.0000000000000000E+00")`)
      }
      model.resumeEvaluation()
      model.evaluate()
      model.pauseEvaluation()
      return asked.map(({ cell, row }) => {
        const shown = model.getFormattedCellValue(0, ...place(cell))
        if (shown === 'TRUE' || shown === 'FALSE') return shown === 'TRUE'
        const digits = model.getFormattedCellValue(0, row, 200)
        const number = Number(digits)
        return digits !== '' && Number.isFinite(number) ? number : shown
      })
    },
  }
}
