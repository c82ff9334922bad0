/** Physical constants that formulas may use as functions without argument: `gravity() * head`. */
export const CONSTANTS: ReadonlyMap<string, { readonly value: number; readonly unit: string }> = new Map([
  // Standard acceleration of free fall; 3rd CGPM, 1901.
  ['gravity', { value: 9.80665, unit: 'm/s2' }],
  // CODATA 2018, exact but for the digits that are cut.
  ['stefan_boltzmann', { value: 5.670374419e-8, unit: 'W/m2/K4' }],
  // CODATA 2018, exact.
  ['gas_constant', { value: 8.31446261815324, unit: 'J/mol/K' }],
  // ISO 2533:1975.
  ['standard_atmosphere', { value: 101.325, unit: 'kPa' }],
])
