/**
 * The name of a column: keys joined by dots, `amount.basis`. A dot inside a key is `~1` and a tilde `~0`, as
 * slashes are in a JSON pointer. List entries count from 1: `also.1.of`.
 */
export function joinPath(...keys: readonly string[]): string {
  return keys
    .filter((key) => key !== '')
    .map((key) => key.replaceAll('~', '~0').replaceAll('.', '~1'))
    .join('.')
}

export function splitPath(path: string): readonly string[] {
  return path.split('.').map((key) => key.replaceAll('~1', '.').replaceAll('~0', '~'))
}
