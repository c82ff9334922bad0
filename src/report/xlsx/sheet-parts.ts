/** The sheets of a workbook in its order, with the part of the zip in which each lies; from the XML of two parts. */
export function sheetParts(
  workbook: string,
  relations: string,
): readonly { readonly name: string; readonly part: string }[] {
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => {
      const target = (attributeOf(tag, 'Target') ?? '').replace(/^\/?xl\//, '')
      return [attributeOf(tag, 'Id') ?? '', `xl/${target}`]
    }),
  )
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => ({
    name: attributeOf(tag, 'name') ?? '',
    part: targets.get(attributeOf(tag, 'r:id') ?? '') ?? '',
  }))
}

/** The value of an attribute in a tag or in a list of attributes. */
export function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescapeXml(value)
}

export function unescapeXml(text: string): string {
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
  return plain
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
}
