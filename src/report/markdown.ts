import type { Audit } from '../model/audit.js'
import type { Lang } from '../model/text.js'
import { auditDocument, type AuditDocument } from './document.js'
import type { DocumentSection } from './document-page.js'
import { cell, table } from './markdown-table.js'

/** A short report for a wiki or a pull request. */
export function renderMarkdown(audit: Audit, options: { readonly lang: Lang }): string {
  const document = auditDocument(audit, options.lang)
  const facts = document.facts.map(([label, value]) => `- ${label}: ${cell(value)}`).join('\n')
  return [
    `# ${document.title}: ${cell(document.company)}\n\n${facts}\n`,
    ...document.sections.map((section) => `## ${section.title}\n\n${body(section, document)}`),
    `${cell(document.footer)}\n`,
  ].join('\n')
}

function body(section: DocumentSection, { none }: AuditDocument): string {
  if ('list' in section) return section.list.map((item) => `- ${cell(item)}\n`).join('')
  const { head, right, rows, total } = section.table
  const lines = rows.map((row) => row.map(cell))
  if (total !== undefined && rows.length > 0) {
    const [label = '', ...rest] = total
    lines.push([`**${cell(label)}**`, ...rest])
  }
  return table(head, right, lines, none)
}
