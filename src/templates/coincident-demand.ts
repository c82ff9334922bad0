import type { Method, MethodInput, MethodStep } from './content.js'

/** Nobody but the auditor knows the load curve: there is no default, and without it no demand is saved. */
export const COINCIDENCE: MethodInput = {
  name: 'coincidence',
  unit: '1',
  show: '%',
  label: {
    en: 'Share of the power saved that runs when the demand of the month is highest',
    vi: 'Tỷ lệ công suất giảm trùng lúc công suất của tháng cao nhất',
  },
  optional: true,
  range: { min: 0, max: 1 },
}

const CUT: Omit<MethodStep, 'formula'> = {
  name: 'demand_saved',
  unit: 'kW',
  label: { en: 'Highest demand avoided', vi: 'Công suất cực đại giảm được' },
}

/**
 * A method whose saved power, an expression over its names, also lowers the highest demand: as far as it runs just
 * then, which the auditor states.
 */
export function withDemand(method: Method, power: string | undefined): Method {
  if (power === undefined) return method
  return {
    ...method,
    inputs: [...method.inputs, COINCIDENCE],
    steps: [...method.steps, { ...CUT, formula: `(${power}) * ${COINCIDENCE.name}` }],
    outputs: { ...method.outputs, demand: CUT.name },
  }
}
