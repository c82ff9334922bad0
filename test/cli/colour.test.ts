import { describe, expect, it } from 'vitest'
import { wantsColour } from '../../src/cli/colour.js'
import { runRecp } from './run-recp.js'

const stream = (isTTY: boolean) => ({ write: () => undefined, isTTY })

const cases: readonly (readonly [string, boolean, Record<string, string>, boolean])[] = [
  ['auto', true, {}, true],
  ['auto', false, {}, false],
  ['auto', true, { TERM: 'dumb' }, false],
  ['auto', true, { NO_COLOR: '1' }, false],
  ['auto', true, { NO_COLOR: '' }, true],
  ['auto', false, { FORCE_COLOR: '1' }, true],
  ['auto', true, { FORCE_COLOR: '0' }, false],
  ['auto', false, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['always', false, { NO_COLOR: '1' }, true],
  ['never', true, { FORCE_COLOR: '1' }, false],
]

describe('colour', () => {
  for (const [choice, isTTY, env, wanted] of cases)
    it(`--color ${choice}, terminal ${isTTY}, ${JSON.stringify(env)}: ${wanted}`, () => {
      expect(wantsColour(choice, stream(isTTY), env)).toBe(wanted)
    })

  it('paints the word, never replaces it', async () => {
    const { stderr } = await runRecp(['nope', '--color', 'always'])
    expect(stderr).toContain('\u001b[')
    // oxlint-disable-next-line no-control-regex
    expect(stderr.replace(/\u001b\[\d+m/g, '')).toBe(
      "error: recp has no command 'nope'\n       recp --help\n",
    )
  })
})
