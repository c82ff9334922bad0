import type { Recommendation, SourcedRow } from './content.js'

/** A row of the list of recommendations; figures that nobody published stay out. */
export function recommendationFrom(cells: SourcedRow): Recommendation {
  const number = (name: string): number | undefined => {
    const written = cells[name] ?? ''
    return /^\d+(\.\d+)?$/.test(written) ? Number(written) : undefined
  }
  const [payback, implemented] = [number('typical_payback_years'), number('implementation_rate')]
  const count = number('recommendations')
  return {
    code: cells['arc'] ?? '',
    description: cells['description'] ?? '',
    ...(payback === undefined ? {} : { payback }),
    ...(implemented === undefined ? {} : { implemented }),
    ...(count === undefined ? {} : { count }),
    source: cells['source'] ?? '',
  }
}
