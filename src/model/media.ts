import type { Medium } from './opportunities.js'
import { say, type Text } from './text.js'

/** What a saving is of, in words; `money` where nothing but money is saved. */
export const MEDIUM_NAMES: Readonly<Record<Medium | 'money', Text>> = {
  fuel: say('fuel', 'nhiên liệu'),
  electricity: say('electricity', 'điện'),
  water: say('water', 'nước'),
  wastewater: say('wastewater', 'nước thải'),
  material: say('material', 'nguyên vật liệu'),
  waste: say('waste', 'chất thải'),
  heat: say('heat', 'nhiệt'),
  demand: say('highest demand', 'công suất cực đại'),
  money: say('money', 'tiền'),
}
