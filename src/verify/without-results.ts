import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The same workbook with no stored result in any formula cell, so that whoever opens it has to calculate. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [path, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) parts[path] = strToU8(stripped(strFromU8(part)))
  }
  return zipSync(parts)
}

function stripped(xml: string): string {
  return xml.replace(
    /<c\b([^>]*)>(<f\b[^>]*>[^<]*<\/f>|<f\b[^>]*\/>)(?:<v(?: [^>]*)?>[^<]*<\/v>|<v\/>)?<\/c>/g,
    (_, attributes: string, formula: string) => `<c${attributes.replace(/\st="\w+"/, '')}>${formula}</c>`,
  )
}
