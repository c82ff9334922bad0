import type { Ledger } from '../formula/index.js'
import type { Site } from '../schema/site.js'
import type { Content } from '../templates/content.js'

/** What it takes to turn a quantity of a site file into a figure. */
export type Entering = { readonly site: Site; readonly content: Content; readonly ledger: Ledger }
