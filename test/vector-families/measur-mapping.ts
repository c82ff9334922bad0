import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseUnit } from '../../src/units/index.js'
import type { Unit } from '../../src/model/unit.js'

type Formulas = Readonly<Record<string, string>>

/** One way to answer a calculator, see the head of measur.yaml. */
export type Variant = {
  readonly when?: readonly string[]
  readonly reads?: Readonly<Record<string, string>>
  readonly free?: readonly string[]
  readonly absent?: Formulas
  readonly calculate: Readonly<Record<string, readonly [method: string, inputs: Formulas]>>
  readonly gives: Formulas
  /** Why a result of an empirical case may differ from the file. */
  readonly differs?: string
  /** Why a number of the file is proven not to be right. */
  readonly wrong?: string
}

export type Mapping = {
  readonly units: Readonly<Record<string, string>>
  readonly calculators: Readonly<Record<string, readonly Variant[] | { readonly skip: string }>>
}

export const MAPPING = parse(readFileSync('test/vector-families/measur.yaml', 'utf8')) as Mapping

/** A unit of the files: so many of a unit of the project. */
export type FileUnit = { readonly times: number; readonly unit: Unit }

/** `free`: standard cubic feet or metres are those of the calculation, and so plain volumes. */
export function fileUnit(text: string, free: boolean): FileUnit {
  const written = MAPPING.units[text] ?? text
  const [, factor, name = ''] = /^(\d+(?:\.\d+)?) (.+)$/.exec(written) ?? [undefined, '1', written]
  const plain = free ? name.replaceAll('scf-60F', 'ft3').replaceAll('Sm3-60F', 'm3') : name
  const parsed = parseUnit(plain)
  if ('problem' in parsed) throw new Error(`the unit "${text}" is written "${plain}", which is none`)
  return { times: Number(factor), unit: parsed.unit }
}
