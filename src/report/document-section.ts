/** A table of plain texts: the last `right` columns hold numbers; the total stands apart. */
export type DocumentTable = {
  readonly head: readonly string[]
  readonly right: number
  readonly rows: readonly (readonly string[])[]
  readonly total?: readonly string[]
}

export type DocumentSection = { readonly id: string; readonly title: string } & (
  { readonly table: DocumentTable } | { readonly list: readonly string[] }
)
