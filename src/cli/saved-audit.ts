import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Audit } from '../model/audit.js'
import type { InputFile } from '../model/place.js'
import { misuse, type Call, type Outcome } from './call.js'
import { usageTexts } from './texts.js'

export type SavedAudit = { readonly audit: Audit; readonly file: InputFile; readonly path: string }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const LISTS = ['figures', 'gaps', 'findings', 'sources', 'diagnostics', 'inputs', 'notes']
const PARTS = ['head', 'inventory', 'reconciled', 'indicators', 'compliance', 'evaluation']

/** The parts that every writer leans on are there; the document says of itself that it is an audit. */
function isAudit(value: unknown): value is Audit {
  if (!isObject(value) || value['format'] !== 'recp.audit/1') return false
  if (!LISTS.every((name) => Array.isArray(value[name])) || !PARTS.every((name) => isObject(value[name])))
    return false
  const { compliance } = value
  return isObject(compliance) && Array.isArray(compliance['legal'])
}

/** The audit in a document: the document itself, or the only one in what `recp audit --json` printed. */
function auditIn(document: unknown): Audit | null {
  if (isAudit(document)) return document
  if (!isObject(document) || !isObject(document['result'])) return null
  const sites = document['result']['sites']
  const audits = (Array.isArray(sites) ? sites : []).flatMap((site: unknown) =>
    isObject(site) && isAudit(site['audit']) ? [site['audit']] : [],
  )
  return audits.length === 1 ? (audits[0] ?? null) : null
}

/** The audit in a file, wherever it is named. */
export async function readSaved(path: string): Promise<Audit | 'unreadable' | 'other'> {
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? 'unreadable' : (auditOf(bytes) ?? 'other')
}

function auditOf(bytes: Uint8Array): Audit | null {
  try {
    return auditIn(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** Reads an audit that recp wrote; anything else ends as a usage error of the command. */
export async function readAudit(call: Call, shown: string): Promise<SavedAudit | Outcome> {
  const path = resolve(call.io.cwd, shown)
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return { ...misuse(call, usageTexts.cannotRead[call.lang](shown)), exit: 3 }
  const file = { file: shown, sha256: createHash('sha256').update(bytes).digest('hex') }
  const audit = auditOf(bytes)
  if (audit !== null) return { audit, file, path }
  return { ...misuse(call, usageTexts.notSaved[call.lang](shown)), exit: 3 }
}
