export type Severity = 'error' | 'warning' | 'note'

/** JSON pointer into the input, e.g. `/flows/w-bottles/amount`; the empty string is the whole file. */
export type Pointer = string

/** A message about the input. Its wording and its place in the file are looked up when it is printed. */
export type Diagnostic = {
  readonly code: string
  readonly at: Pointer
  /** Other places of the same problem, or places that matter to it. */
  readonly also?: readonly Pointer[]
  readonly args: Readonly<Record<string, string | number>>
}

/** What every stage of the line returns. */
export type Staged<T> = { readonly value: T; readonly diagnostics: readonly Diagnostic[] }
