import { versionText } from './package-files.js'

/** The program: versions are answered at once, for scripts ask for them often; all else is loaded only then. */
export async function main(): Promise<void> {
  const argv = process.argv.slice(2)
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(versionText())
    return
  }
  const { start } = await import('./start.js')
  await start(argv)
}
