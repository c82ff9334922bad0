/** What became of one case of a file. A file may hold one case or many. */
export type Outcome = {
  readonly name: string
  /** Empty where everything agrees. */
  readonly differences: readonly string[]
  /** Part of the family that it is counted in, where a family has parts. */
  readonly group?: string
  /** Why it was not run. */
  readonly skipped?: string
}

/** A kind of vector files, `<prefix>*.json`, and how one of them is checked. */
export type Family = {
  readonly prefix: string
  /** `file` is the parsed content; its shape is what the family's own description says. */
  readonly check: (file: unknown, name: string) => readonly Outcome[]
}
