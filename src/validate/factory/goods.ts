import type { Good, Site } from '../../schema/site.js'

/** The lists that declare goods. */
export const GOOD_LISTS = ['products', 'materials', 'water', 'energy', 'residues'] as const

export type GoodList = (typeof GOOD_LISTS)[number]

/** Every good with its list. */
export function allGoods(
  site: Site,
): readonly { readonly id: string; readonly list: GoodList; readonly good: Good }[] {
  return GOOD_LISTS.flatMap((list) => Object.entries(site[list]).map(([id, good]) => ({ id, list, good })))
}
