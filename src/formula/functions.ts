import { OFFERED } from '../properties/offered.js'

/** A function of the language: how many values it takes. `most` is absent where there is no end. */
export type FunctionSpec = { readonly least: number; readonly most?: number }

function takes(least: number, most: number | undefined = least): FunctionSpec {
  return most === undefined ? { least } : { least, most }
}

const MANY: FunctionSpec = { least: 1 }

/** Every function of the language. Those that are offered properties may be more than a spreadsheet can say. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map([
  ['if', takes(3)],
  ['min', MANY],
  ['max', MANY],
  ['sum', MANY],
  ['abs', takes(1)],
  ['sqrt', takes(1)],
  ['exp', takes(1)],
  ['ln', takes(1)],
  ['log10', takes(1)],
  ['sin', takes(1)],
  ['cos', takes(1)],
  ['tan', takes(1)],
  ['asin', takes(1)],
  ['acos', takes(1)],
  ['atan', takes(1)],
  ['floor', takes(1)],
  ['ceil', takes(1)],
  ['pi', takes(0)],
  ['gravity', takes(0)],
  ['stefan_boltzmann', takes(0)],
  ['gas_constant', takes(0)],
  ['standard_atmosphere', takes(0)],
  ['count', takes(1)],
  ['here', takes(1)],
  ['previous', takes(2)],
  ['rank', { least: 2 }],
  ['crf', takes(2)],
  ['npv', takes(4)],
  ['irr', takes(3, 4)],
  ['payback', takes(2)],
  ['discounted_payback', takes(4)],
  ...[...OFFERED.values()].map(({ name, takes: values }) => [name, takes(values.length)] as const),
])

/** Functions about the rows of a method; `expandRows` puts plain formulas in their place. */
export const ROW_FUNCTIONS: ReadonlySet<string> = new Set(['count', 'here', 'previous'])

/** Words that cannot be the name of a variable. */
export const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'always', 'true', 'false', 'if'])
