import type { Lang } from '../model/text.js'
import type { Paint } from '../report/paint.js'

/** For whom a page is written: language, colours, and columns of the terminal. */
export type Show = { readonly lang: Lang; readonly paint: Paint; readonly width: number }
