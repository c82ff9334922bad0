import type { CommandFunction } from './call.js'

type Loader = () => Promise<CommandFunction>

/** One row a command; each is loaded only when it is called. */
export const commandLoaders: ReadonlyMap<string, Loader> = new Map<string, Loader>([
  ['init', async () => (await import('./commands/init.js')).init],
  ['check', async () => (await import('./commands/check.js')).check],
  ['audit', async () => (await import('./commands/audit.js')).audit],
  ['sankey', async () => (await import('./commands/sankey.js')).sankey],
  ['report', async () => (await import('./commands/report.js')).report],
  ['diff', async () => (await import('./commands/diff.js')).diff],
  ['verify', async () => (await import('./commands/verify.js')).verify],
  ['calc', async () => (await import('./commands/calc.js')).calc],
  ['list', async () => (await import('./commands/list.js')).list],
  ['explain', async () => (await import('./commands/explain.js')).explain],
  ['schema', async () => (await import('./commands/schema.js')).schema],
  ['help', async () => (await import('./commands/help.js')).help],
])
