import { join } from 'node:path'
import { readCsv } from './read-csv.mjs'

/** Unit of the dictionary → what a quantity must measure. */
const DIMENSIONS = {
  '%': 'share',
  1: 'number | item',
  '1/yr': 'number/time | item/time',
  C: 'temperature',
  GJ: 'energy',
  'GJ/t': 'energy/mass',
  'GJ/yr': 'energy/time',
  K: 'temperature-difference',
  MW: 'power',
  'MWh/yr': 'energy/time',
  Pa: 'pressure-difference',
  'USD/m3': 'money/volume',
  bar: 'pressure-difference',
  'bar(g)': 'pressure',
  d: 'time',
  'h/d': 'time/time',
  'h/yr': 'time/time',
  kW: 'power',
  'kWh/kg': 'energy/mass',
  'kWh/m3': 'energy/volume',
  'kWh/t': 'energy/mass',
  'kg/d': 'mass/time',
  'kg/kWh': 'mass/energy',
  'kg/kg': 'mass/mass',
  'kg/yr': 'mass/time',
  'l/yr': 'volume/time',
  'd/yr': 'time/time',
  'kWh/m2/yr': 'energy/area/time',
  'l/min': 'volume/time',
  'm3/min': 'volume/time',
  'min/d': 'time/time',
  mm: 'length',
  'VND/kWh': 'money/energy',
  'VND/yr': 'money/time',
  m: 'length',
  m2: 'area',
  m3: 'volume',
  'm3/d': 'volume/time',
  'm3/h': 'volume/time',
  'm3/t': 'volume/mass',
  'mg/l': 'mass/volume',
  s: 'time',
  't/d': 'mass/time',
  't/h': 'mass/time',
  't/yr': 'mass/time',
  yr: 'time',
  '': 'any',
}

/** Origins that belong to no machine. What a balance gives for the site, a meter may give for one machine. */
const OF_THE_SITE = new Set(['bill'])

/**
 * The parts of the site schema that come from the trigger dictionary.
 * @param {string} root folder of the project
 * @param {Record<string, unknown>} common fields that every machine has
 * @returns {Record<string, unknown>} definitions `equipment`, `facts` and one `machine-<system>` each
 */
export function dictionarySchema(root, common) {
  const variables = readCsv(join(root, 'templates/variables.csv'))
  const systems = readCsv(join(root, 'templates/systems.csv'))
  const machines = systems.map((system) => [`machine-${system.system}`, machine(system, variables, common)])
  return {
    equipment: {
      title: 'Equipment',
      description: 'A machine; `system` decides its fields',
      'x-description-vi': 'Một máy; `system` quyết định các trường của máy',
      type: 'object',
      'x-kind': 'machine',
      discriminator: { propertyName: 'system' },
      required: ['system'],
      oneOf: systems.map(({ system }) => ({ $ref: `#/$defs/machine-${system}` })),
    },
    facts: {
      title: 'Facts',
      description: 'Facts by the name of the dictionary, with hyphens: steam.trap.failed-share',
      'x-description-vi': 'Thông tin theo tên trong từ điển, dùng gạch nối: steam.trap.failed-share',
      type: 'object',
      'x-kind': 'facts',
      properties: Object.fromEntries(variables.map((v) => [written(v.variable), field(v)])),
      additionalProperties: false,
    },
    ...Object.fromEntries(machines),
  }
}

/** Spelling in the site file of a name of the dictionary. */
function written(name) {
  return name.replaceAll('_', '-')
}

function machine(system, variables, common) {
  const fields = {}
  for (const name of Object.keys(common)) fields[name] = { $ref: `#/$defs/machine/properties/${name}` }
  fields.system = { ...pick(common.system), const: system.system, 'x-kind': 'text' }
  for (const variable of variables) {
    const [head, ...path] = written(variable.variable).split('.')
    const taken = path.length === 1 && Object.hasOwn(common, path[0])
    if (head === system.system && !taken && !OF_THE_SITE.has(variable.origin)) place(fields, path, variable)
  }
  return {
    title: system.label_en,
    'x-title-vi': system.label_vi,
    type: 'object',
    properties: fields,
    required: ['system'],
    additionalProperties: false,
  }
}

function pick(node) {
  return { description: node.description, 'x-description-vi': node['x-description-vi'] }
}

function place(fields, path, variable) {
  const [name, ...rest] = path
  if (rest.length === 0) {
    if (Object.hasOwn(fields, name))
      throw new Error(`${variable.variable} stands in the way of another variable`)
    fields[name] = field(variable)
    return
  }
  fields[name] ??= { type: 'object', properties: {}, additionalProperties: false }
  if (fields[name].properties === undefined)
    throw new Error(`${variable.variable} lies inside another variable`)
  place(fields[name].properties, rest, variable)
}

function field(variable) {
  const texts = { description: variable.label_en, 'x-description-vi': variable.label_vi }
  const named = { ...texts, 'x-variable': variable.variable }
  if (variable.type === 'yes-no') return { $ref: '#/$defs/yes-no', ...named }
  if (variable.type === 'choice')
    return { type: 'string', enum: variable.values.split(';'), 'x-kind': 'choice', ...named }
  const dimension = DIMENSIONS[variable.unit]
  if (dimension === undefined) throw new Error(`${variable.variable}: no dimension for unit ${variable.unit}`)
  return { $ref: '#/$defs/quantity', dimension, ...named, 'x-unit': variable.unit }
}
