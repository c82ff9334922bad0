type Named<A> = {
  readonly answers: Readonly<Record<string, A>>
  readonly waive: readonly { readonly code: string }[]
}

/**
 * A site with the present names of checklist entries: answers and waivers under a name that was given up count for
 * the entry that says it now, unless that one is answered itself.
 */
export function withPresentNames<A extends { readonly answer: string }, S extends Named<A>>(
  site: S,
  renamed: ReadonlyMap<string, string>,
): S {
  const old = Object.keys(site.answers).filter((id) => renamed.has(id))
  const waived = site.waive.some(({ code }) => renamed.has(code))
  if (old.length === 0 && !waived) return site
  const answers: Record<string, A> = Object.create(null) as Record<string, A>
  for (const [id, answer] of Object.entries(site.answers)) if (!renamed.has(id)) answers[id] = answer
  for (const id of old) {
    const [now, answer] = [renamed.get(id) ?? id, site.answers[id]]
    // Of several old names of one entry, one yes is enough.
    const open = answers[now] === undefined || (answer?.answer === 'yes' && !Object.hasOwn(site.answers, now))
    if (answer !== undefined && open) answers[now] = answer
  }
  const waive = site.waive.map((waiver) => ({ ...waiver, code: renamed.get(waiver.code) ?? waiver.code }))
  return { ...site, answers, waive }
}
