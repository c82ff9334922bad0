/** Languages recp speaks. English is the language of last resort. */
export type Lang = 'en' | 'vi'

/** A text in every language of the tool. */
export type Text = Readonly<Record<Lang, string>>

/** A text of the tool in its languages, side by side. */
export function say(en: string, vi: string): Text {
  return { en, vi }
}

/** A name somebody else wrote: in one language of theirs, or in several. */
export type Name = string | Partial<Text>

/** The wording of a name for a reader of `lang`, else in whatever language there is. */
export function wording(name: Name, lang: Lang): string {
  if (typeof name === 'string') return name
  return [name[lang], name.en, name.vi].find(Boolean) ?? ''
}

/** What each thing of a list is called, by id; its id where nobody named it. */
export function namesOf(
  list: readonly { readonly id: string; readonly name: Name }[],
  lang: Lang,
): ReadonlyMap<string, string> {
  return new Map(list.map(({ id, name }) => [id, wording(name, lang) || id]))
}

/** The same text in both languages, for names, codes and numbers that need no translation. */
export function sameText(text: string): Text {
  return { en: text, vi: text }
}

/** Texts joined in both languages; empty ones are left out. */
export function joined(texts: readonly Text[], between: string): Text {
  const inOne = (lang: Lang): string =>
    texts
      .map((text) => text[lang])
      .filter((text) => text !== '')
      .join(between)
  return { en: inOne('en'), vi: inOne('vi') }
}

/** A name in both languages, however it was given; the id where there is none. */
export function asText(name: Name | undefined, id: string): Text {
  if (name === undefined) return sameText(id)
  if (typeof name === 'string') return sameText(name)
  return { en: name.en ?? name.vi ?? id, vi: name.vi ?? name.en ?? id }
}

/** What is in a list more than once. */
export function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)))
}
