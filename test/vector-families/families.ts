import type { Family } from './family.js'
import { measurFamily } from './measur.js'
import { mfcaFamily } from './mfca.js'
import { reconcileFamily } from './reconcile.js'

/** Every family there is: one file beside this one, one line here. */
export const FAMILIES: readonly Family[] = [reconcileFamily, mfcaFamily, measurFamily]
