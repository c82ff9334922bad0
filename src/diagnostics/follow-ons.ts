import type { Diagnostic, Pointer } from '../model/diagnostic.js'
import { parentPointer, pointerKeys, pointerOf } from '../model/pointer.js'
import { severityOf } from './severity.js'

/** Which problems follow from which: they do where both have a key in common. */
type Relation = {
  readonly follows: (diagnostic: Diagnostic) => boolean
  readonly from: (diagnostic: Diagnostic) => boolean
  /** Keys of a cause, of all its places. */
  readonly causeKeys: (diagnostic: Diagnostic) => readonly string[]
  /** Key of the effect at one of its places. */
  readonly effectKey: (diagnostic: Diagnostic, at: Pointer) => string
}

const isOneOf =
  (...codes: readonly string[]) =>
  ({ code }: Diagnostic): boolean =>
    codes.includes(code)

const placesOf = ({ at, also = [] }: Diagnostic): readonly Pointer[] => [at, ...also]
const samePlace = { causeKeys: placesOf, effectKey: (_: Diagnostic, at: Pointer): string => at }

/** `/materials/dye/amount` → `/materials/dye` */
const thingOf = (at: Pointer): string => JSON.stringify(pointerKeys(at).slice(0, 2))

const RELATIONS: readonly Relation[] = [
  {
    // A field that could not be read is also missing.
    follows: isOneOf('S102'),
    from: ({ code }) => code.startsWith('L'),
    causeKeys: ({ code, at, args }) => [
      at,
      ...(code === 'L114' ? [`${parentPointer(at)}/${args['key']}`] : []),
    ],
    effectKey: ({ args }, at) => `${at}/${args['key']}`,
  },
  {
    // What is wrong within an entry is why nothing is known of it.
    follows: isOneOf('P507'),
    from: (diagnostic) => severityOf(diagnostic) === 'error',
    causeKeys: (diagnostic) => placesOf(diagnostic).map(thingOf),
    effectKey: (_, at) => thingOf(at),
  },
  // Thousands that were read as decimals are far from any band.
  { follows: isOneOf('P201'), from: isOneOf('P106'), ...samePlace },
  // Without any amount there is no unit either.
  { follows: isOneOf('U312'), from: isOneOf('P507'), ...samePlace },
  {
    // A flow that follows from nothing is why the steps it touches cannot be checked.
    follows: isOneOf('B403'),
    from: isOneOf('R301'),
    causeKeys: (diagnostic) => placesOf(diagnostic),
    effectKey: ({ args }) => pointerOf('flows', String(args['flow'])),
  },
  // A row that overlaps another one has an odd length too.
  { follows: isOneOf('P401'), from: isOneOf('P403', 'P404'), ...samePlace },
  // Two totals that differ are both out of line with what lies between them.
  { follows: isOneOf('R201'), from: isOneOf('U351', 'U352'), ...samePlace },
  { follows: isOneOf('E202'), from: isOneOf('E201'), ...samePlace },
  {
    // Sub-meters above the main one send more down the drain than came in.
    follows: isOneOf('K201'),
    from: ({ code, args }) => code === 'B406' && args['layer'] === 'water',
    causeKeys: () => ['water'],
    effectKey: () => 'water',
  },
  {
    // The open balance of the whole site says the same in other words.
    follows: ({ code, at, args }) => code === 'B402' && at === '/site' && args['layer'] === 'water',
    from: isOneOf('K201'),
    causeKeys: () => ['water'],
    effectKey: () => 'water',
  },
  {
    // Days or months that are told one by one leave the whole period uncovered.
    follows: isOneOf('U341', 'U342', 'U344'),
    from: isOneOf('P402', 'P403', 'P404', 'P408'),
    causeKeys: ({ args }) => [String(args['subject'])],
    effectKey: ({ args }) => String(args['what']),
  },
]

/** Diagnostics without those that only follow from another one; of many places those that do are left out. */
export function withoutFollowOns(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const causes = RELATIONS.map(
    ({ from, causeKeys }) => new Set(diagnostics.filter(from).flatMap((cause) => causeKeys(cause))),
  )
  return diagnostics.flatMap((diagnostic) => {
    const applying = RELATIONS.flatMap((relation, i) =>
      relation.follows(diagnostic) ? [{ relation, i }] : [],
    )
    if (applying.length === 0) return [diagnostic]
    const [at, ...also] = placesOf(diagnostic).filter(
      (place) => !applying.some(({ relation, i }) => causes[i]?.has(relation.effectKey(diagnostic, place))),
    )
    return at === undefined ? [] : [movedTo(diagnostic, at, also)]
  })
}

function movedTo(diagnostic: Diagnostic, at: Pointer, also: readonly Pointer[]): Diagnostic {
  if (at === diagnostic.at && also.length === (diagnostic.also ?? []).length) return diagnostic
  const { thing } = diagnostic.args
  const args = thing === diagnostic.at ? { ...diagnostic.args, thing: at } : diagnostic.args
  return also.length === 0 ? { code: diagnostic.code, at, args } : { ...diagnostic, at, args, also }
}
