import type { Style as MessageStyle } from '../diagnostics/print-diagnostic.js'

/** What a text on the screen is; how it looks is decided by the command line. */
export type Style = MessageStyle | 'strong' | 'quiet' | 'good'

/** Colours a text, or leaves it as it is; meaning never hangs on colour alone. */
export type Paint = (style: Style, text: string) => string
