import { zipSync } from 'fflate'

/** One part of a zip as it lies there: its own bytes, and its line in the directory. */
export type PackedPart = { readonly local: Uint8Array; readonly central: Uint8Array }

/** A zip with another part in the place of one, and what stood there. */
export type Swapped = { readonly zip: Uint8Array; readonly old: PackedPart }

/** A part packed for a zip. */
export function packPart(name: string, bytes: Uint8Array): PackedPart {
  const zip = zipSync({ [name]: bytes }, { level: 6, mtime: new Date(1980, 0, 1, 12) })
  const directory = directoryOf(zip)
  const [line] = directory?.lines ?? []
  if (directory === undefined || line === undefined) throw new Error(`a part ${name} was not packed`)
  return { local: zip.subarray(0, directory.at), central: line.bytes }
}

/**
 * Puts another part in the place of the one of its name. All other parts stay as they are packed, to the byte, and
 * putting the old part back gives the same file again. `undefined` where the zip is of a form that is not changed: two
 * parts of one name, sizes of more than four gigabytes, a damaged directory.
 */
export function swapPart(zip: Uint8Array, name: string, part: PackedPart): Swapped | undefined {
  const directory = directoryOf(zip)
  const found = directory?.lines.filter((line) => line.name === name) ?? []
  const [target] = found
  if (directory === undefined || target === undefined || found.length > 1) return undefined
  const later = directory.lines.map(({ offset }) => offset).filter((offset) => offset > target.offset)
  const end = Math.min(directory.at, ...later)
  const shift = part.local.length - (end - target.offset)
  const lines = directory.lines.map((line) => {
    const moved = line === target ? part.central : line.bytes
    return withOffset(moved, line.offset > target.offset ? line.offset + shift : line.offset)
  })
  const size = lines.reduce((sum, line) => sum + line.length, 0)
  const tail = zip.slice(directory.end)
  const view = viewOf(tail)
  view.setUint32(12, size, true)
  view.setUint32(16, directory.at + shift, true)
  return {
    zip: joined([
      zip.subarray(0, target.offset),
      part.local,
      zip.subarray(end, directory.at),
      ...lines,
      tail,
    ]),
    old: { local: zip.slice(target.offset, end), central: target.bytes },
  }
}

type Line = { readonly name: string; readonly offset: number; readonly bytes: Uint8Array }

/** The directory of a zip: where it begins and ends, and its lines. */
type Directory = { readonly at: number; readonly end: number; readonly lines: readonly Line[] }

const [END, LINE] = [0x06054b50, 0x02014b50]
/** A number that stands in an extension of the format, for files of more than four gigabytes. */
const ELSEWHERE = 0xffffffff

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function directoryOf(zip: Uint8Array): Directory | undefined {
  const view = viewOf(zip)
  let end = zip.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) return undefined
  const [count, size, at] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  if (at + size !== end) return undefined
  const lines: Line[] = []
  let next = at
  while (next + 46 <= end && view.getUint32(next, true) === LINE) {
    const [names, extra, comment] = [28, 30, 32].map((place) => view.getUint16(next + place, true))
    const length = 46 + (names ?? 0) + (extra ?? 0) + (comment ?? 0)
    const offset = view.getUint32(next + 42, true)
    if (next + length > end || offset >= at || offset === ELSEWHERE) return undefined
    const name = new TextDecoder().decode(zip.subarray(next + 46, next + 46 + (names ?? 0)))
    lines.push({ name, offset, bytes: zip.slice(next, next + length) })
    next += length
  }
  return next === end && lines.length === count ? { at, end, lines } : undefined
}

function withOffset(line: Uint8Array, offset: number): Uint8Array {
  const moved = line.slice()
  viewOf(moved).setUint32(42, offset, true)
  return moved
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
