import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VERSION } from '../../src/version.js'

const folder = mkdtempSync(join(tmpdir(), 'recp process '))
const bin = join(folder, 'bin', 'recp.mjs')

/** The program as a process: built as it ships, without the workbook, which no test here writes. */
beforeAll(async () => {
  await build({
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: join(folder, 'dist'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['*/write-workbook.js'],
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  })
  mkdirSync(join(folder, 'bin'))
  writeFileSync(bin, "const { main } = await import('../dist/cli.mjs')\nawait main()\n")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
type Child = ReturnType<typeof spawn>

function recp(args: readonly string[], act: (child: Child) => void = () => undefined): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: {} })
    const ended = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...ended }))
    act(child)
  })
}

describe('recp as a process', () => {
  it('answers --version', async () => {
    expect(await recp(['--version'])).toEqual({ code: 0, stdout: `recp ${VERSION}\ncontent -\n`, stderr: '' })
  })

  it('writes all of a long list before it ends', async () => {
    const { code, stdout } = await recp(['list', 'units', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ format: 'recp.list/1' })
  })

  it('leaves quietly when its reader does', async () => {
    const ended = await recp(['list', 'units'], (child) => child.stdout?.destroy())
    expect(ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('ends with 2 on wrong usage, on stderr', async () => {
    expect(await recp(['nope'])).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: recp has no command 'nope'\n       recp --help\n",
    })
  })

  it('reads YAML from standard input', async () => {
    const ended = await recp(['check', '-'], (child) => child.stdin?.end('recp: 1\nsite: {'))
    expect(ended.code).toBe(3)
    expect(ended.stdout).toContain('<stdin>:2:')
  })

  it.runIf(process.platform !== 'win32')('ends with 130 when it is interrupted', async () => {
    const ended = await recp(['check', '-', '-v'], (child) => {
      child.stderr?.once('data', () => child.kill('SIGINT'))
    })
    expect(ended.code).toBe(130)
  })
})
