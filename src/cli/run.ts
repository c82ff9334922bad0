import type { Lang } from '../model/text.js'
import { wasLeft } from './asker.js'
import type { Call, Outcome, Screen } from './call.js'
import { paintFor, wantsColour } from './colour.js'
import { commandLoaders } from './commands.js'
import { realEngine, type Engine } from './engine.js'
import { commandHelp, firstScreen } from './help.js'
import { EXIT, type Io, type OutStream } from './io.js'
import type { OptionValues, Parsed } from './parse.js'
import { usageTexts } from './texts.js'
import { stageOf } from './timed.js'
import { envelope, showVersion, usageLines } from './view.js'

/** The value of an option before the words are parsed, for the wording of a usage error. */
function glimpse(argv: readonly string[], long: string, short?: string): string | undefined {
  for (const [i, word] of argv.entries()) {
    if (word.startsWith(`--${long}=`)) return word.slice(long.length + 3)
    if (word === `--${long}` || (short !== undefined && word === `-${short}`)) return argv[i + 1]
  }
  return undefined
}

const asLang = (text: string | undefined): Lang | undefined =>
  text === 'en' || text === 'vi' ? text : undefined

/** `RECP_LANG` may be written as systems write it: `vi_VN.UTF-8`. */
function environmentLang(io: Io): string | undefined {
  const written = io.env['RECP_LANG']
  if (written === undefined || written === '') return undefined
  return /^([a-z]{2})([_.-].*)?$/i.exec(written)?.[1]?.toLowerCase() ?? written
}

type Manner = { readonly lang: Lang; readonly json: boolean; readonly color: string }

function mannerOf(argv: readonly string[], io: Io): Manner {
  return {
    lang: asLang(glimpse(argv, 'lang')) ?? asLang(environmentLang(io)) ?? 'en',
    json: argv.includes('--json') || glimpse(argv, 'format', 'f') === 'json',
    color: glimpse(argv, 'color') ?? 'auto',
  }
}

async function screenFor(stream: OutStream, silent: boolean, color: string, io: Io): Promise<Screen> {
  return {
    print: silent ? () => undefined : stream.write,
    paint: await paintFor(wantsColour(color, stream, io.env)),
    width: Math.max(40, stream.columns ?? 100),
  }
}

/** Ends every run: the JSON document, or the two lines of a usage error; the rest has been printed. */
async function finish(command: string | null, outcome: Outcome, manner: Manner, io: Io): Promise<number> {
  if (manner.json) io.stdout.write(envelope(command, outcome))
  else if (outcome.usage !== undefined) {
    const screen = await screenFor(io.stderr, false, manner.color, io)
    io.stderr.write(usageLines(outcome.usage, manner.lang, (text) => screen.paint('error', text)))
  }
  return outcome.exit
}

/** Help and versions, wherever on the line they are asked for; `null` when they are not. */
async function informed(parsed: Parsed, manner: Manner, io: Io): Promise<number | null> {
  if (parsed.usage !== null) return null
  if (parsed.values.has('version')) return showVersion(io, manner.json)
  if (parsed.command !== null && !parsed.values.has('help')) return null
  const text = parsed.command === null ? firstScreen(manner.lang) : commandHelp(parsed.command, manner.lang)
  if (!manner.json) io.stdout.write(text)
  return finish('help', { exit: EXIT.done, result: { text } }, manner, io)
}

function textOf(values: OptionValues, option: string): string | undefined {
  const value = values.get(option)
  return typeof value === 'string' ? value : undefined
}

function isJson(values: OptionValues): boolean {
  return values.has('json') || values.get('format') === 'json'
}

/** A throw is a bug in recp: it is named, without a stack, and the exit code says so. */
async function bug(thrown: unknown, call: Call): Promise<Outcome> {
  const { lang } = call
  const { diagnose } = await import('../diagnostics/catalogue.js')
  const { printDiagnostic } = await import('../diagnostics/print-diagnostic.js')
  const { problemOf } = await import('./problem.js')
  const { NO_PLACES } = await import('../model/place.js')
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  const what = stageOf(thrown) ?? `recp ${call.row.name}`
  const diagnostic = diagnose('X001', '', { what, detail: detail.split('\n')[0]?.slice(0, 300) ?? '' })
  if (!call.json)
    call.err.print(`${printDiagnostic(diagnostic, { lang, paint: call.err.paint, width: call.err.width })}\n`)
  return { exit: EXIT.bug, problems: [problemOf(diagnostic, { places: NO_PLACES, lang, file: null })] }
}

async function runCommand(
  parsed: Parsed & { readonly usage: null },
  argv: readonly string[],
  io: Io,
  engine: Engine,
): Promise<number> {
  const row = parsed.command
  const load = row === null ? undefined : commandLoaders.get(row.name)
  if (row === null || load === undefined) return EXIT.done
  const { values } = parsed
  const before = mannerOf(argv, io)
  const manner: Manner = {
    lang: asLang(textOf(values, 'lang')) ?? before.lang,
    json: isJson(values),
    color: textOf(values, 'color') ?? 'auto',
  }
  const call: Call = {
    row,
    args: parsed.args,
    values,
    io,
    lang: manner.lang,
    json: manner.json,
    quiet: values.has('quiet'),
    verbose: values.has('verbose'),
    out: await screenFor(io.stdout, manner.json, manner.color, io),
    err: await screenFor(io.stderr, false, manner.color, io),
    engine,
  }
  try {
    const command = await load()
    return await finish(row.name, await command(call), manner, io)
  } catch (thrown) {
    if (wasLeft(thrown)) return finish(row.name, { exit: EXIT.interrupted }, manner, io)
    return finish(row.name, await bug(thrown, call), manner, io)
  }
}

/**
 * Runs one command line and returns the exit code. Touches the machine only through `io`, the rest of recp
 * only through `engine`; help loads nothing of the rest.
 */
export async function run(argv: readonly string[], io: Io, engine: Engine = realEngine): Promise<number> {
  const manner = mannerOf(argv, io)
  if (argv.length === 0) {
    io.stdout.write(firstScreen(manner.lang))
    return EXIT.done
  }
  const { parseArguments } = await import('./parse.js')
  const parsed = parseArguments(argv, manner.lang)
  if (parsed.usage !== null)
    return finish(parsed.command, { exit: EXIT.usage, usage: parsed.usage }, manner, io)
  const env = environmentLang(io)
  if (env !== undefined && asLang(env) === undefined) {
    const message = usageTexts.badChoice[manner.lang]('RECP_LANG', env, 'en, vi', [])
    return finish(null, { exit: EXIT.usage, usage: { message, wayOut: 'recp help environment' } }, manner, io)
  }
  const answered = await informed(parsed, manner, io)
  return answered ?? runCommand(parsed, argv, io, engine)
}
