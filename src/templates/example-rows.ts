import { readFileSync } from 'node:fs'
import { isRawMap } from '../model/raw.js'
import type { RawMap } from '../model/raw.js'
import { parseFile } from './read-pack.js'
import { rawOf } from './starters.js'

/** The grey rows of the intake workbook, in the spelling of a site file. */
export function readExampleRows(path: string): RawMap {
  const file = rawOf(parseFile(path, readFileSync(path, 'utf8')))
  if (!isRawMap(file)) throw new Error(`${path} holds no rows`)
  return file
}
