import { unzipSync } from 'fflate'

/** Limits of what is unpacked, in bytes: a workbook of recp stays far below. */
const LARGEST_PART = 40_000_000
const LARGEST_SUM = 150_000_000
const MOST_PARTS = 2_000

/** Only what cells are read from is unpacked. */
const WANTED = /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w.-]+\.xml)$/

/** The parts of a workbook file that hold its cells; sizes are looked at before anything is unpacked. */
export function openWorkbook(
  bytes: Uint8Array,
):
  | { readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly problem: 'not-a-workbook' | 'too-large' } {
  let [count, sum, tooLarge] = [0, 0, false]
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1
        sum += originalSize
        tooLarge ||= count > MOST_PARTS || sum > LARGEST_SUM || originalSize > LARGEST_PART
        return !tooLarge && WANTED.test(name)
      },
    })
    if (tooLarge) return { problem: 'too-large' }
    return parts['xl/workbook.xml'] === undefined ? { problem: 'not-a-workbook' } : { parts }
  } catch {
    return { problem: 'not-a-workbook' }
  }
}
