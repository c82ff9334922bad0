import type { Content } from './content.js'

/** The id of a parameter of effluents under whatever name it goes; a name nobody knows stays itself. */
export function parameterId(written: string, content: Content): string {
  const name = written.toLowerCase()
  const found = [...content.parameters.values()].find(
    ({ id, also }) => id === name || also.some((other) => other.toLowerCase() === name),
  )
  return found?.id ?? written
}
