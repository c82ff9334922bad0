import type { ConditionalFormattingRule, DataValidation } from 'exceljs'
import { fixedArea, parseArea, reference } from './address.js'
import type { Allowed, Comparison, ConditionalFormat, Validation } from './book.js'
import { checkedFormula, checkedNumber, safeLine, safeText } from './safe-text.js'
import { conditionalStyle } from './styles.js'

type Rule = Pick<DataValidation, 'type' | 'formulae'> & { readonly operator?: DataValidation['operator'] }

/** What may be typed, as exceljs takes it. Excel's limits: 32 characters for titles, 255 for texts. */
export function validationRule(
  validation: Validation,
  sheetNames: ReadonlyMap<string, string>,
): DataValidation {
  const { prompt, error, strict } = validation
  return {
    ...allowedRule(validation.allow, sheetNames),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: strict === false ? 'warning' : 'stop',
    ...(prompt && {
      showInputMessage: true,
      promptTitle: safeLine(prompt.title, 32),
      prompt: safeText(prompt.text, 255),
    }),
    ...(error && { errorTitle: safeLine(error.title, 32), error: safeText(error.text, 255) }),
  } as DataValidation
}

function allowedRule(allow: Allowed, sheetNames: ReadonlyMap<string, string>): Rule {
  if ('list' in allow)
    return { type: 'list', formulae: [`"${allow.list.map((word) => safeLine(word)).join(',')}"`] }
  if ('listFrom' in allow) {
    const { sheet, area } = allow.listFrom
    return { type: 'list', formulae: [reference(sheetNames.get(sheet) ?? sheet, fixedArea(parseArea(area)))] }
  }
  if ('listFormula' in allow)
    return { type: 'list', formulae: [checkedFormula(allow.listFormula, () => 'a drop-down list')] }
  if ('dateBetween' in allow) {
    const { from, to } = allow.dateBetween
    return {
      type: 'date',
      operator: 'between',
      formulae: [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)],
    }
  }
  const { min, max, whole } = allow.number
  const type = whole ? 'whole' : 'decimal'
  if (min !== undefined && max !== undefined) return { type, operator: 'between', formulae: [min, max] }
  if (max !== undefined) return { type, operator: 'lessThanOrEqual', formulae: [max] }
  if (min !== undefined) return { type, operator: 'greaterThanOrEqual', formulae: [min] }
  return { type, operator: 'between', formulae: [-1e300, 1e300] }
}

const OPERATORS: Readonly<Record<Comparison, string>> = {
  equal: 'equal',
  'not-equal': 'notEqual',
  less: 'lessThan',
  'less-or-equal': 'lessThanOrEqual',
  greater: 'greaterThan',
  'greater-or-equal': 'greaterThanOrEqual',
  between: 'between',
}

/** A conditional format, as exceljs takes it; a lower `priority` wins. */
export function conditionalRule(format: ConditionalFormat, priority: number): ConditionalFormattingRule {
  const { when, look, area } = format
  const where = () => `conditional format of ${area}`
  if ('bar' in when) return barRule(when, priority)
  const style = conditionalStyle(look === 'bar' ? 'bold' : look)
  if ('formula' in when) {
    return { type: 'expression', formulae: [checkedFormula(when.formula, where)], style, priority }
  }
  const limits = when.and === undefined ? [when.value] : [when.value, when.and]
  if ((when.is === 'between') !== (limits.length === 2))
    throw new Error(`${where()}: between has two limits, others one`)
  const formulae = limits.map((limit) => {
    return typeof limit === 'number' ? checkedNumber(limit, where) : checkedFormula(limit, where)
  })
  // The library's types know fewer comparisons than the library.
  return {
    type: 'cellIs',
    operator: OPERATORS[when.is],
    formulae,
    style,
    priority,
  } as ConditionalFormattingRule
}

function barRule(
  when: { readonly min?: number; readonly max?: number },
  priority: number,
): ConditionalFormattingRule {
  const from = when.min === undefined ? { type: 'min' } : { type: 'num', value: when.min }
  const to = when.max === undefined ? { type: 'max' } : { type: 'num', value: when.max }
  // Shaded, since for a plain bar the library writes a random id into the file.
  const bar = { type: 'dataBar', gradient: true, cfvo: [from, to], color: { argb: 'FF56B4E9' }, priority }
  return bar as unknown as ConditionalFormattingRule
}
